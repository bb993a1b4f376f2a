//! A text with all that is known of it before anybody asks who speaks.

use std::iter;

use super::chunk::Chunk;
use super::links::Links;
use super::steps;
use crate::ids::{ChunkId, ParagraphId, SentenceId, TokenId};
use crate::language::{Language, Lexicon, Shape, Tag, Word};
use crate::quote::{Quote, QuoteId};
use crate::span::Span;
use crate::token::{Token, TokenRange};

/// A text with all that is known of it before anybody asks who speaks.
#[derive(Debug, Default)]
pub(crate) struct Analysis<'t> {
    pub(crate) text: &'t str,
    pub(crate) language: &'static Language,
    /// The words of the language, and those that the caller adds.
    pub(crate) lexicon: &'t Lexicon,
    pub(crate) tokens: &'t [Token],
    /// Beside `tokens`.
    pub(crate) words: Vec<Word>,
    /// The words whose part of speech depends on their context; all with a capital are among them.
    pub(super) open: Vec<TokenId>,
    pub(crate) sentences: &'t [TokenRange],
    /// Beside `sentences`: whether more than three words have a capital that their position asks for.
    pub(crate) headlines: Vec<bool>,
    pub(crate) paragraphs: &'t [TokenRange],
    pub(crate) quotes: &'t [Quote],
    /// Beside `quotes`: the chunks of their first and last mark.
    pub(crate) quote_chunks: Vec<(ChunkId, ChunkId)>,
    /// Phrases and marks in text order; between them they hold every token.
    pub(crate) chunks: Vec<Chunk>,
    /// Beside `chunks`: the innermost quote around the chunk; none in narration.
    pub(crate) enclosing: Vec<Option<QuoteId>>,
    /// Beside `chunks`: the siblings of each; one more without any.
    pub(crate) links: Vec<Links>,
    /// Beside `chunks`: the sentence.
    pub(crate) sentence_of: Vec<SentenceId>,
    /// Beside `sentences`: the paragraph.
    pub(crate) paragraph_of: Vec<ParagraphId>,
    /// Beside `sentences`: its first chunk; one more for the end.
    pub(crate) sentence_chunks: Vec<ChunkId>,
}

impl<'t> Analysis<'t> {
    /// The arrays, to be used for another text.
    pub(crate) fn into_used(self) -> Analysis<'static> {
        Analysis {
            words: self.words,
            open: self.open,
            headlines: self.headlines,
            quote_chunks: self.quote_chunks,
            chunks: self.chunks,
            enclosing: self.enclosing,
            links: self.links,
            sentence_of: self.sentence_of,
            paragraph_of: self.paragraph_of,
            sentence_chunks: self.sentence_chunks,
            ..Analysis::default()
        }
    }

    /// The characters of a token.
    pub(crate) fn token_text(&self, token: TokenId) -> &'t str {
        steps::step();
        &self.text[self.tokens[token.index()].span()]
    }

    /// The word of a token.
    pub(crate) fn word(&self, token: TokenId) -> &Word {
        steps::step();
        &self.words[token.index()]
    }

    /// The span from the start of one token to the end of another.
    pub(crate) fn span(&self, first: TokenId, last: TokenId) -> Span {
        self.tokens[first.index()]
            .span()
            .join(self.tokens[last.index()].span())
    }

    /// A phrase or a mark.
    pub(crate) fn chunk(&self, chunk: ChunkId) -> Chunk {
        steps::step();
        self.chunks[chunk.index()]
    }

    /// The characters of a chunk's first token; nothing after the last chunk and at the edge of a quote there.
    pub(crate) fn first_token_text(&self, chunk: ChunkId) -> &'t str {
        let chunk = self.chunks.get(chunk.index());
        let token = chunk.and_then(|chunk| self.tokens.get(chunk.first.index()));
        token.map_or("", |token| token.text(self.text))
    }

    /// Whether a chunk is the `>` before a line that somebody else wrote.
    pub(crate) fn is_block_sign(&self, chunk: ChunkId) -> bool {
        let start = || {
            let first = self.chunks[chunk.index()].first;
            self.tokens[first.index()].span().start()
        };
        let begins_line = |at: usize| {
            let before = self.text[..at].trim_end_matches(' ');
            before.is_empty() || before.ends_with(['\n', '>'])
        };
        self.first_token_text(chunk).starts_with('>') && begins_line(start())
    }

    /// Whether a phrase that begins with a token tells whose its head is: "Ms. Berg's verdict", "her words".
    pub(crate) fn is_owned(&self, first: TokenId, head: TokenId) -> bool {
        first.up_to(head).any(|at| {
            let word = self.word(at);
            word.tag == Tag::Possessive || word.shape.has(Shape::POSSESSIVE)
        })
    }

    /// The last token between the marks of a quote, if there is one: the last token of a text may open a quote.
    pub(crate) fn last_within(&self, quote: QuoteId) -> Option<TokenId> {
        let (opening, closing) = self.quote_chunks[quote.index()];
        let first = self.chunk(opening).end;
        let last = self.chunk(closing).first.previous();
        last.filter(|&last| last >= first)
    }

    /// How many quotes stand around a chunk.
    pub(crate) fn depth(&self, chunk: ChunkId) -> usize {
        let around = self.enclosing[chunk.index()];
        around.map_or(0, |quote| self.quotes[quote.index()].depth() + 1)
    }

    /// What the first word of a chunk is.
    #[inline]
    pub(crate) fn first_word(&self, chunk: ChunkId) -> &Word {
        self.word(self.chunk(chunk).first)
    }

    /// What the head of a chunk is.
    #[inline]
    pub(crate) fn head_word(&self, chunk: ChunkId) -> &Word {
        self.word(self.chunk(chunk).head)
    }

    /// The paragraph of a chunk.
    pub(crate) fn paragraph(&self, chunk: ChunkId) -> ParagraphId {
        self.paragraph_of[self.sentence_of[chunk.index()].index()]
    }

    /// The first chunk of a sentence and the one after its last.
    pub(crate) fn sentence_bounds(&self, sentence: SentenceId) -> (ChunkId, ChunkId) {
        let start = |sentence: SentenceId| self.sentence_chunks[sentence.index()];
        (start(sentence), start(sentence.next()))
    }

    /// Whether two sentences stand in one paragraph; no sentence does with the one that would stand after the last.
    pub(crate) fn share_paragraph(&self, one: SentenceId, other: SentenceId) -> bool {
        let paragraph = |sentence: SentenceId| self.paragraph_of.get(sentence.index());
        paragraph(one).is_some() && paragraph(one) == paragraph(other)
    }

    /// The next chunk within the same quote, over whole quotes at a step, while in the same sentence or
    /// in the sentence where such a quote ends.
    #[inline]
    pub(crate) fn next_sibling(&self, chunk: ChunkId) -> Option<ChunkId> {
        steps::step();
        self.links[chunk.index()].next
    }

    /// The chunk before within the same quote, in the way of [`Analysis::next_sibling`]. Of a quote, its
    /// opening mark.
    #[inline]
    pub(crate) fn previous_sibling(&self, chunk: ChunkId) -> Option<ChunkId> {
        steps::step();
        self.links[chunk.index()].previous
    }

    /// The siblings before a chunk, the nearest first.
    pub(crate) fn siblings_before(&self, chunk: ChunkId) -> impl Iterator<Item = ChunkId> {
        iter::successors(self.previous_sibling(chunk), |&chunk| {
            self.previous_sibling(chunk)
        })
    }

    /// The siblings after a chunk, the nearest first.
    pub(crate) fn siblings_after(&self, chunk: ChunkId) -> impl Iterator<Item = ChunkId> {
        iter::successors(self.next_sibling(chunk), |&chunk| self.next_sibling(chunk))
    }
}
