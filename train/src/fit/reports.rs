//! What reports speech without marks: the weights of the questions about each cue.

use std::collections::BTreeMap;

use quotation::fit::{Question, REPORT_WEIGHTS, is_listed, questions, report_stages};
use quotation::{QuoteDetector, TokenKind, Tokenizer};

use super::answers::Answers;
use super::choices::{Choices, Prior};
use super::climb::Climb;
use super::news::Chooser;
use super::{Reading, in_parallel};
use crate::gold::Document;

/// The strength of the prior. One two and a half times as strong finds less in texts that were not
/// fitted.
const PRIOR: f64 = 12.0;
const CLIMB: Climb = Climb {
    rounds: 50,
    longest: 0.5,
};
/// How often a word must stand in the texts to be named by features.
const WORD_COUNT: usize = 8;
/// One answer in this many may be changed by the bounds of its stage.
const BOUNDED: usize = 1000;

/// The listed words that are frequent, a word a line.
pub(super) fn words(documents: &[&Document]) -> String {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for document in documents {
        let text = &*document.text;
        for token in Tokenizer::new().tokens(text) {
            if token.kind() == TokenKind::Word {
                let word = text[token.span()].to_lowercase();
                *counts.entry(word).or_default() += 1;
            }
        }
    }
    let mut words = String::new();
    for (word, count) in counts {
        if count >= WORD_COUNT && is_listed(&word) {
            words += &word;
            words.push('\n');
        }
    }
    words
}

/// The questions of documents with their right answers, by their stages.
#[derive(Default)]
struct Samples {
    stages: Vec<&'static str>,
    choices: Choices,
    /// Of each choice, of each candidate: how many of its features, the first, can rule it out.
    decisive: Vec<Vec<usize>>,
    missed: usize,
}

impl Samples {
    fn of(document: &Document) -> Samples {
        let mut samples = Samples::default();
        let mut chooser = Chooser::new(&document.quotations);
        let mut answers = Answers::new(document);
        let choose = |choice: &_| {
            let right = chooser.right(choice);
            right.iter().position(|&right| right).unwrap_or(0)
        };
        questions(&QuoteDetector::new(), &document.text, choose, |question| {
            let right = answers.right(question);
            let first = right.iter().position(|&right| right);
            if first.is_some() && right.len() > 1 {
                samples.add(question, right);
            }
            first.unwrap_or(0)
        });
        samples.missed = answers.missed();
        samples
    }

    fn add(&mut self, question: &Question, right: Vec<bool>) {
        let features = question.features.iter().map(|one| &one[..]);
        self.choices.add(&question.shared, features, right);
        self.stages.push(question.stage);
        self.decisive.push(question.decisive.clone());
    }

    fn append(&mut self, other: Samples) {
        self.stages.extend(other.stages);
        self.choices.append(other.choices);
        self.decisive.extend(other.decisive);
        self.missed += other.missed;
    }

    /// Of the questions of a stage: the least that the decisive features of a candidate must score to
    /// be possible, and the score that no later candidate beats.
    fn bounds(&self, stage: &str, weights: &[i8]) -> (i16, i16) {
        let score = |features: &[u32]| -> i16 {
            let weights = features
                .iter()
                .map(|&feature| i16::from(weights[feature as usize]));
            weights.sum()
        };
        let (mut chosen, mut passed) = (Vec::new(), Vec::new());
        let all = self.stages.iter().zip(&self.decisive).enumerate();
        for (number, (_, decisive)) in all.filter(|(_, (own, _))| **own == stage) {
            let candidates: Vec<&[u32]> = self.choices.candidates(number).collect();
            let scores: Vec<i16> = candidates.iter().map(|one| score(one)).collect();
            let best = (0..scores.len())
                .max_by_key(|&one| scores[one])
                .unwrap_or(0);
            chosen.push(score(&candidates[best][..decisive[best]]));
            passed.extend(scores[..best].iter().max().copied());
        }
        chosen.sort_unstable();
        passed.sort_unstable_by(|a, b| b.cmp(a));
        let rest = chosen.len() / BOUNDED;
        let least = chosen.get(rest).copied().unwrap_or(i16::MIN);
        let enough = passed.get(rest).map_or(i16::MIN, |score| score + 1);
        (least, enough)
    }
}

/// The file of weights that fits the questions of all documents, which are asked with the words that
/// the features name: the scale of all weights, the bounds of each stage, a byte for each weight.
pub(super) fn fit(readings: &[Reading<'_>]) -> Vec<u8> {
    let mut samples = Samples::default();
    let all = in_parallel(readings, Samples::of);
    all.into_iter().for_each(|one| samples.append(one));
    let prior = Prior {
        expected: vec![0.0; REPORT_WEIGHTS],
        strength: vec![PRIOR; REPORT_WEIGHTS],
    };
    let weights = samples.choices.fit(&prior, CLIMB);
    eprintln!(
        "reports: {} questions, {} of them right; {} cues were not asked about",
        samples.choices.len(),
        samples.choices.right(&weights),
        samples.missed
    );
    let top = weights
        .iter()
        .fold(0.0, |top: f64, weight| top.max(weight.abs()));
    let scale = (top / f64::from(i8::MAX)) as f32;
    let weights: Vec<i8> = weights
        .iter()
        .map(|weight| (weight / f64::from(scale)).round() as i8)
        .collect();
    let mut bytes = scale.to_le_bytes().to_vec();
    for stage in report_stages() {
        let (least, enough) = samples.bounds(stage, &weights);
        bytes.extend(least.to_le_bytes());
        bytes.extend(enough.to_le_bytes());
    }
    bytes.extend(weights.into_iter().map(|weight| weight as u8));
    bytes
}
