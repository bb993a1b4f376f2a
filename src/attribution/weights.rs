//! The table of weights: what each kind of evidence, and each two together, add to a score.

use once_cell::sync::Lazy;

use super::evidence::{Evidence, EvidenceKind, EvidenceSet};

const KINDS: usize = EvidenceKind::ALL.len();

/// A weight for each kind of evidence and for each pair of kinds.
#[derive(Clone, Debug)]
pub(crate) struct Weights {
    single: Vec<f32>,
    /// Row by row, each pair twice, so that a row has all pairs of a kind.
    pairs: Vec<f32>,
}

impl Weights {
    /// The weights for news.
    pub(crate) fn news() -> &'static Weights {
        static NEWS: Lazy<Weights> = Lazy::new(|| Weights::read(include_str!("weights/news.txt")));
        &NEWS
    }

    /// The weights for what stands beside the lines of a novel.
    pub(crate) fn cues() -> &'static Weights {
        Weights::news()
    }

    /// The weights for who speaks a line of a novel.
    pub(crate) fn novel() -> &'static Weights {
        static NOVEL: Lazy<Weights> =
            Lazy::new(|| Weights::read(include_str!("weights/novel.txt")));
        &NOVEL
    }

    /// Reads lines of a label, or two with a plus between, and a number. What is not listed weighs
    /// nothing.
    fn read(table: &str) -> Weights {
        let mut weights = Weights {
            single: vec![0.0; KINDS],
            pairs: vec![0.0; KINDS * KINDS],
        };
        for line in table.lines().filter(|line| !line.starts_with('#')) {
            if let Some((labels, weight)) = line.split_once(' ')
                && let Ok(weight) = weight.parse()
            {
                weights.enter(labels, weight);
            }
        }
        weights
    }

    fn enter(&mut self, labels: &str, weight: f32) {
        let kind = |label| {
            EvidenceKind::ALL
                .iter()
                .position(|kind| kind.name() == label)
        };
        match labels.split_once('+') {
            None => {
                if let Some(one) = kind(labels) {
                    self.single[one] = weight;
                }
            }
            Some((one, other)) => {
                if let (Some(one), Some(other)) = (kind(one), kind(other)) {
                    self.pairs[one * KINDS + other] = weight;
                    self.pairs[other * KINDS + one] = weight;
                }
            }
        }
    }

    /// The sum of the weights of all kinds and pairs in the set.
    pub(crate) fn score(&self, evidence: EvidenceSet) -> f32 {
        let mut places = [0; KINDS];
        let mut rest = evidence.places(&mut places);
        let mut score = 0.0;
        while let Some((&mut kind, others)) = rest.split_first_mut() {
            score += self.single[kind as usize] + self.with_others(kind, others);
            rest = others;
        }
        score
    }

    /// What a kind adds together with others, all by their places in the table.
    fn with_others(&self, kind: u8, others: &[u8]) -> f32 {
        let row = &self.pairs[kind as usize * KINDS..][..KINDS];
        others.iter().map(|&other| row[other as usize]).sum()
    }

    /// The evidence with what each kind of it adds; a pair's weight is shared by its two.
    pub(crate) fn explain(&self, evidence: EvidenceSet) -> Vec<Evidence> {
        let weight = |kind: EvidenceKind| {
            let mut places = [0; KINDS];
            let others = evidence.without(kind).places(&mut places);
            self.single[kind as usize] + self.with_others(kind as u8, others) / 2.0
        };
        evidence
            .iter()
            .map(|kind| Evidence::new(kind, weight(kind)))
            .collect()
    }
}
