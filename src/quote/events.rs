//! The marks with what pairing asks about each.

use std::num::NonZeroU32;

use super::convention::Convention;
use super::cost::{self, Costs};
use crate::span::Span;
use crate::token::mark::{Apostrophes, Look, Mark, MarkStyle, Neighbour};

/// A mark as pairing sees it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Event {
    pub(crate) costs: Costs,
    pub(crate) style: MarkStyle,
    pub(crate) look: Look,
    /// The paragraph breaks between the last mark and this one, up to 255.
    pub(crate) breaks: u8,
    /// Where its paragraph starts.
    pub(crate) paragraph: u32,
    /// Whether it is the first thing in its paragraph, further marks aside.
    pub(crate) starts_paragraph: bool,
    /// Where the paragraph of the last mark ends, if this one stands in another.
    pub(crate) last_end: u32,
    /// Whether there is a paragraph of whole sentences between the last mark's and this one's.
    pub(crate) after_prose: bool,
    /// Whether it is the first thing in its line, but not in its paragraph.
    pub(crate) starts_line: bool,
    /// Whether it is a mark of the typewriter, such as " and `, not of the printer.
    pub(crate) is_ascii: bool,
    /// Whether it is `''`, which may be two marks.
    pub(crate) is_pair: bool,
    /// Whether a comma, a full stop or the like stands before it.
    pub(crate) after_stop: bool,
    /// The offset of its first byte.
    pub(crate) start: u32,
    /// If a quotation that it opens begins in mid-sentence, where that sentence ends, as far as it
    /// was looked for.
    pub(crate) sentence_end: Option<NonZeroU32>,
}

/// An event for each mark of a text whose paragraphs part at `breaks`.
pub(crate) fn events(
    text: &str,
    marks: &[Mark],
    breaks: &[Span],
    apostrophes: &Apostrophes,
    convention: &Convention,
) -> Vec<Event> {
    let mut passed = breaks.iter().peekable();
    let mut events = Vec::with_capacity(marks.len());
    let mut end = 0;
    let mut starts_paragraph = true;
    let mut paragraph = 0;
    for mark in marks {
        let gap = &text[end..mark.start()];
        let mut breaks = 0u8;
        let mut first_end = end;
        let mut after_prose = false;
        while let Some(gap) = passed.next_if(|gap| gap.start() < mark.start()) {
            if breaks == 0 {
                first_end = gap.start();
            } else {
                after_prose |= text[..gap.start()].ends_with(['.', '?', '!']);
            }
            breaks = breaks.saturating_add(1);
            paragraph = gap.end();
        }
        starts_paragraph = match breaks {
            0 => starts_paragraph && is_lead(gap),
            _ => is_lead(&text[paragraph..mark.start()]),
        };
        events.push(Event {
            costs: cost::of(text, mark, apostrophes, convention),
            style: mark.style,
            look: mark.look,
            breaks,
            paragraph: paragraph as u32,
            starts_paragraph,
            last_end: first_end as u32,
            after_prose,
            starts_line: !starts_paragraph && ends_in_line_start(gap),
            is_ascii: text.as_bytes()[mark.start()].is_ascii(),
            is_pair: mark.is_pair(text),
            after_stop: matches!(mark.left, Neighbour::Closer | Neighbour::Dots),
            start: mark.start() as u32,
            sentence_end: sentence_end(text, mark),
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

/// How many bytes after a mark the end of its sentence is looked for.
const SENTENCE: usize = 240;

/// Where the sentence ends that a mark stands in, if a word stands right before the mark and a
/// lower-case letter right after it; the farthest byte looked at if it ends later.
fn sentence_end(text: &str, mark: &Mark) -> Option<NonZeroU32> {
    let mut before = text[..mark.start()].chars().rev();
    let led_by_word = before.next().is_some_and(char::is_whitespace)
        && before.next().is_some_and(char::is_alphanumeric);
    let next = text[mark.end()..].chars().next();
    if !led_by_word || !next.is_some_and(char::is_lowercase) {
        return None;
    }
    let after = &text.as_bytes()[mark.end()..];
    let stops = memchr::memchr3_iter(b'.', b'?', b'!', &after[..after.len().min(SENTENCE)]);
    let mut ends = stops.filter(|&stop| {
        matches!(after[stop + 1..], [space, next, ..]
            if space.is_ascii_whitespace() && next.is_ascii_uppercase())
    });
    let end = ends.next();
    let end = mark.end() + end.map_or(SENTENCE, |end| end + 1);
    // As far as spans reach.
    NonZeroU32::new(u32::try_from(end).unwrap_or(u32::MAX))
}
