//! The words of names by number, and who is called by each.

use super::name;
use super::owners::Owners;
use crate::hash::{AnyCase, WordMap, WordState};
use crate::ids::{EntityId, id};
use crate::language::Names;

/// No more words than these are in the names of most articles. The map has 64 slots for them.
const USUAL_WORDS: usize = 56;
/// How many owners of one name are told apart; further ones are not looked at.
const NAMESAKES: usize = 16;

id! {
    /// A word of the names in a text, in capitals or not.
    pub(super) struct NameWordId
}

/// A word of a name.
#[derive(Clone, Copy, Debug)]
pub(super) struct NameWord<'t> {
    pub(super) text: &'t str,
    /// The same for the same word, in capitals or not: "BERG" and "Berg".
    pub(super) number: NameWordId,
}

/// A name by its words, titles aside.
#[derive(Clone, Copy, Debug)]
pub(super) struct Name<'a, 't> {
    pub(super) words: &'a [NameWord<'t>],
    /// The family name; none without words.
    pub(super) family: Option<NameWordId>,
    /// What tells the bearer from father or son.
    pub(super) suffix: Option<&'static str>,
}

/// All words of names, each looked up once wherever it stands.
#[derive(Debug)]
pub(super) struct NameIndex<'t> {
    language: &'static Names,
    numbers: WordMap<AnyCase<'t>, NameWordId>,
    /// By number: the entities with that first or family name.
    owners: Vec<Option<Owners>>,
}

impl<'t> NameIndex<'t> {
    pub(super) fn new(language: &'static Names) -> NameIndex<'t> {
        NameIndex {
            language,
            numbers: WordMap::with_capacity_and_hasher(USUAL_WORDS, WordState::default()),
            owners: Vec::with_capacity(USUAL_WORDS),
        }
    }

    pub(super) fn word(&mut self, text: &'t str) -> NameWord<'t> {
        let next = NameWordId::new(self.owners.len());
        let number = *self.numbers.entry(AnyCase(text)).or_insert(next);
        if number == next {
            self.owners.push(None);
        }
        NameWord { text, number }
    }

    /// The name of these words.
    pub(super) fn name<'a>(&mut self, words: &'a [NameWord<'t>]) -> Name<'a, 't> {
        let suffix = words
            .last()
            .and_then(|last| self.language.suffix(last.text));
        let backwards = words.iter().rev().map(|word| word.text);
        let family = name::family(suffix.is_some(), backwards);
        let whole = words.iter().rev().find(|word| word.text == family);
        let family = whole.map_or_else(|| self.word(family).number, |word| word.number);
        Name {
            words,
            family: (!words.is_empty()).then_some(family),
            suffix,
        }
    }

    /// Everybody with this first or family name.
    pub(super) fn owners(&self, number: NameWordId) -> impl Iterator<Item = EntityId> {
        let owners = self.owners[number.index()].as_ref();
        owners.into_iter().flat_map(Owners::iter)
    }

    /// Enters an entity under its first and its family name.
    pub(super) fn enter(&mut self, id: EntityId, name: Name<'_, 't>) {
        let Some(first) = name.words.first() else {
            return;
        };
        for number in [Some(first.number), name.family].into_iter().flatten() {
            let owners = self.owners[number.index()].get_or_insert_with(|| Owners::of(id));
            if owners.last() != id && owners.len() < NAMESAKES {
                owners.push(id);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{EntityId, NameIndex, NameWord};
    use crate::language::ENGLISH;

    #[test]
    fn a_name_is_found_by_its_first_word_and_its_family() {
        let mut index = NameIndex::new(&ENGLISH.names);
        let mut words = |name: &'static str| -> Vec<NameWord<'_>> {
            name.split(' ').map(|word| index.word(word)).collect()
        };
        let [omar, ines, berg] = ["Omar al-Masri", "Ines Okoro Jr.", "BERG"].map(&mut words);
        for (id, words) in [(1, &omar), (2, &ines), (3, &berg)] {
            let name = index.name(words);
            index.enter(EntityId::new(id), name);
        }
        for (word, ids) in [
            ("omar", vec![1]),
            ("al-Masri", vec![]),
            ("MASRI", vec![1]),
            ("Okoro", vec![2]),
            ("Jr.", vec![]),
            ("Berg", vec![3]),
        ] {
            let number = index.word(word).number;
            let owners: Vec<usize> = index.owners(number).map(EntityId::index).collect();
            assert_eq!(owners, ids, "{word}");
        }
    }
}
