//! The form in which documents are written and read.

use std::borrow::Cow;

use serde::de::{Deserialize, Deserializer, Error};
use serde::ser::{Serialize, Serializer};

use super::{Attribution, Document, Structure};
use crate::attribution::{AttributionData, Reason};
use crate::kinds::{AttributionKind, Genre, Modality, ReportMode};
use crate::parts::{Cue, Mention, Speaker, SpeakerId};
use crate::quote::{Quote, QuoteId};
use crate::span::Span;

/// The version of the form; greater where a reader of the one before would misread it.
const VERSION: u32 = 1;

/// What offsets count.
#[derive(serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Unit {
    Bytes,
}

impl Serialize for Document<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let has_words = serializer.is_human_readable();
        let written = Written {
            version: VERSION,
            unit: Unit::Bytes,
            text: &self.text,
            genre: self.genre,
            genre_confidence: self.genre_confidence,
            quotes: &self.quotes,
            attributions: WrittenAttributions {
                document: self,
                has_words,
            },
            speakers: &self.speakers,
        };
        written.serialize(serializer)
    }
}

#[derive(serde::Serialize)]
#[serde(rename = "Document")]
struct Written<'a> {
    version: u32,
    unit: Unit,
    text: &'a str,
    genre: Genre,
    genre_confidence: Option<f32>,
    quotes: &'a [Quote],
    attributions: WrittenAttributions<'a>,
    speakers: &'a [Speaker],
}

struct WrittenAttributions<'a> {
    document: &'a Document<'a>,
    /// Programs that know a field by its place have the offsets alone.
    has_words: bool,
}

impl Serialize for WrittenAttributions<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.has_words {
            true => serializer.collect_seq(self.document.attributions().map(WithWords::new)),
            false => self.document.attributions.serialize(serializer),
        }
    }
}

/// An attribution with the words that its offsets stand for.
#[derive(serde::Serialize)]
struct WithWords<'a> {
    text: Cow<'a, str>,
    source_text: Option<&'a str>,
    cue_text: Option<Cow<'a, str>>,
    #[serde(flatten)]
    data: &'a AttributionData,
}

impl<'a> WithWords<'a> {
    fn new(attribution: Attribution<'a>) -> WithWords<'a> {
        WithWords {
            text: attribution.text(),
            source_text: attribution.source_text(),
            cue_text: attribution.cue_text(),
            data: attribution.data,
        }
    }
}

/// A document as it was written down, by this crate or by anybody.
#[derive(serde::Deserialize)]
#[serde(rename = "Document", deny_unknown_fields)]
pub(super) struct Read {
    #[serde(rename = "version")]
    _version: Version,
    #[serde(rename = "unit")]
    _unit: Unit,
    text: String,
    genre: Genre,
    genre_confidence: Option<f32>,
    quotes: Vec<Quote>,
    attributions: Vec<ReadAttribution>,
    speakers: Vec<Speaker>,
}

/// The fields of [`AttributionData`] in their order, and then the words.
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct ReadAttribution {
    kind: AttributionKind,
    mode: Option<ReportMode>,
    negated: bool,
    modality: Option<Modality>,
    spans: Vec<Span>,
    quotes: Vec<QuoteId>,
    cue: Option<Cue>,
    source: Option<Mention>,
    speaker: Option<SpeakerId>,
    addressee: Option<SpeakerId>,
    confidence: f32,
    speaker_confidence: Option<f32>,
    reasons: Vec<Reason>,
    #[serde(default)]
    text: Words,
    #[serde(default)]
    source_text: Words,
    #[serde(default)]
    cue_text: Words,
}

/// The words of an attribution, as they were written: content, source, cue.
pub(super) type ReadWords = [(&'static str, Words); 3];

impl Read {
    /// The document, which may be none that could have been written, and the words of its attributions.
    pub(super) fn into_document(self) -> (Document<'static>, Vec<ReadWords>) {
        let (attributions, words) = self
            .attributions
            .into_iter()
            .map(ReadAttribution::into_parts)
            .unzip();
        let document = Document {
            text: Cow::Owned(self.text),
            genre: self.genre,
            genre_confidence: self.genre_confidence,
            quotes: self.quotes,
            attributions,
            speakers: self.speakers,
            structure: Structure::default(),
        };
        (document, words)
    }
}

impl ReadAttribution {
    fn into_parts(self) -> (AttributionData, ReadWords) {
        let data = AttributionData {
            kind: self.kind,
            mode: self.mode,
            negated: self.negated,
            modality: self.modality,
            spans: self.spans,
            quotes: self.quotes,
            cue: self.cue,
            source: self.source,
            speaker: self.speaker,
            addressee: self.addressee,
            confidence: self.confidence,
            speaker_confidence: self.speaker_confidence,
            reasons: self.reasons,
        };
        let words = [
            ("text", self.text),
            ("source_text", self.source_text),
            ("cue_text", self.cue_text),
        ];
        (data, words)
    }
}

/// The first words that are not those of the offsets beside them. The offsets must be known to be right.
pub(super) fn check_words(document: &Document<'_>, words: &[ReadWords]) -> Result<(), String> {
    for (number, (attribution, read)) in document.attributions().zip(words).enumerate() {
        let WithWords {
            text,
            source_text,
            cue_text,
            ..
        } = WithWords::new(attribution);
        let expected = [Some(text), source_text.map(Cow::Borrowed), cue_text];
        for ((field, Words(found)), expected) in read.iter().zip(expected) {
            if found.is_some() && found.as_deref() != expected.as_deref() {
                return Err(format!(
                    "attributions[{number}].{field}: expected the words of its spans, {expected:?}"
                ));
            }
        }
    }
    Ok(())
}

/// Words that are written for people and for languages that count otherwise; nothing stands for them in
/// formats that know a field by its place.
#[derive(Default)]
pub(super) struct Words(Option<String>);

impl<'de> Deserialize<'de> for Words {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Words, D::Error> {
        match deserializer.is_human_readable() {
            true => Option::deserialize(deserializer).map(Words),
            false => Ok(Words(None)),
        }
    }
}

struct Version;

impl<'de> Deserialize<'de> for Version {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Version, D::Error> {
        match u32::deserialize(deserializer)? {
            VERSION => Ok(Version),
            found => Err(D::Error::custom(format_args!(
                "version: expected {VERSION}, found {found}"
            ))),
        }
    }
}
