//! Pronouns: whom they mean, by agreement and salience.

use super::entity::Entities;
use crate::kind::{Gender, MentionKind};
use crate::lexicon::{Class, Frame};
use crate::mention::{Actor, Actors, Nature};
use crate::reading::{Reading, UnitKind};

/// How much of its salience a mention keeps from one sentence to the next.
const KEPT: f32 = 0.6;
/// Mentions whose salience has sunk below this are forgotten.
const FORGOTTEN: f32 = 0.02;

/// How much each entity is on the reader's mind.
#[derive(Debug, Default)]
struct Salience {
    /// Entity and weight, those of the sentence at `sentence`.
    weights: Vec<(u32, f32)>,
    sentence: u32,
}

impl Salience {
    fn advance(&mut self, sentence: u32) {
        let steps = sentence.saturating_sub(self.sentence);
        if steps > 0 {
            let factor = KEPT.powi(steps.min(16) as i32);
            self.weights.retain_mut(|(_, weight)| {
                *weight *= factor;
                *weight > FORGOTTEN
            });
            self.sentence = sentence;
        }
    }

    fn mention(&mut self, entity: u32, weight: f32) {
        match self.weights.iter_mut().find(|(known, _)| *known == entity) {
            Some((_, known)) => *known += weight,
            None => self.weights.push((entity, weight)),
        }
    }
}

/// Resolves the pronouns of the third person.
pub(super) fn resolve(reading: &Reading<'_>, actors: &Actors, entities: &mut Entities<'_>) {
    let mut salience = Salience::default();
    for (number, actor) in actors.all.iter().enumerate() {
        salience.advance(reading.sentence_of[actor.unit as usize]);
        if actor.kind == MentionKind::Pronoun {
            entities.of_actor[number] = if reading.is(actor.head, "who") {
                head_of_relative(reading, actors, number, entities)
            } else {
                antecedent(reading, actor, &salience, entities)
            };
        }
        if let Some(entity) = entities.of_actor[number]
            && entities.all[entity as usize].nature != Nature::Document
        {
            salience.mention(entity, weight(reading, actor));
        }
    }
}

/// How much a mention puts its entity on the reader's mind.
fn weight(reading: &Reading<'_>, actor: &Actor) -> f32 {
    let before = reading
        .previous_on_level(actor.unit)
        .map(|unit| reading.unit(unit).kind);
    let mut weight = match before {
        _ if actor.possessor => 0.6,
        Some(UnitKind::Preposition) => 0.5,
        Some(UnitKind::VerbGroup(_)) => 0.8,
        None => 1.6,
        _ => 1.2,
    };
    if speaks(reading, actor) {
        weight += 1.2;
    }
    if reading.level[actor.unit as usize] > 0 {
        weight *= 0.3;
    }
    weight
}

/// Whether a strong reporting verb stands right beside the actor.
fn speaks(reading: &Reading<'_>, actor: &Actor) -> bool {
    [
        reading.next_on_level(actor.unit),
        reading.previous_on_level(actor.unit),
    ]
    .into_iter()
    .flatten()
    .any(|unit| {
        let unit = reading.unit(unit);
        matches!(unit.kind, UnitKind::VerbGroup(_)) && {
            let word = reading.word(unit.head);
            word.is(Class::Report) && word.facts.takes(Frame::Strong)
        }
    })
}

/// Whom "who" refers to: the nearest noun before it that can be a person, at most two back.
fn head_of_relative(
    reading: &Reading<'_>,
    actors: &Actors,
    number: usize,
    entities: &Entities<'_>,
) -> Option<u32> {
    let sentence = |unit: u32| reading.sentence_of[unit as usize];
    let here = sentence(actors.all[number].unit);
    let before = actors.all[..number].iter().enumerate().rev();
    before
        .filter(|(_, actor)| !actor.possessor)
        .take(2)
        .filter(|(_, actor)| {
            sentence(actor.unit) == here
                && matches!(actor.nature, Nature::Person | Nature::Group | Nature::Open)
        })
        .find_map(|(number, _)| entities.of_actor[number])
}

fn antecedent(
    reading: &Reading<'_>,
    actor: &Actor,
    salience: &Salience,
    entities: &Entities<'_>,
) -> Option<u32> {
    let they = reading.is(actor.head, "they") || reading.is(actor.head, "them");
    if actor.gender.is_none() && !they {
        return None;
    }
    let mut best: Option<(u32, f32)> = None;
    for &(id, weight) in &salience.weights {
        let entity = &entities.all[id as usize];
        let fit = if they {
            let many = entity.plural || entity.nature == Nature::Group;
            if many { 1.0 } else { continue }
        } else {
            let person = match entity.nature {
                Nature::Person if !entity.plural => 1.0,
                Nature::Open if !entity.words.is_empty() => 0.7,
                _ => continue,
            };
            let gender = match (entity.gender, actor.gender) {
                (Some(Gender::Neutral), _) => continue,
                (Some(known), Some(asked)) if known != asked => continue,
                (Some(_), _) => 1.0,
                (None, _) => 0.7,
            };
            let named = if entity.words.is_empty() { 0.6 } else { 1.0 };
            person * gender * named
        };
        let score = weight * fit;
        if best.is_none_or(|(_, known)| score > known) {
            best = Some((id, score));
        }
    }
    best.map(|(id, _)| id)
}
