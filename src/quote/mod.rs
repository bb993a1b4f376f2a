//! Quotation marks to quotes: pairs, depth, continuation over paragraphs.

use crate::span::Span;

/// A stretch of text between quotation marks, whatever it is used for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quote {
    span: Span,
}
