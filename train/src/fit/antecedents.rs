//! Whom the pronouns and the descriptions of news mean.

use std::collections::BTreeMap;

use anyhow::Result;
use quotation::fit::{
    AntecedentQuestion, Files, Models, antecedent_features, antecedents as questions,
};
use quotation::{Genre, QuoteDetector};
use rayon::prelude::*;

use super::choices::Choices;
use super::climb::Climb;
use super::table::{Table, count_pairs};
use crate::articles::Article;
use crate::names::{fold, is_same};

/// The strength of the prior of a kind of evidence, and of a pair of kinds.
const PRIOR: f64 = 3.0;
const PAIR_PRIOR: f64 = 100.0;
/// The same of a pair of which somebody new is one. With 1 and 10, 4 and 5 fewer of a thousand descriptions are right in
/// articles left out.
const NEW_PRIOR: f64 = 3.0;
/// How many candidates must have a pair for it to get a weight.
const PAIR_COUNT: usize = 20;
/// Weights of pairs below this are left out.
const LEAST: f64 = 0.02;
const CLIMB: Climb = Climb {
    rounds: 150,
    longest: 0.5,
};
/// How often all is fitted. What an article has told before a pronoun depends on whom those before it were taken to mean: at
/// first whoever is most salient, then by the weights of the last fit. A third fit gains nothing.
const FITS: usize = 3;

/// A question with what is right in it.
struct Sample {
    is_description: bool,
    features: Vec<Vec<u16>>,
    right: Vec<bool>,
}

/// Fits the weights of antecedents: those of pronouns while the rules alone tell whom descriptions mean, then those of
/// descriptions.
pub(crate) fn fit(files: &mut Files, articles: &[&Article]) -> Result<()> {
    files.antecedents.clear();
    files.descriptions.clear();
    for is_description in [false, true] {
        for _ in 0..FITS {
            let mut samples = samples(Models::read(files), articles)?;
            samples.retain(|one| one.is_description == is_description);
            if is_description {
                files.descriptions = super::DESCRIPTIONS.to_owned() + &table(&samples, NEW_PRIOR);
            } else {
                files.antecedents = super::ANTECEDENTS.to_owned() + &table(&samples, PAIR_PRIOR);
            }
        }
    }
    Ok(())
}

/// How many pronouns or descriptions there are that could mean several, and how many are given to whom they mean, by how far
/// ahead of the next that is.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Found {
    pub(crate) all: usize,
    pub(crate) right: usize,
}

/// From how far ahead of the next on an antecedent is counted apart.
pub(crate) const LEADS: [f32; 3] = [0.0, 0.5, 0.9];

/// How many antecedents of some articles are found, of pronouns and of descriptions, by [`LEADS`].
pub(crate) fn found(files: &Files, articles: &[&Article]) -> Result<[[Found; LEADS.len()]; 2]> {
    let models = Models::read(files);
    let mut found = [[Found::default(); LEADS.len()]; 2];
    for sample in samples(models, articles)? {
        let (best, lead) = models.antecedent(sample.is_description, &sample.features);
        let at = LEADS.partition_point(|&least| least <= lead) - 1;
        let found = &mut found[usize::from(sample.is_description)][at];
        found.all += 1;
        found.right += usize::from(sample.right[best]);
    }
    Ok(found)
}

/// The questions about the pronouns that are marked, those left out in which whom they mean is no candidate, and about
/// descriptions: one that is not marked means somebody new, outside of quotations.
fn samples(models: Models, articles: &[&Article]) -> Result<Vec<Sample>> {
    let detector = QuoteDetector::builder().genre(Genre::News).build()?;
    let quoted = antecedent_features()
        .iter()
        .position(|&name| name == "is-quoted");
    let of_article = |article: &&Article| -> Vec<Sample> {
        let asked = models.with(|| questions(&detector, &article.text));
        let is_quoted = |question: &AntecedentQuestion| {
            let first = question.features[0].iter();
            first
                .map(|&one| usize::from(one))
                .any(|one| Some(one) == quoted)
        };
        let marked = asked.into_iter().filter_map(|question| {
            let right = match question.is_description {
                true if is_quoted(&question) => return None,
                true => described(&question, article)?,
                false => {
                    let meant = &article.meant;
                    let start = question.words.start();
                    let at = meant.binary_search_by_key(&start, |one| one.words.start);
                    right_candidates(&question, &meant[at.ok()?].name)
                }
            };
            right.contains(&true).then_some(Sample {
                is_description: question.is_description,
                features: question.features,
                right,
            })
        });
        marked.collect()
    };
    let samples: Vec<Vec<Sample>> = articles.par_iter().map(of_article).collect();
    Ok(samples.into_iter().flatten().collect())
}

/// Whom a description means; nothing where that is several, or a mark has a part of it.
fn described(question: &AntecedentQuestion, article: &Article) -> Option<Vec<bool>> {
    let (start, end) = (question.words.start(), question.words.end());
    let mut marks = article.meant.iter();
    let mark = marks.find(|mark| mark.words.start < end && start < mark.words.end);
    let mut right = match mark {
        None => vec![false; question.features.len()],
        Some(mark)
            if mark.words.start != start || mark.words.end < end || mark.name.contains('+') =>
        {
            return None;
        }
        Some(mark) => right_candidates(question, &mark.name),
    };
    if !right.contains(&true) {
        right[0] = true;
    }
    Some(right)
}

/// Which candidates are meant: those of this name, else those of a part of it.
fn right_candidates(question: &AntecedentQuestion, name: &str) -> Vec<bool> {
    let exactly = |names: &Vec<String>| names.iter().any(|one| fold(one) == fold(name));
    let partly = |names: &Vec<String>| {
        let mut names = names.iter();
        names.any(|one| is_same(one, name) || is_same(name, one) || begins(name, one))
    };
    let right: Vec<bool> = question.names.iter().map(exactly).collect();
    match right.contains(&true) {
        true => right,
        false => question.names.iter().map(partly).collect(),
    }
}

/// Whether a name begins with another: with the given name.
fn begins(name: &str, given: &str) -> bool {
    let (name, given) = (fold(name), fold(given));
    let rest = name.strip_prefix(&given);
    !given.is_empty() && rest.is_some_and(|rest| rest.starts_with(' '))
}

/// The table that fits some questions, with this strength of the prior of a pair of which somebody new is one.
fn table(samples: &[Sample], new_prior: f64) -> String {
    let mut pairs = BTreeMap::new();
    for features in samples.iter().flat_map(|sample| &sample.features) {
        count_pairs(&mut pairs, features);
    }
    let features = antecedent_features();
    let is_new = |feature: u16| features[usize::from(feature)] == "is-new";
    let (of_new, others): (BTreeMap<_, _>, BTreeMap<_, _>) = pairs
        .into_iter()
        .partition(|&((one, other), _)| is_new(one) || is_new(other));
    let mut table = Table::of_features(features, PRIOR);
    table.add_pairs(&of_new, 1, new_prior);
    table.add_pairs(&others, PAIR_COUNT, PAIR_PRIOR);
    let mut choices = Choices::default();
    for sample in samples {
        let candidates = sample.features.iter();
        let candidates: Vec<Vec<u32>> = candidates.map(|one| table.rows_of(one)).collect();
        choices.add(
            &[],
            candidates.iter().map(|one| &one[..]),
            sample.right.clone(),
        );
    }
    let weights = choices.fit(&table.prior(&[]), CLIMB);
    eprintln!(
        "antecedents: {} questions, {} of them right by {} weights",
        choices.len(),
        choices.right(&weights),
        table.len()
    );
    table.text(&weights, LEAST)
}
