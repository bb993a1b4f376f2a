//! What can be decided about a mark.

/// What a mark turned out to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Action {
    /// No quotation mark.
    None,
    /// Opens a quotation.
    Open,
    /// Ends the innermost quotation, which was not closed, and opens one.
    Reopen,
    /// Closes the innermost quotation but `skipped`, which are left unclosed.
    Close { skipped: u8 },
    /// Closes the two innermost quotations: `''`.
    CloseTwo,
    /// Closes a quotation that no mark opened.
    CloseUnopened,
    /// Repeats the mark of an open quotation at the start of a paragraph or a line.
    Repeat,
}

/// What became of the open quotations at the paragraph breaks before a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Across {
    /// There was no break, or nothing was open.
    Nothing,
    /// All ended, unclosed.
    Ended,
    /// All went on.
    Continued,
    /// The outermost went on, the others ended unclosed.
    OutermostContinued,
}

/// The decision about one mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct MarkDecision {
    pub(crate) across: Across,
    pub(crate) action: Action,
}
