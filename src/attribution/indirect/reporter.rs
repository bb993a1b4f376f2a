//! Asks the questions about a cue, in their order.

use super::content_extent::{content_before, content_behind};
use super::cue_extent::cue_extent;
use super::cues;
use super::inquiry::Inquiry;
use super::model::Vocabulary;
use super::side::{Side, side};
use super::source_extent::source_extent;
use super::view::View;
use super::who::{describe_cue, describe_nobody, describe_source, subject_ahead};
use super::{Decider, Stage};
use crate::attribution::evidence::EvidenceSet;
use crate::attribution::source::{self, Source};
use crate::attribution::{Scene, USUAL};
use crate::cue::CueGroup;
use crate::span::Span;
use crate::speaker;

/// A cue that reports.
#[derive(Clone, Debug)]
pub(crate) struct Report {
    pub(crate) cue: CueGroup,
    /// The number of the source among the actors.
    pub(crate) actor: Option<u32>,
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
            Vec::with_capacity(self.view.reading().sentences.len() / 2 + 1);
        let mut sentence = u32::MAX;
        let mut cued = false;
        let mut known = self.view.scene.cues;
        for unit in 0..self.view.edge() {
            let Some(cue) = cues::cue(&self.view, unit, &mut known) else {
                continue;
            };
            let own = self.view.reading().sentence_of[unit as usize];
            if own != sentence {
                (sentence, cued) = (own, false);
            }
            let Some((actor, evidence, confidence)) = self.source(&cue, cued) else {
                continue;
            };
            cued = true;
            let extent = self.extent(&cue, actor);
            if !extent.contents.is_empty() {
                reports.push(Report {
                    cue,
                    actor,
                    evidence,
                    confidence,
                    extent,
                });
            }
        }
        reports
    }

    /// How far the parts of an attribution reach whose cue and source are known.
    pub(crate) fn extent(&mut self, cue: &CueGroup, actor: Option<u32>) -> Extent {
        let inquiry = &mut Inquiry::new(&self.view, cue, &mut self.decider);
        let source = actor.map(|actor| source_extent(inquiry, actor));
        let (source, source_span) = source.unzip();
        let unit = actor.map(|actor| self.view.scene.actors.all[actor as usize].unit);
        let side = side(inquiry, unit);
        let mut contents = Vec::with_capacity(2);
        if side != Side::Behind {
            contents.extend(content_before(inquiry, source));
        }
        let mut start = None;
        if side != Side::Before
            && let Some((first, span)) = content_behind(inquiry, source)
        {
            start = Some(first);
            contents.push(span);
        }
        Extent {
            source: source_span,
            cue: cue_extent(inquiry, source, start),
            contents,
        }
    }

    /// How far the source and cue of a quote reach that begins with the unit `opening`. Its content is
    /// known, and left out.
    pub(crate) fn beside_quote(
        &mut self,
        cue: &CueGroup,
        actor: Option<u32>,
        opening: u32,
    ) -> Extent {
        let inquiry = &mut Inquiry::new(&self.view, cue, &mut self.decider);
        let source = actor.map(|actor| source_extent(inquiry, actor));
        let (source, source_span) = source.unzip();
        let content = Some(opening).filter(|&opening| opening > cue.last_unit);
        Extent {
            source: source_span,
            cue: cue_extent(inquiry, source, content),
            contents: Vec::new(),
        }
    }

    /// Whether the cue reports, and by which source if it has one.
    fn source(&mut self, cue: &CueGroup, cued: bool) -> Option<(Option<u32>, EvidenceSet, f32)> {
        let mut inquiry = Inquiry::new(&self.view, cue, &mut self.decider);
        let Inquiry { view, cue, .. } = inquiry;
        let scene = view.scene;
        inquiry.begin(Stage::Source);
        let mut features = inquiry.decider.candidate(Stage::Source);
        describe_cue(view, &cue, cued, &mut features);
        if !inquiry.decider.share(features) {
            return None;
        }
        inquiry.enter(Stage::Source, |_| (), || None);
        let describe = |features: &mut _| describe_nobody(view, &cue, features);
        inquiry.enter(Stage::Source, describe, || None);
        self.sources.clear();
        source::candidates(scene.reading, scene.actors, cue.group, &mut self.sources);
        self.sources.extend(subject_ahead(view, cue.group));
        for source in &self.sources {
            let actor = &scene.actors.all[source.actor as usize];
            let stretch = || Some(speaker::span(scene.reading, actor));
            let describe = |features: &mut _| describe_source(view, &cue, source, features);
            inquiry.enter(Stage::Source, describe, stretch);
        }
        match inquiry.decider.source() {
            (0, _) => None,
            (1, confidence) => Some((None, EvidenceSet::default(), confidence)),
            (number, confidence) => {
                let source = self.sources[number - 2];
                Some((Some(source.actor), source.evidence, confidence))
            }
        }
    }
}
