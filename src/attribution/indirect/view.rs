//! The units of a text as features see them.

use std::iter;

use super::model::Vocabulary;
use crate::attribution::Scene;
use crate::lexicon::{Class, Frame, named};
use crate::mention::Nature;
use crate::reading::{Reading, Shape, Tag, Unit, UnitKind, VerbForm, Word, steps};
use crate::span::Span;

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
    pub(crate) const OTHER: u32 = 30;
    /// A finite verb that is known to report.
    pub(crate) const REPORT: u32 = 31;
    /// A noun that speaks, and one that reports.
    pub(crate) const SPEAKER: u32 = 32;
    pub(crate) const REPORT_NOUN: u32 = 33;
}

/// Units from the first to the last.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stretch {
    pub(super) first: u32,
    pub(super) last: u32,
}

impl Stretch {
    pub(super) fn has(self, unit: u32) -> bool {
        (self.first..=self.last).contains(&unit)
    }
}

/// A unit as features see it.
#[derive(Clone, Copy, Debug)]
struct Seen {
    /// The neighbours on the same level.
    before: u32,
    next: u32,
    /// The numbers of the first word, and of the head's.
    first: u16,
    head: u16,
    code: u8,
}

/// A text with what features need to know of each unit.
///
/// Behind the last unit stands one for the edge of every sentence and quote; its neighbours are
/// itself.
pub(super) struct View<'a> {
    pub(super) scene: &'a Scene<'a>,
    vocabulary: &'a Vocabulary,
    units: Vec<Seen>,
}

impl<'a> View<'a> {
    pub(super) fn new(scene: &'a Scene<'a>, vocabulary: &'a Vocabulary) -> View<'a> {
        let reading = scene.reading;
        let edge = reading.units.len() as u32;
        let mark = |number: u32| Seen {
            before: reading.previous_on_level(number).unwrap_or(edge),
            next: reading.next_on_level(number).unwrap_or(edge),
            first: 0,
            head: 0,
            code: code::QUOTE as u8,
        };
        let seen = |(number, unit): (u32, &Unit)| {
            let first = reading.word(unit.first);
            let word = reading.word(unit.head);
            let (head, code) = match unit.kind {
                UnitKind::VerbGroup(form) => {
                    (vocabulary.lemma(word.facts), verb(form, first, word))
                }
                UnitKind::NounPhrase => (vocabulary.word(word.facts), noun(scene, number, word)),
                kind => (vocabulary.word(word.facts), other(kind, first)),
            };
            Seen {
                first: vocabulary.word(first.facts),
                head,
                code: code as u8,
                ..mark(number)
            }
        };
        let mut units = Vec::with_capacity(edge as usize + 1);
        // The edge of a quote without a mark may stand behind the last token.
        let tokens = reading.words.len() as u32;
        let with_words = reading.units.partition_point(|unit| unit.first < tokens);
        units.extend((0..).zip(&reading.units[..with_words]).map(seen));
        units.extend((with_words as u32..edge).map(mark));
        units.push(Seen {
            before: edge,
            next: edge,
            first: 0,
            head: 0,
            code: code::EDGE as u8,
        });
        View {
            scene,
            vocabulary,
            units,
        }
    }

    pub(super) fn reading(&self) -> &'a Reading<'a> {
        self.scene.reading
    }

    #[inline]
    fn seen(&self, unit: u32) -> Seen {
        steps::step();
        self.units[unit as usize]
    }

    /// The number of the unit that is the edge.
    pub(super) fn edge(&self) -> u32 {
        self.units.len() as u32 - 1
    }

    #[inline]
    pub(super) fn code(&self, unit: u32) -> u32 {
        u32::from(self.seen(unit).code)
    }

    /// The number of the first word.
    #[inline]
    pub(super) fn first(&self, unit: u32) -> u32 {
        u32::from(self.seen(unit).first)
    }

    /// The number of the head's word, of a verb that of its base form.
    #[inline]
    pub(super) fn head(&self, unit: u32) -> u32 {
        u32::from(self.seen(unit).head)
    }

    #[inline]
    pub(super) fn next(&self, unit: u32) -> u32 {
        self.seen(unit).next
    }

    #[inline]
    pub(super) fn before(&self, unit: u32) -> u32 {
        self.seen(unit).before
    }

    /// The units from this one on.
    pub(super) fn forwards(&self, unit: u32) -> impl Iterator<Item = u32> + Clone {
        let units = iter::successors(Some(unit), |&unit| Some(self.next(unit)));
        units.take_while(|&unit| unit != self.edge())
    }

    /// The units from this one back.
    pub(super) fn backwards(&self, unit: u32) -> impl Iterator<Item = u32> + Clone {
        let units = iter::successors(Some(unit), |&unit| Some(self.before(unit)));
        units.take_while(|&unit| unit != self.edge())
    }

    /// The number of a token's word.
    pub(super) fn word(&self, token: u32) -> u32 {
        u32::from(self.vocabulary.word(self.reading().word(token).facts))
    }

    pub(super) fn is_finite(&self, unit: u32) -> bool {
        matches!(
            self.code(unit),
            code::FINITE | code::BE | code::MODAL | code::REPORT
        )
    }

    /// Whether the unit is a mark or a word that joins.
    pub(super) fn is_mark(&self, unit: u32) -> bool {
        matches!(
            self.code(unit),
            code::COMMA
                | code::COLON
                | code::SEMICOLON
                | code::DASH
                | code::STOP
                | code::COORDINATOR
        )
    }

    /// The words from one unit to the end of another, quotes whole.
    pub(super) fn span(&self, first: u32, last: u32) -> Span {
        let reading = self.reading();
        let last = match reading.unit(last).kind {
            UnitKind::Opening(quote) => reading.quote_units[quote as usize].1,
            _ => last,
        };
        let start = reading.unit(first).first;
        let tokens = reading.tokens.len() as u32;
        let end = reading
            .unit(last)
            .end
            .clamp(start + 1, tokens.max(start + 1));
        reading.span(start.min(tokens - 1), (end - 1).min(tokens - 1))
    }
}

fn verb(form: VerbForm, first: &Word, head: &Word) -> u32 {
    match form {
        VerbForm::Infinitive => code::INFINITIVE,
        VerbForm::Ing => code::ING,
        VerbForm::Participle => code::PARTICIPLE,
        VerbForm::Finite if matches!(head.tag, Tag::Be | Tag::Have) => code::BE,
        VerbForm::Finite if head.is(Class::Report) && head.facts.takes(Frame::That) => code::REPORT,
        VerbForm::Finite if first.tag == Tag::Modal => code::MODAL,
        VerbForm::Finite => code::FINITE,
    }
}

fn noun(scene: &Scene<'_>, unit: u32, head: &Word) -> u32 {
    match head.tag {
        Tag::Pronoun => code::PRONOUN,
        Tag::Name | Tag::Title => code::NAME,
        Tag::Time => code::TIME,
        Tag::Number | Tag::Quantifier => code::QUANTITY,
        _ if head.shape.has(Shape::PROPER) => code::NAME,
        _ => {
            let actor = scene.actors.of_unit(unit);
            match actor.map(|actor| scene.actors.all[actor as usize].nature) {
                Some(Nature::Person | Nature::Group | Nature::Organisation) => code::SPEAKER,
                _ if head.is(Class::ReportNoun) => code::REPORT_NOUN,
                _ => code::NOUN,
            }
        }
    }
}

/// What a unit is that is neither noun nor verb.
fn other(kind: UnitKind, word: &Word) -> u32 {
    match kind {
        UnitKind::Preposition if word.is_word(named::TO) => code::TO,
        UnitKind::Preposition if word.is_word(named::BY) => code::BY,
        UnitKind::Preposition if word.is_word(named::OF) => code::OF,
        UnitKind::Preposition => code::PREPOSITION,
        UnitKind::Wh => code::WH,
        UnitKind::Subordinator if word.is_word(named::THAT) => code::THAT,
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
        UnitKind::Other | UnitKind::NounPhrase | UnitKind::VerbGroup(_) => code::OTHER,
    }
}
