//! Persons named together: "Ines Okoro and Tomas Lindqvist", "Holt, Ray and Moss".

use super::entities::Entities;
use super::record::{Entity, Joint};
use super::resolution::{Margin, Resolution};
use super::salience;
use super::text::span;
use crate::analysis::mention::{Mention, Mentions, Nature};
use crate::analysis::{Analysis, Tag};
use crate::ids::{EntityId, MentionId, TokenId};
use crate::kinds::MentionKind;
use crate::language::Class;

/// Of those named together before, how many are looked at for the same ones.
const REMEMBERED: usize = 8;
/// How many sentences after two persons "they" may mean them.
const NEAR: usize = 1;

/// Adds an entity for all persons whom the text names together, and tells where.
pub(super) fn enter(analysis: &Analysis<'_>, mentions: &Mentions, entities: &mut Entities<'_>) {
    let mut last = None;
    for (mention, number) in mentions.all.iter().zip(MentionId::all(mentions.all.len())) {
        // "Ray and Moss" of "Holt, Ray and Moss" are no group.
        if mention.possessor || last.is_some_and(|last| number < last) {
            continue;
        }
        let Some(one) = named_person(entities, number) else {
            continue;
        };
        let joined = analysis.names_joined_to(mention.chunk);
        if joined.is_empty() {
            continue;
        }
        let mut persons = vec![one];
        let mut end = number;
        for chunk in joined {
            let person = mentions.of_chunk(chunk).and_then(|after| {
                end = after;
                named_person(entities, after)
            });
            persons.extend(person.filter(|person| !persons.contains(person)));
        }
        if persons.len() < 2 {
            continue;
        }
        let name = joint_name(analysis, entities, &persons);
        let mut before = entities.joint.iter().rev().take(REMEMBERED);
        let known = before.find(|joint| entities.fullest_name(joint.entity) == name);
        let entity = match known {
            Some(joint) => joint.entity,
            None => entities.add_joint(number, mention, name),
        };
        let after = span(analysis, &mentions.all[end.index()]);
        let span = span(analysis, mention).join(after);
        last = Some(end);
        entities.joint.push(Joint {
            mention: number,
            span,
            count: persons.len(),
            entity,
        });
    }
}

fn named_person(entities: &Entities<'_>, mention: MentionId) -> Option<EntityId> {
    let id = entities.of_mention(mention)?;
    let entity = entities.get(id);
    (may_be_person(entity) && entity.is_named).then_some(id)
}

/// "Ann Holt, Ben Ray and Carl Moss"
fn joint_name(analysis: &Analysis<'_>, entities: &Entities<'_>, persons: &[EntityId]) -> String {
    let mut joint = String::new();
    for (position, &person) in persons.iter().enumerate() {
        joint.push_str(match position {
            0 => "",
            _ if position + 1 == persons.len() => analysis.language.names.and,
            _ => ", ",
        });
        joint.push_str(entities.fullest_name(person));
    }
    joint
}

/// Gives "the pair" to the two, and "they" to those, whom the sentence before, or its own, named together
/// or meant so, where the text has no others that "they" could be; else to the one person whose gender only
/// the given name tells and who is named there.
pub(super) fn take_up(analysis: &Analysis<'_>, mentions: &Mentions, entities: &mut Entities<'_>) {
    let sentence = |mention: MentionId| {
        let chunk = mentions.all[mention.index()].chunk;
        analysis.sentence_of[chunk.index()].index()
    };
    let mut next = 0;
    // Those spoken of last, and in which sentence.
    let mut last: Option<(Joint, usize)> = None;
    for (mention, number) in mentions.all.iter().zip(MentionId::all(mentions.all.len())) {
        let word = analysis.word(mention.head);
        let is_they = mention.kind == MentionKind::Pronoun
            && word.is_whole(Class::Plural)
            && !word.is(Class::FirstPerson);
        if !is_they && number_word(analysis, mention).is_none() {
            continue;
        }
        while let Some(&joint) = entities.joint.get(next)
            && joint.mention < number
        {
            last = Some((joint, sentence(joint.mention)));
            next += 1;
        }
        let here = sentence(number);
        let near = last.filter(|&(_, there)| here <= there + NEAR);
        if let Some((joint, _)) =
            near.filter(|(joint, _)| means_count(analysis, mention, joint.count))
        {
            entities.resolve(number, joint.entity, Resolution::Described);
            last = Some((joint, here));
            continue;
        }
        if !is_they || entities.of_mention(number).is_some() {
            continue;
        }
        let how = Resolution::Pronoun(Margin::ALONE);
        let speaks = salience::has_strong_verb_beside(analysis, mention);
        if let Some((joint, _)) = near {
            entities.resolve(number, joint.entity, how);
            if speaks {
                last = Some((joint, here));
            }
        } else if speaks || last.is_some() {
            let first = here.saturating_sub(NEAR);
            let before = MentionId::FIRST.up_to(number).rev();
            let before = before.take_while(|&mention| sentence(mention) >= first);
            if let Some(person) = single(entities, before) {
                entities.resolve(number, person, how);
            }
        }
    }
}

/// Whether a phrase means `count` persons of whom the text spoke, by their number: "the two", "all three", "the two men".
fn means_count(analysis: &Analysis<'_>, mention: &Mention, count: usize) -> bool {
    let mut counted = analysis.language.names.counted.iter();
    number_word(analysis, mention).is_some_and(|at| {
        let word = analysis.word(at);
        counted.any(|&(counted, number)| number == count && word.is_word(counted))
    }) && salience::has_strong_verb_beside(analysis, mention)
}

/// The word that may tell how many a phrase means: "pair" of "the pair", "three" of "all three", "two" of "the two men".
fn number_word(analysis: &Analysis<'_>, mention: &Mention) -> Option<TokenId> {
    let leading = analysis.word(mention.first);
    let second = mention.first.next();
    let is_definite = leading.is_whole(Class::Definite);
    if mention.end != mention.head.next() {
        return None;
    }
    let is_number = if second == mention.head {
        is_definite || leading.tag == Tag::Quantifier
    } else {
        let head = analysis.word(mention.head);
        let are_persons = head.is(Class::Person) && head.is(Class::NounPlural);
        is_definite
            && are_persons
            && second.next() == mention.head
            && analysis.word(second).tag == Tag::Number
    };
    is_number.then_some(second)
}

/// The one person of some mentions, if there is no other among them and nothing but the given name tells a gender: singular "they".
fn single(entities: &Entities<'_>, mentions: impl Iterator<Item = MentionId>) -> Option<EntityId> {
    let mut persons = mentions.filter_map(|mention| {
        let id = entities.of_mention(mention)?;
        let entity = entities.get(id);
        (entity.nature.can_speak() || may_be_person(entity)).then_some(id)
    });
    let person = persons.next()?;
    let entity = entities.get(person);
    let may_be_they = entity.is_named && !entity.gender_is_sure && entity.nature == Nature::Person;
    (may_be_they && persons.all(|other| other == person)).then_some(person)
}

fn may_be_person(entity: &Entity) -> bool {
    matches!(entity.nature, Nature::Person | Nature::Open)
}
