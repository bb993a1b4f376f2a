//! How likely a single mark at the edge of a word is an apostrophe.

use std::sync::LazyLock;

use crate::token::mark::{Mark, Neighbour};
use crate::token::words::WordList;

/// How likely a mark is an apostrophe, by the word that it touches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Apostrophe {
    Unlikely,
    Possible,
    EvenOdds,
    Likely,
}

/// Words without their first letter, such as 'ere.
static DROPPED_FIRST: LazyLock<WordList> =
    LazyLock::new(|| WordList::new(include_str!("en/dropped-first.txt")));

/// The same, but words without the apostrophe, too, such as 'and.
static DROPPED_FIRST_OR_WORD: LazyLock<WordList> =
    LazyLock::new(|| WordList::new(include_str!("en/dropped-first-or-word.txt")));

/// Words without their last letter, such as an'.
static DROPPED_LAST: LazyLock<WordList> =
    LazyLock::new(|| WordList::new(include_str!("en/dropped-last.txt")));

/// More letters than any of the words has.
const LONGEST: usize = 14;

/// Judges a mark that stands before a word.
pub(crate) fn before_word(text: &str, mark: &Mark) -> Apostrophe {
    let after = &text.as_bytes()[mark.end()..];
    let length = after
        .iter()
        .take(LONGEST)
        .take_while(|b| b.is_ascii_alphabetic())
        .count();
    let word = &after[..length];
    let is_alone = after[length..].starts_with(b"'") || after[length..].starts_with("’".as_bytes());
    let is_lower = word.first().is_some_and(u8::is_ascii_lowercase);
    if is_alone && length < 3 {
        return Apostrophe::Unlikely;
    }
    match (DROPPED_FIRST.contains(word), is_lower) {
        (false, true) if DROPPED_FIRST_OR_WORD.contains(word) && !is_led_in(text, mark) => {
            Apostrophe::EvenOdds
        }
        (true, true) => Apostrophe::Likely,
        (true, false) | (false, true) => Apostrophe::Possible,
        (false, false) => Apostrophe::Unlikely,
    }
}

/// Whether a comma, a colon or a dash stands before the mark, as before speech.
fn is_led_in(text: &str, mark: &Mark) -> bool {
    let before = text[..mark.start()].trim_end_matches(' ');
    before.ends_with([',', ':', '—', '-'])
}

/// Judges a mark that stands after a word.
pub(crate) fn after_word(text: &str, mark: &Mark) -> Apostrophe {
    let before = &text.as_bytes()[..mark.start()];
    let length = before
        .iter()
        .rev()
        .take(LONGEST)
        .take_while(|b| b.is_ascii_alphabetic())
        .count();
    let word = &before[before.len() - length..];
    let drops_letter = (length > 3 && word.ends_with(b"in")) || DROPPED_LAST.contains(word);
    let is_possessive = word.last().is_some_and(|b| matches!(b, b's' | b'z' | b'x'));
    match mark.right {
        _ if drops_letter => Apostrophe::Likely,
        Neighbour::Edge if is_possessive => Apostrophe::Likely,
        _ if is_possessive => Apostrophe::Possible,
        _ => Apostrophe::Unlikely,
    }
}
