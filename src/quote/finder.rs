//! The quotes of a text.

use super::Quote;
use super::build::build;
use super::convention::Convention;
use super::events::events;
use super::kind;
use super::layout::Layout;
use super::lines::lines;
use super::pair;
use super::scan::Marks;
use super::unmarked;
use crate::span::Span;
use crate::token::mark::Mark;

/// Finds quotes without asking who speaks.
///
/// ```
/// let text = "“Come in,” she said, “and shut the door.”";
/// let quotes = quotation::QuoteFinder::new().quotes(text);
/// let found: Vec<&str> = quotes.iter().map(|quote| &text[quote.span()]).collect();
/// assert_eq!(found, ["“Come in,”", "“and shut the door.”"]);
/// ```
///
#[doc = include_str!("cases.md")]
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
    // White space at the end is no part of a quote, nor of the layout.
    let text = reachable(text).trim_end();
    let lines = lines(text, Layout::of(text));
    let marks: Vec<Mark> = Marks::new(text).collect();
    let (quotes, steps) = match &*marks {
        [] => (Vec::new(), 0),
        marks => between(text, marks, &lines.breaks),
    };
    (unmarked::add(text, &lines, quotes), steps)
}

/// The quotes between marks, and the steps that pairing the marks took.
fn between(text: &str, marks: &[Mark], breaks: &[Span]) -> (Vec<Quote>, u64) {
    let convention = Convention::of(marks.iter());
    let events = events(text, marks, breaks, &convention);
    let (decisions, steps) = pair::decide(text, &events, &convention);
    let mut quotes = build(text, marks, &events, &decisions, breaks);
    kind::classify(text, &mut quotes);
    (quotes, steps)
}

/// As much of a text as a [`Span`](crate::Span) reaches.
fn reachable(text: &str) -> &str {
    let mut end = text.len().min(u32::MAX as usize);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

#[cfg(test)]
mod tests {
    use super::find_counting;

    /// The most steps that a byte may cost: every mark is read on at most `BEAM` paths, each with
    /// a handful of readings, and each step of a path is settled once.
    const STEPS_A_BYTE: u64 = 90;

    fn steps(lead: &str, unit: &str, bytes: usize) -> u64 {
        find_counting(&(lead.to_owned() + &unit.repeat(bytes / unit.len()))).1
    }

    /// Units of what opens, closes or could do both, alone and after text that makes the
    /// document's convention.
    #[test]
    fn four_times_the_text_takes_four_times_the_steps() {
        let units = [
            "\"",
            "'",
            "“",
            "”",
            "‘",
            "’",
            "''",
            "``",
            "«",
            "»",
            "„",
            "「",
            "—",
            "\n— a",
            "'\"",
            "\"'",
            "“‘",
            "“ ‘ ",
            "\"1",
            "\" \"",
            "' ",
            "a' ",
            " 'a",
            "\n\n“",
            "\n\n\"a",
            "\n\n'",
            "\n“a b",
            "\n—a! —b—. ",
            "\nA: x.\nQ: y?",
            "\nADA: x.\nBEN: y.",
            "6'2\" ",
            "&quot;",
        ];
        for unit in units {
            for lead in [
                "",
                "“Yes,” he said.\n\n",
                "‘Yes,’ he said.\n\n",
                "—Yes?\n\n—No!\n\n",
            ] {
                let (some, more) = (steps(lead, unit, 2_000), steps(lead, unit, 8_000));
                assert!(
                    more <= 5 * some + 1_000,
                    "{unit:?} after {lead:?}: {some}, {more}"
                );
            }
        }
    }

    #[test]
    fn a_megabyte_takes_a_bounded_number_of_steps_a_byte() {
        for unit in ["\"", "'a ", "“", "\n—a "] {
            let steps = steps("", unit, 1_000_000);
            assert!(steps <= 1_000_000 * STEPS_A_BYTE, "{unit:?}: {steps}");
        }
    }
}
