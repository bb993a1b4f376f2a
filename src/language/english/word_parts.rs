//! What the shape of an unlisted word tells.

use crate::language::class::{Class, Classes};
use crate::language::supply::WordParts;

pub(super) const WORD_PARTS: WordParts = WordParts {
    base,
    guess,
    inherited: INHERITED,
    compound: COMPOUND,
};

/// The endings that tell the classes of a word, the longer before the shorter.
const ENDINGS: &[(&str, Classes)] = &[
    (
        "swoman",
        Classes::of(&[Class::Noun, Class::Person, Class::Female]),
    ),
    (
        "swomen",
        Classes::of(&[Class::NounPlural, Class::Person, Class::Female]),
    ),
    (
        "woman",
        Classes::of(&[Class::Noun, Class::Person, Class::Female]),
    ),
    (
        "women",
        Classes::of(&[Class::NounPlural, Class::Person, Class::Female]),
    ),
    (
        "man",
        Classes::of(&[Class::Noun, Class::Person, Class::Male]),
    ),
    (
        "men",
        Classes::of(&[Class::NounPlural, Class::Person, Class::Male]),
    ),
    ("person", Classes::of(&[Class::Noun, Class::Person])),
    ("people", Classes::of(&[Class::NounPlural, Class::Person])),
    ("ologist", Classes::of(&[Class::Noun, Class::Person])),
    ("ologists", Classes::of(&[Class::NounPlural, Class::Person])),
    (
        "ist",
        Classes::of(&[Class::Noun, Class::Person, Class::Adjective]),
    ),
    ("ists", Classes::of(&[Class::NounPlural, Class::Person])),
    ("ician", Classes::of(&[Class::Noun, Class::Person])),
    ("icians", Classes::of(&[Class::NounPlural, Class::Person])),
    ("tion", NOUN),
    ("sion", NOUN),
    ("ment", NOUN),
    ("ness", NOUN),
    ("ity", NOUN),
    ("ism", NOUN),
    ("ance", NOUN),
    ("ence", NOUN),
    ("ship", NOUN),
    ("hood", NOUN),
    ("dom", NOUN),
    ("logy", NOUN),
    ("er", Classes::of(&[Class::Noun, Class::Adjective])),
    ("or", NOUN),
    ("ly", Classes::of(&[Class::Adverb])),
    ("wise", Classes::of(&[Class::Adverb])),
    ("wards", Classes::of(&[Class::Adverb])),
    (
        "ing",
        Classes::of(&[Class::VerbIng, Class::Noun, Class::Adjective]),
    ),
    (
        "ed",
        Classes::of(&[Class::VerbPast, Class::VerbParticiple, Class::Adjective]),
    ),
    ("ous", ADJECTIVE),
    ("ful", ADJECTIVE),
    ("less", ADJECTIVE),
    ("ive", ADJECTIVE),
    ("able", ADJECTIVE),
    ("ible", ADJECTIVE),
    ("ish", ADJECTIVE),
    ("ic", ADJECTIVE),
    ("ical", ADJECTIVE),
    ("al", Classes::of(&[Class::Adjective, Class::Noun])),
    ("est", ADJECTIVE),
    ("ize", Classes::of(&[Class::Verb])),
    ("ise", Classes::of(&[Class::Verb, Class::Noun])),
    ("ify", Classes::of(&[Class::Verb])),
    ("ss", NOUN),
    ("us", NOUN),
    ("is", NOUN),
    ("s", Classes::of(&[Class::NounPlural, Class::VerbS])),
];

const NOUN: Classes = Classes::of(&[Class::Noun]);
const ADJECTIVE: Classes = Classes::of(&[Class::Adjective]);
const OPEN: Classes = Classes::of(&[Class::Noun, Class::Adjective, Class::Verb]);

/// What a compound has of the facts of its last part: "co-founder", "ex-president", "32-year-old".
const INHERITED: Classes = Classes::of(&[
    Class::Noun,
    Class::NounPlural,
    Class::Adjective,
    Class::VerbParticiple,
    Class::VerbIng,
    Class::ReportNoun,
    Class::Document,
    Class::Title,
    Class::Person,
    Class::Group,
    Class::Male,
    Class::Female,
    Class::GivenName,
    Class::Surname,
    Class::OrganisationNoun,
    Class::Organisation,
    Class::Place,
    Class::Demonym,
    Class::Adherent,
    Class::Work,
    Class::Time,
]);

/// What a compound can be whose last part says nothing of it: "follow-up".
const COMPOUND: Classes = Classes::of(&[Class::Noun, Class::Adjective]);

/// The classes that a word in lower case probably has by its ending. Never empty.
fn guess(word: &str) -> Classes {
    let last = word.as_bytes().last();
    ENDINGS
        .iter()
        .find(|(ending, _)| {
            ending.as_bytes().last() == last
                && word.len() > ending.len() + 1
                && word.ends_with(ending)
        })
        .map_or(OPEN, |(_, classes)| *classes)
}

/// The part of a word before a possessive or contracted ending: "Rutte" of "Rutte's", "analysts" of
/// "analysts'", "who" of "who'd".
fn base(word: &str) -> &str {
    const APOSTROPHES: [char; 2] = ['\'', '\u{2019}'];
    const ENDINGS: [&str; 5] = ["s", "d", "ll", "ve", "re"];
    let letters = word.bytes().rev().take_while(u8::is_ascii_alphabetic);
    let stem = &word[..word.len() - letters.count()];
    let Some(base) = stem.strip_suffix(APOSTROPHES) else {
        return word;
    };
    let ending = &word[stem.len()..];
    let ends = ENDINGS
        .iter()
        .any(|known| ending.eq_ignore_ascii_case(known));
    let plural = ending.is_empty() && base.ends_with(['s', 'S', 'x', 'z']);
    if ends || plural { base } else { word }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_possessive_has_its_owner() {
        assert_eq!(base("Rutte's"), "Rutte");
        assert_eq!(base("analysts\u{2019}"), "analysts");
        assert_eq!(base("who'd"), "who");
        assert_eq!(base("O'Brien"), "O'Brien");
        assert_eq!(base("rock'n'roll"), "rock'n'roll");
        assert_eq!(base("'s"), "");
    }

    #[test]
    fn endings_tell_classes() {
        assert!(guess("quizzically").has(Class::Adverb));
        assert!(guess("defragmented").has(Class::VerbPast));
        assert!(guess("gizmos").has(Class::NounPlural));
        assert!(guess("zookeeping").has(Class::VerbIng));
        assert!(guess("palaeontologists").has(Class::Person));
        assert!(!guess("").is_empty() && !guess("x").is_empty());
    }
}
