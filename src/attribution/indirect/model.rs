//! The fitted weights, and the words that features name.

use once_cell::sync::Lazy;

use super::{Choice, Decider, Stage};
use crate::lexicon::{Facts, Lexicon, WordId};

/// A verb is a cue if that is at least this probable: a wrong speaker costs more than none.
const LEAST: f32 = 0.5;

/// A cue is not asked about further if what tells of it alone scores less: no source makes up for
/// that, and most verbs are done with here. Lower bounds changed no answer on the training text.
const HOPELESS: f32 = -3.0;

/// A weight for each place of [`Features`](super::Features).
#[derive(Clone, Debug)]
pub(crate) struct Model {
    weights: &'static [u8],
    scale: f32,
    vocabulary: Vocabulary,
}

impl Model {
    /// The model fitted to news; see `MODEL.md`.
    pub(crate) fn news() -> &'static Model {
        static NEWS: Lazy<Model> = Lazy::new(|| {
            let (scale, weights) = include_bytes!("weights.bin")
                .split_first_chunk()
                .unwrap_or((&[0; 4], &[]));
            Model {
                weights,
                scale: f32::from_le_bytes(*scale),
                vocabulary: Vocabulary::new(include_str!("words.txt")),
            }
        });
        &NEWS
    }

    pub(crate) fn vocabulary(&self) -> &Vocabulary {
        &self.vocabulary
    }

    fn score(&self, places: &[u32]) -> f32 {
        let weight = |&place: &u32| {
            self.weights
                .get(place as usize)
                .map_or(0, |&w| i32::from(w as i8))
        };
        places.iter().map(weight).sum::<i32>() as f32 * self.scale
    }
}

impl Decider for &Model {
    fn is_hopeless(&self, shared: &[u32]) -> bool {
        self.score(shared) < HOPELESS
    }

    fn decide(&mut self, choice: &Choice<'_>) -> (usize, f32) {
        let shared = self.score(choice.features.shared());
        let mut scores: Vec<f32> = choice
            .features
            .iter()
            .enumerate()
            .map(|(number, own)| self.score(own) + if number > 0 { shared } else { 0.0 })
            .collect();
        let top = scores.iter().copied().fold(f32::NEG_INFINITY, f32::max);
        let mut sum = 0.0;
        for score in &mut scores {
            *score = (*score - top).exp();
            sum += *score;
        }
        // The first candidate of this stage is that there is no cue.
        let skipped = usize::from(choice.stage == Stage::Source);
        if skipped == 1 && scores[0] > (1.0 - LEAST) * sum {
            return (0, scores[0] / sum);
        }
        let best = (skipped..scores.len()).max_by(|&a, &b| scores[a].total_cmp(&scores[b]));
        let best = best.unwrap_or(0);
        (best, scores[best] / sum)
    }
}

/// The words that a feature can name, numbered from one; zero stands for all others.
#[derive(Clone, Debug)]
pub(crate) struct Vocabulary {
    /// By the number of the word in the lexicon.
    words: Vec<u16>,
    /// The same for the base form of a verb: the number of the first of its forms.
    lemmas: Vec<u16>,
}

impl Vocabulary {
    fn new(list: &str) -> Vocabulary {
        let mut vocabulary = Vocabulary {
            words: vec![0; WordId::COUNT],
            lemmas: vec![0; WordId::COUNT],
        };
        for (number, word) in (1..).zip(list.lines()) {
            let facts = Lexicon::english().look_up(word);
            vocabulary.words[facts.word.index()] = number;
            let lemma = &mut vocabulary.lemmas[lemma(facts).index()];
            if *lemma == 0 {
                *lemma = number;
            }
        }
        vocabulary.words[WordId::UNKNOWN.index()] = 0;
        vocabulary.lemmas[WordId::UNKNOWN.index()] = 0;
        vocabulary
    }

    pub(super) fn word(&self, facts: Facts) -> u16 {
        self.words[facts.word.index()]
    }

    pub(super) fn lemma(&self, facts: Facts) -> u16 {
        self.lemmas[lemma(facts).index()]
    }
}

fn lemma(facts: Facts) -> WordId {
    match facts.lemma {
        WordId::UNKNOWN => facts.word,
        lemma => lemma,
    }
}
