//! Which mark closes which: the cheapest actions at all marks together.
//!
//! Each mark can open, close, go on in a new paragraph, or be no mark at all; each action has its
//! [cost](super::cost), and so have the errors of the text: a quotation never closed, a mark of
//! the wrong style. The document gets the cheapest sequence of actions. So a mark
//! that could be an apostrophe is decided by the marks after it, and an error costs what stands
//! beside it, not the rest of the document.
//!
//! ```text
//! plain     paragraphs in which one action at each mark is cheap: nothing to decide
//! search    the cheapest way through all others
//! path      such a way, mark by mark
//! stack     the quotations that are open on it
//! ```

mod decision;
mod path;
mod plain;
mod search;
mod stack;

use super::convention::Convention;
use super::events::Event;
use super::reporting_clause::ReportingClauses;
use search::PairSearch;

pub(crate) use decision::{Across, Action, MarkDecision};

/// The decisions about all marks, and the steps that they took.
pub(crate) fn decide(
    clauses: ReportingClauses<'_>,
    events: &[Event],
    convention: &Convention,
) -> (Vec<MarkDecision>, u64) {
    let mut search = PairSearch::new(clauses, convention, events.len());
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
                search.pass(plain::actions(paragraph));
            }
            _ => paragraph.iter().for_each(|event| search.read(event)),
        }
    }
    search.finish()
}

#[cfg(test)]
mod tests;
