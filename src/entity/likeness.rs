//! How alike two names are: the one matcher of names.

use super::index::{Name, NameWord};
use super::name::is_initial;
use crate::analysis::mention::Nature;
use crate::language::Names;

/// How alike two names are that are the same, word for word.
pub(super) const SAME: u32 = 5;
/// That an alias or initials are another name of the same one.
pub(super) const PART: u32 = 4;

/// How alike two names are: 0 for different ones, more the surer they are one.
pub(super) fn likeness(
    names: &Names,
    known: Name<'_, '_>,
    name: Name<'_, '_>,
    nature: Nature,
) -> u32 {
    let same = |a: &[NameWord<'_>], b: &[NameWord<'_>]| {
        a.len() == b.len() && a.iter().zip(b).all(|(a, b)| a.number == b.number)
    };
    let (known_words, words) = (known.words, name.words);
    if same(known_words, words) {
        return SAME;
    }
    let (Some(first), Some(known_first)) = (words.first(), known_words.first()) else {
        return 0;
    };
    let same_family = known.family == name.family;
    let same_first = known_first.number == first.number;
    let (many, known_many) = (words.len() > 1, known_words.len() > 1);
    if many && known_many {
        if known.suffix != name.suffix {
            return 0;
        }
        let given = same_first || same_family && is_same_given(names, first.text, known_first.text);
        let shared = words.len().min(known_words.len());
        let part = same(
            &known_words[known_words.len() - shared..],
            &words[words.len() - shared..],
        );
        return match same_family {
            true if given => 4,
            true if part => 3,
            _ => 0,
        };
    }
    if same_family {
        3
    } else if nature != Nature::Organisation && same_first {
        2
    } else {
        0
    }
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
pub(super) fn is_same_given(names: &Names, one: &str, other: &str) -> bool {
    let is_short =
        |short: &str, name: &str| is_initial(short, name) || is_nickname(names, short, name);
    is_short(one, other) || is_short(other, one)
}

/// "Lizzy" and "Elizabeth".
fn is_nickname(names: &Names, nickname: &str, name: &str) -> bool {
    let nickname = nickname.to_lowercase();
    let mut full = names.given_names_of(&nickname);
    full.any(|full| full.eq_ignore_ascii_case(name))
}
