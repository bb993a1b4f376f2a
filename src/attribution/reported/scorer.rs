//! Who scores the candidates of each decision: the model, or a program that fits one.

use smallvec::SmallVec;

use super::decision::Decision;
use super::features::Features;
use crate::analysis::cue::CueCandidate;
use crate::attribution::data::FewSpans;
use crate::attribution::input::AttributionInput;
use crate::span::Span;

/// How many candidates of a decision are tried at most.
pub(crate) const MOST_RANKED: usize = 3;

/// Numbers of candidates, the best first, each with how probable it is.
pub(crate) type Ranked = SmallVec<[(usize, f32); MOST_RANKED]>;

/// Scores the candidates of one decision after another.
pub(crate) trait Scorer {
    /// What takes up the features of a candidate.
    type Features: Features;
    /// The same of a candidate of [`Decision::Placement`].
    type PlacementFeatures: Features;

    /// Begins a decision about a cue.
    fn begin(&mut self, decision: Decision, input: &AttributionInput<'_>, cue: &CueCandidate);

    /// A candidate that has no features yet.
    fn candidate(&self, decision: Decision) -> Self::Features;

    /// Makes these the features that all candidates but the first have in common. Returns whether
    /// one of those can be the best at all.
    fn share(&mut self, features: Self::Features) -> bool;

    /// Adds a candidate and the span that it stands for, if it stands for one.
    fn add(&mut self, features: Self::Features, span: impl FnOnce() -> Option<Span>);

    /// Whether the candidate added last scores so well that no further one need be added.
    fn is_settled(&self) -> bool;

    /// The number of the best candidate.
    fn best(&mut self) -> usize;

    /// The numbers of the candidates that are nearly as good as the best, which comes first, each with how probable it is
    /// among these.
    fn ranked(&mut self) -> Ranked;

    /// A candidate of [`Decision::Placement`] that has no features yet.
    fn placement(&self) -> Self::PlacementFeatures;

    /// Adds a candidate of [`Decision::Placement`], with how probable the decisions before make it.
    fn add_placement(
        &mut self,
        features: Self::PlacementFeatures,
        probability: f32,
        contents: impl FnOnce() -> FewSpans,
    );

    /// The number of the candidate of [`Decision::Placement`] that `choose` takes, which is given the odds of all.
    fn best_placement(&mut self, choose: impl FnOnce(&[f32]) -> usize) -> usize;

    /// The number of the best candidate of [`Decision::Source`] and how probable it is, unless it is the first, that
    /// nothing is reported.
    fn best_source(&mut self) -> Option<(usize, f32)>;
}
