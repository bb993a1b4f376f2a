//! Whole documents as JSON, which the library reads back.
//!
//! A list with an entry an item:
//!
//! ```json
//! [{"file": "a.txt", "document": {"text": "…", "quotes": […], "attributions": […], "speakers": […]}}]
//! ```
//!
//! `document` has the form that [`quotation::Document`] shows; offsets in it are bytes of its `text`.

use std::io::{self, Write};

use serde_json::{Value, json};

use crate::item::Item;

/// Writes items as one JSON list.
#[derive(Debug)]
pub struct Writer<W> {
    output: W,
    is_empty: bool,
}

impl<W: Write> Writer<W> {
    /// A writer of a list to this output.
    pub fn new(output: W) -> Writer<W> {
        Writer {
            output,
            is_empty: true,
        }
    }

    /// Adds an item.
    ///
    /// # Errors
    ///
    /// Whatever error the output gives.
    pub fn write(&mut self, item: &Item<'_>) -> io::Result<()> {
        let before = if self.is_empty { "[\n" } else { ",\n" };
        self.output.write_all(before.as_bytes())?;
        self.is_empty = false;
        serde_json::to_writer_pretty(&mut self.output, &value(item)?)?;
        Ok(())
    }

    /// Ends the list.
    ///
    /// # Errors
    ///
    /// Whatever error the output gives.
    pub fn finish(mut self) -> io::Result<()> {
        let end = if self.is_empty { "[]\n" } else { "\n]\n" };
        self.output.write_all(end.as_bytes())?;
        self.output.flush()
    }
}

fn value(item: &Item<'_>) -> io::Result<Value> {
    let mut document = serde_json::to_value(item.document)?;
    if let Some(Value::Array(attributions)) = document.get_mut("attributions") {
        let mut wanted = item.numbers().peekable();
        let mut number = 0;
        attributions.retain(|_| {
            number += 1;
            wanted.next_if_eq(&(number - 1)).is_some()
        });
    }
    Ok(json!({"file": item.name, "document": document}))
}
