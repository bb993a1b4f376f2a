//! Claims as a file has them.

use std::fs;
use std::io::{self, Read};
use std::path::Path;

use quotation::Claim;
use serde::Deserialize;

use crate::failure::Failure;
use crate::input;
use crate::line_numbers::LineNumbers;

/// A claim as a line has it.
#[derive(Debug, Deserialize)]
#[serde(expecting = "an object")]
pub(super) struct Entry {
    pub(super) quotation: String,
    pub(super) speaker: Option<String>,
    /// Near which byte of the text it is meant to stand.
    start: Option<usize>,
    /// The line.
    #[serde(skip)]
    pub(super) line: usize,
}

impl Entry {
    pub(super) fn claim(&self) -> Claim {
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
pub(super) fn read(path: &Path) -> Result<(Vec<Entry>, Vec<String>), Failure> {
    let is_standard = path == Path::new("-");
    let name = match is_standard {
        true => "standard input".to_owned(),
        false => path.display().to_string(),
    };
    let source = match is_standard {
        true => {
            let mut source = Vec::new();
            io::stdin().read_to_end(&mut source).map(|_| source)
        }
        false => fs::read(path),
    };
    let source = source.map_err(|error| Failure::reading(&name, &error))?;
    let wrong = |what: String| Failure::new(format!("{name}: {what}"));
    let source = input::decoded(source).map_err(wrong)?;
    let is_csv = path
        .extension()
        .is_some_and(|ending| ending.eq_ignore_ascii_case("csv"));
    let read = match is_csv {
        true => csv_claims(&source),
        false => json_claims(&source),
    };
    let mut claims = Vec::new();
    let mut problems = Vec::new();
    for (line, entry) in read.map_err(wrong)? {
        match entry {
            Ok(entry) => claims.push(Entry { line, ..entry }),
            Err(what) => problems.push(format!("{name}: line {line}: {what}; left out")),
        }
    }
    Ok((claims, problems))
}

/// A line's number with its claim or what is wrong with it.
type Numbered = (usize, Result<Entry, String>);

fn json_claims(source: &str) -> Result<Vec<Numbered>, String> {
    if source.trim_start().starts_with('[') {
        return Err("expected JSON lines, an object a line, and found a list; \
                    `jq -c '.[]'` makes lines of it"
            .to_owned());
    }
    let lines = source.lines().zip(1..);
    let lines = lines.filter(|(line, _)| !line.trim().is_empty());
    let entry = |line| {
        serde_json::from_str(line).map_err(|error| {
            let error = error.to_string();
            let what = error.split(" at line ").next().unwrap_or_default();
            format!("expected an object with quotation and speaker: {what}")
        })
    };
    Ok(lines.map(|(line, number)| (number, entry(line))).collect())
}

fn csv_claims(source: &str) -> Result<Vec<Numbered>, String> {
    let mut reader = csv::Reader::from_reader(source.as_bytes());
    let head = reader.headers().map_err(|error| error.to_string())?.clone();
    if !head.iter().any(|column| column == "quotation") {
        let columns: Vec<&str> = head.iter().collect();
        return Err(format!(
            "there is no column \"quotation\", but {}",
            columns.join(", ")
        ));
    }
    let numbers = LineNumbers::after(&head, &reader);
    let claim = |record: Result<csv::StringRecord, csv::Error>| match record {
        Ok(record) => {
            let entry = record.deserialize(Some(&head));
            let what = |_| "expected the number of a byte as start, or nothing".to_owned();
            (numbers.line(record.position()), entry.map_err(what))
        }
        Err(error) => (numbers.line(error.position()), Err(error.to_string())),
    };
    Ok(reader.records().map(claim).collect())
}
