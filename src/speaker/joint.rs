//! Persons named together: "Ines Okoro and Tomas Lindqvist".

use super::entity::{Entities, span};
use crate::lexicon::named;
use crate::mention::{Actors, Nature};
use crate::reading::{Reading, UnitKind};
use crate::span::Span;

/// Of those named together before, how many are looked at for the same two.
const REMEMBERED: usize = 8;

/// What stands between the names.
const AND: &str = " and ";

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
    let named_person = |entities: &Entities<'_>, actor: u32| {
        let id = entities.of_actor[actor as usize]?;
        let entity = entities.get(id);
        (entity.nature == Nature::Person && entity.is_named).then_some(id)
    };
    for (actor, number) in actors.all.iter().zip(0..) {
        let Some(one) = named_person(entities, number).filter(|_| !actor.possessor) else {
            continue;
        };
        let behind = reading
            .next_on_level(actor.unit)
            .filter(|&and| {
                let unit = reading.unit(and);
                unit.kind == UnitKind::Coordinator && reading.word(unit.first).is_word(named::AND)
            })
            .and_then(|and| reading.next_on_level(and))
            .and_then(|unit| actors.of_unit(unit));
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
            behind == Some(AND)
        });
        let entity = match known {
            Some(joint) => joint.entity,
            None => {
                let name = [name, AND, second].concat();
                entities.add_joint(number, actor, name)
            }
        };
        let behind = span(reading, &actors.all[behind as usize]);
        let span = span(reading, actor).join(behind);
        entities.joint.push(Joint {
            actor: number,
            span,
            entity,
        });
    }
}
