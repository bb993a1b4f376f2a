//! Marks that are apostrophes or primes.

use std::sync::LazyLock;

use super::glyph::Look;
use crate::token::words::WordList;

/// Whether the mark from `at` to `end` is an apostrophe by the word that it stands in or before.
pub(super) fn is_apostrophe(text: &str, at: usize, end: usize, look: Look) -> bool {
    if look == Look::LeftOnly {
        return false;
    }
    let is_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let follows_word = is_word(text[..at].chars().next_back());
    let leads_word = is_word(text[end..].chars().next());
    match (follows_word, leads_word) {
        (true, true) => true,
        (false, true) => is_elision(&text.as_bytes()[end..]),
        (_, false) => is_and(&text.as_bytes()[..at]),
    }
}

/// Whether a text ends in `'n`, as in rock 'n' roll.
fn is_and(before: &[u8]) -> bool {
    matches!(
        before,
        [.., b'\'', b'n' | b'N'] | [.., 0xE2, 0x80, 0x98 | 0x99, b'n' | b'N']
    )
}

/// Words that begin with an apostrophe.
static ELISIONS: LazyLock<WordList> =
    LazyLock::new(|| WordList::new(include_str!("../en/elisions.txt")));

/// More letters than any of [`ELISIONS`] has.
const LONGEST_ELISION: usize = 12;

/// Whether the text after an apostrophe is a year ('90s, '68) or one of [`ELISIONS`].
fn is_elision(after: &[u8]) -> bool {
    if let [b'0'..=b'9', b'0'..=b'9', rest @ ..] = after {
        return match rest {
            [b's', rest @ ..] => !rest.first().is_some_and(u8::is_ascii_alphanumeric),
            _ => !rest.first().is_some_and(u8::is_ascii_alphanumeric),
        };
    }
    let word = after
        .iter()
        .take(LONGEST_ELISION)
        .take_while(|b| b.is_ascii_alphabetic())
        .count();
    // 'n' has two apostrophes; any other word between two marks is quoted.
    let is_alone = after[word..].starts_with(b"'") || after[word..].starts_with("’".as_bytes());
    if is_alone && !after[..word].eq_ignore_ascii_case(b"n") {
        return false;
    }
    ELISIONS.contains(&after[..word])
}

/// Whether the mark from `at` to `end` is a prime: ′ or ″ after a digit, or what ends a measure such as
/// `6'2"` and `5' 10"`.
pub(super) fn is_prime(text: &str, at: usize, end: usize) -> bool {
    let before = &text.as_bytes()[..at];
    if !before.last().is_some_and(u8::is_ascii_digit) {
        return false;
    }
    if matches!(&text[at..end], "′" | "″" | "‴") {
        return true;
    }
    // Inches have no more than two digits before their fraction.
    let digits = before
        .iter()
        .rev()
        .take(3)
        .take_while(|b| b.is_ascii_digit());
    let feet = &before[..before.len() - digits.count()];
    let feet = feet.strip_suffix(b" ").unwrap_or(feet);
    let feet = feet
        .strip_suffix(b"'")
        .or_else(|| feet.strip_suffix("’".as_bytes()));
    feet.is_some_and(|feet| feet.last().is_some_and(u8::is_ascii_digit))
}
