//! Whole documents as JSON, which the library reads back.
//!
//! A list with an entry an item:
//!
//! ```json
//! [{"file": "a.txt", "document": {"text": "…", "quotes": […], "attributions": […], "speakers": […]}}]
//! ```
//!
//! `document` has the form that [`quotation::Document`] shows. Offsets in it count its `text`, bytes of it unless
//! characters or UTF-16 units are asked for; its `unit` says which. The library reads bytes alone.

use std::io::{self, Write};
use std::ops::Range;

use quotation::{Document, Offsets, Span};
use serde_json::{Value, json};

use crate::facts::shortest;
use crate::item::{Item, OffsetUnit};

/// Writes items as one JSON list.
#[derive(Debug)]
pub struct Writer<W> {
    output: W,
    unit: OffsetUnit,
    is_empty: bool,
}

impl<W: Write> Writer<W> {
    /// A writer of a list to this output, with offsets in this unit.
    pub fn new(output: W, unit: OffsetUnit) -> Writer<W> {
        Writer {
            output,
            unit,
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
        serde_json::to_writer_pretty(&mut self.output, &entry(item, self.unit)?)?;
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

/// A document in the form that its schema describes, with offsets in this unit; in that of a file they are bytes of
/// the text.
///
/// ```
/// use quotation::QuoteDetector;
/// use quotation_formats::{OffsetUnit, json};
///
/// let document = QuoteDetector::new().detect("“It holds,” said Ines Okoro.");
/// let value = json::value(&document, OffsetUnit::Utf16)?;
/// assert_eq!((&value["unit"], &value["attributions"][0]["spans"][0][1]), (&"utf-16".into(), &11.into()));
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// # Errors
///
/// None that is known: every document has this form.
pub fn value(document: &Document<'_>, unit: OffsetUnit) -> serde_json::Result<Value> {
    let mut value = serde_json::to_value(document)?;
    shorten(&mut value);
    let offsets = Offsets::new(document.text());
    match unit {
        OffsetUnit::File | OffsetUnit::Bytes => {}
        OffsetUnit::Characters => {
            value["unit"] = json!("characters");
            recount(&mut value, &|span| offsets.chars(span));
        }
        OffsetUnit::Utf16 => {
            value["unit"] = json!("utf-16");
            recount(&mut value, &|span| offsets.utf16(span));
        }
    }
    Ok(value)
}

/// Gives every confidence and weight by its shortest number, as serde_json does where it writes them at once.
fn shorten(value: &mut Value) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(shorten),
        Value::Object(fields) => fields.values_mut().for_each(shorten),
        Value::Number(number) if number.is_f64() => {
            *value = json!(shortest(number.as_f64().unwrap_or_default() as f32));
        }
        _ => {}
    }
}

/// What gives a span in another unit.
type Convert<'c> = &'c dyn Fn(Span) -> Result<Range<usize>, quotation::Error>;

/// Counts the spans of all fields that hold some in another unit.
fn recount(value: &mut Value, convert: Convert<'_>) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(|item| recount(item, convert)),
        Value::Object(fields) => {
            for (name, field) in fields {
                match (name.as_str(), field) {
                    ("span", span) => recount_span(span, convert),
                    ("spans" | "pieces" | "mentions", Value::Array(spans)) => {
                        spans
                            .iter_mut()
                            .for_each(|span| recount_span(span, convert));
                    }
                    (_, field) => recount(field, convert),
                }
            }
        }
        _ => {}
    }
}

fn recount_span(value: &mut Value, convert: Convert<'_>) {
    let end = |value: &Value| usize::try_from(value.as_u64()?).ok();
    let span = end(&value[0]).zip(end(&value[1]));
    let span = span.and_then(|(start, end)| Span::new(start, end));
    if let Some(Ok(range)) = span.map(convert) {
        *value = json!([range.start, range.end]);
    }
}

fn entry(item: &Item<'_>, unit: OffsetUnit) -> io::Result<Value> {
    let mut document = value(item.document, unit)?;
    if let Some(Value::Array(attributions)) = document.get_mut("attributions") {
        keep(attributions, item.numbers());
    }
    Ok(json!({"file": item.name, "document": document}))
}

/// Leaves the attributions of these numbers, which ascend, and lets each name the next one around it that is left.
fn keep(attributions: &mut Vec<Value>, numbers: impl Iterator<Item = usize>) {
    let mut positions = vec![None; attributions.len()];
    for (kept, number) in numbers.enumerate() {
        positions[number] = Some(kept);
    }
    let around = |attribution: &Value| Some(attribution["within"].as_u64()? as usize);
    let outer: Vec<Option<usize>> = attributions.iter().map(around).collect();
    let mut number = 0;
    attributions.retain_mut(|attribution| {
        let mut chain = std::iter::successors(outer[number], |&next| outer[next]);
        attribution["within"] = json!(chain.find_map(|next| positions[next]));
        number += 1;
        positions[number - 1].is_some()
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_span_is_counted_in_the_unit() {
        let text =
            "🦀 “It holds,” said Ines Okoro, the chief engineer. “Is it « safe » 🦀?” she asked.";
        let document = quotation::QuoteDetector::new().detect(text);
        let units: Vec<u16> = text.encode_utf16().collect();
        let value = value(&document, OffsetUnit::Utf16).unwrap();
        let at = |span: &Value| {
            let end = |at: usize| span[at].as_u64().unwrap() as usize;
            String::from_utf16(&units[end(0)..end(1)]).unwrap()
        };
        let words = |span: &Value, words: &Value| assert_eq!(at(span), words.as_str().unwrap());
        for quote in value["quotes"].as_array().unwrap() {
            words(&quote["span"], &quote["text"]);
        }
        for one in value["attributions"].as_array().unwrap() {
            words(&one["source"]["span"], &one["source_text"]);
            words(&one["cue"]["spans"][0], &one["cue_text"]);
        }
        let okoro = &value["speakers"][0];
        words(&okoro["mentions"][0], &okoro["mention_texts"][0]);
        words(
            &okoro["descriptions"][0]["span"],
            &okoro["descriptions"][0]["text"],
        );
    }

    #[test]
    fn numbers_are_as_short_as_the_library_writes_them() {
        let document = quotation::QuoteDetector::new().detect("“It holds,” said Ines Okoro.");
        let written: Value =
            serde_json::from_str(&serde_json::to_string(&document).unwrap()).unwrap();
        assert_eq!(value(&document, OffsetUnit::Bytes).unwrap(), written);
        assert!(written["attributions"][0]["confidence"].to_string().len() < 12);
    }

    #[test]
    fn what_is_left_names_the_next_around_that_is_left() {
        let within = |outer: Option<usize>| json!({"within": outer});
        let mut attributions = [None, Some(0), Some(1), None].map(within).to_vec();
        keep(&mut attributions, [0, 2, 3].into_iter());
        assert_eq!(attributions, [None, Some(0), None].map(within));
    }
}
