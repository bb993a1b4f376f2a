//! The checks of the words and names that a caller gives, each by itself.

use crate::config::is_visible;
use crate::error::Error;
use crate::language::Lexicon;

/// What was expected in place of an entry that is none.
type Expected = &'static str;

/// Checks every entry of a list; the error names the first that is wrong.
pub(super) fn check(
    list: &str,
    entries: &[String],
    is_right: fn(&str) -> Result<(), Expected>,
) -> Result<(), Error> {
    for (index, entry) in entries.iter().enumerate() {
        is_right(entry).map_err(|expected| match entry.as_str() {
            "" => Error::entry(format_args!("{list} {}", index + 1), expected),
            entry => Error::entry(format_args!("{list} {entry:?}"), expected),
        })?;
    }
    Ok(())
}

pub(super) fn check_name(entry: &str) -> Result<(), Expected> {
    match entry {
        "" => Err("a name, found nothing"),
        entry if is_visible(entry) => Ok(()),
        _ => Err("a name that can be seen"),
    }
}

pub(super) fn check_word(entry: &str) -> Result<(), Expected> {
    match entry {
        "" => Err("a word, found nothing"),
        entry if is_word(entry) => Ok(()),
        _ => Err("one word of letters, with hyphens or apostrophes inside"),
    }
}

pub(super) fn check_verb(entry: &str) -> Result<(), Expected> {
    match entry {
        "" => Err("a word, found nothing"),
        entry if (1..=2).contains(&words(entry, is_word)) => Ok(()),
        _ => {
            Err("a verb of letters, with hyphens or apostrophes inside, or a verb and its particle")
        }
    }
}

pub(super) fn check_title(entry: &str) -> Result<(), Expected> {
    let is_part = |word: &str| is_word(word.strip_suffix('.').unwrap_or(word));
    match entry {
        "" => Err("a word, found nothing"),
        entry if words(entry, is_part) > 0 => Ok(()),
        _ => Err("words of letters, with hyphens or apostrophes inside"),
    }
}

pub(super) fn check_listed(entry: &str) -> Result<(), Expected> {
    match entry {
        "" => Err("a word, found nothing"),
        entry if Lexicon::english().clone().remove(entry) => Ok(()),
        _ => Err("a listed word that reports or is a title"),
    }
}

/// How many words an entry has; none if one of them is no word.
fn words(entry: &str, is_word: impl Fn(&str) -> bool) -> usize {
    match entry.split_whitespace().all(is_word) {
        true => entry.split_whitespace().count(),
        false => 0,
    }
}

/// Letters of any script, with hyphens or apostrophes inside.
fn is_word(entry: &str) -> bool {
    let is_joint = |c| matches!(c, '-' | '\'' | '’');
    !entry.is_empty()
        && entry
            .split(is_joint)
            .all(|part| !part.is_empty() && part.chars().all(char::is_alphabetic))
}

#[cfg(feature = "serde")]
pub(super) use reading::*;

/// Reading lists whose entries are checked one by one, so that an error has the place of its entry.
#[cfg(feature = "serde")]
mod reading {
    use serde::de::{Deserialize, Deserializer, Error};

    macro_rules! lists {
        ($($read:ident: $list:literal, $check:ident;)+) => {$(
            pub(in crate::detector) fn $read<'de, D: Deserializer<'de>>(
                deserializer: D,
            ) -> Result<Vec<String>, D::Error> {
                struct Entry(String);

                impl<'de> Deserialize<'de> for Entry {
                    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Entry, D::Error> {
                        let entry = String::deserialize(deserializer)?.trim().to_owned();
                        super::$check(&entry).map_err(|expected| {
                            D::Error::custom(format_args!("{} {entry:?}: expected {expected}", $list))
                        })?;
                        Ok(Entry(entry))
                    }
                }

                let entries = Vec::<Entry>::deserialize(deserializer)?;
                Ok(entries.into_iter().map(|Entry(entry)| entry).collect())
            }
        )+};
    }

    lists! {
        verbs: "reporting verb", check_verb;
        nouns: "reporting noun", check_word;
        titles: "title", check_title;
        names: "ignored name", check_name;
        listed: "ignored word", check_listed;
    }
}
