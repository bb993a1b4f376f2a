//! Parquet: texts from a column, rows to columns.

use std::fs::File;
use std::io::{BufRead, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::Arc;

use parquet::basic::{Compression, ZstdLevel};
use parquet::data_type::{ByteArray, ByteArrayType, DoubleType, Int64Type};
use parquet::errors::ParquetError;
use parquet::file::properties::WriterProperties;
use parquet::file::reader::{FileReader, SerializedFileReader};
use parquet::file::writer::{SerializedFileWriter, SerializedRowGroupWriter};
use parquet::record::reader::RowIter;
use parquet::record::{Field, Row as Values};
use parquet::schema::parser::parse_message_type;
use parquet::schema::types::Type;
use quotation_formats::row::{COLUMNS, Row, Value};

/// How many rows are in memory before they are written together.
const GROUP: usize = 1 << 16;

/// A text with its name, if there is a column of names.
type Named = (Option<String>, String);

/// Reads the columns of these names.
pub(super) fn read_texts(
    path: &Path,
    text: &str,
    id: &str,
) -> Result<impl Iterator<Item = Result<Named, String>> + use<>, String> {
    let rows = open(path, &[text, id], text)?;
    let (text, id) = (text.to_owned(), id.to_owned());
    Ok(rows.map(move |row| {
        let row = row?;
        let field = |name: &str| {
            let mut fields = row.get_column_iter();
            fields
                .find(|(column, _)| *column == name)
                .map(|(_, field)| field)
        };
        let name = field(&id).and_then(|field| match field {
            Field::Null => None,
            field => words(field).or_else(|| Some(field.to_string())),
        });
        let text = field(&text)
            .and_then(words)
            .ok_or_else(|| format!("expected a text in {text:?}"))?;
        Ok((name, text))
    }))
}

/// The words of a value that is text.
fn words(field: &Field) -> Option<String> {
    match field {
        Field::Str(text) => Some(text.clone()),
        Field::Bytes(bytes) => String::from_utf8(bytes.data().to_vec()).ok(),
        _ => None,
    }
}

/// The rows of an attribution table that was written before.
pub(crate) fn read_rows(path: &Path) -> Result<impl Iterator<Item = Result<Row, String>>, String> {
    let rows = open(path, &COLUMNS, "content")?;
    Ok(rows.map(|row| row.map(|values| row_of(&values))))
}

type Rows = Box<dyn Iterator<Item = Result<Values, String>>>;

/// The rows of a file with those of the columns that it has, one of which must be there.
fn open(path: &Path, wanted: &[&str], needed: &str) -> Result<Rows, String> {
    let file = File::open(path).map_err(|error| error.to_string())?;
    let reader = guarded(|| SerializedFileReader::new(file))?;
    let schema = reader.metadata().file_metadata().schema();
    let known: Vec<&str> = schema
        .get_fields()
        .iter()
        .map(|field| field.name())
        .collect();
    if !known.contains(&needed) {
        let known = known.join(", ");
        return Err(format!(
            "there is no column {needed:?}, but {known}; say which with --text"
        ));
    }
    let fields = schema.get_fields().iter();
    let fields = fields.filter(|field| wanted.contains(&field.name()));
    let projection = Type::group_type_builder(schema.name())
        .with_fields(fields.cloned().collect())
        .build()
        .map_err(|error| error.to_string())?;
    let mut rows = guarded(|| RowIter::from_file_into(Box::new(reader)).project(Some(projection)))?;
    let mut is_over = false;
    let rows = std::iter::from_fn(move || {
        if is_over {
            return None;
        }
        let row = guarded(|| rows.next().transpose());
        is_over = row.is_err();
        row.map_err(|problem| format!("{problem}; what follows is lost"))
            .transpose()
    });
    Ok(Box::new(rows))
}

/// Calls what may panic on a damaged file.
fn guarded<T>(call: impl FnOnce() -> Result<T, ParquetError>) -> Result<T, String> {
    let hook = std::panic::take_hook();
    std::panic::set_hook(Box::new(|_| {}));
    let result = catch_unwind(AssertUnwindSafe(call));
    std::panic::set_hook(hook);
    match result {
        Ok(result) => result.map_err(|error| error.to_string()),
        Err(_) => Err("the file is damaged".to_owned()),
    }
}

fn row_of(values: &Values) -> Row {
    let mut row = Row::default();
    for (column, field) in values.get_column_iter() {
        let text = match field {
            Field::Null => continue,
            Field::Str(text) => text.clone(),
            Field::Bytes(bytes) => String::from_utf8_lossy(bytes.data()).into_owned(),
            Field::Double(number) => number.to_string(),
            Field::Long(number) => number.to_string(),
            other => other.to_string(),
        };
        row.set(column, &text);
    }
    row
}

const SCHEMA: &str = "message attributions {
    optional binary file (utf8);
    optional binary kind (utf8);
    optional binary speaker (utf8);
    optional binary gender (utf8);
    optional binary source (utf8);
    optional binary cue (utf8);
    optional binary content (utf8);
    optional int64 start;
    optional int64 end;
    optional double confidence;
    optional double speaker_confidence;
    optional binary addressee (utf8);
    optional binary before (utf8);
    optional binary after (utf8);
    optional int64 words;
    optional binary mode (utf8);
}";

/// Writes rows that come as JSON lines.
pub(super) fn write(lines: impl BufRead, output: impl Write + Send) -> Result<(), std::io::Error> {
    let schema = Arc::new(parse_message_type(SCHEMA).map_err(to_io)?);
    let level = ZstdLevel::try_new(3).map_err(to_io)?;
    let properties = WriterProperties::builder()
        .set_compression(Compression::ZSTD(level))
        .set_created_by("quotation".to_owned())
        .build();
    let mut writer =
        SerializedFileWriter::new(output, schema, Arc::new(properties)).map_err(to_io)?;
    let mut rows: Vec<Row> = Vec::new();
    for line in lines.lines() {
        rows.push(serde_json::from_str(&line?)?);
        if rows.len() == GROUP {
            write_group(&rows, writer.next_row_group().map_err(to_io)?).map_err(to_io)?;
            rows.clear();
        }
    }
    if !rows.is_empty() {
        write_group(&rows, writer.next_row_group().map_err(to_io)?).map_err(to_io)?;
    }
    writer.close().map_err(to_io)?;
    Ok(())
}

fn to_io(error: ParquetError) -> std::io::Error {
    match error {
        ParquetError::External(error) => match error.downcast::<std::io::Error>() {
            Ok(error) => *error,
            Err(error) => std::io::Error::other(error),
        },
        error => std::io::Error::other(error),
    }
}

fn write_group<W: Write + Send>(
    rows: &[Row],
    mut group: SerializedRowGroupWriter<'_, W>,
) -> Result<(), ParquetError> {
    for column in COLUMNS {
        let Some(mut writer) = group.next_column()? else {
            break;
        };
        match Row::default().value(column) {
            Value::Count(_) => {
                let count = |row: &Row| i64::try_from(row.value(column).count()?).ok();
                let (values, levels) = split(rows.iter().map(count));
                let writer = writer.typed::<Int64Type>();
                writer.write_batch(&values, Some(&levels), None)?;
            }
            Value::Confidence(_) => {
                let (values, levels) = split(rows.iter().map(|row| row.value(column).confidence()));
                let writer = writer.typed::<DoubleType>();
                writer.write_batch(&values, Some(&levels), None)?;
            }
            Value::Text(_) => {
                let text = |row: &Row| {
                    let text = row.value(column).text()?;
                    Some(ByteArray::from(text.as_bytes().to_vec()))
                };
                let (values, levels) = split(rows.iter().map(text));
                let writer = writer.typed::<ByteArrayType>();
                writer.write_batch(&values, Some(&levels), None)?;
            }
        }
        writer.close()?;
    }
    group.close()?;
    Ok(())
}

/// The values that are there, and for each row whether it has one.
fn split<T>(values: impl IntoIterator<Item = Option<T>>) -> (Vec<T>, Vec<i16>) {
    let mut there = Vec::new();
    let mut levels = Vec::new();
    for value in values {
        levels.push(i16::from(value.is_some()));
        there.extend(value);
    }
    (there, levels)
}
