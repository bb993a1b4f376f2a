//! The quotes of a text.

use super::Quote;
use super::build::build;
use super::convention::Convention;
use super::events::events;
use super::kind;
use super::layout::Layout;
use super::pair;
use super::scan::Marks;
use super::unmarked;
use crate::token::mark::Mark;

/// Finds quotes without asking who speaks.
///
/// ```
/// let text = "“Come in,” she said, “and shut the door.”";
/// let quotes = quotation::QuoteFinder::new().quotes(text);
/// let found: Vec<&str> = quotes.iter().map(|quote| &text[quote.span()]).collect();
/// assert_eq!(found, ["“Come in,”", "“and shut the door.”"]);
/// ```
#[derive(Clone, Debug, Default)]
pub struct QuoteFinder {}

impl QuoteFinder {
    /// A finder of quotes in every convention.
    #[must_use]
    pub fn new() -> QuoteFinder {
        QuoteFinder::default()
    }

    /// The quotes of a text, sorted by where they start, each after the quote that it stands in.
    ///
    /// The time and the memory that this takes are linear in the length of the text. A text longer
    /// than 4 GiB is read that far.
    #[must_use]
    pub fn quotes(&self, text: &str) -> Vec<Quote> {
        find(text)
    }
}

/// The quotes of a text.
pub(crate) fn find(text: &str) -> Vec<Quote> {
    find_counting(text).0
}

/// The quotes of a text, and the steps that pairing the marks took.
fn find_counting(text: &str) -> (Vec<Quote>, u64) {
    let text = reachable(text);
    let marks: Vec<Mark> = Marks::new(text).collect();
    let layout = Layout::of(text);
    let convention = Convention::of(marks.iter());
    let events = events(text, &marks, layout, &convention);
    let (decisions, steps) = pair::decide(&events, &convention);
    let mut quotes = build(text, &marks, &events, &decisions, layout);
    kind::classify(text, &mut quotes);
    (unmarked::add(text, layout, quotes), steps)
}

/// As much of a text as a [`Span`](crate::Span) reaches.
fn reachable(text: &str) -> &str {
    let mut end = text.len().min(u32::MAX as usize);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}
