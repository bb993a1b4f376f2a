//! The texts of an input, one after the other.

use std::io::{self, BufRead, BufReader, Read};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use quotation_formats::counted;
use serde_json::Value;

use super::inputs::{Holds, Input};
use crate::arguments::Archive;
use crate::input::{Markup, decoded_stream};
use crate::line_numbers::LineNumbers;

/// A text with what it is called.
#[derive(Debug)]
pub(super) struct Record {
    pub(super) name: String,
    pub(super) content: Content,
}

/// A text, as far as it is read.
#[derive(Debug)]
pub(super) enum Content {
    Text(String),
    /// A line of JSON that has it.
    Line(Vec<u8>),
    File(OneText),
    /// It cannot be read, and why.
    Damaged(String),
}

/// A file that is one text.
#[derive(Debug)]
pub(super) struct OneText {
    input: Input,
    pub(super) markup: Markup,
    consumed: Arc<AtomicU64>,
}

impl OneText {
    pub(super) fn read(&self) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        self.input
            .open(Arc::clone(&self.consumed))?
            .read_to_end(&mut bytes)?;
        Ok(bytes)
    }
}

impl Content {
    /// How much memory it takes, at least about.
    pub(super) fn len(&self) -> u64 {
        match self {
            Content::Text(text) => text.len() as u64,
            Content::Line(line) => line.len() as u64,
            Content::File(file) => file.input.bytes,
            Content::Damaged(_) => 0,
        }
    }
}

/// Walks over the texts of all inputs.
pub(super) struct Stream<'a> {
    inputs: &'a [Input],
    arguments: &'a Archive,
    /// The input that is read, and how many of its records were taken.
    position: (usize, u64),
    records: Option<Records>,
    /// The bytes of the inputs before it.
    before: u64,
    /// Those that were read of it.
    consumed: Arc<AtomicU64>,
}

type Records = Box<dyn Iterator<Item = Record>>;

impl<'a> Stream<'a> {
    /// Begins after so many inputs and so many records of the next.
    pub(super) fn open(
        inputs: &'a [Input],
        arguments: &'a Archive,
        position: (usize, u64),
    ) -> Stream<'a> {
        let done = &inputs[..position.0.min(inputs.len())];
        let mut stream = Stream {
            inputs,
            arguments,
            position: (position.0, 0),
            records: None,
            before: done.iter().map(|input| input.bytes).sum(),
            consumed: Arc::default(),
        };
        while stream.position.0 == position.0 && stream.position.1 < position.1 {
            if stream.next().is_none() {
                break;
            }
        }
        stream
    }

    pub(super) fn next(&mut self) -> Option<Record> {
        loop {
            let input = self.inputs.get(self.position.0)?;
            let (arguments, consumed) = (self.arguments, &self.consumed);
            let records = self
                .records
                .get_or_insert_with(|| open(input, arguments, consumed));
            if let Some(record) = records.next() {
                self.position.1 += 1;
                return Some(record);
            }
            self.records = None;
            self.consumed = Arc::default();
            self.before += input.bytes;
            self.position = (self.position.0 + 1, 0);
        }
    }

    /// The input that is read, and how many of its records were taken.
    pub(super) fn position(&self) -> (usize, u64) {
        self.position
    }

    /// How many bytes of the files were read.
    pub(super) fn consumed(&self) -> u64 {
        self.before + self.consumed.load(Ordering::Relaxed)
    }
}

fn open(input: &Input, arguments: &Archive, consumed: &Arc<AtomicU64>) -> Records {
    let name = input.path.display().to_string();
    let records = match input.holds {
        Holds::One(markup) => Ok(one(name.clone(), input, markup, consumed)),
        Holds::JsonLines => lines(name.clone(), input, consumed, arguments),
        Holds::Csv => table(name.clone(), input, consumed, arguments),
        Holds::Parquet => columns(&name, input, arguments),
    };
    records.unwrap_or_else(|problem| {
        let content = Content::Damaged(problem);
        Box::new(std::iter::once(Record { name, content }))
    })
}

type Opened = Result<Records, String>;

fn one(name: String, input: &Input, markup: Markup, consumed: &Arc<AtomicU64>) -> Records {
    let content = Content::File(OneText {
        input: input.clone(),
        markup,
        consumed: Arc::clone(consumed),
    });
    Box::new(std::iter::once(Record { name, content }))
}

/// The bytes of a file of many texts, as UTF-8.
fn decoded(
    input: &Input,
    consumed: &Arc<AtomicU64>,
    arguments: &Archive,
) -> Result<impl Read + use<>, String> {
    let reader = input
        .open(Arc::clone(consumed))
        .map_err(|error| error.to_string())?;
    decoded_stream(reader, arguments.reading.encoding.as_deref())
}

fn lines(file: String, input: &Input, consumed: &Arc<AtomicU64>, arguments: &Archive) -> Opened {
    let reader = decoded(input, consumed, arguments)?;
    let mut reader = BufReader::with_capacity(1 << 16, reader);
    let mut number = 0;
    let mut is_over = false;
    Ok(Box::new(std::iter::from_fn(move || {
        while !is_over {
            let mut line = Vec::new();
            number += 1;
            let content = match reader.read_until(b'\n', &mut line) {
                Ok(0) => return None,
                Ok(_) if line.trim_ascii().is_empty() => continue,
                Ok(_) => Content::Line(line),
                Err(error) => {
                    is_over = true;
                    Content::Damaged(format!("{error}; what follows is lost"))
                }
            };
            let name = format!("{file}:{number}");
            return Some(Record { name, content });
        }
        None
    })))
}

/// The name, if there is one, and the text that a line of JSON has.
pub(super) fn parse_line(
    line: &[u8],
    arguments: &Archive,
) -> Result<(Option<String>, String), String> {
    let mut object: Value = serde_json::from_slice(line).map_err(|error| {
        let error = error.to_string();
        let what = error.split(" at line ").next().unwrap_or_default();
        format!("expected a JSON object: {what}")
    })?;
    let id = match object.get(&arguments.id) {
        Some(Value::String(id)) => Some(id.clone()),
        Some(id @ Value::Number(_)) => Some(id.to_string()),
        _ => None,
    };
    match object.get_mut(&arguments.text).map(Value::take) {
        Some(Value::String(text)) => Ok((id, text)),
        _ => Err(format!("expected a text in {:?}", arguments.text)),
    }
}

fn table(file: String, input: &Input, consumed: &Arc<AtomicU64>, arguments: &Archive) -> Opened {
    let mut reader = csv::Reader::from_reader(decoded(input, consumed, arguments)?);
    let head = reader
        .headers()
        .map_err(|error| problem_of(&error))?
        .clone();
    let column = |name: &str| head.iter().position(|column| column == name);
    let text = column(&arguments.text).ok_or_else(|| {
        let columns: Vec<&str> = head.iter().collect();
        let text = &arguments.text;
        match columns[..] {
            [] => "it is empty".to_owned(),
            [one] if one.contains([';', '\t']) => {
                format!("expected commas between its columns, found {one:?}")
            }
            _ => {
                let columns = columns.join(", ");
                format!("there is no column {text:?}, but {columns}; say which with --text")
            }
        }
    })?;
    let id = column(&arguments.id);
    let numbers = LineNumbers::after(&head, &reader);
    let mut is_over = false;
    let records = reader.into_records().map_while(move |record| {
        if is_over {
            return None;
        }
        Some(match record {
            Ok(record) => {
                let line = numbers.line(record.position());
                let id = id.and_then(|id| record.get(id)).filter(|id| !id.is_empty());
                Record {
                    name: id.map_or_else(|| format!("{file}:{line}"), str::to_owned),
                    content: match record.get(text) {
                        Some(text) => Content::Text(text.to_owned()),
                        None => Content::Damaged("it has no text".to_owned()),
                    },
                }
            }
            Err(error) => {
                // What cannot be read at all does not get better.
                is_over = error.is_io_error();
                let line = numbers.line(error.position());
                Record {
                    name: format!("{file}:{line}"),
                    content: Content::Damaged(problem_of(&error)),
                }
            }
        })
    });
    Ok(Box::new(records))
}

/// What is wrong with a row, whose number is said beside it.
fn problem_of(error: &csv::Error) -> String {
    match error.kind() {
        csv::ErrorKind::Utf8 { .. } => {
            "it is no UTF-8; say with --encoding what the file is in".to_owned()
        }
        csv::ErrorKind::UnequalLengths {
            expected_len, len, ..
        } => {
            format!("expected {}, found {len}", counted(*expected_len, "column"))
        }
        _ => error.to_string(),
    }
}

#[cfg(feature = "parquet")]
fn columns(file: &str, input: &Input, arguments: &Archive) -> Opened {
    if input.is_packed() {
        return Err("Parquet packs its columns itself; unpack the file first".to_owned());
    }
    let texts = super::columns::read_texts(&input.path, &arguments.text, &arguments.id)?;
    let file = file.to_owned();
    Ok(Box::new(texts.zip(1_u64..).map(move |(row, number)| {
        let name_by_number = format!("{file}:{number}");
        match row {
            Ok((id, text)) => Record {
                name: id.unwrap_or(name_by_number),
                content: Content::Text(text),
            },
            Err(problem) => Record {
                name: name_by_number,
                content: Content::Damaged(problem),
            },
        }
    })))
}

#[cfg(not(feature = "parquet"))]
fn columns(_: &str, _: &Input, _: &Archive) -> Opened {
    Err("this build reads no Parquet; install it with the feature parquet".to_owned())
}
