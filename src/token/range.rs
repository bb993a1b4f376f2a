//! A text with its tokens, and ranges of them.

use std::ops::Range;

use super::kind::Token;
use super::orthography::Orthography;
use crate::ids::TokenId;
use crate::span::Span;

/// A text with its tokens and the spelling of its language.
#[derive(Clone, Copy)]
pub(super) struct Tokenized<'a> {
    pub(super) text: &'a str,
    pub(super) tokens: &'a [Token],
    pub(super) orthography: &'a Orthography,
}

/// A half-open range of tokens, by their position among the tokens of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct TokenRange {
    pub(crate) start: TokenId,
    pub(crate) end: TokenId,
}

impl From<Range<usize>> for TokenRange {
    fn from(range: Range<usize>) -> TokenRange {
        TokenRange {
            start: TokenId::new(range.start),
            end: TokenId::new(range.end),
        }
    }
}

impl TokenRange {
    /// The range for slicing the tokens.
    pub(crate) fn range(self) -> Range<usize> {
        self.start.index()..self.end.index()
    }

    /// The bytes from its first token to its last; it has one.
    pub(crate) fn span(self, tokens: &[Token]) -> Span {
        let tokens = &tokens[self.range()];
        tokens[0].span().join(tokens[tokens.len() - 1].span())
    }
}
