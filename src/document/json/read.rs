//! What is read: the offsets, and words and views beside them, which may be missing.

use std::borrow::Cow;

use serde::de::{Deserialize, Deserializer};

use super::{Unit, Version};
use crate::attribution::{AttributionData, AttributionId, Reason};
use crate::document::{Attribution, Description, DescriptionKind, Document, DocumentViews};
use crate::kinds::{
    AttributionKind, Gender, Genre, GrammaticalNumber, Modality, ReportMode, SpeakerKind, TextPart,
};
use crate::parts::{Cue, Mention, Speaker, SpeakerId};
use crate::quote::{Quote, QuoteId, QuoteKind, QuoteStyle};
use crate::span::Span;

/// A document as it was written down, by this crate or by anybody.
#[derive(serde::Deserialize)]
#[serde(rename = "Document", deny_unknown_fields)]
pub(in crate::document) struct Read {
    #[serde(rename = "version")]
    _version: Version,
    #[serde(rename = "unit")]
    _unit: Unit,
    text: String,
    genre: Genre,
    genre_confidence: Option<f32>,
    quotes: Vec<ReadQuote>,
    attributions: Vec<ReadAttribution>,
    speakers: Vec<ReadSpeaker>,
}

/// The fields of [`Quote`] in their order, and then what stands beside them.
#[derive(serde::Deserialize)]
#[serde(rename = "Quote", deny_unknown_fields)]
struct ReadQuote {
    span: Span,
    pieces: Vec<Span>,
    parent: Option<QuoteId>,
    depth: u32,
    opened: bool,
    closed: bool,
    kind: QuoteKind,
    style: QuoteStyle,
    #[serde(default)]
    text: Beside<String>,
    #[serde(default)]
    inner_text: Beside<String>,
}

/// The fields of [`AttributionData`] in their order, and then what stands beside them.
#[derive(serde::Deserialize)]
#[serde(rename = "Attribution", deny_unknown_fields)]
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
    text: Beside<String>,
    #[serde(default)]
    inner_text: Beside<String>,
    #[serde(default)]
    source_text: Beside<String>,
    #[serde(default)]
    cue_text: Beside<String>,
    #[serde(default)]
    part: Beside<TextPart>,
    #[serde(default)]
    within: Beside<AttributionId>,
}

/// The fields of [`Speaker`] in their order, and then what stands beside them.
#[derive(serde::Deserialize)]
#[serde(rename = "Speaker", deny_unknown_fields)]
struct ReadSpeaker {
    id: SpeakerId,
    kind: SpeakerKind,
    name: String,
    aliases: Vec<String>,
    gender: Option<Gender>,
    number: Option<GrammaticalNumber>,
    mentions: Vec<Span>,
    #[serde(default)]
    mention_texts: Beside<Vec<String>>,
    #[serde(default)]
    descriptions: Beside<Vec<ReadDescription>>,
}

#[derive(serde::Deserialize)]
#[serde(rename = "Description", deny_unknown_fields)]
struct ReadDescription {
    kind: DescriptionKind,
    span: Span,
    #[serde(default)]
    text: Option<String>,
}

/// What is written for people and for languages that count otherwise; nothing stands for it in formats that know
/// a field by its position.
struct Beside<T>(Option<T>);

impl<T> Default for Beside<T> {
    fn default() -> Beside<T> {
        Beside(None)
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Beside<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Beside<T>, D::Error> {
        match deserializer.is_human_readable() {
            true => Option::deserialize(deserializer).map(Beside),
            false => Ok(Beside(None)),
        }
    }
}

/// What was read beside the offsets, to be held against them.
pub(in crate::document) struct ReadBeside {
    quotes: Vec<[Beside<String>; 2]>,
    attributions: Vec<ReadView>,
    speakers: Vec<ReadNames>,
}

struct ReadView {
    words: [Beside<String>; 4],
    part: Beside<TextPart>,
    within: Beside<AttributionId>,
}

struct ReadNames {
    mentions: Beside<Vec<String>>,
    descriptions: Beside<Vec<ReadDescription>>,
}

impl Read {
    /// The document, which may be none that could have been written, and what stands beside its offsets.
    pub(in crate::document) fn into_document(self) -> (Document<'static>, ReadBeside) {
        let quotes = self.quotes.into_iter().map(ReadQuote::into_parts);
        let attributions = self.attributions.into_iter();
        let speakers = self.speakers.into_iter().map(ReadSpeaker::into_parts);
        let (quotes, quotes_beside) = quotes.unzip();
        let (attributions, attributions_beside) =
            attributions.map(ReadAttribution::into_parts).unzip();
        let (speakers, speakers_beside) = speakers.unzip();
        let document = Document {
            text: Cow::Owned(self.text),
            genre: self.genre,
            genre_confidence: self.genre_confidence,
            quotes,
            attributions,
            speakers,
            views: DocumentViews::default(),
        };
        let beside = ReadBeside {
            quotes: quotes_beside,
            attributions: attributions_beside,
            speakers: speakers_beside,
        };
        (document, beside)
    }
}

impl ReadQuote {
    fn into_parts(self) -> (Quote, [Beside<String>; 2]) {
        let quote = Quote {
            span: self.span,
            pieces: self.pieces,
            parent: self.parent,
            depth: self.depth,
            opened: self.opened,
            closed: self.closed,
            kind: self.kind,
            style: self.style,
        };
        (quote, [self.text, self.inner_text])
    }
}

impl ReadAttribution {
    fn into_parts(self) -> (AttributionData, ReadView) {
        let data = AttributionData {
            kind: self.kind,
            mode: self.mode,
            negated: self.negated,
            modality: self.modality,
            spans: self.spans.into(),
            quotes: self.quotes.into(),
            cue: self.cue,
            source: self.source,
            speaker: self.speaker,
            addressee: self.addressee,
            confidence: self.confidence,
            speaker_confidence: self.speaker_confidence,
            reasons: self.reasons.into(),
        };
        let view = ReadView {
            words: [self.text, self.inner_text, self.source_text, self.cue_text],
            part: self.part,
            within: self.within,
        };
        (data, view)
    }
}

impl ReadSpeaker {
    fn into_parts(self) -> (Speaker, ReadNames) {
        let speaker = Speaker {
            id: self.id,
            kind: self.kind,
            name: self.name,
            aliases: self.aliases,
            gender: self.gender,
            number: self.number,
            mentions: self.mentions.into(),
        };
        let names = ReadNames {
            mentions: self.mention_texts,
            descriptions: self.descriptions,
        };
        (speaker, names)
    }
}

type QuoteWords = for<'t> fn(&Quote, &'t str) -> Cow<'t, str>;
type AttributionWords = for<'d> fn(Attribution<'d>) -> Option<Cow<'d, str>>;

impl ReadBeside {
    /// The first thing that does not belong to the offsets, which must be known to be right.
    pub(in crate::document) fn check(&self, document: &Document<'_>) -> Result<(), String> {
        self.check_quotes(document)?;
        self.check_attributions(document)?;
        self.check_speakers(document)
    }

    fn check_quotes(&self, document: &Document<'_>) -> Result<(), String> {
        const FIELDS: [(&str, QuoteWords); 2] = [
            ("text", |quote, text| quote.text(text).into()),
            ("inner_text", |quote, text| quote.inner_text(text)),
        ];
        for (number, (quote, read)) in document.quotes().iter().zip(&self.quotes).enumerate() {
            for ((field, words), Beside(found)) in FIELDS.iter().zip(read) {
                let expected = || Some(words(quote, document.text()));
                check_words(found.as_deref(), expected)
                    .map_err(|problem| format!("quotes[{number}].{field}: {problem}"))?;
            }
        }
        Ok(())
    }

    fn check_attributions(&self, document: &Document<'_>) -> Result<(), String> {
        const FIELDS: [(&str, AttributionWords); 4] = [
            ("text", |one| Some(one.text())),
            ("inner_text", |one| Some(one.inner_text())),
            ("source_text", |one| one.source_text().map(Cow::Borrowed)),
            ("cue_text", |one| one.cue_text()),
        ];
        let count = self.attributions.len();
        for (number, (one, read)) in document.attributions().zip(&self.attributions).enumerate() {
            for ((field, words), Beside(found)) in FIELDS.iter().zip(&read.words) {
                check_words(found.as_deref(), || words(one))
                    .map_err(|problem| format!("attributions[{number}].{field}: {problem}"))?;
            }
            if let Beside(Some(outer)) = read.within
                && (outer.index() >= count || outer == one.id())
            {
                return Err(format!(
                    "attributions[{number}].within: there is no other attribution {} among {count}",
                    outer.index()
                ));
            }
        }
        Ok(())
    }

    fn check_speakers(&self, document: &Document<'_>) -> Result<(), String> {
        for (number, (speaker, read)) in document.speakers().iter().zip(&self.speakers).enumerate()
        {
            if let Beside(Some(texts)) = &read.mentions {
                let spans = speaker.mentions();
                if texts.len() != spans.len() {
                    return Err(format!(
                        "speakers[{number}].mention_texts: expected one for each of {} mentions, found {}",
                        spans.len(),
                        texts.len()
                    ));
                }
                for (i, (text, &span)) in texts.iter().zip(spans).enumerate() {
                    check_words(Some(text), || Some(document.text()[span].into())).map_err(
                        |problem| format!("speakers[{number}].mention_texts[{i}]: {problem}"),
                    )?;
                }
            }
            let mut before = Span::default();
            for (i, read) in read.descriptions.0.iter().flatten().enumerate() {
                document
                    .check_span(read.span)
                    .and_then(|()| match read.span < before {
                        true => Err("it is out of order".to_owned()),
                        false => check_words(read.text.as_deref(), || {
                            Some(document.text()[read.span].into())
                        }),
                    })
                    .map_err(|problem| {
                        format!("speakers[{number}].descriptions[{i}]: {problem}")
                    })?;
                before = read.span;
            }
        }
        Ok(())
    }

    /// The parts of the text and the descriptions as they were read, so that a later version, which may tell
    /// others, gives these; nothing where one is missing.
    pub(in crate::document) fn into_structure(self) -> DocumentViews {
        let parts = self.attributions.into_iter().map(|view| view.part.0);
        let descriptions = self.speakers.into_iter().map(|read| {
            let description = |one: ReadDescription| Description::new(one.kind, one.span);
            Some(read.descriptions.0?.into_iter().map(description).collect())
        });
        DocumentViews::of(parts.collect(), descriptions.collect())
    }
}

/// Holds words that were read to those that the offsets stand for.
fn check_words<'d>(
    found: Option<&str>,
    expected: impl FnOnce() -> Option<Cow<'d, str>>,
) -> Result<(), String> {
    let Some(found) = found else {
        return Ok(());
    };
    match expected() {
        Some(expected) if expected == found => Ok(()),
        Some(expected) => Err(format!("expected the words of its spans, {expected:?}")),
        None => Err("expected null, since there are no spans".to_owned()),
    }
}
