//! What stands beside the lines of novels: which cue, which noun is its source, or none.

use std::collections::BTreeMap;

use quotation::fit::{Choice, cued_candidates, quotation_features};
use quotation::{Genre, QuoteDetector, Span};
use rayon::prelude::*;

use super::choices::Choices;
use super::climb::Climb;
use super::lines::Annotated;
use super::news::extent;
use super::table::{Table, count_pairs};
use crate::gold::{Document, How, Quotation};
use crate::names::fold;

/// The strength of the prior of a kind of evidence, and of a pair of kinds.
const PRIOR: f64 = 3.0;
const PAIR_PRIOR: f64 = 9.0;
/// How many candidates must have a pair for it to get a weight.
const PAIR_COUNT: usize = 80;
/// Weights of pairs below this are left out.
const LEAST: f64 = 0.05;
const CLIMB: Climb = Climb {
    rounds: 80,
    longest: 0.5,
};

/// A choice with what is right in it.
struct Sample {
    kinds: Vec<Vec<u16>>,
    right: Vec<bool>,
}

/// The table of weights that fits the choices among what stands beside the lines of all novels.
pub(super) fn fit(documents: &[&Document]) -> anyhow::Result<String> {
    let detector = QuoteDetector::builder().genre(Genre::Novel).build()?;
    let samples: Vec<Vec<Sample>> = documents
        .par_iter()
        .map(|one| samples(&detector, one))
        .collect();
    let samples: Vec<Sample> = samples.into_iter().flatten().collect();
    let mut pairs = BTreeMap::new();
    for kinds in samples.iter().flat_map(|sample| &sample.kinds) {
        count_pairs(&mut pairs, kinds);
    }
    let mut table = Table::of_features(quotation_features(), PRIOR);
    table.add_pairs(&pairs, PAIR_COUNT, PAIR_PRIOR);
    let mut choices = Choices::default();
    for sample in samples {
        let candidates: Vec<Vec<u32>> = sample
            .kinds
            .iter()
            .map(|kinds| table.rows_of(kinds))
            .collect();
        choices.add(&[], candidates.iter().map(|one| &one[..]), sample.right);
    }
    let weights = choices.fit(&table.prior(&[]), CLIMB);
    eprintln!(
        "cues: {} choices, {} of them right by {} weights",
        choices.len(),
        choices.right(&weights),
        table.len()
    );
    Ok(table.text(&weights, LEAST))
}

/// The choices of a novel, those left out in which what is annotated is no candidate.
fn samples(detector: &QuoteDetector, document: &Document) -> Vec<Sample> {
    let mut annotated = Annotated::new(&document.quotations);
    let mut samples = Vec::new();
    for choice in cued_candidates(detector, &document.text) {
        if let Some(own) = annotated.next_over(extent(choice.quote))
            && let Some(right) = right(&document.text, &choice, own)
        {
            samples.push(Sample {
                kinds: choice
                    .candidates
                    .into_iter()
                    .map(|one| one.features)
                    .collect(),
                right,
            });
        }
    }
    samples
}

/// Right is the candidate within the annotated reference to the speaker, a name of theirs before other
/// words, or nobody where there is none.
fn right(text: &str, choice: &Choice, own: &Quotation) -> Option<Vec<bool>> {
    let is_told = matches!(own.how, Some(How::Explicit | How::Anaphoric));
    let reference = format!(" {} ", fold(own.cue_text.as_deref().unwrap_or_default()));
    let names: Vec<String> = own.speaker.iter().map(|name| fold(name)).collect();
    let rank = |source: Option<Span>| {
        let source = source.filter(|_| is_told)?;
        let words = fold(&text[source]);
        let position = reference
            .find(&format!(" {words} "))
            .filter(|_| !words.is_empty())?;
        let distance = choice.quote.start().abs_diff(source.start());
        Some((!names.contains(&words), position, distance))
    };
    let mentions = choice.candidates.iter().filter(|one| !one.owner);
    let best = mentions.filter_map(|one| rank(one.source)).min();
    if best.is_none() && is_told {
        return None;
    }
    let is_right = |source: Option<Span>| match best {
        None => source.is_none(),
        best => rank(source) == best,
    };
    Some(
        choice
            .candidates
            .iter()
            .map(|one| is_right(one.source))
            .collect(),
    )
}
