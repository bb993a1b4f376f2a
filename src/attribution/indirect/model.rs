//! The fitted weights, and the words that features name.

use once_cell::sync::Lazy;

use super::features::{Features, PLACES};
use super::{Decider, Stage};
use crate::analysis::cue::CueGroup;
use crate::attribution::{Scene, USUAL};
use crate::language::{Facts, Lexicon, WordId};
use crate::span::Span;

/// A verb is a cue if that is at least this probable: a wrong speaker costs more than none.
const LEAST: f32 = 0.5;

/// A cue is not asked about further if what tells of it alone scores less: no source makes up for
/// that, and most verbs are done with here. Lower bounds changed no answer on the training text.
const HOPELESS: f32 = -3.0;

/// A weight for each place of [`Features`](super::Features).
#[derive(Clone, Debug)]
pub(crate) struct Model {
    weights: &'static [u8; PLACES],
    scale: f32,
    /// Of each stage.
    bounds: [Bounds; Stage::ALL.len()],
    vocabulary: Vocabulary,
}

/// Beyond what scores a question needs no more work. The fit sets them so that one answer in a
/// thousand at most is another than it would be.
#[derive(Clone, Copy, Debug)]
struct Bounds {
    /// A candidate whose edge scores less is not the right one.
    least: i32,
    /// No later candidate is better than one that scores this.
    enough: i32,
}

impl Bounds {
    fn of([a, b, c, d]: [u8; 4]) -> Bounds {
        Bounds {
            least: i16::from_le_bytes([a, b]).into(),
            enough: i16::from_le_bytes([c, d]).into(),
        }
    }
}

impl Model {
    /// The model fitted to news; see `MODEL.md`.
    pub(crate) fn news() -> &'static Model {
        static NEWS: Lazy<Model> = Lazy::new(|| {
            const BYTES: &[u8] = include_bytes!("weights.bin");
            let (head, _) = BYTES.as_chunks();
            Model {
                weights: BYTES.last_chunk().expect("a weight for each place"),
                scale: f32::from_le_bytes(head[0]),
                bounds: std::array::from_fn(|stage| Bounds::of(head[1 + stage])),
                vocabulary: Vocabulary::new(include_str!("words.txt")),
            }
        });
        &NEWS
    }

    pub(crate) fn vocabulary(&self) -> &Vocabulary {
        &self.vocabulary
    }

    /// A decider by this model.
    pub(crate) fn decider(&'static self) -> Scorer {
        Scorer {
            model: self,
            enough: i32::MAX,
            shared: 0,
            sums: Vec::with_capacity(USUAL),
        }
    }
}

/// The weights of the features of a candidate, added up.
#[derive(Debug)]
pub(crate) struct Sum {
    weights: &'static [u8; PLACES],
    stage: Stage,
    least: i32,
    sum: i32,
}

impl Features for Sum {
    #[inline]
    fn stage(&self) -> Stage {
        self.stage
    }

    #[inline]
    fn take(&mut self, place: usize) {
        self.sum += i32::from(self.weights[place] as i8);
    }

    #[inline]
    fn is_hopeless(&mut self) -> bool {
        self.sum < self.least
    }
}

/// Decides by the weights of a model.
#[derive(Debug)]
pub(crate) struct Scorer {
    model: &'static Model,
    /// The bound of the stage.
    enough: i32,
    /// What all candidates but the first have in common.
    shared: i32,
    /// Of each candidate.
    sums: Vec<i32>,
}

impl Decider for Scorer {
    type Features = Sum;

    fn begin(&mut self, stage: Stage, _: &Scene<'_>, _: &CueGroup) {
        self.enough = self.model.bounds[stage as usize].enough;
        self.shared = 0;
        self.sums.clear();
    }

    #[inline]
    fn candidate(&self, stage: Stage) -> Sum {
        Sum {
            weights: self.model.weights,
            stage,
            least: self.model.bounds[stage as usize].least,
            sum: 0,
        }
    }

    fn share(&mut self, features: Sum) -> bool {
        self.shared = features.sum;
        features.sum as f32 * self.model.scale >= HOPELESS
    }

    #[inline]
    fn enter(&mut self, features: Sum, _: impl FnOnce() -> Option<Span>) {
        self.sums.push(features.sum);
    }

    #[inline]
    fn is_enough(&self) -> bool {
        self.sums.last().is_some_and(|&sum| sum >= self.enough)
    }

    fn likeliest(&mut self) -> usize {
        let all = self.sums.iter().enumerate();
        all.max_by_key(|(_, sum)| **sum).map_or(0, |(best, _)| best)
    }

    fn source(&mut self) -> (usize, f32) {
        let scale = self.model.scale;
        let shared = self.shared as f32 * scale;
        let score = |(number, &sum): (usize, &i32)| {
            let shared = if number > 0 { shared } else { 0.0 };
            sum as f32 * scale + shared
        };
        let scores = || self.sums.iter().enumerate().map(score);
        let top = scores().fold(f32::NEG_INFINITY, f32::max);
        let odds = |score: f32| (score - top).exp();
        let all: f32 = scores().map(odds).sum();
        let nothing = scores().next().map_or(0.0, odds);
        if nothing > (1.0 - LEAST) * all {
            return (0, nothing / all);
        }
        let best = scores()
            .enumerate()
            .skip(1)
            .max_by(|a, b| a.1.total_cmp(&b.1));
        best.map_or((0, nothing / all), |(best, score)| {
            (best, odds(score) / all)
        })
    }
}

/// The words that a feature can name, numbered from one; zero stands for all others.
#[derive(Clone, Debug)]
pub(crate) struct Vocabulary {
    /// By the number of the word in the lexicon.
    words: Box<[u16; WordId::COUNT]>,
    /// The same for the base form of a verb: the number of the first of its forms.
    lemmas: Box<[u16; WordId::COUNT]>,
}

impl Vocabulary {
    fn new(list: &str) -> Vocabulary {
        let none = || vec![0; WordId::COUNT].try_into();
        let mut vocabulary = Vocabulary {
            words: none().expect("a number for each word"),
            lemmas: none().expect("a number for each word"),
        };
        for (number, word) in (1..).zip(list.split_ascii_whitespace()) {
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
