//! What the reports of a text tell of its quotes: whose words the clause is that a quote stands in.

use enumset::EnumSet;

use super::features::QuotationFeature;
use super::reported::Report;
use super::{AttributionInput, Candidate, content};
use crate::analysis::Analysis;
use crate::analysis::cue::CueCandidate;
use crate::ids::{ChunkId, CueId, MentionId};
use crate::model::FeatureSet;
use crate::quote::QuoteId;

/// How many reports of one quote are looked at.
const REPORTS: usize = 4;
/// How sure a report is that counts as sure, and one that counts as likely. Set by hand, as is the next; features are
/// made of these steps, so that the weights must be fitted anew when one changes.
const SURE: f32 = 0.95;
const LIKELY: f32 = 0.75;
/// And one that is possible at all, for that the quote quotes nobody.
const POSSIBLE: f32 = 0.01;

/// The reports of a text, by their cues and by the quotes in their contents.
#[derive(Debug)]
pub(super) struct ReportIndex<'r> {
    /// In the order of the heads of their cues.
    reports: &'r [Report],
    /// A quote and a report that has it in its content; by the quote.
    quotes: Vec<(QuoteId, &'r Report)>,
}

impl<'r> ReportIndex<'r> {
    pub(super) fn new(analysis: &Analysis<'_>, reports: &'r [Report]) -> ReportIndex<'r> {
        let mut quotes = Vec::with_capacity(analysis.quotes.len().min(reports.len()));
        for report in reports {
            let within = content::quotes_within(analysis, &report.spans.contents);
            quotes.extend(within.into_iter().map(|quote| (quote, report)));
        }
        quotes.sort_by_key(|&(quote, _)| quote);
        ReportIndex { reports, quotes }
    }

    /// The report of a cue.
    pub(super) fn by_cue(&self, cue: &CueCandidate) -> Option<&'r Report> {
        let head = |report: &Report| report.cue.head_chunk;
        let found = self.reports.binary_search_by_key(&cue.head_chunk, head);
        found.ok().map(|number| &self.reports[number])
    }

    /// The source of the last report whose cue stands from one chunk up to another.
    pub(super) fn last_within(&self, first: ChunkId, end: ChunkId) -> Option<MentionId> {
        let to = self
            .reports
            .partition_point(|report| report.cue.head_chunk < end);
        let mut before = self.reports[..to].iter().rev();
        let mut within = before
            .by_ref()
            .take_while(|report| report.cue.head_chunk >= first);
        within.find_map(|report| report.mention.filter(|_| report.confidence >= LIKELY))
    }

    /// The reports that have a quote in their contents.
    fn of_quote(&self, quote: QuoteId) -> impl Iterator<Item = &'r Report> + Clone {
        let first = self.quotes.partition_point(|&(other, _)| other < quote);
        let own = self.quotes[first..].iter();
        own.take_while(move |&&(other, _)| other == quote)
            .take(REPORTS)
            .map(|&(_, report)| report)
    }

    /// Adds to the features of the candidates of a quote what the reports tell of them; within
    /// other quotes nothing is reported.
    pub(super) fn add_features(
        &self,
        input: &AttributionInput<'_>,
        quote: QuoteId,
        candidates: &mut [Candidate],
    ) {
        if input.analysis.quotes[quote.index()].depth() > 0 {
            return;
        }
        let reports = self.of_quote(quote);
        let opening = input.analysis.quote_chunks[quote.index()].0;
        // The candidates of a cue stand side by side.
        let mut last: Option<(CueId, Head)> = None;
        for candidate in candidates {
            let head = candidate.cue.map(|cue| match last {
                Some((known, head)) if known == cue => head,
                _ => last.insert((cue, self.head(input.cue(cue)))).1,
            });
            let mut features = match candidate.mention {
                Some(mention) => of_source(reports.clone(), opening, head, mention),
                None => of_non_quotation(reports.clone()),
            };
            let begins_anew =
                candidate.goes_on && features.contains(QuotationFeature::ReportedByOtherCue);
            features.add_if(begins_anew, QuotationFeature::GoesOnDespiteReport);
            candidate.features |= features;
        }
    }

    fn head(&self, cue: &CueCandidate) -> Head {
        Head {
            chunk: cue.head_chunk,
            reports: self.by_cue(cue).is_some(),
        }
    }
}

/// The head of a cue.
#[derive(Clone, Copy, Debug)]
struct Head {
    chunk: ChunkId,
    /// Whether it reports, be it this quote or something else.
    reports: bool,
}

/// What the reports of a quote, which opens in this chunk, tell of a source of it, and of its cue if
/// it has one.
fn of_source<'r>(
    reports: impl Iterator<Item = &'r Report>,
    opening: ChunkId,
    cue: Option<Head>,
    mention: MentionId,
) -> EnumSet<QuotationFeature> {
    use QuotationFeature::*;
    let mut features = EnumSet::new();
    let mut by_own_cue = false;
    let is_between = |head: ChunkId| cue.is_some_and(|cue| (cue.chunk < head) == (head < opening));
    for report in reports {
        let head = report.cue.head_chunk;
        let own = cue.is_some_and(|cue| cue.chunk == head);
        by_own_cue |= own;
        features.add(match (own, report.mention == Some(mention)) {
            (true, true) => match report.confidence {
                SURE.. => ReportedSurely,
                LIKELY.. => ReportedLikely,
                _ => ReportedPerhaps,
            },
            (true, false) => ReportedOfOther,
            (false, true) => ReportedByOtherCue,
            (false, false) if is_between(head) => ReportedCloser,
            (false, false) => ReportedElse,
        });
    }
    if let Some(cue) = cue.filter(|_| !by_own_cue) {
        features.add(if cue.reports {
            CueReportsElse
        } else {
            CueReportsNothing
        });
    }
    features
}

/// The features of “nobody is quoted” that come from the reports of a quote.
fn of_non_quotation<'r>(reports: impl Iterator<Item = &'r Report>) -> EnumSet<QuotationFeature> {
    use QuotationFeature::*;
    let mut features = EnumSet::new();
    let sure = reports.map(|report| report.confidence);
    match sure.fold(0.0, f32::max) {
        SURE.. => features.add(NonQuotationReportedSurely),
        LIKELY.. => features.add(NonQuotationReportedLikely),
        POSSIBLE.. => features.add(NonQuotationReportedPerhaps),
        _ => features.add(NonQuotationUnreported),
    }
    features
}
