//! Whom the pronouns of news mean.

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
    features: Vec<Vec<u16>>,
    right: Vec<bool>,
}

/// Fits the weights of antecedents.
pub(crate) fn fit(files: &mut Files, articles: &[&Article]) -> Result<()> {
    files.antecedents.clear();
    for _ in 0..FITS {
        let samples = samples(Models::read(files), articles)?;
        files.antecedents = super::ANTECEDENTS.to_owned() + &table(&samples);
    }
    Ok(())
}

/// How many pronouns there are that could mean several, of whom one is meant, and how many are given to that one, by how far
/// ahead of the next it is.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Found {
    pub(crate) all: usize,
    pub(crate) right: usize,
}

/// From how far ahead of the next on an antecedent is counted apart.
pub(crate) const LEADS: [f32; 3] = [0.0, 0.5, 0.9];

/// How many antecedents of some articles are found, by [`LEADS`].
pub(crate) fn found(files: &Files, articles: &[&Article]) -> Result<[Found; LEADS.len()]> {
    let models = Models::read(files);
    let mut found = [Found::default(); LEADS.len()];
    for sample in samples(models, articles)? {
        let (best, lead) = models.antecedent(&sample.features);
        let at = LEADS.partition_point(|&least| least <= lead) - 1;
        found[at].all += 1;
        found[at].right += usize::from(sample.right[best]);
    }
    Ok(found)
}

/// The questions about the pronouns of all articles that are marked, those left out in which whom they mean is no candidate.
fn samples(models: Models, articles: &[&Article]) -> Result<Vec<Sample>> {
    let detector = QuoteDetector::builder().genre(Genre::News).build()?;
    let of_article = |article: &&Article| -> Vec<Sample> {
        let asked = models.with(|| questions(&detector, &article.text));
        let marked = asked.into_iter().filter_map(|question| {
            let meant = &article.meant;
            let at = meant.binary_search_by_key(&question.pronoun.start(), |one| one.words.start);
            let right = right_candidates(&question, &meant[at.ok()?].name);
            right.contains(&true).then_some(Sample {
                features: question.features,
                right,
            })
        });
        marked.collect()
    };
    let samples: Vec<Vec<Sample>> = articles.par_iter().map(of_article).collect();
    Ok(samples.into_iter().flatten().collect())
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

fn table(samples: &[Sample]) -> String {
    let mut pairs = BTreeMap::new();
    for features in samples.iter().flat_map(|sample| &sample.features) {
        count_pairs(&mut pairs, features);
    }
    let mut table = Table::of_features(antecedent_features(), PRIOR);
    table.add_pairs(&pairs, PAIR_COUNT, PAIR_PRIOR);
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
        "antecedents: {} pronouns, {} of them right by {} weights",
        choices.len(),
        choices.right(&weights),
        table.len()
    );
    table.text(&weights, LEAST)
}
