//! A row an attribution: CSV, TSV and JSON lines, all with the same columns.
//!
//! | column | what it holds |
//! |---|---|
//! | `file` | where the text came from; after a `#` the part, such as a chapter of an EPUB |
//! | `kind` | `direct`, `mixed` or `indirect` |
//! | `speaker` | by the fullest name in the text; empty if nobody is known |
//! | `gender` | `female`, `male`, `neutral`, or empty if the text does not tell |
//! | `source` | the words that name the speaker beside the quotation |
//! | `cue` | the words that tell that something is quoted |
//! | `content` | what is quoted, ` … ` between its pieces |
//! | `start`, `end` | where it stands, in the unit that was asked for |
//! | `confidence` | from 0 to 1: that these are the source's words |
//! | `speaker_confidence` | from 0 to 1: that this speaker is whom the source means |
//! | `addressee` | who is spoken to |
//! | `before`, `after` | the sentence before and the sentence after |
//! | `words` | how many words the whole text has |
//! | `mode` | `speech`, `writing`, `thought` or `intent` |
//!
//! Content and sentences have single spaces for whatever white space the text has.

use std::io::{self, Write};

use quotation::{Attribution, Span, Speaker, TokenKind, Tokenizer};
use serde::{Deserialize, Serialize};

use crate::facts::{hull, joined, rounded};
use crate::item::{Counter, Item, OffsetUnit};

/// The names of the columns, in order.
pub const COLUMNS: [&str; 16] = [
    "file",
    "kind",
    "speaker",
    "gender",
    "source",
    "cue",
    "content",
    "start",
    "end",
    "confidence",
    "speaker_confidence",
    "addressee",
    "before",
    "after",
    "words",
    "mode",
];

/// An attribution as plain values.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs, reason = "the table above tells")]
pub struct Row {
    pub file: String,
    pub kind: String,
    pub speaker: Option<String>,
    pub gender: Option<String>,
    pub source: Option<String>,
    pub cue: Option<String>,
    pub content: String,
    pub start: Option<u64>,
    pub end: Option<u64>,
    pub confidence: f64,
    pub speaker_confidence: Option<f64>,
    pub addressee: Option<String>,
    pub before: Option<String>,
    pub after: Option<String>,
    pub words: u64,
    pub mode: Option<String>,
}

/// What a row has in a column; nothing where it is unknown.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Value<'r> {
    /// Words or a name.
    Text(Option<&'r str>),
    /// An offset or a number of words.
    Count(Option<u64>),
    /// From 0 to 1.
    Confidence(Option<f64>),
}

impl<'r> Value<'r> {
    /// The words, if it is of words.
    #[must_use]
    pub fn text(self) -> Option<&'r str> {
        match self {
            Value::Text(text) => text,
            _ => None,
        }
    }

    /// The count, if it is one.
    #[must_use]
    pub fn count(self) -> Option<u64> {
        match self {
            Value::Count(count) => count,
            _ => None,
        }
    }

    /// The confidence, if it is one.
    #[must_use]
    pub fn confidence(self) -> Option<f64> {
        match self {
            Value::Confidence(confidence) => confidence,
            _ => None,
        }
    }
}

/// The rows of an item, in text order.
#[must_use]
pub fn rows(item: &Item<'_>, unit: OffsetUnit) -> Vec<Row> {
    let text = item.document.text();
    let counter = Counter::new(item, unit);
    let words = count_words(text);
    let row = |attribution: Attribution<'_>| {
        let hull = hull(attribution.spans());
        let location = counter.count(hull);
        let part = location
            .as_ref()
            .and_then(|location| location.part.as_deref());
        let words_of = |span: Option<Span>| span.map(|span| joined(text, &[span]));
        Row {
            file: match part {
                Some(part) => format!("{}#{part}", item.name),
                None => item.name.to_owned(),
            },
            kind: attribution.kind().to_string(),
            speaker: attribution.speaker().map(|one| one.name().to_owned()),
            gender: attribution
                .speaker()
                .and_then(Speaker::gender)
                .map(|gender| gender.to_string()),
            source: words_of(attribution.source().map(|source| source.span())),
            cue: attribution.cue().map(|cue| joined(text, cue.spans())),
            content: joined(text, attribution.spans()),
            start: location.as_ref().map(|location| location.start as u64),
            end: location.as_ref().map(|location| location.end as u64),
            confidence: rounded(attribution.confidence()),
            speaker_confidence: attribution.speaker_confidence().map(rounded),
            addressee: attribution
                .addressee()
                .map(Speaker::name)
                .map(str::to_owned),
            before: words_of(attribution.sentence_before()),
            after: words_of(attribution.sentence_after()),
            words,
            mode: attribution.mode().map(|mode| mode.to_string()),
        }
    };
    item.attributions().map(row).collect()
}

/// How many words a text has, as the library's tokenizer counts them.
#[must_use]
pub fn count_words(text: &str) -> u64 {
    let is_word = |kind| {
        matches!(
            kind,
            TokenKind::Word | TokenKind::Abbreviation | TokenKind::Number
        )
    };
    let tokens = Tokenizer::new().tokens(text);
    tokens.filter(|token| is_word(token.kind())).count() as u64
}

impl Row {
    /// Sets a value by the name of its column, as it stands in a table. What is no number where one
    /// belongs counts as nothing, and other columns are none of a row's.
    pub fn set(&mut self, column: &str, value: &str) {
        let text = || (!value.is_empty()).then(|| value.to_owned());
        match column {
            "file" => self.file = value.to_owned(),
            "kind" => self.kind = value.to_owned(),
            "speaker" => self.speaker = text(),
            "gender" => self.gender = text(),
            "source" => self.source = text(),
            "cue" => self.cue = text(),
            "content" => self.content = value.to_owned(),
            "start" => self.start = value.parse().ok(),
            "end" => self.end = value.parse().ok(),
            "confidence" => self.confidence = value.parse().unwrap_or_default(),
            "speaker_confidence" => self.speaker_confidence = value.parse().ok(),
            "addressee" => self.addressee = text(),
            "before" => self.before = text(),
            "after" => self.after = text(),
            "words" => self.words = value.parse().unwrap_or_default(),
            "mode" => self.mode = text(),
            _ => {}
        }
    }

    /// What the row has in a column.
    ///
    /// # Panics
    ///
    /// If the name is none of [`COLUMNS`].
    #[must_use]
    pub fn value(&self, column: &str) -> Value<'_> {
        match column {
            "file" => Value::Text(Some(&self.file)),
            "kind" => Value::Text(Some(&self.kind)),
            "speaker" => Value::Text(self.speaker.as_deref()),
            "gender" => Value::Text(self.gender.as_deref()),
            "source" => Value::Text(self.source.as_deref()),
            "cue" => Value::Text(self.cue.as_deref()),
            "content" => Value::Text(Some(&self.content)),
            "start" => Value::Count(self.start),
            "end" => Value::Count(self.end),
            "confidence" => Value::Confidence(Some(self.confidence)),
            "speaker_confidence" => Value::Confidence(self.speaker_confidence),
            "addressee" => Value::Text(self.addressee.as_deref()),
            "before" => Value::Text(self.before.as_deref()),
            "after" => Value::Text(self.after.as_deref()),
            "words" => Value::Count(Some(self.words)),
            "mode" => Value::Text(self.mode.as_deref()),
            column => panic!("expected a column of attributions, found {column:?}"),
        }
    }

    /// The values as they stand in a table, in the order of [`COLUMNS`].
    #[must_use]
    pub fn values(&self) -> [String; 16] {
        COLUMNS.map(|column| match self.value(column) {
            Value::Text(text) => text.unwrap_or_default().to_owned(),
            Value::Count(count) => count.map(|count| count.to_string()).unwrap_or_default(),
            Value::Confidence(confidence) => {
                let shown = confidence.map(|confidence| confidence.to_string());
                shown.unwrap_or_default()
            }
        })
    }
}

/// How rows are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowForm {
    /// A JSON object a line.
    JsonLines,
    /// Values between commas, with a line of column names.
    Csv,
    /// Values between tabs, with a line of column names.
    Tsv,
}

impl RowForm {
    /// What stands above the rows.
    #[must_use]
    pub fn head(self) -> Vec<u8> {
        match self {
            RowForm::JsonLines => Vec::new(),
            RowForm::Csv | RowForm::Tsv => self.line(&COLUMNS),
        }
    }

    /// Writes rows, without what stands above them.
    ///
    /// # Errors
    ///
    /// Whatever error the output gives.
    pub fn write(self, rows: &[Row], output: &mut impl Write) -> io::Result<()> {
        for row in rows {
            match self {
                RowForm::JsonLines => {
                    serde_json::to_writer(&mut *output, row)?;
                    output.write_all(b"\n")?;
                }
                RowForm::Csv | RowForm::Tsv => output.write_all(&self.line(&row.values()))?,
            }
        }
        Ok(())
    }

    fn line<S: AsRef<[u8]>>(self, values: &[S]) -> Vec<u8> {
        let delimiter = if self == RowForm::Tsv { b'\t' } else { b',' };
        let mut writer = csv::WriterBuilder::new()
            .delimiter(delimiter)
            .from_writer(Vec::new());
        // Memory takes whatever is written to it.
        writer.write_record(values).expect("a record in memory");
        writer.into_inner().expect("a record in memory")
    }
}
