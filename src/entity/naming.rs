//! Of what nature somebody is by all forms of the name, and which forms are shown.

use std::borrow::Cow;
use std::cmp::Reverse;

use super::form::NameFormId;
use super::index::NameWord;
use super::linker::{Called, Linker};
use super::title::Title;
use super::usage::Usage;
use crate::analysis::mention::Nature;
use crate::hash::WordSet;
use crate::ids::EntityId;
use crate::share::Share;

/// How many times as often as a full name a family name may stand for which the full one is shown: one with a title, and
/// one without. Halving or doubling the first changes less than 0.1 % of the speakers in the novels of `weights/MODEL.md`;
/// doubling the second loses 0.1 %, and halving it gains 0.4 %, but shows a given name for many a full one that the text
/// has.
const MOST_WITH_TITLE: u32 = 8;
const MOST_WITHOUT_TITLE: u32 = 20;

impl<'t> Linker<'_, 't> {
    /// Gives everybody a nature and names.
    pub(super) fn finish(mut self) {
        let families: Vec<bool> = self.called.iter().map(|one| self.is_family(one)).collect();
        for (id, is_family) in EntityId::all(self.called.len()).zip(families) {
            let mut own = std::mem::take(&mut self.called[id.index()].forms);
            own.sort_by_key(|&form| Reverse(self.count(form)));
            let is_family = is_family && !self.is_member(id);
            let nature = match self.looks_like_person(id, &own) {
                _ if is_family => Nature::Group,
                true => Nature::Person,
                false => Nature::Open,
            };
            let names = self.names(id, &own);
            let count = own.iter().map(|&form| self.count(form)).sum();
            self.entities.give_names(id, names);
            let entity = self.entities.get_mut(id);
            entity.nature = nature;
            entity.is_plural = is_family;
            entity.mentions = count;
        }
    }

    /// Whether forms are the plural of a name: "the Miss Quills", "the Peels".
    fn is_family(&self, called: &Called<'_>) -> bool {
        called.forms.iter().all(|&form| {
            let has_article = || self.usages[form.index()].has_article();
            let is_plural = |word: &NameWord<'_>| {
                let word = word.text.to_lowercase();
                let single = (self.language.names.singular)(&word);
                let single = single.and_then(|single| self.index.find(single));
                single.is_some_and(|word| self.index.with_family(word).len() > 0)
            };
            has_article() && self.forms.name(form).words.last().is_some_and(is_plural)
        })
    }

    fn looks_like_person(&self, id: EntityId, own: &[NameFormId]) -> bool {
        let used = |of: &dyn Fn(NameFormId, Usage) -> u32| -> u32 {
            let usages = own.iter().map(|&form| of(form, self.usages[form.index()]));
            usages.sum()
        };
        let count = used(&|_, usage| usage.count);
        let as_person = used(&|_, usage| usage.as_person);
        let as_place = used(&|form, usage| {
            let is_place = self.forms.get(form).title == Title::None && usage.is_place();
            u32::from(is_place) * usage.count
        });
        self.is_member(id)
            || !self.called[id.index()].titles.is_empty()
            || Share::HALF.is_reached(as_person as usize, count as usize)
                && !Share::HALF.is_reached(as_place as usize, count as usize)
    }

    /// The names of a person, each once, the one to be shown first.
    fn names(&self, id: EntityId, own: &[NameFormId]) -> Vec<Cow<'t, str>> {
        let texts = own.iter().map(|&form| self.forms.text(form));
        let member = self.cast.member(id).map(|member| &member.facts);
        let given = member.into_iter().flat_map(|member| {
            let names = std::iter::once(&member.name).chain(&member.aliases);
            names.map(|name| Cow::from(name.as_str()))
        });
        let mut names: Vec<Cow<'t, str>> = given.chain(texts).collect();
        let mut seen: WordSet<Cow<'t, str>> = WordSet::default();
        names.retain(|name| seen.insert(name.clone()));
        if member.is_none()
            && let Some(shown) = self.fuller_name(own)
            && let Some(position) = names.iter().position(|name| *name == shown)
        {
            names[..=position].rotate_right(1);
        }
        names
    }

    /// A name with a given name or a title, to be shown for a family name that stands alone: "Mark Berg" or
    /// "Mr. Berg" for "Berg".
    fn fuller_name(&self, own: &[NameFormId]) -> Option<Cow<'t, str>> {
        let first = *own.first()?;
        let [family] = self.forms.name(first).words else {
            return None;
        };
        let (shown, most) = (self.forms.get(first), self.count(first));
        if shown.title != Title::None {
            return None;
        }
        let words = |form: NameFormId| self.forms.name(form).words;
        let has_family = |form: &NameFormId| {
            let last = words(*form).last();
            last.is_some_and(|last| last.number == family.number)
        };
        // A name that the text uses once in twenty times is hardly one that its readers know.
        let is_known = |form: NameFormId| MOST_WITHOUT_TITLE * self.count(form) > most;
        let is_initial =
            |word: &NameWord<'_>| word.text.chars().nth(1).is_none_or(|second| second == '.');
        let is_full = |form: &NameFormId| {
            words(*form).len() > 1
                && is_known(*form)
                && !self.forms.is_shouted(*form)
                && !is_initial(&words(*form)[0])
        };
        let is_titled = |form: &NameFormId| {
            let title = self.forms.get(*form).title;
            let usual = MOST_WITH_TITLE * self.count(*form) >= most;
            usual && shown.gender.is_none() && matches!(title, Title::Man | Title::Office)
        };
        let is_whole = |form: &NameFormId| {
            let words = words(*form);
            words.len() > 1 && words[0].number == family.number && is_known(*form)
        };
        let forms = || own.iter().copied();
        let full = forms().filter(has_family).find(is_full);
        let titled = || forms().filter(has_family).find(is_titled);
        let shown = full.or_else(titled).or_else(|| forms().find(is_whole))?;
        Some(self.forms.text(shown))
    }
}
