//! The command `check`: what others claim, held against the text.

mod claims;

use std::fmt::Write as _;
use std::io::{self, BufWriter, Write};
use std::path::Path;

use anstyle::{AnsiColor, Style};
use quotation::{Attribution, AttributionKind, Audit, Finding, Span, Verdict};
use quotation_formats::{Location, counted, joined, printable, rounded};
use serde::Serialize;

use crate::arguments::{Check, CheckFormat};
use crate::console;
use crate::detection::detector;
use crate::failure::{Failure, Outcome};
use crate::input::{self, Text};
use claims::Entry;

pub(crate) fn run(arguments: &Check) -> Result<Outcome, Failure> {
    let standard = Path::new("-");
    if arguments.text == standard && arguments.claims == standard {
        return Err(Failure::new(
            "text and claims cannot both come from standard input; name a file for one",
        ));
    }
    let detector = detector(&arguments.detection)?;
    let text = input::read(&arguments.text, &arguments.reading.options())?;
    if let Some(note) = &text.note {
        console::note(arguments.common, note);
    }
    let (claims, wrong) = claims::read(&arguments.claims)?;
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
    console::note(arguments.common, &summary(&answers));
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

/// Such as `3 claims: 1 supported, 1 contradicted, 1 open, 0 not in the text; 2 quotations uncovered`.
fn summary(answers: &[Answer<'_>]) -> String {
    let count = |verdict| answers.iter().filter(|one| one.verdict == verdict).count();
    let uncovered = count(UNCOVERED);
    format!(
        "{}: {} supported, {} contradicted, {} open, {} not in the text; {} uncovered",
        counted(answers.len() - uncovered, "claim"),
        count(Verdict::Supported.as_str()),
        count(Verdict::Contradicted.as_str()),
        count(Verdict::Open.as_str()),
        count(Verdict::NotInText.as_str()),
        counted(uncovered, "quotation"),
    )
}

/// What is said of a quotation that no claim has.
const UNCOVERED: &str = "uncovered";

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
    changed: Option<f64>,
    /// Whom the text gives the words to, and in which words beside them.
    named: Option<&'a str>,
    source: Option<String>,
    cue: Option<String>,
    confidence: Option<f64>,
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
        let Some(found) = finding.found() else {
            return answer;
        };
        let answer = Answer {
            differences: found.differences().iter().map(|one| one.as_str()).collect(),
            changed: Some(rounded(found.changed())),
            ..answer.at(found.spans(), text)
        };
        match finding.attribution() {
            Some(attribution) => answer.by(attribution, text),
            None => answer,
        }
    }

    fn uncovered(attribution: Attribution<'a>, text: &Text) -> Answer<'a> {
        let answer = Answer {
            verdict: UNCOVERED,
            ..Answer::default()
        };
        answer.at(attribution.spans(), text).by(attribution, text)
    }

    fn at(self, spans: &[Span], text: &Text) -> Answer<'a> {
        let hull = spans.iter().copied().reduce(Span::join).unwrap_or_default();
        let location: Option<Location> = text.origin.location(hull);
        let before = &text.text[..hull.start()];
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        Answer {
            start: location.as_ref().map(|location| location.start),
            end: location.as_ref().map(|location| location.end),
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
            confidence: Some(rounded(attribution.confidence())),
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
        let position = match (self.line, self.column) {
            (Some(line), Some(column)) => format!("{line}:{column}"),
            _ => "-".to_owned(),
        };
        let quotation = self.quotation.or(self.found.as_deref()).unwrap_or_default();
        let quotation: Vec<&str> = quotation.split_whitespace().collect();
        let mut line = quotation.join(" ");
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
        let line = printable(&line);
        format!("{style}{verdict:<15}{style:#} {position:>7}  {line}")
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
