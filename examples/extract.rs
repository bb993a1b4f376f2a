//! Prints every quotation of a text with its speaker, its cue and how sure that is.

use std::error::Error;
use std::io::{self, BufWriter, ErrorKind, Read, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use quotation::{Attribution, Document, Offsets, QuoteDetector, Span};

#[path = "common/offsets.rs"]
mod offsets;
use offsets::Unit;

/// The longest line that is printed, in characters.
const WIDTH: usize = 88;
const INDENT: &str = "    ";

/// Prints every quotation of a text: who said it, the words that tell so, how sure that is (from 0
/// to 1), and what was said.
#[derive(clap::Parser)]
#[command(version)]
struct Arguments {
    /// The text, in UTF-8; standard input if there is none.
    file: Option<PathBuf>,
    /// Print the whole document as JSON instead.
    #[arg(long)]
    json: bool,
    /// What the offsets of the JSON count.
    #[arg(long, value_enum, default_value_t, requires = "json")]
    offsets: Unit,
}

fn main() -> ExitCode {
    match run(&clap::Parser::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("extract: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &Arguments) -> Result<(), Box<dyn Error>> {
    let text = read(arguments)?;
    let document = QuoteDetector::new().detect(&text);
    let mut output = BufWriter::new(io::stdout().lock());
    let written = if arguments.json {
        writeln!(output, "{}", to_json(&document, arguments.offsets)?)
    } else {
        print(&document, &mut output)
    };
    match written.and_then(|()| output.flush()) {
        // Whoever reads the output has seen enough.
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        written => Ok(written?),
    }
}

fn to_json(document: &Document<'_>, unit: Unit) -> serde_json::Result<String> {
    if unit == Unit::Bytes {
        return serde_json::to_string_pretty(document);
    }
    let mut value = serde_json::to_value(document)?;
    unit.convert(&mut value, &Offsets::new(document.text()));
    serde_json::to_string_pretty(&value)
}

fn read(arguments: &Arguments) -> Result<String, String> {
    let mut text = String::new();
    match &arguments.file {
        Some(file) => std::fs::read_to_string(file)
            .map_err(|error| format!("cannot read {}: {error}", file.display())),
        None => match io::stdin().read_to_string(&mut text) {
            Ok(_) => Ok(text),
            Err(error) => Err(format!("cannot read standard input: {error}")),
        },
    }
}

fn print(document: &Document<'_>, output: &mut impl Write) -> io::Result<()> {
    for (i, attribution) in document.attributions().enumerate() {
        if i > 0 {
            writeln!(output)?;
        }
        writeln!(output, "{}", heading(document, attribution))?;
        print_wrapped(&joined(document, attribution.spans()), output)?;
    }
    Ok(())
}

/// Such as `Ines Okoro (as “she”) · said · 0.97`.
fn heading(document: &Document<'_>, attribution: Attribution<'_>) -> String {
    let mut heading = match attribution.speaker() {
        Some(speaker) => speaker.name().to_owned(),
        None => "(unknown)".to_owned(),
    };
    if let Some(source) = attribution.source() {
        let source = joined(document, &[source.span()]);
        if source != heading {
            heading += &format!(" (as “{source}”)");
        }
    }
    if let Some(cue) = attribution.cue() {
        heading += &format!(" · {}", joined(document, cue.spans()));
    }
    heading + &format!(" · {:.2}", attribution.confidence())
}

/// The words of all spans on one line, an ellipsis between two.
fn joined(document: &Document<'_>, spans: &[Span]) -> String {
    let piece = |&span: &Span| {
        let words: Vec<&str> = document.text()[span].split_whitespace().collect();
        words.join(" ")
    };
    spans.iter().map(piece).collect::<Vec<_>>().join(" … ")
}

fn print_wrapped(words: &str, output: &mut impl Write) -> io::Result<()> {
    let mut line = INDENT.to_owned();
    for word in words.split(' ') {
        let is_first = line.len() == INDENT.len();
        if !is_first && line.chars().count() + 1 + word.chars().count() > WIDTH {
            writeln!(output, "{line}")?;
            line.truncate(INDENT.len());
        } else if !is_first {
            line.push(' ');
        }
        line.push_str(word);
    }
    writeln!(output, "{line}")
}
