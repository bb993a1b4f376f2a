//! The command `archive`: many texts, on all cores, to one table.
//!
//! ```text
//! inputs     folders and files as a list of inputs, in an order that is always the same
//! records    the texts of an input, one after the other
//! columns    Parquet
//! journal    how far the work has come, on disk
//! output     the table, of which whole batches are kept
//! progress   what a person sees meanwhile
//! ```
//!
//! Texts are taken in batches. A batch's rows are written and synced, then the journal says so, each
//! in one step that is done or not. Who is killed goes on after the last batch in the journal, and
//! cuts off what was written after it. Since neither batches nor threads reach the rows, the table
//! is the same to the byte.

#[cfg(feature = "parquet")]
pub(crate) mod columns;
mod inputs;
mod journal;
mod output;
mod progress;
mod records;

use std::path::PathBuf;

use quotation::{QuoteDetector, Scratch, in_order};
use quotation_formats::row::{self, Row, RowForm};
use quotation_formats::{Item, OffsetUnit, counted};

use crate::arguments::{Archive, TableFormat};
use crate::console;
use crate::detection::detector;
use crate::failure::{Failure, Outcome};
use crate::input::{self, Text};
use inputs::Input;
use journal::Journal;
use output::Output;
use progress::Progress;
use records::{Content, Record, Stream};

/// How many texts and about how many bytes of them a batch has.
const BATCH_TEXTS: usize = 512;
const BATCH_BYTES: u64 = 8 << 20;

pub(crate) fn run(arguments: &Archive) -> Result<Outcome, Failure> {
    let detector = detector(&arguments.detection)?;
    rayon::ThreadPoolBuilder::new()
        .num_threads(arguments.threads.into())
        .build_global()
        .map_err(|error| Failure::new(format!("cannot start threads: {error}")))?;
    input::refuse_output_among(&arguments.inputs, &arguments.output)?;
    let mut inputs = inputs::list(&arguments.inputs)?;
    // A folder may hold the table that is written anew.
    inputs.retain(|input| !input::is_same_file(&input.path, &arguments.output));
    let fingerprint = journal::fingerprint(arguments, &inputs)?;
    let format = arguments.table()?;
    let mut output = Output::new(&arguments.output, format);
    let mut journal = match (arguments.restart, Journal::read(&arguments.output)?) {
        (false, Some(journal)) if journal.fingerprint == fingerprint => journal,
        (false, Some(_)) => {
            return Err(Failure::new(format!(
                "{} was begun with other inputs or options; give those again, \
                 or begin anew with --restart",
                arguments.output.display()
            )));
        }
        (false, None) if arguments.output.exists() => {
            return Err(Failure::new(format!(
                "{} exists; give another name, or write it anew with --restart",
                arguments.output.display()
            )));
        }
        _ => Journal::new(fingerprint),
    };
    if journal.input < inputs.len() || !output.is_finished(&journal) {
        output.open(&journal)?;
        let run = Run {
            arguments,
            detector: &detector,
            inputs: &inputs,
        };
        run.all(&mut journal, &mut output)?;
        output.finish()?;
    }
    journal.remove(&arguments.output)?;
    let counts = format!(
        "{}, {}, {} left out",
        counted(journal.texts, "text"),
        counted(journal.attributions, "attribution"),
        journal.damaged
    );
    console::note(arguments.common, &counts);
    Ok(match journal.damaged {
        0 => Outcome::Done,
        _ => Outcome::Skipped,
    })
}

struct Run<'a> {
    arguments: &'a Archive,
    detector: &'a QuoteDetector,
    inputs: &'a [Input],
}

/// The rows of a text, or why there are none.
type Answer = Result<(Vec<u8>, u64), String>;

impl Run<'_> {
    /// Works on all inputs from where the journal says.
    fn all(&self, journal: &mut Journal, output: &mut Output) -> Result<(), Failure> {
        let total = self.inputs.iter().map(|input| input.bytes).sum();
        let mut records =
            Stream::open(self.inputs, self.arguments, (journal.input, journal.record));
        let mut progress = Progress::new(self.arguments.common, total, records.consumed());
        loop {
            let batch = take_batch(&mut records);
            let taken = batch.len();
            let answers = in_order(batch, |scratch, record| {
                let answer = self.answer(scratch, &record, output.row_form());
                (record.name, answer)
            });
            let mut rows = Vec::new();
            for (name, answer) in answers.in_flight(taken) {
                match answer {
                    Ok((bytes, attributions)) => {
                        rows.extend_from_slice(&bytes);
                        journal.texts += 1;
                        journal.attributions += attributions;
                    }
                    Err(problem) => {
                        journal.damaged += 1;
                        progress.report(&format!("{name}: {problem}; left out"));
                    }
                }
            }
            journal.written = output.write(&rows)?;
            (journal.input, journal.record) = records.position();
            journal.write(&self.arguments.output)?;
            progress.set(records.consumed());
            if taken == 0 {
                return Ok(());
            }
        }
    }

    fn answer(&self, scratch: &mut Scratch, record: &Record, form: RowForm) -> Answer {
        let text = self.text(record)?;
        let document = self.detector.detect_with(scratch, &text.text);
        let locate = |span| text.origin.location(span);
        let item = Item::new(&text.name, &document).located_by(&locate);
        let rows: Vec<Row> = row::rows(&item, OffsetUnit::from(self.arguments.offsets));
        let mut bytes = Vec::new();
        form.write(&rows, &mut bytes)
            .map_err(|error| error.to_string())?;
        Ok((bytes, rows.len() as u64))
    }

    fn text(&self, record: &Record) -> Result<Text, String> {
        let options = self.arguments.reading.options();
        let plain = |name: String, text: String| {
            let (text, origin) = input::plain(text);
            Text {
                name,
                text,
                origin,
                note: None,
            }
        };
        match &record.content {
            Content::Text(text) => Ok(plain(record.name.clone(), text.clone())),
            Content::Line(line) => {
                let (id, text) = records::parse_line(line, self.arguments)?;
                Ok(plain(id.unwrap_or_else(|| record.name.clone()), text))
            }
            Content::File(file) => {
                let bytes = file.read().map_err(|error| error.to_string())?;
                let markup = options.markup.unwrap_or(file.markup);
                match input::text_of(record.name.clone(), bytes, markup, &options) {
                    Ok(text) => Ok(text),
                    Err(Failure::Message(message)) => {
                        let prefix = format!("{}: ", record.name);
                        Err(message.strip_prefix(&prefix).unwrap_or(&message).to_owned())
                    }
                    Err(Failure::ClosedPipe) => Err("cannot be read".to_owned()),
                }
            }
            Content::Damaged(problem) => Err(problem.clone()),
        }
    }
}

fn take_batch(records: &mut Stream<'_>) -> Vec<Record> {
    let mut batch = Vec::new();
    let mut bytes = 0;
    while batch.len() < BATCH_TEXTS && bytes < BATCH_BYTES {
        let Some(record) = records.next() else {
            break;
        };
        bytes += record.content.len();
        batch.push(record);
    }
    batch
}

impl Archive {
    /// In which form the table is written: as said, or as the name of the file says.
    fn table(&self) -> Result<TableFormat, Failure> {
        if let Some(format) = self.format {
            return Ok(format);
        }
        let ending = self.output.extension().and_then(|ending| ending.to_str());
        match ending.map(str::to_ascii_lowercase).as_deref() {
            Some("jsonl" | "ndjson") => Ok(TableFormat::Jsonl),
            Some("csv") => Ok(TableFormat::Csv),
            #[cfg(feature = "parquet")]
            Some("parquet") => Ok(TableFormat::Parquet),
            _ => Err(Failure::new(format!(
                "the name {} does not tell the form; say it with --format",
                self.output.display()
            ))),
        }
    }
}

/// The name of a file beside the output.
fn beside(output: &std::path::Path, ending: &str) -> PathBuf {
    let mut name = output.as_os_str().to_owned();
    name.push(ending);
    PathBuf::from(name)
}
