//! Which forms of names are one person, where all forms are gathered first and the frequent ones
//! decide what the rare ones mean.
//!
//! A novel calls one person by several names ("Emma", "Miss Woodhouse") and several persons by one
//! ("Mr. Bennet", "Mrs. Bennet"), and it calls them so hundreds of times.

use std::cmp::Reverse;

use smallvec::SmallVec;

use super::cast::Present;
use super::entities::Entities;
use super::form::{NameFormId, NameForms};
use super::index::{Name, NameIndex, NameWord, NameWordId};
use super::likeness::{self, Likeness, likeness};
use super::record::Entity;
use super::resolution::{Margin, Resolution};
use super::title::Title;
use super::usage::Usage;
use crate::analysis::mention::Nature;
use crate::ids::EntityId;
use crate::kinds::Gender;
use crate::language::Language;
use crate::room::push;
use crate::thin::ThinVec;

/// How many full names of one person are told apart.
const FULL_NAMES: usize = 24;
/// How many forms of a person, the frequent ones first, are counted.
const MOST_FORMS: usize = 64;

// Halving or doubling each number that follows leaves 82.2 to 82.3 % of the speakers right in the novels of `weights/MODEL.md`.

/// A full name that stands in the text three times at most is only two names side by side where both
/// stand alone eight times as often: "Syme Bull".
const CHANCE: u32 = 3;
pub(super) const APART: u32 = 8;

/// How much a bearer of a single name is preferred for being of the cast.
const MEMBER: f32 = 4.0;
/// How much the given name tells more than the family name, before the counts are compared; and how
/// many uses of another single name halve that.
const GIVEN: f32 = 2.0;
const OTHER_NAME: f32 = 8.0;
/// Men go by their family name, women by their given name.
const FAMILY_OF_MAN: f32 = 3.0;
const FAMILY_OF_WOMAN: f32 = 0.2;
/// A title alone means somebody only where no name does.
const TITLE_ALONE: f32 = 0.001;
/// So many times as often as a nickname the whole name must stand in the text.
pub(super) const NICKNAME: u32 = 2;

/// What the names of somebody have in common.
#[derive(Clone, Debug, Default)]
pub(super) struct Called<'t> {
    /// The names of several words.
    pub(super) full: ThinVec<KeptName<'t>>,
    pub(super) titles: ThinVec<(Title, Option<NameWordId>)>,
    pub(super) forms: Vec<NameFormId>,
}

/// A [`Name`] that keeps its words.
#[derive(Clone, Debug)]
pub(super) struct KeptName<'t> {
    pub(super) words: SmallVec<[NameWord<'t>; 3]>,
    family: Option<NameWordId>,
    suffix: Option<&'static str>,
}

impl<'t> KeptName<'t> {
    fn of(name: Name<'_, 't>) -> KeptName<'t> {
        KeptName {
            words: name.words.into(),
            family: name.family,
            suffix: name.suffix,
        }
    }

    fn name(&self) -> Name<'_, 't> {
        Name {
            words: &self.words,
            family: self.family,
            suffix: self.suffix,
        }
    }
}

/// Whose a form is, nobody's whom other forms name if it is new, and how that is told.
#[derive(Clone, Copy, Debug)]
pub(super) struct Bearer {
    entity: Option<EntityId>,
    how: Resolution,
}

impl Bearer {
    pub(super) fn known(entity: EntityId, how: Resolution) -> Bearer {
        Bearer {
            entity: Some(entity),
            how,
        }
    }

    pub(super) fn new(how: Resolution) -> Bearer {
        Bearer { entity: None, how }
    }
}

/// Makes entities of the cast and of the forms, tells each form its entity, and gives names.
pub(super) struct Linker<'l, 't> {
    pub(super) language: &'static Language,
    pub(super) cast: &'l Present<'t>,
    pub(super) forms: &'l mut NameForms<'t>,
    /// One per form, indexed by `NameFormId`.
    pub(super) usages: &'l [Usage],
    pub(super) index: &'l mut NameIndex<'t>,
    pub(super) entities: &'l mut Entities<'t>,
    /// One per entity, indexed by `EntityId`.
    pub(super) called: Vec<Called<'t>>,
}

impl<'l, 't> Linker<'l, 't> {
    pub(super) fn new(
        language: &'static Language,
        cast: &'l Present<'t>,
        (forms, usages): (&'l mut NameForms<'t>, &'l [Usage]),
        index: &'l mut NameIndex<'t>,
        entities: &'l mut Entities<'t>,
    ) -> Linker<'l, 't> {
        Linker {
            language,
            cast,
            forms,
            usages,
            index,
            entities,
            called: Vec::new(),
        }
    }

    /// Full names come first, then those with a title, then single words; within each, the frequent
    /// ones.
    pub(super) fn link(mut self) {
        self.enter_cast();
        let mut order: Vec<NameFormId> = NameFormId::all(self.forms.all.len()).collect();
        order.sort_by_key(|&form| Reverse(self.count(form)));
        self.give_to_cast(&order);
        let rank = |linker: &Linker<'_, '_>, form| {
            let is_single = linker.forms.name(form).words.len() <= 1;
            match linker.forms.get(form).title {
                _ if !is_single => 0,
                Title::None => 2,
                _ => 1,
            }
        };
        for turn in 0..3 {
            for &form in &order {
                if rank(&self, form) == turn && self.forms.get(form).entity.is_none() {
                    let bearer = match turn {
                        0 => self.full(form),
                        1 => self.titled(form),
                        _ => self.bare(form),
                    };
                    self.join(form, bearer);
                }
            }
        }
        self.finish();
    }

    pub(super) fn count(&self, form: NameFormId) -> u32 {
        self.usages[form.index()].count
    }

    fn enter_cast(&mut self) {
        for (id, member) in self.cast.members() {
            let titles = member.aliases.iter().map(|alias| alias.title);
            let by_title = titles.clone().find_map(Title::gender);
            let gender = member.facts.gender.or(by_title);
            self.entities.add(Entity {
                mentions: 1,
                gender,
                gender_is_sure: gender.is_some(),
                is_named: true,
                is_member: true,
                ..Entity::of_nature(Nature::Person)
            });
            push(&mut self.called, Called::default());
            for alias in &member.aliases {
                let words = alias.words.iter().map(|word| self.index.word(word));
                let words: Vec<NameWord<'t>> = words.collect();
                if alias.title != Title::None {
                    let title = self.index.word(&alias.title_word).number;
                    self.called[id.index()]
                        .titles
                        .push((alias.title, Some(title)));
                }
                let name = KeptName::of(self.index.name(&words));
                self.enter(id, name);
            }
        }
    }

    fn enter(&mut self, id: EntityId, name: KeptName<'t>) {
        self.index.enter(id, name.name());
        let full = &mut self.called[id.index()].full;
        let given = |name: &KeptName<'_>| name.words[0].number;
        let is_known = |name: &KeptName<'_>| {
            let mut known = full.iter();
            known.any(|known| known.family == name.family && given(known) == given(name))
        };
        if name.words.len() > 1 && full.len() < FULL_NAMES && !is_known(&name) {
            full.push(name);
        }
    }

    /// Gives forms to the cast member who goes by exactly that name, with its title or without.
    fn give_to_cast(&mut self, order: &[NameFormId]) {
        if self.cast.is_empty() {
            return;
        }
        for &form in order {
            let agrees = |id: &EntityId| self.agrees(*id, form);
            let one = |key: String| {
                let bearers: Vec<EntityId> = self.cast.named(&key).collect();
                let mut fitting = bearers.iter().copied().filter(agrees);
                let one = fitting.next().filter(|_| fitting.next().is_none());
                (!bearers.is_empty()).then_some(one)
            };
            let [whole, bare] = self.forms.keys(form, self.index);
            let found = one(whole).or_else(|| one(bare));
            if let Some(one) = found.flatten() {
                self.join(form, Bearer::known(one, Resolution::Cast));
            }
        }
    }

    /// Whether nothing that a form tells is evidence against somebody.
    pub(super) fn agrees(&self, id: EntityId, form: NameFormId) -> bool {
        let gender = self.forms.get(form).title.gender();
        let is_whole = self.forms.name(form).words.len() > 1;
        likeness::suits(self.entities.get(id), gender, is_whole)
    }

    pub(super) fn is_member(&self, id: EntityId) -> bool {
        self.entities.get(id).is_member
    }

    /// A name of several words.
    fn full(&self, form: NameFormId) -> Bearer {
        match self.of_full_name(form).filter(|_| !self.is_husbands(form)) {
            Some(id) => Bearer::known(id, Resolution::NameVariant),
            None => Bearer::new(Resolution::FullName),
        }
    }

    fn of_full_name(&self, form: NameFormId) -> Option<EntityId> {
        let name = self.forms.name(form);
        let given = name.words.first()?;
        let is_like = |known: &KeptName<'_>| {
            let found = likeness(&self.language.names, known.name(), name, Nature::Person);
            found >= Some(Likeness::Variant)
        };
        let fits = |&id: &EntityId| {
            self.agrees(id, form) && self.called[id.index()].full.iter().any(is_like)
        };
        let of_family = self.index.with_family(name.family?).iter().find(fits);
        of_family.or_else(|| {
            // A part of a name of the cast: "Reggie St" of "Reggie St Cloud".
            let members = self.index.with_given(given.number).iter();
            let mut members = members.filter(|&id| self.agrees(id, form));
            members.find(|&id| self.cast.has_name_that_begins(id, name.words))
        })
    }

    /// How often a word stands alone for somebody.
    pub(super) fn count_alone(&self, word: NameWordId) -> u32 {
        let form = self.forms.of_word(None, word);
        form.map_or(0, |form| self.count(form))
    }

    /// Whether two names of their own only stand side by side here: "Syme Bull".
    fn is_chance(&self, form: NameFormId) -> bool {
        let [given, .., family] = self.forms.name(form).words else {
            return false;
        };
        let least = || {
            let [given, family] = [given, family].map(|word| self.count_alone(word.number));
            given.min(family)
        };
        let count = self.count(form);
        self.forms.get(form).title == Title::None && count <= CHANCE && least() >= APART * count
    }

    /// One word alone: whoever bears it and is spoken of most.
    fn bare(&self, form: NameFormId) -> Bearer {
        let name = self.forms.name(form);
        let (Some(word), Some(family)) = (name.words.last(), name.family) else {
            return Bearer::new(Resolution::SingleName);
        };
        let word = word.number;
        let may_be = |id: &EntityId| {
            let form = self.forms.get(form);
            !form.gender_is_counted || Gender::agree(self.entities.get(*id).gender, form.gender)
        };
        let by_given = self.index.with_given(word).iter().filter(may_be);
        let by_given = by_given.map(|id| (id, self.as_given(id, word)));
        let by_family = self.index.with_family(family).iter().filter(may_be);
        let by_family = by_family.map(|id| (id, self.as_family(id)));
        // "Mademoiselle" alone is the one whom the text calls so by name.
        let by_title = self.index.with_title(word).iter();
        let by_title = by_title.map(|id| (id, TITLE_ALONE * self.mentions(id)));
        let mut best: Option<(EntityId, f32)> = None;
        let (mut bearers, mut second) = (0, 0.0);
        for (id, score) in by_given.chain(by_family).chain(by_title) {
            let score = score * if self.is_member(id) { MEMBER } else { 1.0 };
            bearers += 1;
            match best {
                Some((_, known)) if score <= known => second = f32::max(second, score),
                _ => {
                    second = best.map_or(second, |(_, known)| f32::max(second, known));
                    best = Some((id, score));
                }
            }
        }
        match best {
            Some((one, _)) if bearers == 1 => Bearer::known(one, Resolution::PartOfName),
            Some((one, score)) => {
                let margin = Margin::over(bearers - 1, score, second);
                Bearer::known(one, Resolution::SharedName(margin))
            }
            None => match self.nicknamed(form, word) {
                Some(one) => Bearer::known(one, Resolution::PartOfName),
                None => Bearer::new(Resolution::SingleName),
            },
        }
    }

    pub(super) fn mentions(&self, id: EntityId) -> f32 {
        self.entities.get(id).mentions as f32
    }

    /// How much a given name means somebody: who is called by another name alone is not called by it.
    fn as_given(&self, id: EntityId, word: NameWordId) -> f32 {
        let full = self.used(id, |_, words| words.len() > 1 && words[0].number == word);
        let own = self.used(
            id,
            |title, words| matches!(words, [one] if one.number != word && title == Title::None),
        );
        GIVEN * (1.0 + full as f32) / (1.0 + own as f32 / OTHER_NAME)
    }

    fn as_family(&self, id: EntityId) -> f32 {
        let mut titles = self.called[id.index()].titles.iter();
        let factor = match self.entities.get(id).gender {
            Some(Gender::Female) => FAMILY_OF_WOMAN,
            _ if titles.any(|(title, _)| matches!(title, Title::Man | Title::Office)) => {
                FAMILY_OF_MAN
            }
            _ => 1.0,
        };
        factor * self.mentions(id)
    }

    /// The one person to whom the text gives a nickname, or else the one, and spoken of more often, of a
    /// given name for which a word stands: Elizabeth Berg of "Lizzy". A cast has its nicknames among its
    /// aliases.
    pub(super) fn nicknamed(&self, form: NameFormId, word: NameWordId) -> Option<EntityId> {
        let mut bearers = self.index.with_nickname(word).iter();
        if let (Some(one), None) = (bearers.next(), bearers.next()) {
            return Some(one);
        }
        let is_known = |id| self.mentions(id) as u32 > NICKNAME * self.count(form);
        self.of_short_form(form, word, is_known)
    }

    /// The one who fits, of those of a given name for which a word stands.
    pub(super) fn of_short_form(
        &self,
        form: NameFormId,
        word: NameWordId,
        fits: impl Fn(EntityId) -> bool,
    ) -> Option<EntityId> {
        let form = self.forms.get(form);
        let gender = form.title.gender().or(form.gender);
        self.index.of_short_form(word, |id| {
            let entity = self.entities.get(id);
            !entity.is_member && gender.is_none_or(|own| entity.gender == Some(own)) && fits(id)
        })
    }

    /// How often the text uses a person's forms of a sort.
    fn used(&self, id: EntityId, sort: impl Fn(Title, &[NameWord<'t>]) -> bool) -> u32 {
        let forms = self.called[id.index()].forms.iter().take(MOST_FORMS);
        let forms =
            forms.filter(|&&form| sort(self.forms.get(form).title, self.forms.name(form).words));
        forms.map(|&form| self.count(form)).sum()
    }

    fn join(&mut self, form: NameFormId, bearer: Bearer) {
        let id = bearer.entity.unwrap_or_else(|| {
            push(&mut self.called, Called::default());
            self.entities.add(Entity {
                is_named: true,
                ..Entity::of_nature(Nature::Person)
            })
        });
        if self.is_husbands(form) {
            let name = self.forms.name(form);
            let words = &name.words[name.words.len() - 1..];
            self.enter(id, KeptName::of(Name { words, ..name }));
        } else if !self.is_chance(form) && !self.forms.get(form).is_of_thing {
            let name = KeptName::of(self.forms.name(form));
            self.enter(id, name);
            if let Some(nickname) = self.forms.get(form).nickname {
                self.index.enter_nickname(id, nickname);
            }
        }
        let count = self.count(form);
        let named = &mut self.forms.all[form.index()];
        let called = &mut self.called[id.index()];
        if let Some(word) = named.title_word
            && named.title != Title::None
        {
            self.index.enter_title(id, word);
            let title = (named.title, Some(word));
            if !called.titles.contains(&title) {
                called.titles.push(title);
            }
        }
        called.forms.push(form);
        let entity = self.entities.get_mut(id);
        entity.learn_gender(named.title.gender(), true);
        entity.learn_gender(named.gender, false);
        entity.mentions += count;
        named.entity = Some(id);
        named.resolution = bearer.how;
    }
}
