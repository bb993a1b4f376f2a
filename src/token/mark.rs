//! Quotation marks: which characters they are, and what their look and their neighbours say.

/// What the look of a quotation mark and the characters beside it say about its side.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MarkSide {
    /// It can only open a quotation.
    Opening,
    /// It can only close a quotation.
    Closing,
    /// It can do both, or its neighbours do not tell.
    Either,
    /// It is an apostrophe.
    Apostrophe,
}
