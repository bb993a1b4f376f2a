//! Making the words of English from their lists. Compiled into the build script, and to be tested.

use std::collections::BTreeMap;

use super::class::{Class, Classes, Frames};
use super::english::{inflect, named};
use super::facts::{Facts, WordId};
use super::key::Key;
use super::list::{self, Plural, VerbEntry, WordEntry};

/// Lists of verbs, the reporting verbs first: a form of two verbs has the lemma of the first.
pub(super) const VERBS: &[&str] = &[
    include_str!("english/words/reporting-verbs.txt"),
    include_str!("english/words/verbs.txt"),
];

/// Lists of words of every other kind.
pub(super) const WORDS: &[&str] = &[
    include_str!("english/words/function-words.txt"),
    include_str!("english/words/reporting-nouns.txt"),
    include_str!("english/words/titles.txt"),
    include_str!("english/words/persons.txt"),
    include_str!("english/words/naming.txt"),
    include_str!("english/words/nouns.txt"),
    include_str!("english/words/adjectives.txt"),
    include_str!("english/words/adverbs.txt"),
    include_str!("english/words/organisations.txt"),
    include_str!("english/words/places.txt"),
    include_str!("english/words/given-names.txt"),
    include_str!("english/words/surnames.txt"),
];

/// The classes of words that need no number.
const NAMES: Classes = Classes::of(&[Class::GivenName, Class::Surname, Class::Male, Class::Female]);

/// The words of all lists.
///
/// # Panics
///
/// If a line is not in the format of its list.
pub(super) fn english() -> BTreeMap<Key, Facts> {
    let mut words = Words::default();
    for word in named::ALL {
        words.number(key(word));
    }
    for line in VERBS.iter().flat_map(|list| list::lines(list)) {
        words.enter_verb(&VerbEntry::parse(line).expect("a line of a verb list"));
    }
    for line in WORDS.iter().flat_map(|list| list::lines(list)) {
        words.enter_word(&WordEntry::parse(line).expect("a line of a word list"));
    }
    words.facts
}

#[derive(Default)]
struct Words {
    facts: BTreeMap<Key, Facts>,
    numbered: u16,
}

impl Words {
    fn enter_word(&mut self, entry: &WordEntry<'_>) {
        self.add(entry.word, entry.classes, Frames::NONE, WordId::UNKNOWN);
        let plural = match entry.plural {
            Plural::None => return,
            Plural::Regular => inflect::plural(entry.word),
            Plural::Irregular(plural) => plural.to_owned(),
        };
        let classes = classes_of_plural(entry.classes);
        self.add(&plural, classes, Frames::NONE, WordId::UNKNOWN);
    }

    fn enter_verb(&mut self, entry: &VerbEntry<'_>) {
        let classes = entry.classes | entry.frames.classes();
        let of = |class| classes | Classes::of(&[class]);
        let lemma = self.add(
            entry.verb.lemma,
            of(Class::Verb),
            entry.frames,
            WordId::UNKNOWN,
        );
        for (form, class) in entry.verb.forms() {
            self.add(&form, of(class), entry.frames, lemma);
        }
    }

    fn add(&mut self, word: &str, classes: Classes, frames: Frames, lemma: WordId) -> WordId {
        let key = key(word);
        let facts = self.facts.entry(key).or_default();
        facts.add(classes, frames, lemma);
        if facts.word == WordId::UNKNOWN && facts.classes & NAMES != facts.classes {
            return self.number(key);
        }
        facts.word
    }

    fn number(&mut self, key: Key) -> WordId {
        self.numbered = self.numbered.checked_add(1).expect("no number is left");
        let number = WordId(self.numbered);
        self.facts.entry(key).or_default().word = number;
        number
    }
}

fn key(word: &str) -> Key {
    Key::of(word).expect("a word that can be found")
}

/// What remains of a singular noun's classes in its plural.
fn classes_of_plural(classes: Classes) -> Classes {
    let lost = Classes::of(&[
        Class::Noun,
        Class::Adjective,
        Class::Adverb,
        Class::Preposition,
        Class::Verb,
        Class::VerbPast,
        Class::VerbParticiple,
        Class::VerbIng,
    ]);
    Classes(classes.0 & !lost.0) | Classes::of(&[Class::NounPlural])
}
