//! What is written: the offsets, and in formats that people read the words and views beside them.

use std::borrow::Cow;

use serde::ser::{Serialize, Serializer};

use super::{Unit, VERSION};
use crate::attribution::{AttributionData, AttributionId};
use crate::document::{Attribution, Description, DescriptionKind, Document};
use crate::kinds::{Genre, TextPart};
use crate::parts::Speaker;
use crate::quote::Quote;
use crate::span::Span;

/// Words of quotes that stand in as many others, and of attributions that consist of such, are not written: the
/// text would be written once for each level. Nobody quotes so deep.
const DEEPEST: usize = 8;

impl Serialize for Document<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if serializer.is_human_readable() {
            let quotes = self.quotes.iter();
            let speakers = self.speakers.iter();
            let words = Written::new(
                self,
                List(quotes.map(|quote| QuoteWithWords::new(self, quote))),
                List(self.attributions().map(AttributionWithWords::new)),
                List(speakers.map(|speaker| SpeakerWithWords::new(self, speaker))),
            );
            words.serialize(serializer)
        } else {
            // Programs that know a field by its position have the offsets alone.
            Written::new(self, &self.quotes, &self.attributions, &self.speakers)
                .serialize(serializer)
        }
    }
}

#[derive(serde::Serialize)]
#[serde(rename = "Document")]
struct Written<'a, Quotes, Attributions, Speakers> {
    version: u32,
    unit: Unit,
    text: &'a str,
    genre: Genre,
    genre_confidence: Option<f32>,
    quotes: Quotes,
    attributions: Attributions,
    speakers: Speakers,
}

impl<'a, Q, A, S> Written<'a, Q, A, S> {
    fn new(document: &'a Document<'_>, quotes: Q, attributions: A, speakers: S) -> Self {
        Written {
            version: VERSION,
            unit: Unit::Bytes,
            text: &document.text,
            genre: document.genre,
            genre_confidence: document.genre_confidence,
            quotes,
            attributions,
            speakers,
        }
    }
}

/// Items that are made as they are written.
struct List<I>(I);

impl<I: Iterator<Item: Serialize> + Clone> Serialize for List<I> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.clone())
    }
}

/// A quote with its words, with and without its marks.
#[derive(serde::Serialize)]
struct QuoteWithWords<'a> {
    text: Option<&'a str>,
    inner_text: Option<Cow<'a, str>>,
    #[serde(flatten)]
    quote: &'a Quote,
}

impl<'a> QuoteWithWords<'a> {
    fn new(document: &'a Document<'_>, quote: &'a Quote) -> QuoteWithWords<'a> {
        let text = Some(document.text()).filter(|_| quote.depth() < DEEPEST);
        QuoteWithWords {
            text: text.map(|text| quote.text(text)),
            inner_text: text.map(|text| quote.inner_text(text)),
            quote,
        }
    }
}

/// An attribution with the words that its offsets stand for, and its position in the text.
#[derive(serde::Serialize)]
struct AttributionWithWords<'a> {
    text: Option<Cow<'a, str>>,
    inner_text: Option<Cow<'a, str>>,
    source_text: Option<&'a str>,
    cue_text: Option<Cow<'a, str>>,
    part: TextPart,
    within: Option<AttributionId>,
    #[serde(flatten)]
    data: &'a AttributionData,
}

impl<'a> AttributionWithWords<'a> {
    fn new(attribution: Attribution<'a>) -> AttributionWithWords<'a> {
        let depth = attribution.quotes().next().map_or(0, Quote::depth);
        let content = Some(attribution).filter(|_| depth < DEEPEST);
        AttributionWithWords {
            text: content.map(Attribution::text),
            inner_text: content.map(Attribution::inner_text),
            source_text: attribution.source_text(),
            cue_text: attribution.cue_text(),
            part: attribution.part(),
            within: attribution.within().map(Attribution::id),
            data: attribution.data,
        }
    }
}

/// A speaker with the words of each mention and what they are called besides.
#[derive(serde::Serialize)]
struct SpeakerWithWords<'a> {
    mention_texts: Vec<&'a str>,
    descriptions: Vec<DescriptionWithWords<'a>>,
    #[serde(flatten)]
    speaker: &'a Speaker,
}

#[derive(serde::Serialize)]
struct DescriptionWithWords<'a> {
    text: &'a str,
    kind: DescriptionKind,
    span: Span,
}

impl<'a> SpeakerWithWords<'a> {
    fn new(document: &'a Document<'_>, speaker: &'a Speaker) -> SpeakerWithWords<'a> {
        let text = document.text();
        let with_words = |one: &Description| DescriptionWithWords {
            text: &text[one.span()],
            kind: one.kind(),
            span: one.span(),
        };
        SpeakerWithWords {
            mention_texts: speaker.mentions().iter().map(|&span| &text[span]).collect(),
            descriptions: document
                .descriptions(speaker.id())
                .iter()
                .map(with_words)
                .collect(),
            speaker,
        }
    }
}
