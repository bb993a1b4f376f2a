//! Everybody whom a text mentions, and whom each mention means.

use std::borrow::Cow;
use std::mem;
use std::ops::Range;

use super::index::{Name, NameWord, NameWordId};
use super::record::{Entity, Joint, NamesId};
use super::resolution::Resolution;
use super::text::{is_shouted, single_spaced};
use crate::analysis::mention::{Mention, Nature};
use crate::analysis::{Analysis, Tag};
use crate::config::CastMember;
use crate::ids::{EntityId, MentionId};
use crate::kinds::{Gender, MentionKind};
use crate::language::{Class, Classes};
use crate::room::push;
use crate::span::Span;

/// How many further names of somebody are told apart: more than anybody has.
const ALIASES: usize = 64;

/// No more persons and organisations than these have names in most articles.
const INITIAL_NAMES_CAPACITY: usize = 32;

/// What somebody is called by.
#[derive(Clone, Debug, Default)]
struct EntityNames<'t> {
    /// The fullest name, its white space made single.
    fullest: Cow<'t, str>,
    /// Where the words of the fullest name stand, titles aside.
    words: Range<usize>,
    /// The number of the family name.
    family: Option<NameWordId>,
    suffix: Option<&'static str>,
    aliases: Vec<Cow<'t, str>>,
}

/// All entities, and which one each mention is.
#[derive(Debug)]
pub(crate) struct Entities<'t> {
    all: Vec<Entity>,
    names: Vec<EntityNames<'t>>,
    /// The words of all names, one name after the other.
    words: Vec<NameWord<'t>>,
    /// Whom each mention means, and how that was found, indexed by `MentionId`.
    of_mention: Vec<Option<EntityId>>,
    resolutions: Vec<Resolution>,
    /// Those named together, in text order.
    pub(super) joint: Vec<Joint>,
    /// Who says "I" outside quotes.
    pub(crate) narrator: Option<EntityId>,
    /// Those for whom the text has pronouns alone: their names are only what they are shown by.
    pub(super) protagonists: [Option<EntityId>; 2],
}

impl<'t> Entities<'t> {
    pub(super) fn of_mentions(count: usize) -> Entities<'t> {
        Entities {
            // Of two mentions, one is somebody who was mentioned before.
            all: Vec::with_capacity(count / 2),
            names: Vec::with_capacity(INITIAL_NAMES_CAPACITY),
            words: Vec::with_capacity(2 * INITIAL_NAMES_CAPACITY),
            of_mention: vec![None; count],
            resolutions: vec![Resolution::Unresolved; count],
            joint: Vec::new(),
            narrator: None,
            protagonists: [None; 2],
        }
    }

    /// Tells whom a mention means.
    pub(crate) fn resolve(&mut self, mention: MentionId, entity: EntityId, how: Resolution) {
        self.of_mention[mention.index()] = Some(entity);
        self.resolutions[mention.index()] = how;
    }

    /// Lets all mentions of one entity mean another.
    pub(super) fn merge(&mut self, one: EntityId, other: EntityId, how: Resolution) {
        let resolved = self.of_mention.iter_mut().zip(&mut self.resolutions);
        for (meant, resolution) in resolved.filter(|(meant, _)| **meant == Some(one)) {
            *meant = Some(other);
            *resolution = how;
        }
    }

    /// Lets whatever is found to speak be itself, if nothing else is known of it: "the state", "a voice from the back".
    pub(crate) fn describe(
        &mut self,
        analysis: &Analysis<'_>,
        number: MentionId,
        mention: &Mention,
    ) {
        let head = analysis.word(mention.head);
        let first = analysis.word(mention.first).tag;
        let is_owned = first == Tag::Possessive;
        let is_phrase = is_owned || first == Tag::Determiner || mention.plural;
        // "the coat", "her cheek", "a voice"
        let is_silent = head.is_any(Classes::of(&[Class::Thing, Class::Beat]));
        let is_described = mention.kind == MentionKind::NounPhrase && is_phrase && !is_silent;
        if is_described && self.of_mention(number).is_none() {
            let id = self.add(Entity::new(number, mention));
            self.resolve(number, id, Resolution::Described);
        }
    }

    /// Whom a mention means, if the text tells.
    pub(crate) fn of_mention(&self, mention: MentionId) -> Option<EntityId> {
        self.of_mention[mention.index()]
    }

    /// How it was found whom a mention means.
    pub(crate) fn resolution(&self, mention: MentionId) -> Resolution {
        self.resolutions[mention.index()]
    }

    /// Who a source is that begins with a mention: that one, or both where another is named with it.
    pub(crate) fn of_source(&self, mention: MentionId, source: Option<Span>) -> Option<EntityId> {
        let position = self
            .joint
            .binary_search_by_key(&mention, |joint| joint.mention);
        let joint = position.ok().map(|position| self.joint[position]);
        match joint.filter(|joint| source.is_some_and(|source| source.contains(joint.span))) {
            Some(joint) => Some(joint.entity),
            None => self.of_mention(mention),
        }
    }

    /// Whether somebody without a name may be another.
    pub(crate) fn may_be(&self, described: EntityId, other: EntityId) -> bool {
        let (described, other) = (self.get(described), self.get(other));
        !described.is_named && Gender::agree(described.gender, other.gender)
    }

    /// Whom each mention means, in the order of the mentions.
    pub(crate) fn referents(&self) -> impl Iterator<Item = Option<EntityId>> + Clone {
        self.of_mention.iter().copied()
    }

    /// How many they are.
    pub(crate) fn len(&self) -> usize {
        self.all.len()
    }

    pub(crate) fn get(&self, id: EntityId) -> &Entity {
        &self.all[id.index()]
    }

    /// All of them, in the order of their ids.
    pub(super) fn iter(&self) -> impl Iterator<Item = &Entity> {
        self.all.iter()
    }

    pub(super) fn iter_mut(&mut self) -> impl Iterator<Item = &mut Entity> {
        self.all.iter_mut()
    }

    pub(super) fn get_mut(&mut self, id: EntityId) -> &mut Entity {
        &mut self.all[id.index()]
    }

    pub(super) fn add(&mut self, entity: Entity) -> EntityId {
        self.all.push(entity);
        EntityId::new(self.all.len() - 1)
    }

    /// Adds somebody whom the caller gave.
    pub(super) fn add_member(&mut self, member: &'t CastMember, name: Name<'_, 't>) -> EntityId {
        let id = self.add(Entity {
            mentions: 1,
            gender: member.gender,
            gender_is_sure: member.gender.is_some(),
            is_member: true,
            ..Entity::of_nature(Nature::Person)
        });
        self.name(id, single_spaced(&member.name), name);
        let aliases = member.aliases.iter().filter(|&alias| *alias != member.name);
        self.names_mut(id).aliases.extend(aliases.map(Cow::from));
        id
    }

    /// Adds several persons as one, by their names.
    pub(super) fn add_joint(
        &mut self,
        number: MentionId,
        mention: &Mention,
        name: String,
    ) -> EntityId {
        let id = self.add(Entity {
            nature: Nature::Group,
            is_plural: true,
            ..Entity::new(number, mention)
        });
        let nameless = Name {
            words: &[],
            family: None,
            suffix: None,
        };
        self.name(id, name.into(), nameless);
        id
    }

    /// Adds somebody with names that are known at once, the one to be shown first.
    pub(super) fn add_named(
        &mut self,
        entity: Entity,
        names: impl IntoIterator<Item = Cow<'t, str>>,
    ) -> EntityId {
        let id = self.add(entity);
        self.give_names(id, names);
        id
    }

    /// Gives somebody all their names, the one to be shown first.
    pub(super) fn give_names(
        &mut self,
        id: EntityId,
        names: impl IntoIterator<Item = Cow<'t, str>>,
    ) {
        let mut given = names.into_iter();
        let names = self.names_mut(id);
        names.fullest = given.next().unwrap_or_default();
        names.aliases = given.collect();
    }

    fn names_mut(&mut self, id: EntityId) -> &mut EntityNames<'t> {
        let position = *self.all[id.index()].names.get_or_insert_with(|| {
            push(&mut self.names, EntityNames::default());
            NamesId::new(self.names.len() - 1)
        });
        &mut self.names[position.index()]
    }

    /// Gives an entity its name, and returns the one that it had before.
    fn name(&mut self, id: EntityId, text: Cow<'t, str>, name: Name<'_, 't>) -> Cow<'t, str> {
        let start = self.words.len();
        self.words.extend_from_slice(name.words);
        let words = start..self.words.len();
        self.all[id.index()].is_named = !words.is_empty();
        let names = self.names_mut(id);
        names.words = words;
        names.family = name.family;
        names.suffix = name.suffix;
        mem::replace(&mut names.fullest, text)
    }

    /// Takes over a name: as the name if it is fuller than the one known, else as an alias.
    pub(super) fn learn_name(&mut self, id: EntityId, text: Cow<'t, str>, name: Name<'_, 't>) {
        let is_member = self.get(id).is_member;
        let names = self.names_mut(id);
        let (count, known) = (name.words.len(), names.words.len());
        let is_longer = count == 1 && text.len() > names.fullest.len();
        let is_quieter = is_shouted(&names.fullest) && !is_shouted(&text);
        let fuller = count > known || count == known && (is_longer || is_quieter);
        let alias = if fuller && !is_member {
            names.aliases.retain(|alias| *alias != text);
            self.name(id, text, name)
        } else {
            text
        };
        let names = self.names_mut(id);
        let known = alias == names.fullest || names.aliases.contains(&alias);
        if !known && !alias.is_empty() && names.aliases.len() < ALIASES {
            names.aliases.push(alias);
        }
    }

    /// Whether nothing is new in a name of `words` words.
    pub(super) fn knows(&self, id: EntityId, text: &str, words: usize) -> bool {
        self.names(id).is_some_and(|names| {
            let mut aliases = names.aliases.iter();
            words <= names.words.len() && (names.fullest == text || aliases.any(|one| one == text))
        })
    }

    /// Takes out the fullest name and the others.
    pub(super) fn take_names(&mut self, id: EntityId) -> Option<(Cow<'t, str>, Vec<Cow<'t, str>>)> {
        let position = self.get(id).names?;
        let names = mem::take(&mut self.names[position.index()]);
        Some((names.fullest, names.aliases))
    }

    fn names(&self, id: EntityId) -> Option<&EntityNames<'t>> {
        let position = self.get(id).names?;
        Some(&self.names[position.index()])
    }

    /// The fullest name, or the one to be shown; nothing for those who are only described.
    pub(crate) fn fullest_name(&self, id: EntityId) -> &str {
        self.names(id).map_or("", |names| &names.fullest)
    }

    /// All names, the fullest first.
    #[cfg(feature = "fit")]
    pub(super) fn all_names(&self, id: EntityId) -> Vec<String> {
        let names = self.names(id).into_iter();
        let all = names.flat_map(|names| [&names.fullest].into_iter().chain(&names.aliases));
        all.filter(|name| !name.is_empty())
            .map(|name| name.clone().into_owned())
            .collect()
    }

    /// The fullest name by its words, if it has any.
    pub(super) fn by_words(&self, id: EntityId) -> Option<Name<'_, 't>> {
        let names = self.names(id)?;
        Some(Name {
            words: &self.words[names.words.clone()],
            family: names.family,
            suffix: names.suffix,
        })
    }
}
