//! The fitted weights, and the scores that follow from them.

use super::decision::Decision;
use super::features::{BUCKETS, Features, PLACEMENT_BITS, PLACEMENT_BUCKETS};
use super::scorer::{MOST_RANKED, Ranked, Scorer};
use super::vocabulary::Vocabulary;
use crate::analysis::cue::CueCandidate;
use crate::attribution::data::FewSpans;
use crate::attribution::input::AttributionInput;
use crate::exponential::exp;
use crate::span::Span;

/// No source is looked for if the features of the cue alone score less: none makes up for that, and
/// most verbs are done with here. Lower bounds changed no answer on the training text.
const PRUNE_CUE: f32 = -3.0;

/// By how much a candidate may score less than the best to be compared in placements, in the logarithm of its odds. With 4,
/// 1.6 times as many placements are compared, and no figure is better by more than 0.1.
const MARGIN: f32 = 3.0;

/// Less than one by more than sums are rounded.
const CERTAINLY_LESS: f32 = 0.999;

/// Room for the scores of a decision; few have more candidates.
const INITIAL_CANDIDATES_CAPACITY: usize = 32;

/// A weight for each bucket of [`Features`].
#[derive(Clone, Debug)]
pub(crate) struct Model {
    weights: &'static [u8; BUCKETS],
    scale: f32,
    /// The same of placements.
    of_placements: &'static [u8; PLACEMENT_BUCKETS],
    scale_of_placements: f32,
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
    /// How long the body of a file is: the scale, the bounds, the weights, the scale and the weights of placements.
    #[cfg(feature = "fit")]
    pub(in crate::attribution) const BYTES: usize =
        4 + 4 * Decision::ALL.len() + BUCKETS + Model::PLACEMENT_BYTES;

    /// How much of that the last two take.
    #[cfg(feature = "fit")]
    pub(in crate::attribution) const PLACEMENT_BYTES: usize = 4 + PLACEMENT_BUCKETS;

    /// Reads the body of a file.
    pub(in crate::attribution) fn read(bytes: &'static [u8], words: &str) -> Model {
        let (head, _) = bytes.as_chunks();
        let last = bytes.split_last_chunk();
        let (rest, of_placements) = last.expect("a weight for each bucket");
        let (rest, scale_of_placements) = rest.split_last_chunk().expect("a scale");
        Model {
            weights: rest.last_chunk().expect("a weight for each bucket"),
            of_placements,
            scale_of_placements: f32::from_le_bytes(*scale_of_placements),
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
            odds: Vec::with_capacity(INITIAL_CANDIDATES_CAPACITY),
        }
    }
}

/// The weights of the features of a placement, added up.
#[derive(Debug)]
pub(crate) struct PlacementSum {
    weights: &'static [u8; PLACEMENT_BUCKETS],
    sum: i32,
}

impl Features for PlacementSum {
    const BITS: u32 = PLACEMENT_BITS;

    #[inline]
    fn decision(&self) -> Decision {
        Decision::Placement
    }

    #[inline]
    fn take(&mut self, bucket: usize) {
        self.sum += i32::from(self.weights[bucket] as i8);
    }

    fn is_pruned(&mut self) -> bool {
        false
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
    /// Of each placement.
    odds: Vec<f32>,
}

impl Scorer for ModelScorer {
    type Features = Sum;
    type PlacementFeatures = PlacementSum;

    fn begin(&mut self, decision: Decision, _: &AttributionInput<'_>, _: &CueCandidate) {
        self.settled_from = self.model.bounds[decision as usize].settled_from;
        self.shared = 0;
        self.scores.clear();
        self.odds.clear();
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

    fn ranked(&mut self) -> Ranked {
        let best = self.best();
        let mut ranked = Ranked::new();
        let Some(&top) = self.scores.get(best) else {
            return ranked;
        };
        let scale = self.model.scale;
        let least = top - (MARGIN / scale) as i32;
        let near = self.scores.iter().filter(|&&score| score >= least);
        if near.count() == 1 {
            ranked.push((best, 1.0));
            return ranked;
        }
        let mut all = 0.0;
        for (number, &score) in self.scores.iter().enumerate() {
            if score < least {
                continue;
            }
            let odds = exp((score - top) as f32 * scale);
            all += odds;
            let better = ranked.iter().take_while(|&&(_, other)| other >= odds);
            let better = better.count();
            if better < MOST_RANKED {
                ranked.truncate(MOST_RANKED - 1);
                ranked.insert(better, (number, odds));
            }
        }
        ranked.iter_mut().for_each(|(_, odds)| *odds /= all);
        ranked
    }

    fn placement(&self) -> PlacementSum {
        PlacementSum {
            weights: self.model.of_placements,
            sum: 0,
        }
    }

    fn add_placement(
        &mut self,
        features: PlacementSum,
        probability: f32,
        _: impl FnOnce() -> FewSpans,
    ) {
        let scale = self.model.scale_of_placements;
        self.odds
            .push(probability * exp(features.sum as f32 * scale));
    }

    fn best_placement(&mut self, choose: impl FnOnce(&[f32]) -> usize) -> usize {
        choose(&self.odds)
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
