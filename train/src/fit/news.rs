//! Who says the quotations of news: the weights of the evidence.

use std::collections::BTreeMap;

use quotation::fit::{Alternative, Choice, choices, quotation_features};
use quotation::{QuoteDetector, Span};

use super::choices::Choices;
use super::climb::Climb;
use super::table::{Table, count_pairs};
use super::{Reading, in_parallel};
use crate::gold::{Document, Extent, Quotation, overlap};

/// The strength of the prior of a kind of evidence, of a pair of kinds, of a word.
const PRIOR: f64 = 10.0;
const PAIR_PRIOR: f64 = 30.0;
const WORD_PRIOR: f64 = 3.0;
/// How many candidates must have a pair or a word for it to get a weight.
const PAIR_COUNT: usize = 60;
const WORD_COUNT: usize = 20;
/// Weights of pairs and words below this are left out.
const LEAST: f64 = 0.1;
/// What the prior expects of kinds that are rare in news and certain where they occur.
const EXPECTED: [(&str, f64); 5] = [
    ("label-inside", 6.0),
    ("signature", 4.0),
    ("leads-in", 2.0),
    ("non-quotation-titled", 2.0),
    ("non-quotation-nickname", 2.0),
];
const CLIMB: Climb = Climb {
    rounds: 200,
    longest: 1.0,
};

/// A choice with what is right in it.
struct Sample {
    alternatives: Vec<Alternative>,
    right: Vec<bool>,
}

/// The choices of a document, those left out in which the annotated source is no candidate.
fn samples(document: &Document) -> Vec<Sample> {
    let mut samples = Vec::new();
    let mut chooser = Chooser::new(&document.quotations);
    choices(&QuoteDetector::new(), &document.text, |choice| {
        let right = chooser.right(choice);
        let Some(first) = right.iter().position(|&right| right) else {
            return 0;
        };
        if !choice.nested {
            samples.push(Sample {
                alternatives: choice.candidates.clone(),
                right,
            });
        }
        first
    });
    samples
}

/// The table of weights that fits the choices of all documents.
pub(super) fn fit(readings: &[Reading<'_>]) -> String {
    let samples = in_parallel(readings, samples);
    table(&samples.into_iter().flatten().collect::<Vec<_>>())
}

fn table(samples: &[Sample]) -> String {
    let mut pairs = BTreeMap::new();
    let mut words: BTreeMap<(&'static str, u16), (usize, &str)> = BTreeMap::new();
    for one in samples.iter().flat_map(|sample| &sample.alternatives) {
        count_pairs(&mut pairs, &one.features);
        for (slot, number, form) in &one.words {
            words.entry((slot, *number)).or_insert((0, form)).0 += 1;
        }
    }
    let mut table = Table::of_features(quotation_features(), PRIOR);
    table.add_pairs(&pairs, PAIR_COUNT, PAIR_PRIOR);
    for ((slot, number), (count, form)) in words {
        if count >= WORD_COUNT {
            table.add_word(slot, number, form, WORD_PRIOR);
        }
    }
    let features = |one: &Alternative| {
        let mut features = table.rows_of(&one.features);
        let words = one.words.iter();
        features.extend(words.filter_map(|(slot, number, _)| table.word(slot, *number)));
        features
    };
    let mut choices = Choices::default();
    for sample in samples {
        let candidates: Vec<Vec<u32>> = sample.alternatives.iter().map(features).collect();
        choices.add(
            &[],
            candidates.iter().map(|one| &one[..]),
            sample.right.clone(),
        );
    }
    let weights = choices.fit(&table.prior(&EXPECTED), CLIMB);
    eprintln!(
        "news: {} choices, {} of them right by {} weights",
        choices.len(),
        choices.right(&weights),
        table.len()
    );
    table.text(&weights, LEAST)
}

/// Chooses as the annotation of a document does.
pub(super) struct Chooser<'d> {
    quotations: &'d [Quotation],
    /// The quotation that the quote before belongs to.
    before: Option<usize>,
}

impl<'d> Chooser<'d> {
    pub(super) fn new(quotations: &'d [Quotation]) -> Chooser<'d> {
        Chooser {
            quotations,
            before: None,
        }
    }

    /// Which candidates are right. Quotes within quotes are hardly ever annotated by themselves:
    /// there, nobody is.
    pub(super) fn right(&mut self, choice: &Choice) -> Vec<bool> {
        let own = self.quotation(extent(choice.quote));
        let same = own.is_some() && own == self.before;
        self.before = own;
        if choice.nested {
            return Vec::new();
        }
        right(choice, own.map(|own| &self.quotations[own]), same)
    }

    /// The annotated quotation that has at least half of a quote in its content, the first (and so the
    /// outer one) of several.
    fn quotation(&self, quote: Extent) -> Option<usize> {
        let covered = |one: &usize| overlap(&[quote], &self.quotations[*one].spans);
        let all = (0..self.quotations.len()).rev();
        all.filter(|one| 2 * covered(one) >= quote.len())
            .max_by_key(covered)
    }
}

/// Which candidates are right: the first mention within the annotated source, or the source of the quote
/// before if that belongs to the same quotation; of these, those with the annotated cue if there are any.
fn right(choice: &Choice, own: Option<&Quotation>, same: bool) -> Vec<bool> {
    let (source, cue) = own.map_or((&[][..], &[][..]), |own| (&own.source, &own.cue));
    let within = |owner: bool| {
        let candidates = choice
            .candidates
            .iter()
            .filter(move |one| one.owner == owner);
        let mentions = candidates.filter_map(|one| one.source);
        mentions.filter(|&span| touches(source, span)).min()
    };
    let mention = within(false).or_else(|| within(true));
    let by_source = |one: &Alternative| match one.source {
        None => source.is_empty(),
        Some(span) => {
            mention == Some(span) && !one.goes_on || one.goes_on && (same || mention == Some(span))
        }
    };
    let by_cue = |one: &Alternative| {
        let told = || one.cue.is_some_and(|span| touches(cue, span));
        by_source(one) && if one.goes_on { same } else { told() }
    };
    if choice.candidates.iter().any(by_cue) {
        choice.candidates.iter().map(by_cue).collect()
    } else {
        choice.candidates.iter().map(by_source).collect()
    }
}

fn touches(parts: &[Extent], span: Span) -> bool {
    overlap(parts, &[extent(span)]) > 0
}

pub(super) fn extent(span: Span) -> Extent {
    Extent::new(span.start(), span.end())
}
