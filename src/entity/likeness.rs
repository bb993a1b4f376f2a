//! Whether two names can be one person's, and how alike they are: for every kind of text.
//!
//! What differs between kinds of text is who of several that are alike is meant: in news whoever is on the
//! reader's mind (`bearers.rs`), in novels whom the text calls so most (`linker.rs`).

use super::index::{Name, NameWord};
use super::name::is_initial;
use super::record::Entity;
use crate::analysis::mention::Nature;
use crate::kinds::Gender;
use crate::language::Names;

/// How alike two names are, more the surer they are one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Likeness {
    /// "Ines" and "Ines Okoro".
    Given,
    /// "Okoro" and "Ines Okoro", "Ines Maria Okoro" and "Maria Okoro".
    Family,
    /// "I. Okoro" and "Ines Okoro", initials, an alias, a nickname.
    Variant,
    /// The same, word for word.
    Same,
}

/// How alike two names are, titles aside; nothing for names of different ones.
pub(super) fn likeness(
    names: &Names,
    known: Name<'_, '_>,
    name: Name<'_, '_>,
    nature: Nature,
) -> Option<Likeness> {
    let same = |a: &[NameWord<'_>], b: &[NameWord<'_>]| {
        a.len() == b.len() && a.iter().zip(b).all(|(a, b)| a.number == b.number)
    };
    let (known_words, words) = (known.words, name.words);
    if same(known_words, words) {
        return Some(Likeness::Same);
    }
    let (first, known_first) = (words.first()?, known_words.first()?);
    let same_family = known.family == name.family;
    if words.len() > 1 && known_words.len() > 1 {
        if !same_family || known.suffix != name.suffix {
            return None;
        }
        let shared = words.len().min(known_words.len());
        let ends_alike = || {
            let end = |words: &[NameWord<'_>]| words.len() - shared;
            same(&known_words[end(known_words)..], &words[end(words)..])
        };
        return match is_same_given(names, *first, *known_first) {
            true => Some(Likeness::Variant),
            false => ends_alike().then_some(Likeness::Family),
        };
    }
    let is_given = || nature != Nature::Organisation && known_first.number == first.number;
    match same_family {
        true => Some(Likeness::Family),
        false => is_given().then_some(Likeness::Given),
    }
}

/// Whether the gender that a title tells rules nobody out. The whole name beside it overrules a gender that the
/// given name only suggested: "Ms. James Bright".
pub(super) fn suits(entity: &Entity, of_title: Option<Gender>, is_whole: bool) -> bool {
    Gender::agree(entity.gender, of_title) || is_whole && !entity.gender_is_sure
}

/// "IMF" of "International Monetary Fund"; small words do not count.
pub(super) fn acronym(words: &[NameWord<'_>]) -> String {
    words
        .iter()
        .filter_map(|word| word.text.chars().next())
        .filter(|c| c.is_uppercase())
        .collect()
}

/// Whether two given names can be one person's: "Elizabeth", "E." and "Lizzy".
fn is_same_given(names: &Names, one: NameWord<'_>, other: NameWord<'_>) -> bool {
    let is_short =
        |short: &str, name: &str| is_initial(short, name) || is_nickname_of(names, short, name);
    one.number == other.number || is_short(one.text, other.text) || is_short(other.text, one.text)
}

/// "Lizzy" and "Elizabeth".
fn is_nickname_of(names: &Names, nickname: &str, name: &str) -> bool {
    let nickname = nickname.to_lowercase();
    let mut full = names.given_names_of(&nickname);
    full.any(|full| full.eq_ignore_ascii_case(name))
}
