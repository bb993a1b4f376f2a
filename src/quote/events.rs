//! The marks with what pairing asks about each.

use super::convention::Convention;
use super::cost::{self, Costs};
use super::layout::Layout;
use crate::token::mark::{Look, Mark, Neighbour, Shape};

/// A mark as pairing sees it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Event {
    pub(crate) costs: Costs,
    pub(crate) shape: Shape,
    pub(crate) look: Look,
    /// The paragraph breaks between the last mark and this one, up to 255.
    pub(crate) breaks: u8,
    /// Where its paragraph starts.
    pub(crate) paragraph: u32,
    /// Whether it is the first thing in its paragraph, further marks aside.
    pub(crate) starts_paragraph: bool,
    /// Whether it is the first thing in its line, but not in its paragraph.
    pub(crate) starts_line: bool,
    /// Whether it is `''`, which may be two marks.
    pub(crate) is_pair: bool,
    /// Whether a comma, a full stop or the like stands before it.
    pub(crate) after_stop: bool,
    /// Whether a quotation that it opens begins in mid-sentence.
    pub(crate) opens_fragment: bool,
}

/// An event for each mark.
pub(crate) fn events(
    text: &str,
    marks: &[Mark],
    layout: Layout,
    convention: &Convention,
) -> Vec<Event> {
    let mut events = Vec::with_capacity(marks.len());
    let mut end = 0;
    let mut starts_paragraph = true;
    let mut paragraph = 0;
    for mark in marks {
        let gap = &text[end..mark.start()];
        let mut breaks = 0u8;
        for (_, start) in layout.breaks(text, end, mark.start()) {
            breaks = breaks.saturating_add(1);
            paragraph = start;
        }
        starts_paragraph = match breaks {
            0 => starts_paragraph && is_lead(gap),
            _ => is_lead(&text[paragraph..mark.start()]),
        };
        events.push(Event {
            costs: cost::of(text, mark, convention),
            shape: mark.shape,
            look: mark.look,
            breaks,
            paragraph: paragraph as u32,
            starts_paragraph,
            starts_line: !starts_paragraph && ends_in_line_start(gap),
            is_pair: mark.is_pair(text),
            after_stop: matches!(mark.left, Neighbour::Closer | Neighbour::Dots),
            opens_fragment: opens_fragment(text, mark),
        });
        end = mark.end();
    }
    events
}

/// Whether a text is no more than what may stand before a paragraph's first mark.
fn is_lead(text: &str) -> bool {
    const LONGEST: usize = 64;
    text.len() <= LONGEST
        && text
            .chars()
            .all(|c| c.is_whitespace() || matches!(c, '_' | '*' | '(' | '[' | '\u{feff}'))
}

fn ends_in_line_start(gap: &str) -> bool {
    gap.trim_end_matches([' ', '\t']).ends_with('\n')
}

/// Whether a word stands right before the mark and a lower-case letter right after it.
fn opens_fragment(text: &str, mark: &Mark) -> bool {
    let mut before = text[..mark.start()].chars().rev();
    let led_by_word = before.next().is_some_and(char::is_whitespace)
        && before.next().is_some_and(char::is_alphanumeric);
    let next = text[mark.end()..].chars().next();
    led_by_word && next.is_some_and(char::is_lowercase)
}
