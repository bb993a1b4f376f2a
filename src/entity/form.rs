//! The forms in which a text names somebody, each looked at once wherever it stands.

use std::borrow::Cow;
use std::ops::Range;

use super::index::{Name, NameIndex, NameWord, NameWordId};
use super::resolution::Resolution;
use super::text::{is_shouted, shown_name, text_of};
use super::title::Title;
use super::written::{self, WrittenName};
use crate::analysis::Analysis;
use crate::analysis::mention::Mention;
use crate::hash::WordMap;
use crate::ids::{EntityId, id};
use crate::kinds::Gender;
use crate::room::push;

id! {
    /// One way to name somebody.
    pub(super) struct NameFormId
}

/// One way to name somebody: "Mr. Bennet", "Elizabeth", "Lady Catherine de Bourgh".
#[derive(Clone, Debug)]
pub(super) struct NameForm<'t> {
    pub(super) title: Title,
    /// The title, spelt out.
    pub(super) title_word: Option<NameWordId>,
    /// Where its words stand among those of all forms.
    words: Range<usize>,
    family: Option<NameWordId>,
    suffix: Option<&'static str>,
    /// What stands between marks within it: "Ruthie" of "Ruth (Ruthie) Vale".
    pub(super) nickname: Option<NameWordId>,
    /// As the text writes it first, with its title.
    pub(super) text: &'t str,
    /// What the given name suggests.
    pub(super) gender: Option<Gender>,
    /// Whether many pronouns tell that gender.
    pub(super) gender_is_counted: bool,
    /// Whether it begins with what it is the name of: "Hotel Quill".
    pub(super) is_of_thing: bool,
    /// Who that is, and how it was found.
    pub(super) entity: Option<EntityId>,
    pub(super) resolution: Resolution,
}

/// All forms by first use.
#[derive(Debug, Default)]
pub(super) struct NameForms<'t> {
    pub(super) all: Vec<NameForm<'t>>,
    words: Vec<NameWord<'t>>,
    /// By the title and the words.
    by_key: WordMap<Vec<Option<NameWordId>>, NameFormId>,
    /// By the text with the title, and how many tokens the title has: most names stand in a text more
    /// than once, written in the same way.
    by_text: WordMap<(&'t str, usize), NameFormId>,
}

impl<'t> NameForms<'t> {
    /// The form in which a mention names somebody.
    pub(super) fn read(
        &mut self,
        analysis: &Analysis<'t>,
        mention: &Mention,
        index: &mut NameIndex<'t>,
    ) -> NameFormId {
        let first = written::first_token(analysis, mention);
        let text = text_of(analysis, first, mention.name.1);
        let written = (text, mention.name.0.index() - first.index());
        if let Some(&known) = self.by_text.get(&written) {
            return known;
        }
        let form = self.enter(WrittenName::of(analysis, mention), index);
        self.by_text.insert(written, form);
        form
    }

    fn enter(&mut self, written: WrittenName<'t>, index: &mut NameIndex<'t>) -> NameFormId {
        let title_word = match written.title_word {
            "" => None,
            word => Some(index.word(word).number),
        };
        let start = self.words.len();
        self.words
            .extend(written.words.iter().map(|word| index.word(word)));
        let words = &self.words[start..];
        let numbers = words.iter().map(|word| Some(word.number));
        let key: Vec<Option<NameWordId>> = std::iter::once(title_word).chain(numbers).collect();
        if let Some(&known) = self.by_key.get(&key) {
            self.words.truncate(start);
            let form = &mut self.all[known.index()];
            if is_shouted(form.text) && !is_shouted(written.text) {
                form.text = written.text;
            }
            if let Some(nickname) = written.nickname {
                form.nickname = Some(index.word(nickname).number);
            }
            return known;
        }
        let Name { family, suffix, .. } = index.name(words);
        let nickname = written.nickname.map(|word| index.word(word).number);
        let id = NameFormId::new(self.all.len());
        self.by_key.insert(key, id);
        push(
            &mut self.all,
            NameForm {
                title: written.title,
                title_word,
                words: start..self.words.len(),
                family,
                suffix,
                nickname,
                text: written.text,
                gender: written.gender,
                gender_is_counted: false,
                is_of_thing: written.is_of_thing,
                entity: None,
                resolution: Resolution::Unresolved,
            },
        );
        id
    }

    pub(super) fn get(&self, id: NameFormId) -> &NameForm<'t> {
        &self.all[id.index()]
    }

    /// A form by its words, the title aside.
    pub(super) fn name(&self, id: NameFormId) -> Name<'_, 't> {
        let form = self.get(id);
        Name {
            words: &self.words[form.words.clone()],
            family: form.family,
            suffix: form.suffix,
        }
    }

    /// The text of a form, with its white space made single.
    pub(super) fn text(&self, id: NameFormId) -> Cow<'t, str> {
        shown_name(self.get(id).text)
    }

    /// A form in lower case, with its title and without.
    pub(super) fn keys(&self, id: NameFormId, index: &NameIndex<'t>) -> [String; 2] {
        let title = self
            .get(id)
            .title_word
            .map_or("", |title| index.text(title));
        let words = self.name(id).words.iter().map(|word| word.text);
        let words: Vec<&str> = words.collect();
        [title, ""].map(|title| written::key(title, &words))
    }

    /// Whether the text writes a form in capitals alone.
    pub(super) fn is_shouted(&self, id: NameFormId) -> bool {
        is_shouted(self.get(id).text)
    }

    /// The form of the same words without a title.
    pub(super) fn untitled(&self, id: NameFormId) -> Option<NameFormId> {
        let numbers = self.name(id).words.iter().map(|word| Some(word.number));
        let key: Vec<Option<NameWordId>> = std::iter::once(None).chain(numbers).collect();
        self.by_key.get(&key).copied()
    }

    /// The word of a form that is one without a title.
    pub(super) fn title_alone(&self, id: NameFormId) -> Option<NameWordId> {
        match (self.get(id).title, self.name(id).words) {
            (Title::None, [word]) => Some(word.number),
            _ => None,
        }
    }

    /// The form of one word, with a title or without.
    pub(super) fn of_word(
        &self,
        title: Option<NameWordId>,
        word: NameWordId,
    ) -> Option<NameFormId> {
        self.by_key.get(&[title, Some(word)][..]).copied()
    }
}
