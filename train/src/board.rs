//! The table of scores: all corpora that are there, read by the library.

use std::path::PathBuf;
use std::time::Instant;

use anyhow::Result;
use quotation::fit::Models;

use crate::convert::Corpus;
use crate::corpora;
use crate::fit;
use crate::predict::predictions;
use crate::score::Scores;

/// The rows: their names, their corpora, and whether novels are read with their cast.
const ROWS: [(&str, Corpus, bool); 5] = [
    ("polnear-dev", Corpus::PolnearDev, false),
    ("polnear-train", Corpus::PolnearTrain, false),
    ("litbank", Corpus::Litbank, false),
    ("pdnc", Corpus::Pdnc, false),
    ("pdnc-cast", Corpus::Pdnc, true),
];

/// Prints a row for each corpus that one of the folders has.
pub(crate) fn print(folders: &[PathBuf], models: Models) -> Result<()> {
    for (name, corpus, with_cast) in ROWS {
        let Some(documents) = corpora::find(corpus, folders)? else {
            continue;
        };
        let documents: Vec<_> = documents.iter().collect();
        let bytes: usize = documents.iter().map(|document| document.text.len()).sum();
        let start = Instant::now();
        let predictions = predictions(&fit::with(&documents, models), with_cast)?;
        let speed = bytes as f64 / 1e6 / start.elapsed().as_secs_f64();
        for report in Scores::of(&documents, &predictions, false).domains() {
            println!("{name:14} {report} | {speed:.1} MB/s");
        }
    }
    Ok(())
}
