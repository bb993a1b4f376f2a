//! Counts whom the articles of a folder quote most.
//!
//! A small program on top of the crate's types: it follows each attribution to its speaker and adds
//! up over documents. Speakers of two articles are taken for one if they have the same name.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::error::Error;
use std::ffi::OsStr;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use clap::Parser;
use quotation::{AttributionKind, Document, QuoteDetector};

/// Prints whom the articles of a folder quote most: quotations, words between marks, and the number
/// of articles.
#[derive(Parser)]
#[command(version)]
struct Arguments {
    /// A folder with articles, a UTF-8 text file each, named *.txt.
    folder: PathBuf,
    /// How many speakers to print.
    #[arg(long, default_value_t = 20)]
    top: usize,
    /// Leave out quotations that are less sure than this, from 0 to 1.
    #[arg(long, default_value_t = 0.5)]
    min_confidence: f32,
}

#[derive(Default)]
struct Tally {
    quotations: usize,
    words: usize,
    articles: usize,
}

fn main() -> Result<(), Box<dyn Error>> {
    let arguments = Arguments::parse();
    let detector = QuoteDetector::new();
    let mut tallies = BTreeMap::new();
    for file in articles(&arguments.folder)? {
        let text =
            fs::read_to_string(&file).map_err(|error| format!("{}: {error}", file.display()))?;
        let document = detector.detect(&text);
        for (name, tally) in count(&document, arguments.min_confidence) {
            let total: &mut Tally = tallies.entry(name.to_owned()).or_default();
            total.quotations += tally.quotations;
            total.words += tally.words;
            total.articles += 1;
        }
    }
    let mut ranking: Vec<(String, Tally)> = tallies.into_iter().collect();
    ranking.sort_by_key(|(_, tally)| Reverse((tally.quotations, tally.words)));
    let mut output = io::stdout().lock();
    writeln!(output, "quotations  words quoted  articles  speaker")?;
    for (name, tally) in ranking.iter().take(arguments.top) {
        writeln!(
            output,
            "{:10}  {:12}  {:8}  {name}",
            tally.quotations, tally.words, tally.articles
        )?;
    }
    Ok(())
}

fn articles(folder: &Path) -> Result<Vec<PathBuf>, Box<dyn Error>> {
    let entries = fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut files = Vec::new();
    for entry in entries {
        let path = entry?.path();
        if path.extension() == Some(OsStr::new("txt")) {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

/// How often the document quotes each named speaker, and in how many words of their own.
fn count<'d>(document: &'d Document<'_>, min_confidence: f32) -> BTreeMap<&'d str, Tally> {
    let mut tallies: BTreeMap<&str, Tally> = BTreeMap::new();
    for attribution in document.attributions() {
        let Some(speaker) = attribution.speaker() else {
            continue;
        };
        if attribution.kind() == AttributionKind::Indirect
            || attribution.confidence() < min_confidence
        {
            continue;
        }
        let tally = tallies.entry(speaker.name()).or_default();
        tally.quotations += 1;
        tally.words += attribution
            .quotes()
            .map(|quote| document.text()[quote.span()].split_whitespace().count())
            .sum::<usize>();
    }
    tallies
}
