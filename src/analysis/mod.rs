//! A text as the later stages read it: tokens, the facts of their words, their parts of speech,
//! the quotes around them, and the phrases that they form.
//!
//! Everything here is an array beside another array: facts and parts of speech stand beside the
//! tokens, phrases name ranges of tokens, quotes name the phrases of their marks.

mod capitals;
mod chunk;
pub(crate) mod cue;
mod links;
pub(crate) mod mention;
pub(crate) mod steps;
mod tag;
mod word;
mod wrap;

use crate::language::Lexicon;
use crate::quote::Quote;
use crate::span::Span;
use crate::stage::{Stage, Watch};
use crate::token::{Structure, Token, TokenRange};

use capitals::Common;
pub(crate) use chunk::{Chunk, ChunkKind, VerbForm};
use links::Links;
pub(crate) use tag::Tag;
pub(crate) use word::{Shape, Word};

/// A text with all that is known of it before anybody asks who speaks.
#[derive(Debug, Default)]
pub(crate) struct Analysis<'t> {
    pub(crate) text: &'t str,
    pub(crate) tokens: &'t [Token],
    /// Beside `tokens`.
    pub(crate) words: Vec<Word>,
    /// The words whose part of speech depends on their place; all with a capital are among them.
    open: Vec<u32>,
    pub(crate) sentences: &'t [TokenRange],
    /// Beside `sentences`: whether more than three words have a capital that their place asks for.
    pub(crate) headlines: Vec<bool>,
    pub(crate) paragraphs: &'t [TokenRange],
    pub(crate) quotes: &'t [Quote],
    /// Beside `quotes`: the chunks of their first and last mark.
    pub(crate) quote_chunks: Vec<(u32, u32)>,
    /// Phrases and marks in text order; between them they hold every token.
    pub(crate) chunks: Vec<Chunk>,
    /// Beside `chunks`: the number of the innermost quote around the chunk plus one, zero in narration.
    pub(crate) level: Vec<u32>,
    /// Beside `chunks`: the neighbours on the same level.
    links: Vec<Links>,
    /// Beside `chunks`: the number of the sentence.
    pub(crate) sentence_of: Vec<u32>,
    /// Beside `sentences`: the number of the paragraph.
    pub(crate) paragraph_of: Vec<u32>,
    /// Beside `sentences`: the number of its first chunk; one more for the end.
    pub(crate) sentence_chunks: Vec<u32>,
}

impl<'t> Analysis<'t> {
    /// Reads `text`, whose quotes are known, into arrays that were used for another.
    pub(crate) fn new(
        text: &'t str,
        lexicon: &Lexicon,
        tokens: &'t mut Vec<Token>,
        structure: &'t mut Structure,
        quotes: &'t [Quote],
        used: Analysis<'static>,
        watch: &mut impl Watch,
    ) -> Analysis<'t> {
        wrap::unwrap(tokens, structure);
        let mut analysis = Analysis {
            text,
            tokens,
            sentences: &structure.sentences,
            paragraphs: &structure.paragraphs,
            quotes,
            ..used
        };
        let Analysis {
            tokens,
            words,
            open,
            sentences,
            headlines,
            ..
        } = &mut analysis;
        let mut common = Common::new();
        word::words(text, lexicon, tokens, words, open, &mut common);
        watch.ended(Stage::Words);
        capitals::settle(text, tokens, words, sentences, open, &common, headlines);
        tag::tag(text, tokens, words, sentences, open);
        watch.ended(Stage::Tags);
        chunk::read(&mut analysis);
        watch.ended(Stage::Chunks);
        analysis
    }

    /// The arrays, to be used for another text.
    pub(crate) fn into_used(self) -> Analysis<'static> {
        Analysis {
            text: "",
            tokens: &[],
            words: self.words,
            open: self.open,
            sentences: &[],
            headlines: self.headlines,
            paragraphs: &[],
            quotes: &[],
            quote_chunks: self.quote_chunks,
            chunks: self.chunks,
            level: self.level,
            links: self.links,
            sentence_of: self.sentence_of,
            paragraph_of: self.paragraph_of,
            sentence_chunks: self.sentence_chunks,
        }
    }

    /// The characters of a token.
    pub(crate) fn token_text(&self, token: u32) -> &'t str {
        steps::step();
        &self.text[self.tokens[token as usize].span()]
    }

    /// The word of a token.
    pub(crate) fn word(&self, token: u32) -> &Word {
        steps::step();
        &self.words[token as usize]
    }

    /// The span from the start of one token to the end of another.
    pub(crate) fn span(&self, first: u32, last: u32) -> Span {
        self.tokens[first as usize]
            .span()
            .join(self.tokens[last as usize].span())
    }

    /// A phrase or a mark by its number.
    pub(crate) fn chunk(&self, chunk: u32) -> Chunk {
        steps::step();
        self.chunks[chunk as usize]
    }

    /// The next chunk on the same level, over whole quotes at a step, while in the same sentence or
    /// in the sentence where such a quote ends.
    #[inline]
    pub(crate) fn next_on_level(&self, chunk: u32) -> Option<u32> {
        steps::step();
        self.links[chunk as usize].next()
    }

    /// The chunk before on the same level, in the way of [`Analysis::next_on_level`]. Of a quote, its
    /// opening mark.
    #[inline]
    pub(crate) fn previous_on_level(&self, chunk: u32) -> Option<u32> {
        steps::step();
        self.links[chunk as usize].previous()
    }
}
