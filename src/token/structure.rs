//! The sentences and paragraphs that tokens make.

use std::iter::FusedIterator;
use std::ops::Range;
use std::vec;

use crate::span::Span;

use super::layout::Layout;
use super::{Token, TokenKind, Tokenizer, sentence};

/// A half-open range of tokens, by their place among the tokens of the text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct TokenRange {
    pub(crate) start: u32,
    pub(crate) end: u32,
}

impl TokenRange {
    pub(super) fn new(start: usize, end: usize) -> TokenRange {
        TokenRange {
            start: start as u32,
            end: end as u32,
        }
    }

    /// The range for slicing the tokens.
    pub(crate) fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// The bytes from its first token to its last; it has one.
    pub(crate) fn span(self, tokens: &[Token]) -> Span {
        let tokens = &tokens[self.range()];
        tokens[0].span().join(tokens[tokens.len() - 1].span())
    }
}

/// The sentences and paragraphs of a text.
///
/// Both are in the text's order, do not overlap, are not empty, and neither start nor end with a
/// line or paragraph break. Each token that is no such break is in one sentence and one paragraph,
/// and each sentence lies in one paragraph.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Structure {
    pub(crate) sentences: Vec<TokenRange>,
    pub(crate) paragraphs: Vec<TokenRange>,
}

impl Structure {
    /// The structure of a text from all its tokens.
    pub(crate) fn of(text: &str, tokens: &[Token]) -> Structure {
        let mut structure = Structure::default();
        structure.read(text, tokens);
        structure
    }

    /// Reads the structure of another text into the same buffers.
    pub(crate) fn read(&mut self, text: &str, tokens: &[Token]) {
        self.sentences.clear();
        self.paragraphs.clear();
        let layout = Layout::of(text, tokens);
        let mut start = 0;
        for (at, token) in tokens.iter().enumerate() {
            let ends = match token.kind() {
                TokenKind::ParagraphBreak => true,
                TokenKind::LineBreak => layout.ends_paragraph(text, tokens, at),
                _ => false,
            };
            if ends {
                self.paragraph(text, tokens, start, at);
                start = at + 1;
            }
        }
        self.paragraph(text, tokens, start, tokens.len());
    }

    fn paragraph(&mut self, text: &str, tokens: &[Token], start: usize, end: usize) {
        if start < end {
            self.paragraphs.push(TokenRange::new(start, end));
            sentence::split(text, tokens, start..end, &mut self.sentences);
        }
    }
}

macro_rules! spans {
    ($(#[$doc:meta])* $name:ident, $ranges:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug)]
        pub struct $name(vec::IntoIter<Span>);

        impl $name {
            pub(super) fn of(text: &str) -> $name {
                let tokens: Vec<Token> = Tokenizer::new().tokens(text).collect();
                let ranges = Structure::of(text, &tokens).$ranges;
                let spans: Vec<Span> = ranges.iter().map(|range| range.span(&tokens)).collect();
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
    /// The spans of a text's sentences, in its order. [`Tokenizer::sentences`] makes it.
    Sentences, sentences
}

spans! {
    /// The spans of a text's paragraphs, in its order. [`Tokenizer::paragraphs`] makes it.
    Paragraphs, paragraphs
}
