//! Analysis a document back, with all that a document promises checked.

use std::borrow::Cow;

use serde::de::{Deserialize, Deserializer, Error};

use super::Document;
use crate::attribution::AttributionData;
use crate::parts::Speaker;
use crate::quote::{Quote, QuoteId};
use crate::span::Span;

/// A document as it was written down, by this crate or by anybody.
#[derive(serde::Deserialize)]
struct Unchecked {
    text: String,
    quotes: Vec<Quote>,
    attributions: Vec<AttributionData>,
    speakers: Vec<Speaker>,
}

impl<'de> Deserialize<'de> for Document<'_> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let read = Unchecked::deserialize(deserializer)?;
        read.check().map_err(D::Error::custom)?;
        Ok(Document {
            text: Cow::Owned(read.text),
            quotes: read.quotes,
            attributions: read.attributions,
            speakers: read.speakers,
        })
    }
}

/// The first thing that is wrong, and where.
type Checked = Result<(), String>;

impl Unchecked {
    fn check(&self) -> Checked {
        let mut last = 0;
        for (i, quote) in self.quotes.iter().enumerate() {
            self.check_quote(i, quote)
                .and_then(|()| check_order(&mut last, quote.span().start(), quote.span()))
                .map_err(|problem| format!("quotes[{i}]: {problem}"))?;
        }
        let mut last = 0;
        for (i, attribution) in self.attributions.iter().enumerate() {
            self.check_attribution(attribution)
                .map_err(|problem| format!("attributions[{i}].{problem}"))?;
            let first = attribution.spans[0];
            check_order(&mut last, first.start(), first)
                .map_err(|problem| format!("attributions[{i}].spans[0]: {problem}"))?;
        }
        for (i, speaker) in self.speakers.iter().enumerate() {
            if speaker.id.index() != i {
                let found = speaker.id.index();
                return Err(format!("speakers[{i}].id: expected {i}, found {found}"));
            }
            let mut last = 0;
            for (j, &span) in speaker.mentions.iter().enumerate() {
                self.check_span(span)
                    .and_then(|()| check_order(&mut last, span.start(), span))
                    .map_err(|problem| format!("speakers[{i}].mentions[{j}]: {problem}"))?;
            }
        }
        Ok(())
    }

    fn check_quote(&self, index: usize, quote: &Quote) -> Checked {
        self.check_span(quote.span())?;
        self.check_spans(quote.pieces())
            .map_err(|problem| format!("pieces{problem}"))?;
        if !quote
            .pieces()
            .iter()
            .all(|&piece| quote.span().contains(piece))
        {
            return Err("a piece lies outside its span".to_owned());
        }
        let depth = match quote.parent().map(QuoteId::index) {
            None => 0,
            Some(parent) if parent >= index => {
                return Err(format!("parent {parent} does not come before it"));
            }
            Some(parent) if !self.quotes[parent].span().contains(quote.span()) => {
                return Err(format!("parent {parent} does not contain it"));
            }
            Some(parent) => self.quotes[parent].depth() + 1,
        };
        if quote.depth() != depth {
            let found = quote.depth();
            return Err(format!("expected depth {depth}, found {found}"));
        }
        Ok(())
    }

    fn check_attribution(&self, attribution: &AttributionData) -> Checked {
        check_any(&attribution.spans).map_err(|problem| format!("spans{problem}"))?;
        self.check_spans(&attribution.spans)
            .map_err(|problem| format!("spans{problem}"))?;
        for (i, id) in attribution.quotes.iter().enumerate() {
            let (index, known) = (id.index(), self.quotes.len());
            if index >= known {
                return Err(format!(
                    "quotes[{i}]: there is no quote {index} among {known}"
                ));
            }
            if i > 0 && attribution.quotes[i - 1] >= *id {
                return Err(format!("quotes[{i}]: quote {index} is out of order"));
            }
        }
        if let Some(cue) = &attribution.cue {
            check_any(cue.spans()).map_err(|problem| format!("cue.spans{problem}"))?;
            self.check_spans(cue.spans())
                .map_err(|problem| format!("cue.spans{problem}"))?;
        }
        if let Some(source) = attribution.source {
            self.check_span(source.span())
                .map_err(|problem| format!("source.span: {problem}"))?;
        }
        let persons = [
            ("speaker", attribution.speaker),
            ("addressee", attribution.addressee),
        ];
        for (role, id) in persons {
            if let Some(id) = id
                && id.index() >= self.speakers.len()
            {
                let (index, known) = (id.index(), self.speakers.len());
                return Err(format!("{role}: there is no speaker {index} among {known}"));
            }
        }
        if !(0.0..=1.0).contains(&attribution.confidence) {
            let found = attribution.confidence;
            return Err(format!(
                "confidence: expected one between 0 and 1, found {found}"
            ));
        }
        Ok(())
    }

    /// Spans in text order that share no byte.
    fn check_spans(&self, spans: &[Span]) -> Checked {
        let mut last = 0;
        for (i, &span) in spans.iter().enumerate() {
            self.check_span(span)
                .and_then(|()| check_order(&mut last, span.end(), span))
                .map_err(|problem| format!("[{i}]: {problem}"))?;
        }
        Ok(())
    }

    fn check_span(&self, span: Span) -> Checked {
        let (start, end) = (span.start(), span.end());
        let len = self.text.len();
        if end > len {
            return Err(format!(
                "span [{start}, {end}] lies beyond the text, which has {len} bytes"
            ));
        }
        if !self.text.is_char_boundary(start) || !self.text.is_char_boundary(end) {
            return Err(format!("span [{start}, {end}] cuts a character"));
        }
        Ok(())
    }
}

fn check_any(spans: &[Span]) -> Checked {
    match spans {
        [] => Err(": expected at least one, found none".to_owned()),
        _ => Ok(()),
    }
}

/// Refuses a span that starts before `last`, and moves `last` on to `next`.
fn check_order(last: &mut usize, next: usize, span: Span) -> Checked {
    if span.start() < *last {
        let (start, end) = (span.start(), span.end());
        return Err(format!("span [{start}, {end}] is out of order"));
    }
    *last = next;
    Ok(())
}
