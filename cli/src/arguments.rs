//! What can be said on the command line.

use std::path::PathBuf;

use clap::builder::NonEmptyStringValueParser;
use clap::{Args, Parser, Subcommand, ValueEnum};
use quotation_formats::OffsetUnit;

use crate::input::{Markup, Options};

/// Finds every quotation of a text with its speaker: who said what, in which words that is told, and
/// how sure it is.
#[derive(Debug, Parser)]
#[command(
    name = "quotation",
    version,
    args_conflicts_with_subcommands = true,
    after_help = STATUS,
    after_long_help = EXAMPLES
)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Option<Command>,
    #[command(flatten)]
    pub(crate) extract: Extract,
}

const STATUS: &str = "\
Exit status: 0 done; 1 failed; 2 wrong command line; 3 done, but something was left out;
4 a claim is contradicted or not in the text.";

const EXAMPLES: &str = "\
Examples:
  quotation article.txt                          who said what, in colour
  quotation --format csv *.txt >quotations.csv   a table for a spreadsheet
  quotation --format html article.txt >article.html
  quotation --genre novel --cast cast.toml emma.epub
  quotation --speaker \"Ines Okoro\" --explain article.html
  cat article.txt | quotation

Exit status:
  0  done
  1  failed
  2  the command line is wrong
  3  done, but something was reported and left out
  4  a claim is contradicted by the text or not in it";

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Archive(Archive),
    Check(Check),
    Stats(Stats),
    Completions(Completions),
    Manual(Manual),
}

/// Write what lets a shell complete the command line.
#[derive(Debug, Args)]
#[command(after_long_help = COMPLETIONS_EXAMPLES)]
pub(crate) struct Completions {
    /// The shell.
    #[arg(value_enum)]
    pub(crate) shell: clap_complete::Shell,
}

const COMPLETIONS_EXAMPLES: &str = "\
Examples:
  quotation completions bash >~/.local/share/bash-completion/completions/quotation
  quotation completions zsh >~/.zfunc/_quotation
  quotation completions fish >~/.config/fish/completions/quotation.fish";

/// Write the manual as man pages.
#[derive(Debug, Args)]
#[command(after_long_help = MANUAL_EXAMPLES)]
pub(crate) struct Manual {
    /// Write a page for each command to this folder; without it, the first page alone.
    #[arg(short, long, value_name = "FOLDER")]
    pub(crate) output: Option<PathBuf>,
}

const MANUAL_EXAMPLES: &str = "\
Examples:
  quotation manual | man -l -
  quotation manual --output ~/.local/share/man/man1";

/// Count who is quoted how often and how much.
///
/// Reads tables that `archive` or `--format csv` and the like wrote, and texts. Words are those of the
/// texts that quote something. In a table, a minimum confidence is asked of each row as it stands; read
/// from the text, one quotation may decide about the next.
#[derive(Debug, Args)]
#[command(after_long_help = STATS_EXAMPLES)]
pub(crate) struct Stats {
    /// Tables of attributions (.csv, .tsv, .jsonl, .parquet), or texts.
    #[arg(value_name = "IN", required = true)]
    pub(crate) inputs: Vec<PathBuf>,
    /// Tables or texts to set beside them; may be given again.
    #[arg(long, value_name = "IN")]
    pub(crate) against: Vec<PathBuf>,
    /// What to count by.
    #[arg(long, value_enum, default_value_t = By::Speaker)]
    pub(crate) by: By,
    /// How many to show, those with the most quotations.
    #[arg(long, value_name = "N", default_value_t = 25)]
    pub(crate) top: usize,
    /// In which form to write.
    #[arg(short, long, value_enum, default_value_t = StatsFormat::Table)]
    pub(crate) format: StatsFormat,
    #[command(flatten)]
    pub(crate) reading: Reading,
    #[command(flatten)]
    pub(crate) detection: Detection,
    #[command(flatten)]
    pub(crate) common: Common,
}

const STATS_EXAMPLES: &str = "\
Examples:
  quotation stats quotations.parquet
  quotation stats --by gender --format bars quotations.csv
  quotation stats 2023.csv --against 2024.csv --format svg >years.svg
  quotation stats --by kind article.txt";

/// What is counted together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum By {
    /// Each name.
    Speaker,
    /// Female, male and neutral where the text tells it, and unknown.
    Gender,
    /// Direct, mixed and indirect.
    Kind,
    /// Each file or text.
    File,
}

impl By {
    pub(crate) const fn name(self) -> &'static str {
        match self {
            By::Speaker => "speaker",
            By::Gender => "gender",
            By::Kind => "kind",
            By::File => "file",
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum StatsFormat {
    /// Aligned columns.
    Table,
    /// For spreadsheets.
    Csv,
    /// Bars in the terminal.
    Bars,
    /// Bars as a drawing.
    Svg,
}

/// Find the quotations of many texts, on all cores, as one table with a row an attribution.
///
/// Inputs may be larger than memory. A run that was broken off, even by `kill -9` or a full disk, goes
/// on where it was when it is given again; the table is the same as that of an undisturbed run. Until
/// it is whole, it stands beside its own path with the ending `.partial`.
#[derive(Debug, Args)]
#[command(after_long_help = ARCHIVE_EXAMPLES)]
pub(crate) struct Archive {
    /// Folders, or files with a text (.txt, .md, .html, .epub, .rss) or many (.jsonl, .csv, .parquet); all
    /// but the last may be packed (.gz, .zst).
    #[arg(value_name = "IN", required = true)]
    pub(crate) inputs: Vec<PathBuf>,
    /// The table.
    #[arg(short, long, value_name = "OUT")]
    pub(crate) output: PathBuf,
    /// In which form to write it; told by its name if this is not given.
    #[arg(short, long, value_enum)]
    pub(crate) format: Option<TableFormat>,
    /// The column or key that has the text.
    #[arg(long, value_name = "NAME", default_value = "text")]
    pub(crate) text: String,
    /// The column or key that has the text's name.
    #[arg(long, value_name = "NAME", default_value = "id")]
    pub(crate) id: String,
    /// What the columns `start` and `end` count.
    #[arg(long, value_enum, default_value_t = Offsets::File)]
    pub(crate) offsets: Offsets,
    /// How many threads; 0 is one for each core.
    #[arg(long, value_name = "N", default_value_t = 0, value_parser = clap::value_parser!(u16).range(..=1024))]
    pub(crate) threads: u16,
    /// Begin anew, whatever was written before.
    #[arg(long)]
    pub(crate) restart: bool,
    #[command(flatten)]
    pub(crate) reading: Reading,
    #[command(flatten)]
    pub(crate) detection: Detection,
    #[command(flatten)]
    pub(crate) common: Common,
}

const ARCHIVE_EXAMPLES: &str = "\
Examples:
  quotation archive articles/ -o quotations.parquet
  quotation archive --text body --id url 2023.jsonl.zst 2024.csv.gz -o quotations.csv
  quotation archive --restart articles/ -o quotations.jsonl

What cannot be read is reported and left out; the exit status is 3 then.";

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum TableFormat {
    /// A JSON object an attribution.
    Jsonl,
    /// A table for spreadsheets.
    Csv,
    /// A table of packed columns.
    #[cfg(feature = "parquet")]
    Parquet,
}

/// Hold what others claim was said against the text.
///
/// Each claim gets a line: whether the words stand in the text, where, and in what they differ; and
/// whether the words beside them support or contradict the claimed speaker or leave it open. After
/// the claims, the quotations in marks that none of them covers.
#[derive(Debug, Args)]
#[command(after_long_help = CHECK_EXAMPLES)]
pub(crate) struct Check {
    /// The text, Markdown, HTML, EPUB or feed.
    pub(crate) text: PathBuf,
    /// JSON lines or, if the name ends in .csv, a table with `quotation` and `speaker`, and with
    /// `start`, the byte near which the words are meant, if they may come again.
    pub(crate) claims: PathBuf,
    /// In which form to write.
    #[arg(short, long, value_enum, default_value_t = CheckFormat::Text)]
    pub(crate) format: CheckFormat,
    #[command(flatten)]
    pub(crate) reading: Reading,
    #[command(flatten)]
    pub(crate) detection: Detection,
    #[command(flatten)]
    pub(crate) common: Common,
}

const CHECK_EXAMPLES: &str = "\
Examples:
  quotation check article.txt claims.jsonl
  quotation check --format csv --cast cast.toml novel.txt lines.csv >verdicts.csv
  some-model <article.txt | quotation check article.txt -

The exit status is 4 if a claim is contradicted or not in the text.";

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum CheckFormat {
    /// For people, in colour.
    Text,
    /// A JSON object a claim.
    Jsonl,
    /// A table for spreadsheets.
    Csv,
}

/// Options of the command without a name.
#[derive(Debug, Args)]
pub(crate) struct Extract {
    /// Files with text, Markdown, HTML, EPUB, RSS or Atom; standard input if there is none or it is `-`.
    #[arg(value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,
    /// In which form to write.
    #[arg(short, long, value_enum, default_value_t = Format::Text)]
    pub(crate) format: Format,
    /// Write to this file instead of standard output; for brat and BookNLP, and for TEI and SSML of
    /// several files, to this folder.
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    /// What the columns `start` and `end`, and the offsets of JSON, count; in JSON those of a file are bytes of its text.
    #[arg(long, value_enum, default_value_t = Offsets::File)]
    pub(crate) offsets: Offsets,
    /// Write below each quotation what spoke for its speaker.
    #[arg(long)]
    pub(crate) explain: bool,
    #[command(flatten)]
    pub(crate) reading: Reading,
    #[command(flatten)]
    pub(crate) detection: Detection,
    #[command(flatten)]
    pub(crate) selection: Selection,
    #[command(flatten)]
    pub(crate) common: Common,
}

/// How files become text.
#[derive(Clone, Debug, Args)]
#[command(next_help_heading = "Reading")]
pub(crate) struct Reading {
    /// What the files hold; told by their names if this is not given.
    #[arg(long, value_enum, value_name = "MARKUP")]
    pub(crate) markup: Option<Markup>,
    /// The encoding of the files, by its name on the web; UTF-8, UTF-16 and Windows-1252 are told
    /// from the bytes.
    #[arg(long, value_name = "NAME")]
    pub(crate) encoding: Option<String>,
    /// Read all of a web page, with menus and the like.
    #[arg(long)]
    pub(crate) whole_page: bool,
}

impl Reading {
    pub(crate) fn options(&self) -> Options {
        Options {
            markup: self.markup,
            encoding: self.encoding.clone(),
            whole_page: self.whole_page,
        }
    }
}

/// What is known of the texts beforehand.
#[derive(Clone, Debug, Args)]
#[command(next_help_heading = "What is known")]
pub(crate) struct Detection {
    /// What sort of text it is; told from the text if this is not given.
    #[arg(long, value_enum)]
    pub(crate) genre: Option<Genre>,
    /// Who may speak: a JSON, CSV or TOML file with `name`, `aliases`, `gender` and `narrator`.
    #[arg(long, value_name = "FILE")]
    pub(crate) cast: Option<PathBuf>,
    /// A regular expression for a house style's own way to name speakers, with the groups `speaker`
    /// and `content`; may be given again.
    #[arg(long, value_name = "REGEX")]
    pub(crate) formula: Vec<String>,
    /// Which kinds of quotations to look for; may be given again.
    #[arg(long, value_enum, value_delimiter = ',')]
    pub(crate) kind: Vec<KindName>,
    /// How sure it must be who speaks, from 0 to 1: what is less sure is left out, and whole sentences
    /// in marks are given to nobody. A low one finds more than none does.
    #[arg(long, value_name = "P", value_parser = probability)]
    pub(crate) minimum_confidence: Option<f32>,
}

/// Which of the quotations are written.
#[derive(Clone, Debug, Args)]
#[command(next_help_heading = "Selection")]
pub(crate) struct Selection {
    /// Only what this speaker says, by name or alias; may be given again.
    #[arg(long, value_name = "NAME", value_parser = NonEmptyStringValueParser::new())]
    pub(crate) speaker: Vec<String>,
}

/// What every command knows.
#[derive(Clone, Copy, Debug, Args)]
#[command(next_help_heading = "Messages")]
pub(crate) struct Common {
    /// No progress, no notes; errors alone.
    #[arg(short, long)]
    pub(crate) quiet: bool,
    /// Whether to write in colour; `auto` does in a terminal, unless NO_COLOR is set.
    #[arg(long, value_enum, default_value_t = Color::Auto, value_name = "WHEN")]
    pub(crate) color: Color,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Color {
    Auto,
    Always,
    Never,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// For people, in colour.
    Text,
    /// Whole documents, as the library reads them back.
    Json,
    /// A JSON object an attribution.
    Jsonl,
    /// A table for spreadsheets.
    Csv,
    /// The same between tabs.
    Tsv,
    /// A page with the text marked, for any browser.
    Html,
    /// TEI P5, the whole text with `<said who="#…">`.
    Tei,
    /// schema.org quotations with Web Annotations' selectors.
    Jsonld,
    /// brat standoff, in a folder.
    Brat,
    /// CoNLL-U, a line a token.
    Conll,
    /// The files of BookNLP, in a folder.
    Booknlp,
    /// Speech synthesis markup, a voice a speaker.
    Ssml,
}

impl Format {
    /// Whether a document takes more than one file.
    pub(crate) const fn takes_folder(self) -> bool {
        matches!(self, Format::Brat | Format::Booknlp)
    }

    /// Whether each document is a file of its own.
    pub(crate) const fn is_one_document(self) -> bool {
        matches!(self, Format::Tei | Format::Ssml)
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Genre {
    News,
    Novel,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum KindName {
    /// Whole sentences in marks.
    Direct,
    /// Words in marks within a sentence.
    Mixed,
    /// Without marks.
    Indirect,
}

impl KindName {
    /// As tables have it.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            KindName::Direct => "direct",
            KindName::Mixed => "mixed",
            KindName::Indirect => "indirect",
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Offsets {
    /// Bytes of the file.
    File,
    /// Bytes of the text as it was read.
    Bytes,
    /// Characters of the text as it was read.
    Characters,
    /// UTF-16 units of the text as it was read.
    Utf16,
}

impl From<Offsets> for OffsetUnit {
    fn from(offsets: Offsets) -> OffsetUnit {
        match offsets {
            Offsets::File => OffsetUnit::File,
            Offsets::Bytes => OffsetUnit::Bytes,
            Offsets::Characters => OffsetUnit::Characters,
            Offsets::Utf16 => OffsetUnit::Utf16,
        }
    }
}

fn probability(value: &str) -> Result<f32, String> {
    match value.parse::<f32>() {
        Ok(number) if (0.0..=1.0).contains(&number) => Ok(number),
        _ => Err("expected a number from 0 to 1".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    #[test]
    fn the_command_line_is_consistent() {
        super::Arguments::command().debug_assert();
    }
}
