//! What holds for every text, tried on random ones.

use std::ops::Range;

use proptest::prelude::*;
use quotation::{AttributionKind, Document, Genre, Quote, QuoteDetector, Scratch, Span, Tokenizer};

/// Texts of pieces that matter to the detector, in any order.
fn texts() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "“",
        "”",
        "‘",
        "’",
        "\"",
        "'",
        "''",
        "``",
        "«",
        "»",
        "„",
        "—",
        "--",
        " - ",
        "…",
        ",",
        ".",
        "?",
        "!",
        ":",
        ";",
        "(",
        ")",
        " ",
        " ",
        " ",
        "\n",
        "\n\n",
        "\r\n",
        "\u{a0}",
        "\t",
        "said",
        "says",
        "asked",
        "told",
        "according to",
        "that",
        "he",
        "she",
        "they",
        "I",
        "Mr.",
        "Ms",
        "Ines Okoro",
        "Okoro",
        "Tomas",
        "the board",
        "police",
        "a spokeswoman",
        "not",
        "who",
        "and",
        "don't",
        "rain",
        "Rain",
        "U.S.",
        "1,000",
        "@ines",
        "é",
        "日本",
        "🦀",
        "\u{0}",
        "Q:",
        "ANN:",
    ]);
    prop_oneof![
        3 => prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat()),
        1 => any::<String>(),
    ]
}

fn detect(text: &str) -> Document<'_> {
    QuoteDetector::new().detect(text)
}

fn is_slice(text: &str, span: Span) -> bool {
    text.get(Range::from(span)).is_some()
}

#[test]
fn what_one_cue_reports_in_two_quotes_has_two_spans() {
    let document = detect("The board said “it holds”“it will hold for years.”");
    let told = document.attributions().next().unwrap();
    let quotes: Vec<Span> = told.quotes().map(Quote::span).collect();
    assert_eq!(
        (told.spans(), told.kind()),
        (&quotes[..], AttributionKind::Direct)
    );
    assert_eq!(quotes.len(), 2);
}

#[test]
fn a_text_may_end_where_a_quotation_opens() {
    let detector = QuoteDetector::builder()
        .genre(Genre::Novel)
        .build()
        .unwrap();
    let document = detector.detect("he''said\r\n“");
    assert_eq!(
        document
            .passages()
            .map(|passage| passage.text())
            .collect::<String>(),
        document.text()
    );
}

proptest! {
    // What a law has found becomes a case of its own, in words.
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn spans_slice_the_text_in_order(text in texts()) {
        let document = detect(&text);
        prop_assert_eq!(document.text(), &text);
        for quote in document.quotes() {
            prop_assert!(is_slice(&text, quote.span()));
        }
        prop_assert!(document.quotes().is_sorted_by_key(|quote| quote.span().start()));
        prop_assert!(document.attributions().is_sorted_by_key(|a| a.spans()[0]));
        for attribution in document.attributions() {
            let cue = attribution.cue().map_or(&[][..], |cue| cue.spans());
            for spans in [attribution.spans(), cue] {
                prop_assert!(spans.iter().all(|&span| is_slice(&text, span) && !span.is_empty()));
                prop_assert!(spans.windows(2).all(|pair| pair[0].end() <= pair[1].start()));
            }
            prop_assert!(attribution.source().is_none_or(|source| is_slice(&text, source.span())));
        }
        for speaker in document.speakers() {
            prop_assert!(speaker.mentions().iter().all(|&span| is_slice(&text, span)));
            prop_assert!(speaker.mentions().is_sorted());
        }
    }

    #[test]
    fn passages_join_to_the_text(text in texts()) {
        for genre in [Genre::News, Genre::Novel] {
            let detector = QuoteDetector::builder().genre(genre).build().unwrap();
            let document = detector.detect(&text);
            let joined: String = document.passages().map(|passage| passage.text()).collect();
            prop_assert_eq!(&joined, &text);
            prop_assert!(document.passages().all(|passage| !passage.span().is_empty()));
        }
    }

    #[test]
    fn quotes_nest(text in texts()) {
        let mut open: Vec<Span> = Vec::new();
        for quote in detect(&text).quotes() {
            let span = quote.span();
            open.retain(|outer| span.start() < outer.end());
            prop_assert!(open.iter().all(|outer| outer.contains(span)), "{span:?} crosses {open:?}");
            prop_assert_eq!(quote.depth(), open.len());
            open.push(span);
        }
    }

    #[test]
    fn attributions_are_sound(text in texts()) {
        let document = detect(&text);
        for attribution in document.attributions() {
            prop_assert!((0.0..=1.0).contains(&attribution.confidence()));
            prop_assert!(attribution.reasons().iter().all(|item| item.weight().is_finite()));
            prop_assert!(!attribution.spans().is_empty());
            if let Some(speaker) = attribution.speaker() {
                prop_assert_eq!(document.speaker(speaker.id()), Some(speaker));
                prop_assert!(!speaker.name().is_empty());
            }
        }
        for (i, speaker) in document.speakers().iter().enumerate() {
            prop_assert_eq!(speaker.id().index(), i);
        }
    }

    #[test]
    fn content_lies_in_its_quotes_or_its_sentence(text in texts()) {
        let document = detect(&text);
        let sentences: Vec<Span> = Tokenizer::new().sentences(&text).collect();
        let sentence_at = |byte| {
            let holds = |span: &&Span| span.start() <= byte && byte < span.end();
            sentences.iter().find(holds).copied().unwrap_or_default()
        };
        for attribution in document.attributions() {
            for &span in attribution.spans() {
                let in_quote = attribution.quotes().any(|quote| quote.span().contains(span));
                // A sentence that holds a quote goes on to the end of the one that the quote ends in.
                let mut sentence = sentence_at(span.start());
                for quote in document.quotes().iter().map(Quote::span) {
                    if sentence.overlaps(quote) {
                        sentence = sentence.join(quote).join(sentence_at(quote.end() - 1));
                    }
                }
                let words = &text[span.range()];
                prop_assert!(in_quote || attribution.kind() != AttributionKind::Direct, "{words:?}");
                prop_assert!(in_quote || sentence.contains(span), "{words:?}");
            }
        }
    }

    #[test]
    fn white_space_at_the_end_changes_nothing(text in texts(), space in "[ \n\t]{1,4}") {
        let text = text.trim_end();
        let longer = format!("{text}{space}");
        let (with, without) = (detect(&longer), detect(text));
        prop_assert_eq!(with.quotes(), without.quotes());
        prop_assert_eq!(with.speakers(), without.speakers());
        prop_assert!(with.attributions().eq(without.attributions()));
    }

    #[test]
    fn a_detector_remembers_nothing(text in texts(), other in texts()) {
        let detector = QuoteDetector::new();
        let first = detector.detect(&text).into_owned();
        let _ = detector.detect(&other);
        prop_assert_eq!(detector.detect(&text), first);
    }

    #[test]
    fn a_scratch_changes_nothing(text in texts(), other in texts()) {
        for genre in [Genre::News, Genre::Novel] {
            let detector = QuoteDetector::builder().genre(genre).build().unwrap();
            let mut scratch = Scratch::default();
            let _ = detector.detect_with(&mut scratch, &other);
            prop_assert_eq!(detector.detect_with(&mut scratch, &text), detector.detect(&text));
        }
    }

    #[cfg(feature = "serde")]
    #[test]
    fn json_gives_the_document_back(text in texts()) {
        let document = detect(&text);
        let json = serde_json::to_string(&document).unwrap();
        let read: Document<'static> = serde_json::from_str(&json).unwrap();
        prop_assert_eq!(read, document);
    }
}
