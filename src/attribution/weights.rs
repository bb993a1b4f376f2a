//! The table of weights: what each kind of evidence, and each two together, add to a score.

use once_cell::sync::Lazy;

use super::Candidate;
use super::evidence::{Evidence, EvidenceKind, EvidenceSet};
use super::word::{Slot, WordEvidence};
use crate::hash::WordMap;
use crate::lexicon::Lexicon;

const KINDS: usize = EvidenceSet::ROOM;

/// A weight for each kind of evidence, for some pairs of kinds, and for some words.
#[derive(Clone, Debug)]
pub(crate) struct Weights {
    kinds: [KindWeight; KINDS],
    /// A row for each kind, in which each pair stands, so that each stands twice.
    pairs: Vec<[f32; KINDS]>,
    words: WordWeights,
}

/// The weight of a kind, and which pairs of it have one; few do.
#[derive(Clone, Copy, Debug, Default)]
struct KindWeight {
    single: f32,
    /// Those with which it has a weight as a pair.
    partners: EvidenceSet,
    /// Those of them that stand behind it in the table.
    later: EvidenceSet,
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
            kinds: [KindWeight::default(); KINDS],
            pairs: vec![[0.0; KINDS]; KINDS],
            words: WordWeights::default(),
        };
        let kinds = EvidenceKind::all()
            .map(|kind| (kind.name(), kind))
            .collect();
        for line in table.lines().filter(|line| !line.starts_with('#')) {
            if let Some((label, weight)) = line.split_once(' ')
                && let Ok(weight) = weight.parse()
            {
                weights.enter(&kinds, label, weight);
            }
        }
        weights
    }

    /// Enters a weight; `kinds` has each kind by its name.
    fn enter(
        &mut self,
        kinds: &WordMap<&str, EvidenceKind>,
        label: &str,
        weight: f32,
    ) -> Option<()> {
        let kind = |label| kinds.get(label).copied();
        if let Some((slot, word)) = label.split_once(':') {
            let facts = Lexicon::english().look_up(word);
            let word = WordEvidence::of(Slot::named(slot)?, facts)?;
            self.words.enter(word, weight);
        } else if let Some((one, other)) = label.split_once('+') {
            let (one, other) = (kind(one)?, kind(other)?);
            for (one, other) in [(one, other), (other, one)] {
                self.pairs[one as usize][other as usize] = weight;
                let kind = &mut self.kinds[one as usize];
                kind.partners.add(other);
                kind.later.add_if(other > one, other);
            }
        } else {
            self.kinds[kind(label)? as usize].single = weight;
        }
        Some(())
    }

    /// The sum of the weights of all kinds and pairs in the set.
    pub(crate) fn score(&self, evidence: EvidenceSet) -> f32 {
        let mut score = 0.0;
        evidence.for_each(|kind| {
            let KindWeight { single, later, .. } = self.kinds[kind];
            score += single + self.pairs(kind, evidence.both(later));
        });
        score
    }

    /// The sum of the weights of all evidence of a candidate, its words among it.
    pub(crate) fn of(&self, candidate: &Candidate) -> f32 {
        let words = candidate.words.iter().flatten();
        let words = words.map(|&word| self.words.of(word)).sum::<f32>();
        self.score(candidate.evidence) + words
    }

    /// What a kind adds together with others.
    #[inline]
    fn pairs(&self, kind: usize, others: EvidenceSet) -> f32 {
        let mut sum = 0.0;
        if !others.is_empty() {
            let row = &self.pairs[kind];
            others.for_each(|other| sum += row[other]);
        }
        sum
    }

    /// The evidence with what each kind of it adds; a pair's weight is shared by its two.
    pub(crate) fn explain(&self, evidence: EvidenceSet) -> Vec<Evidence> {
        let weight = |kind: EvidenceKind| {
            let kind = kind as usize;
            let KindWeight {
                single, partners, ..
            } = self.kinds[kind];
            single + self.pairs(kind, evidence.both(partners)) / 2.0
        };
        evidence
            .iter()
            .map(|kind| Evidence::new(kind, weight(kind)))
            .collect()
    }
}

/// The weights of words in their slots.
#[derive(Clone, Debug, Default)]
struct WordWeights {
    /// By the number of the word, the place of its row plus one, zero for most.
    places: Vec<u16>,
    /// The weights of a word, one for each slot.
    rows: Vec<[f32; Slot::COUNT]>,
}

impl WordWeights {
    fn enter(&mut self, evidence: WordEvidence, weight: f32) {
        let word = evidence.word.index();
        if self.places.len() <= word {
            self.places.resize(word + 1, 0);
        }
        if self.places[word] == 0 {
            self.rows.push([0.0; Slot::COUNT]);
            self.places[word] = self.rows.len() as u16;
        }
        self.rows[self.places[word] as usize - 1][evidence.slot as usize] = weight;
    }

    #[inline]
    fn of(&self, evidence: WordEvidence) -> f32 {
        let place = self.places.get(evidence.word.index()).copied();
        let row = place.and_then(|place| place.checked_sub(1));
        row.map_or(0.0, |row| self.rows[row as usize][evidence.slot as usize])
    }
}
