//! The weights of who speaks a line, each feature's with the three turns among them.

use enumset::EnumSet;

use super::feature::{LineFeature, TURNS};
use crate::attribution::features::Feature;
use crate::attribution::reasons::Reason;
use crate::attribution::weights::{FeatureNumbers, FeatureWeights};

/// A weight for each feature of a line, and for some pairs of them.
#[derive(Clone, Debug)]
pub(crate) struct LineWeights {
    features: FeatureWeights<LineFeature>,
    /// By the number of a feature, the weights of its pairs with the three turns, and a zero.
    turns: Vec<[f32; 4]>,
}

impl LineWeights {
    /// Reads the table of a file.
    pub(in crate::attribution) fn read(table: &str) -> LineWeights {
        let features = FeatureWeights::read(table, |_, _| {});
        let mut turns = vec![[0.0; 4]; LineFeature::ALL.len()];
        for (place, turn) in TURNS.into_iter().enumerate() {
            let weights = features.pairs_with(turn);
            for (turns, weight) in turns.iter_mut().zip(weights) {
                turns[place] = *weight;
            }
        }
        LineWeights { features, turns }
    }

    /// The sum of the weights of all features and pairs in a set.
    pub(super) fn score(&self, features: EnumSet<LineFeature>) -> f32 {
        self.features.score(features)
    }

    /// The same, and the sum of the weights of all pairs of a feature in the set with each of the three
    /// turns.
    pub(super) fn score_with_turns(&self, features: EnumSet<LineFeature>) -> (f32, [f32; 3]) {
        let numbers = FeatureNumbers::of(features);
        let mut sums = [0.0; 4];
        for &number in numbers.list() {
            let weights = &self.turns[number as usize];
            let both = sums.iter_mut().zip(weights);
            both.for_each(|(sum, weight)| *sum += weight);
        }
        let [kept, changes, third, _] = sums;
        (self.features.score_listed(&numbers), [kept, changes, third])
    }

    pub(in crate::attribution) fn reasons(&self, features: EnumSet<LineFeature>) -> Vec<Reason> {
        self.features.reasons(features)
    }
}
