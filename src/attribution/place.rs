//! Where a quote stands, and what that says of the cues and nouns around it.

use super::Scene;
use super::evidence::{EvidenceKind, EvidenceSet};
use super::source::Source;
use crate::cue::CueGroup;
use crate::kind::CueKind;
use crate::lexicon::{Class, Frame};
use crate::reading::{UnitKind, VerbForm};

/// How many cues on each side of a quote are taken.
const CUES: usize = 5;
/// How many are looked at for that, those within other quotes among them. With this a sentence
/// without end, of quotes with cues in them, takes no more time than many short ones.
const LOOKED_AT: usize = 64;
/// How many units between a cue and a quote are looked at.
const BETWEEN: usize = 64;

/// How a cue stands to a quote.
#[derive(Clone, Copy, Debug)]
pub(super) struct Relation {
    pub(super) evidence: EvidenceSet,
    /// Whether nothing stands between them in their sentence.
    pub(super) beside: bool,
}

impl Relation {
    fn apart(evidence: EvidenceSet) -> Relation {
        Relation {
            evidence,
            beside: false,
        }
    }
}

/// Where a quote stands among the units.
pub(super) struct Place {
    pub(super) opening: u32,
    pub(super) closing: u32,
    pub(super) level: u32,
    pub(super) first_sentence: u32,
    pub(super) last_sentence: u32,
}

impl Place {
    pub(super) fn of(scene: &Scene<'_>, quote: u32) -> Place {
        let (opening, closing) = scene.reading.quote_units[quote as usize];
        Place {
            opening,
            closing,
            level: scene.reading.level[opening as usize],
            first_sentence: scene.reading.sentence_of[opening as usize],
            last_sentence: scene.reading.sentence_of[closing as usize],
        }
    }

    pub(super) fn covers(&self, unit: u32) -> bool {
        (self.opening..=self.closing).contains(&unit)
    }

    pub(super) fn same_sentence(&self, scene: &Scene<'_>, cue: &CueGroup) -> bool {
        let sentence = scene.reading.sentence_of[cue.head_unit as usize];
        sentence == self.first_sentence || sentence == self.last_sentence
    }

    pub(super) fn paragraph(&self, scene: &Scene<'_>, sentence: u32) -> u32 {
        scene.reading.paragraph_of[sentence as usize]
    }

    /// The cues on the quote's level in its sentences, in the sentence before and, if the quote
    /// ends its own sentence, in the one behind.
    pub(super) fn cues(&self, scene: &Scene<'_>) -> Vec<u32> {
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
            .take(LOOKED_AT)
            .filter(|&cue| on_level(&scene.cues[cue as usize]))
            .filter(|&cue| self.may_report(scene, &scene.cues[cue as usize]))
            .take(CUES)
            .collect();
        cues.extend(
            (behind..end)
                .take(LOOKED_AT)
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

    /// Where the words between a cue and the quote begin or end: at the cue, or at its source if that
    /// stands between.
    pub(super) fn edge(&self, scene: &Scene<'_>, cue: &CueGroup, source: &Source) -> u32 {
        let noun = scene.actors.all[source.actor as usize].unit;
        if cue.head_unit > self.closing {
            if noun > self.closing {
                cue.first_unit.min(noun)
            } else {
                cue.first_unit
            }
        } else if source.behind {
            cue.last_unit.max(noun)
        } else {
            cue.last_unit
        }
    }

    /// What the place of a cue to the quote says, the words between which begin or end at `edge`.
    pub(super) fn relation(&self, scene: &Scene<'_>, cue: &CueGroup, edge: u32) -> Relation {
        use EvidenceKind::*;
        let reading = scene.reading;
        let mut evidence = EvidenceSet::default();
        let sentence = reading.sentence_of[cue.head_unit as usize];
        let verb = cue.kind == CueKind::Verb;
        if cue.head_unit > self.closing {
            if sentence != self.last_sentence {
                evidence.add(CueInSentenceBehind);
                return Relation::apart(evidence);
            }
            let steps = self.steps(scene, self.closing, edge);
            evidence.add(match steps {
                0 => CueRightBehind,
                1..=3 => CueNearBehind,
                _ => CueFarBehind,
            });
            evidence.add_if(verb && !cue.facts.takes(Frame::After), SideUnusual);
            self.between(scene, self.closing, edge, &mut evidence);
            return Relation {
                evidence,
                beside: steps == 0,
            };
        }
        let paragraph = self.paragraph(scene, self.first_sentence);
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
            return Relation::apart(evidence);
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
        let aside = matches!(last, Some(UnitKind::Colon | UnitKind::Comma));
        evidence.add_if(
            verb && aside && !cue.facts.takes(Frame::Before),
            SideUnusual,
        );
        self.between(scene, edge, self.opening, &mut evidence);
        Relation {
            evidence,
            beside: steps == 0,
        }
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
        .take(BETWEEN)
    }

    fn verbs_between(&self, scene: &Scene<'_>, from: u32, to: u32) -> usize {
        self.units_between(scene, from, to)
            .filter(|&unit| scene.reading.unit(unit).kind == UnitKind::VerbGroup(VerbForm::Finite))
            .count()
    }

    fn between(&self, scene: &Scene<'_>, from: u32, to: u32, evidence: &mut EvidenceSet) {
        let mut joined = false;
        for unit in self.units_between(scene, from, to) {
            let unit_is = |word| scene.reading.is(scene.reading.unit(unit).first, word);
            match scene.reading.unit(unit).kind {
                UnitKind::Subordinator => evidence.add(EvidenceKind::ThatBetween),
                UnitKind::NounPhrase => evidence.add(EvidenceKind::ObjectBetween),
                UnitKind::Preposition if unit_is("as") => evidence.add(EvidenceKind::AsBetween),
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

    /// Whether its paragraph holds nothing else.
    pub(super) fn is_alone(&self, scene: &Scene<'_>) -> bool {
        let reading = scene.reading;
        let paragraph = |sentence: u32| reading.paragraph_of.get(sentence as usize).copied();
        reading.previous_on_level(self.opening).is_none()
            && self.ends_sentence(scene)
            && (self.first_sentence == 0
                || paragraph(self.first_sentence - 1) != paragraph(self.first_sentence))
            && paragraph(self.last_sentence + 1) != paragraph(self.last_sentence)
    }
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
