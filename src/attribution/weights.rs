//! The table of weights: what each kind of evidence, and each two together, add to a score.

use once_cell::sync::Lazy;

use super::Candidate;
use super::evidence::{Evidence, EvidenceKind, EvidenceSet};
use super::word::{Slot, WordEvidence};
use crate::hash::WordMap;
use crate::lexicon::Lexicon;

const KINDS: usize = EvidenceKind::ALL.len();

/// A weight for each kind of evidence and for each pair of kinds.
#[derive(Clone, Debug)]
pub(crate) struct Weights {
    single: Vec<f32>,
    /// Row by row, each pair twice, so that a row has all pairs of a kind.
    pairs: Vec<f32>,
    /// Sorted.
    words: Vec<(WordEvidence, f32)>,
}

impl Weights {
    /// The weights for news.
    pub(crate) fn news() -> &'static Weights {
        static NEWS: Lazy<Weights> = Lazy::new(|| Weights::read(include_str!("weights/news.txt")));
        &NEWS
    }

    /// The weights for what stands beside the lines of a novel.
    pub(crate) fn cues() -> &'static Weights {
        static CUES: Lazy<Weights> =
            Lazy::new(|| Weights::read(include_str!("weights/novel-cues.txt")));
        &CUES
    }

    /// The weights for who speaks a line of a novel.
    pub(crate) fn novel() -> &'static Weights {
        static NOVEL: Lazy<Weights> =
            Lazy::new(|| Weights::read(include_str!("weights/novel.txt")));
        &NOVEL
    }

    /// Reads lines of a label and a number. A label is that of a kind, of two with a plus between, or
    /// a slot, a colon and a word. What is not listed weighs nothing.
    fn read(table: &str) -> Weights {
        let mut weights = Weights {
            single: vec![0.0; KINDS],
            pairs: vec![0.0; KINDS * KINDS],
            words: Vec::new(),
        };
        let kinds = (0..).zip(EvidenceKind::all());
        let kinds = kinds.map(|(place, kind)| (kind.name(), place)).collect();
        for line in table.lines().filter(|line| !line.starts_with('#')) {
            if let Some((label, weight)) = line.split_once(' ')
                && let Ok(weight) = weight.parse()
            {
                weights.enter(&kinds, label, weight);
            }
        }
        weights.words.sort_unstable_by_key(|&(word, _)| word);
        weights
    }

    /// Enters a weight; `kinds` has the place of each kind by its name.
    fn enter(&mut self, kinds: &WordMap<&str, usize>, label: &str, weight: f32) -> Option<()> {
        let kind = |label| kinds.get(label).copied();
        if let Some((slot, word)) = label.split_once(':') {
            let facts = Lexicon::english().look_up(word);
            self.words
                .push((WordEvidence::of(Slot::named(slot)?, facts)?, weight));
        } else if let Some((one, other)) = label.split_once('+') {
            let (one, other) = (kind(one)?, kind(other)?);
            self.pairs[one * KINDS + other] = weight;
            self.pairs[other * KINDS + one] = weight;
        } else {
            self.single[kind(label)?] = weight;
        }
        Some(())
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

    /// The sum of the weights of all evidence of a candidate, its words among it.
    pub(crate) fn of(&self, candidate: &Candidate) -> f32 {
        let words = candidate.words.iter().flatten();
        self.score(candidate.evidence) + words.map(|&word| self.word(word)).sum::<f32>()
    }

    fn word(&self, word: WordEvidence) -> f32 {
        let found = self.words.binary_search_by_key(&word, |&(known, _)| known);
        found.map_or(0.0, |place| self.words[place].1)
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
