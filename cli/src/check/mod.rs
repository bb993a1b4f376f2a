//! The command `check`: what others claim, held against the text.

use std::fmt::Write as _;
use std::fs;
use std::io::{self, BufWriter, Read, Write};
use std::path::Path;

use anstyle::{AnsiColor, Style};
use quotation::{Attribution, AttributionKind, Audit, Claim, Finding, Span, Verdict};
use quotation_formats::{Place, joined};
use serde::{Deserialize, Serialize};

use crate::arguments::{Check, CheckFormat};
use crate::console;
use crate::detection::detector;
use crate::failure::{Failure, Outcome};
use crate::input::{self, Text};

pub(crate) fn run(arguments: &Check) -> Result<Outcome, Failure> {
    let detector = detector(&arguments.detection)?;
    let text = input::read(&arguments.text, &arguments.reading.options())?;
    if let Some(note) = &text.note {
        console::note(arguments.common, note);
    }
    let (claims, wrong) = read_claims(&arguments.claims)?;
    for problem in &wrong {
        console::report(problem);
    }
    let document = detector.detect(&text.text);
    let audit = Audit::new(
        &document,
        &claims.iter().map(Entry::claim).collect::<Vec<_>>(),
    );
    let answers = claims.iter().zip(audit.findings());
    let mut answers: Vec<Answer<'_>> = answers
        .map(|(entry, finding)| Answer::to_claim(entry, finding, &text))
        .collect();
    // Who copies quotations seldom means those without marks; asked for by --kind, they are listed.
    let with_indirect = !arguments.detection.kind.is_empty();
    let uncovered = audit.uncovered().iter();
    let uncovered =
        uncovered.filter(|one| with_indirect || one.kind() != AttributionKind::Indirect);
    answers.extend(uncovered.map(|one| Answer::uncovered(*one, &text)));
    write(&answers, arguments.format)?;
    let is_refuted = |finding: &Finding<'_>| {
        matches!(
            finding.verdict(),
            Verdict::Contradicted | Verdict::NotInText
        )
    };
    Ok(if audit.findings().iter().any(is_refuted) {
        Outcome::Refuted
    } else if !wrong.is_empty() {
        Outcome::Skipped
    } else {
        Outcome::Done
    })
}

/// A claim as a line has it.
#[derive(Debug, Deserialize)]
struct Entry {
    quotation: String,
    speaker: Option<String>,
    /// Near which byte of the text it is meant to stand.
    start: Option<usize>,
    /// The line.
    #[serde(skip)]
    line: usize,
}

impl Entry {
    fn claim(&self) -> Claim {
        let mut claim = Claim::new(&self.quotation);
        if let Some(speaker) = self.speaker.as_ref().filter(|name| !name.trim().is_empty()) {
            claim = claim.speaker(speaker);
        }
        match self.start {
            Some(start) => claim.near(start),
            None => claim,
        }
    }
}

/// The claims of a file, and what is wrong with the lines that are none.
fn read_claims(path: &Path) -> Result<(Vec<Entry>, Vec<String>), Failure> {
    let name = path.display().to_string();
    let source = match path == Path::new("-") {
        true => {
            let mut source = Vec::new();
            io::stdin().read_to_end(&mut source).map(|_| source)
        }
        false => fs::read(path),
    };
    let source = source.map_err(|error| Failure::reading(&name, &error))?;
    let is_csv = path
        .extension()
        .is_some_and(|ending| ending.eq_ignore_ascii_case("csv"));
    let read = if is_csv {
        csv_claims(&source)
    } else {
        json_claims(&source)
    };
    let mut claims = Vec::new();
    let mut wrong = Vec::new();
    for (line, entry) in read {
        match entry {
            Ok(entry) => claims.push(Entry { line, ..entry }),
            Err(what) => wrong.push(format!("{name}: line {line}: {what}; left out")),
        }
    }
    Ok((claims, wrong))
}

/// A line's number with its claim or what is wrong with it.
type Numbered = (usize, Result<Entry, String>);

fn json_claims(source: &[u8]) -> Vec<Numbered> {
    let lines = source.split(|&byte| byte == b'\n').zip(1..);
    lines
        .filter(|(line, _)| !line.trim_ascii().is_empty())
        .map(|(line, number)| {
            let entry = serde_json::from_slice(line).map_err(|error| {
                let error = error.to_string();
                let what = error.split(" at line ").next().unwrap_or_default();
                format!("expected an object with quotation and speaker: {what}")
            });
            (number, entry)
        })
        .collect()
}

fn csv_claims(source: &[u8]) -> Vec<Numbered> {
    let mut reader = csv::Reader::from_reader(source);
    let head = match reader.headers() {
        Ok(head) => head.clone(),
        Err(error) => return vec![(1, Err(error.to_string()))],
    };
    let records = reader.records();
    records
        .map(|record| {
            let line = |position: Option<&csv::Position>| position.map_or(1, csv::Position::line);
            match record {
                Ok(record) => {
                    let entry = record.deserialize(Some(&head));
                    let what = |_| "expected the columns quotation and speaker".to_owned();
                    (line(record.position()) as usize, entry.map_err(what))
                }
                Err(error) => (line(error.position()) as usize, Err(error.to_string())),
            }
        })
        .collect()
}

/// A line of the output, of a claim or of a quotation that no claim covers.
#[derive(Debug, Default, Serialize)]
struct Answer<'a> {
    /// `supported`, `contradicted`, `open`, `not-in-text` or `uncovered`.
    verdict: &'static str,
    /// The line of the claim.
    claim: Option<usize>,
    quotation: Option<&'a str>,
    speaker: Option<&'a str>,
    /// Where the words stand in the file: its bytes, and the line and column of the text.
    start: Option<usize>,
    end: Option<usize>,
    line: Option<usize>,
    column: Option<usize>,
    /// The words as they stand in the text.
    found: Option<String>,
    differences: Vec<&'static str>,
    changed: Option<f32>,
    /// Whom the text gives the words to, and in which words beside them.
    named: Option<&'a str>,
    source: Option<String>,
    cue: Option<String>,
    confidence: Option<f32>,
}

const COLUMNS: [&str; 15] = [
    "verdict",
    "claim",
    "quotation",
    "speaker",
    "start",
    "end",
    "line",
    "column",
    "found",
    "differences",
    "changed",
    "named",
    "source",
    "cue",
    "confidence",
];

impl<'a> Answer<'a> {
    fn to_claim(entry: &'a Entry, finding: &'a Finding<'a>, text: &Text) -> Answer<'a> {
        let answer = Answer {
            verdict: finding.verdict().as_str(),
            claim: Some(entry.line),
            quotation: Some(&entry.quotation),
            speaker: entry.speaker.as_deref(),
            ..Answer::default()
        };
        let Some(place) = finding.place() else {
            return answer;
        };
        let answer = Answer {
            differences: place.differences().iter().map(|one| one.as_str()).collect(),
            changed: Some(place.changed()),
            ..answer.at(place.spans(), text)
        };
        match finding.attribution() {
            Some(attribution) => answer.by(attribution, text),
            None => answer,
        }
    }

    fn uncovered(attribution: Attribution<'a>, text: &Text) -> Answer<'a> {
        let answer = Answer {
            verdict: "uncovered",
            ..Answer::default()
        };
        answer.at(attribution.spans(), text).by(attribution, text)
    }

    fn at(self, spans: &[Span], text: &Text) -> Answer<'a> {
        let hull = spans.iter().copied().reduce(Span::join).unwrap_or_default();
        let place: Option<Place> = text.origin.place(hull);
        let before = &text.text[..hull.start()];
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        Answer {
            start: place.as_ref().map(|place| place.start),
            end: place.as_ref().map(|place| place.end),
            line: Some(1 + before.bytes().filter(|&byte| byte == b'\n').count()),
            column: Some(1 + before[line_start..].chars().count()),
            found: Some(joined(&text.text, spans)),
            ..self
        }
    }

    fn by(self, attribution: Attribution<'a>, text: &Text) -> Answer<'a> {
        let words = |spans: &[Span]| joined(&text.text, spans);
        Answer {
            named: attribution.speaker().map(|speaker| speaker.name()),
            source: attribution.source().map(|source| words(&[source.span()])),
            cue: attribution.cue().map(|cue| words(cue.spans())),
            confidence: Some(attribution.confidence()),
            ..self
        }
    }

    fn values(&self) -> [String; 15] {
        fn shown(value: Option<impl ToString>) -> String {
            value.map(|value| value.to_string()).unwrap_or_default()
        }
        [
            self.verdict.to_owned(),
            shown(self.claim),
            shown(self.quotation),
            shown(self.speaker),
            shown(self.start),
            shown(self.end),
            shown(self.line),
            shown(self.column),
            shown(self.found.as_deref()),
            self.differences.join(" "),
            shown(self.changed),
            shown(self.named),
            shown(self.source.as_deref()),
            shown(self.cue.as_deref()),
            shown(self.confidence),
        ]
    }

    /// One line for people: `contradicted  3:17  “It holds” · claimed of Bob · said Nita`.
    fn for_people(&self) -> String {
        let style = match self.verdict {
            "supported" => AnsiColor::Green.on_default(),
            "contradicted" => AnsiColor::Red.on_default().bold(),
            "not-in-text" => AnsiColor::Red.on_default(),
            "open" => AnsiColor::Yellow.on_default(),
            _ => Style::new().dimmed(),
        };
        let verdict = match self.verdict {
            "not-in-text" => "not in the text",
            verdict => verdict,
        };
        let place = match (self.line, self.column) {
            (Some(line), Some(column)) => format!("{line}:{column}"),
            _ => "-".to_owned(),
        };
        let quotation = self.quotation.or(self.found.as_deref()).unwrap_or_default();
        let quotation: Vec<&str> = quotation.split_whitespace().collect();
        let mut line = format!(
            "{style}{verdict:<15}{style:#} {place:>7}  {}",
            quotation.join(" ")
        );
        if let Some(speaker) = self.speaker {
            line += &format!(" · claimed of {speaker}");
        }
        let beside: Vec<&str> = [self.source.as_deref(), self.cue.as_deref()]
            .into_iter()
            .flatten()
            .collect();
        match (self.named, beside.is_empty()) {
            (Some(named), true) => line += &format!(" · read as {named}'s"),
            (Some(named), false) => {
                line += &format!(" · the text: {named} (“{}”)", beside.join(" … "));
            }
            (None, false) => line += &format!(" · the text: “{}”", beside.join(" … ")),
            (None, true) => {}
        }
        if !self.differences.is_empty() {
            line += &format!(" · differs in {}", self.differences.join(", "));
            if let Some(changed) = self.changed.filter(|&changed| changed > 0.0) {
                let _ = write!(line, " ({:.0} % of the words)", changed * 100.0);
            }
        }
        line
    }
}

fn write(answers: &[Answer<'_>], format: CheckFormat) -> Result<(), Failure> {
    match format {
        CheckFormat::Text => {
            let mut output = BufWriter::new(anstream::stdout());
            for answer in answers {
                writeln!(output, "{}", answer.for_people())?;
            }
            output.flush()?;
        }
        CheckFormat::Jsonl => {
            let mut output = BufWriter::new(io::stdout());
            for answer in answers {
                serde_json::to_writer(&mut output, answer).map_err(io::Error::from)?;
                output.write_all(b"\n")?;
            }
            output.flush()?;
        }
        CheckFormat::Csv => {
            let mut output = csv::Writer::from_writer(io::stdout());
            output.write_record(COLUMNS).map_err(io::Error::from)?;
            for answer in answers {
                output
                    .write_record(answer.values())
                    .map_err(io::Error::from)?;
            }
            output.flush()?;
        }
    }
    Ok(())
}
