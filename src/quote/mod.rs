//! Quotation marks to quotes: pairs, depth, continuation over paragraphs.

use crate::span::Span;

/// A stretch of text between quotation marks, whatever it is used for.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Quote {
    span: Span,
    depth: u16,
    closed: bool,
}

impl Quote {
    /// From the first mark to the last, both included.
    #[must_use]
    pub fn span(&self) -> Span {
        self.span
    }

    /// How many quotes it stands in: 0 for an outermost one.
    #[must_use]
    pub fn depth(&self) -> usize {
        self.depth.into()
    }

    /// Whether a mark closes it.
    #[must_use]
    pub fn is_closed(&self) -> bool {
        self.closed
    }
}
