//! The weights of who speaks a line, each feature's with the three turns among them.

use enumset::EnumSet;

use super::feature::{LineFeature, TURNS};
use crate::attribution::reasons::Reason;
use crate::attribution::weights;
use crate::model::{Feature, FeatureNumbers, FeatureWeights};

/// A weight for each feature of a line, and for some pairs of them.
#[derive(Clone, Debug)]
pub(crate) struct LineWeights {
    features: FeatureWeights<LineFeature>,
    /// By the number of a feature, the weights of its pairs with the three turns, and a zero.
    turns: Vec<[f32; 4]>,
    calibration: Calibration,
}

/// How often who is the most probable is right, in texts to which nothing was fitted: points of a line, each a probability
/// and the share that is right, in ascending order.
#[derive(Clone, Debug, Default)]
struct Calibration(Vec<(f32, f32)>);

impl Calibration {
    /// Enters a point, whose label is its probability.
    fn enter(&mut self, label: &str, right: f32) {
        if let Ok(probability) = label.parse() {
            self.0.push((probability, right));
        }
    }

    /// The share that is right at a probability: on the line between the two points beside it, and no more than at the last.
    fn at(&self, probability: f32) -> f32 {
        let after = self.0.partition_point(|&(point, _)| point < probability);
        let Some(&(high, high_right)) = self.0.get(after) else {
            return self.0.last().map_or(probability, |&(_, right)| right);
        };
        let before = after.checked_sub(1).map(|before| self.0[before]);
        let (low, low_right) = before.unwrap_or((0.0, 0.0));
        if high <= low {
            return high_right;
        }
        low_right + (high_right - low_right) * (probability - low) / (high - low)
    }
}

impl LineWeights {
    /// Reads the table of a file.
    pub(in crate::attribution) fn read(table: &str) -> LineWeights {
        let mut calibration = Calibration::default();
        let features =
            FeatureWeights::read(table, |label, weight| calibration.enter(label, weight));
        let mut turns = vec![[0.0; 4]; LineFeature::ALL.len()];
        for (position, turn) in TURNS.into_iter().enumerate() {
            let weights = features.pairs_with(turn);
            for (turns, weight) in turns.iter_mut().zip(weights) {
                turns[position] = *weight;
            }
        }
        LineWeights {
            features,
            turns,
            calibration,
        }
    }

    /// How sure it is that somebody speaks a line who is so probable.
    pub(super) fn confidence(&self, probability: f32) -> f32 {
        self.calibration.at(probability)
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
        weights::reasons(&self.features, features)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn confidence_lies_on_the_line_between_points() {
        let weights = LineWeights::read("turn-kept 1.0\n0.5 0.4\n0.9 0.8\n");
        let points = [
            (0.0, 0.0),
            (0.25, 0.2),
            (0.5, 0.4),
            (0.7, 0.6),
            (0.9, 0.8),
            (0.95, 0.8),
            (1.0, 0.8),
        ];
        for (probability, wanted) in points {
            let found = weights.confidence(probability);
            assert!((found - wanted).abs() < 1e-5, "{found} at {probability}");
        }
    }

    #[test]
    fn without_points_it_is_the_probability() {
        let weights = LineWeights::read("");
        assert!((weights.confidence(0.3) - 0.3).abs() < 1e-6);
    }
}
