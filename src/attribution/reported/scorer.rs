//! Who scores the candidates of each decision: the model, or a program that fits one.

use super::decision::Decision;
use super::features::Features;
use crate::analysis::cue::CueCandidate;
use crate::attribution::input::AttributionInput;
use crate::span::Span;

/// Scores the candidates of one decision after another.
pub(crate) trait Scorer {
    /// What takes up the features of a candidate.
    type Features: Features;

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

    /// The number of the best candidate of [`Decision::Source`] and how probable it is, unless it is the first, that
    /// nothing is reported.
    fn best_source(&mut self) -> Option<(usize, f32)>;
}
