//! Reads documents as JSON lines and writes the quotations of each as a JSON line.
//!
//! Input, a line a document; `cast` may be left out, as may `aliases` and `gender` within it:
//!
//! ```json
//! {"id": "a", "text": "…", "cast": [{"name": "Ines Okoro", "aliases": ["Okoro"], "gender": "F"}]}
//! ```
//!
//! Output, in the same order; offsets count bytes of UTF-8, or what `--offsets` says:
//!
//! ```json
//! {"id": "a", "quotes": [{"span": [0, 15], "depth": 0, "closed": true}],
//!  "quotations": [{"spans": [[0, 15]], "kind": "direct", "cue": [[27, 31]], "source": [[16, 26]],
//!                  "speaker": "Ines Okoro", "confidence": 0.99}]}
//! ```
//!
//! An `id` is any JSON value and comes back as it was written. `gender` is F, M, N for neither, or U or X where
//! it is not known.
//!
//! A line that is no such document is reported with its number on standard error; the other lines
//! are answered, and the exit status is 2 at the end. Blank lines are passed over.
//!
//! Input and output may be larger than memory. On several cores:
//!
//! ```sh
//! cargo run --release --features rayon --example corpus -- --threads 0 <archive.jsonl >answers.jsonl
//! ```

use std::error::Error;
use std::fs;
#[cfg(feature = "rayon")]
use std::io::BufWriter;
use std::io::{self, BufRead, BufReader, ErrorKind, IsTerminal, Write};
use std::process::ExitCode;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use quotation::{Attribution, CastMember, Gender, Offsets, QuoteDetector, Scratch, Span, Speaker};
use serde::{Deserialize, Serialize, Serializer};
use serde_json::Value;
use serde_json::value::RawValue;

#[path = "common/offsets.rs"]
mod offsets;
use offsets::Unit;

/// Finds the quotations of many documents: JSON lines on standard input, JSON lines on standard
/// output.
#[derive(clap::Parser)]
#[command(version)]
struct Arguments {
    /// How many threads find quotations; 0 is one for each core. With one, each answer is written
    /// before the next line is read; with more, which takes the feature rayon, answers come in
    /// blocks.
    #[arg(long, value_name = "N", default_value_t = 1)]
    threads: usize,
    /// What offsets count.
    #[arg(long, value_enum, default_value_t)]
    offsets: Unit,
}

#[derive(Deserialize)]
struct Input {
    id: Box<RawValue>,
    text: String,
    cast: Option<Vec<Member>>,
}

#[derive(Deserialize)]
struct Member {
    name: String,
    aliases: Option<Vec<String>>,
    gender: Option<String>,
}

#[derive(Serialize)]
struct Output<'a> {
    id: &'a RawValue,
    quotes: Vec<QuoteRow>,
    quotations: Vec<QuotationRow<'a>>,
}

/// An output whose offsets do not count bytes.
#[derive(Serialize)]
struct Counted<'a> {
    id: &'a RawValue,
    quotes: Value,
    quotations: Value,
}

#[derive(Serialize)]
struct QuoteRow {
    span: Span,
    depth: usize,
    closed: bool,
}

#[derive(Serialize)]
struct QuotationRow<'a> {
    spans: &'a [Span],
    kind: &'static str,
    cue: &'a [Span],
    #[serde(serialize_with = "as_list")]
    source: Option<Span>,
    speaker: Option<&'a str>,
    confidence: f32,
}

fn main() -> ExitCode {
    match run(&clap::Parser::parse()) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(2),
        // Whoever reads the answers has seen enough.
        Err(error) if error.kind() == ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("corpus: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Answers every line; whether all of them were documents.
fn run(arguments: &Arguments) -> io::Result<bool> {
    let detector = QuoteDetector::new();
    let read = |scratch: &mut Scratch, line: io::Result<Vec<u8>>| -> io::Result<Read> {
        let line = line?;
        Ok(Read {
            bytes: line.len() as u64,
            answer: match line.trim_ascii() {
                b"" => Ok(None),
                line => answer(&detector, scratch, line, arguments.offsets).map(Some),
            },
        })
    };
    let lines = lines(BufReader::with_capacity(AT_ONCE, io::stdin()));
    match arguments.threads {
        1 => {
            let mut scratch = Scratch::default();
            // Standard output is flushed at the end of each line.
            write(lines.map(|line| read(&mut scratch, line)), io::stdout())
        }
        #[cfg(feature = "rayon")]
        threads => {
            rayon::ThreadPoolBuilder::new()
                .num_threads(threads)
                .build_global()
                .map_err(io::Error::other)?;
            let answers = quotation::in_order(lines, read)
                .bytes_in_flight(BYTES_IN_FLIGHT, |line| line.as_ref().map_or(0, Vec::len));
            write(answers, BufWriter::with_capacity(AT_ONCE, io::stdout()))
        }
        #[cfg(not(feature = "rayon"))]
        _ => Err(io::Error::other(
            "for more threads than one, build it with --features rayon",
        )),
    }
}

/// How many bytes are read or written at once.
const AT_ONCE: usize = 64 << 10;
/// On several threads, no more lines are read at once when those read have so many bytes.
#[cfg(feature = "rayon")]
const BYTES_IN_FLIGHT: usize = 16 << 20;
/// Room for most articles, in bytes.
const USUAL_LINE: usize = 8 << 10;
/// What some programs put before UTF-8.
const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

fn lines(mut input: impl BufRead) -> impl Iterator<Item = io::Result<Vec<u8>>> {
    let mut is_first = true;
    std::iter::from_fn(move || {
        let mut line = Vec::with_capacity(USUAL_LINE);
        let read = input.read_until(b'\n', &mut line);
        if is_first && line.starts_with(BYTE_ORDER_MARK) {
            line.drain(..BYTE_ORDER_MARK.len());
        }
        is_first = false;
        match read {
            Ok(0) => None,
            Ok(_) => Some(Ok(line)),
            Err(error) => Some(Err(error)),
        }
    })
}

/// What came of a line of so many bytes.
struct Read {
    bytes: u64,
    /// Nothing of a blank line.
    answer: Result<Option<Vec<u8>>, Problem>,
}

type Problem = Box<dyn Error + Send + Sync>;

fn write(all: impl Iterator<Item = io::Result<Read>>, mut output: impl Write) -> io::Result<bool> {
    let mut progress = Progress::new();
    let mut all_valid = true;
    for (number, read) in (1..).zip(all) {
        let Read { bytes, answer } = read?;
        match answer {
            Ok(None) => {}
            Ok(Some(mut answer)) => {
                answer.push(b'\n');
                output.write_all(&answer)?;
            }
            Err(problem) => {
                progress.say(&format!("line {number}: {problem}"));
                all_valid = false;
            }
        }
        progress.advance(bytes);
    }
    output.flush()?;
    Ok(all_valid)
}

/// How much is read, how fast, and how long the rest will take: on standard error if that is a
/// terminal and the answers go elsewhere, once the run has taken a while.
struct Progress {
    bar: ProgressBar,
    start: Instant,
    is_wanted: bool,
}

/// A run that is over sooner shows no bar.
const PATIENCE: Duration = Duration::from_secs(2);

impl Progress {
    fn new() -> Progress {
        // Of a pipe nothing tells the size.
        let input = fs::metadata("/dev/stdin").ok();
        let size = input.filter(|input| input.is_file()).map(|file| file.len());
        let style = ProgressStyle::with_template(match size {
            Some(_) => "{bytes} of {total_bytes} {wide_bar} {bytes_per_sec}, {eta} left",
            None => "{bytes}, {bytes_per_sec}",
        });
        let bar = ProgressBar::with_draw_target(size, ProgressDrawTarget::hidden());
        Progress {
            bar: bar.with_style(style.expect("a template that indicatif reads")),
            start: Instant::now(),
            is_wanted: io::stderr().is_terminal() && !io::stdout().is_terminal(),
        }
    }

    fn advance(&mut self, bytes: u64) {
        self.bar.inc(bytes);
        if self.is_wanted && self.start.elapsed() > PATIENCE {
            self.bar.set_draw_target(ProgressDrawTarget::stderr());
            self.is_wanted = false;
        }
    }

    /// Prints a message above the bar.
    fn say(&self, message: &str) {
        self.bar.suspend(|| eprintln!("{message}"));
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}

fn answer(
    detector: &QuoteDetector,
    scratch: &mut Scratch,
    line: &[u8],
    unit: Unit,
) -> Result<Vec<u8>, Problem> {
    if !line.starts_with(b"{") {
        return Err("expected an object with an id and a text".into());
    }
    let input: Input = serde_json::from_slice(line)?;
    let with_cast;
    let detector = match input.cast {
        Some(cast) if !cast.is_empty() => {
            let cast: Result<Vec<CastMember>, Problem> =
                cast.into_iter().map(Member::into_cast_member).collect();
            with_cast = QuoteDetector::builder().cast(cast?).build()?;
            &with_cast
        }
        _ => detector,
    };
    let document = detector.detect_with(scratch, &input.text);
    let output = Output {
        id: &input.id,
        quotes: document
            .quotes()
            .iter()
            .map(|quote| QuoteRow {
                span: quote.span(),
                depth: quote.depth(),
                closed: quote.is_closed(),
            })
            .collect(),
        quotations: document.attributions().map(row).collect(),
    };
    if unit == Unit::Bytes {
        return Ok(serde_json::to_vec(&output)?);
    }
    let offsets = Offsets::new(document.text());
    let counted = |mut value: Value| {
        unit.convert(&mut value, &offsets);
        value
    };
    Ok(serde_json::to_vec(&Counted {
        id: output.id,
        quotes: counted(serde_json::to_value(&output.quotes)?),
        quotations: counted(serde_json::to_value(&output.quotations)?),
    })?)
}

impl Member {
    fn into_cast_member(self) -> Result<CastMember, Problem> {
        let member = self
            .aliases
            .unwrap_or_default()
            .into_iter()
            .fold(CastMember::new(self.name), CastMember::alias);
        Ok(
            match self.gender.as_deref().map(str::to_lowercase).as_deref() {
                Some("f" | "female") => member.gender(Gender::Female),
                Some("m" | "male") => member.gender(Gender::Male),
                Some("n" | "neutral") => member.gender(Gender::Neutral),
                None | Some("u" | "x" | "unknown") => member,
                Some(gender) => {
                    return Err(format!("gender {gender:?}, expected F, M, N, U or X").into());
                }
            },
        )
    }
}

fn row(attribution: Attribution<'_>) -> QuotationRow<'_> {
    QuotationRow {
        spans: attribution.spans(),
        kind: attribution.kind().as_str(),
        cue: attribution.cue().map_or(&[], |cue| cue.spans()),
        source: attribution.source().map(|source| source.span()),
        speaker: attribution.speaker().map(Speaker::name),
        confidence: attribution.confidence(),
    }
}

/// Writes one span or none as a list.
fn as_list<S: Serializer>(span: &Option<Span>, serializer: S) -> Result<S::Ok, S::Error> {
    span.as_slice().serialize(serializer)
}
