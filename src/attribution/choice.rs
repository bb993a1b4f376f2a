//! The choice among candidates: a weighted sum of their evidence, made a probability.

use super::{Candidate, Scene, Weights};
use crate::parts::SpeakerId;
use crate::speaker::Speakers;

/// Below this probability words in marks within a sentence are taken to quote nobody: a wrong
/// speaker costs more than none.
const DOUBT: f32 = 0.4;

/// Picks one of several candidates.
pub(crate) trait Chooser {
    /// The number of the candidate that says a quote, and how sure that is.
    fn choose(
        &mut self,
        scene: &Scene<'_>,
        speakers: &Speakers<'_>,
        quote: u32,
        candidates: &[Candidate],
    ) -> (usize, f32);
}

/// Takes the speaker with the greatest probability, all mentions and cues that lead to him together,
/// and of these the likeliest.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Softmax<'w>(pub(crate) &'w Weights);

impl Chooser for Softmax<'_> {
    fn choose(
        &mut self,
        _: &Scene<'_>,
        speakers: &Speakers<'_>,
        _: u32,
        candidates: &[Candidate],
    ) -> (usize, f32) {
        let scores: Vec<f32> = candidates.iter().map(|one| self.0.of(one)).collect();
        let top = scores.iter().copied().fold(f32::NEG_INFINITY, f32::max);
        let odds: Vec<f32> = scores.iter().map(|score| (score - top).exp()).collect();
        let all: f32 = odds.iter().sum();
        let whose: Vec<Whose> = candidates
            .iter()
            .map(|one| Whose::of(speakers, one))
            .collect();
        let mut sums: Vec<(Whose, f32)> = Vec::with_capacity(candidates.len());
        for (&one, &odds) in whose.iter().zip(&odds) {
            match sums.iter_mut().find(|(other, _)| *other == one) {
                Some((_, sum)) => *sum += odds,
                None => sums.push((one, odds)),
            }
        }
        let share = |one: Whose| {
            let sum = sums.iter().find(|(other, _)| *other == one);
            sum.map_or(0.0, |(_, sum)| sum / all)
        };
        let mut best = (0, 0.0, 0.0);
        for (number, &one) in whose.iter().enumerate() {
            let share = share(one);
            if (share, odds[number]) > (best.1, best.2) {
                best = (number, share, odds[number]);
            }
        }
        let sentence = candidates[0].is_sentence();
        if best.1 < DOUBT && !sentence {
            (0, share(Whose::Nobody))
        } else {
            (best.0, best.1)
        }
    }
}

/// What candidates must share to count together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Whose {
    Nobody,
    Speaker(SpeakerId),
    Actor(u32),
}

impl Whose {
    fn of(speakers: &Speakers<'_>, candidate: &Candidate) -> Whose {
        let Some(actor) = candidate.actor else {
            return Whose::Nobody;
        };
        let speaker = speakers.of_actor(actor);
        speaker.map_or(Whose::Actor(actor), Whose::Speaker)
    }
}
