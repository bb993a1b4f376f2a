//! Whom mentions mean, in short texts, and how that is told.

use super::resolution::Resolution;
use super::{AntecedentRanker, KnownNames, shipped_weights, shipped_weights_of_descriptions};
use crate::analysis::mention::{self, Mentions};
use crate::analysis::{Analysis, analysed, steps};
use crate::config::CastMember;
use crate::ids::MentionId;
use crate::language::Lexicon;
use crate::span::Span;

/// Reads a text up to its mentions.
fn with_mentions<R>(text: &str, then: impl FnOnce(&Analysis<'_>, &Mentions) -> R) -> R {
    analysed(text, |analysis| {
        let mut mentions = Mentions::default();
        mention::find(analysis, &mut mentions);
        then(analysis, &mentions)
    })
}

/// What chooses antecedents in every text.
fn ranker() -> AntecedentRanker {
    AntecedentRanker {
        pronouns: shipped_weights,
        descriptions: shipped_weights_of_descriptions,
    }
}

/// How each mention is resolved, with its words, in news or in a novel.
fn resolutions(text: &str, is_novel: bool) -> Vec<(&str, Resolution)> {
    with_mentions(text, |analysis, mentions| {
        let known = KnownNames::default();
        let entities = if is_novel {
            super::novel::find(analysis, mentions, &known)
        } else {
            super::find(analysis, mentions, &known, &mut ranker())
        };
        let ids = MentionId::all(mentions.all.len());
        let resolutions = ids.map(|id| entities.resolution(id));
        let words = |span: Span| &text[span];
        let spans = mentions.all.iter().map(|one| super::span(analysis, one));
        spans.map(words).zip(resolutions).collect()
    })
}

/// How often two genres look at a text and at a cast of `members` persons.
fn steps(text: &str, members: usize) -> [u64; 2] {
    let member = |number: usize| {
        let letter =
            |position: u32| char::from(b'a' + (number / 26_usize.pow(position) % 26) as u8);
        let name: String = (0..4).map(letter).collect();
        CastMember::new(format!("Zz{name} Yy{name}")).alias(format!("the xx{name}"))
    };
    let cast = (0..members).map(member).collect();
    let known = KnownNames::new(cast, &[], Lexicon::english());
    with_mentions(text, |analysis, mentions| {
        [
            steps::taken_by(|| drop(super::find(analysis, mentions, &known, &mut ranker()))),
            steps::taken_by(|| drop(super::novel::find(analysis, mentions, &known))),
        ]
    })
}

#[test]
fn a_cast_that_a_text_does_not_name_costs_the_same_whatever_its_size() {
    let text = "Ines Okoro met the old mayor. “The dam will hold,” said Mrs. Okoro.\n\n".repeat(50);
    let of_few = steps(&text, 1_000);
    assert_eq!(of_few, steps(&text, 2_000));
    let of_none = steps(&text, 0);
    assert!(
        (0..2).all(|genre| of_few[genre] < 2 * of_none[genre]),
        "{of_few:?} {of_none:?}"
    );
}

#[test]
fn a_cast_that_a_text_names_costs_by_its_mentions() {
    let text = "Zzbaaa Yybaaa met the xxcaaa. “It holds,” said Yydaaa.\n\n".repeat(50);
    assert_eq!(steps(&text, 1_000), steps(&text, 2_000));
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

#[test]
fn a_narrator_is_told_by_an_i_that_reports() {
    let spoken = "“Where is it?” said I. “There,” said Ines Okoro.";
    assert_resolved(spoken, true, "I", "Narrator");
    let unspoken = "I woke. “Where is it?” said Tom. “There,” said Ines Okoro.";
    let found = resolutions(unspoken, true);
    let narrates = |(_, resolution): &(&str, Resolution)| *resolution == Resolution::Narrator;
    assert!(!found.iter().any(narrates), "{found:?}");
}
