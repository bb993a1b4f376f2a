//! Tagged tokens to chunks: noun phrases, verb groups, asides, and the words and marks between them.
//!
//! One pass from left to right; a phrase never crosses a quotation mark or the end of a sentence.

mod edge;
pub(super) mod noun_phrase;
mod phrase;
mod tagged;

use super::Analysis;
use super::chunk::{Chunk, ChunkKind};
use super::links::{self, Links};
use crate::ids::{ChunkId, ParagraphId, SentenceId, TokenId};
use crate::quote::QuoteId;
use crate::room::give_back;
use crate::span::Span;
use crate::token::TokenKind;
use edge::Edges;
use tagged::TaggedTokens;

/// Takes away the chunks of another text, and makes room for as many as there are likely to be. Gives how many.
fn begin(analysis: &mut Analysis<'_>) -> usize {
    // A chunk has 1.3 tokens and more, if few of them are marks.
    let expected = analysis.tokens.len() * 4 / 5 + 8;
    analysis.chunks.clear();
    analysis.chunks.reserve(expected);
    analysis.enclosing.clear();
    analysis.enclosing.reserve(expected);
    analysis.sentence_of.clear();
    analysis.sentence_of.reserve(expected);
    analysis.sentence_chunks.clear();
    let sentences = analysis.sentences.len() + 1;
    analysis.sentence_chunks.reserve(sentences);
    analysis.quote_chunks.clear();
    let nowhere = (ChunkId::FIRST, ChunkId::FIRST);
    analysis.quote_chunks.resize(analysis.quotes.len(), nowhere);
    expected
}

/// Lays the tokens out in chunks.
pub(super) fn read(analysis: &mut Analysis<'_>) {
    let expected = begin(analysis);
    let Analysis {
        text,
        tokens,
        words,
        quotes,
        quote_chunks,
        chunks,
        enclosing,
        sentence_of,
        sentence_chunks,
        ..
    } = analysis;
    let mut open: Vec<QuoteId> = Vec::new();
    let mut edges = Edges::of(tokens, quotes).peekable();
    let mut at = 0;
    for (sentence, range) in analysis.sentences.iter().enumerate() {
        sentence_chunks.push(ChunkId::new(chunks.len()));
        let range = range.range();
        at = range.start.max(at);
        loop {
            while let Some(edge) =
                edges.next_if(|edge| edge.token.index() <= at && (edge.closes || at < range.end))
            {
                let number = ChunkId::new(chunks.len());
                let end = if edge.mark { at + 1 } else { at };
                enclosing.resize(chunks.len(), open.last().copied());
                let kind = if edge.closes {
                    open.pop();
                    quote_chunks[edge.quote.index()].1 = number;
                    ChunkKind::Closing(edge.quote)
                } else {
                    quote_chunks[edge.quote.index()].0 = number;
                    ChunkKind::Opening(edge.quote)
                };
                // The marks of a quote stand outside of it.
                enclosing.push(open.last().copied());
                if !edge.closes {
                    open.push(edge.quote);
                }
                make_room(chunks, tokens.len() - at);
                chunks.push(Chunk::new(kind, at, end, at));
                at = end;
            }
            if at >= range.end {
                break;
            }
            let limit = edges
                .peek()
                .map_or(range.end, |edge| range.end.min(edge.token.index()));
            let phrases = TaggedTokens::of(
                &analysis.language.names,
                text,
                &tokens[..limit],
                &words[..limit],
            );
            while at < limit {
                let chunk = phrases.chunk(at);
                at = chunk.end.index();
                make_room(chunks, tokens.len() - at);
                chunks.push(chunk);
            }
        }
        sentence_of.resize(chunks.len(), SentenceId::new(sentence));
    }
    enclosing.resize(chunks.len(), open.last().copied());
    give_back(chunks, expected);
    give_back(enclosing, expected);
    give_back(sentence_of, expected);
    sentence_chunks.push(ChunkId::new(chunks.len()));
    Links::read(
        chunks.len(),
        sentence_chunks,
        quote_chunks,
        &mut analysis.links,
    );
    pass_over_signs(analysis);
    find_paragraphs(analysis);
}

/// Makes room for one chunk more where there is none, and at once for as many as `tokens` more are likely to
/// make: twice the room that there was would take more memory than all else.
#[inline]
fn make_room(chunks: &mut Vec<Chunk>, tokens: usize) {
    if chunks.len() == chunks.capacity() {
        chunks.reserve_exact(1 + tokens.max(chunks.len() / 4));
    }
}

/// Passes over what marks words up and says nothing itself.
fn pass_over_signs(analysis: &mut Analysis<'_>) {
    for (number, chunk) in analysis.chunks.iter().enumerate() {
        let first = || analysis.tokens[chunk.first.index()].span();
        let id = ChunkId::new(number);
        let is_sign = match chunk.kind {
            ChunkKind::Other => {
                is_emphasis(analysis.text, first())
                    || analysis.is_block_sign(id)
                    || is_bracket_of_address(analysis, chunk.first)
            }
            // "Ada Berg <ada@example.org> wrote:"
            ChunkKind::NounPhrase => is_address(analysis, chunk.first),
            // The year of a citation, an age: "According to Pell (2019), …"
            ChunkKind::Aside => {
                analysis.tokens[chunk.first.next().index()].kind() == TokenKind::Number
            }
            _ => false,
        };
        if is_sign {
            links::pass_over(&mut analysis.links, id);
        }
    }
}

/// Whether a token is an e-mail address in angle brackets.
fn is_address(analysis: &Analysis<'_>, at: TokenId) -> bool {
    let token = analysis.tokens[at.index()];
    token.kind() == TokenKind::Email && analysis.text[..token.span().start()].ends_with('<')
}

/// Whether a token is one of the angle brackets around an e-mail address.
fn is_bracket_of_address(analysis: &Analysis<'_>, at: TokenId) -> bool {
    let is_email = |at: usize| {
        let token = analysis.tokens.get(at);
        token.is_some_and(|token| token.kind() == TokenKind::Email)
    };
    match analysis.token_text(at) {
        "<" => is_email(at.index() + 1),
        ">" => at.previous().is_some_and(|before| is_email(before.index())),
        _ => false,
    }
}

/// Finds the paragraph of each sentence.
fn find_paragraphs(analysis: &mut Analysis<'_>) {
    analysis.paragraph_of.clear();
    let mut paragraph = 0;
    for sentence in analysis.sentences {
        while paragraph + 1 < analysis.paragraphs.len()
            && analysis.paragraphs[paragraph].range().end <= sentence.range().start
        {
            paragraph += 1;
        }
        analysis.paragraph_of.push(ParagraphId::new(paragraph));
    }
}

/// Whether a token is a mark of emphasis on the words that it touches: **No.**
fn is_emphasis(text: &str, token: Span) -> bool {
    let is_space = |byte: Option<&u8>| byte.is_none_or(u8::is_ascii_whitespace);
    let bytes = text.as_bytes();
    text[token].starts_with(['*', '_'])
        && !(is_space(bytes[..token.start()].last()) && is_space(bytes.get(token.end())))
}
