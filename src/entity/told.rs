//! What a novel has told of people so far, by which descriptions mean somebody with a name: whose kin they are, what they do,
//! by what title they go.

use super::apposition;
use super::description::{self, is_definite};
use super::entities::Entities;
use super::family::Families;
use super::index::NameIndex;
use super::latest::LastNamed;
use super::vocation::Vocations;
use crate::analysis::mention::{Mention, Mentions, Nature};
use crate::analysis::{Analysis, ChunkKind, Tag};
use crate::ids::{EntityId, MentionId};
use crate::kinds::Gender;

/// What the text has told up to a mention.
pub(super) struct Told<'i, 't> {
    index: &'i NameIndex<'t>,
    families: Families,
    vocations: Vocations,
    last_named: LastNamed,
}

impl<'i, 't> Told<'i, 't> {
    pub(super) fn new(index: &'i NameIndex<'t>, families: Families) -> Told<'i, 't> {
        Told {
            index,
            families,
            vocations: Vocations::default(),
            last_named: LastNamed::default(),
        }
    }

    /// Reads a name.
    pub(super) fn read_name(
        &mut self,
        text: (&Analysis<'_>, &Mentions),
        entities: &Entities<'_>,
        id: MentionId,
        person: EntityId,
    ) {
        self.last_named.add(person, id);
        self.families.read_name(text, entities, id, person);
        self.vocations.read_name(text, id, person);
    }

    /// Reads a description, and finds whom narration names beside it.
    pub(super) fn read_description(
        &mut self,
        text: (&Analysis<'_>, &Mentions),
        entities: &Entities<'_>,
        mention: &Mention,
    ) -> Option<EntityId> {
        let named = named_beside(text, entities, mention);
        if let Some(named) = named {
            self.families.learn(text, entities, mention, named);
        }
        self.vocations.read_description(text.0, mention, named);
        named
    }

    /// Somebody with a name whom a description means by what was told, by its words as [`description::write_key`] writes
    /// them.
    pub(super) fn meant(
        &mut self,
        text: (&Analysis<'_>, &Mentions),
        entities: &Entities<'_>,
        mention: &Mention,
        key: &str,
    ) -> Option<EntityId> {
        let relative = self.families.meant(text, entities, mention);
        relative
            .or_else(|| self.titled(text.0, entities, mention, key))
            .or_else(|| self.vocations.bearer(text.0, mention))
    }

    /// The one whom the text calls by a title: "the colonel".
    fn titled(
        &self,
        analysis: &Analysis<'_>,
        entities: &Entities<'_>,
        mention: &Mention,
        key: &str,
    ) -> Option<EntityId> {
        let title = self
            .index
            .find(key)
            .filter(|_| is_definite(analysis, mention))?;
        let mut bearers = self.index.with_title(title).iter();
        let only = bearers.next().filter(|_| bearers.next().is_none());
        only.or_else(|| self.last_named.with_title(title, self.index, entities))
    }
}

/// Whom narration names beside a description: Mary of "his wife, Mary," and "Mary, his wife,", Tom of "Tom, a driver,".
fn named_beside(
    (analysis, mentions): (&Analysis<'_>, &Mentions),
    entities: &Entities<'_>,
    mention: &Mention,
) -> Option<EntityId> {
    let is_narrated = analysis.enclosing[mention.chunk.index()].is_none();
    let is_one = is_narrated && !mention.plural && !mention.possessor;
    if !is_one || description::nature(analysis, mention) != Nature::Person {
        return None;
    }
    let chunk = |id: MentionId| mentions.all[id.index()].chunk;
    let after = || {
        let named = apposition::named_after(analysis, mentions, mention)?;
        Some(named).filter(|&named| apposition::is_enclosed(analysis, chunk(named)))
    };
    let owned_after = || {
        let is_owned = analysis.word(mention.first).tag == Tag::Possessive;
        let comma = analysis.previous_sibling(mention.chunk)?;
        let is_listed = analysis
            .siblings_after(mention.chunk)
            .nth(1)
            .is_some_and(|and| analysis.chunk(and).kind == ChunkKind::Coordinator);
        let is_apposed = is_owned
            && !is_listed
            && analysis.chunk(comma).kind == ChunkKind::Comma
            && apposition::is_enclosed(analysis, mention.chunk);
        mentions.of_chunk(analysis.previous_sibling(comma).filter(|_| is_apposed)?)
    };
    let named = apposition::named_before(analysis, mentions, mention)
        .or_else(owned_after)
        .or_else(after)?;
    let person = entities.of_mention(named)?;
    let entity = entities.get(person);
    let is_person = mentions.all[named.index()].is_named() && entity.is_person();
    let agrees = Gender::agree(entity.gender, mention.gender);
    (is_person && agrees).then_some(person)
}
