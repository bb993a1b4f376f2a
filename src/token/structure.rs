//! The sentences and paragraphs that tokens make.

use std::iter::FusedIterator;
use std::{mem, vec};

use super::kind::{Token, TokenKind};
use super::lines::Lines;
use super::orthography::Orthography;
use super::range::{TokenRange, Tokenized};
use super::sentence;
use crate::ids::TokenId;
use crate::span::Span;

/// The sentences and paragraphs of a text.
///
/// Both are in the text's order, do not overlap, are not empty, and neither start nor end with a
/// line or paragraph break. Each token that is no such break is in one sentence and one paragraph,
/// and each sentence lies in one paragraph.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Structure {
    pub(crate) sentences: Vec<TokenRange>,
    pub(crate) paragraphs: Vec<TokenRange>,
    /// The line breaks within paragraphs, in order.
    pub(crate) wraps: Vec<TokenId>,
    pub(crate) lines: Lines,
    /// What [`find_positions`] finds, kept for its memory.
    positions: Vec<TokenId>,
}

impl Structure {
    /// Reads the structure of a text, which has all these tokens, into buffers that another may have
    /// used.
    pub(crate) fn read(&mut self, text: &str, orthography: &Orthography, tokens: &[Token]) {
        self.sentences.clear();
        self.paragraphs.clear();
        self.wraps.clear();
        let mut positions = mem::take(&mut self.positions);
        find_positions(tokens, &mut positions);
        let source = Tokenized {
            text,
            tokens,
            orthography,
        };
        self.lines.read(text, orthography);
        let lines = mem::take(&mut self.lines);
        // A break stands before each line but the first.
        let mut after_breaks = lines.iter().skip(1);
        let mut start = TokenId::FIRST;
        let mut stops = 0;
        for (i, &at) in positions.iter().enumerate() {
            if !tokens[at.index()].kind().is_break() {
                continue;
            }
            if after_breaks.next().is_none_or(|line| line.begins_paragraph) {
                self.paragraph(source, TokenRange { start, end: at }, &positions[stops..i]);
                start = at.next();
                stops = i + 1;
            } else {
                self.wraps.push(at);
            }
        }
        let end = TokenId::new(tokens.len());
        self.paragraph(source, TokenRange { start, end }, &positions[stops..]);
        positions.clear();
        positions.shrink_to(KEPT_POSITIONS);
        self.positions = positions;
        self.lines = lines;
    }

    fn paragraph(&mut self, source: Tokenized<'_>, range: TokenRange, positions: &[TokenId]) {
        if range.start < range.end {
            self.paragraphs.push(range);
            sentence::split(source, range, positions, &mut self.sentences);
        }
    }
}

/// For how many positions memory is kept, as an article of 100 KB takes: those of a longer text would stand beside
/// all that later stages need.
const KEPT_POSITIONS: usize = 1 << 13;

/// Puts the positions of the tokens that can end a paragraph or a sentence, in order, in place of those
/// in `positions`.
///
/// Four tokens in five are words, and nothing tells beforehand which: to collect a bit for each of
/// 64 tokens and then visit the bits that are set takes half the time of a branch at each.
fn find_positions(tokens: &[Token], positions: &mut Vec<TokenId>) {
    positions.clear();
    positions.reserve(tokens.len() / 3);
    for (i, chunk) in tokens.chunks(64).enumerate() {
        let mut others = chunk.iter().rev().fold(0_u64, |others, token| {
            others << 1 | u64::from(token.kind() != TokenKind::Word)
        });
        while others != 0 {
            let at = 64 * i + others.trailing_zeros() as usize;
            let kind = tokens[at].kind();
            if kind.is_break() || sentence::can_stop(kind) {
                positions.push(TokenId::new(at));
            }
            others &= others - 1;
        }
    }
}

macro_rules! spans {
    ($(#[$doc:meta])* pub struct $name:ident; $ranges:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug)]
        pub struct $name(vec::IntoIter<Span>);

        impl $name {
            pub(super) fn of(structure: &Structure, tokens: &[Token]) -> $name {
                let ranges = structure.$ranges.iter();
                let spans: Vec<Span> = ranges.map(|range| range.span(tokens)).collect();
                $name(spans.into_iter())
            }
        }

        impl Iterator for $name {
            type Item = Span;

            fn next(&mut self) -> Option<Span> {
                self.0.next()
            }

            fn size_hint(&self) -> (usize, Option<usize>) {
                self.0.size_hint()
            }
        }

        impl ExactSizeIterator for $name {}

        impl FusedIterator for $name {}
    };
}

spans! {
    /// The spans of a text's sentences, in its order. [`Tokenizer::sentences`](crate::Tokenizer::sentences) makes it.
    ///
    /// ```
    /// let text = "It holds. It always has.";
    /// let sentences: Vec<&str> = quotation::Tokenizer::new().sentences(text).map(|span| &text[span]).collect();
    /// assert_eq!(sentences, ["It holds.", "It always has."]);
    /// ```
    pub struct Sentences; sentences
}

spans! {
    /// The spans of a text's paragraphs, in its order. [`Tokenizer::paragraphs`](crate::Tokenizer::paragraphs) makes it.
    ///
    /// ```
    /// let text = "It holds.\n\nIt always has.";
    /// let paragraphs: Vec<&str> = quotation::Tokenizer::new().paragraphs(text).map(|span| &text[span]).collect();
    /// assert_eq!(paragraphs, ["It holds.", "It always has."]);
    /// ```
    pub struct Paragraphs; paragraphs
}
