//! What a program needs that fits the weights to annotated text: every choice that the detector
//! makes, with its candidates, and a say in what is chosen.

use crate::attribution::{Candidate, Chooser, EvidenceKind, Scene};
use crate::detector::QuoteDetector;
use crate::span::Span;
use crate::speaker;

/// A choice among candidates, the first of which is that nobody is quoted.
#[derive(Clone, Debug)]
pub struct Choice {
    /// The quote that somebody may have said.
    pub quote: Span,
    /// What can be chosen.
    pub candidates: Vec<Alternative>,
}

/// A candidate of a [`Choice`].
#[derive(Clone, Debug)]
pub struct Alternative {
    /// The mention that would be the source; `None` if nobody is quoted.
    pub source: Option<Span>,
    /// Whether it is only the owner of something, as in “Rutte's plan”.
    pub owner: bool,
    /// Whether it goes on with the source of the quote before.
    pub goes_on: bool,
    /// The kinds of evidence that it has.
    pub evidence: Vec<EvidenceKind>,
}

/// Reads a text and lets `choose` make every choice, by the number of the candidate.
pub fn choices(detector: &QuoteDetector, text: &str, choose: impl FnMut(&Choice) -> usize) {
    struct Told<F>(F);
    impl<F: FnMut(&Choice) -> usize> Chooser for Told<F> {
        fn choose(
            &mut self,
            scene: &Scene<'_>,
            quote: u32,
            candidates: &[Candidate],
        ) -> (usize, f32) {
            let candidate = |one: &Candidate| {
                let actor = one.actor.map(|actor| &scene.actors.all[actor as usize]);
                Alternative {
                    source: actor.map(|actor| speaker::span(scene.reading, actor)),
                    owner: actor.is_some_and(|actor| actor.possessor),
                    goes_on: one.goes_on,
                    evidence: one.evidence.iter().collect(),
                }
            };
            let choice = Choice {
                quote: scene.reading.quotes[quote as usize].span(),
                candidates: candidates.iter().map(candidate).collect(),
            };
            ((self.0)(&choice), 1.0)
        }
    }
    detector.read(text, &mut Told(choose));
}
