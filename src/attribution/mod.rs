//! Candidates, features, choice: who says each quotation, by which cue.

mod assertion;
mod candidate;
mod choice;
mod content;
mod data;
pub(crate) mod dialogue;
pub(crate) mod features;
pub(crate) mod formula;
#[cfg(feature = "fit")]
pub(crate) mod given;
mod interruption;
pub(crate) mod models;
pub(crate) mod non_quotation;
mod place;
mod quoted;
mod reasons;
pub(crate) mod reported;
mod reports;
mod scene;
mod shipped;
mod source;
mod speaker_confidence;
mod weights;
mod weights_file;
mod word_feature;

use smallvec::smallvec;

use crate::analysis::Analysis;
use crate::analysis::cue::CueGroup;
use crate::config::Config;
use crate::entity::{Entities, Listed};
use crate::hash::WordMap;
use crate::ids::{ChunkId, CueId, EntityId, MentionId};
use crate::kinds::{AttributionKind, ReportMode};
use crate::language::Frame;
use crate::parts::{Cue, Mention, Speaker};
use crate::quote::QuoteId;
use crate::span::Span;
use crate::stage::{Stage, Watch};
use assertion::Assertion;
use data::{FewQuotes, FewSpans};
use interruption::{interrupter, resumption};
use quoted::{Before, Gatherer};
use reported::{AttributionSpans, Report, ReportFinder, Scorer};
use reports::Reports;

pub(crate) use candidate::Candidate;
pub(crate) use choice::{Chooser, Softmax};
pub(crate) use data::AttributionData;
pub use data::AttributionId;
pub use reasons::{Reason, ReasonKind};
pub(crate) use scene::Scene;
pub(crate) use weights::QuotationWeights;
#[cfg(feature = "fit")]
pub(crate) use word_feature::WordSlot;

/// Quotes of one speaker that one cue reports.
#[derive(Clone, Debug)]
struct Group {
    quotes: FewQuotes,
    cue: Option<CueId>,
    /// The source; `None` for speech that the text gives to nobody.
    mention: Option<MentionId>,
    reasons: Vec<Reason>,
    confidence: f32,
}

/// An attribution before the list of speakers is made.
struct Found {
    /// All but its speaker.
    data: AttributionData,
    /// With how sure it is that the source means them.
    speaker: Option<(EntityId, f32)>,
}

/// Tells who says what in a text, in text order, and who its speakers are.
pub(crate) fn attribute(
    scene: &Scene<'_>,
    speakers: Entities<'_>,
    weights: &QuotationWeights,
    chooser: &mut impl Chooser,
    scorer: impl Scorer,
    config: &Config,
    watch: &mut impl Watch,
) -> (Vec<AttributionData>, Vec<Speaker>) {
    let mut finder = ReportFinder::new(scene, models::reports().vocabulary(), scorer);
    let near_quotes = match config.kinds.has(AttributionKind::Indirect) {
        true => None,
        false => Some(sentences_near_quotes(scene)),
    };
    let mut reports = finder.reports(near_quotes.as_deref());
    watch.ended(Stage::Indirect);
    let told = Reports::new(scene.analysis, &reports);
    let groups = groups(scene, &speakers, weights, chooser, &told);
    let taken = taken(scene, &groups);
    let mut attributions = match config.kinds.has_marked() {
        true => quoted(scene, &speakers, groups, &told, &mut finder),
        false => Vec::new(),
    };
    let mut owners = vec![None; scene.analysis.quotes.len()];
    for (number, attribution) in attributions.iter().enumerate() {
        for quote in &attribution.data.quotes {
            owners[quote.index()] = Some(number);
        }
    }
    let is_looked_for = |report: &Report| match has_quote(scene.analysis, report) {
        true => config.kinds.has_marked(),
        false => config.kinds.has(AttributionKind::Indirect),
    };
    let minimum = |kind: AttributionKind| match kind {
        AttributionKind::Indirect => config.minimum.of_source(),
        _ => config.minimum.of_mixed_report(),
    };
    reports.retain(|report| !taken[report.cue.head_chunk.index()] && is_looked_for(report));
    attributions.reserve(reports.len());
    for report in reports {
        let report = reported(scene, &speakers, weights, report);
        let data = &report.data;
        let mut rivals = data.quotes.iter().filter_map(|quote| owners[quote.index()]);
        let told = rivals.any(|rival| same_content(&attributions[rival].data.spans, &data.spans));
        if !told && data.confidence >= minimum(data.kind) {
            attributions.push(report);
        }
    }
    // With the keys apart, since a stable sort of the records themselves takes room for half of them more.
    attributions.sort_by_cached_key(|attribution| attribution.data.spans.first().copied());
    watch.ended(Stage::Direct);
    let quoted = attributions
        .iter()
        .filter_map(|one| one.speaker.map(|(speaker, _)| speaker));
    let (speakers, ids) = speakers.list(
        scene.analysis,
        scene.mentions,
        Listed::NamedOrQuoted,
        quoted,
    );
    let listed = attributions.into_iter().map(|one| {
        let speaker = one.speaker.and_then(|(speaker, confidence)| {
            let id = ids[speaker.index()]?;
            Some((id, confidence))
        });
        AttributionData {
            speaker: speaker.map(|(id, _)| id),
            speaker_confidence: speaker.map(|(_, confidence)| confidence),
            ..one.data
        }
    });
    (listed.collect(), speakers)
}

/// What is said of the quotes of each group.
fn quoted(
    scene: &Scene<'_>,
    speakers: &Entities<'_>,
    groups: Vec<Group>,
    told: &Reports<'_>,
    finder: &mut ReportFinder<'_, impl Scorer>,
) -> Vec<Found> {
    let mut sayers = vec![None; scene.analysis.quotes.len()];
    for group in &groups {
        for &quote in &group.quotes {
            sayers[quote.index()] = group.mention;
        }
    }
    let found = groups.into_iter().map(|group| {
        let mention = group.mention.map(|mention| voice(scene, &sayers, mention));
        let cue = group.cue.map(|cue| scene.cue(cue));
        let parts = cue.map(|cue| match told.by_cue(cue) {
            Some(report) if is_same(report, cue, group.mention) => report.spans.clone(),
            _ => finder.spans(cue, group.mention),
        });
        let source = parts.as_ref().and_then(|parts| parts.source);
        let (kind, spans) = content::of_quotes(scene, &group.quotes, parts.as_ref());
        Found {
            data: AttributionData {
                kind,
                spans,
                ..data(scene, parts, group)
            },
            speaker: mention.and_then(|mention| found_speaker(speakers, mention, source)),
        }
    });
    found.collect()
}

/// Which sentences have a part of a quote or stand beside such a one: nowhere else are cues that could tell who says
/// a quote, and all of a content is in sentences that have a part of it.
fn sentences_near_quotes(scene: &Scene<'_>) -> Vec<bool> {
    let analysis = scene.analysis;
    let sentence = |chunk: ChunkId| analysis.sentence_of[chunk.index()].index();
    let mut near = vec![false; analysis.sentences.len()];
    for &(opening, closing) in &analysis.quote_chunks {
        let first = sentence(opening).saturating_sub(1);
        let end = near.len().min(sentence(closing) + 2);
        near[first..end].fill(true);
    }
    near
}

/// Tells who speaks each line of a novel, in text order, and who its speakers are.
pub(crate) fn attribute_lines<'t>(
    scene: &Scene<'t>,
    mut persons: Entities<'t>,
    config: &Config,
) -> (Vec<AttributionData>, Vec<Speaker>) {
    let minimum = config.minimum;
    // All lines are direct speech.
    let lines = match config.kinds.has(AttributionKind::Direct) {
        true => dialogue::attribute(scene, &mut persons, minimum.of_line()),
        false => Vec::new(),
    };
    let (speakers, ids) = persons.list(
        scene.analysis,
        scene.mentions,
        Listed::All,
        std::iter::empty(),
    );
    let id = |person: Option<EntityId>| person.and_then(|person| ids[person.index()]);
    let weights = models::lines();
    let model = models::reports();
    let mut finder =
        ReportFinder::new(scene, model.vocabulary(), model.scorer(minimum.of_report()));
    let mut attributions: Vec<AttributionData> = Vec::with_capacity(lines.len());
    for line in lines {
        let span = scene.analysis.quotes[line.quote.index()].span();
        if line.goes_on
            && let Some(before) = attributions.last_mut()
        {
            before.spans.push(span);
            before.quotes.push(line.quote);
            before.confidence = before.confidence.min(line.confidence);
            before.speaker_confidence = before.speaker.map(|_| before.confidence);
            before.addressee = before.addressee.or(id(line.addressee));
            continue;
        }
        let group = Group {
            quotes: smallvec![line.quote],
            cue: line.cue,
            mention: line.mention,
            reasons: weights.reasons(line.features),
            confidence: line.confidence,
        };
        let cue = group.cue.map(|cue| scene.cue(cue));
        let opening = scene.analysis.quote_chunks[line.quote.index()].0;
        let parts = cue.map(|cue| finder.spans_beside_quote(cue, group.mention, opening));
        let speaker = id(line.person);
        attributions.push(AttributionData {
            spans: smallvec![span],
            speaker,
            addressee: id(line.addressee),
            speaker_confidence: speaker.map(|_| line.confidence),
            ..data(scene, parts, group)
        });
    }
    (attributions, speakers)
}

/// For so many groups there is room from the start, as nearly every article needs.
const USUAL_GROUPS: usize = 256;

/// Chooses for each quote and joins those that one speaker goes on with.
fn groups(
    scene: &Scene<'_>,
    speakers: &Entities<'_>,
    weights: &QuotationWeights,
    chooser: &mut impl Chooser,
    told: &Reports<'_>,
) -> Vec<Group> {
    let analysis = scene.analysis;
    let mut gatherer = Gatherer::default();
    let mut groups: Vec<Group> = Vec::with_capacity(analysis.quotes.len().min(USUAL_GROUPS));
    let mut by_cue: WordMap<(CueId, MentionId), usize> = WordMap::default();
    // What was chosen last within each quote and, at the start, outside of all, and its group.
    let mut last: Vec<Option<(Before, Option<usize>)>> = vec![None; analysis.quotes.len() + 1];
    for quote in QuoteId::all(analysis.quotes.len()) {
        let around = analysis.enclosing[analysis.quote_chunks[quote.index()].0.index()];
        let last = &mut last[around.map_or(0, |quote| quote.index() + 1)];
        let before = *last;
        let candidates = gatherer.candidates(scene, quote, before.map(|(before, _)| before));
        told.tell(scene, quote, candidates);
        let (chosen, mut confidence) = chooser.choose(scene, speakers, quote, candidates);
        let Candidate {
            mut cue,
            mut mention,
            mut goes_on,
            features,
            ..
        } = candidates[chosen];
        let is_told =
            mention.is_some() && cue.is_some_and(|cue| scene.cue(cue).facts.takes(Frame::Strong));
        if !is_told
            && let Some(interrupted) = interrupted(scene, quote, before.map(|(before, _)| before))
        {
            cue = None;
            (mention, goes_on) = interrupted;
            confidence = interruption::CONFIDENCE;
        }
        // What a cue reports of a source is one attribution, whoever else is quoted in between.
        let of_cue = cue.zip(mention);
        let joined = before
            .and_then(|(_, group)| group)
            .filter(|_| goes_on && mention.is_some())
            .or_else(|| by_cue.get(&of_cue?).copied());
        let group = match joined {
            Some(group) => {
                groups[group].quotes.push(quote);
                groups[group].confidence = groups[group].confidence.min(confidence);
                Some(group)
            }
            None if mention.is_some() || candidates[chosen].is_sentence() => {
                groups.push(Group {
                    quotes: smallvec![quote],
                    cue,
                    mention,
                    reasons: weights.reasons(features),
                    confidence,
                });
                Some(groups.len() - 1)
            }
            None => None,
        };
        if let Some((of_cue, group)) = of_cue.zip(group) {
            by_cue.insert(of_cue, group);
        }
        *last = Some((
            Before {
                quote,
                cue,
                mention,
            },
            group,
        ));
    }
    groups
}

/// Who speaks a quote that narration between dashes interrupts, and whether it goes on with the one before.
fn interrupted(
    scene: &Scene<'_>,
    quote: QuoteId,
    before: Option<Before>,
) -> Option<(Option<MentionId>, bool)> {
    let place = |quote: QuoteId| scene.analysis.quote_chunks[quote.index()];
    let (opening, closing) = place(quote);
    let resumed = before.filter(|before| resumption(scene, place(before.quote).1) == Some(opening));
    match resumed {
        Some(before) => Some((before.mention, true)),
        None => resumption(scene, closing).map(|_| (interrupter(scene, closing), false)),
    }
}

/// Whether a report has this cue, word for word, and this source.
fn is_same(report: &Report, cue: &CueGroup, mention: Option<MentionId>) -> bool {
    report.mention == mention && report.cue.first_chunk == cue.first_chunk
}

fn has_quote(analysis: &Analysis<'_>, report: &Report) -> bool {
    !content::quotes_within(analysis, &report.spans.contents).is_empty()
}

/// Which chunks are cues of quotes.
fn taken(scene: &Scene<'_>, groups: &[Group]) -> Vec<bool> {
    let mut taken = vec![false; scene.analysis.chunks.len()];
    for cue in groups.iter().filter_map(|group| group.cue) {
        let cue = scene.cue(cue);
        taken[cue.first_chunk.index()] = true;
        taken[cue.head_chunk.index()] = true;
    }
    taken
}

/// All but the content and the speaker.
fn data(scene: &Scene<'_>, parts: Option<AttributionSpans>, group: Group) -> AttributionData {
    let mention = group.mention.map(|mention| scene.mention(mention));
    let cue = group.cue.map(|cue| scene.cue(cue));
    let source = parts.as_ref().and_then(|parts| parts.source);
    let assertion = cue.map(|cue| assertion::of_cue(scene, cue, group.mention));
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
            let own = crate::entity::span(scene.analysis, mention);
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
fn reported(
    scene: &Scene<'_>,
    speakers: &Entities<'_>,
    weights: &QuotationWeights,
    report: Report,
) -> Found {
    let quotes = content::quotes_within(scene.analysis, &report.spans.contents);
    let mention = report.mention.map(|mention| scene.mention(mention));
    let kind = content::kind(scene.analysis, &report.spans.contents, &quotes);
    let spans = match kind {
        AttributionKind::Direct => content::spans(scene.analysis, &quotes),
        _ => report.spans.contents,
    };
    let speaker = report
        .mention
        .and_then(|mention| found_speaker(speakers, mention, report.spans.source));
    let Assertion { negated, modality } = assertion::of_cue(scene, &report.cue, report.mention);
    let data = AttributionData {
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
        speaker: None,
        addressee: None,
        confidence: report.confidence,
        speaker_confidence: None,
        reasons: weights.reasons(report.features),
    };
    Found { data, speaker }
}

/// Whom a source means that begins with a mention, and how sure that is.
fn found_speaker(
    speakers: &Entities<'_>,
    mention: MentionId,
    source: Option<Span>,
) -> Option<(EntityId, f32)> {
    let speaker = speakers.of_source(mention, source)?;
    let confidence = speaker_confidence::of_resolution(speakers.resolution(mention));
    Some((speaker, confidence))
}

/// Whether two contents, each in text order, have most of their words in common. However much a
/// speaker says in all, no more of it is looked at than `other` is long.
fn same_content(one: &[Span], other: &[Span]) -> bool {
    let shared_with = |b: &Span| -> usize {
        let first = one.partition_point(|a| a.end() <= b.start());
        let beside = one[first..].iter().take_while(|a| a.start() < b.end());
        beside
            .map(|a| a.end().min(b.end()) - a.start().max(b.start()))
            .sum()
    };
    let shared: usize = other.iter().map(shared_with).sum();
    let is_most_of = |spans: &[Span]| {
        let rest = |rest: usize, span: &Span| rest.checked_sub(7 * span.len());
        spans.iter().try_fold(10 * shared, rest).is_some()
    };
    is_most_of(one) && is_most_of(other)
}

/// Who "I" is within a quote: whoever says that quote. `sayers` has the source of each quote.
fn voice(scene: &Scene<'_>, sayers: &[Option<MentionId>], mut mention: MentionId) -> MentionId {
    loop {
        let one = scene.mention(mention);
        let around = scene.analysis.enclosing[one.chunk.index()];
        let sayer = around.and_then(|quote| sayers[quote.index()]);
        match sayer.filter(|_| source::is_i(scene.analysis.word(one.head))) {
            // Each step goes further out, since what says a quote stands on a lower level.
            Some(sayer) if depth(scene, sayer) < depth(scene, mention) => mention = sayer,
            _ => return mention,
        }
    }
}

/// How many quotes are around an mention.
fn depth(scene: &Scene<'_>, mention: MentionId) -> usize {
    let quote = scene.analysis.enclosing[scene.mention(mention).chunk.index()];
    quote.map_or(0, |quote| scene.analysis.quotes[quote.index()].depth() + 1)
}

fn mode(cue: &CueGroup) -> Option<ReportMode> {
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
