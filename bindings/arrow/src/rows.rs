//! Attributions as columns.

use std::sync::Arc;

use arrow_array::{ArrayRef, Float64Array, Int64Array, StringArray};
use arrow_schema::{DataType, Field, FieldRef};
use quotation::Document;
use quotation_formats::row::{self, COLUMNS, Row, Value};
use quotation_formats::{Item, OffsetUnit};

use crate::error::Error;

/// The columns of rows that come out: the name of the file is the id's matter.
fn names() -> impl Iterator<Item = &'static str> {
    COLUMNS.into_iter().filter(|&name| name != "file")
}

/// Their fields, in order.
pub(crate) fn fields() -> impl Iterator<Item = FieldRef> {
    let row = Row::default();
    names().map(move |name| {
        let kind = match row.value(name) {
            Value::Text(_) => DataType::Utf8,
            Value::Count(_) => DataType::Int64,
            Value::Confidence(_) => DataType::Float64,
        };
        Arc::new(Field::new(name, kind, true))
    })
}

pub(crate) fn of_document(document: &Document<'_>) -> Vec<Row> {
    if document.attributions().len() == 0 {
        return Vec::new();
    }
    row::rows(&Item::new("", document), OffsetUnit::Characters)
}

/// The columns of rows.
pub(crate) fn columns(rows: &[Row]) -> Result<Vec<ArrayRef>, Error> {
    names().map(|name| column(rows, name)).collect()
}

fn column(rows: &[Row], name: &'static str) -> Result<ArrayRef, Error> {
    let values = || rows.iter().map(|row| row.value(name));
    Ok(match Row::default().value(name) {
        Value::Text(_) => {
            let texts = || values().map(Value::text);
            let size: usize = texts().flatten().map(str::len).sum();
            if i32::try_from(size).is_err() {
                return Err(Error::TooLarge { column: name });
            }
            Arc::new(texts().collect::<StringArray>())
        }
        Value::Count(_) => {
            let count = |value: Value<'_>| i64::try_from(value.count()?).ok();
            Arc::new(values().map(count).collect::<Int64Array>())
        }
        Value::Confidence(_) => Arc::new(values().map(Value::confidence).collect::<Float64Array>()),
    })
}
