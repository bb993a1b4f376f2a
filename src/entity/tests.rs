//! Whom mentions mean, in short texts, and how that is told.

use super::resolution::Resolution;
use crate::analysis::mention::{self, Mentions};
use crate::analysis::{Analysis, analysed};
use crate::config::Config;
use crate::span::Span;

/// Reads a text up to its mentions.
fn with_mentions<R>(text: &str, then: impl FnOnce(&Analysis<'_>, &Mentions) -> R) -> R {
    analysed(text, |analysis| {
        let mut mentions = Mentions::default();
        mention::find(analysis, &mut mentions);
        then(analysis, &mentions)
    })
}

/// How each mention is resolved, with its words, in news or in a novel.
fn resolutions(text: &str, is_novel: bool) -> Vec<(&str, Resolution)> {
    with_mentions(text, |analysis, mentions| {
        let config = Config::default();
        let resolutions = if is_novel {
            super::novel::find(analysis, mentions, &config).resolutions
        } else {
            super::find(analysis, mentions, &config).0.resolutions
        };
        let words = |span: Span| &text[span];
        let spans = mentions.all.iter().map(|one| super::span(analysis, one));
        spans.map(words).zip(resolutions).collect()
    })
}

/// Holds the last mention of these words to a resolution, whatever its margin.
fn assert_resolved(text: &str, is_novel: bool, words: &str, expected: &str) {
    let found = resolutions(text, is_novel);
    let last = found.iter().rfind(|(mention, _)| *mention == words);
    let name = last.map(|(_, how)| format!("{how:?}"));
    let name = name.as_deref().and_then(|name| name.split('(').next());
    assert_eq!(name, Some(expected), "{words:?} in {text:?}: {found:?}");
}

#[test]
fn names_are_whole_parts_variants_or_shared() {
    let berg = "Anna Berg met Karl Berg. Anna Berg spoke to Anna Berg, and Berg waved.";
    for is_novel in [false, true] {
        for (text, words, expected) in [
            ("Ines Okoro left. Okoro waved.", "Ines Okoro", "FullName"),
            ("Ines Okoro left. Okoro waved.", "Okoro", "PartOfName"),
            (
                "Tomas Lindqvist left. T. Lindqvist waved.",
                "T. Lindqvist",
                "NameVariant",
            ),
            ("Okoro left. In the end Okoro waved.", "Okoro", "SingleName"),
            (berg, "Berg", "SharedName"),
            (
                "Anna Berg met Karl Berg. Then Mrs. Berg waved.",
                "Mrs. Berg",
                "TitleAndGender",
            ),
        ] {
            assert_resolved(text, is_novel, words, expected);
        }
    }
}

#[test]
fn descriptions_are_told_by_names_beside_them_or_by_roles() {
    let minister = "The minister, Ines Okoro, left. The minister waved.";
    for (text, words, expected) in [
        (minister, "The minister", "Role"),
        ("Ines Okoro became mayor.", "mayor", "BesideName"),
        ("A farmer waved.", "A farmer", "Described"),
        (
            "Ines Okoro left. The Republican waved.",
            "The Republican",
            "VariedDescription",
        ),
    ] {
        assert_resolved(text, false, words, expected);
    }
    assert_resolved(
        "The old man left. The old man waved.",
        true,
        "The old man",
        "Role",
    );
}

#[test]
fn pronouns_are_told_by_salience_with_a_lead() {
    let text = "Ines Okoro, who builds dams, met Ruth Adeyemi. She waved.";
    assert_resolved(text, false, "who", "RelativePronoun");
    let found = resolutions(text, false);
    let Some((_, Resolution::Pronoun(margin))) = found.last() else {
        panic!("{found:?}");
    };
    assert!(margin.rivals == 1 && margin.lead > 0.0 && margin.lead < 1.0);
}

#[test]
fn a_narrator_is_told_by_many_an_i() {
    let text = "I woke. I rose. I ate. I left. I walked to town. Then I met Ines Okoro.";
    assert_resolved(text, true, "I", "Narrator");
}
