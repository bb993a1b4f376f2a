//! The words by which a text describes people: "chief", "minister", "senator".

use std::borrow::Cow;
use std::hash::Hash;

use super::owners::Owners;
use crate::hash::{WordMap, WordState};
use crate::kind::MentionKind;
use crate::lexicon::{Class, Classes, Lexicon, WordId, named};
use crate::mention::{Actor, Actors, Nature};
use crate::reading::{Reading, Tag, UnitKind};

/// The nouns for bodies that speak as one: "commission", "board".
const BODIES: Classes = Classes::of(&[Class::OrganisationNoun, Class::Group]);

/// How many owners of one role are remembered.
const REMEMBERED: usize = 8;

/// No more roles than these are in most articles. The map has 32 slots for them.
const USUAL: usize = 28;

/// Who was called what.
#[derive(Debug)]
pub(super) struct Roles<'t> {
    /// By the number of the word.
    listed: WordMap<WordId, Owners>,
    /// By the word in lower case, where it has no number.
    unlisted: WordMap<Cow<'t, str>, Owners>,
}

impl<'t> Roles<'t> {
    pub(super) fn new() -> Roles<'t> {
        Roles {
            listed: WordMap::with_capacity_and_hasher(USUAL, WordState::default()),
            unlisted: WordMap::default(),
        }
    }

    /// Remembers that an entity was called as a token says. The last one called so stands last, and
    /// only once, however often roles change hands.
    pub(super) fn learn(&mut self, reading: &Reading<'t>, token: u32, entity: u32) {
        let known = match role(reading, token) {
            Role::Listed(word) => owners_of(&mut self.listed, word, entity),
            Role::Unlisted(word) => owners_of(&mut self.unlisted, word, entity),
        };
        if known.last() != entity {
            known.renew(entity, REMEMBERED);
        }
    }

    /// Those lately called as a token says, the last one last.
    pub(super) fn owners(&self, reading: &Reading<'t>, token: u32) -> Option<&Owners> {
        match role(reading, token) {
            Role::Listed(word) => self.listed.get(&word),
            Role::Unlisted(word) => self.unlisted.get(&word),
        }
    }
}

fn owners_of<K: Eq + Hash>(map: &mut WordMap<K, Owners>, word: K, entity: u32) -> &mut Owners {
    map.entry(word).or_insert_with(|| Owners::of(entity))
}

enum Role<'t> {
    Listed(WordId),
    Unlisted(Cow<'t, str>),
}

/// What a token calls somebody, an abbreviated title spelt out.
fn role<'t>(reading: &Reading<'t>, token: u32) -> Role<'t> {
    let word = reading.word(token);
    match word.whole() {
        listed if listed != WordId::UNKNOWN && !word.is(Class::Title) => Role::Listed(listed),
        _ => {
            let text = spelt_out(reading.token_text(token));
            match Lexicon::english().look_up(&text).word {
                WordId::UNKNOWN => Role::Unlisted(text),
                listed => Role::Listed(listed),
            }
        }
    }
}

fn spelt_out(word: &str) -> Cow<'_, str> {
    let word = word.trim_end_matches('.');
    let word = if word.bytes().all(|byte| byte.is_ascii_lowercase()) {
        Cow::Borrowed(word)
    } else {
        Cow::Owned(word.to_lowercase())
    };
    Lexicon::spelt_out(&word).map_or(word, Cow::Borrowed)
}

/// What describes somebody by an office that is honoured with capitals, without them: "the Prime
/// Minister", "the Archbishop of Dunmere", "Mr. Speaker".
pub(super) fn office(reading: &Reading<'_>, actor: &Actor) -> Option<Actor> {
    let first = reading.word(actor.first);
    let (definite, address) = (first.is_word(named::THE), first.tag == Tag::Title);
    if !actor.is_named() || !definite && !address {
        return None;
    }
    let of = (actor.first + 1..actor.head).find(|&at| reading.word(at).is_word(named::OF));
    let head = of.map_or(actor.head, |of| of - 1);
    let word = reading.word(head);
    let known = |at: u32| {
        let word = reading.word(at);
        word.facts.is_known() && !word.is(Class::GivenName)
    };
    let is_office = word.is(Class::Title)
        && word.is(Class::Person)
        && !word.is(Class::Organisation)
        && (actor.first..head).all(known)
        // "Mr. Bishop" and "Mr. Justice" are called so.
        && (definite || !word.is_any(Classes::of(&[Class::GivenName, Class::Surname])));
    is_office.then_some(Actor {
        head,
        kind: MentionKind::NounPhrase,
        nature: Nature::Person,
        name: (head, head),
        ..*actor
    })
}

/// The tokens that describe somebody beside their name: those of the phrase before it ("NATO chief
/// Mark Rutte") and of an appositive behind ("Mark Rutte, the NATO chief,").
pub(super) fn beside_name(
    reading: &Reading<'_>,
    actors: &Actors,
    actor: &Actor,
) -> impl Iterator<Item = u32> {
    let appositive = behind_comma(reading, actors, actor.unit)
        .and_then(|number| description(reading, &actors.all[number as usize]))
        .map(|appositive| appositive.head);
    (actor.first..actor.name.0)
        .filter(|&at| reading.word(at).is(Class::Person))
        .chain(appositive)
        .chain(complement(reading, actors, actor).map(|complement| complement.head))
}

/// The actor as a description of one person, if it is one.
fn description(reading: &Reading<'_>, actor: &Actor) -> Option<Actor> {
    match actor.is_named() {
        true => office(reading, actor),
        false => Some(*actor).filter(|actor| actor.nature == Nature::Person),
    }
}

/// Of whom a description tells what he is or becomes: "Ruth Adeyemi" of "Ruth Adeyemi became mayor".
pub(super) fn subject_of(reading: &Reading<'_>, actors: &Actors, actor: &Actor) -> Option<u32> {
    let verb = reading.previous_on_level(actor.unit)?;
    let subject = actors.of_unit(reading.previous_on_level(verb)?)?;
    let complement = complement(reading, actors, &actors.all[subject as usize])?;
    (complement.unit == actor.unit).then_some(subject)
}

/// The tokens by which an organisation can be described, of its name: "commission" of "Commission on
/// Presidential Debates".
pub(super) fn within_name(reading: &Reading<'_>, actor: &Actor) -> impl Iterator<Item = u32> {
    let organisation = actor.nature == Nature::Organisation && actor.name.1 - actor.name.0 > 1;
    (actor.name.0..actor.name.1).filter(move |&at| organisation && reading.word(at).is_any(BODIES))
}

/// What somebody is said to be or to become: "Ruth Adeyemi became mayor".
fn complement(reading: &Reading<'_>, actors: &Actors, actor: &Actor) -> Option<Actor> {
    let verb = reading.next_on_level(actor.unit)?;
    let unit = reading.unit(verb);
    let word = reading.word(unit.head);
    let becomes = word.is_one_of(&[named::BECAME, named::BECOMES, named::BECOME]);
    if !matches!(unit.kind, UnitKind::VerbGroup(_)) || !(word.is(Class::Be) || becomes) {
        return None;
    }
    let noun = actors.of_unit(reading.next_on_level(verb)?)?;
    description(reading, &actors.all[noun as usize])
}

/// The named person whom a description introduces: "Mark Rutte" of "its new chief, Mark Rutte" and of "a
/// man named Mark Rutte".
pub(super) fn named_behind(reading: &Reading<'_>, actors: &Actors, actor: &Actor) -> Option<u32> {
    let place = of_place(reading, actor).unwrap_or(actor.unit);
    let name = behind_comma(reading, actors, place);
    name.or_else(|| behind_naming(reading, actors, place))
        .filter(|&next| {
            let next = &actors.all[next as usize];
            next.is_named()
                && matches!(next.nature, Nature::Person | Nature::Open)
                && !next.possessor
        })
}

/// The noun phrase right behind a unit and "named" or "called".
fn behind_naming(reading: &Reading<'_>, actors: &Actors, unit: u32) -> Option<u32> {
    let verb = reading.next_on_level(unit)?;
    let head = reading.unit(verb).head;
    let names = head == reading.unit(verb).first
        && reading.word(head).is_one_of(&[named::CALLED, named::NAMED]);
    actors.of_unit(reading.next_on_level(verb).filter(|_| names)?)
}

/// Whether a comma or a stop stands behind an appositive too: "her husband, Alasdair, said", but
/// "he was her husband, Alasdair said".
pub(super) fn is_enclosed(reading: &Reading<'_>, actor: &Actor) -> bool {
    let next = reading.next_on_level(actor.unit);
    next.is_none_or(|next| matches!(reading.unit(next).kind, UnitKind::Comma | UnitKind::Stop))
}

/// The noun phrase that goes with a description: "Lyon" of "the mayor of Lyon".
pub(super) fn of_place(reading: &Reading<'_>, actor: &Actor) -> Option<u32> {
    let of = reading.next_on_level(actor.unit)?;
    let belongs = [named::OF, named::FOR, named::AT, named::FROM, named::WITH];
    if actor.possessor
        || reading.unit(of).kind != UnitKind::Preposition
        || !reading.word(reading.unit(of).first).is_one_of(&belongs)
    {
        return None;
    }
    let noun = reading.next_on_level(of)?;
    (reading.unit(noun).kind == UnitKind::NounPhrase).then_some(noun)
}

/// The noun phrase right behind a unit and a comma.
fn behind_comma(reading: &Reading<'_>, actors: &Actors, unit: u32) -> Option<u32> {
    let comma = reading.next_on_level(unit)?;
    if reading.unit(comma).kind != UnitKind::Comma {
        return None;
    }
    actors.of_unit(reading.next_on_level(comma)?)
}
