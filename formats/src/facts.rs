//! What the library says of an attribution, in the words that files show.

use quotation::{Attribution, Span, Speaker};
use serde::Serialize;

/// The word that stands for a variant in JSON: `indirect`, `titled-name`.
///
/// The library's own JSON has these words, so that every form says the same.
pub fn label(variant: impl Serialize) -> String {
    match serde_json::to_value(variant) {
        Ok(serde_json::Value::String(label)) => label,
        _ => String::new(),
    }
}

/// The kind of quotation: `direct`, `mixed` or `indirect`.
#[must_use]
pub fn kind(attribution: Attribution<'_>) -> String {
    label(attribution.kind())
}

/// A speaker's gender where the text tells it: `female`, `male` or `neutral`.
#[must_use]
pub fn gender(speaker: &Speaker) -> Option<String> {
    speaker.gender().map(label)
}

/// How sure it is that this speaker is whom the source means.
#[must_use]
pub fn speaker_confidence(attribution: Attribution<'_>) -> Option<f32> {
    attribution.speaker_confidence()
}

/// What spoke for the speaker and how much, the strongest first.
#[must_use]
pub fn reasons(attribution: Attribution<'_>) -> Vec<(String, f32)> {
    let reasons = attribution.reasons().iter();
    reasons
        .map(|reason| (reason.kind().to_string(), reason.weight()))
        .collect()
}

/// The words of all spans on one line, an ellipsis between two.
#[must_use]
pub fn joined(text: &str, spans: &[Span]) -> String {
    let piece = |&span: &Span| {
        let words: Vec<&str> = text[span].split_whitespace().collect();
        words.join(" ")
    };
    spans.iter().map(piece).collect::<Vec<_>>().join(" … ")
}

/// From the first span's start to the last one's end.
pub(crate) fn hull(spans: &[Span]) -> Span {
    spans.iter().copied().reduce(Span::join).unwrap_or_default()
}

/// A confidence as files show it, to four digits: more of them would be noise.
pub(crate) fn rounded(confidence: f32) -> f64 {
    (f64::from(confidence) * 1e4).round() / 1e4
}

/// A text as XML and HTML have it; what XML cannot hold becomes the sign for what is no character.
#[must_use]
pub fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            // A reader would make a line feed of it.
            '\r' => escaped.push_str("&#13;"),
            '\t' | '\n' => escaped.push(c),
            '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => escaped.push('\u{fffd}'),
            c => escaped.push(c),
        }
    }
    escaped
}
