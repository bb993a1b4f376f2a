//! Who says what in news: its quotations, and what it reports without marks.

use smallvec::smallvec;

use super::choice::Chooser;
use super::content;
use super::data::AttributionData;
use super::input::AttributionInput;
use super::models;
use super::quote_groups::{self, Part, QuoteGroup};
use super::record::{self, Found};
use super::report_index::ReportIndex;
use super::reported::{Report, ReportFinder, Scorer};
use crate::analysis::cue::CueCandidate;
use crate::analysis::{Analysis, Tag};
use crate::config::Config;
use crate::density::{PIECE, crowded};
use crate::entity::{Entities, Listed};
use crate::ids::{ChunkId, MentionId};
use crate::kinds::{AttributionKind, CueKind, MentionKind};
use crate::language::{Class, Frame};
use crate::parts::Speaker;
use crate::quote::Quote;
use crate::span::Span;
use crate::stage::{Stage, Watch};

/// Who decides: of each quote who says it, of each cue what it reports without marks.
pub(crate) struct Deciders<'c, C, S> {
    pub(crate) quotes: &'c mut C,
    pub(crate) reports: S,
}

/// Tells who says what in a text, in text order, and who its speakers are.
pub(crate) fn attribute(
    input: &AttributionInput<'_>,
    mut entities: Entities<'_>,
    deciders: Deciders<'_, impl Chooser, impl Scorer>,
    config: &Config,
    watch: &mut impl Watch,
) -> (Vec<AttributionData>, Vec<Speaker>) {
    let mut finder = ReportFinder::new(input, models::reports().vocabulary(), deciders.reports);
    let near_quotes = match config.kinds.has(AttributionKind::Indirect) {
        true => None,
        false => Some(sentences_near_quotes(input)),
    };
    let mut reports = finder.reports(near_quotes.as_deref());
    drop_crowded(input.analysis, &mut reports);
    watch.ended(Stage::Indirect);
    let index = ReportIndex::new(input.analysis, &reports);
    let groups = quote_groups::groups(input, &entities, deciders.quotes, &index);
    describe_sources(input, &mut entities, &groups, &reports);
    let taken = quote_groups::cue_chunks(input, &groups);
    let is_looked_for = |report: &Report| match has_quote(input.analysis, report) {
        true => config.kinds.has_marked(),
        false => config.kinds.has(AttributionKind::Indirect),
    };
    let is_left = |report: &Report| !taken[report.cue.head_chunk.index()] && is_looked_for(report);
    let left = reports.iter().filter(|report| is_left(report)).count();
    let mut attributions = Vec::with_capacity(groups.len() + left);
    if config.kinds.has_marked() {
        attributions.extend(quoted(input, &entities, groups, &index, &mut finder));
    }
    reports.retain(is_left);
    add_reports(input, &entities, reports, config, &mut attributions);
    // With the keys apart, since a stable sort of the records themselves takes room for half of them more.
    attributions.sort_by_cached_key(|attribution| attribution.spans.first().copied());
    watch.ended(Stage::Direct);
    let quoted = attributions.iter().filter_map(|one| one.speaker);
    let (speakers, ids) = entities.list(
        input.analysis,
        input.mentions,
        Listed::NamedOrQuoted,
        quoted,
    );
    let listed = attributions
        .into_iter()
        .map(|one| one.with_speaker(|speaker| ids[speaker.index()]));
    (listed.collect(), speakers)
}

/// Nobody reports so often in a piece of a text. In the articles of `weights/MODEL.md`, four kilobytes have 66 reports at most.
const REPORTS: usize = PIECE / 16;

/// Drops the reports where there are too many.
fn drop_crowded(analysis: &Analysis<'_>, reports: &mut Vec<Report>) {
    let start = |report: &Report| analysis.tokens[report.cue.head.index()].span().start();
    let crowded = crowded(reports, REPORTS, start);
    if !crowded.is_empty() {
        reports.retain(|report| crowded.binary_search(&(start(report) / PIECE)).is_err());
        reports.shrink_to_fit();
    }
}

/// Lets what is told to report be its own speaker where nobody else is known to be: "the state alleges", “…,” said a passer-by.
fn describe_sources(
    input: &AttributionInput<'_>,
    entities: &mut Entities<'_>,
    groups: &[QuoteGroup],
    reports: &[Report],
) {
    let is_strong = |group: &&QuoteGroup| {
        let cue = group.cue.map(|cue| input.cue(cue));
        cue.is_some_and(|cue| cue.facts.takes(Frame::Strong))
    };
    let of_groups = groups.iter().filter(is_strong);
    let of_groups = of_groups.filter_map(|group| group.mention);
    let of_reports = reports.iter().filter_map(|report| report.mention);
    for source in of_groups.chain(of_reports) {
        entities.describe(input.analysis, source, input.mention(source));
    }
}

/// What is said of the quotes of each group.
fn quoted<S: Scorer>(
    input: &AttributionInput<'_>,
    entities: &Entities<'_>,
    groups: Vec<QuoteGroup>,
    reports: &ReportIndex<'_>,
    finder: &mut ReportFinder<'_, S>,
) -> impl Iterator<Item = Found> {
    let mut sources_of_quotes = vec![None; input.analysis.quotes.len()];
    for group in &groups {
        for &quote in &group.quotes {
            sources_of_quotes[quote.index()] = group.mention;
        }
    }
    groups.into_iter().map(move |group| {
        let mention = group
            .mention
            .map(|mention| voice(input, &sources_of_quotes, mention));
        let cue = group.cue.map(|cue| input.cue(cue));
        let parts = cue.map(|cue| match reports.by_cue(cue) {
            Some(report) if is_same(report, cue, group.mention) => report.spans.clone(),
            _ => finder.spans(cue, group.mention),
        });
        let source = parts.as_ref().and_then(|parts| parts.source);
        let (mut kind, mut spans) = content::of_quotes(input, &group.quotes, parts.as_ref());
        let split_off = group.split_off.and_then(|(quote, part)| {
            let span = part_of(&input.analysis.quotes[quote.index()], part)?;
            Some((quote, span))
        });
        if let Some((quote, part)) = split_off {
            if group.quotes.len() == 1 {
                (kind, spans) = (AttributionKind::Direct, smallvec![part]);
            }
            let quote = &input.analysis.quotes[quote.index()];
            let whole = spans.iter_mut().find(|span| **span == quote.span());
            whole.into_iter().for_each(|span| *span = part);
        }
        let speaker = mention
            .filter(|&mention| !is_own_cue(input, cue, mention))
            .filter(|&mention| !means_source_of_quote(input, entities, &sources_of_quotes, mention))
            .and_then(|mention| record::found_speaker(input, entities, mention, source));
        AttributionData {
            kind,
            spans,
            speaker: speaker.map(|(speaker, _)| speaker),
            speaker_confidence: speaker.map(|(_, confidence)| confidence),
            ..record::data(input, parts, group)
        }
    })
}

/// The part of a quote's span that one reporting clause covers.
fn part_of(quote: &Quote, part: Part) -> Option<Span> {
    let (&[first, ..], &[.., before_last, last]) = (quote.pieces(), quote.pieces()) else {
        return None;
    };
    Some(match part {
        Part::Beginning => first.join(before_last),
        Part::LastParagraph => last,
    })
}

/// Adds the reports whose content is not attributed yet.
fn add_reports(
    input: &AttributionInput<'_>,
    entities: &Entities<'_>,
    reports: Vec<Report>,
    config: &Config,
    attributions: &mut Vec<Found>,
) {
    let minimum = |kind: AttributionKind| match kind {
        AttributionKind::Indirect => config.minimum.of_source(),
        _ => config.minimum.of_mixed_report(),
    };
    let mut owners = vec![None; input.analysis.quotes.len()];
    for (number, attribution) in attributions.iter().enumerate() {
        for quote in &attribution.quotes {
            owners[quote.index()] = Some(number);
        }
    }
    for report in reports {
        let report = record::reported(input, entities, report);
        let mut rivals = report
            .quotes
            .iter()
            .filter_map(|quote| owners[quote.index()]);
        let is_attributed =
            rivals.any(|rival| same_content(&attributions[rival].spans, &report.spans));
        if !is_attributed && report.confidence >= minimum(report.kind) {
            attributions.push(report);
        }
    }
}

/// Which sentences have a part of a quote or stand beside such a one: nowhere else are cues that could tell who says
/// a quote, and all of a content is in sentences that have a part of it.
fn sentences_near_quotes(input: &AttributionInput<'_>) -> Vec<bool> {
    let analysis = input.analysis;
    let sentence = |chunk: ChunkId| analysis.sentence_of[chunk.index()].index();
    let mut near = vec![false; analysis.sentences.len()];
    for &(opening, closing) in &analysis.quote_chunks {
        let first = sentence(opening).saturating_sub(1);
        let end = near.len().min(sentence(closing) + 2);
        near[first..end].fill(true);
    }
    near
}

/// Whether a report has this cue, word for word, and this source.
fn is_same(report: &Report, cue: &CueCandidate, mention: Option<MentionId>) -> bool {
    report.mention == mention && report.cue.first_chunk == cue.first_chunk
}

fn has_quote(analysis: &Analysis<'_>, report: &Report) -> bool {
    !content::quotes_within(analysis, &report.spans.contents).is_empty()
}

/// How many tenths of two contents are the same words if they are one. By choice: two reports of one clause share nearly
/// all, two of clauses beside each other hardly any.
const SHARED_TENTHS: usize = 7;

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
        let rest = |rest: usize, span: &Span| rest.checked_sub(SHARED_TENTHS * span.len());
        spans.iter().try_fold(10 * shared, rest).is_some()
    };
    is_most_of(one) && is_most_of(other)
}

/// Who "I" is within a quote: whoever says that quote. `sources_of_quotes` has the source of each quote.
fn voice(
    input: &AttributionInput<'_>,
    sources_of_quotes: &[Option<MentionId>],
    mut mention: MentionId,
) -> MentionId {
    let depth = |mention: MentionId| input.analysis.depth(input.mention(mention).chunk);
    loop {
        let one = input.mention(mention);
        let source = source_around(input, sources_of_quotes, mention);
        match source.filter(|_| input.analysis.word(one.head).is_i()) {
            // Each step goes further out, since what says a quote stands on a lower level.
            Some(source) if depth(source) < depth(mention) => mention = source,
            _ => return mention,
        }
    }
}

/// Whether a source is the noun that reports, of which nobody is named the owner: “…,” came the reply.
fn is_own_cue(
    input: &AttributionInput<'_>,
    cue: Option<&CueCandidate>,
    mention: MentionId,
) -> bool {
    let mention = input.mention(mention);
    cue.is_some_and(|cue| {
        cue.kind == CueKind::Noun
            && cue.head_chunk == mention.chunk
            && !mention.possessor
            && input.analysis.word(mention.first).tag != Tag::Possessive
    })
}

/// Whether "she" or "they" within a quote was taken for whoever says that quote, who would say "I".
fn means_source_of_quote(
    input: &AttributionInput<'_>,
    entities: &Entities<'_>,
    sources_of_quotes: &[Option<MentionId>],
    mention: MentionId,
) -> bool {
    let one = input.mention(mention);
    one.kind == MentionKind::Pronoun
        && !input.analysis.word(one.head).is(Class::FirstPerson)
        && source_around(input, sources_of_quotes, mention).is_some_and(|source| {
            let [source, meant] = [source, mention].map(|mention| entities.of_mention(mention));
            source.is_some() && source == meant
        })
}

/// The source of the innermost quote around a mention.
fn source_around(
    input: &AttributionInput<'_>,
    sources_of_quotes: &[Option<MentionId>],
    mention: MentionId,
) -> Option<MentionId> {
    let quote = input.analysis.enclosing[input.mention(mention).chunk.index()]?;
    sources_of_quotes[quote.index()]
}
