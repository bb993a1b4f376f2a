//! The words by which a text describes people: "chief", "minister", "senator".

use std::borrow::Cow;

use crate::hash::WordMap;
use crate::lexicon::{Class, Classes, Lexicon, named};
use crate::mention::{Actor, Actors, Nature};
use crate::reading::{Reading, UnitKind};

/// The nouns for bodies that speak as one: "commission", "board".
const BODIES: Classes = Classes::of(&[Class::OrganisationNoun, Class::Group]);

/// Who was called what, by the word in lower case.
#[derive(Debug, Default)]
pub(super) struct Roles<'t>(WordMap<Cow<'t, str>, Vec<u32>>);

impl<'t> Roles<'t> {
    /// Remembers that an entity was called `word`.
    pub(super) fn learn(&mut self, word: &'t str, entity: u32) {
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
    pub(super) fn owners(&self, word: &'t str) -> &[u32] {
        self.0.get(&key(word)).map_or(&[], Vec::as_slice)
    }
}

fn key(word: &str) -> Cow<'_, str> {
    let word = word.trim_end_matches('.');
    let word = if word.bytes().all(|byte| byte.is_ascii_lowercase()) {
        Cow::Borrowed(word)
    } else {
        Cow::Owned(word.to_lowercase())
    };
    Lexicon::spelt_out(&word).map_or(word, Cow::Borrowed)
}

/// The words that describe somebody beside their name: those of the phrase before it ("NATO chief
/// Mark Rutte") and of an appositive behind ("Mark Rutte, the NATO chief,").
pub(super) fn beside_name<'t>(
    reading: &Reading<'t>,
    actors: &Actors,
    actor: &Actor,
) -> impl Iterator<Item = &'t str> {
    let appositive = behind_comma(reading, actors, actor)
        .map(|number| &actors.all[number as usize])
        .filter(|appositive| appositive.nature == Nature::Person && !appositive.is_named())
        .map(|appositive| appositive.head);
    (actor.first..actor.name.0)
        .filter(|&at| reading.word(at).is(Class::Person))
        .chain(appositive)
        .chain(complement(reading, actors, actor).map(|complement| complement.head))
        .map(|at| reading.token_text(at))
}

/// Of whom a description tells what he is or becomes: "Ruth Adeyemi" of "Ruth Adeyemi became mayor".
pub(super) fn subject_of(reading: &Reading<'_>, actors: &Actors, actor: &Actor) -> Option<u32> {
    let verb = reading.previous_on_level(actor.unit)?;
    let subject = actors.of_unit(reading.previous_on_level(verb)?)?;
    let complement = complement(reading, actors, &actors.all[subject as usize])?;
    (complement.unit == actor.unit).then_some(subject)
}

/// The words by which an organisation can be described, of its name: "commission" of "Commission on
/// Presidential Debates".
pub(super) fn within_name<'t>(
    reading: &Reading<'t>,
    actor: &Actor,
) -> impl Iterator<Item = &'t str> {
    let organisation = actor.nature == Nature::Organisation && actor.name.1 - actor.name.0 > 1;
    (actor.name.0..actor.name.1)
        .filter(move |&at| organisation && reading.word(at).is_any(BODIES))
        .map(|at| reading.token_text(at))
}

/// What somebody is said to be or to become: "Ruth Adeyemi became mayor".
fn complement<'a>(reading: &Reading<'_>, actors: &'a Actors, actor: &Actor) -> Option<&'a Actor> {
    let verb = reading.next_on_level(actor.unit)?;
    let unit = reading.unit(verb);
    let word = reading.word(unit.head);
    let becomes = word.is_one_of(&[named::BECAME, named::BECOMES, named::BECOME]);
    if !matches!(unit.kind, UnitKind::VerbGroup(_)) || !(word.is(Class::Be) || becomes) {
        return None;
    }
    let noun = &actors.all[actors.of_unit(reading.next_on_level(verb)?)? as usize];
    (noun.nature == Nature::Person && !noun.is_named()).then_some(noun)
}

/// The named person in apposition to a description: "Mark Rutte" of "its new chief, Mark Rutte".
pub(super) fn named_behind(reading: &Reading<'_>, actors: &Actors, actor: &Actor) -> Option<u32> {
    behind_comma(reading, actors, actor).filter(|&next| {
        let next = &actors.all[next as usize];
        next.is_named() && matches!(next.nature, Nature::Person | Nature::Open) && !next.possessor
    })
}

/// Whether a comma or a stop stands behind an appositive too: "her husband, Alasdair, said", but
/// "he was her husband, Alasdair said".
pub(super) fn is_enclosed(reading: &Reading<'_>, actor: &Actor) -> bool {
    let next = reading.next_on_level(actor.unit);
    next.is_none_or(|next| matches!(reading.unit(next).kind, UnitKind::Comma | UnitKind::Stop))
}

/// The noun phrase right behind an actor and a comma.
fn behind_comma(reading: &Reading<'_>, actors: &Actors, actor: &Actor) -> Option<u32> {
    let comma = reading.next_on_level(actor.unit)?;
    if reading.unit(comma).kind != UnitKind::Comma {
        return None;
    }
    actors.of_unit(reading.next_on_level(comma)?)
}
