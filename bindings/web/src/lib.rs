//! The library [`quotation`] in browsers and in Node.
//!
//! `QuoteDetector` is all that JavaScript sees; `types.d.ts` beside this file says what goes in and comes out.
//! Texts come as strings of UTF-16 and results go back as plain objects, whose offsets count UTF-16 units. A
//! surrogate that stands alone is read as U+FFFD, which is one unit as well, so that no offset moves.

mod form;

use std::str::FromStr;

use quotation::QuoteDetectorBuilder;
use quotation_formats::{Item, OffsetUnit, json};
use wasm_bindgen::prelude::*;

use form::Form;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("types.d.ts");

#[wasm_bindgen]
extern "C" {
    /// What the caller knows beforehand.
    #[wasm_bindgen(typescript_type = "DetectorOptions")]
    pub type DetectorOptions;

    /// What was found in a text.
    #[wasm_bindgen(typescript_type = "Document")]
    pub type Document;

    /// The name of a form.
    #[wasm_bindgen(typescript_type = "Form")]
    pub type FormName;

    /// The name of a unit.
    #[wasm_bindgen(typescript_type = "OffsetUnit")]
    pub type UnitName;
}

/// Finds the quotations of texts, with their cues, sources and speakers.
#[wasm_bindgen]
#[derive(Debug)]
pub struct QuoteDetector {
    detector: quotation::QuoteDetector,
}

#[wasm_bindgen]
impl QuoteDetector {
    /// A detector of English; the options say what is known beforehand.
    ///
    /// @throws an `Error` that names the option that is wrong and says what was expected
    #[wasm_bindgen(constructor)]
    pub fn new(options: Option<DetectorOptions>) -> Result<QuoteDetector, JsError> {
        let options = match options {
            // What JSON does not know, such as a function, is none of an option's values.
            Some(options) => js_sys::JSON::stringify(&options)
                .ok()
                .and_then(|json| json.as_string())
                .ok_or_else(|| JsError::new("options: expected an object"))?,
            None => "{}".to_owned(),
        };
        let detector = detector(&options).map_err(|what| JsError::new(&what))?;
        Ok(QuoteDetector { detector })
    }

    /// Finds the quotations of a text. Every text can be read, whatever it holds.
    pub fn detect(&self, text: &str) -> Result<Document, JsError> {
        let document = self.detector.detect(text);
        let json = json::value(&document, OffsetUnit::Utf16)?.to_string();
        let value = js_sys::JSON::parse(&json).map_err(|_| JsError::new("no JSON"))?;
        Ok(value.unchecked_into())
    }

    /// Writes a text with its quotations in one of the forms that the program `quotation` writes.
    ///
    /// @param name - what stands for the text's file
    /// @param offsets - what the offsets in tables and JSON count; UTF-16 units if nothing is said
    /// @throws an `Error` if there is no such form or unit
    pub fn write(
        &self,
        text: &str,
        form: FormName,
        name: Option<String>,
        offsets: Option<UnitName>,
    ) -> Result<String, JsError> {
        let form = form.as_string().unwrap_or_default();
        let form = Form::from_str(&form).map_err(|what| JsError::new(&what))?;
        let unit = match offsets {
            Some(name) => unit(&name.as_string().unwrap_or_default()),
            None => Ok(OffsetUnit::Utf16),
        };
        let unit = unit.map_err(|what| JsError::new(&what))?;
        let document = self.detector.detect(text);
        let name = name.unwrap_or_else(|| "text".to_owned());
        let mut output = Vec::new();
        form.write(&Item::new(&name, &document), unit, &mut output)?;
        Ok(String::from_utf8(output)?)
    }
}

/// A detector of what a builder's table in JSON says.
fn detector(options: &str) -> Result<quotation::QuoteDetector, String> {
    let builder: QuoteDetectorBuilder = serde_json::from_str(options).map_err(|error| {
        let what = error.to_string();
        // The caller has no JSON in which that would be a position.
        what.rsplit_once(" at line ")
            .map_or(what.as_str(), |(what, _)| what)
            .to_owned()
    })?;
    builder.build().map_err(|error| error.to_string())
}

fn unit(name: &str) -> Result<OffsetUnit, String> {
    match name {
        "bytes" => Ok(OffsetUnit::Bytes),
        "characters" => Ok(OffsetUnit::Characters),
        "utf-16" => Ok(OffsetUnit::Utf16),
        other => Err(format!(
            "offsets {other:?}: expected bytes, characters or utf-16"
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::{detector, unit};

    #[test]
    fn options_are_those_of_the_builder() {
        let options =
            r#"{"cast": [{"name": "Ines Okoro", "aliases": ["the engineer"]}], "genre": "news"}"#;
        let document = detector(options).unwrap();
        let document = document.detect("“It holds,” said the engineer.");
        assert_eq!(document.speakers()[0].name(), "Ines Okoro");
    }

    #[test]
    fn what_is_wrong_is_said_without_a_position_in_json() {
        let message = |options| detector(options).unwrap_err();
        assert!(message(r#"{"kinds": ["quoted"]}"#).starts_with("unknown variant `quoted`"));
        assert!(message(r#"{"casts": []}"#).starts_with("unknown field `casts`"));
        for options in [
            r#"{"kinds": ["quoted"]}"#,
            r#"{"cast": [{"name": " "}]}"#,
            "7",
        ] {
            assert!(!message(options).contains(" at line "), "{options}");
        }
        assert!(
            message(
                r#"{"cast": [{"name": "A", "narrator": true}, {"name": "B", "narrator": true}]}"#
            )
            .contains("one narrator at most")
        );
    }

    #[test]
    fn units_have_names() {
        assert!(unit("utf-16").is_ok());
        assert!(unit("UTF-16").unwrap_err().contains("expected bytes"));
    }
}
