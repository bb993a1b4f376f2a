//! Candidates, evidence, choice: who says each quotation, by which cue.

mod choice;
mod content;
mod data;
pub(crate) mod dialogue;
mod evidence;
mod nobody;
mod place;
mod quoted;
mod scene;
mod source;
mod weights;
mod word;

use crate::cue::CueGroup;
use crate::kind::Mode;
use crate::lexicon::Frame;
use crate::parts::{Cue, Mention, SpeakerId};
use crate::quote::QuoteId;
use crate::reading::Reading;
use crate::span::Span;
use crate::speaker::Speakers;
use crate::speaker::novel::Persons;
use evidence::EvidenceSet;
use quoted::Before;

pub(crate) use choice::{Chooser, Softmax};
pub(crate) use data::AttributionData;
pub use evidence::{Evidence, EvidenceKind};
pub(crate) use scene::Scene;
pub(crate) use weights::Weights;
pub(crate) use word::{Slot, WordEvidence};

/// One answer to the question who says a quote: a source with the cue that tells so, or nobody.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Candidate {
    pub(crate) cue: Option<u32>,
    pub(crate) actor: Option<u32>,
    /// Whether the quote goes on what the one before began.
    pub(crate) goes_on: bool,
    pub(crate) evidence: EvidenceSet,
    /// Words that are evidence by themselves.
    pub(crate) words: [Option<WordEvidence>; 2],
}

impl Candidate {
    /// Of the candidate that is nobody: whether the quote is a sentence by itself, and so speech.
    fn is_sentence(&self) -> bool {
        self.evidence.has(EvidenceKind::NobodySentence)
    }
}

/// Quotes of one speaker that one cue reports.
#[derive(Clone, Debug)]
struct Group {
    quotes: Vec<u32>,
    cue: Option<u32>,
    /// The source; `None` for speech that the text gives to nobody.
    actor: Option<u32>,
    evidence: EvidenceSet,
    confidence: f32,
}

/// Tells who says what in a text, in text order.
pub(crate) fn attribute(
    scene: &Scene<'_>,
    speakers: &Speakers,
    weights: &Weights,
    chooser: &mut impl Chooser,
) -> Vec<AttributionData> {
    let mut attributions: Vec<AttributionData> = groups(scene, speakers, chooser)
        .into_iter()
        .map(|group| {
            let speaker = group.actor.and_then(|actor| speakers.of_actor(actor));
            data(scene, speaker, weights, group)
        })
        .collect();
    attributions.sort_by_key(|attribution| attribution.spans.first().copied());
    attributions
}

/// Tells who speaks each line of a novel, in text order, and who its speakers are.
pub(crate) fn attribute_lines(
    scene: &Scene<'_>,
    mut persons: Persons,
) -> (Vec<AttributionData>, Speakers) {
    let mut groups: Vec<(Group, Option<u32>)> = Vec::new();
    for line in dialogue::speak(scene, &mut persons) {
        if line.goes_on
            && let Some((group, _)) = groups.last_mut()
        {
            group.quotes.push(line.quote);
            group.confidence = group.confidence.min(line.confidence);
            continue;
        }
        let group = Group {
            quotes: vec![line.quote],
            cue: line.cue,
            actor: line.actor,
            evidence: line.evidence,
            confidence: line.confidence,
        };
        groups.push((group, line.person));
    }
    let (speakers, ids) = persons.into_speakers(scene.reading, scene.actors);
    let mut attributions: Vec<AttributionData> = groups
        .into_iter()
        .map(|(group, person)| {
            let speaker = person.and_then(|person| ids[person as usize]);
            data(scene, speaker, Weights::novel(), group)
        })
        .collect();
    attributions.sort_by_key(|attribution| attribution.spans.first().copied());
    (attributions, speakers)
}

/// Chooses for each quote and joins those that one speaker goes on with.
fn groups(scene: &Scene<'_>, speakers: &Speakers, chooser: &mut impl Chooser) -> Vec<Group> {
    let reading = scene.reading;
    let mut groups: Vec<Group> = Vec::new();
    // What was chosen last on each level, and its group.
    let mut last: Vec<Option<(Before, Option<usize>)>> = vec![None; reading.quotes.len() + 1];
    for quote in 0..reading.quotes.len() as u32 {
        let level = reading.level[reading.quote_units[quote as usize].0 as usize] as usize;
        let before = last[level];
        let candidates = quoted::candidates(scene, quote, before.map(|(before, _)| before));
        let (chosen, confidence) = chooser.choose(scene, speakers, quote, &candidates);
        let Candidate {
            cue,
            actor,
            goes_on,
            evidence,
            ..
        } = candidates[chosen];
        let joined = before.and_then(|(_, group)| group).filter(|&group| {
            let group = &groups[group];
            actor.is_some()
                && (goes_on || cue.is_some() && group.cue == cue && group.actor == actor)
        });
        let group = match joined {
            Some(group) => {
                groups[group].quotes.push(quote);
                groups[group].confidence = groups[group].confidence.min(confidence);
                Some(group)
            }
            None if actor.is_some() || candidates[chosen].is_sentence() => {
                groups.push(Group {
                    quotes: vec![quote],
                    cue,
                    actor,
                    evidence,
                    confidence,
                });
                Some(groups.len() - 1)
            }
            None => None,
        };
        last[level] = Some((Before { quote, cue, actor }, group));
    }
    groups
}

fn data(
    scene: &Scene<'_>,
    speaker: Option<SpeakerId>,
    weights: &Weights,
    group: Group,
) -> AttributionData {
    let reading = scene.reading;
    let actor = group.actor.map(|actor| &scene.actors.all[actor as usize]);
    let cue = group.cue.map(|cue| &scene.cues[cue as usize]);
    let (kind, spans) = content::of_quotes(scene, &group.quotes, cue.zip(actor));
    let mut evidence = weights.explain(group.evidence);
    evidence.sort_by(|a, b| b.weight().abs().total_cmp(&a.weight().abs()));
    AttributionData {
        kind,
        mode: cue.and_then(mode),
        spans,
        quotes: group.quotes.into_iter().map(QuoteId::new).collect(),
        cue: cue.map(|cue| Cue::new(cue.kind, vec![cue_span(reading, cue)])),
        source: actor
            .map(|actor| Mention::new(actor.kind, content::source_span(scene, actor, cue))),
        speaker,
        confidence: group.confidence,
        evidence,
    }
}

fn cue_span(reading: &Reading<'_>, cue: &CueGroup) -> Span {
    let first = reading.unit(cue.first_unit).first;
    let last = reading.unit(cue.last_unit);
    if last.kind == crate::reading::UnitKind::NounPhrase {
        return reading.span(cue.head, cue.head);
    }
    reading.span(first, last.end - 1)
}

fn mode(cue: &CueGroup) -> Option<Mode> {
    let takes = |frame| cue.facts.takes(frame);
    [
        (Frame::Speech, Mode::Speech),
        (Frame::Writing, Mode::Writing),
        (Frame::Thought, Mode::Thought),
        (Frame::Intent, Mode::Intent),
    ]
    .into_iter()
    .find_map(|(frame, mode)| takes(frame).then_some(mode))
}
