//! Where a quote stands, and what that says of the cues and nouns around it.

use super::Scene;
use super::evidence::{EvidenceKind, EvidenceSet};
use super::source::Source;
use crate::cue::CueGroup;
use crate::kind::CueKind;
use crate::lexicon::{Class, Frame, named};
use crate::near::count_leading;
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

    /// Finds the cues on the quote's level in its sentences, in the sentence before and, if the quote
    /// ends its own sentence, in the one behind. `first` is the first cue behind the opening.
    pub(super) fn find_cues(&self, scene: &Scene<'_>, first: u32, cues: &mut Vec<u32>) {
        let reading = scene.reading;
        let from = reading.sentence_units[self.first_sentence.saturating_sub(1) as usize];
        let last = self.last_sentence + u32::from(self.ends_sentence(scene));
        let to = reading.sentence_units[(last as usize + 1).min(reading.sentences.len())];
        let behind_paragraph = self.paragraph(scene, self.last_sentence);
        let reports = |cue: &CueGroup| {
            reading.level[cue.head_unit as usize] == self.level && self.may_report(scene, cue)
        };
        let cue = |number: &u32| &scene.cues[*number as usize];
        let before = (0..first).rev();
        let before = before.take_while(|number| cue(number).head_unit >= from);
        let within = count_leading(&scene.cues[first as usize..], |cue| {
            cue.head_unit < self.closing
        });
        let behind = first + within as u32..scene.cues.len() as u32;
        let behind = behind.take_while(|number| cue(number).head_unit < to);
        cues.clear();
        cues.extend(
            before
                .take(LOOKED_AT)
                .filter(|number| reports(cue(number)))
                .take(CUES),
        );
        cues.extend(
            behind
                .take(LOOKED_AT)
                .filter(|number| {
                    let sentence = reading.sentence_of[cue(number).head_unit as usize];
                    reports(cue(number)) && self.paragraph(scene, sentence) == behind_paragraph
                })
                .take(CUES),
        );
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
                let first = reading.sentence_units[sentence as usize];
                evidence.add_if(edge == first, CueOpensSentenceBehind);
                return Relation::apart(evidence);
            }
            let between = Between::of(scene, self.closing, edge);
            evidence.add(match between.steps {
                0 => CueRightBehind,
                1..=3 => CueNearBehind,
                _ => CueFarBehind,
            });
            evidence.add_if(verb && !cue.facts.takes(Frame::After), SideUnusual);
            return Relation {
                evidence: evidence.with(between.evidence),
                beside: between.steps == 0,
            };
        }
        let between = Between::of(scene, edge, self.opening);
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
            let unfinished = starts && reading.unit(end).kind != UnitKind::Stop;
            evidence.add_if(unfinished, CueBeforeBreak);
            return Relation::apart(evidence.with(between.evidence));
        }
        let plain = between.finite_verbs == 0;
        evidence.add(match last {
            Some(UnitKind::Colon) => CueBeforeColon,
            Some(UnitKind::Comma) if plain && between.steps <= 4 => CueBeforeComma,
            _ if between.steps == 0 => CueRightBefore,
            _ if between.steps <= 5 => CueNearBefore,
            _ => CueFarBefore,
        });
        let aside = matches!(last, Some(UnitKind::Colon | UnitKind::Comma));
        evidence.add_if(
            verb && aside && !cue.facts.takes(Frame::Before),
            SideUnusual,
        );
        Relation {
            evidence: evidence.with(between.evidence),
            beside: between.steps == 0,
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

/// The units between a cue and a quote on their level.
#[derive(Clone, Copy, Debug, Default)]
struct Between {
    /// How many they are, commas, dashes and adverbs aside.
    steps: usize,
    finite_verbs: usize,
    evidence: EvidenceSet,
}

impl Between {
    fn of(scene: &Scene<'_>, from: u32, to: u32) -> Between {
        let reading = scene.reading;
        let mut between = Between::default();
        let mut joined = false;
        let units = std::iter::successors(reading.next_on_level(from), |&unit| {
            reading.next_on_level(unit)
        });
        for number in units.take_while(|&unit| unit < to).take(BETWEEN) {
            let unit = reading.unit(number);
            let evidence = &mut between.evidence;
            match unit.kind {
                UnitKind::Comma
                | UnitKind::Colon
                | UnitKind::Dash
                | UnitKind::Adverb
                | UnitKind::Stop => continue,
                UnitKind::Subordinator => evidence.add(EvidenceKind::ThatBetween),
                UnitKind::NounPhrase => evidence.add(EvidenceKind::ObjectBetween),
                UnitKind::Preposition if reading.word(unit.first).is_word(named::AS) => {
                    evidence.add(EvidenceKind::AsBetween);
                }
                UnitKind::VerbGroup(form) => {
                    let finite = form == VerbForm::Finite;
                    let cue = scene.reports(number);
                    evidence.add_if(cue, EvidenceKind::CueBetween);
                    evidence.add_if(!cue && finite, EvidenceKind::VerbBetween);
                    evidence.add_if(joined && finite, EvidenceKind::JoinBetween);
                    between.finite_verbs += usize::from(finite);
                }
                UnitKind::Coordinator | UnitKind::Semicolon => joined = true,
                _ => {}
            }
            between.steps += 1;
        }
        between
    }
}

fn ends_with_colon(scene: &Scene<'_>, last: u32) -> bool {
    let mut unit = last;
    for _ in 0..3 {
        match scene.reading.unit(unit).kind {
            UnitKind::Colon => return true,
            UnitKind::Other if unit > 0 => unit -= 1,
            _ => return false,
        }
    }
    false
}
