//! The fits of all weights, in the order in which one needs the other.

mod answers;
mod choices;
mod climb;
mod cues;
mod lines;
mod news;
mod reports;
mod table;

use anyhow::Result;
use quotation::fit::{Files, Models};
use rayon::prelude::*;

use crate::authors;
use crate::gold::Document;

/// The head of the table of news.
const NEWS: &str = "\
# What each kind of evidence, each two together, and some words in their places add to the score of a
# candidate. Made by `train weights` from the training part of PolNeAR.
";
/// The head of the tables of novels.
const NOVELS: &str = "\
# What each kind of evidence, and each two together, add to the score of a speaker of a line. Made by
# `train weights` from PDNC.
";

/// Into how many parts the documents are put that weights of a later fit are fitted to: what an earlier
/// fit tells of each comes from the other parts, as it will come from other texts.
const PARTS: usize = 5;

/// A document and the weights to read it with.
pub(crate) type Reading<'d> = (&'d Document, Models);

/// Does something with each document, in their order, with its weights.
pub(crate) fn in_parallel<R: Send>(
    readings: &[Reading<'_>],
    work: impl Fn(&Document) -> R + Sync,
) -> Vec<R> {
    let work = |&(document, models): &Reading<'_>| models.with(|| work(document));
    readings.par_iter().map(work).collect()
}

/// All documents with the same weights.
pub(crate) fn with<'d>(documents: &[&'d Document], models: Models) -> Vec<Reading<'d>> {
    documents
        .iter()
        .map(|&document| (document, models))
        .collect()
}

/// Each document with weights that were fitted to other parts than its own.
fn with_weights_of_others<'d>(
    documents: &[&'d Document],
    part_of: &[usize],
    fit: impl Fn(&[&'d Document]) -> Result<Files>,
) -> Result<Vec<Reading<'d>>> {
    let models = (0..PARTS).map(|part| {
        let numbered = documents.iter().zip(part_of);
        let others = numbered
            .filter(|(_, own)| **own != part)
            .map(|(one, _)| *one);
        Ok(Models::read(&fit(&others.collect::<Vec<_>>())?))
    });
    let models = models.collect::<Result<Vec<_>>>()?;
    let numbered = documents.iter().zip(part_of);
    Ok(numbered.map(|(&one, &part)| (one, models[part])).collect())
}

/// Fits the weights of news: the words that features of reports name, the reports, and with these who
/// says what stands in marks.
pub(crate) fn news(files: &mut Files, articles: &[&Document]) -> Result<()> {
    files.words = reports::words(articles);
    let reports = |articles: &[&Document]| {
        let mut files = files.clone();
        files.reports = reports::fit(&with(articles, Models::read(&files)));
        Ok(files)
    };
    let part_of: Vec<usize> = (0..articles.len()).map(|number| number % PARTS).collect();
    let readings = with_weights_of_others(articles, &part_of, reports)?;
    let mut all = reports(articles)?;
    all.news = NEWS.to_owned() + &news::fit(&readings);
    *files = all;
    Ok(())
}

/// Fits the weights of novels: what stands beside a line, and with these who speaks it.
pub(crate) fn novels(files: &mut Files, novels: &[&Document]) -> Result<()> {
    let cues = |novels: &[&Document]| {
        let mut files = files.clone();
        files.cues = NOVELS.to_owned() + &cues::fit(novels)?;
        Ok(files)
    };
    let part_of = authors::parts(novels, PARTS);
    let readings = with_weights_of_others(novels, &part_of, cues)?;
    let mut all = cues(novels)?;
    all.lines = NOVELS.to_owned() + &lines::fit(&readings)?;
    *files = all;
    Ok(())
}
