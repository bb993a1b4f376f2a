//! What the library says of an attribution, in the words that files show.

use std::borrow::Cow;
use std::fmt::Display;

use quotation::{Attribution, Span};

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

/// Such as `1 quotation` and `2 quotations`.
#[must_use]
pub fn counted(count: impl Display + PartialEq + From<u8>, thing: &str) -> String {
    let plural = if count == 1.into() { "" } else { "s" };
    format!("{count} {thing}{plural}")
}

/// Words that a terminal shows and never obeys, whatever a text holds: characters that would move its
/// cursor or change its colours become the sign for what is no character.
#[must_use]
pub fn printable(words: &str) -> Cow<'_, str> {
    match words.contains(char::is_control) {
        true => Cow::Owned(words.replace(char::is_control, "\u{fffd}")),
        false => Cow::Borrowed(words),
    }
}

/// From the first span's start to the last one's end.
pub(crate) fn hull(spans: &[Span]) -> Span {
    spans.iter().copied().reduce(Span::join).unwrap_or_default()
}

/// A confidence as files show it, to four digits: more of them would be noise.
#[must_use]
pub fn rounded(confidence: f32) -> f64 {
    (f64::from(confidence) * 1e4).round() / 1e4
}

/// A confidence or weight by the shortest number that stands for it: 0.9 and not 0.8999999761581421.
#[must_use]
pub fn shortest(value: f32) -> f64 {
    value.to_string().parse().unwrap_or(f64::from(value))
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
