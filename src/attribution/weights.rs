//! The table of weights: what each kind of evidence adds to a candidate's score.

use once_cell::sync::Lazy;

use super::evidence::{Evidence, EvidenceKind, EvidenceSet};

/// A weight for each kind of evidence.
#[derive(Clone, Debug)]
pub(crate) struct Weights(Vec<f32>);

impl Weights {
    /// The weights for news.
    pub(crate) fn news() -> &'static Weights {
        static NEWS: Lazy<Weights> = Lazy::new(|| Weights::read(include_str!("weights/news.txt")));
        &NEWS
    }

    /// Reads lines of a label and a number. Labels that are not listed weigh nothing.
    pub(crate) fn read(table: &str) -> Weights {
        let mut weights = vec![0.0; EvidenceKind::ALL.len()];
        for line in table.lines().filter(|line| !line.starts_with('#')) {
            if let Some((label, weight)) = line.split_once(' ')
                && let Some(kind) = EvidenceKind::ALL.iter().find(|kind| kind.name() == label)
                && let Ok(weight) = weight.trim().parse()
            {
                weights[*kind as usize] = weight;
            }
        }
        Weights(weights)
    }

    pub(crate) fn score(&self, evidence: EvidenceSet) -> f32 {
        evidence.iter().map(|kind| self.0[kind as usize]).sum()
    }

    /// The evidence with what each kind of it weighs.
    pub(crate) fn explain(&self, evidence: EvidenceSet) -> Vec<Evidence> {
        evidence
            .iter()
            .map(|kind| Evidence::new(kind, self.0[kind as usize]))
            .collect()
    }
}
