//! Words to facts: one look-up tells all that the word lists know of a word.
//!
//! # The word lists
//!
//! The lists of English are the text files under `en/`; `en/mod.rs` names them all. Every file is
//! sorted by bytes, has an entry at most once, and is in lower case (`#` starts a comment, alone on
//! its line). A word may stand in several files and has the facts of all of them. No entry has a
//! space, a curly apostrophe or a final full stop: "Mr." is `mr`, "U.S." is `u.s`.
//!
//! A **word list** has a word and its labels on a line; the labels of classes are in `class.rs`:
//!
//! ```text
//! everyone   subj obj quant
//! lawyer     noun person plural
//! report     noun reportnoun doc plural
//! spokesman  noun person male plural=spokesmen
//! ```
//!
//! `plural` enters the regular plural too (lawyers, agencies, churches), `plural=…` an irregular
//! one: the plural has `nouns` in place of `noun`, the verb and adjective classes not at all, and
//! the other classes of the line. Verb forms are left to the verb lists.
//!
//! A **verb list** has a lemma on a line; its past, participle and -ing form, as many of them as are
//! not regular (the past alone if the participle is the same; two forms as `learned/learnt`); and
//! after a colon the frames and further classes that all its forms have:
//!
//! ```text
//! admit admitted : after that gerund speech
//! forget forgot forgotten forgetting
//! go went gone
//! say said          : after before that toaddressee speech strong
//! sigh              : after speech weak beat
//! write wrote written : after before that toaddressee writing
//! ```
//!
//! Its forms (say, says, said, saying) are made from that, each with its verb class, its lemma, and
//! the class `report` if there is any frame. The last consonant is doubled in a word of one syllable
//! (beg, begging) and in a longer one whose listed past doubles it (admit); a last l of a longer one
//! is entered both ways (signaled, signalled).

mod class;
mod en;
mod list;
mod table;

use once_cell::sync::Lazy;

use en::{inflect, shape};
use list::{Plural, VerbEntry, WordEntry};
use table::Table;

pub(crate) use class::{Class, Classes, Frame, Frames};

/// What the lists know of a word. Freely copied; empty for an unknown word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Facts {
    pub(crate) classes: Classes,
    pub(crate) frames: Frames,
    /// The word itself, whatever its case.
    pub(crate) word: WordId,
    /// The base form, if the word is a form of a listed verb.
    pub(crate) lemma: WordId,
}

impl Facts {
    /// Whether the word is in a list.
    pub(crate) fn is_known(self) -> bool {
        !self.classes.is_empty()
    }

    /// Whether the word can be a `class`.
    pub(crate) fn is(self, class: Class) -> bool {
        self.classes.has(class)
    }

    /// Whether the word can be one of `classes`.
    pub(crate) fn is_any(self, classes: Classes) -> bool {
        self.classes.any(classes)
    }

    /// Whether the word takes `frame`.
    pub(crate) fn takes(self, frame: Frame) -> bool {
        self.frames.has(frame)
    }
}

/// The number of a listed word in its lexicon: equal for equal words, whatever their case. Only the
/// first 65,535 words have one; names, which nobody asks for by number, come last.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct WordId(u16);

impl WordId {
    /// Stands for every word that has no number.
    pub(crate) const UNKNOWN: WordId = WordId(0);
    /// One more than the greatest number.
    pub(crate) const COUNT: usize = 1 << u16::BITS;

    pub(crate) const fn index(self) -> usize {
        self.0 as usize
    }
}

/// A table of words and their facts.
#[derive(Clone, Debug)]
pub(crate) struct Lexicon {
    table: Table,
    words: u16,
}

impl Lexicon {
    /// The lexicon of English, built at its first use.
    pub(crate) fn english() -> &'static Lexicon {
        static ENGLISH: Lazy<Lexicon> = Lazy::new(Lexicon::of_english_lists);
        &ENGLISH
    }

    /// The same, built anew.
    pub(crate) fn of_english_lists() -> Lexicon {
        let mut lexicon = Lexicon {
            table: Table::with_room_for(1 << 17),
            words: 0,
        };
        for list in en::VERBS {
            for entry in list::lines(list).filter_map(|line| VerbEntry::parse(line).ok()) {
                lexicon.enter_verb(&entry);
            }
        }
        for list in en::WORDS {
            for entry in list::lines(list).filter_map(|line| WordEntry::parse(line).ok()) {
                lexicon.enter_word(&entry);
            }
        }
        lexicon
    }

    /// Gives `word` further classes. A word of more than 48 bytes is never found.
    pub(crate) fn add_word(&mut self, word: &str, classes: Classes) {
        self.add(word, classes, Frames::NONE, WordId::UNKNOWN);
    }

    /// Gives the regular forms of the verb `lemma` further frames.
    pub(crate) fn add_verb(&mut self, lemma: &str, frames: Frames) {
        self.enter_verb(&VerbEntry {
            lemma,
            past: None,
            participle: None,
            ing: None,
            classes: Classes::NONE,
            frames,
        });
    }

    /// The full word of a title that is written short, both in lower case: "senator" of "sen".
    pub(crate) fn spelt_out(title: &str) -> Option<&'static str> {
        static TITLES: Lazy<Vec<(&str, &str)>> = Lazy::new(|| {
            list::lines(en::ABBREVIATED)
                .filter_map(|line| line.split_once(' '))
                .collect()
        });
        let found = TITLES.binary_search_by_key(&title, |&(short, _)| short);
        found.ok().map(|title| TITLES[title].1)
    }

    /// The facts of exactly this word, apart from its case and the look of its apostrophe.
    #[inline]
    pub(crate) fn look_up(&self, word: &str) -> Facts {
        self.table.get(word)
    }

    /// The facts of a word in a text, and how long the part of it is that they belong to. Where the
    /// word is not listed, they are those of what stands before a possessive or contracted ending
    /// ("Rutte" of "Rutte's"), those that a compound has of its last part ("co-founder"), or, for a
    /// word in lower case, what its ending tells.
    #[inline]
    pub(crate) fn analyse(&self, word: &str) -> (Facts, usize) {
        let facts = self.look_up(word);
        if facts.is_known() {
            (facts, word.len())
        } else {
            self.analyse_unlisted(word)
        }
    }

    fn analyse_unlisted(&self, word: &str) -> (Facts, usize) {
        let base = match shape::base(word) {
            "" => word,
            base => base,
        };
        let facts = self.look_up(base);
        if facts.is_known() {
            return (facts, base.len());
        }
        let classes = if let Some((_, head)) = base.rsplit_once('-') {
            match self.look_up(head).classes & shape::INHERITED {
                Classes::NONE => shape::COMPOUND,
                classes => classes,
            }
        } else if base.starts_with(char::is_lowercase) {
            shape::guess(base)
        } else {
            Classes::NONE
        };
        (
            Facts {
                classes,
                ..Facts::default()
            },
            base.len(),
        )
    }

    fn enter_word(&mut self, entry: &WordEntry<'_>) {
        self.add_word(entry.word, entry.classes);
        let plural = match entry.plural {
            Plural::None => return,
            Plural::Regular => inflect::plural(entry.word),
            Plural::Irregular(plural) => plural.to_owned(),
        };
        self.add_word(&plural, entry.classes.plural());
    }

    fn enter_verb(&mut self, entry: &VerbEntry<'_>) {
        let report = if entry.frames.is_empty() {
            Classes::NONE
        } else {
            Classes::of(&[Class::Report])
        };
        let classes = entry.classes | report;
        let lemma = self.add(entry.lemma, classes, entry.frames, WordId::UNKNOWN);
        for (form, class) in inflect::verb_forms(entry) {
            self.add(&form, classes | Classes::of(&[class]), entry.frames, lemma);
        }
    }

    /// Merges facts into those of a word. The first lemma of a form stays.
    fn add(&mut self, word: &str, classes: Classes, frames: Frames, lemma: WordId) -> WordId {
        let facts = self.table.entry(word);
        if !facts.is_known() && self.words < u16::MAX {
            self.words += 1;
            facts.word = WordId(self.words);
        }
        facts.classes |= classes;
        facts.frames |= frames;
        if facts.lemma == WordId::UNKNOWN {
            facts.lemma = lemma;
        }
        facts.word
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_has_the_facts_of_all_lists() {
        let report = Lexicon::english().look_up("reported");
        assert!(report.is(Class::VerbPast) && report.is(Class::Report));
        assert!(report.takes(Frame::That));
        assert_eq!(report.lemma, Lexicon::english().look_up("report").word);
    }

    #[test]
    fn case_and_the_look_of_the_apostrophe_do_not_matter() {
        let lexicon = Lexicon::english();
        assert!(lexicon.look_up("said").is_known());
        assert_eq!(lexicon.look_up("SAID"), lexicon.look_up("said"));
        assert_eq!(lexicon.look_up("Don\u{2019}t"), lexicon.look_up("don't"));
        assert!(lexicon.look_up("don't").is(Class::Negation));
    }

    #[test]
    fn no_word_and_odd_words_are_unknown() {
        for word in [
            "",
            "'",
            "\u{2019}",
            "xqzzt",
            "İİİİİİİİİİİİİİİİİİ",
            &"said".repeat(1000),
        ] {
            assert_eq!(
                Lexicon::english().look_up(word),
                Facts::default(),
                "{word:?}"
            );
        }
    }

    #[test]
    fn every_listed_word_is_found() {
        for line in en::WORDS
            .iter()
            .chain(en::VERBS)
            .flat_map(|list| list::lines(list))
        {
            let word = line.split_ascii_whitespace().next().unwrap_or_default();
            assert!(Lexicon::english().look_up(word).is_known(), "{word}");
        }
    }

    #[test]
    fn an_unlisted_word_has_facts_by_its_parts() {
        let analyse = |word| Lexicon::english().analyse(word);
        let (owner, length) = analyse("senator\u{2019}s");
        assert!(owner.is(Class::Title) && length == "senator".len());
        assert!(analyse("arch-chancellor").0.is(Class::Person));
        assert!(!analyse("shadow-said").0.is(Class::Report));
        assert!(analyse("sing-along").0.is(Class::Noun));
        assert!(analyse("quizzically").0.is(Class::Adverb));
        assert_eq!(analyse("Xqzzt"), (Facts::default(), 5));
        assert_eq!(analyse("'s"), (Facts::default(), 2));
    }

    #[test]
    fn additions_leave_the_english_lexicon_alone() {
        let mut lexicon = Lexicon::english().clone();
        lexicon.add_verb("quothe", Frames::of(&[Frame::After]));
        lexicon.add_word("grand-panjandrum-in-chief", Classes::of(&[Class::Title]));
        assert!(lexicon.look_up("quothed").takes(Frame::After));
        assert!(
            lexicon
                .look_up("Grand-Panjandrum-in-Chief")
                .is(Class::Title)
        );
        assert!(!Lexicon::english().look_up("quothed").is_known());
        assert!(lexicon.look_up("said").takes(Frame::That));
    }
}
