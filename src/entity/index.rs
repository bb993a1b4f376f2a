//! The words of names by number, and who is called by each.

use super::name;
use super::name_bearers::NameBearers;
use crate::hash::{AnyCase, WordMap, WordState};
use crate::ids::{EntityId, id};
use crate::language::Names;
use crate::room::push;

/// No more words than these are in the names of most articles. The map has 64 slots for them.
const INITIAL_WORDS_CAPACITY: usize = 56;
/// How many bearers of one name are told apart; further ones are not looked at.
pub(super) const NAMESAKES: usize = 24;

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
    /// By number.
    bearers: Vec<Bearers<'t>>,
}

impl<'t> NameIndex<'t> {
    pub(super) fn new(language: &'static Names) -> NameIndex<'t> {
        NameIndex {
            language,
            numbers: WordMap::with_capacity_and_hasher(
                INITIAL_WORDS_CAPACITY,
                WordState::default(),
            ),
            bearers: Vec::with_capacity(INITIAL_WORDS_CAPACITY),
        }
    }

    pub(super) fn word(&mut self, text: &'t str) -> NameWord<'t> {
        let next = NameWordId::new(self.bearers.len());
        let number = *self.numbers.entry(AnyCase(text)).or_insert(next);
        if number == next {
            push(
                &mut self.bearers,
                Bearers {
                    word: text,
                    given: NameBearers::default(),
                    family: NameBearers::default(),
                    title: NameBearers::default(),
                    nickname: NameBearers::default(),
                },
            );
        }
        NameWord { text, number }
    }

    /// The name of these words.
    pub(super) fn name<'a>(&mut self, words: &'a [NameWord<'t>]) -> Name<'a, 't> {
        let suffix = words
            .last()
            .and_then(|last| self.language.suffix(last.text));
        let backwards = words.iter().rev().map(|word| word.text);
        let family = name::family(self.language, suffix.is_some(), backwards);
        let whole = words.iter().rev().find(|word| word.text == family);
        let family = whole.map_or_else(|| self.word(family).number, |word| word.number);
        Name {
            words,
            family: (!words.is_empty()).then_some(family),
            suffix,
        }
    }

    /// The word of some name that is this one, whatever its case.
    pub(super) fn find(&self, word: &str) -> Option<NameWordId> {
        self.numbers.get(&AnyCase(word)).copied()
    }

    /// A word as the text writes it first.
    pub(super) fn text(&self, word: NameWordId) -> &'t str {
        self.bearers[word.index()].word
    }

    /// Everybody whom the text calls by this title.
    pub(super) fn with_title(&self, word: NameWordId) -> &NameBearers {
        &self.bearers[word.index()].title
    }

    /// Enters an entity under a title.
    pub(super) fn enter_title(&mut self, id: EntityId, title: NameWordId) {
        self.bearers[title.index()].title.add(id, NAMESAKES);
    }

    /// Everybody to whose name the text adds this word as another one: Ruth (Ruthie) Vale.
    pub(super) fn with_nickname(&self, word: NameWordId) -> &NameBearers {
        &self.bearers[word.index()].nickname
    }

    /// Enters an entity under a nickname.
    pub(super) fn enter_nickname(&mut self, id: EntityId, nickname: NameWordId) {
        let named = &mut self.bearers[nickname.index()].nickname;
        named.add(id, NAMESAKES);
    }

    /// The one who fits, of those with a given name, before a family name, for which a word is a short or pet
    /// form: Ruth Vale of "Ruthie".
    pub(super) fn of_short_form(
        &self,
        word: NameWordId,
        fits: impl Fn(EntityId) -> bool,
    ) -> Option<EntityId> {
        let nickname = self.text(word).to_lowercase();
        let full = self.language.given_names_of(&nickname);
        let full = full.filter_map(|name| self.find(name));
        let bearers = full.flat_map(|name| self.with_given(name).iter());
        let mut bearers = bearers.filter(|&id| fits(id));
        bearers.next().filter(|_| bearers.next().is_none())
    }

    /// Everybody with this word before the family name.
    pub(super) fn with_given(&self, word: NameWordId) -> &NameBearers {
        &self.bearers[word.index()].given
    }

    /// Everybody with this family name, or with this name alone.
    pub(super) fn with_family(&self, word: NameWordId) -> &NameBearers {
        &self.bearers[word.index()].family
    }

    /// Enters an entity under the first word of several and under its family name.
    pub(super) fn enter(&mut self, id: EntityId, name: Name<'_, 't>) {
        if let [first, _, ..] = name.words {
            self.bearers[first.number.index()].given.add(id, NAMESAKES);
        }
        if let Some(family) = name.family {
            self.bearers[family.index()].family.add(id, NAMESAKES);
        }
    }
}

/// Who has a word in their names.
#[derive(Clone, Debug)]
struct Bearers<'t> {
    word: &'t str,
    given: NameBearers,
    family: NameBearers,
    title: NameBearers,
    nickname: NameBearers,
}

#[cfg(test)]
mod tests {
    use super::{EntityId, NameBearers, NameIndex, NameWord};
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
        for (word, given, family) in [
            ("omar", vec![1], vec![]),
            ("al-Masri", vec![], vec![]),
            ("MASRI", vec![], vec![1]),
            ("Okoro", vec![], vec![2]),
            ("Jr.", vec![], vec![]),
            ("Berg", vec![], vec![3]),
        ] {
            let number = index.word(word).number;
            let of = |bearers: &NameBearers| -> Vec<usize> {
                bearers.iter().map(EntityId::index).collect()
            };
            assert_eq!(of(index.with_given(number)), given, "{word}");
            assert_eq!(of(index.with_family(number)), family, "{word}");
        }
    }
}
