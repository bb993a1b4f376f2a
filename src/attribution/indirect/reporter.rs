//! Asks the questions about a cue, in their order.

use super::content_span::{content_before, content_behind};
use super::cue_span::cue_span;
use super::cues;
use super::model::Vocabulary;
use super::question::Question;
use super::side::{Side, side};
use super::source_features::{describe_cue, describe_nobody, describe_source, subject_ahead};
use super::source_span::source_span;
use super::view::View;
use super::{Decider, Stage};
use crate::analysis::cue::CueGroup;
use crate::attribution::evidence::EvidenceSet;
use crate::attribution::source::{self, Source};
use crate::attribution::{Scene, USUAL};
use crate::entity;
use crate::ids::{ChunkId, MentionId, SentenceId};
use crate::span::Span;

/// A cue that reports.
#[derive(Clone, Debug)]
pub(crate) struct Report {
    pub(crate) cue: CueGroup,
    /// The number of the source among the mentions.
    pub(crate) mention: Option<MentionId>,
    pub(crate) evidence: EvidenceSet,
    pub(crate) confidence: f32,
    pub(crate) extent: Extent,
}

/// From where to where the parts of an attribution reach.
#[derive(Clone, Debug)]
pub(crate) struct Extent {
    pub(crate) source: Option<Span>,
    pub(crate) cue: Span,
    /// In text order; at most one on each side of the cue.
    pub(crate) contents: Vec<Span>,
}

/// Asks about one cue after another of a text.
pub(crate) struct Reporter<'a, D> {
    view: View<'a>,
    decider: D,
    // Used again for each cue.
    sources: Vec<Source>,
}

impl<'a, D: Decider> Reporter<'a, D> {
    pub(crate) fn new(scene: &'a Scene<'a>, vocabulary: &'a Vocabulary, decider: D) -> Self {
        Reporter {
            view: View::new(scene, vocabulary),
            decider,
            sources: Vec::with_capacity(USUAL),
        }
    }

    /// The cues that report.
    pub(crate) fn reports(&mut self) -> Vec<Report> {
        // In news about every second sentence reports something.
        let mut reports: Vec<Report> =
            Vec::with_capacity(self.view.analysis().sentences.len() / 2 + 1);
        let mut sentence: Option<SentenceId> = None;
        let mut cued = false;
        let mut known = self.view.scene.cues;
        for chunk in ChunkId::all(self.view.edge().index()) {
            let Some(cue) = cues::cue(&self.view, chunk, &mut known) else {
                continue;
            };
            let own = self.view.analysis().sentence_of[chunk.index()];
            if sentence != Some(own) {
                (sentence, cued) = (Some(own), false);
            }
            let Some((mention, evidence, confidence)) = self.source(&cue, cued) else {
                continue;
            };
            cued = true;
            let extent = self.extent(&cue, mention);
            if !extent.contents.is_empty() {
                reports.push(Report {
                    cue,
                    mention,
                    evidence,
                    confidence,
                    extent,
                });
            }
        }
        reports
    }

    /// How far the parts of an attribution reach whose cue and source are known.
    pub(crate) fn extent(&mut self, cue: &CueGroup, mention: Option<MentionId>) -> Extent {
        let question = &mut Question::new(&self.view, cue, &mut self.decider);
        let source = mention.map(|mention| source_span(question, mention));
        let (source, source_span) = source.unzip();
        let chunk = mention.map(|mention| self.view.scene.mentions.all[mention.index()].chunk);
        let side = side(question, chunk);
        let mut contents = Vec::with_capacity(2);
        if side != Side::Behind {
            contents.extend(content_before(question, source));
        }
        let mut start = None;
        if side != Side::Before
            && let Some((first, span)) = content_behind(question, source)
        {
            start = Some(first);
            contents.push(span);
        }
        Extent {
            source: source_span,
            cue: cue_span(question, source, start),
            contents,
        }
    }

    /// How far the source and cue of a quote reach that begins with the chunk `opening`. Its content is
    /// known, and left out.
    pub(crate) fn beside_quote(
        &mut self,
        cue: &CueGroup,
        mention: Option<MentionId>,
        opening: ChunkId,
    ) -> Extent {
        let question = &mut Question::new(&self.view, cue, &mut self.decider);
        let source = mention.map(|mention| source_span(question, mention));
        let (source, source_span) = source.unzip();
        let content = Some(opening).filter(|&opening| opening > cue.last_chunk);
        Extent {
            source: source_span,
            cue: cue_span(question, source, content),
            contents: Vec::new(),
        }
    }

    /// Whether the cue reports, and by which source if it has one.
    fn source(
        &mut self,
        cue: &CueGroup,
        cued: bool,
    ) -> Option<(Option<MentionId>, EvidenceSet, f32)> {
        let mut question = Question::new(&self.view, cue, &mut self.decider);
        let Question { view, cue, .. } = question;
        let scene = view.scene;
        question.begin(Stage::Source);
        let mut features = question.decider.candidate(Stage::Source);
        describe_cue(view, &cue, cued, &mut features);
        if !question.decider.share(features) {
            return None;
        }
        question.enter(Stage::Source, |_| (), || None);
        let describe = |features: &mut _| describe_nobody(view, &cue, features);
        question.enter(Stage::Source, describe, || None);
        self.sources.clear();
        source::candidates(scene.analysis, scene.mentions, cue.group, &mut self.sources);
        self.sources.extend(subject_ahead(view, cue.group));
        for source in &self.sources {
            let mention = &scene.mentions.all[source.mention.index()];
            let stretch = || Some(entity::span(scene.analysis, mention));
            let describe = |features: &mut _| describe_source(view, &cue, source, features);
            question.enter(Stage::Source, describe, stretch);
        }
        match question.decider.source() {
            (0, _) => None,
            (1, confidence) => Some((None, EvidenceSet::default(), confidence)),
            (number, confidence) => {
                let source = self.sources[number - 2];
                Some((Some(source.mention), source.evidence, confidence))
            }
        }
    }
}
