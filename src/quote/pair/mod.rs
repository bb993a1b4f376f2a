//! Which mark closes which: the cheapest reading of all marks together.
//!
//! Each mark can open, close, go on in a new paragraph, or be no mark at all; each reading has its
//! [cost](super::cost), and so have the errors of the text: a quotation never closed, a mark of
//! the wrong style. The reading of the document is the cheapest sequence of readings. So a mark
//! that could be an apostrophe is decided by the marks after it, and an error costs what stands
//! beside it, not the rest of the document.
//!
//! ```text
//! plain     paragraphs in which each mark has one cheap reading: nothing to decide
//! search    the cheapest way through all others
//! stack     the quotations that are open on such a way
//! ```

mod plain;
mod search;
mod stack;

use super::convention::Convention;
use super::events::Event;
use super::reporting_clause::Clauses;
use search::Search;

/// What a mark turned out to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reading {
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
pub(crate) struct Decision {
    pub(crate) across: Across,
    pub(crate) reading: Reading,
}

/// The decisions about all marks, and the steps that they took.
pub(crate) fn decide(
    clauses: Clauses<'_>,
    events: &[Event],
    convention: &Convention,
) -> (Vec<Decision>, u64) {
    let mut search = Search::new(clauses, convention, events.len());
    let mut paragraphs = events.chunk_by(|_, next| next.breaks == 0);
    let mut next = paragraphs.next();
    let mut next_style = next.and_then(|paragraph| plain::style(paragraph, convention));
    while let Some(paragraph) = next {
        let style = next_style;
        next = paragraphs.next();
        next_style = next.and_then(|paragraph| plain::style(paragraph, convention));
        let stays_plain = next.is_none() || next_style == style;
        match style {
            Some(style) if search.settles_before(style) && stays_plain => {
                search.pass(plain::readings(paragraph));
            }
            _ => paragraph.iter().for_each(|event| search.read(event)),
        }
    }
    search.finish()
}

#[cfg(test)]
mod tests;
