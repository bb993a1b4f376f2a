//! The cues that are asked about: every verb by itself, nouns that report, phrases, colons.

use crate::attribution::Scene;
use crate::cue::{CueGroup, is_passive};
use crate::kind::CueKind;
use crate::lexicon::Class;
use crate::reading::{Reading, Tag, UnitKind, VerbForm};

/// The cue that a unit of narration may be. Within quotation marks nothing is asked: who quotes
/// somebody who reports somebody is hardly ever annotated.
pub(super) fn cue(scene: &Scene<'_>, unit: u32) -> Option<CueGroup> {
    let reading = scene.reading;
    if reading.level[unit as usize] != 0 {
        return None;
    }
    match reading.unit(unit).kind {
        UnitKind::VerbGroup(form) => Some(verb(reading, unit, form)),
        UnitKind::NounPhrase => noun(reading, unit),
        UnitKind::Preposition | UnitKind::Subordinator | UnitKind::Colon => {
            let found = scene.cues.get(scene.first_cue_from(unit) as usize)?;
            (found.head_unit == unit).then_some(*found)
        }
        _ => None,
    }
}

fn verb(reading: &Reading<'_>, number: u32, form: VerbForm) -> CueGroup {
    let unit = reading.unit(number);
    CueGroup {
        kind: CueKind::Verb,
        first_unit: number,
        last_unit: number,
        head_unit: number,
        head: unit.head,
        facts: reading.word(unit.head).facts,
        form,
        passive: is_passive(reading, unit),
    }
}

fn noun(reading: &Reading<'_>, number: u32) -> Option<CueGroup> {
    let unit = reading.unit(number);
    let word = reading.word(unit.head);
    if !word.is(Class::ReportNoun) || word.tag != Tag::Noun {
        return None;
    }
    let next = reading.unit(reading.next_on_level(number)?);
    let reports = match next.kind {
        UnitKind::Colon | UnitKind::Opening(_) | UnitKind::Preposition | UnitKind::Subordinator => {
            true
        }
        UnitKind::VerbGroup(form) => {
            form == VerbForm::Infinitive || reading.word(next.head).tag == Tag::Be
        }
        _ => false,
    };
    let cue = CueGroup::without_verb(CueKind::Noun, number, unit.head, word.facts);
    reports.then_some(cue)
}
