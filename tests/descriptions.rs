//! What a text tells of speakers beside their names.

use quotation::{QuoteDetector, SpeakerKind};

/// The descriptions of the first speaker of that name, each with its kind.
fn descriptions(text: &str, name: &str) -> Vec<String> {
    described(&QuoteDetector::new(), text, name)
}

fn described(detector: &QuoteDetector, text: &str, name: &str) -> Vec<String> {
    let document = detector.detect(text);
    let speaker = document.speakers().iter().find(|one| one.name() == name);
    let speaker = speaker.unwrap_or_else(|| panic!("{name}: {:?}", document.speakers()));
    let found = document.descriptions(speaker.id());
    found
        .iter()
        .map(|one| format!("{} {}", one.kind(), &text[one.span()]))
        .collect()
}

#[test]
fn titles_roles_kin_ages_and_parties_are_told() {
    for (text, name, expected) in [
        (
            "“It holds,” said Ines Okoro, the board's chief engineer, on Monday.",
            "Ines Okoro",
            vec!["role the board's chief engineer"],
        ),
        (
            "“It holds,” said Dr. Ines Okoro, 54, on Monday.",
            "Ines Okoro",
            vec!["title Dr.", "age 54"],
        ),
        (
            "Sen. Tom Bright, D-Ill., said that it leaks.",
            "Tom Bright",
            vec!["title Sen.", "affiliation D-Ill."],
        ),
        (
            "Tom Bright (R-Texas) said that it leaks.",
            "Tom Bright",
            vec!["affiliation R-Texas"],
        ),
        (
            "“It leaks,” said Anna Quill, her mother, in May.",
            "Anna Quill",
            vec!["kin her mother"],
        ),
        (
            "“It leaks,” Anna Quill said, and left on Monday.",
            "Anna Quill",
            vec![],
        ),
        (
            "“It leaks,” said board chairman Tom Bright on Monday.",
            "Tom Bright",
            vec!["role board chairman"],
        ),
        (
            "“It leaks,” said Ines Okoro, chief executive of Weir Corp. “It holds,” he said.",
            "Ines Okoro",
            vec!["role chief executive of Weir Corp."],
        ),
        (
            "“Mr. Bright left,” said Ines Okoro. Tom Bright was gone.",
            "Tom Bright",
            vec!["title Mr."],
        ),
    ] {
        assert_eq!(descriptions(text, name), expected, "{text}");
    }
}

#[test]
fn titles_of_the_callers_own_are_told() {
    let detector = QuoteDetector::builder().titles(["Dijkgraaf"]);
    let detector = detector.build().unwrap();
    let text = "“It leaks,” said Dijkgraaf Joost Zwaluw.";
    assert_eq!(
        described(&detector, text, "Joost Zwaluw"),
        ["title Dijkgraaf"]
    );
    assert!(descriptions(text, "Dijkgraaf Joost Zwaluw").is_empty());
}

#[test]
fn what_is_written_is_a_document() {
    let document =
        QuoteDetector::new().detect("The letter says that the dam leaks. A woman said so.");
    let letter = document.attributions().next().unwrap().speaker().unwrap();
    assert_eq!(letter.kind(), SpeakerKind::Document);
}
