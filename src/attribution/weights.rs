//! The table of weights: what each kind of evidence, and each two together, add to a score.

use once_cell::sync::Lazy;

use super::Candidate;
use super::evidence::{Evidence, EvidenceKind, EvidenceSet};
use super::word::{Slot, WordEvidence};
use crate::hash::WordMap;
use crate::language::Lexicon;

const KINDS: usize = EvidenceSet::ROOM;
/// No kind has this place, so that it weighs nothing.
const NOTHING: u8 = u8::MAX;
const _: () = assert!(EvidenceKind::ALL.len() <= NOTHING as usize);

/// That the turn is kept, changes, goes to a third.
pub(crate) const TURNS: [EvidenceKind; 3] = [
    EvidenceKind::TurnKept,
    EvidenceKind::TurnChanges,
    EvidenceKind::TurnOfThird,
];

pub(super) const NEWS: &str = include_str!("weights/news.txt");
pub(super) const CUES: &str = include_str!("weights/novel-cues.txt");
pub(super) const LINES: &str = include_str!("weights/novel.txt");

/// A weight for each kind of evidence, for some pairs of kinds, and for some words.
#[derive(Clone, Debug)]
pub(crate) struct Weights {
    /// A row for each kind, in which its own weight and that of each pair of it stands.
    kinds: Box<[[f32; KINDS]; KINDS]>,
    /// The weights of the pairs of each kind with the three turns, and a zero.
    turns: Box<[[f32; 4]; KINDS]>,
    words: WordWeights,
}

impl Weights {
    /// The weights for news.
    pub(crate) fn news() -> &'static Weights {
        #[cfg(feature = "fit")]
        if let Some(models) = super::given::Models::given() {
            return models.news;
        }
        static WEIGHTS: Lazy<Weights> = Lazy::new(|| Weights::read(NEWS));
        &WEIGHTS
    }

    /// The weights for what stands beside the lines of a novel.
    pub(crate) fn cues() -> &'static Weights {
        #[cfg(feature = "fit")]
        if let Some(models) = super::given::Models::given() {
            return models.cues;
        }
        static WEIGHTS: Lazy<Weights> = Lazy::new(|| Weights::read(CUES));
        &WEIGHTS
    }

    /// The weights for who speaks a line of a novel.
    pub(crate) fn novel() -> &'static Weights {
        #[cfg(feature = "fit")]
        if let Some(models) = super::given::Models::given() {
            return models.lines;
        }
        static WEIGHTS: Lazy<Weights> = Lazy::new(|| Weights::read(LINES));
        &WEIGHTS
    }

    /// Reads lines of a label and a number. A label is that of a kind, of two with a plus between, or
    /// a slot, a colon and a word. What is not listed weighs nothing.
    pub(super) fn read(table: &str) -> Weights {
        // Made as a list, it is not first made elsewhere and then copied.
        let kinds = vec![[0.0; KINDS]; KINDS].try_into();
        let mut weights = Weights {
            kinds: kinds.expect("a row for each kind"),
            turns: Box::new([[0.0; 4]; KINDS]),
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
        for (turns, row) in weights.turns.iter_mut().zip(&*weights.kinds) {
            for (weight, turn) in turns.iter_mut().zip(TURNS) {
                *weight = row[turn as usize];
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
            self.kinds[one as usize][other as usize] = weight;
            self.kinds[other as usize][one as usize] = weight;
        } else {
            let kind = kind(label)? as usize;
            self.kinds[kind][kind] = weight;
        }
        Some(())
    }

    /// The sum of the weights of all kinds and pairs in the set.
    pub(crate) fn score(&self, evidence: EvidenceSet) -> f32 {
        let mut room = [NOTHING; KINDS];
        let count = evidence.places(&mut room).len();
        self.sum(&room, count)
    }

    /// The same, and the sum of the weights of all pairs of a kind in the set with each of the three
    /// turns.
    pub(crate) fn score_with_turns(&self, evidence: EvidenceSet) -> (f32, [f32; 3]) {
        let mut room = [NOTHING; KINDS];
        let count = evidence.places(&mut room).len();
        let mut sums = [0.0; 4];
        for &kind in &room[..count] {
            let weights = &self.turns[kind as usize];
            sums.iter_mut()
                .zip(weights)
                .for_each(|(sum, weight)| *sum += weight);
        }
        let [kept, changes, third, _] = sums;
        (self.sum(&room, count), [kept, changes, third])
    }

    /// The sum of the weights of the first so many kinds in `room`, and of their pairs.
    fn sum(&self, room: &[u8; KINDS], count: usize) -> f32 {
        let mut score = 0.0;
        // Four rows at a time, each with the kinds behind its own. Most pairs weigh something: it takes
        // less time to add all than to ask which.
        let fours = room.as_chunks::<4>().0.iter().enumerate();
        for (number, four) in fours.take(count.div_ceil(4)) {
            // One by one, for a load of all four would wait until each has been written.
            let rows = four.each_ref().map(|&kind| &self.kinds[kind as usize]);
            let mut sums = [0.0; 4];
            for (at, row) in rows.iter().enumerate() {
                for &other in &four[at + 1..] {
                    sums[at] += row[other as usize];
                }
            }
            for &other in room[..count].iter().skip(4 * (number + 1)) {
                for (sum, row) in sums.iter_mut().zip(rows) {
                    *sum += row[other as usize];
                }
            }
            for ((&kind, row), sum) in four.iter().zip(rows).zip(sums) {
                score += row[kind as usize] + sum;
            }
        }
        score
    }

    /// The sum of the weights of all evidence of a candidate, its words among it.
    pub(crate) fn of(&self, candidate: &Candidate) -> f32 {
        let words = candidate.words.iter().flatten();
        let words = words.map(|&word| self.words.of(word)).sum::<f32>();
        self.score(candidate.evidence) + words
    }

    /// The evidence with what each kind of it adds; a pair's weight is shared by its two.
    pub(crate) fn explain(&self, evidence: EvidenceSet) -> Vec<Evidence> {
        let mut room = [NOTHING; KINDS];
        let kinds: &[u8] = evidence.places(&mut room);
        let weight = |kind: u8| {
            let row = &self.kinds[kind as usize];
            let others = kinds.iter().filter(|&&other| other != kind);
            let pairs: f32 = others.map(|&other| row[other as usize]).sum();
            row[kind as usize] + pairs / 2.0
        };
        let known = |&kind: &u8| Evidence::new(EvidenceKind::ALL[kind as usize], weight(kind));
        kinds.iter().map(known).collect()
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
