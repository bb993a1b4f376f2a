//! One cue that is asked about.

use super::cues::CueView;
use super::view::View;
use super::{Decider, Stage};
use crate::analysis::cue::CueGroup;
use crate::span::Span;

/// A cue, the text in which it stands, and who answers.
pub(super) struct Question<'q, D> {
    pub(super) view: &'q View<'q>,
    pub(super) cue: CueView<'q>,
    pub(super) decider: &'q mut D,
}

impl<'q, D: Decider> Question<'q, D> {
    pub(super) fn new(view: &'q View<'q>, cue: &'q CueGroup, decider: &'q mut D) -> Self {
        Question {
            view,
            cue: CueView::of(view, cue),
            decider,
        }
    }

    pub(super) fn begin(&mut self, stage: Stage) {
        self.decider.begin(stage, self.view.scene, self.cue.group);
    }

    /// Adds a candidate of which `describe` gives the features.
    #[inline]
    pub(super) fn enter(
        &mut self,
        stage: Stage,
        describe: impl FnOnce(&mut D::Features),
        stretch: impl FnOnce() -> Option<Span>,
    ) {
        let mut features = self.decider.candidate(stage);
        describe(&mut features);
        self.decider.enter(features, stretch);
    }

    /// The right one of several candidates, each of which stands for a stretch. About one alone
    /// nothing is asked, nor about those behind one that is good enough.
    #[inline]
    pub(super) fn pick<C: Copy>(
        &mut self,
        stage: Stage,
        mut candidates: impl Iterator<Item = C> + Clone,
        describe: impl Fn(C, &mut D::Features),
        stretch: impl Fn(C) -> Span,
    ) -> Option<C> {
        let mut all = candidates.clone();
        let first = candidates.next()?;
        if candidates.next().is_none() {
            return Some(first);
        }
        self.begin(stage);
        for candidate in all.clone() {
            let features = |features: &mut D::Features| describe(candidate, features);
            self.enter(stage, features, || Some(stretch(candidate)));
            if self.decider.is_enough() {
                break;
            }
        }
        all.nth(self.decider.likeliest())
    }
}
