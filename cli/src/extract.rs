//! The command without a name: the quotations of files in one of many forms.

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use quotation::Scratch;
use quotation_formats::row::RowForm;
use quotation_formats::{Item, html, json, row, text};

use crate::arguments::{Extract, Format};
use crate::console;
use crate::detection::{detector, selected};
use crate::failure::{Failure, Outcome};
use crate::input;

pub(crate) fn run(arguments: &Extract) -> Result<Outcome, Failure> {
    let detector = detector(&arguments.detection)?;
    let standard = [PathBuf::from("-")];
    let files = match arguments.files.is_empty() {
        true => &standard[..],
        false => &arguments.files[..],
    };
    let mut writer = Writer::new(arguments, files.len())?;
    let options = arguments.reading.options();
    let mut scratch = Scratch::default();
    let mut outcome = Outcome::Done;
    for file in files {
        let read = match input::read(file, &options) {
            Ok(read) => read,
            Err(Failure::Message(message)) if files.len() > 1 => {
                console::report(&message);
                outcome = Outcome::Skipped;
                continue;
            }
            Err(failure) => return Err(failure),
        };
        if let Some(note) = &read.note {
            console::note(arguments.common, note);
        }
        let document = detector.detect_with(&mut scratch, &read.text);
        let locate = |span| read.origin.place(span);
        let item = Item::new(&read.name, &document).located_by(&locate);
        let speakers = &arguments.selection.speaker;
        writer.write(&selected(item, &arguments.detection, speakers))?;
    }
    let selection = &arguments.selection;
    if writer.attributions == 0 && !selection.speaker.is_empty() {
        let names = selection.speaker.join(" or ");
        console::note(
            arguments.common,
            &format!("nothing is quoted of {names}; without --speaker you see who is quoted"),
        );
    }
    writer.finish()?;
    Ok(outcome)
}

/// Where the quotations go, in which form.
struct Writer<'a> {
    arguments: &'a Extract,
    output: Form,
    name: String,
    count: usize,
    attributions: usize,
    files: usize,
}

type Output = Box<dyn Write>;

enum Form {
    Text(Output),
    Json(json::Writer<Output>),
    Rows(RowForm, Output),
    Html(html::Page, Output),
}

impl<'a> Writer<'a> {
    fn new(arguments: &'a Extract, files: usize) -> Result<Writer<'a>, Failure> {
        let name = match &arguments.output {
            Some(path) => path.display().to_string(),
            None => "to standard output".to_owned(),
        };
        let output = open(arguments.output.as_deref(), arguments.format)
            .map_err(|error| Failure::writing(&name, &error))?;
        let output = match arguments.format {
            Format::Text => Form::Text(output),
            Format::Json => Form::Json(json::Writer::new(output)),
            Format::Jsonl => Form::Rows(RowForm::JsonLines, output),
            Format::Csv => Form::Rows(RowForm::Csv, output),
            Format::Tsv => Form::Rows(RowForm::Tsv, output),
            Format::Html => Form::Html(html::Page::new(), output),
        };
        Ok(Writer {
            arguments,
            output,
            name,
            count: 0,
            attributions: 0,
            files,
        })
    }

    fn write(&mut self, item: &Item<'_>) -> Result<(), Failure> {
        let is_first = self.count == 0;
        self.count += 1;
        self.attributions += item.attributions().len();
        let unit = self.arguments.offsets.into();
        let written = match &mut self.output {
            Form::Text(output) => {
                let layout = text::Layout {
                    width: console::width(),
                    explain: self.arguments.explain,
                    names: self.files > 1,
                };
                let gap = if is_first { "" } else { "\n" };
                write!(output, "{gap}").and_then(|()| text::write(item, layout, output))
            }
            Form::Json(json) => json.write(item),
            Form::Html(page, _) => {
                page.add(item);
                Ok(())
            }
            Form::Rows(form, output) => {
                let head = if is_first { form.head() } else { Vec::new() };
                output
                    .write_all(&head)
                    .and_then(|()| form.write(&row::rows(item, unit), output))
            }
        };
        written.map_err(|error| Failure::writing(&self.name, &error))
    }

    fn finish(self) -> Result<(), Failure> {
        let finished = match self.output {
            Form::Json(json) => json.finish(),
            Form::Html(page, mut output) => page.write(&mut output),
            Form::Text(mut output) => output.flush(),
            Form::Rows(form, mut output) => {
                let head = if self.count == 0 {
                    form.head()
                } else {
                    Vec::new()
                };
                output.write_all(&head).and_then(|()| output.flush())
            }
        };
        finished.map_err(|error| Failure::writing(&self.name, &error))
    }
}

/// A file, or standard output; colours are taken out of text where they are not wanted.
fn open(path: Option<&Path>, format: Format) -> io::Result<Output> {
    Ok(match (path, format) {
        (Some(path), Format::Text) => Box::new(BufWriter::new(anstream::StripStream::new(
            Box::new(File::create(path)?) as Output,
        ))),
        (Some(path), _) => Box::new(BufWriter::new(File::create(path)?)),
        (None, Format::Text) => Box::new(BufWriter::new(anstream::stdout())),
        (None, _) => Box::new(BufWriter::new(io::stdout())),
    })
}
