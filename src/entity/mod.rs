//! Mentions to speakers: which mentions are one, by what name, and whom the pronouns mean.
//!
//! Full names come first, wherever in the text they stand, so that "Rutte" in a headline is the
//! Mark Rutte of the third paragraph. Then the text is read from the start: single names find the
//! full name that they are part of, descriptions ("the minister") the person whom the text called
//! that, pronouns whoever is on the reader's mind and agrees.

mod agreement;
mod cast;
mod entities;
mod index;
mod joint;
mod name;
pub(crate) mod novel;
mod owners;
mod resolution;
mod resolver;
mod role;
mod salience;
#[cfg(test)]
mod tests;

use crate::analysis::Analysis;
use crate::analysis::mention::Mentions;
use crate::ids::{EntityId, MentionId};
use crate::parts::{Speaker, SpeakerId};
use crate::span::Span;
use entities::Entities;
use joint::Joint;
use resolver::Resolver;

pub(crate) use cast::KnownNames;
pub(crate) use entities::span;
pub(crate) use resolution::Resolution;

/// Who the mentions of a text are.
#[derive(Debug)]
pub(crate) struct Speakers<'t>(Entities<'t>);

impl Speakers<'_> {
    /// Who a mention is, if the text tells.
    pub(crate) fn of_mention(&self, mention: MentionId) -> Option<EntityId> {
        self.0.of_mention[mention.index()]
    }

    /// How it was found whom a mention means.
    pub(crate) fn resolution(&self, mention: MentionId) -> Resolution {
        self.0.resolutions[mention.index()]
    }

    /// Everybody whom the text names or who is `quoted`, by first mention, and the id of each entity
    /// in that list.
    pub(crate) fn list(
        self,
        analysis: &Analysis<'_>,
        mentions: &Mentions,
        quoted: impl Iterator<Item = EntityId>,
    ) -> (Vec<Speaker>, Vec<Option<SpeakerId>>) {
        let Speakers(entities) = self;
        let mut listed: Vec<bool> = entities.all.iter().map(|one| one.is_named).collect();
        for id in quoted {
            listed[id.index()] = true;
        }
        let list = List::of(
            analysis,
            mentions,
            &entities.of_mention,
            &entities.joint,
            listed.len(),
            |entity, id| {
                listed[entity.index()].then(|| entities.speaker(analysis, mentions, entity, id))
            },
        );
        (list.speakers, list.ids)
    }

    /// Who a source is that begins with a mention: that one, or both where another is named with it.
    pub(crate) fn of_source(&self, mention: MentionId, source: Option<Span>) -> Option<EntityId> {
        let joint = &self.0.joint;
        let place = joint.binary_search_by_key(&mention, |joint| joint.mention);
        let joint = place.ok().map(|place| joint[place]);
        match joint.filter(|joint| source.is_some_and(|source| source.contains(joint.span))) {
            Some(joint) => Some(joint.entity),
            None => self.of_mention(mention),
        }
    }
}

/// Finds out who the mentions of a text are.
pub(crate) fn find<'t>(
    analysis: &Analysis<'t>,
    mentions: &Mentions,
    known: &'t KnownNames,
) -> Speakers<'t> {
    let mut follower = Resolver::new(analysis, mentions, known);
    follower.enter_full_names();
    follower.follow();
    joint::enter(analysis, mentions, &mut follower.entities);
    Speakers(follower.entities)
}

/// Speakers by first mention.
struct List {
    speakers: Vec<Speaker>,
    /// The id of each of those from whom the list was made, if it has them.
    ids: Vec<Option<SpeakerId>>,
    /// How often each of those is mentioned.
    mentions: Vec<u32>,
}

impl List {
    /// The list of those of `count` whom mentions mention and for whom there is a speaker.
    fn of(
        analysis: &Analysis<'_>,
        mentions: &Mentions,
        of_mention: &[Option<EntityId>],
        joint: &[Joint],
        count: usize,
        mut speaker: impl FnMut(EntityId, SpeakerId) -> Option<Speaker>,
    ) -> List {
        let mut list = List {
            speakers: Vec::new(),
            ids: vec![None; count],
            mentions: vec![0; count],
        };
        let joint_entities = joint.iter().map(|joint| joint.entity);
        for one in of_mention.iter().flatten().copied().chain(joint_entities) {
            list.mentions[one.index()] += 1;
        }
        let mut joint = joint.iter().peekable();
        for (id, mention) in MentionId::all(mentions.all.len()).zip(&mentions.all) {
            if let Some(one) = of_mention[id.index()] {
                list.mention(one, || span(analysis, mention), &mut speaker);
            }
            while let Some(both) = joint.next_if(|joint| joint.mention == id) {
                list.mention(both.entity, || both.span, &mut speaker);
            }
        }
        for speaker in &mut list.speakers {
            speaker.mentions.sort_unstable();
            speaker.mentions.dedup();
        }
        list
    }

    /// Enters a mention of one of those whom the list is made of, and with the first the speaker.
    fn mention(
        &mut self,
        entity: EntityId,
        span: impl FnOnce() -> Span,
        speaker: impl FnOnce(EntityId, SpeakerId) -> Option<Speaker>,
    ) {
        let id = &mut self.ids[entity.index()];
        if id.is_none() {
            let new = SpeakerId::new(self.speakers.len());
            *id = speaker(entity, new).map(|mut speaker| {
                let mentions = self.mentions[entity.index()];
                speaker.mentions.reserve_exact(mentions as usize);
                self.speakers.push(speaker);
                new
            });
        }
        if let Some(id) = id {
            self.speakers[id.index()].mentions.push(span());
        }
    }
}
