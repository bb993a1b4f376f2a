//! The candidates of a quote: who could have said it, by which cue, or that it quotes nobody.

use super::Candidate;
use super::evidence::{EvidenceKind, EvidenceSet};
use super::scene::Scene;
use super::source::{self, Source};
use crate::cue::CueGroup;
use crate::kind::CueKind;
use crate::lexicon::{Class, Classes, Frame};
use crate::reading::{Shape, Tag, UnitKind, VerbForm};

/// How many cues on each side of a quote are looked at.
const CUES: usize = 5;
/// How many units without a cue are searched for a source.
const UNCUED: usize = 12;

/// What was chosen for the quote before.
#[derive(Clone, Copy, Debug)]
pub(super) struct Before {
    pub(super) quote: u32,
    pub(super) cue: Option<u32>,
    pub(super) actor: Option<u32>,
}

/// All candidates of a quote; the first is that it quotes nobody.
pub(super) fn candidates(scene: &Scene<'_>, quote: u32, before: Option<Before>) -> Vec<Candidate> {
    let place = Place::of(scene, quote);
    let mut candidates = Vec::with_capacity(16);
    let mut sources = Vec::new();
    let cues = place.cues(scene);
    let mut nobody = nobody(scene, &place);
    for &number in &cues {
        let cue = &scene.cues[number as usize];
        sources.clear();
        source::candidates(scene.reading, scene.actors, cue, &mut sources);
        for source in &sources {
            // A noun within another quote or beyond this one does not speak by this cue.
            if place.covers(scene.actors.all[source.actor as usize].unit) {
                continue;
            }
            let mut evidence = source
                .evidence
                .with(cue_evidence(cue))
                .with(place.relation(scene, cue, source));
            let chained = before.is_some_and(|before| {
                before.actor == Some(source.actor) && before.cue != Some(number)
            });
            evidence.add_if(chained, EvidenceKind::SourceOfCueBefore);
            let actor = Some(source.actor);
            candidates.push(Candidate {
                cue: Some(number),
                actor,
                goes_on: false,
                evidence,
            });
        }
    }
    let cued = cues
        .iter()
        .any(|&cue| place.same_sentence(scene, &scene.cues[cue as usize]));
    let beside = candidates.iter().any(|candidate| {
        use EvidenceKind::*;
        [
            CueRightBehind,
            CueBeforeColon,
            CueBeforeComma,
            CueRightBefore,
        ]
        .iter()
        .any(|&kind| candidate.evidence.has(kind))
    });
    nobody.add_if(cued, EvidenceKind::NobodyCueNear);
    nobody.add_if(beside, EvidenceKind::NobodyCueBeside);
    place.signed(scene, &mut candidates);
    place.uncued(scene, &mut candidates);
    if let Some(before) = before {
        let evidence = place.goes_on(scene, before, cued);
        if before.actor.is_some() {
            let Before { cue, actor, .. } = before;
            candidates.push(Candidate {
                cue,
                actor,
                goes_on: true,
                evidence,
            });
        } else if evidence.has(EvidenceKind::GoesOnInSentence) {
            nobody.add(EvidenceKind::NobodyLikeBefore);
        }
    }
    candidates.insert(
        0,
        Candidate {
            cue: None,
            actor: None,
            goes_on: false,
            evidence: nobody,
        },
    );
    candidates
}

/// Where a quote stands among the units.
struct Place {
    opening: u32,
    closing: u32,
    level: u32,
    first_sentence: u32,
    last_sentence: u32,
}

impl Place {
    fn of(scene: &Scene<'_>, quote: u32) -> Place {
        let (opening, closing) = scene.reading.quote_units[quote as usize];
        Place {
            opening,
            closing,
            level: scene.reading.level[opening as usize],
            first_sentence: scene.reading.sentence_of[opening as usize],
            last_sentence: scene.reading.sentence_of[closing as usize],
        }
    }

    fn covers(&self, unit: u32) -> bool {
        (self.opening..=self.closing).contains(&unit)
    }

    fn same_sentence(&self, scene: &Scene<'_>, cue: &CueGroup) -> bool {
        let sentence = scene.reading.sentence_of[cue.head_unit as usize];
        sentence == self.first_sentence || sentence == self.last_sentence
    }

    fn paragraph(&self, scene: &Scene<'_>, sentence: u32) -> u32 {
        scene.reading.paragraph_of[sentence as usize]
    }

    /// The cues on the quote's level in its sentences, in the sentence before and, if the quote
    /// ends its own sentence, in the one behind.
    fn cues(&self, scene: &Scene<'_>) -> Vec<u32> {
        let reading = scene.reading;
        let from = reading.sentence_units[self.first_sentence.saturating_sub(1) as usize];
        let last = self.last_sentence + u32::from(self.ends_sentence(scene));
        let to = reading.sentence_units[(last as usize + 1).min(reading.sentences.len())];
        let behind_paragraph = self.paragraph(scene, self.last_sentence);
        let on_level = |cue: &CueGroup| reading.level[cue.head_unit as usize] == self.level;
        let first = scene.first_cue_from(from);
        let middle = scene.first_cue_from(self.opening);
        let behind = scene.first_cue_from(self.closing);
        let end = scene.first_cue_from(to);
        let mut cues: Vec<u32> = (first..middle)
            .rev()
            .filter(|&cue| on_level(&scene.cues[cue as usize]))
            .filter(|&cue| self.may_report(scene, &scene.cues[cue as usize]))
            .take(CUES)
            .collect();
        cues.extend(
            (behind..end)
                .filter(|&cue| {
                    let cue = &scene.cues[cue as usize];
                    let sentence = reading.sentence_of[cue.head_unit as usize];
                    on_level(cue)
                        && self.may_report(scene, cue)
                        && self.paragraph(scene, sentence) == behind_paragraph
                })
                .take(CUES),
        );
        cues
    }

    /// Whether a cue is a known one or at least in the quote's sentence.
    fn may_report(&self, scene: &Scene<'_>, cue: &CueGroup) -> bool {
        cue.kind != CueKind::Verb || cue.facts.is(Class::Report) || self.same_sentence(scene, cue)
    }

    fn ends_sentence(&self, scene: &Scene<'_>) -> bool {
        scene.reading.next_on_level(self.closing).is_none()
    }

    /// What the place of a cue and its source to the quote says.
    fn relation(&self, scene: &Scene<'_>, cue: &CueGroup, source: &Source) -> EvidenceSet {
        use EvidenceKind::*;
        let reading = scene.reading;
        let noun = scene.actors.all[source.actor as usize].unit;
        let mut evidence = EvidenceSet::default();
        let sentence = reading.sentence_of[cue.head_unit as usize];
        let verb = cue.kind == CueKind::Verb;
        let person = evidence_of_person(source.evidence);
        if cue.head_unit > self.closing {
            if sentence != self.last_sentence {
                evidence.add(CueInSentenceBehind);
                return evidence;
            }
            let start = if noun > self.closing {
                cue.first_unit.min(noun)
            } else {
                cue.first_unit
            };
            let steps = self.steps(scene, self.closing, start);
            evidence.add(match steps {
                0 => CueRightBehind,
                1..=3 => CueNearBehind,
                _ => CueFarBehind,
            });
            evidence.add_if(steps == 0 && person, PersonBeside);
            evidence.add_if(verb && !cue.facts.takes(Frame::After), SideUnusual);
            self.between(scene, self.closing, start, &mut evidence);
            return evidence;
        }
        let paragraph = self.paragraph(scene, self.first_sentence);
        let edge = if source.behind {
            cue.last_unit.max(noun)
        } else {
            cue.last_unit
        };
        let last = reading
            .previous_on_level(self.opening)
            .map(|unit| reading.unit(unit).kind);
        if sentence != self.first_sentence {
            let end = reading.sentence_units[sentence as usize + 1] - 1;
            let colon = ends_with_colon(scene, end);
            let starts = last.is_none();
            evidence.add(if colon && starts {
                CueBeforeBreakColon
            } else if self.paragraph(scene, sentence) == paragraph {
                CueInSentenceBefore
            } else {
                CueInParagraphBefore
            });
            self.between(scene, edge, self.opening, &mut evidence);
            return evidence;
        }
        let steps = self.steps(scene, edge, self.opening);
        let plain = self.verbs_between(scene, edge, self.opening) == 0;
        evidence.add(match last {
            Some(UnitKind::Colon) => CueBeforeColon,
            Some(UnitKind::Comma) if plain && steps <= 4 => CueBeforeComma,
            _ if steps == 0 => CueRightBefore,
            _ if steps <= 5 => CueNearBefore,
            _ => CueFarBefore,
        });
        evidence.add_if(steps == 0 && person, PersonBeside);
        let aside = matches!(last, Some(UnitKind::Colon | UnitKind::Comma));
        evidence.add_if(
            verb && aside && !cue.facts.takes(Frame::Before),
            SideUnusual,
        );
        self.between(scene, edge, self.opening, &mut evidence);
        evidence
    }

    /// How many units lie between two, commas, dashes and adverbs aside.
    fn steps(&self, scene: &Scene<'_>, from: u32, to: u32) -> usize {
        self.units_between(scene, from, to)
            .filter(|&unit| {
                !matches!(
                    scene.reading.unit(unit).kind,
                    UnitKind::Comma
                        | UnitKind::Colon
                        | UnitKind::Dash
                        | UnitKind::Adverb
                        | UnitKind::Stop
                )
            })
            .count()
    }

    fn units_between(&self, scene: &Scene<'_>, from: u32, to: u32) -> impl Iterator<Item = u32> {
        std::iter::successors(scene.reading.next_on_level(from), |&unit| {
            scene.reading.next_on_level(unit)
        })
        .take_while(move |&unit| unit < to)
        .take(64)
    }

    fn verbs_between(&self, scene: &Scene<'_>, from: u32, to: u32) -> usize {
        self.units_between(scene, from, to)
            .filter(|&unit| scene.reading.unit(unit).kind == UnitKind::VerbGroup(VerbForm::Finite))
            .count()
    }

    fn between(&self, scene: &Scene<'_>, from: u32, to: u32, evidence: &mut EvidenceSet) {
        let mut joined = false;
        for unit in self.units_between(scene, from, to) {
            match scene.reading.unit(unit).kind {
                UnitKind::VerbGroup(form) => {
                    let cue = scene.reports(unit);
                    evidence.add_if(cue, EvidenceKind::CueBetween);
                    evidence.add_if(!cue && form == VerbForm::Finite, EvidenceKind::VerbBetween);
                    evidence.add_if(
                        joined && form == VerbForm::Finite,
                        EvidenceKind::JoinBetween,
                    );
                }
                UnitKind::Coordinator | UnitKind::Semicolon => joined = true,
                _ => {}
            }
        }
    }

    /// Adds the name that signs the quote behind it, or that labels it at its start.
    fn signed(&self, scene: &Scene<'_>, candidates: &mut Vec<Candidate>) {
        let reading = scene.reading;
        let mut add = |unit: u32, kind: EvidenceKind| {
            if let Some(number) = scene.actors.of_unit(unit)
                && scene.actors.all[number as usize].name.1
                    > scene.actors.all[number as usize].name.0
            {
                let mut evidence = EvidenceSet::default();
                evidence.add(kind);
                evidence.add(source::nature(reading, &scene.actors.all[number as usize]));
                let actor = Some(number);
                candidates.push(Candidate {
                    cue: None,
                    actor,
                    goes_on: false,
                    evidence,
                });
            }
        };
        let kind = |unit: u32| reading.units.get(unit as usize).map(|unit| unit.kind);
        let label = self.opening + 1;
        if kind(label + 1) == Some(UnitKind::Colon) {
            add(label, EvidenceKind::LabelInside);
        }
        let gaps = [UnitKind::Stop, UnitKind::Break];
        let dash = (self.closing + 1..self.closing + 4)
            .find(|&unit| kind(unit).is_none_or(|kind| !gaps.contains(&kind)));
        if let Some(dash) = dash.filter(|&unit| kind(unit) == Some(UnitKind::Dash))
            && kind(dash + 1) == Some(UnitKind::NounPhrase)
            && kind(dash + 2).is_none_or(|next| {
                gaps.contains(&next)
                    || matches!(next, UnitKind::Comma | UnitKind::Aside)
                    || reading.sentence_of[dash as usize + 2] != reading.sentence_of[dash as usize]
            })
        {
            add(dash + 1, EvidenceKind::Signature);
        }
    }

    /// Adds the sources that have no cue.
    fn uncued(&self, scene: &Scene<'_>, candidates: &mut Vec<Candidate>) {
        let reading = scene.reading;
        let mut add = |unit: u32, kind: EvidenceKind| {
            if let Some(number) = scene.actors.of_unit(unit) {
                let mut evidence = EvidenceSet::default();
                evidence.add(kind);
                evidence.add(source::nature(reading, &scene.actors.all[number as usize]));
                let before = reading
                    .previous_on_level(unit)
                    .map(|unit| reading.unit(unit).kind);
                evidence.add_if(before.is_none(), EvidenceKind::StartsClause);
                evidence.add_if(
                    before == Some(UnitKind::Preposition),
                    EvidenceKind::BehindPreposition,
                );
                let actor = Some(number);
                candidates.push(Candidate {
                    cue: None,
                    actor,
                    goes_on: false,
                    evidence,
                });
            }
        };
        let before = std::iter::successors(reading.previous_on_level(self.opening), |&unit| {
            reading.previous_on_level(unit)
        });
        let nouns = before
            .take(UNCUED)
            .filter(|&unit| reading.unit(unit).kind == UnitKind::NounPhrase);
        nouns
            .take(3)
            .for_each(|unit| add(unit, EvidenceKind::UncuedBefore));
        let behind = std::iter::successors(reading.next_on_level(self.closing), |&unit| {
            reading.next_on_level(unit)
        });
        let nouns = behind
            .take(UNCUED)
            .filter(|&unit| reading.unit(unit).kind == UnitKind::NounPhrase);
        nouns
            .take(2)
            .for_each(|unit| add(unit, EvidenceKind::UncuedBehind));
        if self.first_sentence > 0 && reading.previous_on_level(self.opening).is_none() {
            let sentence = self.first_sentence - 1;
            let same =
                self.paragraph(scene, sentence) == self.paragraph(scene, self.first_sentence);
            let kind = if same {
                EvidenceKind::UncuedSentenceBefore
            } else {
                EvidenceKind::UncuedParagraphBefore
            };
            let units = reading.sentence_units[sentence as usize]
                ..reading.sentence_units[sentence as usize + 1];
            units
                .take(UNCUED)
                .filter(|&unit| reading.unit(unit).kind == UnitKind::NounPhrase)
                .filter(|&unit| reading.level[unit as usize] == self.level)
                .take(2)
                .for_each(|unit| add(unit, kind));
        }
    }

    /// What speaks for the speaker of the quote before.
    fn goes_on(&self, scene: &Scene<'_>, before: Before, cued: bool) -> EvidenceSet {
        use EvidenceKind::*;
        let reading = scene.reading;
        let (_, closing) = reading.quote_units[before.quote as usize];
        let sentence = reading.sentence_of[closing as usize];
        let paragraph = self.paragraph(scene, sentence);
        let here = self.paragraph(scene, self.first_sentence);
        let starts = reading.previous_on_level(self.opening).is_none();
        let cue_sentence = before
            .cue
            .map(|cue| reading.sentence_of[scene.cues[cue as usize].head_unit as usize]);
        let mut evidence = EvidenceSet::default();
        evidence.add(if sentence == self.first_sentence {
            GoesOnInSentence
        } else if paragraph == here
            && starts
            && cue_sentence == Some(self.first_sentence.saturating_sub(1))
        {
            GoesOnBehindCue
        } else if paragraph == here {
            GoesOnInParagraph
        } else if paragraph + 1 == here && starts {
            GoesOnInNextParagraph
        } else {
            GoesOnFarther
        });
        evidence.add_if(
            !reading.quotes[before.quote as usize].is_closed(),
            BeforeUnclosed,
        );
        evidence.add(if cued {
            GoesOnDespiteCue
        } else {
            GoesOnWithoutCue
        });
        evidence.add_if(self.is_alone(scene), GoesOnAlone);
        if let Some(actor) = before.actor {
            evidence.add(source::nature(reading, &scene.actors.all[actor as usize]));
        }
        evidence
    }

    /// Whether its paragraph holds nothing else.
    fn is_alone(&self, scene: &Scene<'_>) -> bool {
        let reading = scene.reading;
        let paragraph = |sentence: u32| reading.paragraph_of.get(sentence as usize).copied();
        reading.previous_on_level(self.opening).is_none()
            && self.ends_sentence(scene)
            && (self.first_sentence == 0
                || paragraph(self.first_sentence - 1) != paragraph(self.first_sentence))
            && paragraph(self.last_sentence + 1) != paragraph(self.last_sentence)
    }
}

fn evidence_of_person(evidence: EvidenceSet) -> bool {
    use EvidenceKind::*;
    [IsPersonName, IsPersonPronoun, IsPerson, IsOpenName]
        .iter()
        .any(|&kind| evidence.has(kind))
}

fn ends_with_colon(scene: &Scene<'_>, last: u32) -> bool {
    let mut unit = last;
    for _ in 0..3 {
        match scene.reading.unit(unit).kind {
            UnitKind::Colon => return true,
            UnitKind::Break | UnitKind::Other if unit > 0 => unit -= 1,
            _ => return false,
        }
    }
    false
}

/// What the cue is.
fn cue_evidence(cue: &CueGroup) -> EvidenceSet {
    use EvidenceKind::*;
    let mut evidence = EvidenceSet::default();
    match cue.kind {
        CueKind::Verb => {
            let takes = |frames: &[Frame]| frames.iter().any(|&frame| cue.facts.takes(frame));
            evidence.add(if takes(&[Frame::Strong]) {
                StrongVerb
            } else if takes(&[Frame::Weak]) {
                WeakVerb
            } else if cue.facts.is(Class::Report) {
                OtherVerb
            } else if cue.facts.is(Class::Be) || cue.facts.is(Class::Have) {
                BareAuxiliary
            } else {
                UnlistedVerb
            });
            evidence.add_if(takes(&[Frame::ObjectComplement]), NamingVerb);
            evidence.add_if(
                takes(&[Frame::As, Frame::Of, Frame::For, Frame::About]),
                PrepositionVerb,
            );
            evidence.add_if(takes(&[Frame::That, Frame::Question]), ClauseVerb);
            evidence.add_if(cue.facts.takes(Frame::Thought), ThoughtVerb);
            evidence.add_if(cue.facts.takes(Frame::Intent), IntentVerb);
            match cue.form {
                VerbForm::Finite => {}
                VerbForm::Infinitive => evidence.add(InfinitiveCue),
                VerbForm::Ing => evidence.add(GerundCue),
                VerbForm::Participle => evidence.add(ParticipleCue),
            }
            evidence.add_if(cue.passive, PassiveCue);
        }
        CueKind::Phrase => evidence.add(PhraseCue),
        CueKind::Noun => evidence.add(NounCue),
        CueKind::Colon => evidence.add(ColonCue),
    }
    evidence
}

/// What tells that a quote quotes nobody, or that it does.
fn nobody(scene: &Scene<'_>, place: &Place) -> EvidenceSet {
    use EvidenceKind::*;
    let reading = scene.reading;
    let first = reading.unit(place.opening).end;
    let end = reading.unit(place.closing).first;
    let mut evidence = EvidenceSet::default();
    evidence.add(Nobody);
    let (mut words, mut large, mut small, mut you, mut verb) = (0, 0, 0, false, false);
    // Long quotes are speech whatever else is in them: forty tokens tell enough.
    for at in first..end.min(first + 40) {
        let word = reading.word(at);
        let tag = word.tag;
        if matches!(
            tag,
            Tag::Comma | Tag::Stop | Tag::Mark | Tag::Break | Tag::Dash | Tag::Other
        ) {
            continue;
        }
        words += 1;
        if word.shape.has(Shape::CAPITAL) {
            large += 1;
        } else if word.base >= 4 {
            small += 1;
        }
        verb |= matches!(tag, Tag::Verb | Tag::Be | Tag::Have | Tag::Do | Tag::Modal);
        you |= tag == Tag::Pronoun || tag == Tag::Possessive;
    }
    match words {
        0 | 1 => evidence.add(NobodyOneWord),
        2 | 3 => evidence.add(NobodyFewWords),
        10.. => evidence.add(NobodyManyWords),
        _ => {}
    }
    evidence.add_if(large >= 2 && small == 0 && words <= 10, NobodyTitleCase);
    evidence.add_if(
        first < end && !reading.word(first).shape.has(Shape::CAPITAL),
        NobodySmallStart,
    );
    let stop = end > first && matches!(reading.word(end - 1).tag, Tag::Comma | Tag::Stop);
    evidence.add_if(stop, NobodyStopInside);
    let starts = reading.previous_on_level(place.opening).is_none();
    let capital = first < end && reading.word(first).shape.has(Shape::CAPITAL);
    evidence.add_if(starts && capital && stop && words >= 3, NobodySentence);
    evidence.add_if(you, NobodyFirstPerson);
    evidence.add_if(verb, NobodyVerb);
    evidence.add_if(place.is_alone(scene), NobodyAlone);
    let naming = Classes::of(&[Class::Naming]);
    let work = Classes::of(&[Class::Work]);
    if let Some(before) = reading.unit(place.opening).first.checked_sub(1)
        && reading.previous_on_level(place.opening).is_some()
    {
        let word = reading.word(before);
        evidence.add_if(word.is_any(naming), NobodyNamed);
        evidence.add_if(word.is_any(work), NobodyWork);
        evidence.add_if(
            matches!(word.tag, Tag::Determiner | Tag::Adjective),
            NobodyArticle,
        );
        evidence.add_if(word.shape.has(Shape::POSSESSIVE), NobodyOwned);
        evidence.add_if(word.tag == Tag::Preposition, NobodyPreposition);
        let name = word.tag == Tag::Name;
        let behind = reading.unit(place.closing).end as usize;
        let nickname = name
            && reading
                .words
                .get(behind)
                .is_some_and(|word| word.tag == Tag::Name);
        evidence.add_if(nickname && words <= 3, NobodyNickname);
    }
    if let Some(behind) = reading.next_on_level(place.closing) {
        let unit = reading.unit(behind);
        let word = reading.word(unit.first);
        evidence.add_if(matches!(word.tag, Tag::Noun | Tag::Name), NobodyNounBehind);
        evidence.add_if(word.is_any(work), NobodyWork);
    }
    let sentence = reading.sentences[place.first_sentence as usize].range();
    let headline = place.first_sentence == 0
        || reading.words[sentence]
            .iter()
            .filter(|word| word.shape.has(Shape::PLACED))
            .count()
            > 3;
    evidence.add_if(headline, NobodyHeadline);
    evidence
}
