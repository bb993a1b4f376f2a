//! The units of a text as features see them.

use super::model::Vocabulary;
use crate::attribution::Scene;
use crate::lexicon::{Class, Frame};
use crate::mention::Nature;
use crate::reading::{Reading, Shape, Tag, UnitKind, VerbForm};

/// What a unit is, finer than its kind.
pub(super) mod code {
    /// The edge of the sentence or of a quote.
    pub(crate) const EDGE: u32 = 0;
    pub(crate) const PRONOUN: u32 = 1;
    pub(crate) const NAME: u32 = 2;
    pub(crate) const NOUN: u32 = 3;
    pub(crate) const TIME: u32 = 4;
    pub(crate) const QUANTITY: u32 = 5;
    pub(crate) const FINITE: u32 = 6;
    pub(crate) const INFINITIVE: u32 = 7;
    pub(crate) const ING: u32 = 8;
    pub(crate) const PARTICIPLE: u32 = 9;
    pub(crate) const BE: u32 = 10;
    pub(crate) const MODAL: u32 = 11;
    pub(crate) const PREPOSITION: u32 = 12;
    pub(crate) const TO: u32 = 13;
    pub(crate) const BY: u32 = 14;
    pub(crate) const OF: u32 = 15;
    pub(crate) const WH: u32 = 16;
    pub(crate) const SUBORDINATOR: u32 = 17;
    pub(crate) const THAT: u32 = 18;
    pub(crate) const COORDINATOR: u32 = 19;
    pub(crate) const ADVERB: u32 = 20;
    pub(crate) const ADJECTIVE: u32 = 21;
    pub(crate) const COMMA: u32 = 22;
    pub(crate) const COLON: u32 = 23;
    pub(crate) const SEMICOLON: u32 = 24;
    pub(crate) const DASH: u32 = 25;
    pub(crate) const STOP: u32 = 26;
    pub(crate) const ASIDE: u32 = 27;
    pub(crate) const QUOTE: u32 = 28;
    pub(crate) const BREAK: u32 = 29;
    pub(crate) const OTHER: u32 = 30;
    /// A finite verb that is known to report.
    pub(crate) const REPORT: u32 = 31;
    /// A noun that speaks, and one that reports.
    pub(crate) const SPEAKER: u32 = 32;
    pub(crate) const REPORT_NOUN: u32 = 33;
}

/// A text with what features need to know of each unit.
pub(super) struct View<'a> {
    pub(super) scene: &'a Scene<'a>,
    vocabulary: &'a Vocabulary,
    /// Beside the units.
    codes: Vec<u8>,
    firsts: Vec<u16>,
    heads: Vec<u16>,
}

impl<'a> View<'a> {
    pub(super) fn new(scene: &'a Scene<'a>, vocabulary: &'a Vocabulary) -> View<'a> {
        let units = scene.reading.units.len();
        let mut view = View {
            scene,
            vocabulary,
            codes: Vec::with_capacity(units),
            firsts: Vec::with_capacity(units),
            heads: Vec::with_capacity(units),
        };
        for unit in 0..units as u32 {
            view.codes.push(read(scene, unit) as u8);
            let range = scene.reading.unit(unit);
            let facts = |token: u32| {
                let words = &scene.reading.words;
                words
                    .get(token as usize)
                    .map(|word| word.facts)
                    .unwrap_or_default()
            };
            view.firsts.push(vocabulary.word(facts(range.first)));
            view.heads.push(match range.kind {
                UnitKind::VerbGroup(_) => vocabulary.lemma(facts(range.head)),
                _ => vocabulary.word(facts(range.head)),
            });
        }
        view
    }

    pub(super) fn reading(&self) -> &'a Reading<'a> {
        self.scene.reading
    }

    pub(super) fn code(&self, unit: Option<u32>) -> u32 {
        unit.map_or(code::EDGE, |unit| u32::from(self.codes[unit as usize]))
    }

    /// The number of the first word.
    pub(super) fn first(&self, unit: Option<u32>) -> u32 {
        unit.map_or(0, |unit| u32::from(self.firsts[unit as usize]))
    }

    /// The number of the head's word, of a verb that of its base form.
    pub(super) fn head(&self, unit: Option<u32>) -> u32 {
        unit.map_or(0, |unit| u32::from(self.heads[unit as usize]))
    }

    pub(super) fn word(&self, token: u32) -> u32 {
        u32::from(self.vocabulary.word(self.reading().word(token).facts))
    }

    pub(super) fn next(&self, unit: Option<u32>) -> Option<u32> {
        self.reading().next_on_level(unit?)
    }

    pub(super) fn before(&self, unit: Option<u32>) -> Option<u32> {
        self.reading().previous_on_level(unit?)
    }
}

fn read(scene: &Scene<'_>, unit: u32) -> u32 {
    let reading = scene.reading;
    let range = reading.unit(unit);
    let is = |word| reading.is(range.first, word);
    match range.kind {
        UnitKind::NounPhrase => noun(scene, unit),
        UnitKind::VerbGroup(form) => {
            let word = reading.word(range.head);
            match form {
                VerbForm::Infinitive => code::INFINITIVE,
                VerbForm::Ing => code::ING,
                VerbForm::Participle => code::PARTICIPLE,
                VerbForm::Finite if matches!(word.tag, Tag::Be | Tag::Have) => code::BE,
                VerbForm::Finite if word.is(Class::Report) && word.facts.takes(Frame::That) => {
                    code::REPORT
                }
                VerbForm::Finite if reading.word(range.first).tag == Tag::Modal => code::MODAL,
                VerbForm::Finite => code::FINITE,
            }
        }
        UnitKind::Preposition if is("to") => code::TO,
        UnitKind::Preposition if is("by") => code::BY,
        UnitKind::Preposition if is("of") => code::OF,
        UnitKind::Preposition => code::PREPOSITION,
        UnitKind::Wh => code::WH,
        UnitKind::Subordinator if is("that") => code::THAT,
        UnitKind::Subordinator => code::SUBORDINATOR,
        UnitKind::Coordinator => code::COORDINATOR,
        UnitKind::Adverb => code::ADVERB,
        UnitKind::Adjective => code::ADJECTIVE,
        UnitKind::Comma => code::COMMA,
        UnitKind::Colon => code::COLON,
        UnitKind::Semicolon => code::SEMICOLON,
        UnitKind::Dash => code::DASH,
        UnitKind::Stop => code::STOP,
        UnitKind::Aside => code::ASIDE,
        UnitKind::Opening(_) | UnitKind::Closing(_) => code::QUOTE,
        UnitKind::Break => code::BREAK,
        UnitKind::Other => code::OTHER,
    }
}

fn noun(scene: &Scene<'_>, unit: u32) -> u32 {
    let word = scene.reading.word(scene.reading.unit(unit).head);
    match word.tag {
        Tag::Pronoun => code::PRONOUN,
        Tag::Name | Tag::Title => code::NAME,
        Tag::Time => code::TIME,
        Tag::Number | Tag::Quantifier => code::QUANTITY,
        _ if word.shape.has(Shape::PROPER) => code::NAME,
        _ => {
            let actor = scene.actors.of_unit(unit);
            match actor.map(|actor| scene.actors.all[actor as usize].nature) {
                Some(Nature::Person | Nature::Group | Nature::Organisation) => code::SPEAKER,
                _ if word.is(Class::ReportNoun) => code::REPORT_NOUN,
                _ => code::NOUN,
            }
        }
    }
}
