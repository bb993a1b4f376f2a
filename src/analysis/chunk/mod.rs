//! Tagged tokens to chunks: noun phrases, verb groups, asides, and the words and marks between them.
//!
//! One pass from left to right; a phrase never crosses a quotation mark or the end of a sentence.

mod edge;
mod phrase;

use super::Analysis;
use super::links::Links;
use phrase::Phrases;

/// A phrase, or a token that belongs to none.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Chunk {
    pub(crate) kind: ChunkKind,
    /// The first token and the one after the last; equal at the edge of a quote without a mark.
    pub(crate) first: u32,
    pub(crate) end: u32,
    /// The token that the phrase is about: of a noun phrase its noun, of a verb group its verb.
    pub(crate) head: u32,
}

impl Chunk {
    fn new(kind: ChunkKind, first: usize, end: usize, head: usize) -> Chunk {
        Chunk {
            kind,
            first: first as u32,
            end: end as u32,
            head: head as u32,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ChunkKind {
    NounPhrase,
    VerbGroup(VerbForm),
    Preposition,
    /// who, which, what, where
    Wh,
    Subordinator,
    Coordinator,
    Adverb,
    /// An adjective that belongs to no noun phrase.
    Adjective,
    Comma,
    Colon,
    Semicolon,
    Dash,
    Stop,
    /// Words in brackets.
    Aside,
    /// The edge of the quote of this number.
    Opening(u32),
    Closing(u32),
    Other,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum VerbForm {
    Finite,
    Infinitive,
    Ing,
    Participle,
}

/// Lays the tokens out in chunks.
pub(super) fn read(analysis: &mut Analysis<'_>) {
    let Analysis {
        text,
        tokens,
        words,
        quotes,
        quote_chunks,
        chunks,
        level,
        sentence_of,
        sentence_chunks,
        ..
    } = analysis;
    // A chunk has 1.3 tokens and more, if few of them are marks.
    let expected = tokens.len() * 4 / 5 + 8;
    chunks.clear();
    chunks.reserve(expected);
    level.clear();
    level.reserve(expected);
    sentence_of.clear();
    sentence_of.reserve(expected);
    sentence_chunks.clear();
    sentence_chunks.reserve(analysis.sentences.len() + 1);
    quote_chunks.clear();
    quote_chunks.resize(quotes.len(), (0, 0));
    let mut open = vec![0u32];
    let mut edges = edge::edges(tokens, quotes).into_iter().peekable();
    let mut at = 0;
    for (sentence, range) in analysis.sentences.iter().enumerate() {
        sentence_chunks.push(chunks.len() as u32);
        let range = range.range();
        at = range.start.max(at);
        loop {
            while let Some(edge) =
                edges.next_if(|edge| edge.token as usize <= at && (edge.closes || at < range.end))
            {
                let number = chunks.len();
                let end = if edge.mark { at + 1 } else { at };
                level.resize(number, *open.last().unwrap_or(&0));
                let kind = if edge.closes {
                    open.pop();
                    quote_chunks[edge.quote as usize].1 = number as u32;
                    ChunkKind::Closing(edge.quote)
                } else {
                    quote_chunks[edge.quote as usize].0 = number as u32;
                    ChunkKind::Opening(edge.quote)
                };
                // The marks of a quote stand on the level around it.
                level.push(*open.last().unwrap_or(&0));
                if !edge.closes {
                    open.push(edge.quote + 1);
                }
                chunks.push(Chunk::new(kind, at, end, at));
                at = end;
            }
            if at >= range.end {
                break;
            }
            let limit = edges
                .peek()
                .map_or(range.end, |edge| range.end.min(edge.token as usize));
            let phrases = Phrases::of(text, &tokens[..limit], &words[..limit]);
            while at < limit {
                let chunk = phrases.chunk(at);
                at = chunk.end as usize;
                chunks.push(chunk);
            }
        }
        sentence_of.resize(chunks.len(), sentence as u32);
    }
    level.resize(chunks.len(), *open.last().unwrap_or(&0));
    sentence_chunks.push(chunks.len() as u32);
    Links::read(
        chunks.len(),
        sentence_chunks,
        quote_chunks,
        &mut analysis.links,
    );
    analysis.paragraph_of.clear();
    let mut paragraph = 0;
    for sentence in analysis.sentences {
        while paragraph + 1 < analysis.paragraphs.len()
            && analysis.paragraphs[paragraph].range().end <= sentence.range().start
        {
            paragraph += 1;
        }
        analysis.paragraph_of.push(paragraph as u32);
    }
}
