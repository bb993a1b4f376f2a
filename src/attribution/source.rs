//! The nouns that could be the source of a cue, with what their place in the sentence says.

use super::evidence::{EvidenceKind, EvidenceSet};
use crate::cue::CueGroup;
use crate::kind::{CueKind, MentionKind};
use crate::lexicon::{Class, Classes, Frame};
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
    match cue.kind {
        CueKind::Verb => {
            before(reading, actors, cue, sources);
            behind_verb(reading, actors, cue, sources);
        }
        CueKind::Phrase => behind_phrase(reading, actors, cue, sources),
        CueKind::Noun => of_noun(reading, actors, cue, sources),
        CueKind::Colon => {
            if let Some(unit) = nouns_before(reading, cue.first_unit, 1).next() {
                push(
                    reading,
                    actors,
                    cue,
                    unit,
                    EvidenceKind::BeforeColon,
                    false,
                    sources,
                );
            }
        }
    }
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

fn before(reading: &Reading<'_>, actors: &Actors, cue: &CueGroup, sources: &mut Vec<Source>) {
    let mut path = Path::default();
    let mut nouns = 0;
    let mut unit = cue.first_unit;
    for _ in 0..UNITS_BEFORE {
        let Some(before) = reading.previous_on_level(unit) else {
            break;
        };
        unit = before;
        let kind = reading.unit(unit).kind;
        if matches!(kind, UnitKind::NounPhrase | UnitKind::Wh)
            && let Some(actor) = actors.of_unit(unit)
        {
            let mut evidence = EvidenceSet::default();
            evidence.add(path.relation(cue));
            evidence.add_if(path.quotes > 0, EvidenceKind::SubjectAcrossQuote);
            evidence.add_if(nouns == 1, EvidenceKind::OneNounBetween);
            evidence.add_if(nouns >= 2, EvidenceKind::NounsBetween);
            if let Some(owner) = actors.possessor_of(unit) {
                describe(reading, actors, cue, owner, evidence, false, sources);
            }
            describe(reading, actors, cue, actor, evidence, false, sources);
            nouns += 1;
            if nouns == NOUNS_BEFORE {
                break;
            }
        }
        path.step(reading, unit);
    }
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
        let kind = reading.unit(unit).kind;
        match kind {
            UnitKind::Adverb | UnitKind::Break => return,
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

fn behind_verb(reading: &Reading<'_>, actors: &Actors, cue: &CueGroup, sources: &mut Vec<Source>) {
    let subject = reading
        .previous_on_level(cue.first_unit)
        .is_some_and(|unit| reading.unit(unit).kind == UnitKind::NounPhrase);
    let after_mark = reading
        .previous_on_level(cue.first_unit)
        .is_none_or(|unit| {
            matches!(
                reading.unit(unit).kind,
                UnitKind::Opening(_) | UnitKind::Comma | UnitKind::Dash
            )
        });
    let nouns = if cue.passive {
        AGENT_BEHIND
    } else {
        NOUNS_BEHIND
    };
    for (nth, unit) in nouns_behind(reading, cue.last_unit, nouns).enumerate() {
        let beside = reading.previous_on_level(unit);
        let by = beside.is_some_and(|before| reading.is(reading.unit(before).first, "by"));
        let mut evidence = EvidenceSet::default();
        evidence.add(match nth {
            _ if by => EvidenceKind::Agent,
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
        let next = reading
            .next_on_level(unit)
            .map(|unit| reading.unit(unit).kind);
        let clause = matches!(
            next,
            Some(UnitKind::VerbGroup(VerbForm::Finite) | UnitKind::Opening(_))
        );
        evidence.add_if(clause, EvidenceKind::InvertedBeforeClause);
        if let Some(actor) = actors.of_unit(unit) {
            describe(reading, actors, cue, actor, evidence, true, sources);
        }
    }
}

fn behind_phrase(
    reading: &Reading<'_>,
    actors: &Actors,
    cue: &CueGroup,
    sources: &mut Vec<Source>,
) {
    for (nth, unit) in nouns_behind(reading, cue.last_unit, NOUNS_BEHIND).enumerate() {
        let kind = if nth == 0 {
            EvidenceKind::AccordingTo
        } else {
            EvidenceKind::AccordingToSecond
        };
        push(reading, actors, cue, unit, kind, true, sources);
    }
}

fn of_noun(reading: &Reading<'_>, actors: &Actors, cue: &CueGroup, sources: &mut Vec<Source>) {
    if let Some(owner) = actors.possessor_of(cue.head_unit) {
        let mut evidence = EvidenceSet::default();
        evidence.add(EvidenceKind::OwnerOfNoun);
        describe(reading, actors, cue, owner, evidence, false, sources);
    }
    for unit in nouns_before(reading, cue.first_unit, 2) {
        push(
            reading,
            actors,
            cue,
            unit,
            EvidenceKind::NounBeforeNoun,
            false,
            sources,
        );
    }
    if let Some(of) = reading.next_on_level(cue.last_unit)
        && ["of", "by", "from"]
            .iter()
            .any(|word| reading.is(reading.unit(of).first, word))
        && let Some(unit) = reading.next_on_level(of)
    {
        push(
            reading,
            actors,
            cue,
            unit,
            EvidenceKind::NounPhraseOfNoun,
            true,
            sources,
        );
    }
}

fn push(
    reading: &Reading<'_>,
    actors: &Actors,
    cue: &CueGroup,
    unit: u32,
    kind: EvidenceKind,
    behind: bool,
    sources: &mut Vec<Source>,
) {
    if let Some(actor) = actors.of_unit(unit) {
        let mut evidence = EvidenceSet::default();
        evidence.add(kind);
        describe(reading, actors, cue, actor, evidence, behind, sources);
    }
}

/// Adds a source with what it is, besides where it stands.
fn describe(
    reading: &Reading<'_>,
    actors: &Actors,
    cue: &CueGroup,
    number: u32,
    mut evidence: EvidenceSet,
    behind: bool,
    sources: &mut Vec<Source>,
) {
    let actor = &actors.all[number as usize];
    evidence.add(nature(reading, actor));
    evidence.add_if(actor.possessor, EvidenceKind::IsOwner);
    evidence.add_if(
        is_appositive(reading, actors, actor),
        EvidenceKind::IsAppositive,
    );
    let before = reading
        .previous_on_level(actor.unit)
        .map(|unit| reading.unit(unit).kind);
    evidence.add_if(
        before == Some(UnitKind::Preposition),
        EvidenceKind::BehindPreposition,
    );
    match before {
        Some(UnitKind::VerbGroup(_)) => evidence.add_if(!behind, EvidenceKind::BehindVerb),
        Some(UnitKind::Preposition | UnitKind::NounPhrase | UnitKind::Adjective) => {}
        _ => evidence.add(EvidenceKind::StartsClause),
    }
    if cue.kind == CueKind::Verb && !behind {
        evidence.add_if(
            disagrees(reading, actor, cue),
            EvidenceKind::NumberDisagrees,
        );
        let word = reading.word(actor.head);
        let object = actor.kind == MentionKind::Pronoun
            && word.is(Class::ObjectPronoun)
            && !word.is(Class::SubjectPronoun);
        evidence.add_if(object, EvidenceKind::ObjectForm);
    }
    sources.push(Source {
        actor: number,
        evidence,
        behind,
    });
}

/// Whether a description stands behind a name and a comma.
fn is_appositive(reading: &Reading<'_>, actors: &Actors, actor: &Actor) -> bool {
    let before = |unit: u32| reading.previous_on_level(unit);
    let comma = before(actor.unit).filter(|&unit| reading.unit(unit).kind == UnitKind::Comma);
    let noun = comma.and_then(before).and_then(|unit| actors.of_unit(unit));
    !actor.is_named() && noun.is_some_and(|noun| actors.all[noun as usize].is_named())
}

/// What the source is, as far as that matters to whether it speaks.
pub(super) fn nature(reading: &Reading<'_>, actor: &Actor) -> EvidenceKind {
    if actor.kind == MentionKind::Pronoun {
        return match actor.nature {
            Nature::Person if actor.gender.is_some() => EvidenceKind::IsPersonPronoun,
            Nature::Person if reading.is(actor.head, "who") => EvidenceKind::IsRelative,
            Nature::Person if reading.is(actor.head, "who") => EvidenceKind::IsRelative,
            Nature::Person => EvidenceKind::IsFirstPerson,
            Nature::Group if reading.is(actor.head, "they") => EvidenceKind::IsThey,
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
        Nature::Thing if reading.word(actor.head).tag == Tag::Time => EvidenceKind::IsTime,
        Nature::Thing => EvidenceKind::IsThing,
    }
}

/// Whether the first verb of the cue has the other number: "the officials says", "he say".
fn disagrees(reading: &Reading<'_>, actor: &Actor, cue: &CueGroup) -> bool {
    if cue.form != VerbForm::Finite {
        return false;
    }
    let unit = reading.unit(cue.first_unit);
    let verb = (unit.first..unit.end)
        .find(|&at| !matches!(reading.word(at).tag, Tag::Adverb | Tag::Negation))
        .unwrap_or(unit.head);
    let word = reading.word(verb);
    let auxiliary = word.is_any(Classes::of(&[Class::Be, Class::Have, Class::Do]));
    let is = |forms: &[&str]| auxiliary && forms.iter().any(|form| reading.is(verb, form));
    let singular =
        word.is(Class::VerbS) && !word.is(Class::Verb) || is(&["is", "was", "has", "does"]);
    let plural = word.is(Class::Verb) && word.tag == Tag::Verb && !word.is(Class::VerbPast)
        || is(&["are", "were", "have", "do"]);
    let pronoun = actor.kind == MentionKind::Pronoun;
    let many =
        actor.plural || pronoun && (reading.is(actor.head, "i") || reading.is(actor.head, "you"));
    let one = pronoun && (actor.gender.is_some() || reading.is(actor.head, "it"));
    singular && many && actor.nature != Nature::Organisation || plural && one
}

/// Whether a source is somebody rather than something.
pub(super) fn is_person(source: EvidenceSet) -> bool {
    use EvidenceKind::*;
    [IsPersonName, IsPersonPronoun, IsPerson, IsOpenName]
        .iter()
        .any(|&kind| source.has(kind))
}
