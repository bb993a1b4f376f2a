//! Texts of an [Arrow](https://arrow.apache.org) record batch in, a record batch of their attributions out.
//!
//! An [`Attributor`] is a detector that reads a column of texts where they lie. Everything that speaks Arrow is a thin
//! layer on it: data frames, Spark, DuckDB.
//!
//! ```
//! use arrow_array::{ArrayRef, RecordBatch, StringArray, cast::AsArray};
//! use quotation::QuoteDetector;
//! use quotation_arrow::{Attributor, Columns};
//! use std::sync::Arc;
//!
//! let ids: ArrayRef = Arc::new(StringArray::from(vec!["a", "b"]));
//! let texts = StringArray::from(vec![Some("“It holds,” said Ines Okoro."), None]);
//! let batch = RecordBatch::try_from_iter([("id", ids), ("text", Arc::new(texts) as ArrayRef)])?;
//!
//! let attributor = Attributor::new(QuoteDetector::builder())?;
//! let columns = Columns::new("text").id("id");
//! let rows = attributor.attributions(&batch, &columns, 0)?;
//! assert_eq!(rows.num_rows(), 1);
//! assert_eq!(rows["id"].as_string::<i32>().value(0), "a");
//! assert_eq!(rows["speaker"].as_string::<i32>().value(0), "Ines Okoro");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # What goes in
//!
//! | column | type | |
//! |---|---|---|
//! | text | strings: `Utf8`, `LargeUtf8` or `Utf8View` | a null and an empty text have no attributions |
//! | id | any | it comes back beside each attribution of its text |
//! | cast | lists of names, or of structs of `name`, `aliases`, `gender` and `narrator` | who may speak in this text alone, besides those whom the detector knows |
//!
//! # What comes out
//!
//! A row an attribution, in the order of the texts and of each text. The first column is `id`: what the id column has,
//! or the number of the text's row, `Int64` from 0. After it stand the columns of [`quotation_formats::row`] but for
//! `file`, in their order: `Utf8` for words and names, `Int64` for `start`, `end` (in characters) and `words`,
//! `Float64` for confidences. Whatever is unknown is null.

mod cast;
mod error;
mod rows;
mod stream;
mod texts;

use std::sync::Arc;

use arrow_array::builder::Int64Builder;
use arrow_array::{Array, ArrayRef, Int64Array, ListArray, RecordBatch, StructArray, UInt64Array};
use arrow_buffer::OffsetBuffer;
use arrow_schema::{DataType, Field, Schema, SchemaRef};
use quotation::{Document, QuoteDetector, QuoteDetectorBuilder, Scratch, in_order};
use quotation_formats::row::Row;

pub use error::Error;
pub use stream::Attributions;

use cast::Casts;
use texts::Texts;

/// The name of the column of ids.
pub const ID: &str = "id";

/// Which columns are read.
#[derive(Clone, Debug, PartialEq, Eq)]
#[must_use]
pub struct Columns {
    text: String,
    id: Option<String>,
    cast: Option<String>,
}

impl Columns {
    /// Texts of this column, with their rows' numbers as ids.
    pub fn new(text: impl Into<String>) -> Columns {
        Columns {
            text: text.into(),
            id: None,
            cast: None,
        }
    }

    /// Takes ids from this column.
    pub fn id(mut self, name: impl Into<String>) -> Columns {
        self.id = Some(name.into());
        self
    }

    /// Takes from this column who may speak.
    pub fn cast(mut self, name: impl Into<String>) -> Columns {
        self.cast = Some(name.into());
        self
    }

    /// The schema of what comes out for batches of this schema.
    ///
    /// # Errors
    ///
    /// If there is no such column, or its type is none of those that are read.
    pub fn schema(&self, input: &Schema) -> Result<SchemaRef, Error> {
        texts::check(&self.text, type_of(input, &self.text)?)?;
        if let Some(cast) = &self.cast {
            cast::check(cast, type_of(input, cast)?)?;
        }
        let id = match &self.id {
            Some(id) => type_of(input, id)?.clone(),
            None => DataType::Int64,
        };
        Ok(schema(id))
    }
}

/// The schema of attributions whose ids have this type.
fn schema(id: DataType) -> SchemaRef {
    let id = Arc::new(Field::new(ID, id, true));
    Arc::new(Schema::new(
        std::iter::once(id)
            .chain(rows::fields())
            .collect::<Vec<_>>(),
    ))
}

fn type_of<'s>(schema: &'s Schema, column: &str) -> Result<&'s DataType, Error> {
    match schema.field_with_name(column) {
        Ok(field) => Ok(field.data_type()),
        Err(_) => Err(Error::Column {
            column: column.to_owned(),
            known: schema
                .fields()
                .iter()
                .map(|field| field.name().clone())
                .collect(),
        }),
    }
}

/// A detector that reads columns of texts.
#[derive(Clone, Debug)]
pub struct Attributor {
    builder: QuoteDetectorBuilder,
    detector: QuoteDetector,
}

impl Attributor {
    /// Makes the detector of this builder.
    ///
    /// # Errors
    ///
    /// If an entry of the builder is wrong.
    pub fn new(builder: QuoteDetectorBuilder) -> Result<Attributor, quotation::Error> {
        let detector = builder.clone().build()?;
        Ok(Attributor { builder, detector })
    }

    /// The attributions of all texts of a batch, whose first row has the number `first` where there is no column of
    /// ids. The texts are read in place, on the threads of rayon.
    ///
    /// # Errors
    ///
    /// If there is no such column, or its type is none of those that are read; if a member of a cast is wrong; if a
    /// column that comes out would have 2 GiB of words.
    pub fn attributions(
        &self,
        batch: &RecordBatch,
        columns: &Columns,
        first: u64,
    ) -> Result<RecordBatch, Error> {
        let schema = columns.schema(&batch.schema())?;
        let texts = Texts::new(&batch[columns.text.as_str()]);
        let casts = columns.cast.as_deref().map(|name| Casts::new(&batch[name]));
        let found = in_order(0..batch.num_rows(), |scratch, row| {
            let text = texts.get(row).unwrap_or_default();
            let cast = casts.as_ref().and_then(|casts| casts.get(row));
            let own = cast.map(|cast| self.with_cast(cast?)).transpose();
            let own = own.map_err(|cause| Error::Cast {
                row: first + row as u64,
                cause,
            })?;
            let detector = own.as_ref().unwrap_or(&self.detector);
            Ok::<_, Error>(read(detector, scratch, text))
        });
        let (mut row_of, mut rows) = (Vec::new(), Vec::new());
        for (row, found) in found.enumerate() {
            let found = found?;
            row_of.extend(std::iter::repeat_n(row as u64, found.len()));
            rows.extend(found);
        }
        let id: ArrayRef = match &columns.id {
            Some(id) => {
                let row_of = UInt64Array::from(row_of);
                arrow_select::take::take(&batch[id.as_str()], &row_of, None)?
            }
            None => {
                let number = |row| i64::try_from(first + row).unwrap_or(i64::MAX);
                Arc::new(Int64Array::from_iter_values(row_of.into_iter().map(number)))
            }
        };
        Ok(RecordBatch::try_new(schema, with_id(id, &rows)?)?)
    }

    /// A list of attributions for each text of an array, as structs of what the columns of attributions hold, without
    /// an id. A null and an empty text have an empty list.
    ///
    /// # Errors
    ///
    /// If the array holds no strings, or the lists would have 2 GiB of words.
    pub fn lists(&self, texts: &ArrayRef) -> Result<ListArray, Error> {
        texts::check("text", texts.data_type())?;
        let texts = Texts::new(texts);
        let found = in_order(0..texts.len(), |scratch, row| {
            read(&self.detector, scratch, texts.get(row).unwrap_or_default())
        });
        let mut lens = Vec::new();
        let mut rows = Vec::new();
        for found in found {
            lens.push(found.len());
            rows.extend(found);
        }
        let items = StructArray::try_new(rows::fields().collect(), rows::columns(&rows)?, None)?;
        let offsets = OffsetBuffer::from_lengths(lens);
        let field = Arc::new(list_item());
        Ok(ListArray::try_new(field, offsets, Arc::new(items), None)?)
    }

    fn with_cast(
        &self,
        cast: Vec<quotation::CastMember>,
    ) -> Result<QuoteDetector, quotation::Error> {
        self.builder.clone().cast(cast).build()
    }
}

/// What [`Attributor::lists`] has in its lists.
#[must_use]
pub fn list_item() -> Field {
    Field::new("item", DataType::Struct(rows::fields().collect()), true)
}

/// The attributions of documents that were made before, numbered from 0.
///
/// # Errors
///
/// If a column would have 2 GiB of words.
pub fn of_documents<'d>(
    documents: impl IntoIterator<Item = &'d Document<'d>>,
) -> Result<RecordBatch, Error> {
    let mut ids = Int64Builder::new();
    let mut rows = Vec::new();
    for (number, document) in documents.into_iter().enumerate() {
        let found = rows::of_document(document);
        let number = i64::try_from(number).unwrap_or(i64::MAX);
        ids.append_value_n(number, found.len());
        rows.extend(found);
    }
    let columns = with_id(Arc::new(ids.finish()), &rows)?;
    Ok(RecordBatch::try_new(schema(DataType::Int64), columns)?)
}

fn read(detector: &QuoteDetector, scratch: &mut Scratch, text: &str) -> Vec<Row> {
    if text.is_empty() {
        return Vec::new();
    }
    rows::of_document(&detector.detect_with(scratch, text))
}

fn with_id(id: ArrayRef, rows: &[Row]) -> Result<Vec<ArrayRef>, Error> {
    let mut columns = rows::columns(rows)?;
    columns.insert(0, id);
    Ok(columns)
}
