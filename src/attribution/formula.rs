//! The caller's own formulas: what they match is said by whom they say.

use std::collections::HashMap;

use smallvec::{SmallVec, smallvec};

use super::AttributionData;
use super::content::quotes_within;
use super::reasons::{Reason, ReasonKind};
use crate::analysis::Analysis;
use crate::config::{Formula, FormulaMatch};
use crate::kinds::{AttributionKind, CueKind, MentionKind, SpeakerKind};
use crate::parts::{Cue, Mention, Speaker, SpeakerId};
use crate::span::Span;

/// What a formula adds to the log-odds of its speaker: the caller is taken at their word.
const CERTAIN: f32 = 10.0;

/// Puts what the formulas match in place of what was found in the same words. Where two matches
/// overlap, the one that starts first stands. A speaker whom the text names nowhere else follows
/// the others.
pub(crate) fn apply(
    analysis: &Analysis<'_>,
    formulas: &[Formula],
    attributions: &mut Vec<AttributionData>,
    speakers: &mut Vec<Speaker>,
) {
    let matches = matches(analysis.text, formulas);
    if matches.is_empty() {
        return;
    }
    attributions.retain(|attribution| {
        let mut spans = attribution.spans.iter();
        !spans.any(|&span| overlaps_one(&matches, span))
    });
    let mut named: HashMap<String, SpeakerId> = HashMap::new();
    for speaker in speakers.iter() {
        for name in std::iter::once(&speaker.name).chain(&speaker.aliases) {
            named.entry(name.to_lowercase()).or_insert(speaker.id);
        }
    }
    for found in matches {
        let name = &analysis.text[found.speaker];
        let id = *named.entry(name.to_lowercase()).or_insert_with(|| {
            let id = SpeakerId::new(speakers.len());
            speakers.push(speaker(id, name));
            id
        });
        let mentions = &mut speakers[id.index()].mentions;
        if let Err(position) = mentions.binary_search(&found.speaker) {
            mentions.insert(position, found.speaker);
        }
        attributions.push(AttributionData {
            kind: AttributionKind::Direct,
            mode: None,
            negated: false,
            modality: None,
            spans: smallvec![found.content],
            quotes: quotes_within(analysis, &[found.content]),
            cue: found.cue.map(|cue| Cue::new(CueKind::Phrase, cue)),
            source: Some(Mention::new(MentionKind::Name, found.speaker)),
            speaker: Some(id),
            addressee: None,
            confidence: 1.0,
            speaker_confidence: Some(1.0),
            reasons: vec![Reason::new(ReasonKind::Formula, CERTAIN)].into(),
        });
    }
    attributions.sort_by_key(|attribution| attribution.spans.first().copied());
}

/// The matches of all formulas by their contents, which do not overlap.
fn matches(text: &str, formulas: &[Formula]) -> Vec<FormulaMatch> {
    let mut found: Vec<FormulaMatch> = formulas
        .iter()
        .flat_map(|formula| formula.matches(text))
        .collect();
    found.sort_by_key(|one| one.content);
    let mut end = 0;
    found.retain(|one| {
        let free = one.content.start() >= end;
        if free {
            end = one.content.end();
        }
        free
    });
    found
}

fn overlaps_one(matches: &[FormulaMatch], span: Span) -> bool {
    let position = matches.partition_point(|one| one.content.end() <= span.start());
    matches
        .get(position)
        .is_some_and(|one| one.content.overlaps(span))
}

fn speaker(id: SpeakerId, name: &str) -> Speaker {
    Speaker {
        id,
        kind: SpeakerKind::Person,
        name: name.to_owned(),
        aliases: Vec::new(),
        gender: None,
        number: None,
        mentions: SmallVec::new(),
    }
}
