//! Noun phrases to actors: who or what the text names there, and whether that could speak.

mod name;

use crate::kind::{Gender, MentionKind};
use crate::lexicon::{Class, Classes, named};
use crate::reading::{Reading, Shape, Tag, Unit, UnitKind};

/// A noun phrase, or the possessor in one, as something that could speak.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Actor {
    /// The unit that holds it.
    pub(crate) unit: u32,
    /// Its tokens, without determiners of a possessor's owner: `first..end`.
    pub(crate) first: u32,
    pub(crate) end: u32,
    pub(crate) head: u32,
    pub(crate) kind: MentionKind,
    pub(crate) nature: Nature,
    /// The tokens of the proper name, titles aside; empty if it has none.
    pub(crate) name: (u32, u32),
    pub(crate) gender: Option<Gender>,
    pub(crate) plural: bool,
    /// Whether it only owns what the phrase is about: "Ms. Lee" in "Ms. Lee's lawyer".
    pub(crate) possessor: bool,
}

impl Actor {
    /// Whether it has a proper name.
    pub(crate) fn is_named(&self) -> bool {
        self.name.1 > self.name.0
    }
}

/// What sort of thing an actor is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Nature {
    Person,
    Group,
    Organisation,
    Place,
    /// A text that "says": a report, a poll, a letter.
    Document,
    /// A pronoun or a name that may be anything.
    Open,
    Thing,
}

impl Nature {
    /// Whether such a thing says something by itself.
    pub(crate) fn speaks(self) -> bool {
        matches!(self, Nature::Person | Nature::Group | Nature::Organisation)
    }
}

/// All actors of a text, and which of them each unit holds.
#[derive(Debug, Default)]
pub(crate) struct Actors {
    /// In text order, a possessor before its phrase.
    pub(crate) all: Vec<Actor>,
    /// Beside the units: the number of the unit's own actor plus one, or zero.
    of_unit: Vec<u32>,
}

impl Actors {
    /// The actor that a noun phrase is.
    pub(crate) fn of_unit(&self, unit: u32) -> Option<u32> {
        self.of_unit[unit as usize].checked_sub(1)
    }

    /// The owner named in a noun phrase, "Ms. Lee" of "Ms. Lee's lawyer".
    pub(crate) fn possessor_of(&self, unit: u32) -> Option<u32> {
        let before = self.of_unit(unit)?.checked_sub(1)?;
        let actor = &self.all[before as usize];
        (actor.possessor && actor.unit == unit).then_some(before)
    }
}

/// Puts the actors of a text in place of those in `actors`.
pub(crate) fn find(reading: &Reading<'_>, actors: &mut Actors) {
    actors.all.clear();
    actors.of_unit.clear();
    actors.of_unit.resize(reading.units.len(), 0);
    // Nearly half of the units are noun phrases, and few have a possessor besides.
    actors.all.reserve(reading.units.len() / 2);
    for (number, unit) in reading.units.iter().enumerate() {
        let relative = unit.kind == UnitKind::Wh && reading.word(unit.head).is_word(named::WHO);
        if unit.kind != UnitKind::NounPhrase && !relative {
            continue;
        }
        let is_name = reading.word(unit.head).tag == Tag::Name;
        if is_name && nickname(reading, number as u32, true).is_some() {
            continue;
        }
        let mut first = unit.first;
        if let Some(owner) = owner(reading, unit.first, unit.head) {
            let mut actor = actor(reading, number as u32, unit.first, owner + 1, owner);
            actor.possessor = true;
            actors.all.push(actor);
            first = owner + 1;
        }
        let mut actor = actor(reading, number as u32, first, unit.end, unit.head);
        actor.first = unit.first;
        if is_name && let Some(given) = nickname(reading, number as u32, false) {
            actor.first = reading.unit(given).first;
            name::read(reading, &mut actor);
        }
        actors.all.push(actor);
        actors.of_unit[number] = actors.all.len() as u32;
    }
}

/// The noun phrase at the other end of a name with a nickname in marks: Robert “Bobby” Scott.
#[inline]
fn nickname(reading: &Reading<'_>, unit: u32, forward: bool) -> Option<u32> {
    let opening = if forward {
        reading.next_on_level(unit)
    } else {
        reading.previous_on_level(unit)
    }?;
    let UnitKind::Opening(quote) = reading.unit(opening).kind else {
        return None;
    };
    let closing = reading.quote_units[quote as usize].1;
    if forward {
        let family = reading.next_on_level(closing)?;
        is_nickname(reading, unit, [opening, closing], family).then_some(family)
    } else {
        let given = reading.previous_on_level(opening)?;
        is_nickname(reading, given, [opening, closing], unit).then_some(given)
    }
}

fn is_nickname(reading: &Reading<'_>, given: u32, marks: [u32; 2], family: u32) -> bool {
    let [given, opening, closing, family] =
        [given, marks[0], marks[1], family].map(|unit| reading.unit(unit));
    let is_name =
        |unit: Unit| unit.kind == UnitKind::NounPhrase && reading.word(unit.head).tag == Tag::Name;
    let beside = given.end == opening.first
        && closing.end == family.first
        && reading.word(family.first).tag == Tag::Name;
    is_name(given) && is_name(family) && beside && closing.first - opening.end <= 2
}

/// The last owner before the head: "Lee's" of "Ms. Lee's former lawyer".
fn owner(reading: &Reading<'_>, first: u32, head: u32) -> Option<u32> {
    (first..head).rev().find(|&at| {
        let word = reading.word(at);
        let plural = matches!(reading.word(at + 1).tag, Tag::Mark);
        (word.shape.has(Shape::POSSESSIVE) || plural)
            && matches!(word.tag, Tag::Name | Tag::Noun | Tag::Time)
    })
}

fn actor(reading: &Reading<'_>, unit: u32, first: u32, end: u32, head: u32) -> Actor {
    let word = reading.word(head);
    let mut actor = Actor {
        unit,
        first,
        end,
        head,
        kind: MentionKind::NounPhrase,
        nature: Nature::Thing,
        name: (head, head),
        gender: None,
        plural: word.is(Class::NounPlural),
        possessor: false,
    };
    match word.tag {
        Tag::Pronoun | Tag::Wh => pronoun(reading, &mut actor),
        Tag::Name => name::read(reading, &mut actor),
        _ => common(reading, &mut actor),
    }
    actor
}

fn pronoun(reading: &Reading<'_>, actor: &mut Actor) {
    let word = reading.word(actor.head);
    actor.kind = MentionKind::Pronoun;
    actor.gender = gender(word.facts.classes);
    actor.plural = word.is_one_of(&[named::THEY, named::WE, named::THEM, named::US]);
    actor.nature = match (actor.gender, word.whole()) {
        (Some(_), _) => Nature::Person,
        (None, named::IT | named::THERE | named::ITSELF | named::THIS | named::THAT) => {
            Nature::Thing
        }
        (None, _) if actor.plural => Nature::Group,
        (None, named::I | named::YOU | named::WHO) => Nature::Person,
        (None, _) => Nature::Open,
    };
}

/// A phrase around a common noun, a number or a quantity.
fn common(reading: &Reading<'_>, actor: &mut Actor) {
    let word = reading.word(actor.head);
    let classes = word.facts.classes;
    let before = (actor.first..actor.head).rev().map(|at| reading.word(at));
    let title = word.tag == Tag::Title;
    actor.nature = if classes.has(Class::Person) && classes.has(Class::NounPlural)
        || classes.has(Class::Group)
    {
        Nature::Group
    } else if classes.has(Class::Person) || title {
        Nature::Person
    } else if classes.any(Classes::of(&[Class::Demonym, Class::Adherent]))
        && classes.has(Class::NounPlural)
    {
        Nature::Group
    } else if classes.any(Classes::of(&[Class::Adherent, Class::Demonym])) {
        Nature::Person
    } else if classes.any(Classes::of(&[Class::OrganisationNoun, Class::Organisation])) {
        Nature::Organisation
    } else if classes.any(Classes::of(&[Class::Document, Class::ReportNoun])) {
        Nature::Document
    } else if matches!(word.tag, Tag::Quantifier | Tag::Number) {
        Nature::Open
    } else {
        Nature::Thing
    };
    actor.plural |= classes.has(Class::Group) && !classes.has(Class::Noun);
    actor.gender = gender(classes).or_else(|| {
        before
            .take(3)
            .find_map(|word| gender(word.facts.classes).filter(|_| word.tag != Tag::Possessive))
    });
    if actor.nature == Nature::Organisation
        && word.shape.has(Shape::CAPITAL)
        && word.tag == Tag::Name
    {
        actor.kind = MentionKind::Organisation;
    } else if actor.nature == Nature::Group {
        actor.kind = MentionKind::Group;
    }
}

fn gender(classes: Classes) -> Option<Gender> {
    match (classes.has(Class::Male), classes.has(Class::Female)) {
        (true, false) => Some(Gender::Male),
        (false, true) => Some(Gender::Female),
        _ => None,
    }
}
