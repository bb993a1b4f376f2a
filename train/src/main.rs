//! Converts annotated corpora and measures what the library finds in them.

mod convert;
mod files;
mod gold;
mod names;
mod score;

use std::io::{self, BufWriter, Write};
use std::path::PathBuf;

use anyhow::Result;
use clap::{Parser, Subcommand};

use convert::Corpus;
use score::Scores;

/// Converts annotated corpora and measures what the library finds in them.
#[derive(Debug, Parser)]
#[command(version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Converts a corpus as it is published to JSON lines, a document a line.
    Convert {
        corpus: Corpus,
        /// A folder, or a tar archive that may be packed with gzip or xz.
        archive: PathBuf,
    },
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
}

fn main() -> Result<()> {
    match Arguments::parse().command {
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
            let scores = Scores::of(
                &gold::read_lines(&gold)?,
                &gold::read_lines(&predicted)?,
                by_document,
            );
            let figures = scores.to_json()?;
            if json {
                println!("{figures}");
            } else {
                println!("{figures:#}");
            }
        }
    }
    Ok(())
}
