//! A conditional log-linear model: choices among described candidates, of which some are right.

use std::ops::Range;

use rayon::prelude::*;

use super::climb::{Climb, climb};

/// In how many parts of the choices gradients are added up, in their order: the sums are the same on
/// any number of threads.
const PARTS: usize = 8;
/// The fewest choices of a part, for a part of the gradient is as long as all of it.
const LEAST_PART: usize = 1000;

/// Choices with their right answers, all features in one list.
#[derive(Debug, Default)]
pub(super) struct Choices {
    features: Vec<u32>,
    choices: Vec<Choice>,
}

/// A choice; features are given by their positions among all.
#[derive(Debug)]
struct Choice {
    /// What all candidates but the first have in common.
    shared: Range<usize>,
    candidates: Vec<Range<usize>>,
    right: Vec<bool>,
}

/// What is known of the weights before any text is read.
#[derive(Clone, Debug)]
pub(super) struct Prior {
    /// What each weight is expected to be.
    pub(super) expected: Vec<f64>,
    /// The share of the difference from it that counts against each weight.
    pub(super) strength: Vec<f64>,
}

impl Prior {
    pub(super) fn gradient(&self, weights: &[f64]) -> Vec<f64> {
        let pairs = self.expected.iter().zip(&self.strength).zip(weights);
        pairs
            .map(|((expected, strength), weight)| strength * (expected - weight))
            .collect()
    }
}

impl Choices {
    /// Adds a choice; `right` tells of each candidate whether it is right.
    pub(super) fn add<'f>(
        &mut self,
        shared: &[u32],
        candidates: impl IntoIterator<Item = &'f [u32]>,
        right: Vec<bool>,
    ) {
        let shared = self.store(shared);
        let candidates = candidates.into_iter();
        let candidates = candidates.map(|features| self.store(features)).collect();
        self.choices.push(Choice {
            shared,
            candidates,
            right,
        });
    }

    fn store(&mut self, features: &[u32]) -> Range<usize> {
        let start = self.features.len();
        self.features.extend(features);
        start..self.features.len()
    }

    /// Adds those of another text after these.
    pub(super) fn append(&mut self, other: Choices) {
        let by = self.features.len();
        let moved = |range: Range<usize>| range.start + by..range.end + by;
        self.features.extend(other.features);
        self.choices
            .extend(other.choices.into_iter().map(|choice| Choice {
                shared: moved(choice.shared),
                candidates: choice.candidates.into_iter().map(moved).collect(),
                right: choice.right,
            }));
    }

    /// The features of each candidate of a choice, but those that they have in common.
    pub(super) fn candidates(&self, choice: usize) -> impl Iterator<Item = &[u32]> {
        let candidates = self.choices[choice].candidates.iter();
        candidates.map(|range| &self.features[range.clone()])
    }

    pub(super) fn len(&self) -> usize {
        self.choices.len()
    }

    /// The weights under which the right answers are most probable.
    pub(super) fn fit(&self, prior: &Prior, how: Climb) -> Vec<f64> {
        climb(prior.expected.clone(), how, |weights| {
            let mut gradient = prior.gradient(weights);
            let size = self.choices.len().div_ceil(PARTS).max(LEAST_PART);
            let parts: Vec<Vec<f64>> = self
                .choices
                .par_chunks(size)
                .map(|part| self.part_of_gradient(part, weights))
                .collect();
            for part in parts {
                gradient
                    .iter_mut()
                    .zip(part)
                    .for_each(|(sum, own)| *sum += own);
            }
            gradient
        })
    }

    fn part_of_gradient(&self, part: &[Choice], weights: &[f64]) -> Vec<f64> {
        let mut gradient = vec![0.0; weights.len()];
        let mut push = |features: &Range<usize>, push: f64| {
            for &feature in &self.features[features.clone()] {
                gradient[feature as usize] += push;
            }
        };
        for choice in part {
            let odds = self.probabilities(choice, weights);
            let right = odds.iter().zip(&choice.right).filter(|(_, right)| **right);
            let right: f64 = right.map(|(odds, _)| odds).sum();
            let mut of_all = 0.0;
            for (number, features) in choice.candidates.iter().enumerate() {
                let wanted = if choice.right[number] {
                    odds[number] / right
                } else {
                    0.0
                };
                if number > 0 {
                    of_all += wanted - odds[number];
                }
                push(features, wanted - odds[number]);
            }
            push(&choice.shared, of_all);
        }
        gradient
    }

    fn probabilities(&self, choice: &Choice, weights: &[f64]) -> Vec<f64> {
        let score = |features: &Range<usize>| -> f64 {
            let features = self.features[features.clone()].iter();
            features.map(|&feature| weights[feature as usize]).sum()
        };
        let shared = score(&choice.shared);
        let own = choice.candidates.iter().map(score).enumerate();
        probabilities(own.map(|(number, own)| if number > 0 { own + shared } else { own }))
    }

    /// In how many choices the likeliest candidate is right.
    pub(super) fn right(&self, weights: &[f64]) -> usize {
        let is_right = |choice: &&Choice| {
            let odds = self.probabilities(choice, weights);
            let best = (0..odds.len()).max_by(|&a, &b| odds[a].total_cmp(&odds[b]));
            best.is_some_and(|best| choice.right[best])
        };
        self.choices.iter().filter(is_right).count()
    }
}

/// The probability of each of several scores, which is proportional to its exponential.
fn probabilities(scores: impl Iterator<Item = f64>) -> Vec<f64> {
    let mut odds: Vec<f64> = scores.collect();
    let top = odds.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    odds.iter_mut()
        .for_each(|score| *score = (*score - top).exp());
    let sum: f64 = odds.iter().sum();
    odds.iter_mut().for_each(|odds| *odds /= sum);
    odds
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_right_gets_weight() {
        let mut choices = Choices::default();
        for _ in 0..50 {
            choices.add(&[2], [&[0][..], &[1]], vec![false, true]);
            choices.add(&[], [&[0][..], &[3]], vec![true, false]);
        }
        let prior = Prior {
            expected: vec![0.0; 4],
            strength: vec![1.0; 4],
        };
        let how = Climb {
            rounds: 100,
            longest: 1.0,
        };
        let weights = choices.fit(&prior, how);
        assert!(
            weights[1] > 0.5 && weights[2] > 0.5 && weights[3] < -0.5,
            "{weights:?}"
        );
        assert_eq!(choices.right(&weights), choices.len());
    }
}
