//! A cast in a file: JSON, CSV or TOML.
//!
//! ```toml
//! [[cast]]
//! name = "Ines Okoro"
//! aliases = ["Okoro", "the engineer"]
//! gender = "female"
//! ```
//!
//! In JSON a list of objects with these keys, as the library reads them; in CSV columns of these names,
//! aliases parted by semicolons.

use std::fs;
use std::path::Path;

use quotation::{CastMember, Gender, QuoteDetector};
use serde::Deserialize;
use serde_json::value::RawValue;

use crate::failure::Failure;
use crate::line_numbers::LineNumbers;

/// A member, or what is wrong with the entry, and its line.
type Numbered = (usize, Result<CastMember, String>);

/// Reads and checks a cast.
pub(crate) fn read(file: &Path) -> Result<Vec<CastMember>, Failure> {
    let name = file.display().to_string();
    let source = fs::read(file).map_err(|error| Failure::reading(&name, &error))?;
    let source = String::from_utf8(source)
        .map_err(|_| Failure::new(format!("{name}: expected UTF-8; save it as that")))?;
    parse(file, source.trim_start_matches('\u{feff}'))
        .map_err(|(line, what)| Failure::new(format!("{name}: line {line}: {what}")))
}

fn parse(file: &Path, source: &str) -> Result<Vec<CastMember>, (usize, String)> {
    let ending = file.extension().and_then(|ending| ending.to_str());
    let entries = match ending.map(str::to_ascii_lowercase).as_deref() {
        Some("json") => json(source)?,
        Some("toml") => toml(source)?,
        Some("csv") => csv(source)?,
        _ => {
            return Err((
                1,
                "expected a file whose name ends in .json, .csv or .toml".into(),
            ));
        }
    };
    let mut members = Vec::new();
    let mut lines = Vec::new();
    for (line, entry) in entries {
        members.push(entry.map_err(|what| (line, what))?);
        lines.push(line);
    }
    check(&members).map_err(|(index, what)| (lines[index], what))?;
    Ok(members)
}

/// Finds the first member that the library refuses, and why.
fn check(members: &[CastMember]) -> Result<(), (usize, String)> {
    let build = |len: usize| {
        QuoteDetector::builder()
            .cast(members[..len].iter().cloned())
            .build()
    };
    if build(members.len()).is_ok() {
        return Ok(());
    }
    // What is refused stays so with more members after it.
    let (mut good, mut bad) = (0, members.len());
    while bad - good > 1 {
        let middle = good + (bad - good) / 2;
        match build(middle) {
            Ok(_) => good = middle,
            Err(_) => bad = middle,
        }
    }
    match build(bad) {
        Err(error) => Err((bad - 1, error.to_string())),
        Ok(_) => Ok(()),
    }
}

fn line_of(source: &str, at: usize) -> usize {
    1 + source[..at].bytes().filter(|&byte| byte == b'\n').count()
}

fn json(source: &str) -> Result<Vec<Numbered>, (usize, String)> {
    let entries: Vec<&RawValue> = serde_json::from_str(source).map_err(|error| {
        let what = without_position(&error);
        (
            error.line().max(1),
            format!("expected a list of members: {what}"),
        )
    })?;
    let numbered = |raw: &RawValue| {
        let at = raw.get().as_ptr() as usize - source.as_ptr() as usize;
        let line = line_of(source, at);
        match serde_json::from_str(raw.get()) {
            Ok(member) => (line, Ok(member)),
            // The error counts lines from the entry's first.
            Err(error) => (
                line + error.line().saturating_sub(1),
                Err(without_position(&error)),
            ),
        }
    };
    Ok(entries.into_iter().map(numbered).collect())
}

/// An error of serde_json without `at line 1 column 2`, which counts within the entry.
fn without_position(error: &serde_json::Error) -> String {
    let text = error.to_string();
    match text.rfind(" at line ") {
        Some(end) => text[..end].to_owned(),
        None => text,
    }
}

fn toml(source: &str) -> Result<Vec<Numbered>, (usize, String)> {
    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct File {
        cast: Vec<toml::Spanned<CastMember>>,
    }
    let file: File = toml::from_str(source).map_err(|error| {
        let at = error.span().map_or(0, |span| span.start);
        (line_of(source, at), error.message().to_owned())
    })?;
    let numbered = |entry: toml::Spanned<CastMember>| {
        let line = line_of(source, entry.span().start);
        (line, Ok(entry.into_inner()))
    };
    Ok(file.cast.into_iter().map(numbered).collect())
}

/// The columns of a table, of which only the first must be there.
const COLUMNS: [&str; 4] = ["name", "aliases", "gender", "narrator"];

fn csv(source: &str) -> Result<Vec<Numbered>, (usize, String)> {
    let mut reader = csv::Reader::from_reader(source.as_bytes());
    let head = reader
        .headers()
        .map_err(|error| (1, error.to_string()))?
        .clone();
    let position_of = |name| head.iter().position(|column| column == name);
    let positions = COLUMNS.map(position_of);
    let unknown = head.iter().find(|column| !COLUMNS.contains(column));
    if let Some(unknown) = unknown.or(positions[0].is_none().then_some("")) {
        let what = format!("column {unknown:?}: expected {}", COLUMNS.join(", "));
        return Err((1, what + " with commas between"));
    }
    let numbers = LineNumbers::after(&head, &reader);
    let mut entries = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|error| (numbers.line(error.position()), error.to_string()))?;
        let values = positions.map(|position| record.get(position?));
        entries.push((
            numbers.line(record.position()),
            member(values.map(Option::unwrap_or_default)),
        ));
    }
    Ok(entries)
}

/// A member from the values of the columns.
fn member([name, aliases, gender, narrator]: [&str; 4]) -> Result<CastMember, String> {
    let aliases = aliases.split(';').map(str::trim);
    let member = CastMember::new(name).aliases(aliases.filter(|alias| !alias.is_empty()));
    let gender = gender.trim().to_lowercase();
    let member = match gender.as_str() {
        "" => member,
        "f" => member.gender(Gender::Female),
        "m" => member.gender(Gender::Male),
        "n" => member.gender(Gender::Neutral),
        name => member.gender(
            name.parse()
                .map_err(|error: quotation::Error| error.to_string())?,
        ),
    };
    Ok(match is_yes(narrator)? {
        true => member.narrator(),
        false => member,
    })
}

fn is_yes(value: &str) -> Result<bool, String> {
    match value.trim().to_lowercase().as_str() {
        "" | "no" | "false" | "0" => Ok(false),
        "yes" | "true" | "1" => Ok(true),
        other => Err(format!("narrator {other:?}: expected yes, no or nothing")),
    }
}
