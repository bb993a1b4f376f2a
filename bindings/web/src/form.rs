//! The forms in which a text with its quotations is written.

use std::io::{self, Write};
use std::str::FromStr;

use quotation_formats::html::Page;
use quotation_formats::row::{self, RowForm};
use quotation_formats::{Item, OffsetUnit, conll, json, jsonld, ssml, tei};

/// Those of the program's forms that are one file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    Json,
    Rows(RowForm),
    Html,
    Tei,
    JsonLd,
    Conll,
    Ssml,
}

/// By their names, which are the program's.
const FORMS: [(&str, Form); 9] = [
    ("json", Form::Json),
    ("jsonl", Form::Rows(RowForm::JsonLines)),
    ("csv", Form::Rows(RowForm::Csv)),
    ("tsv", Form::Rows(RowForm::Tsv)),
    ("html", Form::Html),
    ("tei", Form::Tei),
    ("jsonld", Form::JsonLd),
    ("conll", Form::Conll),
    ("ssml", Form::Ssml),
];

impl FromStr for Form {
    type Err = String;

    fn from_str(name: &str) -> Result<Form, String> {
        let found = FORMS.iter().find(|(known, _)| *known == name);
        found.map(|&(_, form)| form).ok_or_else(|| {
            let names = FORMS.map(|(name, _)| name).join(", ");
            format!("form {name:?}: expected one of {names}")
        })
    }
}

impl Form {
    /// Writes one item.
    pub(crate) fn write(
        self,
        item: &Item<'_>,
        unit: OffsetUnit,
        output: &mut impl Write,
    ) -> io::Result<()> {
        match self {
            Form::Json => {
                let mut writer = json::Writer::new(output, unit);
                writer.write(item)?;
                writer.finish()
            }
            Form::Rows(form) => {
                output.write_all(&form.head())?;
                form.write(&row::rows(item, unit), output)
            }
            Form::Html => {
                let mut page = Page::new();
                page.add(item);
                page.write(output)
            }
            Form::Tei => tei::write(item, output),
            Form::JsonLd => {
                let mut writer = jsonld::Writer::new(output)?;
                writer.write(item)?;
                writer.finish()
            }
            Form::Conll => conll::write(item, output),
            Form::Ssml => ssml::write(item, output),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_form_is_written() {
        let document = quotation::QuoteDetector::new().detect("“It holds,” said Ines Okoro.");
        let item = Item::new("a.txt", &document);
        for (name, _) in FORMS {
            let mut output = Vec::new();
            let form: Form = name.parse().unwrap();
            form.write(&item, OffsetUnit::Utf16, &mut output).unwrap();
            let written = String::from_utf8(output).unwrap();
            assert!(written.contains("It holds"), "{name}: {written}");
        }
    }

    #[test]
    fn a_wrong_name_is_told_the_right_ones() {
        let message = "word".parse::<Form>().unwrap_err();
        assert!(message.starts_with("form \"word\": expected one of json, jsonl, csv"));
    }
}
