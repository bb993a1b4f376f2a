//! The lines of a novel, in order, with what stands beside each.

use super::super::quoted::Gatherer;
use super::super::{Candidate, Scene, Softmax, Weights};
use crate::kind::{Gender, MentionKind};
use crate::lexicon::{Class, Classes, Facts, WordId, named};
use crate::mention::Actor;
use crate::quote::QuoteKind;
use crate::reading::{Tag, UnitKind};
use crate::speaker::novel::{OTHERS, Persons, is_called, possessive};

/// The words that open an answer.
const ANSWERS: &[WordId] = &[
    named::AH,
    named::CERTAINLY,
    named::INDEED,
    named::NO,
    named::NOT,
    named::OH,
    named::QUITE,
    named::WELL,
    named::YES,
];

/// A source with less of the probability than this is none.
const LEAST: f32 = 0.1;

/// Speech of a novel between its marks.
#[derive(Clone, Debug, Default)]
pub(super) struct Line {
    pub(super) quote: u32,
    pub(super) opening: u32,
    pub(super) closing: u32,
    pub(super) first_sentence: u32,
    pub(super) last_sentence: u32,
    pub(super) first_paragraph: u32,
    pub(super) last_paragraph: u32,
    pub(super) told: Option<Told>,
    /// Whom the line calls by name, and of whom it speaks.
    pub(super) called: Vec<u32>,
    pub(super) named: Vec<u32>,
    /// The gender of somebody whom the line calls by no name: "sir".
    pub(super) calls: Option<Gender>,
    pub(super) asks: bool,
    pub(super) answers: bool,
    pub(super) breaks_off: bool,
    /// How many words it has.
    pub(super) words: u32,
    /// The person to whom the cue says it is spoken.
    pub(super) addressee: Option<u32>,
}

/// The mention that a cue makes the source, if it does.
#[derive(Clone, Copy, Debug)]
pub(super) struct Told {
    pub(super) actor: u32,
    pub(super) cue: Option<u32>,
    pub(super) share: f32,
    pub(super) who: Who,
}

/// Whom a mention means, before anybody asks who talks with whom.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Who {
    Person(u32),
    /// "he", "she"
    Agreeing(Gender),
    /// "the other"
    Other,
    Nobody,
}

impl Who {
    pub(super) fn of(scene: &Scene<'_>, persons: &Persons, actor: u32) -> Who {
        let one = &scene.actors.all[actor as usize];
        match (persons.of_actor[actor as usize], one.gender) {
            (Some(person), _) => Who::Person(person),
            (None, Some(gender)) if one.kind == MentionKind::Pronoun => Who::Agreeing(gender),
            (None, _) if one.kind == MentionKind::NounPhrase && is_other(scene, one) => Who::Other,
            _ => Who::Nobody,
        }
    }
}

/// "the other", "the latter"
fn is_other(scene: &Scene<'_>, actor: &Actor) -> bool {
    let reading = scene.reading;
    actor.first + 1 == actor.head
        && reading.word(actor.first).is_word(named::THE)
        && reading.word(actor.head).is_one_of(&OTHERS)
}

/// Whom a subject of narration means: the person, or whose eyes, hands and voice it is.
pub(super) fn subject(scene: &Scene<'_>, persons: &Persons, actor: u32) -> Who {
    let who = Who::of(scene, persons, actor);
    let one = &scene.actors.all[actor as usize];
    if who != Who::Nobody || one.kind == MentionKind::Pronoun || one.is_named() {
        return who;
    }
    if let Some(owner) = scene.actors.possessor_of(one.unit) {
        return Who::of(scene, persons, owner);
    }
    let first = scene.reading.unit(one.unit).first;
    possessive(scene.reading, first).map_or(Who::Nobody, Who::Agreeing)
}

/// All lines of a text, and for each quote the line that it is or stands in.
pub(super) fn find(scene: &Scene<'_>, persons: &Persons, weights: &Weights) -> Vec<Line> {
    let reading = scene.reading;
    let mut gatherer = Gatherer::default();
    let mut softmax = Softmax::new(weights);
    let mut lines: Vec<Line> = Vec::new();
    let mut line_of: Vec<Option<u32>> = Vec::with_capacity(reading.quotes.len());
    for (number, quote) in reading.quotes.iter().enumerate() {
        if let Some(parent) = quote.parent() {
            line_of.push(line_of[parent.index()]);
            continue;
        }
        let candidates = gatherer.candidates(scene, number as u32, None);
        let told = told(scene, persons, &mut softmax, candidates);
        let line = line(scene, persons, number as u32, told);
        line_of.push(line.as_ref().map(|_| lines.len() as u32));
        lines.extend(line);
    }
    for (number, actor) in scene.actors.all.iter().enumerate() {
        let level = reading.level[actor.unit as usize];
        if level > 0
            && let Some(line) = line_of[level as usize - 1]
        {
            let line = &mut lines[line as usize];
            let address = address(reading.word(actor.head).facts);
            let person = persons.of_actor[number];
            let is_called = (person.is_some() || address.is_some()) && is_called(reading, actor);
            if is_called && line.calls.is_none() {
                line.calls = address;
            }
            let Some(person) = person else {
                continue;
            };
            let list = if is_called {
                &mut line.called
            } else {
                &mut line.named
            };
            // A line of thousands of names calls nobody.
            if list.len() < 8 && !list.contains(&person) {
                list.push(person);
            }
        }
    }
    lines
}

/// The gender of whom a noun calls: "sir", "papa".
fn address(facts: Facts) -> Option<Gender> {
    const CALL: Classes = Classes::of(&[Class::Title, Class::Person]);
    match (facts.is(Class::Male), facts.is(Class::Female)) {
        (true, false) if facts.is_any(CALL) => Some(Gender::Male),
        (false, true) if facts.is_any(CALL) => Some(Gender::Female),
        _ => None,
    }
}

fn line(scene: &Scene<'_>, persons: &Persons, quote: u32, told: Option<Told>) -> Option<Line> {
    let reading = scene.reading;
    let (opening, closing) = reading.quote_units[quote as usize];
    let kind = reading.quotes[quote as usize].kind();
    let sure = told.is_some_and(|told| told.share > 0.8);
    if kind != QuoteKind::Speech && !(sure && kind != QuoteKind::Nickname) {
        return None;
    }
    let first_sentence = reading.sentence_of[opening as usize];
    let last_sentence = reading.sentence_of[closing as usize];
    let end = reading.unit(closing).first;
    let start = reading.unit(opening).end;
    // The last token of a text may open a quote.
    let is_empty = end <= start;
    Some(Line {
        quote,
        opening,
        closing,
        first_sentence,
        last_sentence,
        first_paragraph: reading.paragraph_of[first_sentence as usize],
        last_paragraph: reading.paragraph_of[last_sentence as usize],
        addressee: told.and_then(|told| addressee(scene, persons, told)),
        told,
        called: Vec::new(),
        named: Vec::new(),
        calls: None,
        asks: !is_empty && reading.token_text(end - 1).starts_with('?'),
        answers: !is_empty && reading.word(start).is_one_of(ANSWERS),
        breaks_off: !is_empty && reading.word(end - 1).tag == Tag::Dash,
        words: end.saturating_sub(start),
    })
}

/// The likeliest source beside a quote.
fn told(
    scene: &Scene<'_>,
    persons: &Persons,
    softmax: &mut Softmax<'_>,
    candidates: &[Candidate],
) -> Option<Told> {
    let (number, share) = softmax.likeliest_actor(candidates);
    let candidate = candidates[number];
    let actor = candidate.actor.filter(|_| share >= LEAST)?;
    Some(Told {
        actor,
        cue: candidate.cue,
        share,
        who: subject(scene, persons, actor),
    })
}

/// The person behind "to" right behind the cue and its source: "said Anne to Tom".
fn addressee(scene: &Scene<'_>, persons: &Persons, told: Told) -> Option<u32> {
    let reading = scene.reading;
    let cue = &scene.cues[told.cue? as usize];
    let mut unit = cue
        .last_unit
        .max(scene.actors.all[told.actor as usize].unit);
    for _ in 0..4 {
        unit = reading.next_on_level(unit)?;
        let kind = reading.unit(unit).kind;
        if kind == UnitKind::Preposition
            && reading.word(reading.unit(unit).first).is_word(named::TO)
        {
            let actor = scene.actors.of_unit(reading.next_on_level(unit)?)?;
            return persons.of_actor[actor as usize];
        }
        if kind != UnitKind::Adverb {
            return None;
        }
    }
    None
}

/// Whether a noun of the narration does something: a verb follows it.
pub(super) fn is_subject(scene: &Scene<'_>, actor: &Actor) -> bool {
    let reading = scene.reading;
    if actor.possessor {
        return false;
    }
    let behind = reading
        .next_on_level(actor.unit)
        .map(|unit| reading.unit(unit));
    let verb = behind.is_some_and(|unit| match unit.kind {
        UnitKind::VerbGroup(_) => true,
        UnitKind::Adverb | UnitKind::Comma => true,
        _ => reading.word(unit.first).tag == Tag::Wh,
    });
    let before = reading
        .previous_on_level(actor.unit)
        .map(|unit| reading.unit(unit).kind);
    verb && !matches!(before, Some(UnitKind::Preposition | UnitKind::VerbGroup(_)))
}
