//! Persons named together: "Ines Okoro and Tomas Lindqvist".

use super::entity::{Entities, Entity, span};
use crate::lexicon::named;
use crate::mention::{Actors, Nature};
use crate::reading::{Reading, UnitKind};
use crate::span::Span;

/// Of those named together before, how many are looked at for the same two.
const REMEMBERED: usize = 8;

/// Two persons with "and" between, as one entity.
#[derive(Clone, Copy, Debug)]
pub(super) struct Joint {
    /// The actor that comes first.
    pub(super) actor: u32,
    pub(super) span: Span,
    pub(super) entity: u32,
}

/// Adds an entity for each two persons that the text names together, and tells where.
pub(super) fn enter(reading: &Reading<'_>, actors: &Actors, entities: &mut Entities<'_>) {
    for (number, actor) in actors.all.iter().enumerate() {
        let behind = reading
            .next_on_level(actor.unit)
            .filter(|&and| {
                let unit = reading.unit(and);
                unit.kind == UnitKind::Coordinator && reading.word(unit.first).is_word(named::AND)
            })
            .and_then(|and| reading.next_on_level(and))
            .and_then(|unit| actors.of_unit(unit));
        let Some(behind) = behind.filter(|_| !actor.possessor) else {
            continue;
        };
        let person = |actor: u32| {
            let id = entities.of_actor[actor as usize]?;
            let entity = entities.get(id);
            (entity.nature == Nature::Person && entity.is_named()).then_some(id)
        };
        let (Some(one), Some(other)) = (person(number as u32), person(behind)) else {
            continue;
        };
        if one == other {
            continue;
        }
        let name = format!(
            "{} and {}",
            entities.get(one).name,
            entities.get(other).name
        );
        let mut before = entities.joint.iter().rev().take(REMEMBERED);
        let known = before.find(|joint| entities.get(joint.entity).name == name);
        let entity = known.map(|joint| joint.entity).unwrap_or_else(|| {
            let mut entity = Entity::new(actor);
            entity.name = name.into();
            entity.nature = Nature::Group;
            entity.plural = true;
            entities.add(entity)
        });
        let behind = span(reading, &actors.all[behind as usize]);
        let span = span(reading, actor).join(behind);
        entities.joint.push(Joint {
            actor: number as u32,
            span,
            entity,
        });
    }
}
