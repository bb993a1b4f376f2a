//! What must hold for every input of a public entry point. The fuzz targets call it, and so does
//! `tests/fuzz_corpus.rs` for the inputs that were found worth keeping.
#![allow(dead_code, reason = "each fuzz target uses one of them")]

use std::ops::Range;

use quotation::{
    AttributionKind, CastMember, Document, Error, Gender, Genre, Offsets, Quote, QuoteDetector,
    QuoteFinder, Scratch, Span, Tokenizer,
};

/// Quotes slice the text, stand in order and each in its parent, and do not depend on white space
/// at the end.
pub(crate) fn quotes(text: &str) {
    let finder = QuoteFinder::new();
    let quotes = finder.quotes(text);
    assert!(quotes.is_sorted_by_key(|quote| quote.span().start()));
    for (i, quote) in quotes.iter().enumerate() {
        assert!(!slice(text, quote.span()).is_empty());
        assert!(quote.is_opened() || quote.is_closed());
        for &piece in quote.pieces() {
            assert!(quote.span().contains(piece));
            slice(text, piece);
        }
        let Some(parent) = quote.parent() else {
            assert_eq!(quote.depth(), 0);
            continue;
        };
        assert!(parent.index() < i);
        let parent = &quotes[parent.index()];
        assert!(parent.span().contains(quote.span()));
        assert_eq!(parent.depth() + 1, quote.depth());
    }
    assert!(do_not_cross(&quotes));
    assert_eq!(finder.quotes(text.trim_end()), quotes);
}

/// Whether no quote begins in another and ends outside it.
fn do_not_cross(quotes: &[Quote]) -> bool {
    let mut open: Vec<Span> = Vec::new();
    quotes.iter().all(|quote| {
        let span = quote.span();
        open.retain(|outer| outer.end() > span.start());
        open.push(span);
        open.iter().all(|outer| outer.contains(span))
    })
}

/// Tokens slice the text in order, with nothing but white space between them.
pub(crate) fn tokens(text: &str) {
    let mut end = 0;
    for token in Tokenizer::new().tokens(text) {
        let span = token.span();
        assert!(span.start() >= end);
        assert!(
            slice(text, Span::new(end, span.start()).unwrap())
                .trim()
                .is_empty()
        );
        assert!(!slice(text, span).is_empty());
        end = span.end();
    }
    assert!(text[end..].trim().is_empty());
    for span in Tokenizer::new().sentences(text) {
        slice(text, span);
    }
    for span in Tokenizer::new().paragraphs(text) {
        slice(text, span);
    }
}

/// What [`laws`] says holds for what a detector finds that knows nothing but English.
pub(crate) fn detect(text: &str) {
    laws(&QuoteDetector::new(), text);
}

/// A builder refuses what it is given in one line, or makes a detector that reads.
pub(crate) fn builder(entries: &str) {
    match built(entries) {
        Ok(detector) => laws(
            &detector,
            "“It holds,” said Ines Okoro.\n\nINES: It leaks.\n",
        ),
        Err(error) => {
            let message = error.to_string();
            assert!(
                !message.is_empty() && !message.trim().contains('\n'),
                "{message}"
            );
        }
    }
}

/// What [`laws`] says holds whatever is known: up to the first empty line stand the entries, after it the text.
pub(crate) fn known(input: &str) {
    let (entries, text) = input.split_once("\n\n").unwrap_or((input, input));
    if let Ok(detector) = built(entries) {
        laws(&detector, text);
    }
}

/// A detector of entries, one a line: a word that says what it is, and the entry after a space.
fn built(entries: &str) -> Result<QuoteDetector, Error> {
    let mut builder = QuoteDetector::builder();
    let mut cast = Vec::new();
    for line in entries.lines() {
        let (what, entry) = line.split_once(' ').unwrap_or((line, ""));
        builder = match what {
            "cast" => {
                cast.push(member(entry));
                builder
            }
            "ignore" => builder.ignored_names([entry]),
            "verb" => builder.reporting_verbs([entry]),
            "title" => builder.titles([entry]),
            "formula" => builder.formula(entry),
            "minimum" => builder.minimum_confidence(entry.parse().unwrap_or_default()),
            "kind" => builder.kinds(entry.parse::<AttributionKind>()),
            "novel" => builder.genre(Genre::Novel),
            "news" => builder.genre(Genre::News),
            _ => builder,
        };
    }
    builder.cast(cast).build()
}

/// A member of a cast: the name, aliases and facts between bars.
fn member(entry: &str) -> CastMember {
    let mut parts = entry.split('|');
    let name = CastMember::new(parts.next().unwrap_or_default());
    parts.fold(name, |member, part| match part {
        "F" => member.gender(Gender::Female),
        "M" => member.gender(Gender::Male),
        "I" => member.narrator(),
        alias => member.alias(alias),
    })
}

/// Attributions slice the text in order, and their offsets can be had in every unit; passages hold the
/// whole text; working memory changes nothing; a document that is written is read again.
fn laws(detector: &QuoteDetector, text: &str) {
    let document = detector.detect(text);
    let mut scratch = Scratch::default();
    for _ in 0..2 {
        assert_eq!(detector.detect_with(&mut scratch, text), document);
    }
    let passages: String = document.passages().map(|passage| passage.text()).collect();
    assert_eq!(passages, text);
    assert_eq!(document.text(), text);
    let offsets = Offsets::new(text);
    let mut start = 0;
    for attribution in document.attributions() {
        let spans = attribution.spans();
        assert!(spans[0].start() >= start);
        start = spans[0].start();
        for &span in spans {
            slice(text, span);
            let chars = offsets.chars(span).unwrap();
            assert_eq!(offsets.span_of_chars(chars).unwrap(), span);
            let utf16 = offsets.utf16(span).unwrap();
            assert_eq!(offsets.span_of_utf16(utf16).unwrap(), span);
        }
        assert!((0.0..=1.0).contains(&attribution.confidence()));
    }
    let written = serde_json::to_string(&document).unwrap();
    assert_eq!(
        serde_json::from_str::<Document<'_>>(&written).unwrap(),
        document
    );
}

/// What is read as a document can be written and read again.
pub(crate) fn json(json: &str) {
    if let Ok(document) = serde_json::from_str::<Document<'_>>(json) {
        for quote in document.quotes() {
            slice(document.text(), quote.span());
        }
        let written = serde_json::to_string(&document).unwrap();
        assert_eq!(
            serde_json::from_str::<Document<'_>>(&written).unwrap(),
            document
        );
    }
}

fn slice(text: &str, span: Span) -> &str {
    &text[Range::from(span)]
}
