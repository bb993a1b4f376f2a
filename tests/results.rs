//! What is found in whole texts, compared with what was found before.
//!
//! `tests/data/results/` has a file for each text, which shows every attribution with its shown_at and
//! every speaker. A change that is to alter results writes them anew, and the difference is read
//! before it is committed:
//!
//! ```sh
//! UPDATE_RESULTS=1 cargo test --test results && git diff tests/data/results
//! ```

use std::fmt::Write;
use std::fs;
use std::path::Path;

use quotation::{Attribution, Document, QuoteDetector, Span};

/// The sample of the README, about invented people.
const SAMPLE: &str = include_str!("../examples/article.txt");
/// A longer article about invented people.
const ARTICLE: &str = include_str!("../benches/texts/article.txt");
/// From the first stave of "A Christmas Carol" by Charles Dickens (1843, public domain).
const NOVEL: &str = include_str!("../benches/texts/novel.txt");

#[test]
fn sample() {
    check("sample", SAMPLE);
}

#[test]
fn article() {
    check("article", ARTICLE);
}

#[test]
fn novel() {
    check("novel", NOVEL);
}

/// A text of several articles has speakers of one name and longer looks back.
#[test]
fn all_in_one() {
    check("all", &[SAMPLE, ARTICLE, NOVEL].join("\n"));
}

fn check(name: &str, text: &str) {
    let found = shown(&QuoteDetector::new().detect(text));
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/data/results")
        .join(name)
        .with_extension("txt");
    if std::env::var_os("UPDATE_RESULTS").is_some() {
        fs::write(&path, found).unwrap();
        return;
    }
    let expected = fs::read_to_string(&path).unwrap();
    assert!(
        found == expected,
        "{name}: other results than in {}\n{}",
        path.display(),
        difference(&expected, &found)
    );
}

/// A paragraph for each attribution, then a line for each speaker.
fn shown(document: &Document<'_>) -> String {
    let mut shown = String::new();
    for attribution in document.attributions() {
        show(document, attribution, &mut shown).unwrap();
    }
    for speaker in document.speakers() {
        let facts = [
            speaker.gender().map(|gender| format!("{gender:?}")),
            speaker.number().map(|number| format!("{number:?}")),
        ];
        let facts = [Some(format!("{:?}", speaker.kind()))]
            .into_iter()
            .chain(facts)
            .flatten()
            .chain(speaker.aliases().iter().map(|alias| format!("“{alias}”")));
        writeln!(
            shown,
            "{}: {}; mentions: {}",
            speaker.name(),
            facts.collect::<Vec<_>>().join(", "),
            speaker.mentions().len()
        )
        .unwrap();
    }
    shown
}

fn show(
    document: &Document<'_>,
    attribution: Attribution<'_>,
    shown: &mut String,
) -> std::fmt::Result {
    let shown_at = |span: Span| {
        let words: Vec<&str> = document.text()[span].split_whitespace().collect();
        format!("{span:?} {}", words.join(" "))
    };
    let name = |speaker: Option<&quotation::Speaker>| {
        speaker
            .map_or("nobody known", quotation::Speaker::name)
            .to_owned()
    };
    writeln!(
        shown,
        "{:?}, {}, {:.2}",
        attribution.kind(),
        attribution
            .mode()
            .map_or("no mode".to_owned(), |mode| format!("{mode:?}")),
        attribution.confidence()
    )?;
    for &span in attribution.spans() {
        writeln!(shown, "  content {}", shown_at(span))?;
    }
    if let Some(cue) = attribution.cue() {
        for &span in cue.spans() {
            writeln!(shown, "  cue     {}", shown_at(span))?;
        }
    }
    if let Some(source) = attribution.source() {
        writeln!(shown, "  source  {}", shown_at(source.span()))?;
    }
    writeln!(shown, "  speaker {}", name(attribution.speaker()))?;
    if let Some(addressee) = attribution.addressee() {
        writeln!(shown, "  to      {}", addressee.name())?;
    }
    writeln!(shown)
}

/// The lines that only one of two texts has where they part, as `diff` shows them.
fn difference(expected: &str, found: &str) -> String {
    let (expected, found): (Vec<_>, Vec<_>) = (expected.lines().collect(), found.lines().collect());
    let alike = |pair: &(&&str, &&str)| pair.0 == pair.1;
    let before = expected.iter().zip(&found).take_while(alike).count();
    let (expected, found) = (&expected[before..], &found[before..]);
    let reversed = expected.iter().rev().zip(found.iter().rev());
    let after = reversed.take_while(alike).count();
    let lines = |sign: char, lines: &[&str]| {
        let lines = &lines[..lines.len() - after];
        lines
            .iter()
            .map(|line| format!("{sign} {line}\n"))
            .collect::<String>()
    };
    format!(
        "from line {}:\n{}{}",
        before + 1,
        lines('-', expected),
        lines('+', found)
    )
}

#[test]
fn the_difference_is_what_is_between_like_lines() {
    assert_eq!(
        difference("a\nb\nc\nd\n", "a\nx\ny\nd\n"),
        "from line 2:\n- b\n- c\n+ x\n+ y\n"
    );
    assert_eq!(difference("a\na\n", "a\n"), "from line 2:\n- a\n");
}
