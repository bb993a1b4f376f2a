//! The nouns that could be the source of a cue, with what their place in the sentence says.

use super::evidence::{EvidenceKind, EvidenceSet};
use crate::cue::CueGroup;
use crate::kind::{CueKind, MentionKind};
use crate::lexicon::{Class, Frame, WordId, named};
use crate::mention::{Actor, Actors, Nature};
use crate::reading::{Reading, Tag, UnitKind, VerbForm};

/// How many nouns before a cue are looked at, and over how many units: a subject farther off is
/// rarer than a wrong guess. This bounds the work for each cue.
const NOUNS_BEFORE: usize = 5;
const UNITS_BEFORE: usize = 40;
/// The same behind a cue.
const NOUNS_BEHIND: usize = 2;
const UNITS_BEHIND: usize = 12;
/// The same behind a passive, whose agent may stand behind an object: "called a liar by critics".
const AGENT_BEHIND: usize = 4;

/// A noun that could be the source of a cue.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Source {
    /// Its number among the actors.
    pub(crate) actor: u32,
    pub(crate) evidence: EvidenceSet,
    /// Whether it stands behind the cue.
    pub(crate) behind: bool,
}

/// Adds the possible sources of `cue` to `sources`.
pub(super) fn candidates(
    reading: &Reading<'_>,
    actors: &Actors,
    cue: &CueGroup,
    sources: &mut Vec<Source>,
) {
    let mut search = Search {
        reading,
        actors,
        cue,
        number: VerbNumber::of(reading, cue),
        sources,
    };
    match cue.kind {
        CueKind::Verb => {
            search.before();
            search.behind_verb();
        }
        CueKind::Phrase => search.behind_phrase(),
        CueKind::Noun => search.of_noun(),
        CueKind::Colon => {
            if let Some(unit) = nouns_before(reading, cue.first_unit, 1).next() {
                search.add_noun(unit, EvidenceKind::BeforeColon, false);
            }
        }
    }
}

/// The search for the sources of a cue.
struct Search<'a, 't> {
    reading: &'a Reading<'t>,
    actors: &'a Actors,
    cue: &'a CueGroup,
    number: VerbNumber,
    sources: &'a mut Vec<Source>,
}

impl Search<'_, '_> {
    fn before(&mut self) {
        let mut path = Path::default();
        let mut nouns = 0;
        let mut unit = self.cue.first_unit;
        for _ in 0..UNITS_BEFORE {
            let Some(before) = self.reading.previous_on_level(unit) else {
                break;
            };
            unit = before;
            if path.units == 0 {
                unit = first_of_joined(self.reading, unit);
            }
            let kind = self.reading.unit(unit).kind;
            if matches!(kind, UnitKind::NounPhrase | UnitKind::Wh)
                && let Some(actor) = self.actors.of_unit(unit)
            {
                let mut evidence = EvidenceSet::default();
                evidence.add(path.relation(self.cue));
                evidence.add_if(path.quotes > 0, EvidenceKind::SubjectAcrossQuote);
                evidence.add_if(nouns == 1, EvidenceKind::OneNounBetween);
                evidence.add_if(nouns >= 2, EvidenceKind::NounsBetween);
                if let Some(owner) = self.actors.possessor_of(unit) {
                    self.add(owner, evidence, false);
                }
                self.add(actor, evidence, false);
                nouns += 1;
                if nouns == NOUNS_BEFORE {
                    break;
                }
            }
            path.step(self.reading, unit);
        }
    }

    fn behind_verb(&mut self) {
        let (reading, cue) = (self.reading, self.cue);
        let kind = |unit: u32| reading.unit(unit).kind;
        let before = reading.previous_on_level(cue.first_unit).map(kind);
        let subject = before == Some(UnitKind::NounPhrase);
        let after_mark = matches!(
            before,
            None | Some(UnitKind::Opening(_) | UnitKind::Comma | UnitKind::Dash)
        );
        let nouns = if cue.passive {
            AGENT_BEHIND
        } else {
            NOUNS_BEHIND
        };
        for (nth, unit) in nouns_behind(reading, cue.last_unit, nouns).enumerate() {
            let beside = reading.previous_on_level(unit);
            let first = |unit: u32| reading.word(reading.unit(unit).first);
            let by = beside.is_some_and(|before| first(before).is_word(named::BY));
            let mut evidence = EvidenceSet::default();
            evidence.add(match nth {
                _ if by && (cue.passive || cue.form != VerbForm::Finite) => EvidenceKind::Agent,
                0 if beside != Some(cue.last_unit) => EvidenceKind::InvertedSecond,
                0 if subject => EvidenceKind::InvertedBehindSubject,
                0 if after_mark => EvidenceKind::InvertedAfterMark,
                0 => EvidenceKind::Inverted,
                _ => EvidenceKind::InvertedSecond,
            });
            evidence.add_if(
                cue.facts.takes(Frame::Addressee),
                EvidenceKind::InvertedAddressee,
            );
            let clause = matches!(
                reading.next_on_level(unit).map(kind),
                Some(UnitKind::VerbGroup(VerbForm::Finite) | UnitKind::Opening(_))
            );
            evidence.add_if(clause, EvidenceKind::InvertedBeforeClause);
            if let Some(actor) = self.actors.of_unit(unit) {
                self.add(actor, evidence, true);
            }
        }
    }

    /// Whether a unit stands right behind the particle of a verb.
    fn is_behind_particle(&self, unit: u32) -> bool {
        self.cue.kind == CueKind::Verb
            && self.cue.last_unit > self.cue.head_unit
            && self.reading.next_on_level(self.cue.last_unit) == Some(unit)
    }

    fn behind_phrase(&mut self) {
        let nouns = nouns_behind(self.reading, self.cue.last_unit, NOUNS_BEHIND);
        for (nth, unit) in nouns.enumerate() {
            let kind = if nth == 0 {
                EvidenceKind::AccordingTo
            } else {
                EvidenceKind::AccordingToSecond
            };
            self.add_noun(unit, kind, true);
        }
    }

    fn of_noun(&mut self) {
        let (reading, cue) = (self.reading, self.cue);
        if let Some(owner) = self.actors.possessor_of(cue.head_unit) {
            self.add(owner, EvidenceSet::of(&[EvidenceKind::OwnerOfNoun]), false);
        } else if cue.first_unit < cue.head_unit {
            // “…,” was her answer
            self.add_noun(cue.head_unit, EvidenceKind::OwnerOfNoun, false);
        }
        for unit in nouns_before(reading, cue.first_unit, 2) {
            self.add_noun(unit, EvidenceKind::NounBeforeNoun, false);
        }
        if let Some(of) = reading.next_on_level(cue.last_unit)
            && reading
                .word(reading.unit(of).first)
                .is_one_of(&[named::OF, named::BY, named::FROM])
            && let Some(unit) = reading.next_on_level(of)
        {
            self.add_noun(unit, EvidenceKind::NounPhraseOfNoun, true);
        }
    }

    fn add_noun(&mut self, unit: u32, kind: EvidenceKind, behind: bool) {
        if let Some(actor) = self.actors.of_unit(unit) {
            self.add(actor, EvidenceSet::of(&[kind]), behind);
        }
    }

    /// Adds a source with what it is, besides where it stands.
    fn add(&mut self, number: u32, mut evidence: EvidenceSet, behind: bool) {
        let reading = self.reading;
        let actor = &self.actors.all[number as usize];
        let before = reading.previous_on_level(actor.unit);
        let before = before.map(|unit| (unit, reading.unit(unit).kind));
        let appositive = !actor.is_named()
            && before.is_some_and(|(unit, kind)| {
                kind == UnitKind::Comma && is_name(reading, self.actors, unit)
            });
        evidence.add(nature(reading, actor));
        evidence.add_if(actor.possessor, EvidenceKind::IsOwner);
        evidence.add_if(appositive, EvidenceKind::IsAppositive);
        match before.map(|(_, kind)| kind) {
            Some(UnitKind::VerbGroup(_)) => evidence.add_if(!behind, EvidenceKind::BehindVerb),
            Some(UnitKind::Preposition) if !self.is_behind_particle(actor.unit) => {
                evidence.add(EvidenceKind::BehindPreposition);
            }
            Some(UnitKind::NounPhrase | UnitKind::Adjective | UnitKind::Preposition) => {}
            _ => evidence.add(EvidenceKind::StartsClause),
        }
        if self.cue.kind == CueKind::Verb && !behind {
            let disagrees = self.number.disagrees(reading, actor);
            evidence.add_if(disagrees, EvidenceKind::NumberDisagrees);
            let word = reading.word(actor.head);
            let object = actor.kind == MentionKind::Pronoun
                && word.is(Class::ObjectPronoun)
                && !word.is(Class::SubjectPronoun);
            evidence.add_if(object, EvidenceKind::ObjectForm);
        }
        self.sources.push(Source {
            actor: number,
            evidence,
            behind,
        });
    }
}

/// Of two subjects joined by "and", the first, which stands for both: "Ines" of "Ines and Tomas said".
fn first_of_joined(reading: &Reading<'_>, noun: u32) -> u32 {
    let before = |unit: u32| reading.previous_on_level(unit);
    let kind = |unit: u32| reading.unit(unit).kind;
    let and = before(noun)
        .filter(|&and| kind(noun) == UnitKind::NounPhrase && kind(and) == UnitKind::Coordinator);
    let first = and.and_then(before).filter(|&first| {
        let starts = matches!(
            before(first).map(kind),
            None | Some(UnitKind::Comma | UnitKind::Opening(_) | UnitKind::Subordinator)
        );
        kind(first) == UnitKind::NounPhrase && starts
    });
    first.unwrap_or(noun)
}

/// Whether a name stands right before a unit.
fn is_name(reading: &Reading<'_>, actors: &Actors, behind: u32) -> bool {
    let before = reading.previous_on_level(behind);
    let noun = before.and_then(|unit| actors.of_unit(unit));
    noun.is_some_and(|noun| actors.all[noun as usize].is_named())
}

/// The noun phrases before a unit in its sentence, the nearest first.
fn nouns_before<'r>(
    reading: &'r Reading<'_>,
    unit: u32,
    limit: usize,
) -> impl Iterator<Item = u32> + 'r {
    std::iter::successors(reading.previous_on_level(unit), |&unit| {
        reading.previous_on_level(unit)
    })
    .take(UNITS_BEFORE)
    .filter(|&unit| reading.unit(unit).kind == UnitKind::NounPhrase)
    .take(limit)
}

fn nouns_behind<'r>(
    reading: &'r Reading<'_>,
    unit: u32,
    limit: usize,
) -> impl Iterator<Item = u32> + 'r {
    std::iter::successors(reading.next_on_level(unit), |&unit| {
        reading.next_on_level(unit)
    })
    .take(UNITS_BEHIND)
    .filter(|&unit| reading.unit(unit).kind == UnitKind::NounPhrase)
    .take(limit)
}

/// Whether a noun phrase begins a relative clause: "whose mother" in "Okoro, whose mother spoke".
fn begins_with_whose(reading: &Reading<'_>, unit: u32) -> bool {
    let first = reading.word(reading.unit(unit).first);
    first.is(Class::Wh) && first.is(Class::Possessive)
}

/// What lies between a noun and a cue behind it.
#[derive(Clone, Copy, Debug, Default)]
struct Path {
    /// Units other than adverbs, times and asides.
    units: u32,
    commas: u32,
    verbs: u32,
    asides: u32,
    quotes: u32,
    /// The unit next to the cue is a comma.
    ends_with_comma: bool,
    /// The unit next to the cue is "and" or "but".
    ends_with_join: bool,
    /// The kind of the unit next to the noun, commas aside, and whether a comma stands before it.
    start: Option<UnitKind>,
    starts_with_comma: bool,
}

impl Path {
    /// Adds the unit before those that were met.
    fn step(&mut self, reading: &Reading<'_>, unit: u32) {
        let mut kind = reading.unit(unit).kind;
        if kind == UnitKind::NounPhrase && begins_with_whose(reading, unit) {
            kind = UnitKind::Wh;
        }
        match kind {
            UnitKind::Adverb => return,
            UnitKind::Aside => {
                self.asides += 1;
                return;
            }
            UnitKind::NounPhrase if reading.word(reading.unit(unit).head).tag == Tag::Time => {
                return;
            }
            UnitKind::Comma => {
                if self.units == 0 {
                    self.ends_with_comma = true;
                }
                self.commas += 1;
            }
            UnitKind::Coordinator if self.units == 0 => self.ends_with_join = true,
            UnitKind::VerbGroup(VerbForm::Finite) => self.verbs += 1,
            UnitKind::Wh => {
                self.verbs = self.verbs.saturating_sub(1);
            }
            UnitKind::Opening(_) => self.quotes += 1,
            _ => {}
        }
        self.starts_with_comma = kind == UnitKind::Comma;
        if kind != UnitKind::Comma {
            self.start = Some(kind);
        }
        self.units += 1;
    }

    fn relation(&self, cue: &CueGroup) -> EvidenceKind {
        if self.units == 0 {
            return if self.asides > 0 {
                EvidenceKind::SubjectAcrossAside
            } else {
                EvidenceKind::SubjectBeside
            };
        }
        if self.start == Some(UnitKind::Wh) && self.verbs == 0 {
            return EvidenceKind::SubjectAcrossRelative;
        }
        if self.starts_with_comma && self.ends_with_comma && self.commas >= 2 && self.verbs == 0 {
            return EvidenceKind::SubjectAcrossAppositive;
        }
        if self.ends_with_join && self.verbs > 0 {
            return EvidenceKind::SubjectOfJoinedVerb;
        }
        if matches!(
            cue.form,
            VerbForm::Ing | VerbForm::Infinitive | VerbForm::Participle
        ) && self.verbs > 0
        {
            return EvidenceKind::SubjectOfMainVerb;
        }
        if self.start == Some(UnitKind::Preposition) && self.verbs == 0 && self.commas == 0 {
            return EvidenceKind::SubjectAcrossPhrase;
        }
        if self.verbs > 0 {
            EvidenceKind::SubjectAcrossVerb
        } else {
            EvidenceKind::SubjectAcrossOther
        }
    }
}

/// Which number the first verb of a cue asks of its subject, if its form tells.
#[derive(Clone, Copy, Debug, Default)]
struct VerbNumber {
    singular: bool,
    plural: bool,
}

impl VerbNumber {
    fn of(reading: &Reading<'_>, cue: &CueGroup) -> VerbNumber {
        if cue.kind != CueKind::Verb || cue.form != VerbForm::Finite {
            return VerbNumber::default();
        }
        let unit = reading.unit(cue.first_unit);
        let verb = (unit.first..unit.end)
            .find(|&at| !matches!(reading.word(at).tag, Tag::Adverb | Tag::Negation))
            .unwrap_or(unit.head);
        let word = reading.word(verb);
        const SINGULAR: &[WordId] = &[named::IS, named::WAS, named::HAS, named::DOES];
        const PLURAL: &[WordId] = &[named::ARE, named::WERE, named::HAVE, named::DO];
        VerbNumber {
            singular: word.is(Class::VerbS) && !word.is(Class::Verb) || word.is_one_of(SINGULAR),
            plural: word.is(Class::Verb) && word.tag == Tag::Verb && !word.is(Class::VerbPast)
                || word.is_one_of(PLURAL),
        }
    }

    /// Whether a subject has the other number: "the officials says", "he say".
    fn disagrees(self, reading: &Reading<'_>, actor: &Actor) -> bool {
        let word = reading.word(actor.head);
        let pronoun = actor.kind == MentionKind::Pronoun;
        let many = || actor.plural || pronoun && word.is_one_of(&[named::I, named::YOU]);
        let one = || pronoun && (actor.gender.is_some() || word.is_word(named::IT));
        self.singular && actor.nature != Nature::Organisation && many() || self.plural && one()
    }
}

/// What the source is, as far as that matters to whether it speaks.
pub(super) fn nature(reading: &Reading<'_>, actor: &Actor) -> EvidenceKind {
    let word = reading.word(actor.head);
    if actor.kind == MentionKind::Pronoun {
        return match actor.nature {
            Nature::Person if actor.gender.is_some() => EvidenceKind::IsPersonPronoun,
            Nature::Person if word.is_word(named::WHO) => EvidenceKind::IsRelative,
            Nature::Person => EvidenceKind::IsFirstPerson,
            Nature::Group if word.is_word(named::THEY) => EvidenceKind::IsThey,
            Nature::Group => EvidenceKind::IsFirstPerson,
            _ => EvidenceKind::IsIt,
        };
    }
    let named = actor.is_named();
    match actor.nature {
        Nature::Person if named => EvidenceKind::IsPersonName,
        Nature::Person => EvidenceKind::IsPerson,
        Nature::Group => EvidenceKind::IsGroup,
        Nature::Organisation if named => EvidenceKind::IsOrganisation,
        Nature::Organisation => EvidenceKind::IsOrganisationNoun,
        Nature::Place => EvidenceKind::IsPlace,
        Nature::Document => EvidenceKind::IsDocument,
        Nature::Open if named => EvidenceKind::IsOpenName,
        Nature::Open => EvidenceKind::IsQuantity,
        Nature::Thing if word.tag == Tag::Time => EvidenceKind::IsTime,
        Nature::Thing => EvidenceKind::IsThing,
    }
}

/// Whether a source is somebody rather than something.
pub(super) fn is_person(source: EvidenceSet) -> bool {
    use EvidenceKind::*;
    const PERSONS: EvidenceSet =
        EvidenceSet::of(&[IsPersonName, IsPersonPronoun, IsPerson, IsOpenName]);
    source.has_any(PERSONS)
}
