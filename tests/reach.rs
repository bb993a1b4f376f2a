//! Texts longer than spans reach. They take gigabytes of memory, so that the test is run by itself:
//!
//! ```sh
//! cargo test --release --test reach -- --ignored
//! ```
#![cfg(target_pointer_width = "64")]

use quotation::{Offsets, QuoteDetector, QuoteFinder, Span, Tokenizer};

/// So many bytes are read.
const REACH: usize = u32::MAX as usize;

const AT_THE_START: &str = "“It holds,” said Ines Okoro.\n\n";
const ACROSS_THE_END: &str =
    "\n\n“It leaks,” said Tomas Lindqvist. “It always has — it always has.”";
const BEYOND: &str = "\n\n“It is gone,” said Ada Quill.";

/// Much white space with a few quotations, one of which begins where spans reach and ends where they do not. They end
/// within a dash.
fn text() -> String {
    let dash = ACROSS_THE_END.find('—').unwrap();
    let across = REACH - dash - 1;
    let mut bytes = vec![b' '; REACH + 1000];
    for (at, words) in [
        (0, AT_THE_START),
        (across, ACROSS_THE_END),
        (REACH + 500, BEYOND),
    ] {
        bytes[at..at + words.len()].copy_from_slice(words.as_bytes());
    }
    String::from_utf8(bytes).unwrap()
}

#[test]
#[ignore = "takes 5 GB of memory"]
fn a_text_beyond_four_gibibytes_is_read_so_far() {
    let text = text();
    let document = QuoteDetector::new().detect(&text);
    assert_eq!(document.text().len(), text.len());
    let found: Vec<(&str, Vec<&str>)> = document
        .attributions()
        .map(|one| {
            let speaker = one.speaker().map_or("", |speaker| speaker.name());
            (
                speaker,
                one.spans().iter().map(|&span| &text[span]).collect(),
            )
        })
        .collect();
    assert_eq!(
        found,
        [
            ("Ines Okoro", vec!["“It holds,”"]),
            ("Tomas Lindqvist", vec!["“It leaks,”", "“It always has"]),
        ]
    );
    let read: usize = document
        .passages()
        .map(|passage| passage.text().len())
        .sum();
    assert_eq!(read, REACH - 1);

    assert_eq!(QuoteFinder::new().quotes(&text).len(), 3);
    assert_eq!(Tokenizer::new().paragraphs(&text).count(), 2);
    let last = Tokenizer::new().tokens(&text).last().unwrap();
    assert_eq!(last.text(&text), "has");

    let offsets = Offsets::new(&text);
    let whole = 0..text.chars().count();
    let error = offsets.span_of_chars(whole).unwrap_err().to_string();
    assert!(error.contains("at most 4294967284"), "{error}");
    assert_eq!(Span::new(0, text.len()), None);
    assert!(Span::try_from(0..text.len()).is_err());
}
