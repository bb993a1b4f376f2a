//! Where quotations go, in which form.

use std::collections::HashSet;
use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use quotation_formats::row::RowForm;
use quotation_formats::{
    Item, OffsetUnit, booknlp, brat, conll, html, json, jsonld, row, ssml, tei, text,
};

use crate::arguments::{Extract, Format};
use crate::console;
use crate::failure::Failure;

/// Writes document after document.
pub(crate) struct Writer {
    form: Form,
    layout: text::Layout,
    unit: OffsetUnit,
    /// What is written to, for messages.
    name: String,
    count: usize,
}

type Output = Box<dyn Write>;

enum Form {
    Text(Output),
    Json(json::Writer<Output>),
    JsonLd(jsonld::Writer<Output>),
    Rows(RowForm, Output),
    Html(html::Page, Output),
    Conll(Output),
    /// One document alone.
    One(Format, Output),
    Folder(Folder),
}

impl Writer {
    /// Opens what is written to, for so many documents.
    pub(crate) fn new(arguments: &Extract, documents: usize) -> Result<Writer, Failure> {
        let output = arguments.output.as_deref();
        let name = match output {
            Some(path) => path.display().to_string(),
            None => "to standard output".to_owned(),
        };
        let failure = |error: io::Error| Failure::writing(&name, &error);
        let format = arguments.format;
        let takes_folder = format.takes_folder() || format.is_one_document() && documents > 1;
        let form = match (takes_folder, output) {
            (true, Some(path)) => Form::Folder(Folder::new(path, format).map_err(failure)?),
            (true, None) => {
                return Err(Failure::new(
                    "this form takes a file a document or more; say to which folder with --output",
                ));
            }
            (false, path) => {
                let output = open(path, format).map_err(failure)?;
                match format {
                    Format::Text => Form::Text(output),
                    Format::Json => Form::Json(json::Writer::new(output, arguments.offsets.into())),
                    Format::Jsonl => Form::Rows(RowForm::JsonLines, output),
                    Format::Csv => Form::Rows(RowForm::Csv, output),
                    Format::Tsv => Form::Rows(RowForm::Tsv, output),
                    Format::Html => Form::Html(html::Page::new(), output),
                    Format::Conll => Form::Conll(output),
                    Format::Jsonld => Form::JsonLd(jsonld::Writer::new(output).map_err(failure)?),
                    Format::Tei | Format::Ssml | Format::Brat | Format::Booknlp => {
                        Form::One(format, output)
                    }
                }
            }
        };
        let mut writer = Writer {
            form,
            layout: text::Layout {
                width: console::width(),
                explain: arguments.explain,
                names: documents > 1,
            },
            unit: arguments.offsets.into(),
            name: String::new(),
            count: 0,
        };
        if let Form::Rows(form, output) = &mut writer.form {
            output.write_all(&form.head()).map_err(failure)?;
        }
        writer.name = name;
        Ok(writer)
    }

    pub(crate) fn write(&mut self, item: &Item<'_>) -> Result<(), Failure> {
        let gap = if self.count == 0 { "" } else { "\n" };
        self.count += 1;
        let written = match &mut self.form {
            Form::Text(output) => {
                write!(output, "{gap}").and_then(|()| text::write(item, self.layout, output))
            }
            Form::Json(json) => json.write(item),
            Form::JsonLd(graph) => graph.write(item),
            Form::Rows(form, output) => form.write(&row::rows(item, self.unit), output),
            Form::Html(page, _) => {
                page.add(item);
                Ok(())
            }
            Form::Conll(output) => conll::write(item, output),
            Form::One(Format::Ssml, output) => ssml::write(item, output),
            Form::One(_, output) => tei::write(item, output),
            Form::Folder(folder) => folder.write(item),
        };
        written.map_err(|error| Failure::writing(&self.name, &error))
    }

    pub(crate) fn finish(self) -> Result<(), Failure> {
        let finished = match self.form {
            Form::Json(json) => json.finish(),
            Form::JsonLd(graph) => graph.finish(),
            Form::Html(page, mut output) => page.write(&mut output),
            Form::Text(mut output)
            | Form::Rows(_, mut output)
            | Form::Conll(mut output)
            | Form::One(_, mut output) => output.flush(),
            Form::Folder(_) => Ok(()),
        };
        finished.map_err(|error| Failure::writing(&self.name, &error))
    }
}

/// A file, or standard output; colours are taken out of text where they are not wanted.
fn open(path: Option<&Path>, format: Format) -> io::Result<Output> {
    Ok(match (path, format) {
        (Some(path), Format::Text) => {
            let file: Output = Box::new(File::create(path)?);
            Box::new(BufWriter::new(anstream::StripStream::new(file)))
        }
        (Some(path), _) => Box::new(BufWriter::new(File::create(path)?)),
        (None, Format::Text) => Box::new(BufWriter::new(anstream::stdout())),
        (None, _) => Box::new(BufWriter::new(io::stdout())),
    })
}

/// A folder with files for each document.
struct Folder {
    path: PathBuf,
    format: Format,
    /// The names that were given.
    names: HashSet<String>,
}

impl Folder {
    fn new(path: &Path, format: Format) -> io::Result<Folder> {
        fs::create_dir_all(path)?;
        if format == Format::Brat {
            fs::write(path.join("annotation.conf"), brat::CONFIGURATION)?;
        }
        Ok(Folder {
            path: path.to_owned(),
            format,
            names: HashSet::new(),
        })
    }

    fn write(&mut self, item: &Item<'_>) -> io::Result<()> {
        let name = self.name_for(item.name);
        let create = |ending: &str| -> io::Result<BufWriter<File>> {
            let file = File::create(self.path.join(format!("{name}.{ending}")))?;
            Ok(BufWriter::new(file))
        };
        match self.format {
            Format::Brat => {
                create("txt")?.write_all(item.document.text().as_bytes())?;
                brat::write(item, &mut create("ann")?)
            }
            Format::Booknlp => {
                let book = booknlp::Book::new(item);
                book.write_tokens(&mut create("tokens")?)?;
                book.write_quotes(&mut create("quotes")?)?;
                book.write_entities(&mut create("entities")?)
            }
            Format::Ssml => ssml::write(item, &mut create("ssml")?),
            _ => tei::write(item, &mut create("xml")?),
        }
    }

    /// A name for a document's files that no other has.
    fn name_for(&mut self, document: &str) -> String {
        let stem = Path::new(document)
            .file_stem()
            .unwrap_or_default()
            .to_string_lossy();
        let mut name = stem.clone().into_owned();
        let mut number = 2;
        while !self.names.insert(name.clone()) {
            name = format!("{stem}-{number}");
            number += 1;
        }
        name
    }
}
