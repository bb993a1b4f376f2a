//! What is found, as the result has it.

use super::assertion::{self, Assertion};
use super::content;
use super::data::{AttributionData, FewSpans};
use super::input::AttributionInput;
use super::lazy_reasons::LazyReasons;
use super::models;
use super::quote_groups::QuoteGroup;
use super::reported::{AttributionSpans, Report};
use super::revealed::revealed;
use super::speaker_confidence;
use crate::analysis::cue::CueCandidate;
use crate::entity::Entities;
use crate::ids::{EntityId, MentionId};
use crate::kinds::{AttributionKind, ReportMode};
use crate::language::{Class, Frame};
use crate::parts::{Cue, Mention};
use crate::span::Span;

/// An attribution before the list of speakers is made.
pub(super) type Found = AttributionData<EntityId>;

/// All but the content and the speaker.
pub(super) fn data<S>(
    input: &AttributionInput<'_>,
    parts: Option<AttributionSpans>,
    group: QuoteGroup,
) -> AttributionData<S> {
    let mention = group.mention.map(|mention| input.mention(mention));
    let cue = group.cue.map(|cue| input.cue(cue));
    let source = parts.as_ref().and_then(|parts| parts.source);
    let assertion = cue.map(|cue| assertion::of_cue(input, cue, group.mention));
    let Assertion { negated, modality } = assertion.unwrap_or_default();
    AttributionData {
        kind: AttributionKind::Direct,
        mode: cue.and_then(mode),
        negated,
        modality,
        spans: FewSpans::new(),
        quotes: group.quotes,
        cue: cue
            .zip(parts)
            .map(|(cue, parts)| Cue::new(cue.kind, parts.cue)),
        source: mention.map(|mention| {
            let own = crate::entity::span(input.analysis, mention);
            Mention::new(mention.kind, source.unwrap_or(own))
        }),
        speaker: None,
        addressee: None,
        confidence: group.confidence,
        speaker_confidence: None,
        reasons: group.reasons,
    }
}

/// What a cue reports, with or without words in marks.
pub(super) fn reported(
    input: &AttributionInput<'_>,
    entities: &Entities<'_>,
    report: Report,
) -> Found {
    let quotes = content::quotes_within(input.analysis, &report.spans.contents);
    let mention = report.mention.map(|mention| input.mention(mention));
    let kind = content::kind(input.analysis, &report.spans.contents, &quotes);
    let spans = match kind {
        AttributionKind::Direct => content::spans(input.analysis, &quotes),
        _ => report.spans.contents,
    };
    let speaker = report
        .mention
        .and_then(|mention| found_speaker(input, entities, mention, report.spans.source));
    let Assertion { negated, modality } = assertion::of_cue(input, &report.cue, report.mention);
    AttributionData {
        kind,
        mode: mode(&report.cue),
        negated,
        modality,
        spans,
        quotes,
        cue: Some(Cue::new(report.cue.kind, report.spans.cue)),
        source: mention
            .zip(report.spans.source)
            .map(|(mention, span)| Mention::new(mention.kind, span)),
        speaker: speaker.map(|(speaker, _)| speaker),
        addressee: None,
        confidence: report.confidence,
        speaker_confidence: speaker.map(|(_, confidence)| confidence),
        reasons: LazyReasons::of_quotation(models::news(), report.features),
    }
}

/// Whom a source means that begins with a mention, and how sure that is. "Neither Berg nor Okoro" is neither of them, and a
/// voice is whoever the next sentence says that it is.
pub(super) fn found_speaker(
    input: &AttributionInput<'_>,
    entities: &Entities<'_>,
    mention: MentionId,
    source: Option<Span>,
) -> Option<(EntityId, f32)> {
    let analysis = input.analysis;
    let mention = revealed(input, mention).unwrap_or(mention);
    // "Neither Moss nor Ray said"
    let chunk = input.mention(mention).chunk;
    let beside = [
        analysis.previous_sibling(chunk),
        analysis.next_sibling(chunk),
    ];
    let is_denied = beside.into_iter().flatten().any(|nor| {
        let nor = analysis.first_word(nor);
        nor.is(Class::Coordinator) && nor.is(Class::Negation)
    });
    let speaker = entities.of_source(mention, source).filter(|_| !is_denied)?;
    let confidence = speaker_confidence::of_resolution(entities.resolution(mention));
    Some((speaker, confidence))
}

fn mode(cue: &CueCandidate) -> Option<ReportMode> {
    let takes = |frame| cue.facts.takes(frame);
    [
        (Frame::Speech, ReportMode::Speech),
        (Frame::Writing, ReportMode::Writing),
        (Frame::Thought, ReportMode::Thought),
        (Frame::Intent, ReportMode::Intent),
    ]
    .into_iter()
    .find_map(|(frame, mode)| takes(frame).then_some(mode))
}
