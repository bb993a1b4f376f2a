//! Reads documents as JSON lines and writes the quotations of each as a JSON line.
//!
//! Input, a line a document; `cast` may be left out, as may `aliases` and `gender` within it:
//!
//! ```json
//! {"id": "a", "text": "…", "cast": [{"name": "Ines Okoro", "aliases": ["Okoro"], "gender": "F"}]}
//! ```
//!
//! Output, in the same order; offsets count bytes of UTF-8:
//!
//! ```json
//! {"id": "a", "quotes": [{"span": [0, 15], "depth": 0, "closed": true}],
//!  "quotations": [{"spans": [[0, 15]], "kind": "direct", "cue": [[27, 31]], "source": [[16, 26]],
//!                  "speaker": "Ines Okoro", "confidence": 0.99}]}
//! ```
//!
//! A line that is no such document is reported with its number on standard error; the other lines
//! are answered, and the exit status is 2 at the end.

use std::io::{self, BufRead, BufWriter, ErrorKind, Write};
use std::process::ExitCode;

use quotation::{Attribution, CastMember, Gender, Kind, QuoteDetector, Span, Speaker};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// Finds the quotations of many documents: JSON lines on standard input, JSON lines on standard
/// output.
#[derive(clap::Parser)]
#[command(version)]
struct Arguments {}

#[derive(Deserialize)]
struct Input {
    id: Value,
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
    id: &'a Value,
    quotes: Vec<QuoteRow>,
    quotations: Vec<QuotationRow<'a>>,
}

#[derive(Serialize)]
struct QuoteRow {
    span: [usize; 2],
    depth: usize,
    closed: bool,
}

#[derive(Serialize)]
struct QuotationRow<'a> {
    spans: Vec<[usize; 2]>,
    kind: &'static str,
    cue: Vec<[usize; 2]>,
    source: Vec<[usize; 2]>,
    speaker: Option<&'a str>,
    confidence: f32,
}

fn main() -> ExitCode {
    let Arguments {} = clap::Parser::parse();
    match run(io::stdin().lock(), BufWriter::new(io::stdout().lock())) {
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
fn run(mut input: impl BufRead, mut output: impl Write) -> io::Result<bool> {
    let detector = QuoteDetector::new();
    let mut all_valid = true;
    let mut line = Vec::new();
    for number in 1.. {
        line.clear();
        if input.read_until(b'\n', &mut line)? == 0 {
            break;
        }
        match answer(&detector, line.trim_ascii()) {
            Ok(mut answer) => {
                answer.push(b'\n');
                output.write_all(&answer)?;
                output.flush()?;
            }
            Err(problem) => {
                eprintln!("line {number}: {problem}");
                all_valid = false;
            }
        }
    }
    Ok(all_valid)
}

fn answer(detector: &QuoteDetector, line: &[u8]) -> Result<Vec<u8>, Box<dyn std::error::Error>> {
    let input: Input = serde_json::from_slice(line)?;
    let with_cast;
    let detector = match input.cast {
        Some(cast) if !cast.is_empty() => {
            with_cast = QuoteDetector::builder()
                .cast(cast.into_iter().map(Member::into_cast_member))
                .build()?;
            &with_cast
        }
        _ => detector,
    };
    let document = detector.detect(&input.text);
    let output = Output {
        id: &input.id,
        quotes: document
            .quotes()
            .iter()
            .map(|quote| QuoteRow {
                span: pair(quote.span()),
                depth: quote.depth(),
                closed: quote.is_closed(),
            })
            .collect(),
        quotations: document.attributions().map(row).collect(),
    };
    Ok(serde_json::to_vec(&output)?)
}

impl Member {
    fn into_cast_member(self) -> CastMember {
        let member = self
            .aliases
            .unwrap_or_default()
            .into_iter()
            .fold(CastMember::new(self.name), CastMember::alias);
        match self.gender.as_deref().map(str::to_lowercase).as_deref() {
            Some("f" | "female") => member.gender(Gender::Female),
            Some("m" | "male") => member.gender(Gender::Male),
            Some("n" | "neutral") => member.gender(Gender::Neutral),
            _ => member,
        }
    }
}

fn row(attribution: Attribution<'_>) -> QuotationRow<'_> {
    QuotationRow {
        spans: pairs(attribution.spans()),
        kind: match attribution.kind() {
            Kind::Mixed => "mixed",
            Kind::Indirect => "indirect",
            _ => "direct",
        },
        cue: pairs(attribution.cue().map_or(&[], |cue| cue.spans())),
        source: attribution
            .source()
            .map(|source| pair(source.span()))
            .into_iter()
            .collect(),
        speaker: attribution.speaker().map(Speaker::name),
        confidence: attribution.confidence(),
    }
}

fn pair(span: Span) -> [usize; 2] {
    [span.start(), span.end()]
}

fn pairs(spans: &[Span]) -> Vec<[usize; 2]> {
    spans.iter().copied().map(pair).collect()
}
