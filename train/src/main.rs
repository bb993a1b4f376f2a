//! Makes the weights of the library from annotated corpora, and measures what it finds in them.

mod articles;
mod authors;
mod board;
mod convert;
mod corpora;
mod files;
mod fit;
mod folds;
mod gold;
mod names;
#[path = "../../tests/common/notation.rs"]
mod notation;
mod predict;
mod scenes;
mod score;
#[path = "../../tests/common/text.rs"]
#[expect(dead_code, reason = "a fit does not ask for what may be found or not")]
mod text;
mod weights;

use std::io::{self, BufWriter, Write};
use std::path::PathBuf;

use anyhow::Result;
use clap::{Parser, Subcommand};

use quotation::fit::{Files, Models};

use convert::Corpus;
use gold::Document;
use score::{Prediction, Scores};

/// Makes the weights of the library from annotated corpora, and measures what it finds in them.
///
/// A corpus is given as it is published, in a folder or in a tar archive that may be packed with gzip or
/// xz, or converted, as JSON lines.
#[derive(Debug, Parser)]
#[command(version)]
struct Arguments {
    /// How many threads work; 0 is one for each core. The results are the same.
    #[arg(long, global = true, value_name = "N", default_value_t = 0)]
    threads: usize,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Converts a corpus as it is published to JSON lines, a document a line.
    Convert { corpus: Corpus, archive: PathBuf },
    /// Scores predictions: JSON lines with "id" and "quotations", as the example "corpus" writes them.
    Score {
        gold: PathBuf,
        predicted: PathBuf,
        /// Writes the figures as one line of JSON.
        #[arg(long)]
        json: bool,
        /// Adds the figures of each document.
        #[arg(long)]
        by_document: bool,
    },
    /// Makes all files of weights.
    Weights {
        /// PolNeAR; its training part is used.
        #[arg(long)]
        polnear: PathBuf,
        /// PDNC.
        #[arg(long)]
        pdnc: PathBuf,
        /// Scenes of our own.
        #[arg(long, default_value = "train/scenes")]
        scenes: PathBuf,
        /// Articles of our own.
        #[arg(long, default_value = "train/articles")]
        articles: PathBuf,
        /// The folder of the crate, or one to be laid out as it is.
        #[arg(long, default_value = ".")]
        into: PathBuf,
    },
    /// Writes the first lines of the files of weights anew, and leaves the weights as they are. A new feature weighs
    /// nothing then. A feature of quotations with another name has lost its weights of reports.
    Heads {
        /// The folder of the crate.
        #[arg(long, default_value = ".")]
        into: PathBuf,
    },
    /// Prints a row of scores for each corpus.
    Scores {
        /// A folder that weights were written to, to be used in place of those that the library was
        /// built with.
        #[arg(long)]
        weights: Option<PathBuf>,
        /// Folders with corpora; each is taken from the first that has it.
        #[arg(long, required = true, num_args = 1..)]
        corpora: Vec<PathBuf>,
    },
    /// Prints what each sign of a genre weighs, fitted to texts and pieces of PolNeAR, PDNC and LitBank, and how
    /// many are told by that and by the library.
    Genre {
        /// Folders with the corpora; each is taken from the first that has it.
        #[arg(long, required = true, num_args = 1..)]
        corpora: Vec<PathBuf>,
    },
    /// Prints the scores of texts that were left out of the fits, in turn all: news by fifths, novels by
    /// their authors.
    Folds {
        /// Folders with PolNeAR and PDNC; each is taken from the first that has it.
        #[arg(long, required = true, num_args = 1..)]
        corpora: Vec<PathBuf>,
        /// A folder of scenes of our own.
        #[arg(long, default_value = "train/scenes")]
        scenes: PathBuf,
        /// A folder of articles of our own.
        #[arg(long, default_value = "train/articles")]
        articles: PathBuf,
    },
}

fn main() -> Result<()> {
    let arguments = Arguments::parse();
    rayon::ThreadPoolBuilder::new()
        .num_threads(arguments.threads)
        .build_global()?;
    match arguments.command {
        Command::Convert { corpus, archive } => {
            let mut output = BufWriter::new(io::stdout().lock());
            gold::write_lines(&convert::convert(corpus, &archive)?, &mut output)?;
            output.flush()?;
        }
        Command::Score {
            gold,
            predicted,
            json,
            by_document,
        } => {
            let gold: Vec<Document> = gold::read_lines(&gold)?;
            let predicted: Vec<Prediction> = gold::read_lines(&predicted)?;
            let gold: Vec<&Document> = gold.iter().collect();
            let figures = Scores::of(&gold, &predicted, by_document).to_json()?;
            if json {
                println!("{figures}");
            } else {
                println!("{figures:#}");
            }
        }
        Command::Weights {
            polnear,
            pdnc,
            scenes,
            articles,
            into,
        } => {
            let corpora = weights::Corpora {
                articles: corpora::documents(Corpus::PolnearTrain, &polnear)?,
                novels: corpora::documents(Corpus::Pdnc, &pdnc)?,
                scenes: corpora::documents(Corpus::Own, &scenes)?,
                own_articles: articles::read(&articles)?,
            };
            weights::write(&weights::fit(&corpora)?, &into)?;
        }
        Command::Heads { into } => weights::write(&weights::read(&into)?, &into)?,
        Command::Scores { weights, corpora } => {
            let files = match weights {
                Some(folder) => weights::read_fitting(&folder)?,
                None => Files::shipped(),
            };
            board::print(&corpora, Models::read(&files))?;
        }
        Command::Genre { corpora } => {
            let articles = corpora::get(Corpus::PolnearTrain, &corpora)?;
            let mut stories = corpora::get(Corpus::Pdnc, &corpora)?;
            stories.extend(corpora::get(Corpus::Litbank, &corpora)?);
            fit::genre::print(&articles, &stories)?;
        }
        Command::Folds {
            corpora,
            scenes,
            articles,
        } => {
            folds::antecedents(&articles::read(&articles)?)?;
            folds::news(&corpora::get(Corpus::PolnearTrain, &corpora)?)?;
            let own = corpora::documents(Corpus::Own, &scenes)?;
            folds::novels(&corpora::get(Corpus::Pdnc, &corpora)?, &own)?;
        }
    }
    Ok(())
}
