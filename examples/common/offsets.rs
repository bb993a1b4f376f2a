//! Offsets in other units than bytes, for readers whose strings are counted otherwise.

use quotation::{Offsets, Span};
use serde_json::{Value, json};

/// What offsets count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Unit {
    /// Bytes of UTF-8, as Rust and Go count.
    #[default]
    Bytes,
    /// Characters, as Python counts.
    Characters,
    /// UTF-16 units, as JavaScript, Java and C# count.
    #[value(name = "utf-16")]
    Utf16,
}

impl Unit {
    /// Counts every span in `value` in this unit: those of the fields that hold spans.
    pub(crate) fn convert(self, value: &mut Value, offsets: &Offsets<'_>) {
        match value {
            Value::Array(items) => {
                for item in items {
                    self.convert(item, offsets);
                }
            }
            Value::Object(fields) => {
                if let Some(unit) = fields.get_mut("unit") {
                    *unit = json!(self.name());
                }
                for (name, field) in fields {
                    match name.as_str() {
                        "span" | "spans" | "pieces" | "mentions" | "cue" | "source" => {
                            self.convert_spans(field, offsets);
                        }
                        _ => self.convert(field, offsets),
                    }
                }
            }
            _ => {}
        }
    }

    fn convert_spans(self, value: &mut Value, offsets: &Offsets<'_>) {
        if let Ok(span) = serde_json::from_value::<Span>(value.clone()) {
            let range = match self {
                Unit::Bytes => Ok(span.range()),
                Unit::Characters => offsets.chars(span),
                Unit::Utf16 => offsets.utf16(span),
            };
            let range = range.expect("a span of this text");
            *value = json!([range.start, range.end]);
        } else if let Value::Array(items) = value {
            for item in items {
                self.convert_spans(item, offsets);
            }
        } else {
            self.convert(value, offsets);
        }
    }

    fn name(self) -> &'static str {
        match self {
            Unit::Bytes => "bytes",
            Unit::Characters => "characters",
            Unit::Utf16 => "utf-16",
        }
    }
}
