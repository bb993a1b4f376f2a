//! Paragraphs whose marks pair up by themselves.
//!
//! Such a paragraph opens and closes quotations of one style in turn, each mark at no cost, beside
//! apostrophes beyond doubt. What else its marks could mean is so costly that no such action comes
//! through the next paragraph of the kind: to read a mark against its look costs [`COSTLY`], to go on
//! over the break costs more, and the marks there must be read against their looks once more, which
//! together is beyond [`WINDOW`]. So if a plain paragraph starts outside of all quotations and
//! another one follows, or none, the actions at its marks are certain.

use super::decision::Action;
use crate::quote::convention::Convention;
use crate::quote::cost::{self, Cost, WINDOW};
use crate::quote::events::Event;
use crate::token::mark::MarkStyle;

/// The least that an action against the look of a mark costs here.
pub(super) const COSTLY: Cost = WINDOW / 2;

/// The least that two quotations cost that are left open here, or one of another style: neither
/// comes over the paragraph's end.
pub(super) const LOST: Cost = WINDOW + 1 - cost::CONTINUED - cost::NOT_REPEATED;

/// The style of the quotations in a paragraph, if it is plain and has one.
pub(super) fn style(paragraph: &[Event], convention: &Convention) -> Option<MarkStyle> {
    let mut open: Option<&Event> = None;
    let mut style = None;
    for (at, event) in paragraph.iter().enumerate() {
        let leads = event.starts_paragraph;
        match open {
            _ if !leads && is_apostrophe(event, style, convention) => {}
            None if at == 0 || !leads => {
                let is_first = style.is_none_or(|style| style == event.style);
                if !is_first || !opens(event, convention) {
                    return None;
                }
                open = Some(event);
                style = Some(event.style);
            }
            Some(first) if !leads && closes(event, first) => open = None,
            _ => return None,
        }
    }
    style.filter(|_| open.is_none())
}

/// The actions at the marks of a plain paragraph.
pub(super) fn actions(paragraph: &[Event]) -> impl Iterator<Item = Action> {
    paragraph.iter().map(|event| match event.costs {
        costs if costs.none == 0 => Action::None,
        costs if costs.open == 0 => Action::Open,
        _ => Action::Close { skipped: 0 },
    })
}

fn is_apostrophe(event: &Event, style: Option<MarkStyle>, convention: &Convention) -> bool {
    let open = Cost::from(event.costs.open) + cost::outermost(event.style, convention);
    event.costs.none == 0
        && Some(event.style) != style
        && event.style == MarkStyle::Single
        && !event.after_stop
        && open >= LOST
}

fn opens(event: &Event, convention: &Convention) -> bool {
    let costs = event.costs;
    costs.open == 0
        && Cost::from(costs.close.min(costs.none)) >= COSTLY
        && cost::outermost(event.style, convention) == 0
}

fn closes(event: &Event, first: &Event) -> bool {
    let costs = event.costs;
    costs.close == 0
        && Cost::from(costs.none) >= COSTLY
        && Cost::from(costs.open) + cost::SAME_STYLE >= LOST
        && event.style == first.style
        && event.is_ascii == first.is_ascii
        && first
            .sentence_end
            .is_none_or(|end| event.start <= end.get())
}
