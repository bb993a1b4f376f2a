//! The rows of tables that `archive` wrote, or of texts.

use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};

use quotation::{QuoteDetector, Scratch};
use quotation_formats::row::{self, Row};
use quotation_formats::{Item, OffsetUnit};

use crate::arguments::{KindName, Stats};
use crate::failure::Failure;
use crate::input;

/// Gives each row to a function.
pub(super) fn each(
    paths: &[PathBuf],
    arguments: &Stats,
    detector: &QuoteDetector,
    mut take: impl FnMut(Row),
) -> Result<(), Failure> {
    let mut scratch = Scratch::default();
    for path in paths {
        let ending = path.extension().and_then(|ending| ending.to_str());
        match ending.map(str::to_ascii_lowercase).as_deref() {
            Some("jsonl" | "ndjson") => json_lines(path, arguments, &mut take)?,
            Some(ending @ ("csv" | "tsv")) => table(path, ending, arguments, &mut take)?,
            Some("parquet") => columns(path, arguments, &mut take)?,
            _ => {
                let text = input::read(path, &arguments.reading.options())?;
                let document = detector.detect_with(&mut scratch, &text.text);
                let item = Item::new(&text.name, &document);
                row::rows(&item, OffsetUnit::Bytes)
                    .into_iter()
                    .for_each(&mut take);
            }
        }
    }
    Ok(())
}

/// A row of a table as it were if its texts were read with what is known now: of a kind that is asked for, and sure
/// enough; whole sentences in marks that are less sure are given to nobody.
fn settled(row: Row, arguments: &Stats) -> Option<Row> {
    let known = &arguments.detection;
    let is_of = |kind: &KindName| kind.name() == row.kind;
    if !(known.kind.is_empty() || known.kind.iter().any(is_of)) {
        return None;
    }
    let minimum = known.minimum_confidence.unwrap_or(0.0);
    if row.confidence >= f64::from(minimum) {
        return Some(row);
    }
    (row.kind == KindName::Direct.name()).then_some(Row {
        speaker: None,
        gender: None,
        ..row
    })
}

fn no_table(path: &Path, what: &str) -> Failure {
    Failure::new(format!(
        "{}: {what}; expected a table of attributions; `quotation archive` makes one",
        path.display()
    ))
}

fn reader(path: &Path) -> Result<BufReader<File>, Failure> {
    let file = File::open(path);
    let file = file.map_err(|error| Failure::reading(&path.display().to_string(), &error))?;
    Ok(BufReader::new(file))
}

fn json_lines(path: &Path, arguments: &Stats, take: &mut impl FnMut(Row)) -> Result<(), Failure> {
    for (line, number) in reader(path)?.lines().zip(1..) {
        let row = line
            .map_err(|error| error.to_string())
            .and_then(|line| serde_json::from_str::<Row>(&line).map_err(|error| error.to_string()))
            .map_err(|what| no_table(path, &format!("line {number}: {what}")))?;
        settled(row, arguments).into_iter().for_each(&mut *take);
    }
    Ok(())
}

fn table(
    path: &Path,
    ending: &str,
    arguments: &Stats,
    take: &mut impl FnMut(Row),
) -> Result<(), Failure> {
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(if ending == "tsv" { b'\t' } else { b',' })
        .from_reader(reader(path)?);
    let wrong = |error: csv::Error| no_table(path, &error.to_string());
    let head = reader.headers().map_err(wrong)?.clone();
    let needed = ["file", "kind", "content", "words"];
    if let Some(column) = needed
        .iter()
        .find(|name| !head.iter().any(|one| one == **name))
    {
        return Err(no_table(path, &format!("there is no column {column:?}")));
    }
    for record in reader.records() {
        let record = record.map_err(wrong)?;
        let mut row = Row::default();
        for (column, value) in head.iter().zip(&record) {
            row.set(column, value);
        }
        settled(row, arguments).into_iter().for_each(&mut *take);
    }
    Ok(())
}

#[cfg(feature = "parquet")]
fn columns(path: &Path, arguments: &Stats, take: &mut impl FnMut(Row)) -> Result<(), Failure> {
    let wrong = |what: String| no_table(path, &what);
    for row in crate::archive::columns::read_rows(path).map_err(wrong)? {
        let row = row.map_err(wrong)?;
        settled(row, arguments).into_iter().for_each(&mut *take);
    }
    Ok(())
}

#[cfg(not(feature = "parquet"))]
fn columns(path: &Path, _: &Stats, _: &mut impl FnMut(Row)) -> Result<(), Failure> {
    Err(no_table(path, "this build reads no Parquet"))
}
