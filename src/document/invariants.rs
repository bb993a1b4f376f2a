//! What holds for every document. Reading one back checks it all.
//!
//! * Every span lies within the text, on character boundaries, and is not empty.
//! * Quotes stand in the order of their starts, the outer before the inner, each once. Two quotes that
//!   share a byte are nested: the parent of a quote is the innermost one around it, and its depth is one
//!   more than the parent's. A quote in marks is opened or closed.
//! * The pieces of a quote, where it has several, begin and end where it does, in order, and share no byte.
//! * Attributions stand in the order of their first spans; no two of them are the same words from the
//!   same source by the same cue. The spans of each are in order and share no byte, as are those of its
//!   cue; its quotes are quotes of the document in ascending order, its speaker and its addressee speakers
//!   of the document.
//! * Words beside offsets are those that stand there; descriptions stand in order; the attribution that another is
//!   said to stand within is one of the document.
//! * Confidences lie between 0 and 1, weights are finite; there is a confidence of the speaker exactly where
//!   there is a speaker.
//! * Speakers are numbered by their positions and have a name. The mentions of each stand in order, each
//!   once.

use serde::de::{Deserialize, Deserializer, Error};

use super::Document;
use super::json::Read;
use crate::attribution::AttributionData;
use crate::parts::Speaker;
use crate::quote::{Quote, QuoteId};
use crate::span::Span;

impl<'de> Deserialize<'de> for Document<'_> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let (mut document, beside) = Read::deserialize(deserializer)?.into_document();
        document
            .check()
            .and_then(|()| beside.check(&document))
            .map_err(D::Error::custom)?;
        document.views = beside.into_structure();
        Ok(document)
    }
}

/// The first thing that is wrong, and where.
type Checked = Result<(), String>;

impl Document<'_> {
    fn check(&self) -> Checked {
        match self.genre_confidence {
            Some(found) if !(0.0..=1.0).contains(&found) => {
                return Err(format!(
                    "genre_confidence: expected one between 0 and 1, found {found}"
                ));
            }
            _ => self.check_quotes()?,
        }
        self.check_attributions()?;
        for (i, speaker) in self.speakers.iter().enumerate() {
            self.check_speaker(i, speaker)
                .map_err(|problem| format!("speakers[{i}].{problem}"))?;
        }
        Ok(())
    }

    fn check_quotes(&self) -> Checked {
        // The quotes around the current one, the innermost last.
        let mut around: Vec<usize> = Vec::new();
        for (i, quote) in self.quotes.iter().enumerate() {
            let span = quote.span();
            while around
                .pop_if(|&mut outer| self.quotes[outer].span().end() <= span.start())
                .is_some()
            {}
            let before = i.checked_sub(1).map(|before| self.quotes[before].span());
            self.check_span(span)
                .and_then(|()| match before {
                    Some(before) if order(before) == order(span) => Err(twice(span)),
                    Some(before) if order(before) > order(span) => Err(out_of_order(span)),
                    _ => self.check_quote(quote, around.last().copied()),
                })
                .map_err(|problem| format!("quotes[{i}]: {problem}"))?;
            around.push(i);
        }
        Ok(())
    }

    /// Checks a quote whose position among the others is right, beside the innermost one around it.
    fn check_quote(&self, quote: &Quote, around: Option<usize>) -> Checked {
        if let Some(outer) = around
            && !self.quotes[outer].span().contains(quote.span())
        {
            return Err(format!("it crosses the end of quote {outer}"));
        }
        let parent = quote.parent().map(QuoteId::index);
        if parent != around {
            let (expected, found) = (named(around), named(parent));
            return Err(format!("expected parent {expected}, found {found}"));
        }
        let depth = around.map_or(0, |outer| self.quotes[outer].depth() + 1);
        if quote.depth() != depth {
            let found = quote.depth();
            return Err(format!("expected depth {depth}, found {found}"));
        }
        if quote.style().has_marks() && !quote.is_opened() && !quote.is_closed() {
            return Err("it is neither opened nor closed".to_owned());
        }
        self.check_spans(quote.pieces())
            .map_err(|problem| format!("pieces{problem}"))?;
        let (first, last) = (quote.pieces()[0], quote.pieces()[quote.pieces().len() - 1]);
        if first.start() != quote.span().start() || last.end() != quote.span().end() {
            return Err("its pieces begin or end elsewhere than its span".to_owned());
        }
        Ok(())
    }

    fn check_attributions(&self) -> Checked {
        // Where the first attribution stands that has the same first span as the last one.
        let mut first_alike = 0;
        for (i, one) in self.attributions.iter().enumerate() {
            let at = |problem| format!("attributions[{i}].{problem}");
            self.check_attribution(one).map_err(at)?;
            let Some(before) = i.checked_sub(1).map(|before| &self.attributions[before]) else {
                continue;
            };
            if before.spans[0].start() > one.spans[0].start() {
                return Err(at(format!("spans[0]: {}", out_of_order(one.spans[0]))));
            }
            if before.spans[0] != one.spans[0] {
                first_alike = i;
            }
            let is_same = |other: &AttributionData| {
                (&other.spans, &other.cue, &other.source) == (&one.spans, &one.cue, &one.source)
            };
            if self.attributions[first_alike..i]
                .iter()
                .take(ALIKE)
                .any(is_same)
            {
                return Err(at("spans: the same attribution stands before it".to_owned()));
            }
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
        match attribution.speaker_confidence {
            Some(found) if !(0.0..=1.0).contains(&found) => {
                return Err(format!(
                    "speaker_confidence: expected one between 0 and 1, found {found}"
                ));
            }
            found if found.is_some() != attribution.speaker.is_some() => {
                return Err("speaker_confidence: expected one exactly with a speaker".to_owned());
            }
            _ => {}
        }
        check_weights(attribution)
    }

    fn check_speaker(&self, position: usize, speaker: &Speaker) -> Checked {
        if speaker.id.index() != position {
            let found = speaker.id.index();
            return Err(format!("id: expected {position}, found {found}"));
        }
        if speaker.name.is_empty() {
            return Err("name: expected one, found none".to_owned());
        }
        let mut before: Option<Span> = None;
        for (i, &span) in speaker.mentions.iter().enumerate() {
            self.check_span(span)
                .and_then(|()| match before {
                    Some(before) if before == span => Err(twice(span)),
                    Some(before) if before > span => Err(out_of_order(span)),
                    _ => Ok(()),
                })
                .map_err(|problem| format!("mentions[{i}]: {problem}"))?;
            before = Some(span);
        }
        Ok(())
    }

    /// Spans in text order that share no byte.
    fn check_spans(&self, spans: &[Span]) -> Checked {
        let mut last = 0;
        for (i, &span) in spans.iter().enumerate() {
            self.check_span(span)
                .and_then(|()| match span.start() < last {
                    true => Err(out_of_order(span)),
                    false => Ok(()),
                })
                .map_err(|problem| format!("[{i}]: {problem}"))?;
            last = span.end();
        }
        Ok(())
    }

    pub(super) fn check_span(&self, span: Span) -> Checked {
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
        if span.is_empty() {
            return Err(format!("span [{start}, {end}] is empty"));
        }
        Ok(())
    }
}

/// So many attributions of one first span are compared with each further one: the time stays linear
/// whatever is read, and a detector makes no more.
const ALIKE: usize = 16;

/// By what quotes are ordered: their starts, the outer first.
fn order(span: Span) -> (usize, std::cmp::Reverse<usize>) {
    (span.start(), std::cmp::Reverse(span.end()))
}

fn check_any(spans: &[Span]) -> Checked {
    match spans {
        [] => Err(": expected at least one, found none".to_owned()),
        _ => Ok(()),
    }
}

fn check_weights(attribution: &AttributionData) -> Checked {
    let mut weights = attribution.reasons.iter().map(|one| one.weight());
    match weights.position(|weight| !weight.is_finite()) {
        Some(i) => Err(format!("reasons[{i}].weight: expected a finite number")),
        None => Ok(()),
    }
}

fn named(quote: Option<usize>) -> String {
    quote.map_or_else(|| "none".to_owned(), |quote| quote.to_string())
}

fn out_of_order(span: Span) -> String {
    format!("span [{}, {}] is out of order", span.start(), span.end())
}

fn twice(span: Span) -> String {
    format!("span [{}, {}] comes twice", span.start(), span.end())
}
