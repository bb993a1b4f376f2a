//! The words by which a text describes people: "chief", "minister", "senator".

use std::collections::HashMap;

use crate::lexicon::{Class, Lexicon};
use crate::mention::{Actor, Actors, Nature};
use crate::reading::{Reading, UnitKind};

/// Who was called what, by the word in lower case.
#[derive(Debug, Default)]
pub(super) struct Roles(HashMap<String, Vec<u32>>);

impl Roles {
    /// Remembers that an entity was called `word`.
    pub(super) fn learn(&mut self, word: &str, entity: u32) {
        let owners = self.0.entry(key(word)).or_default();
        if owners.last() != Some(&entity) {
            // The last one called so stands last, and only once, however often roles change hands.
            owners.retain(|&owner| owner != entity);
            owners.push(entity);
            if owners.len() > 8 {
                owners.remove(0);
            }
        }
    }

    /// Everybody lately called `word`, the last one last.
    pub(super) fn owners(&self, word: &str) -> &[u32] {
        self.0.get(&key(word)).map_or(&[], Vec::as_slice)
    }
}

fn key(word: &str) -> String {
    let word = word.trim_end_matches('.').to_lowercase();
    Lexicon::spelt_out(&word).map_or(word, str::to_owned)
}

/// The words that describe somebody beside their name: those of the phrase before it ("NATO chief
/// Mark Rutte") and of an appositive behind ("Mark Rutte, the NATO chief,").
pub(super) fn beside_name<'t>(
    reading: &Reading<'t>,
    actors: &Actors,
    actor: &Actor,
) -> Vec<&'t str> {
    let mut roles: Vec<&str> = (actor.first..actor.name.0)
        .filter(|&at| reading.word(at).is(Class::Person))
        .map(|at| reading.token_text(at))
        .collect();
    if let Some(appositive) = behind_comma(reading, actors, actor)
        && appositive.nature == Nature::Person
        && !is_named(appositive)
    {
        roles.push(reading.token_text(appositive.head));
    }
    roles
}

/// The words by which an organisation can be described, of its name: "commission" of "Commission on
/// Presidential Debates".
pub(super) fn within_name<'t>(reading: &Reading<'t>, actor: &Actor) -> Vec<&'t str> {
    let organisation = actor.nature == Nature::Organisation && actor.name.1 - actor.name.0 > 1;
    (actor.name.0..actor.name.1)
        .filter(|&at| organisation && reading.word(at).is(Class::OrganisationNoun))
        .map(|at| reading.token_text(at))
        .collect()
}

/// The named person in apposition to a description: "Mark Rutte" of "its new chief, Mark Rutte".
pub(super) fn named_behind<'a>(
    reading: &Reading<'_>,
    actors: &'a Actors,
    actor: &Actor,
) -> Option<&'a Actor> {
    behind_comma(reading, actors, actor).filter(|next| {
        is_named(next) && matches!(next.nature, Nature::Person | Nature::Open) && !next.possessor
    })
}

/// The noun phrase right behind an actor and a comma.
fn behind_comma<'a>(reading: &Reading<'_>, actors: &'a Actors, actor: &Actor) -> Option<&'a Actor> {
    let comma = reading.next_on_level(actor.unit)?;
    if reading.unit(comma).kind != UnitKind::Comma {
        return None;
    }
    let number = actors.of_unit(reading.next_on_level(comma)?)?;
    Some(&actors.all[number as usize])
}

pub(super) fn is_named(actor: &Actor) -> bool {
    actor.name.1 > actor.name.0
}
