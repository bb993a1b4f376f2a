//! The checks of the words and names that a caller gives, each by itself.

use std::fmt;

use crate::config::{MinimumConfidence, is_visible};
use crate::error::Error;
use crate::kinds::AttributionKind;
use crate::language::Lexicon;
use crate::token::mark::is_apostrophe;

/// What was expected in place of an entry, and what is wrong with it.
pub(super) struct Refusal {
    expected: &'static str,
    found: String,
}

impl Refusal {
    fn new(expected: &'static str, found: impl Into<String>) -> Refusal {
        Refusal {
            expected,
            found: found.into(),
        }
    }

    /// The error that names the entry.
    fn of(self, entry: impl fmt::Display) -> Error {
        Error::entry(entry, self.expected, self.found)
    }
}

/// Checks every entry of a list; the error names the first that is wrong.
pub(super) fn check(
    list: &str,
    entries: &[String],
    is_right: impl Fn(&str) -> Result<(), Refusal>,
) -> Result<(), Error> {
    for (index, entry) in entries.iter().enumerate() {
        is_right(entry).map_err(|refusal| match entry.as_str() {
            "" => refusal.of(format_args!("{list} {}", index + 1)),
            entry => refusal.of(format_args!("{list} {entry:?}")),
        })?;
    }
    Ok(())
}

pub(super) fn check_name(entry: &str) -> Result<(), Refusal> {
    match entry {
        "" => Err(Refusal::new("a name", "nothing")),
        entry if is_visible(entry) => Ok(()),
        _ => Err(Refusal::new(
            "a name that can be seen",
            "nothing that shows",
        )),
    }
}

pub(super) fn check_noun(entry: &str) -> Result<(), Refusal> {
    check_words(entry, 1, "one word")
}

pub(super) fn check_verb(entry: &str) -> Result<(), Refusal> {
    check_words(entry, 2, "a verb, or a verb and its particle")
}

pub(super) fn check_title(entry: &str) -> Result<(), Refusal> {
    let words = entry.split_whitespace();
    let words = words.map(|word| word.strip_suffix('.').unwrap_or(word));
    match words.filter_map(wrong_in).next() {
        None if entry.is_empty() => Err(Refusal::new("a word", "nothing")),
        None => Ok(()),
        Some(wrong) => Err(Refusal::new(LETTERS, wrong)),
    }
}

/// Whether `words` lists a word that can be ignored.
pub(super) fn check_listed(words: &Lexicon, entry: &str) -> Result<(), Refusal> {
    match entry {
        "" => Err(Refusal::new("a word", "nothing")),
        entry if words.clone().remove(entry) => Ok(()),
        _ => Err(Refusal::new(
            "a listed word that reports or is a title",
            "one that is not listed",
        )),
    }
}

pub(super) fn check_kinds(kinds: &[AttributionKind]) -> Result<(), Error> {
    if kinds.is_empty() {
        let expected = "at least one of direct, mixed, indirect";
        return Err(Error::entry("kinds", expected, "none"));
    }
    Ok(())
}

pub(super) fn check_minimum(minimum: f32) -> Result<MinimumConfidence, Error> {
    MinimumConfidence::new(minimum).ok_or_else(|| {
        let found = minimum.to_string();
        Error::entry("minimum confidence", "a number from 0 to 1", found)
    })
}

const LETTERS: &str = "letters, with hyphens or apostrophes inside";

fn check_words(entry: &str, most: usize, expected: &'static str) -> Result<(), Refusal> {
    let words = || entry.split_whitespace();
    match words().count() {
        0 => Err(Refusal::new("a word", "nothing")),
        count if count > most => Err(Refusal::new(expected, format!("{count} words"))),
        _ => match words().find_map(wrong_in) {
            Some(wrong) => Err(Refusal::new(LETTERS, wrong)),
            None => Ok(()),
        },
    }
}

/// What is wrong in a word, which has letters of any script, and hyphens or apostrophes between them.
fn wrong_in(word: &str) -> Option<String> {
    let is_joint = |c: char| c == '-' || is_apostrophe(c);
    let is_strange = |c: &char| !c.is_alphabetic() && !is_joint(*c);
    if let Some(strange) = word.chars().find(is_strange) {
        return Some(format!("{strange:?}"));
    }
    match word.split(is_joint).any(str::is_empty) {
        true => Some("a hyphen or an apostrophe without a letter on each side".to_owned()),
        false => None,
    }
}

#[cfg(feature = "serde")]
pub(super) use reading::*;

/// Reading what is checked at once, so that an error has the position of its entry.
#[cfg(feature = "serde")]
mod reading {
    use serde::de::{Deserialize, Deserializer, Error as _};

    use super::*;
    use crate::config::Formula;

    macro_rules! lists {
        ($($read:ident: $check:expr;)+) => {$(
            pub(in crate::detector) fn $read<'de, D: Deserializer<'de>>(
                deserializer: D,
            ) -> Result<Vec<String>, D::Error> {
                struct Entry(String);

                impl<'de> Deserialize<'de> for Entry {
                    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Entry, D::Error> {
                        const CHECK: fn(String) -> Result<String, Error> = $check;
                        let entry = String::deserialize(deserializer)?;
                        CHECK(entry).map(Entry).map_err(D::Error::custom)
                    }
                }

                let entries = Vec::<Entry>::deserialize(deserializer)?;
                Ok(entries.into_iter().map(|Entry(entry)| entry).collect())
            }
        )+};
    }

    lists! {
        verbs: |entry| checked("reporting verb", &entry, check_verb);
        nouns: |entry| checked("reporting noun", &entry, check_noun);
        titles: |entry| checked("title", &entry, check_title);
        names: |entry| checked("ignored name", &entry, check_name);
        listed: |entry| checked("ignored word", &entry, |entry| check_listed(Lexicon::english(), entry));
        formulas: |entry| Formula::new(&entry).map(|_| entry);
    }

    fn checked(
        list: &str,
        entry: &str,
        is_right: impl Fn(&str) -> Result<(), Refusal>,
    ) -> Result<String, Error> {
        let entry = entry.trim();
        match is_right(entry) {
            Ok(()) => Ok(entry.to_owned()),
            Err(refusal) => Err(refusal.of(format_args!("{list} {entry:?}"))),
        }
    }

    pub(in crate::detector) fn kinds<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Option<Vec<AttributionKind>>, D::Error> {
        let kinds = Option::<Vec<AttributionKind>>::deserialize(deserializer)?;
        check_kinds(kinds.as_deref().unwrap_or(AttributionKind::ALL)).map_err(D::Error::custom)?;
        Ok(kinds)
    }

    pub(in crate::detector) fn minimum<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Option<f32>, D::Error> {
        let minimum = Option::<f32>::deserialize(deserializer)?;
        check_minimum(minimum.unwrap_or_default()).map_err(D::Error::custom)?;
        Ok(minimum)
    }
}
