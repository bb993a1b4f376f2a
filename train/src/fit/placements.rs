//! Which of the contents that a cue may have it has.

use quotation::fit::{PLACEMENT_BYTES, PLACEMENT_WEIGHTS, PlacementQuestion, placement_questions};
use quotation::{QuoteDetector, Span};

use super::answers::without_marks;
use super::choices::{Choices, Prior};
use super::climb::Climb;
use super::news::{Chooser, extent};
use super::{Reading, in_parallel};
use crate::gold::{Document, Extent, Quotation, overlap, size};

/// The strength of the prior. With half as much and twice as much, as many contents of articles left out are right.
const PRIOR: f64 = 20.0;
const CLIMB: Climb = Climb {
    rounds: 60,
    longest: 0.5,
};
/// In how many steps likenesses of contents are told apart.
const STEPS: usize = 1000;

/// A question with what is right in it.
struct Sample {
    question: PlacementQuestion,
    right: Vec<bool>,
}

/// The weights of placements: their scale and a byte for each. The documents are read by the weights of reports
/// that were fitted to others, whose mistakes are then those of a text that nothing was fitted to.
pub(super) fn fit(readings: &[Reading<'_>]) -> Vec<u8> {
    let mut choices = Choices::default();
    for Sample { question, right } in in_parallel(readings, samples).into_iter().flatten() {
        let features = question.features.iter().map(|one| &one[..]);
        choices.add(&[], features, right);
        let given = question.probabilities.iter();
        choices.give(given.map(|&one| f64::from(one).ln()).collect());
    }
    let prior = Prior {
        expected: vec![0.0; PLACEMENT_WEIGHTS],
        strength: vec![PRIOR; PLACEMENT_WEIGHTS],
    };
    let weights = choices.fit(&prior, CLIMB);
    eprintln!(
        "placements: {} questions, {} of them right, {} without these weights",
        choices.len(),
        choices.right(&weights),
        choices.right(&prior.expected)
    );
    let top = weights
        .iter()
        .fold(f64::EPSILON, |top, weight| top.max(weight.abs()));
    let scale = (top / f64::from(i8::MAX)) as f32;
    let mut bytes = scale.to_le_bytes().to_vec();
    let weights = weights.iter().map(|weight| weight / f64::from(scale));
    bytes.extend(weights.map(|weight| weight.round() as i8 as u8));
    bytes
}

/// Puts the weights of placements into those of reports.
pub(super) fn put(reports: &mut [u8], placements: &[u8]) {
    let start = reports.len() - PLACEMENT_BYTES;
    reports[start..].copy_from_slice(placements);
}

/// The questions of a document about annotated cues, as far as a right answer is among the candidates.
fn samples(document: &Document) -> Vec<Sample> {
    let mut samples = Vec::new();
    let mut chooser = Chooser::new(&document.quotations);
    let choose = |choice: &_| {
        let right = chooser.right(choice);
        right.iter().position(|&right| right).unwrap_or(0)
    };
    let answer = |question: &PlacementQuestion| {
        let cue = [extent(question.cue)];
        let mut quotations = document.quotations.iter();
        let own = quotations.find(|one| overlap(&one.cue, &cue) > 0);
        let right = own.map(|own| right(&document.text, question, own));
        if let Some(right) = right.filter(|right| right.contains(&true)) {
            samples.push(Sample {
                question: question.clone(),
                right,
            });
        }
        likeliest(question)
    };
    placement_questions(&QuoteDetector::new(), &document.text, choose, answer);
    samples
}

/// The likeliest answer by the decisions before.
fn likeliest(question: &PlacementQuestion) -> usize {
    let all = question.probabilities.iter().enumerate();
    all.max_by(|a, b| a.1.total_cmp(b.1))
        .map_or(0, |(number, _)| number)
}

/// Which answers are right: those that are most like the annotated content, if half of both is the same.
fn right(text: &str, question: &PlacementQuestion, own: &Quotation) -> Vec<bool> {
    let trimmed = |span: Extent| without_marks(text, span);
    let gold: Vec<Extent> = own.spans.iter().copied().map(trimmed).collect();
    let likeness = |contents: &Vec<Span>| {
        let contents = contents.iter().map(|&one| trimmed(extent(one)));
        let contents: Vec<Extent> = contents.collect();
        let all = size(&contents) + size(&gold);
        2 * STEPS * overlap(&contents, &gold) / all.max(1)
    };
    let likenesses: Vec<usize> = question.contents.iter().map(likeness).collect();
    let most = likenesses.iter().copied().max().unwrap_or(0);
    let is_right = |&likeness: &usize| likeness == most && 2 * most >= STEPS;
    likenesses.iter().map(is_right).collect()
}
