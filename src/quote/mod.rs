//! Quotation marks to quotes: pairs, depth, continuation over paragraphs.

use crate::span::Span;

/// A stretch of text between quotation marks, whatever it is used for.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Quote {
    span: Span,
}

impl Quote {
    /// From the first mark to the last, both included.
    #[must_use]
    pub fn span(&self) -> Span {
        self.span
    }
}
