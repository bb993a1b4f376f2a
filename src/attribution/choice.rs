//! The choice among candidates: a weighted sum of their evidence, made a probability.

use super::{Candidate, Scene, Weights};

/// Picks one of several candidates.
pub(crate) trait Chooser {
    /// The number of the candidate that says a quote, and how sure that is.
    fn choose(&mut self, scene: &Scene<'_>, quote: u32, candidates: &[Candidate]) -> (usize, f32);
}

/// Takes the source with the greatest probability, all cues and ways that lead to it together.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Softmax<'w>(pub(crate) &'w Weights);

impl Chooser for Softmax<'_> {
    fn choose(&mut self, _: &Scene<'_>, _: u32, candidates: &[Candidate]) -> (usize, f32) {
        let scores: Vec<f32> = candidates
            .iter()
            .map(|one| self.0.score(one))
            .collect();
        let top = scores.iter().copied().fold(f32::NEG_INFINITY, f32::max);
        let odds: Vec<f32> = scores.iter().map(|score| (score - top).exp()).collect();
        let all: f32 = odds.iter().sum();
        // What each source has of the odds.
        let mut sums: Vec<(Option<u32>, f32)> = Vec::new();
        for (candidate, odds) in candidates.iter().zip(&odds) {
            match sums.iter_mut().find(|(actor, _)| *actor == candidate.actor) {
                Some((_, sum)) => *sum += odds,
                None => sums.push((candidate.actor, *odds)),
            }
        }
        let mut best = (0, 0.0, 0.0);
        for (number, candidate) in candidates.iter().enumerate() {
            let sum = sums.iter().find(|(actor, _)| *actor == candidate.actor);
            let share = sum.map_or(0.0, |(_, sum)| sum / all);
            if (share, odds[number]) > (best.1, best.2) {
                best = (number, share, odds[number]);
            }
        }
        (best.0, best.1)
    }
}
