//! The fits of all weights, in the order in which one needs the other.

mod answers;
pub(crate) mod antecedents;
mod choices;
mod climb;
mod cues;
pub(crate) mod genre;
mod lines;
mod news;
mod placements;
mod reading;
mod reports;
mod table;

use anyhow::Result;
use quotation::fit::{Files, Models};

use crate::gold::Document;
use crate::{authors, scenes};
pub(crate) use reading::{Reading, in_parallel, with};

/// The head of the table of antecedents.
const ANTECEDENTS: &str = "\
# What each kind of evidence, and each two together, add to the score of whom a pronoun may mean. Made by
# `train weights` from the articles of `train/articles`.
";
/// The head of the table of descriptions.
const DESCRIPTIONS: &str = "\
# What each kind of evidence, and each two together, add to the score of whom a definite description may mean. Made by
# `train weights` from the articles of `train/articles`.
";
/// The head of the table of news.
const NEWS: &str = "\
# What each kind of evidence, each two together, and some words in their places add to the score of a
# candidate. Made by `train weights` from the training part of PolNeAR.
";
/// The head of the table of cues beside the lines of novels.
const CUES: &str = "\
# What each kind of evidence, and each two together, add to the score of a speaker of a line. Made by
# `train weights` from PDNC.
";
/// The head of the table of the lines of novels.
const LINES: &str = "\
# What each kind of evidence, and each two together, add to the score of a speaker of a line. Made by
# `train weights` from PDNC and the scenes of `train/scenes`.
";

/// Into how many parts the articles are put for the fit of who says their quotations: what reports tell
/// of each comes from weights fitted to the other parts, as it will come from other texts. Of articles
/// left out, F1 of quoted strings is 90.7 with this and 90.5 without. Into as many novels are put, by their authors, to tell
/// how many speakers are right that are so probable.
const PARTS: usize = 5;

/// Of each part the files with reports that fit the others.
fn with_reports_of_others(files: &Files, articles: &[&Document]) -> Vec<Files> {
    let part = |part: usize| {
        let numbered = articles.iter().enumerate();
        let others = numbered.filter(|(number, _)| number % PARTS != part);
        let others: Vec<&Document> = others.map(|(_, &one)| one).collect();
        with_reports(files, &others)
    };
    (0..PARTS).map(part).collect()
}

/// Each article with the files of its part.
fn by_parts<'d>(parts: &[Files], articles: &[&'d Document]) -> Vec<Reading<'d>> {
    let models: Vec<Models> = parts.iter().map(Models::read).collect();
    let numbered = articles.iter().enumerate();
    numbered
        .map(|(number, &one)| (one, models[number % PARTS]))
        .collect()
}

/// The files with reports that fit these articles.
fn with_reports(files: &Files, articles: &[&Document]) -> Files {
    let readings = with(articles, Models::read(files));
    Files {
        reports: reports::fit(&readings),
        ..files.clone()
    }
}

/// Fits the weights of news: the words that features of reports name, the reports, with these the placements of their
/// contents, and with all of these who says what stands in marks.
pub(crate) fn news(files: &mut Files, articles: &[&Document]) {
    files.words = reports::words(articles);
    let mut parts = with_reports_of_others(files, articles);
    let placements = placements::fit(&by_parts(&parts, articles));
    for part in &mut parts {
        placements::put(&mut part.reports, &placements);
    }
    files.news = NEWS.to_owned() + &news::fit(&by_parts(&parts, articles));
    *files = with_reports(files, articles);
    placements::put(&mut files.reports, &placements);
}

/// Fits the weights of novels: what stands beside a line, and with these who speaks it, in whole novels, in
/// scenes cut out of them and in scenes of our own. (To fit these to novels without the weights of others, as
/// those of news are, gains nothing on authors left out.)
pub(crate) fn novels(files: &mut Files, novels: &[&Document], own: &[&Document]) -> Result<()> {
    files.cues = CUES.to_owned() + &cues::fit(novels)?;
    let cut: Vec<Document> = novels.iter().flat_map(|novel| scenes::cut(novel)).collect();
    let all: Vec<&Document> = novels.iter().copied().chain(&cut).collect();
    let models = Models::read(files);
    files.lines = LINES.to_owned() + &lines::fit(&with(&all, models), &with(own, models))?;
    Ok(())
}

/// Adds to the weights of lines how many are right of those that are so probable.
pub(crate) fn calibrate(files: &mut Files, novels: &[&Document], own: &[&Document]) -> Result<()> {
    let (mut cut, mut parts) = (Vec::new(), authors::parts(novels, PARTS));
    for (at, novel) in novels.iter().enumerate() {
        let scenes = scenes::cut_known(novel);
        parts.extend(vec![parts[at]; scenes.len()]);
        cut.extend(scenes);
    }
    let all: Vec<&Document> = novels.iter().copied().chain(&cut).collect();
    let models = Models::read(files);
    files.lines += &lines::calibration(&lines::Parted {
        novels: &with(&all, models),
        parts: &parts,
        own: &with(own, models),
        count: PARTS,
    })?;
    Ok(())
}
