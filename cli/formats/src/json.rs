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
        keep(attributions, item.numbers());
    }
    Ok(json!({"file": item.name, "document": document}))
}

/// Leaves the attributions of these numbers, which ascend, and lets each name the next one around it that is left.
fn keep(attributions: &mut Vec<Value>, numbers: impl Iterator<Item = usize>) {
    let mut places = vec![None; attributions.len()];
    let mut kept = 0;
    for number in numbers {
        places[number] = Some(kept);
        kept += 1;
    }
    let around = |attribution: &Value| Some(attribution["within"].as_u64()? as usize);
    let outer: Vec<Option<usize>> = attributions.iter().map(around).collect();
    let mut number = 0;
    attributions.retain_mut(|attribution| {
        let mut chain = std::iter::successors(outer[number], |&next| outer[next]);
        attribution["within"] = json!(chain.find_map(|next| places[next]));
        number += 1;
        places[number - 1].is_some()
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_names_the_next_around_that_is_left() {
        let within = |outer: Option<usize>| json!({"within": outer});
        let mut attributions = [None, Some(0), Some(1), None].map(within).to_vec();
        keep(&mut attributions, [0, 2, 3].into_iter());
        assert_eq!(attributions, [None, Some(0), None].map(within));
    }
}
