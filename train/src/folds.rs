//! How well weights do on texts that they were not fitted to: fitted several times, each time without a
//! part of the corpus, they are scored on that part.

use std::time::Instant;

use anyhow::Result;
use quotation::fit::{Files, Models};

use crate::articles::Article;
use crate::fit::antecedents::{Found, LEADS};
use crate::gold::Document;
use crate::predict::predictions;
use crate::scenes::cut_known;
use crate::score::{Prediction, Scores};
use crate::{authors, fit};

/// How many parts there are.
const FOLDS: usize = 5;

/// Fits the weights of antecedents without every fifth article of our own in turn, and prints how many pronouns of those left
/// out are given to whom they mean, of those that could mean several.
pub(crate) fn antecedents(articles: &[Article]) -> Result<()> {
    let mut found = [[Found::default(); LEADS.len()]; 2];
    for fold in 0..FOLDS {
        let numbered = articles.iter().enumerate();
        let (left_out, rest): (Vec<_>, Vec<_>) =
            numbered.partition(|(number, _)| number % FOLDS == fold);
        let [left_out, rest] =
            [left_out, rest].map(|some| some.into_iter().map(|(_, one)| one).collect::<Vec<_>>());
        let mut files = Files::shipped();
        fit::antecedents::fit(&mut files, &rest)?;
        let own = fit::antecedents::found(&files, &left_out)?;
        for (sum, own) in found.iter_mut().flatten().zip(own.into_iter().flatten()) {
            (sum.all, sum.right) = (sum.all + own.all, sum.right + own.right);
        }
    }
    for (name, found) in ["pronouns", "descriptions"].into_iter().zip(found) {
        let right: usize = found.iter().map(|one| one.right).sum();
        let all: usize = found.iter().map(|one| one.all).sum();
        println!("{name:14} {right} of {all}");
        for (lead, Found { all, right }) in LEADS.iter().zip(found) {
            println!("{name:14} {right} of {all} that are ahead by {lead} and more");
        }
    }
    Ok(())
}

/// Fits the weights of news without every fifth article in turn, and prints the scores of those left out.
pub(crate) fn news(articles: &[Document]) -> Result<()> {
    let fold_of: Vec<usize> = (0..articles.len()).map(|number| number % FOLDS).collect();
    let mut found = Vec::new();
    let start = Instant::now();
    for fold in 0..FOLDS {
        let (rest, left_out) = split(articles, &fold_of, fold);
        let mut files = Files::default();
        fit::news(&mut files, &rest);
        found.extend(predictions(
            &fit::with(&left_out, Models::read(&files)),
            false,
        )?);
    }
    print("news", articles, &found, start);
    Ok(())
}

/// Fits the weights of novels without the novels of some authors and a fifth of the scenes of our own in turn, and
/// prints the scores of those left out: of novels, read without their cast and with it, of scenes cut out of
/// them, and of our own.
pub(crate) fn novels(novels: &[Document], own: &[Document]) -> Result<()> {
    let fold_of = authors::parts(&novels.iter().collect::<Vec<_>>(), FOLDS);
    let own_fold_of: Vec<usize> = (0..own.len()).map(|number| number % FOLDS).collect();
    let (mut alone, mut with_cast) = (Vec::new(), Vec::new());
    let (mut scenes, mut in_scenes) = (Vec::new(), Vec::new());
    let mut in_own = Vec::new();
    let start = Instant::now();
    for fold in 0..FOLDS {
        let (rest, left_out) = split(novels, &fold_of, fold);
        let (own_rest, own_left_out) = split(own, &own_fold_of, fold);
        let mut files = Files::shipped();
        fit::novels(&mut files, &rest, &own_rest)?;
        let models = Models::read(&files);
        let readings = fit::with(&left_out, models);
        alone.extend(predictions(&readings, false)?);
        with_cast.extend(predictions(&readings, true)?);
        let cut: Vec<Document> = left_out.iter().flat_map(|one| cut_known(one)).collect();
        let readings = fit::with(&cut.iter().collect::<Vec<_>>(), models);
        in_scenes.extend(predictions(&readings, false)?);
        scenes.extend(cut);
        in_own.extend(predictions(&fit::with(&own_left_out, models), false)?);
    }
    print("novels", novels, &alone, start);
    print("novels, cast", novels, &with_cast, start);
    print("scenes", &scenes, &in_scenes, start);
    print("own scenes", own, &in_own, start);
    Ok(())
}

fn print(name: &str, documents: &[Document], found: &[Prediction], start: Instant) {
    let documents: Vec<_> = documents.iter().collect();
    for report in Scores::of(&documents, found, false).domains() {
        println!("{name:14} {report}");
    }
    eprintln!("{name}: after {:.0} s", start.elapsed().as_secs_f64());
}

/// The documents of the other folds and those of one.
fn split<'d>(
    documents: &'d [Document],
    fold_of: &[usize],
    fold: usize,
) -> (Vec<&'d Document>, Vec<&'d Document>) {
    let numbered = documents.iter().zip(fold_of);
    let (left_out, rest): (Vec<_>, Vec<_>) = numbered.partition(|(_, own)| **own == fold);
    let documents =
        |some: Vec<(&'d Document, &usize)>| some.into_iter().map(|(one, _)| one).collect();
    (documents(rest), documents(left_out))
}
