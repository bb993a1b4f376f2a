//! Persons named together: "Ines Okoro and Tomas Lindqvist".

use super::entities::Entities;
use super::record::{Entity, Joint};
use super::resolution::{Margin, Resolution};
use super::salience;
use super::text::span;
use crate::analysis::mention::{Mentions, Nature};
use crate::analysis::{Analysis, ChunkKind};
use crate::ids::{EntityId, MentionId};
use crate::kinds::MentionKind;
use crate::language::Class;

/// Of those named together before, how many are looked at for the same two.
const REMEMBERED: usize = 8;
/// How many sentences after two persons "they" may mean them.
const NEAR: usize = 1;

/// Adds an entity for each two persons that the text names together, and tells where.
pub(super) fn enter(analysis: &Analysis<'_>, mentions: &Mentions, entities: &mut Entities<'_>) {
    let and = analysis.language.names.and;
    let named_person = |entities: &Entities<'_>, mention: MentionId| {
        let id = entities.of_mention(mention)?;
        let entity = entities.get(id);
        (may_be_person(entity) && entity.is_named).then_some(id)
    };
    for (mention, number) in mentions.all.iter().zip(MentionId::all(mentions.all.len())) {
        let Some(one) = named_person(entities, number).filter(|_| !mention.possessor) else {
            continue;
        };
        let behind = analysis
            .next_sibling(mention.chunk)
            .filter(|&joint| {
                let chunk = analysis.chunk(joint);
                chunk.kind == ChunkKind::Coordinator
                    && analysis.word(chunk.first).is_whole(Class::Additive)
            })
            .and_then(|joint| analysis.next_sibling(joint))
            .and_then(|chunk| mentions.of_chunk(chunk));
        let Some(behind) = behind else {
            continue;
        };
        let Some(other) = named_person(entities, behind).filter(|&other| other != one) else {
            continue;
        };
        let [name, second] = [one, other].map(|id| entities.fullest_name(id));
        let mut before = entities.joint.iter().rev().take(REMEMBERED);
        let known = before.find(|joint| {
            let both = entities.fullest_name(joint.entity);
            let behind = both
                .strip_prefix(name)
                .and_then(|both| both.strip_suffix(second));
            behind == Some(and)
        });
        let entity = match known {
            Some(joint) => joint.entity,
            None => {
                let name = [name, and, second].concat();
                entities.add_joint(number, mention, name)
            }
        };
        let behind = span(analysis, &mentions.all[behind.index()]);
        let span = span(analysis, mention).join(behind);
        entities.joint.push(Joint {
            mention: number,
            span,
            entity,
        });
    }
}

/// Gives "they" to the two whom the sentence before, or its own, named together, where the text has no
/// others that "they" could be; else to the one person whose gender nothing tells and who is named there.
pub(super) fn take_up(analysis: &Analysis<'_>, mentions: &Mentions, entities: &mut Entities<'_>) {
    let sentence = |mention: MentionId| {
        let chunk = mentions.all[mention.index()].chunk;
        analysis.sentence_of[chunk.index()].index()
    };
    let mut next = 0;
    for (mention, number) in mentions.all.iter().zip(MentionId::all(mentions.all.len())) {
        while entities
            .joint
            .get(next)
            .is_some_and(|joint| joint.mention < number)
        {
            next += 1;
        }
        let word = analysis.word(mention.head);
        let is_they = mention.kind == MentionKind::Pronoun
            && word.is_whole(Class::Plural)
            && !word.is(Class::FirstPerson);
        if !is_they || entities.of_mention(number).is_some() {
            continue;
        }
        let joint = next.checked_sub(1).map(|last| entities.joint[last]);
        let antecedent = joint
            .filter(|joint| sentence(number) <= sentence(joint.mention) + NEAR)
            .map(|joint| joint.entity)
            .or_else(|| {
                let first = sentence(number).saturating_sub(NEAR);
                let near = MentionId::FIRST.up_to(number).rev();
                single(
                    entities,
                    near.take_while(|&mention| sentence(mention) >= first),
                )
            })
            .filter(|_| salience::speaks(analysis, mention) || joint.is_some());
        if let Some(antecedent) = antecedent {
            let how = Resolution::Pronoun(Margin::ALONE);
            entities.resolve(number, antecedent, how);
        }
    }
}

/// The one person of some mentions, if there is no other among them and nothing tells a gender: singular "they".
fn single(entities: &Entities<'_>, mentions: impl Iterator<Item = MentionId>) -> Option<EntityId> {
    let mut persons = mentions.filter_map(|mention| {
        let id = entities.of_mention(mention)?;
        let entity = entities.get(id);
        (entity.nature.speaks() || may_be_person(entity)).then_some(id)
    });
    let person = persons.next()?;
    let entity = entities.get(person);
    let may_be_they = entity.is_named && entity.gender.is_none() && entity.nature == Nature::Person;
    (may_be_they && persons.all(|other| other == person)).then_some(person)
}

fn may_be_person(entity: &Entity) -> bool {
    matches!(entity.nature, Nature::Person | Nature::Open)
}
