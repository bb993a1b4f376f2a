//! A text with its tokens, and ranges of them.

use std::ops::Range;

use super::kind::Token;
use super::orthography::Orthography;
use crate::span::Span;

/// A text with its tokens and the spelling of its language.
#[derive(Clone, Copy)]
pub(super) struct Tokenized<'a> {
    pub(super) text: &'a str,
    pub(super) tokens: &'a [Token],
    pub(super) orthography: &'a Orthography,
}

/// A half-open range of tokens, by their place among the tokens of the text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct TokenRange {
    pub(crate) start: u32,
    pub(crate) end: u32,
}

impl From<Range<usize>> for TokenRange {
    fn from(range: Range<usize>) -> TokenRange {
        TokenRange {
            start: range.start as u32,
            end: range.end as u32,
        }
    }
}

impl TokenRange {
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
