//! Words to facts: one look-up tells all that the word lists know of a word.
//!
//! # The word lists
//!
//! The lists of English are the text files under `english/words/`; `english/lists.rs` names them all. The
//! build script `build.rs` reads them while the crate is compiled, and makes one table of them. Every file is
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

use std::collections::BTreeMap;
use std::ops::Range;

use super::class::{Class, Classes, Frame, Frames};
use super::english::ENGLISH;
use super::facts::{Facts, WordId};
use super::inflection::Verb;
use super::key::Key;
use super::supply::Language;
use super::table::Table;

/// The words of a language and those that a caller adds.
#[derive(Clone, Debug)]
pub(crate) struct Lexicon {
    pub(crate) language: &'static Language,
    /// The words of its lists.
    listed: Table<'static>,
    /// The added words, with all that is known of them.
    added: BTreeMap<Key, Facts>,
}

impl Lexicon {
    /// A language as it is listed.
    pub(crate) const fn of(language: &'static Language) -> Lexicon {
        Lexicon {
            language,
            listed: language.words.table,
            added: BTreeMap::new(),
        }
    }

    /// English as it is listed.
    pub(crate) fn english() -> &'static Lexicon {
        static LEXICON: Lexicon = Lexicon::of(&ENGLISH);
        &LEXICON
    }

    /// Gives `word` further classes. A word of more than 48 bytes is never found.
    pub(crate) fn add_word(&mut self, word: &str, classes: Classes) {
        self.add(word, classes, Frames::NONE, WordId::UNKNOWN);
    }

    /// Gives the regular forms of the verb `lemma` further frames.
    pub(crate) fn add_verb(&mut self, lemma: &str, frames: Frames) {
        let base = self.look_up(lemma).word;
        for (form, class) in (self.language.words.inflection.verb)(&Verb::regular(lemma)) {
            let classes = frames.classes() | Classes::of(&[class]);
            self.add(&form, classes, frames, base);
        }
    }

    /// Gives the verb of a phrase such as "fire back" further frames, which it has with a particle after it. A
    /// verb that reports by itself does so already.
    pub(crate) fn add_phrasal_verb(&mut self, lemma: &str, particle: &str, frames: Frames) {
        let known = self.look_up(lemma);
        if !known.is(Class::Report) || known.takes(Frame::Phrasal) {
            self.add_verb(lemma, frames.with(Frames::of(&[Frame::Phrasal])));
        }
        self.add_word(particle, Classes::of(&[Class::VerbParticle]));
    }

    /// Adds a noun that reports, and its regular plural.
    pub(crate) fn add_noun(&mut self, noun: &str) {
        self.add_word(noun, Classes::of(&[Class::Noun, Class::ReportNoun]));
        let plural = (self.language.words.inflection.plural)(noun);
        self.add_word(
            &plural,
            Classes::of(&[Class::NounPlural, Class::ReportNoun]),
        );
    }

    /// Lets a word, in all its forms if it is a verb, neither report nor be a title; whether it did.
    pub(crate) fn remove(&mut self, word: &str) -> bool {
        const REMOVED: Classes = Classes::of(&[Class::Report, Class::ReportNoun, Class::Title]);
        let Some(key) = Key::of(word) else {
            return false;
        };
        let id = self.get(key).word;
        let is_form = |facts: Facts| id != WordId::UNKNOWN && facts.lemma == id;
        let listed = self.listed.all();
        let forms = listed.filter(|&(known, facts)| known == key || is_form(facts));
        let mut removed = false;
        for (form, facts) in forms.filter(|(_, facts)| facts.is_any(REMOVED)) {
            removed = true;
            let facts = Facts {
                classes: facts.classes.without(REMOVED),
                frames: Frames::NONE,
                ..facts
            };
            self.added.insert(form, facts);
        }
        removed
    }

    /// The facts of exactly this word, apart from its case and the look of its apostrophe.
    pub(crate) fn look_up(&self, word: &str) -> Facts {
        Key::of(word).map_or(Facts::default(), |key| self.get(key))
    }

    #[inline]
    fn get(&self, key: Key) -> Facts {
        if self.added.is_empty() {
            return self.listed.get(key);
        }
        self.get_added(key)
    }

    #[cold]
    #[inline(never)]
    fn get_added(&self, key: Key) -> Facts {
        let added = self.added.get(&key);
        added.copied().unwrap_or_else(|| self.listed.get(key))
    }

    /// The facts of a word in a text, found faster where it is not long and all ASCII.
    #[inline]
    pub(crate) fn look_up_within(&self, text: &str, word: Range<usize>) -> Facts {
        match Key::within(text, word.clone()) {
            Some(key) => self.get(key),
            None => self.look_up(&text[word]),
        }
    }

    /// The facts that a word has by its parts where none is listed, and how long the part of it is
    /// that they belong to: those of what stands before a possessive or contracted ending ("Rutte" of
    /// "Rutte's"), those that a compound has of its last part ("co-founder"), or, for a word in lower
    /// case, what its ending tells.
    pub(crate) fn analyse(&self, word: &str) -> (Facts, usize) {
        let parts = &self.language.word_parts;
        let base = match (parts.base)(word) {
            "" => word,
            base => base,
        };
        if base.len() < word.len() {
            let facts = self.look_up(base);
            if facts.is_known() {
                return (facts, base.len());
            }
        }
        // Byte by byte, which for a word takes less time than a search.
        let hyphen = base.bytes().rposition(|byte| byte == b'-');
        let classes = if let Some(hyphen) = hyphen {
            let head = &base[hyphen + 1..];
            let facts = self.look_up(head);
            match facts.classes & parts.inherited {
                // "Ta-Nehisi" and "al-Masri" are names.
                Classes::NONE if !facts.is_known() && head.starts_with(char::is_uppercase) => {
                    Classes::NONE
                }
                Classes::NONE => parts.compound,
                classes => classes,
            }
        } else if base.starts_with(char::is_lowercase) {
            (parts.guess)(base)
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

    /// Whether a word is a name after a particle in lower case: "al-Rashid", "d'Estaing".
    pub(crate) fn is_name_after_particle(&self, word: &str) -> bool {
        // As nearly all words are.
        if word.bytes().all(|byte| byte.is_ascii_alphabetic()) {
            return false;
        }
        let Some((particle, name)) = word.split_once(['-', '\'', '\u{2019}']) else {
            return false;
        };
        name.starts_with(char::is_uppercase) && self.look_up(particle).is(Class::Particle)
    }

    fn add(&mut self, word: &str, classes: Classes, frames: Frames, lemma: WordId) {
        if let Some(key) = Key::of(word) {
            let listed = || self.listed.get(key);
            let facts = self.added.entry(key).or_insert_with(listed);
            facts.add(classes, frames, lemma);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::english::LISTS;
    use super::super::make;
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
        let inflection = ENGLISH.words.inflection;
        for (key, facts) in make::words(&LISTS, inflection).unwrap() {
            assert!(facts.is_known(), "{key:?}");
            assert_eq!(Lexicon::english().get(key), facts, "{key:?}");
        }
    }

    #[test]
    fn an_unlisted_word_has_facts_by_its_parts() {
        let analyse = |word: &str| Lexicon::english().analyse(word);
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
