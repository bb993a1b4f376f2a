//! Making the words of a language from their lists. Compiled into the build script too.

use std::collections::BTreeMap;

use super::class::{Class, Classes, Frames};
use super::facts::{Facts, WordId};
use super::inflection::Inflection;
use super::key::Key;
use super::list::{self, Plural, VerbEntry, WordEntry, WordLists};
use super::perfect;

/// The classes of words that need no number.
const NAMES: Classes = Classes::of(&[Class::GivenName, Class::Surname, Class::Male, Class::Female]);

/// The words of all lists.
///
/// # Errors
///
/// If a line is not in the format of its list, or there are too many words.
pub(super) fn words(
    lists: &WordLists<'_>,
    inflection: Inflection,
) -> Result<BTreeMap<Key, Facts>, String> {
    let mut words = WordMaker {
        inflection,
        facts: BTreeMap::new(),
        numbered: 0,
    };
    for word in lists.named {
        words.number(key(word)?)?;
    }
    let named = words.numbered;
    for line in lists.verbs.iter().flat_map(|list| list::lines(list)) {
        words.enter_verb(&VerbEntry::parse(line)?)?;
    }
    for line in lists.words.iter().flat_map(|list| list::lines(list)) {
        words.enter_word(&WordEntry::parse(line)?)?;
    }
    words.number_by_slot(named)?;
    Ok(words.facts)
}

struct WordMaker {
    inflection: Inflection,
    facts: BTreeMap<Key, Facts>,
    numbered: u16,
}

impl WordMaker {
    fn enter_word(&mut self, entry: &WordEntry<'_>) -> Result<(), String> {
        self.add(entry.word, entry.classes, Frames::NONE, WordId::UNKNOWN)?;
        let plural = match entry.plural {
            Plural::None => return Ok(()),
            Plural::Regular => (self.inflection.plural)(entry.word),
            Plural::Irregular(plural) => plural.to_owned(),
        };
        let classes = classes_of_plural(entry.classes);
        self.add(&plural, classes, Frames::NONE, WordId::UNKNOWN)?;
        Ok(())
    }

    fn enter_verb(&mut self, entry: &VerbEntry<'_>) -> Result<(), String> {
        let classes = entry.classes | entry.frames.classes();
        let of = |class| classes | Classes::of(&[class]);
        let base = entry.verb.lemma;
        let lemma = self.add(base, of(Class::Verb), entry.frames, WordId::UNKNOWN)?;
        for (form, class) in (self.inflection.verb)(&entry.verb) {
            self.add(&form, of(class), entry.frames, lemma)?;
        }
        Ok(())
    }

    fn add(
        &mut self,
        word: &str,
        classes: Classes,
        frames: Frames,
        lemma: WordId,
    ) -> Result<WordId, String> {
        let key = key(word)?;
        let facts = self.facts.entry(key).or_default();
        facts.add(classes, frames, lemma);
        if facts.word == WordId::UNKNOWN && facts.classes & NAMES != facts.classes {
            return self.number(key);
        }
        Ok(facts.word)
    }

    fn number(&mut self, key: Key) -> Result<WordId, String> {
        self.numbered = self.numbered.checked_add(1).ok_or("expected fewer words")?;
        let number = WordId(self.numbered);
        self.facts.entry(key).or_default().word = number;
        Ok(number)
    }

    /// Numbers all but the words named first anew: with one more than their slot, or where another word has that
    /// number, with the next one that is free.
    fn number_by_slot(&mut self, named: u16) -> Result<(), String> {
        let is_named = |word: WordId| word.0 <= named;
        let mut fixed = self.facts.clone();
        let others = fixed.values_mut().filter(|facts| !is_named(facts.word));
        others.for_each(|facts| facts.word = WordId::UNKNOWN);
        let order = perfect::order(&fixed)?.map(|(slot, key)| (slot, self.facts[&key].word));
        let order = order.filter(|&(_, word)| !is_named(word));

        let mut numbers: Vec<WordId> = (0..=named).map(WordId).collect();
        numbers.resize(usize::from(self.numbered) + 1, WordId::UNKNOWN);
        let mut taken = vec![false; WordId::COUNT];
        taken[..=usize::from(named)].fill(true);
        let mut crowded = Vec::new();
        for (slot, word) in order {
            let own = WordId((slot as u16).wrapping_add(1));
            if std::mem::replace(&mut taken[own.index()], true) {
                crowded.push((slot, word));
            } else {
                numbers[word.index()] = own;
            }
        }
        for (slot, word) in crowded {
            let after = (1..=u16::MAX).map(|more| WordId((slot as u16).wrapping_add(more)));
            let mut free = after.filter(|number| !taken[number.index()]);
            let number = free.next().ok_or("expected fewer words")?;
            taken[number.index()] = true;
            numbers[word.index()] = number;
        }
        for facts in self.facts.values_mut() {
            for number in [&mut facts.word, &mut facts.lemma] {
                *number = numbers[usize::from(number.0)];
            }
        }
        Ok(())
    }
}

fn key(word: &str) -> Result<Key, String> {
    Key::of(word).ok_or_else(|| format!("expected a shorter word than {word:?}"))
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
