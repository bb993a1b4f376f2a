//! What may report speech: verbs, phrases, nouns and colons that introduce or follow a content.
//!
//! Any verb may: what is a cue and what is not shows only beside a content.

use crate::kind::CueKind;
use crate::lexicon::{Class, Classes, Facts, Frame, named};
use crate::reading::{Reading, Shape, Tag, Unit, UnitKind, VerbForm};

/// Words that may report what somebody says.
#[derive(Clone, Copy, Debug)]
pub(crate) struct CueGroup {
    pub(crate) kind: CueKind,
    /// The first and last unit, and the one that holds the head.
    pub(crate) first_unit: u32,
    pub(crate) last_unit: u32,
    pub(crate) head_unit: u32,
    /// The token that tells what is reported: the verb, the noun, "according", the colon.
    pub(crate) head: u32,
    pub(crate) facts: Facts,
    /// The form of the first verb, finite for what is no verb.
    pub(crate) form: VerbForm,
    pub(crate) passive: bool,
    /// Whether a particle that goes with the verb stands behind it: "shot back", "went on".
    pub(crate) has_particle: bool,
}

impl CueGroup {
    /// A cue of one unit that is no verb.
    pub(crate) fn without_verb(kind: CueKind, unit: u32, head: u32, facts: Facts) -> CueGroup {
        CueGroup {
            kind,
            first_unit: unit,
            last_unit: unit,
            head_unit: unit,
            head,
            facts,
            form: VerbForm::Finite,
            passive: false,
            has_particle: false,
        }
    }
}

/// Puts the cues of a text, in order of their heads, in place of those in `groups`.
pub(crate) fn find(reading: &Reading<'_>, groups: &mut Vec<CueGroup>) {
    groups.clear();
    // A sixth of the units are verb groups, and few others are cues.
    groups.reserve(reading.units.len() / 5);
    for unit in 0..reading.units.len() as u32 {
        let found = match reading.unit(unit).kind {
            UnitKind::VerbGroup(form) => verb(reading, unit, form),
            UnitKind::Preposition | UnitKind::Subordinator => phrase(reading, unit),
            UnitKind::NounPhrase => noun(reading, unit),
            UnitKind::Colon => colon(reading, unit),
            _ => None,
        };
        if let Some(group) = found {
            // "was quoted as saying" is one cue, not two.
            while groups
                .last()
                .is_some_and(|last| last.last_unit >= group.first_unit)
            {
                groups.pop();
            }
            groups.push(group);
        }
    }
}

fn verb(reading: &Reading<'_>, number: u32, form: VerbForm) -> Option<CueGroup> {
    let unit = reading.unit(number);
    let word = reading.word(unit.head);
    let mut group = CueGroup {
        kind: CueKind::Verb,
        first_unit: number,
        last_unit: number,
        head_unit: number,
        head: unit.head,
        facts: word.facts,
        form,
        passive: is_passive(reading, unit),
        has_particle: false,
    };
    // "declined to say", "went on to add", "was quoted as saying"
    if form != VerbForm::Finite
        && let Some((before, form)) = governor(reading, number, form)
    {
        group.first_unit = before;
        group.form = form;
    }
    while let Some(before) = reading.previous_on_level(group.first_unit)
        && reading.unit(before).kind == UnitKind::Adverb
    {
        group.first_unit = before;
    }
    if group.facts.takes(Frame::Phrasal)
        && let Some(particle) = particle(reading, number)
    {
        group.has_particle = true;
        if parts_subject(reading, &group, particle) {
            group.last_unit = particle;
        }
    }
    Some(group)
}

/// The unit of the particle behind a verb: "in" of "chimed in".
fn particle(reading: &Reading<'_>, verb: u32) -> Option<u32> {
    let behind = reading.next_on_level(verb)?;
    let first = reading.word(reading.unit(behind).first);
    first.is(Class::VerbParticle).then_some(behind)
}

/// Whether the particle of a verb behind a quote stands before its subject: “…,” chimed in her brother.
fn parts_subject(reading: &Reading<'_>, verb: &CueGroup, particle: u32) -> bool {
    let kind = |unit: Option<u32>| unit.map(|unit| reading.unit(unit).kind);
    matches!(
        kind(reading.previous_on_level(verb.first_unit)),
        Some(UnitKind::Opening(_) | UnitKind::Comma)
    ) && kind(reading.next_on_level(particle)) == Some(UnitKind::NounPhrase)
}

/// Whether "be" stands with a participle: "is accused", "was told".
pub(crate) fn is_passive(reading: &Reading<'_>, unit: Unit) -> bool {
    let be = (unit.first..unit.head).any(|at| reading.word(at).tag == Tag::Be);
    be && !reading.word(unit.head).is(Class::VerbIng)
        || unit.first == unit.head && reading.word(unit.head).tag == Tag::Participle
}

/// The verb group on which an infinitive or a gerund directly depends.
fn governor(reading: &Reading<'_>, unit: u32, form: VerbForm) -> Option<(u32, VerbForm)> {
    let before = reading.previous_on_level(unit)?;
    let kind = |unit: u32| reading.unit(unit).kind;
    let verb = match kind(before) {
        UnitKind::VerbGroup(_) if form == VerbForm::Infinitive => before,
        UnitKind::Preposition | UnitKind::Adverb | UnitKind::Subordinator => {
            let link = reading.word(reading.unit(before).first);
            let links = match form {
                VerbForm::Infinitive => link.is_word(named::ON),
                VerbForm::Ing => link.is_word(named::AS),
                _ => false,
            };
            reading.previous_on_level(before).filter(|_| links)?
        }
        _ => return None,
    };
    match kind(verb) {
        UnitKind::VerbGroup(form) => Some((verb, form)),
        _ => None,
    }
}

/// "according to", "per", "in the words of"
fn phrase(reading: &Reading<'_>, number: u32) -> Option<CueGroup> {
    let unit = reading.unit(number);
    let word = reading.word(unit.first);
    let starts = |unit: u32, word| reading.word(reading.unit(unit).first).is_word(word);
    let last = match word.whole() {
        named::ACCORDING => {
            let to = reading.next_on_level(number)?;
            starts(to, named::TO).then_some(to)?
        }
        named::IN => {
            let words = reading.next_on_level(number)?;
            let of = reading.next_on_level(words)?;
            let unit = reading.unit(words);
            let noun =
                unit.kind == UnitKind::NounPhrase && reading.word(unit.head).is_word(named::WORDS);
            (noun && starts(of, named::OF)).then_some(of)?
        }
        named::PER => {
            let comma = reading.previous_on_level(number)?;
            (reading.unit(comma).kind == UnitKind::Comma).then_some(number)?
        }
        _ => return None,
    };
    Some(CueGroup {
        last_unit: last,
        ..CueGroup::without_verb(CueKind::Phrase, number, unit.first, word.facts)
    })
}

/// "his message: …", "the claim that …", “…” was her answer
fn noun(reading: &Reading<'_>, number: u32) -> Option<CueGroup> {
    let unit = reading.unit(number);
    let word = reading.word(unit.head);
    if !word.is_any(Classes::of(&[Class::ReportNoun, Class::Beat])) || word.tag != Tag::Noun {
        return None;
    }
    let next = reading.next_on_level(number).map(|next| reading.unit(next));
    let introduces = next.is_some_and(|next| match next.kind {
        UnitKind::Colon | UnitKind::Opening(_) => true,
        UnitKind::Subordinator => reading.word(next.first).is_word(named::THAT),
        UnitKind::VerbGroup(VerbForm::Finite) => reading.word(next.head).tag == Tag::Be,
        _ => false,
    });
    let cue = CueGroup::without_verb(CueKind::Noun, number, unit.head, word.facts);
    if let Some(first_unit) = verb_behind_quote(reading, number) {
        return Some(CueGroup { first_unit, ..cue });
    }
    (introduces && word.is(Class::ReportNoun)).then_some(cue)
}

/// The verb between a noun and the quote that it names: “…,” was Ms. Berg's answer; “…,” came her
/// voice.
fn verb_behind_quote(reading: &Reading<'_>, noun: u32) -> Option<u32> {
    let verb = reading.previous_on_level(noun)?;
    let unit = reading.unit(verb);
    let verb_word = reading.word(unit.head);
    let links = unit.kind == UnitKind::VerbGroup(VerbForm::Finite)
        && (verb_word.tag == Tag::Be || verb_word.is_word(named::CAME));
    let quote = reading.unit(reading.previous_on_level(verb)?);
    (links && matches!(quote.kind, UnitKind::Opening(_))).then_some(verb)
}

/// The colon of "Ms. Berg: …", but not of "Ms. Berg's verdict: …", whose cue is the noun.
fn colon(reading: &Reading<'_>, number: u32) -> Option<CueGroup> {
    let before = reading.previous_on_level(number)?;
    let next = reading.next_on_level(number)?;
    if !matches!(
        reading.unit(before).kind,
        UnitKind::NounPhrase | UnitKind::Aside
    ) {
        return None;
    }
    let owned = reading.unit(before);
    let is_owned = (owned.first..owned.head).any(|at| {
        let word = reading.word(at);
        word.tag == Tag::Possessive || word.shape.has(Shape::POSSESSIVE)
    });
    if is_owned && reading.word(owned.head).is(Class::ReportNoun) {
        return None;
    }
    let starts = reading.previous_on_level(before).is_none();
    let quote = matches!(reading.unit(next).kind, UnitKind::Opening(_));
    let head = reading.unit(number).first;
    let cue = CueGroup::without_verb(CueKind::Colon, number, head, Facts::default());
    (starts || quote).then_some(cue)
}
