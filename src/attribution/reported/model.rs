//! The fitted weights, and the scores that follow from them.

use super::decision::Decision;
use super::features::{BUCKETS, Features};
use super::scorer::Scorer;
use super::vocabulary::Vocabulary;
use crate::analysis::cue::CueCandidate;
use crate::attribution::input::AttributionInput;
use crate::exponential::exp;
use crate::span::Span;

/// No source is looked for if the features of the cue alone score less: none makes up for that, and
/// most verbs are done with here. Lower bounds changed no answer on the training text.
const PRUNE_CUE: f32 = -3.0;

/// Less than one by more than sums are rounded.
const CERTAINLY_LESS: f32 = 0.999;

/// Room for the scores of a decision; few have more candidates.
const INITIAL_CANDIDATES_CAPACITY: usize = 32;

/// A weight for each bucket of [`Features`].
#[derive(Clone, Debug)]
pub(crate) struct Model {
    weights: &'static [u8; BUCKETS],
    scale: f32,
    /// Of each decision.
    bounds: [Bounds; Decision::ALL.len()],
    vocabulary: Vocabulary,
}

/// Beyond what scores a decision needs no more work. The fit sets them so that one answer in a
/// thousand at most is another than it would be.
#[derive(Clone, Copy, Debug)]
struct Bounds {
    /// A candidate whose edge scores less is not the best.
    prune_below: i32,
    /// No later candidate is better than one that scores this.
    settled_from: i32,
}

impl Bounds {
    fn of([a, b, c, d]: [u8; 4]) -> Bounds {
        Bounds {
            prune_below: i16::from_le_bytes([a, b]).into(),
            settled_from: i16::from_le_bytes([c, d]).into(),
        }
    }
}

impl Model {
    /// How long the body of a file is: the scale, the bounds, the weights.
    #[cfg(feature = "fit")]
    pub(in crate::attribution) const BYTES: usize = 4 + 4 * Decision::ALL.len() + BUCKETS;

    /// Reads the body of a file.
    pub(in crate::attribution) fn read(bytes: &'static [u8], words: &str) -> Model {
        let (head, _) = bytes.as_chunks();
        Model {
            weights: bytes.last_chunk().expect("a weight for each bucket"),
            scale: f32::from_le_bytes(head[0]),
            bounds: std::array::from_fn(|decision| Bounds::of(head[1 + decision])),
            vocabulary: Vocabulary::new(words),
        }
    }

    pub(crate) fn vocabulary(&self) -> &Vocabulary {
        &self.vocabulary
    }

    /// A scorer by this model, by which a cue reports if that is at least as probable as `minimum`.
    pub(crate) fn scorer(&'static self, minimum: f32) -> ModelScorer {
        ModelScorer {
            model: self,
            minimum,
            settled_from: i32::MAX,
            shared: 0,
            scores: Vec::with_capacity(INITIAL_CANDIDATES_CAPACITY),
        }
    }
}

/// The weights of the features of a candidate, added up.
#[derive(Debug)]
pub(crate) struct Sum {
    weights: &'static [u8; BUCKETS],
    decision: Decision,
    prune_below: i32,
    sum: i32,
}

impl Features for Sum {
    #[inline]
    fn decision(&self) -> Decision {
        self.decision
    }

    #[inline]
    fn take(&mut self, bucket: usize) {
        self.sum += i32::from(self.weights[bucket] as i8);
    }

    #[inline]
    fn is_pruned(&mut self) -> bool {
        self.sum < self.prune_below
    }
}

/// Scores by the weights of a model.
#[derive(Debug)]
pub(crate) struct ModelScorer {
    model: &'static Model,
    minimum: f32,
    /// The bound of the decision.
    settled_from: i32,
    /// What all candidates but the first have in common.
    shared: i32,
    /// Of each candidate.
    scores: Vec<i32>,
}

impl Scorer for ModelScorer {
    type Features = Sum;

    fn begin(&mut self, decision: Decision, _: &AttributionInput<'_>, _: &CueCandidate) {
        self.settled_from = self.model.bounds[decision as usize].settled_from;
        self.shared = 0;
        self.scores.clear();
    }

    #[inline]
    fn candidate(&self, decision: Decision) -> Sum {
        Sum {
            weights: self.model.weights,
            decision,
            prune_below: self.model.bounds[decision as usize].prune_below,
            sum: 0,
        }
    }

    fn share(&mut self, features: Sum) -> bool {
        self.shared = features.sum;
        features.sum as f32 * self.model.scale >= PRUNE_CUE
    }

    #[inline]
    fn add(&mut self, features: Sum, _: impl FnOnce() -> Option<Span>) {
        self.scores.push(features.sum);
    }

    #[inline]
    fn is_settled(&self) -> bool {
        self.scores
            .last()
            .is_some_and(|&score| score >= self.settled_from)
    }

    fn best(&mut self) -> usize {
        let all = self.scores.iter().enumerate();
        all.max_by_key(|(_, score)| **score)
            .map_or(0, |(best, _)| best)
    }

    fn best_source(&mut self) -> Option<(usize, f32)> {
        let scale = self.model.scale;
        let (&nothing, sources) = self.scores.split_first()?;
        let nothing = nothing as f32 * scale;
        let shared = self.shared as f32 * scale;
        let sources = sources.iter().map(|&score| score as f32 * scale + shared);
        let best = sources.clone().enumerate();
        let (number, score) = best.max_by(|a, b| a.1.total_cmp(&b.1))?;
        let top = score.max(nothing);
        let odds = |score: f32| exp(score - top);
        // As if all were as probable as the best. Where even that is too little, the others need not be asked.
        let most = 1.0 + sources.len() as f32 * odds(score);
        if score < nothing && (1.0 - self.minimum) * most < CERTAINLY_LESS {
            return None;
        }
        let nothing = odds(nothing);
        let all = sources.map(odds).fold(nothing, |all, odds| all + odds);
        let reports = nothing <= (1.0 - self.minimum) * all;
        reports.then(|| (number + 1, odds(score) / all))
    }
}
