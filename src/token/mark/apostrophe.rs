//! The one judge of marks that are no quotation marks: apostrophes and primes.
//!
//! What is certain shows in a few characters beside the mark and needs no more. Of the other single
//! marks the word beside them tells how likely they are apostrophes; which of them are, the marks
//! of the whole document decide.

use super::glyph::Look;
use super::neighbour::Neighbour;
use crate::token::word_list::{Label, WordList};

/// The words of a language that have an apostrophe at an edge.
#[derive(Debug)]
pub struct Apostrophes {
    /// Words that begin with one, without it, in small letters.
    pub leading: WordList<Leading>,
    /// Words that end with one for a letter that they drop, without it, in small letters: an', o'.
    pub trailing: WordList<()>,
    /// The ending of further words that drop their last letter: goin'.
    pub trailing_ending: Option<&'static str>,
    /// The last letters of words that the apostrophe alone makes possessive: the girls', Jess'.
    pub possessive_letters: &'static str,
    /// What makes a decade of the last digits of a year: the '90s.
    pub decade_ending: &'static str,
}

/// How a word is used that an apostrophe begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Leading {
    /// It is hardly ever written otherwise: 'tis, 'em.
    Always,
    /// The same, and another apostrophe ends it: rock 'n' roll.
    Enclosed,
    /// Dialect writes it so, and it is no word without the apostrophe: 'ere.
    Dialect,
    /// The same, but it is a word without it, too: 'is.
    OrWord,
}

impl Label for Leading {
    const LABELS: &'static [(&'static str, Leading)] = &[
        ("dialect", Leading::Dialect),
        ("or-word", Leading::OrWord),
        ("always", Leading::Always),
        ("enclosed", Leading::Enclosed),
    ];
}

/// How likely a single mark is an apostrophe, by the word that it touches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Likelihood {
    Unlikely,
    Possible,
    EvenOdds,
    Likely,
}

/// More letters than any listed word has.
const LONGEST: usize = 17;

/// The fewest letters of a word that drops its last one by its ending: goin', but not in'.
const FEWEST_BEFORE_ENDING: usize = 4;

/// The most letters of a word that has an apostrophe first and last: 'n'. A longer one is quoted.
const MOST_ENCLOSED: usize = 2;

impl Apostrophes {
    /// Whether a single mark from `at` to `end` is an apostrophe whatever stands elsewhere.
    pub(super) fn is_certain(&self, text: &str, at: usize, end: usize, look: Look) -> bool {
        if look == Look::LeftOnly {
            return false;
        }
        let bytes = text.as_bytes();
        let follows_word = match bytes[..at].last() {
            Some(byte) if byte.is_ascii() => byte.is_ascii_alphanumeric(),
            _ => text[..at].ends_with(char::is_alphanumeric),
        };
        let leads_word = match bytes.get(end) {
            Some(byte) if byte.is_ascii() => byte.is_ascii_alphanumeric(),
            _ => text[end..].starts_with(char::is_alphanumeric),
        };
        match (follows_word, leads_word) {
            (true, true) => true,
            (false, true) => self.leads_year(&bytes[end..]) || self.leads_word(&bytes[end..]),
            (_, false) => self.ends_enclosed(&bytes[..at]),
        }
    }

    /// Whether a text starts with the last digits of a year: '68, the '90s.
    fn leads_year(&self, after: &[u8]) -> bool {
        let [b'0'..=b'9', b'0'..=b'9', rest @ ..] = after else {
            return false;
        };
        let rest = rest
            .strip_prefix(self.decade_ending.as_bytes())
            .unwrap_or(rest);
        !rest.first().is_some_and(u8::is_ascii_alphanumeric)
    }

    /// Whether a text starts with a word that always has an apostrophe first.
    fn leads_word(&self, after: &[u8]) -> bool {
        let word = first_word(after);
        match self.leading.label_of_lowercase(word) {
            Some(Leading::Enclosed) => true,
            // Any other word between two marks is quoted.
            Some(Leading::Always) => !starts_with_mark(&after[word.len()..]),
            _ => false,
        }
    }

    /// Whether a text ends with an apostrophe and a word that a further one ends: rock 'n.
    fn ends_enclosed(&self, before: &[u8]) -> bool {
        let word = last_word(before);
        !word.is_empty()
            && ends_with_mark(&before[..before.len() - word.len()])
            && self.leading.label_of_lowercase(word) == Some(Leading::Enclosed)
    }

    /// How likely the mark from `at` to `end`, which stands before a word, is an apostrophe.
    pub(crate) fn before_word(&self, text: &str, at: usize, end: usize) -> Likelihood {
        let after = &text.as_bytes()[end..];
        let word = first_word(after);
        if word.len() <= MOST_ENCLOSED && starts_with_mark(&after[word.len()..]) {
            return Likelihood::Unlikely;
        }
        let is_lower = word.first().is_some_and(u8::is_ascii_lowercase);
        match (self.leading.label_of_lowercase(word), is_lower) {
            (Some(Leading::Dialect), true) => Likelihood::Likely,
            (Some(Leading::Dialect), false) => Likelihood::Possible,
            (Some(Leading::OrWord), true) if !is_led_in(&text[..at]) => Likelihood::EvenOdds,
            (_, true) => Likelihood::Possible,
            (_, false) => Likelihood::Unlikely,
        }
    }

    /// How likely a mark at `at`, which stands after a word and before `right`, is an apostrophe.
    pub(crate) fn after_word(&self, text: &str, at: usize, right: Neighbour) -> Likelihood {
        let word = last_word(&text.as_bytes()[..at]);
        let ending = self.trailing_ending.map(str::as_bytes);
        let drops_letter = word.len() >= FEWEST_BEFORE_ENDING
            && ending.is_some_and(|ending| word.ends_with(ending))
            || self.trailing.label_of_lowercase(word).is_some();
        let is_possessive = text[..at].ends_with(|c| self.possessive_letters.contains(c));
        match right {
            _ if drops_letter => Likelihood::Likely,
            Neighbour::Edge if is_possessive => Likelihood::Likely,
            _ if is_possessive => Likelihood::Possible,
            _ => Likelihood::Unlikely,
        }
    }
}

/// Whether a comma, a colon or a dash ends a text, as before speech.
fn is_led_in(before: &str) -> bool {
    let before = before.trim_end_matches(' ');
    before.ends_with([',', ':', '—', '-'])
}

/// The letters of ASCII that a text starts with, no more than [`LONGEST`].
fn first_word(text: &[u8]) -> &[u8] {
    let letters = text.iter().take(LONGEST);
    let length = letters.take_while(|b| b.is_ascii_alphabetic()).count();
    &text[..length]
}

/// The letters of ASCII that a text ends with, no more than [`LONGEST`].
fn last_word(text: &[u8]) -> &[u8] {
    let letters = text.iter().rev().take(LONGEST);
    let length = letters.take_while(|b| b.is_ascii_alphabetic()).count();
    &text[text.len() - length..]
}

fn starts_with_mark(text: &[u8]) -> bool {
    matches!(text, [b'\'', ..] | [0xE2, 0x80, 0x99, ..])
}

fn ends_with_mark(text: &[u8]) -> bool {
    matches!(text, [.., b'\''] | [.., 0xE2, 0x80, 0x98 | 0x99])
}

/// Whether the mark from `at` to `end` is a prime: ′ or ″ after a digit, or what ends a measure such as
/// `6'2"` and `5' 10"`.
pub(super) fn is_prime(text: &str, at: usize, end: usize) -> bool {
    let before = &text.as_bytes()[..at];
    before.last().is_some_and(u8::is_ascii_digit)
        && (matches!(&text[at..end], "′" | "″" | "‴") || ends_with_feet_and_inches(before))
}

/// Whether a text, which ends with a digit, ends with a measure such as `6'2`.
fn ends_with_feet_and_inches(text: &[u8]) -> bool {
    /// Inches have no more than two digits before their fraction.
    const MOST_DIGITS: usize = 3;
    let inches = text.iter().rev().take(MOST_DIGITS);
    let digits = inches.take_while(|b| b.is_ascii_digit()).count();
    let feet = &text[..text.len() - digits];
    let feet = feet.strip_suffix(b" ").unwrap_or(feet);
    let feet = feet
        .strip_suffix(b"'")
        .or_else(|| feet.strip_suffix("’".as_bytes()));
    feet.is_some_and(|feet| feet.last().is_some_and(u8::is_ascii_digit))
}
