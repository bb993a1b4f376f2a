//! Makes the decisions about each cue, in their order.

use enumset::EnumSet;

use super::category::Category;
use super::chunk_table::ChunkTable;
use super::cue_span::cue_span;
use super::cues;
use super::decision::Decision;
use super::decisions::Decisions;
use super::main_subject::main_subject;
use super::no_report::is_no_report;
use super::noun_clause;
use super::placement::placement;
use super::reporting_clauses::{Others, ReportingClause};
use super::scorer::Scorer;
use super::source_features::{ClauseOfCue, describe_cue, describe_no_source, describe_source};
use super::source_span::source_span;
use super::subjects::Subjects;
use super::vocabulary::Vocabulary;
use crate::analysis::cue::CueCandidate;
use crate::attribution::data::FewSpans;
use crate::attribution::features::QuotationFeature;
use crate::attribution::input::AttributionInput;
use crate::attribution::source::{self, Source};
use crate::entity;
use crate::ids::{ChunkId, MentionId};
use crate::kinds::CueKind;
use crate::model::FeatureSet;
use crate::room::make_room;
use crate::span::Span;

/// Room for the sources of a cue; few cues have more.
const INITIAL_SOURCES_CAPACITY: usize = 32;

/// How probable it is that somebody says what others quote: "The paper quoted Moss as saying".
const QUOTED_BY_OTHERS: f32 = 0.9;

/// A cue that reports.
#[derive(Clone, Debug)]
pub(crate) struct Report {
    pub(crate) cue: CueCandidate,
    /// The mention that is the source.
    pub(crate) mention: Option<MentionId>,
    pub(crate) features: EnumSet<QuotationFeature>,
    pub(crate) confidence: f32,
    pub(crate) spans: AttributionSpans,
}

/// From where to where the parts of an attribution reach.
#[derive(Clone, Debug, Default)]
pub(crate) struct AttributionSpans {
    pub(crate) source: Option<Span>,
    pub(crate) cue: Span,
    /// In text order; at most one on each side of the cue.
    pub(crate) contents: FewSpans,
}

/// Finds the reports of a text.
pub(crate) struct ReportFinder<'a, S> {
    table: ChunkTable<'a>,
    scorer: S,
    // Used again for each cue.
    sources: Vec<Source>,
    subjects: Subjects,
    /// Of the cues that report, in text order.
    clauses: Vec<ReportingClause>,
}

impl<'a, S: Scorer> ReportFinder<'a, S> {
    pub(crate) fn new(
        input: &'a AttributionInput<'a>,
        vocabulary: &'a Vocabulary,
        scorer: S,
    ) -> Self {
        ReportFinder::with(ChunkTable::new(input, vocabulary), scorer)
    }

    /// One that is asked for the words beside quotes alone.
    pub(crate) fn beside_quotes(
        input: &'a AttributionInput<'a>,
        vocabulary: &'a Vocabulary,
        scorer: S,
    ) -> Self {
        ReportFinder::with(ChunkTable::unread(input, vocabulary), scorer)
    }

    fn with(table: ChunkTable<'a>, scorer: S) -> Self {
        ReportFinder {
            table,
            scorer,
            sources: Vec::with_capacity(INITIAL_SOURCES_CAPACITY),
            subjects: Subjects::default(),
            clauses: Vec::new(),
        }
    }

    /// The cues that report, in text order: those of all sentences, or of those that are wanted.
    pub(crate) fn reports(&mut self, wanted: Option<&[bool]>) -> Vec<Report> {
        // In news about every second sentence reports something; what has no cue does not.
        let sentences = self.table.analysis().sentences.len();
        let cues = self.table.input.cues.len();
        let mut found: Vec<Report> = Vec::with_capacity(cues.min(sentences / 2 + 1));
        let mut last_sentence = None;
        let mut known = self.table.input.cues;
        for chunk in ChunkId::all(self.table.edge().index()) {
            let Some(cue) = cues::cue(&self.table, chunk, &mut known) else {
                continue;
            };
            let sentence = self.table.analysis().sentence_of[chunk.index()];
            if wanted.is_some_and(|wanted| !wanted[sentence.index()]) {
                continue;
            }
            let has_cue_before = last_sentence == Some(sentence);
            let source = self.source(&cue, has_cue_before);
            // What a thing reports is seldom in news, so that the weights give it too little.
            let Some((mention, features, confidence)) = source.or_else(|| {
                let input = self.table.input;
                let it = source::it_tells(input.analysis, input.mentions, &cue)?;
                Some((Some(it), EnumSet::empty(), noun_clause::CONFIDENCE))
            }) else {
                continue;
            };
            last_sentence = Some(sentence);
            make_room(&mut found, chunk.index(), self.table.edge().index());
            self.clauses.push(ReportingClause {
                cue: cue.head_chunk,
                source: mention.map(|mention| self.table.input.mention(mention).chunk),
                contents: [None; 2],
            });
            found.push(Report {
                spans: AttributionSpans::default(),
                cue,
                mention,
                features,
                confidence,
            });
        }
        for (number, report) in found.iter_mut().enumerate() {
            report.spans = self.spans(&report.cue, report.mention);
            let contents = &report.spans.contents;
            self.clauses[number].contents = [contents.first().copied(), contents.get(1).copied()];
        }
        found.retain(|report| !report.spans.contents.is_empty());
        found
    }

    /// From where to where the parts of an attribution reach whose cue and source are known.
    pub(crate) fn spans(
        &mut self,
        cue: &CueCandidate,
        mention: Option<MentionId>,
    ) -> AttributionSpans {
        let decisions = &mut Decisions::about(cue, &self.table, &mut self.scorer);
        let source = mention.map(|mention| source_span(decisions, mention));
        let (source, source_span) = source.unzip();
        let chunk = mention.map(|mention| self.table.input.mention(mention).chunk);
        let others = Others::of(&self.clauses, cue.head_chunk, chunk);
        let placement = placement(decisions, chunk, source, &others);
        let contents = placement.map_or_else(FewSpans::new, |placement| placement.contents());
        let before = placement.and_then(|placement| placement.before);
        let after = placement.and_then(|placement| placement.after);
        let (end, start) = (
            before.map(|piece| piece.last),
            after.map(|piece| piece.first),
        );
        AttributionSpans {
            source: source_span,
            cue: after_source(cue_span(decisions, source, end, start), source_span),
            contents,
        }
    }

    /// From where to where the source and cue of a quote reach that begins with the chunk `opening`. Its
    /// content is known, and left out.
    pub(crate) fn spans_beside_quote(
        &mut self,
        cue: &CueCandidate,
        mention: Option<MentionId>,
        opening: ChunkId,
    ) -> AttributionSpans {
        self.table.read_around(cue.head_chunk);
        if let Some(mention) = mention {
            self.table
                .read_around(self.table.input.mention(mention).chunk);
        }
        let decisions = &mut Decisions::about(cue, &self.table, &mut self.scorer);
        let source = mention.map(|mention| source_span(decisions, mention));
        let (source, source_span) = source.unzip();
        let content = Some(opening).filter(|&opening| opening > cue.last_chunk);
        AttributionSpans {
            source: source_span,
            cue: after_source(cue_span(decisions, source, None, content), source_span),
            contents: FewSpans::new(),
        }
    }

    /// Whether the cue reports, by which source if it has one, and how probable that is.
    fn source(
        &mut self,
        cue: &CueCandidate,
        has_cue_before: bool,
    ) -> Option<(Option<MentionId>, EnumSet<QuotationFeature>, f32)> {
        let mut decisions = Decisions::about(cue, &self.table, &mut self.scorer);
        let Decisions { table, cue, .. } = decisions;
        let input = table.input;
        if let Some(mention) = noun_clause::source(table, &cue) {
            return Some((Some(mention), EnumSet::empty(), noun_clause::CONFIDENCE));
        }
        if let Some(owner) = source::owner_within(input.analysis, input.mentions, cue.candidate) {
            return Some((Some(owner), EnumSet::empty(), noun_clause::CONFIDENCE));
        }
        let said = table.category(table.next(cue.candidate.last_chunk));
        if !matches!(said, Category::Quantity | Category::Stop | Category::Edge)
            && let Some(mention) =
                source::quoted_by_others(input.analysis, input.mentions, cue.candidate)
        {
            return Some((Some(mention), EnumSet::empty(), QUOTED_BY_OTHERS));
        }
        if let Some(mention) = source::told_by(input.analysis, input.mentions, cue.candidate) {
            return Some((Some(mention), EnumSet::empty(), noun_clause::CONFIDENCE));
        }
        decisions.begin(Decision::Source);
        let mut features = decisions.scorer.candidate(Decision::Source);
        describe_cue(table, &cue, has_cue_before, &mut features);
        if !decisions.scorer.share(features) || is_no_report(table, &cue) {
            return None;
        }
        decisions.add(Decision::Source, |_| (), || None);
        let describe = |features: &mut _| describe_no_source(table, &cue, features);
        decisions.add(Decision::Source, describe, || None);
        let subject = match cue.candidate.kind {
            CueKind::Verb => self.subjects.of(table, cue.candidate.head_chunk),
            _ => None,
        };
        let clause = ClauseOfCue::new(table, &cue, subject);
        self.sources.clear();
        source::candidates(
            input.analysis,
            input.mentions,
            cue.candidate,
            &mut self.sources,
        );
        self.sources.extend(main_subject(table, cue.candidate));
        add_subject(input, subject, &mut self.sources);
        for source in &self.sources {
            let mention = input.mention(source.mention);
            let span = || Some(entity::span(input.analysis, mention));
            let describe =
                |features: &mut _| describe_source(table, &cue, &clause, source, features);
            decisions.add(Decision::Source, describe, span);
        }
        let (number, confidence) = decisions.scorer.best_source()?;
        // The first two are that nothing is reported, and that no source is named.
        let source = number.checked_sub(2).map(|number| self.sources[number]);
        let features = source.map_or(EnumSet::empty(), |source| source.features);
        Some((source.map(|source| source.mention), features, confidence))
    }
}

/// A cue without the pronoun that is contracted with it: "’s said" of "she’s said".
fn after_source(cue: Span, source: Option<Span>) -> Span {
    let pronoun = source.filter(|source| cue.contains(*source) && source.start() == cue.start());
    match pronoun {
        Some(pronoun) => Span::between(pronoun.end() as u32, cue.end() as u32),
        None => cue,
    }
}

/// Adds the subject of a cue to its sources if it is none of them yet.
fn add_subject(input: &AttributionInput<'_>, subject: Option<ChunkId>, sources: &mut Vec<Source>) {
    let Some(mention) = subject.and_then(|chunk| input.mentions.of_chunk(chunk)) else {
        return;
    };
    if sources.iter().all(|source| source.mention != mention) {
        let mut features = EnumSet::empty();
        features.add(source::nature(input.analysis, input.mention(mention)));
        sources.push(Source {
            mention,
            features,
            after: false,
        });
    }
}
