//! Whether two names can be one person's.

use crate::language::{Class, Lexicon};
use crate::token::mark::is_apostrophe;

/// Whether a claimed name and one of the text can mean the same: the words of one are among those of
/// the other, titles aside, and initials stand for names.
pub(super) fn agree(lexicon: &Lexicon, claimed: &str, known: &str) -> bool {
    let [claimed, known] = [claimed, known].map(|name| words(lexicon, name));
    if claimed.is_empty() || known.is_empty() {
        return false;
    }
    if claimed == known {
        return true;
    }
    let without_titles = |name| without_titles(lexicon, name);
    match (without_titles(&claimed), without_titles(&known)) {
        // An office without a name: "mayor" for "the mayor".
        ([], _) | (_, []) => claimed.last() == known.last(),
        (claimed, known) if claimed.len() <= known.len() => is_part(claimed, known),
        (claimed, known) => is_part(known, claimed),
    }
}

/// Whether a claim describes its speaker and gives no name, as "the chief engineer" or "mayor": that
/// may be anybody whom a text names.
pub(super) fn only_describes(lexicon: &Lexicon, claimed: &str) -> bool {
    let is = |word: &str, class| lexicon.look_up(&word.to_lowercase()).is(class);
    let mut words = claimed.split_whitespace().peekable();
    let first = words.next_if(|word| is(word, Class::Determiner) || is(word, Class::Possessive));
    let rest: Vec<&str> = words.collect();
    let names_nobody =
        |word: &&str| !word.starts_with(char::is_uppercase) || is(word, Class::Title);
    let ends_in_title = rest.last().is_some_and(|word| is(word, Class::Title));
    (first.is_some() || ends_in_title) && rest.iter().all(names_nobody)
}

fn is_joint(c: char) -> bool {
    c == '-' || is_apostrophe(c)
}

fn words(lexicon: &Lexicon, name: &str) -> Vec<String> {
    name.split(|c: char| !c.is_alphanumeric() && !is_joint(c))
        .map(|word| {
            let word = word.trim_matches(is_joint);
            let owner = lexicon.language.names.without_possessive(word);
            owner.unwrap_or(word).to_lowercase()
        })
        .filter(|word| !word.is_empty())
        .collect()
}

fn without_titles<'n>(lexicon: &Lexicon, words: &'n [String]) -> &'n [String] {
    let is_title = |word: &str| lexicon.look_up(word).is(Class::Title);
    let first = words.iter().position(|word| !is_title(word));
    &words[first.unwrap_or(words.len())..]
}

/// Whether the words of one name come in the other, in order.
fn is_part(short: &[String], long: &[String]) -> bool {
    let mut long = long.iter();
    short
        .iter()
        .all(|word| long.by_ref().any(|other| is_one(word, other)))
}

/// The same word, or an initial of it.
fn is_one(one: &str, other: &str) -> bool {
    let is_initial = |one: &str, other: &str| one.chars().count() == 1 && other.starts_with(one);
    one == other || is_initial(one, other) || is_initial(other, one)
}

#[cfg(test)]
mod tests {
    use super::Lexicon;

    fn agree(claimed: &str, known: &str) -> bool {
        super::agree(Lexicon::english(), claimed, known)
    }

    fn only_describes(claimed: &str) -> bool {
        super::only_describes(Lexicon::english(), claimed)
    }

    #[test]
    fn descriptions_are_no_names() {
        for claimed in [
            "the chief engineer",
            "mayor",
            "The Mayor",
            "her deputy",
            "a witness",
        ] {
            assert!(only_describes(claimed), "{claimed}");
        }
        for claimed in [
            "Ines Okoro",
            "okoro",
            "Mr Bob",
            "the Guardian",
            "the Ines Okoro",
            "",
        ] {
            assert!(!only_describes(claimed), "{claimed}");
        }
    }

    #[test]
    fn names_of_one_person_agree() {
        for (claimed, known) in [
            ("Ines Okoro", "Okoro"),
            ("okoro", "Ines Okoro"),
            ("Dr. Okoro", "Ines Okoro"),
            ("I. Okoro", "Ines Okoro"),
            ("Nita's", "Nita"),
            ("the water board", "the regional water board"),
            ("mayor", "the mayor"),
        ] {
            assert!(agree(claimed, known), "{claimed} {known}");
        }
        for (claimed, known) in [
            ("Ines Okoro", "Daniel Okoro"),
            ("Nita", "Bob"),
            ("Mr Vos", "Mr Holm"),
            ("", "Bob"),
            ("Mr", "Mr Bob"),
        ] {
            assert!(!agree(claimed, known), "{claimed} {known}");
        }
    }
}
