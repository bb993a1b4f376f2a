//! The quotes of a text.

use super::build::build;
use super::convention::Convention;
use super::data::Quote;
use super::events::events;
use super::kind;
use super::marks::Marks;
use super::pair;
use super::reporting_clause::ReportingClauses;
use super::turns::Turns;
use super::unmarked;
use crate::language::{ENGLISH, Language, Lexicon};
use crate::span::{Span, within_reach};
use crate::token::Lines;
use crate::token::mark::Mark;

/// An article that is full of quotations has one mark for so many bytes.
const BYTES_A_MARK: usize = 100;

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
#[derive(Clone, Debug)]
pub struct QuoteFinder {
    lexicon: Lexicon,
}

impl QuoteFinder {
    /// A finder of quotes in every convention, for English and for text that is set like it.
    ///
    /// ```
    /// let finder = quotation::QuoteFinder::new();
    /// assert_eq!(finder.quotes("“It holds,” she said.").len(), 1);
    /// ```
    #[must_use]
    pub fn new() -> QuoteFinder {
        QuoteFinder::of(&ENGLISH)
    }

    /// A finder of quotes in every convention, for text in a language.
    #[doc(hidden)]
    #[must_use]
    pub fn of(language: &'static Language) -> QuoteFinder {
        QuoteFinder {
            lexicon: Lexicon::of(language),
        }
    }

    /// The quotes of a text, sorted by where they start, each after the quote that it stands in.
    ///
    /// The time and the memory that this takes are linear in the length of the text. A text longer
    /// than 4 GiB is read that far.
    ///
    /// ```
    /// let text = "“It holds,” she said, “so far.”";
    /// let quotes = quotation::QuoteFinder::new().quotes(text);
    /// assert_eq!(quotes[1].text(text), "“so far.”");
    /// ```
    #[must_use]
    pub fn quotes(&self, text: &str) -> Vec<Quote> {
        let text = within_reach(text).trim_end();
        let lines = Lines::of(text, self.lexicon.language.orthography);
        find(text, &lines, &self.lexicon)
    }

    /// How many quotation marks a text has, apostrophes at the edge of a word among them: the first
    /// step alone, to be measured.
    #[doc(hidden)]
    #[must_use]
    pub fn count_marks(&self, text: &str) -> usize {
        Marks::new(text, &self.lexicon.language.orthography.apostrophes).count()
    }
}

impl Default for QuoteFinder {
    fn default() -> QuoteFinder {
        QuoteFinder::new()
    }
}

/// The quotes of a text that has these lines and whose language has these words. White space at the
/// end of the text is left out.
pub(crate) fn find(text: &str, lines: &Lines, lexicon: &Lexicon) -> Vec<Quote> {
    find_counting(text, lines, lexicon).0
}

/// The quotes of a text, and the steps that pairing the marks took.
fn find_counting(text: &str, lines: &Lines, lexicon: &Lexicon) -> (Vec<Quote>, u64) {
    let language = lexicon.language;
    let turns = Turns::of(text, lines, language.transcripts);
    let apostrophes = &language.orthography.apostrophes;
    let mut marks: Vec<Mark> = Vec::with_capacity(text.len() / BYTES_A_MARK);
    marks.extend(Marks::new(text, apostrophes));
    let clauses = ReportingClauses { text, lexicon };
    let (quotes, steps) = match &*marks {
        [] => (Vec::new(), 0),
        marks => between(clauses, marks, &turns.breaks),
    };
    (unmarked::add(clauses, turns, quotes), steps)
}

/// The quotes between marks, and the steps that pairing the marks took.
fn between(clauses: ReportingClauses<'_>, marks: &[Mark], breaks: &[Span]) -> (Vec<Quote>, u64) {
    let ReportingClauses { text, lexicon } = clauses;
    let apostrophes = &lexicon.language.orthography.apostrophes;
    let convention = Convention::of(marks.iter());
    let events = events(text, marks, breaks, apostrophes, &convention);
    let (decisions, steps) = pair::decide(clauses, &events, &convention);
    let mut quotes = build(clauses, marks, &events, &decisions, breaks);
    kind::classify(text, &mut quotes);
    (quotes, steps)
}

#[cfg(test)]
mod tests {
    use super::find_counting;
    use crate::language::{ENGLISH, Lexicon};
    use crate::token::Lines;

    /// The most steps that a byte may cost: every mark is read on at most `BEAM` paths, each with
    /// a handful of actions, and each step of a path is settled once.
    const STEPS_A_BYTE: u64 = 90;

    fn steps(lead: &str, unit: &str, bytes: usize) -> u64 {
        let text = lead.to_owned() + &unit.repeat(bytes / unit.len());
        let lines = Lines::of(&text, ENGLISH.orthography);
        find_counting(text.trim_end(), &lines, Lexicon::english()).1
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
