//! The cases in `tests/data/*.txt`, in the notation that `tests/common/notation.rs` explains.
//!
//! ```text
//! === name of the case
//! ⟦₁“The dam will hold,”⟧ {₁said} <₁Ines Okoro>. <₂She> {₂hoped} ⟦₂that it would⟧.
//! ---
//! 1 direct: Ines Okoro
//! 2 indirect: Ines Okoro
//! @ Ines Okoro (female): Okoro; the engineer
//! ```
//!
//! Under the text stands a line an attribution: its number if there are several, its kind, its
//! speaker, `?` if the text gives none. All attributions of a text must be there. A line with `@`
//! asks for a speaker of that name, with that gender if there is one in parentheses, and with the
//! aliases after the colon, perhaps among others.

mod common;

use std::collections::BTreeSet;
use std::fmt::Write as _;

use common::notation::{self, Block, Part, Person, Role, number_of};
use quotation::{Attribution, AttributionKind, Document, QuoteDetector, Span, Speaker};

#[test]
fn cases() {
    let detector = QuoteDetector::new();
    let mut failures = String::new();
    let (mut passed, mut failed) = (0, 0);
    for (file, content) in common::data_files("") {
        for case in Case::all(&file, &content) {
            match case.check(&detector.detect(&case.text)) {
                Ok(()) => passed += 1,
                Err(difference) => {
                    failed += 1;
                    writeln!(failures, "=== {file}: {}\n{difference}", case.name).unwrap();
                }
            }
        }
    }
    assert!(
        failed == 0,
        "{failures}{failed} of {} cases failed",
        passed + failed
    );
}

/// The notation has signs of its own for `<`, `>` and a backslash.
#[test]
fn blocks_of_lines_and_escapes() {
    let cases = [
        (
            "Ines Okoro wrote:\n\n> The dam holds.\n\nIt leaks.",
            "The dam holds.",
        ),
        (
            "> The dam holds.\n>\n> — Ines Okoro, engineer",
            "The dam holds.",
        ),
        ("> The dam holds.\n\n— Ines Okoro", "The dam holds."),
        (
            "> The dam holds.\n> — *Ines Okoro*, engineer",
            "The dam holds.",
        ),
        (
            "On 5 May 2021 at 9:14 AM Ines Okoro <ines@example.org> wrote:\n> The dam holds.",
            "The dam holds.",
        ),
        (
            r"\u201cThe dam holds,\u201d said Ines Okoro.",
            r"\u201cThe dam holds,\u201d",
        ),
        (
            r#"Ines Okoro said: \"The dam holds.\""#,
            r#"\"The dam holds.\""#,
        ),
    ];
    for (text, words) in cases {
        let document = QuoteDetector::new().detect(text);
        let found: Vec<(&str, Option<&str>)> = document
            .attributions()
            .map(|one| (&text[one.spans()[0]], one.speaker().map(Speaker::name)))
            .collect();
        assert_eq!(found, [(words, Some("Ines Okoro"))], "{text}");
    }
    let chat = QuoteDetector::new().detect("<ines> does it hold\n<tomas> it does not\n<ines> oh!");
    let speakers = chat
        .attributions()
        .map(|one| one.speaker().map(Speaker::name));
    assert!(speakers.eq([Some("ines"), Some("tomas"), Some("ines")]));
}

struct Case {
    name: String,
    text: String,
    parts: BTreeSet<Part>,
    /// A line an attribution.
    lines: Vec<String>,
    speakers: Vec<Person>,
}

impl Case {
    fn all(file: &str, content: &str) -> Vec<Case> {
        notation::blocks(file, content)
            .into_iter()
            .map(Case::of)
            .collect()
    }

    fn of(block: Block<'_>) -> Case {
        let mut lines = Vec::new();
        let mut speakers = Vec::new();
        for line in block.answer.lines().filter(|line| !line.is_empty()) {
            match line.strip_prefix("@ ") {
                Some(speaker) => speakers.push(Person::parse(speaker)),
                None if line.starts_with('#') => {}
                None => lines.push(line.to_owned()),
            }
        }
        Case {
            name: block.name.to_owned(),
            text: block.annotated.text,
            parts: block.annotated.parts,
            lines,
            speakers,
        }
    }

    fn check(&self, document: &Document<'_>) -> Result<(), String> {
        let parts = parts_of(document);
        let lines = lines_of(document);
        if parts != self.parts || lines != self.lines {
            return Err(format!(
                "--- expected\n{}\n{}\n--- found\n{}\n{}\n",
                render(&self.text, &self.parts),
                self.lines.join("\n"),
                render(&self.text, &parts),
                lines.join("\n")
            ));
        }
        for expected in &self.speakers {
            check_person(expected, document.speakers())?;
        }
        Ok(())
    }
}

fn check_person(person: &Person, speakers: &[Speaker]) -> Result<(), String> {
    let mut named = speakers
        .iter()
        .filter(|speaker| speaker.name() == person.name);
    let Some(speaker) = named.next() else {
        let names: Vec<_> = speakers.iter().map(Speaker::name).collect();
        return Err(format!("no speaker {:?} among {names:?}\n", person.name));
    };
    if named.next().is_some() {
        return Err(format!("two speakers {:?}\n", person.name));
    }
    let gender = speaker
        .gender()
        .map(|gender| format!("{gender:?}").to_lowercase());
    if person.gender.is_some() && gender != person.gender {
        return Err(format!(
            "{:?} has gender {gender:?}, not {:?}\n",
            person.name, person.gender
        ));
    }
    match person
        .aliases
        .iter()
        .find(|alias| !speaker.aliases().contains(alias))
    {
        Some(alias) => Err(format!(
            "{:?} has no alias {alias:?} among {:?}\n",
            person.name,
            speaker.aliases()
        )),
        None => Ok(()),
    }
}

fn digit_of(number: u32) -> char {
    char::from_u32('₀' as u32 + number)
        .filter(|&digit| number_of(digit).is_some())
        .unwrap_or('…')
}

fn parts_of(document: &Document<'_>) -> BTreeSet<Part> {
    let part = |role, attribution| {
        move |span: &Span| Part {
            start: span.start(),
            end: span.end(),
            role,
            attribution,
        }
    };
    let mut parts = BTreeSet::new();
    for (attribution, number) in document.attributions().zip(1..) {
        parts.extend(attribution.spans().iter().map(part(Role::Content, number)));
        if let Some(cue) = attribution.cue() {
            parts.extend(cue.spans().iter().map(part(Role::Cue, number)));
        }
        if let Some(source) = attribution.source() {
            parts.insert(part(Role::Source, number)(&source.span()));
        }
    }
    parts
}

fn lines_of(document: &Document<'_>) -> Vec<String> {
    let line = |attribution: Attribution<'_>| {
        let kind = match attribution.kind() {
            AttributionKind::Direct => "direct",
            AttributionKind::Mixed => "mixed",
            AttributionKind::Indirect => "indirect",
            other => panic!("a kind that the notation does not know: {other:?}"),
        };
        format!(
            "{kind}: {}",
            attribution.speaker().map_or("?", Speaker::name)
        )
    };
    let lines = document.attributions().map(line);
    if lines.len() == 1 {
        return lines.collect();
    }
    lines
        .zip(1..)
        .map(|(line, number)| format!("{number} {line}"))
        .collect()
}

/// The text in the notation.
fn render(text: &str, parts: &BTreeSet<Part>) -> String {
    // Words with one role in several attributions have one pair of brackets.
    let mut spans: Vec<(usize, usize, Role, String)> = Vec::new();
    let is_single = parts.iter().all(|part| part.attribution == 1);
    for part in parts {
        let digit = digit_of(part.attribution);
        match spans.last_mut() {
            Some((start, end, role, digits))
                if (*start, *end, *role) == (part.start, part.end, part.role) =>
            {
                digits.push(digit);
            }
            _ => {
                let digits = if is_single {
                    String::new()
                } else {
                    digit.to_string()
                };
                spans.push((part.start, part.end, part.role, digits));
            }
        }
    }
    // Of two brackets at one position, a closing one comes first; the outer opens first, closes last.
    let mut brackets = Vec::new();
    for (start, end, role, digits) in &spans {
        let (opening, closing) = role.brackets();
        let len = end - start;
        brackets.push(((*start, 1, usize::MAX - len), format!("{opening}{digits}")));
        brackets.push(((*end, 0, len), closing.to_string()));
    }
    brackets.sort();
    let mut rendered = String::new();
    let mut last = 0;
    for ((at, ..), bracket) in brackets {
        rendered += &text[last..at];
        rendered += &bracket;
        last = at;
    }
    rendered + &text[last..]
}

#[test]
fn the_notation_is_read_and_written() {
    let notation = "⟦₁“It holds,”⟧ {₁said} <₁₂Ann>, {₂fearing} ⟦₂what “Bob” said⟧.";
    let annotated = notation::read(notation).unwrap();
    assert_eq!(
        annotated.text,
        "“It holds,” said Ann, fearing what “Bob” said."
    );
    assert_eq!(annotated.parts.len(), 6);
    assert_eq!(render(&annotated.text, &annotated.parts), notation);
    assert!(notation::read("⟦“It holds,”").is_err());
    assert!(notation::read("It holds>").is_err());
}

#[test]
fn longer_texts_name_their_speakers_and_count_in_lines() {
    let notation = "⟦₁Ines Okoro|“It holds,”⟧ {₁said} <₁Okoro>. ⟦₁“It must.”⟧\n\n\
                    <₁Ruth Adeyemi> {₁asked} ⟦₁Ruth Adeyemi|when⟧, ⟦~and why⟧. {₂Wrote} <₂one>:\n\n\
                    ⟦₀one|“A|B”⟧ \\<sic\\>";
    let annotated = notation::read(notation).unwrap();
    assert!(
        annotated
            .text
            .ends_with(", and why. Wrote one:\n\n“A|B” <sic>")
    );
    let speakers: Vec<_> = annotated.speakers.values().map(String::as_str).collect();
    assert_eq!(speakers, ["Ines Okoro", "Ruth Adeyemi", "one"]);
    assert_eq!(&annotated.text[annotated.optional[0].clone()], "and why");
    let lengths = [1, 2, 3].map(|number| {
        let parts = annotated.parts.iter();
        parts.filter(|part| part.attribution == number).count()
    });
    assert_eq!(lengths, [4, 3, 3]);
    assert!(notation::read("⟦Ann|“Yes.”⟧ ⟦Ben|“No.”⟧").is_err());
    assert!(notation::read("⟦₀Ann|“Yes.”⟧").is_err());
}

#[test]
fn a_wrong_answer_fails_its_case() {
    let block = "=== none\n⟦“It holds,”⟧ {said} <Ann>.\n---\ndirect: Ann\n";
    let case = Case::all("inline", block).remove(0);
    let silent = QuoteDetector::new().detect("Nobody spoke.").into_owned();
    let difference = case.check(&silent).unwrap_err();
    assert!(difference.contains("⟦“It holds,”⟧ {said} <Ann>."));
}

/// Cases that wait for the part of the detector that answers them must at least be well written.
#[test]
fn pending_cases_are_readable() {
    for (file, content) in common::data_files("pending") {
        for case in Case::all(&file, &content) {
            let numbers: BTreeSet<u32> = case.parts.iter().map(|part| part.attribution).collect();
            let expected = (1..).take(case.lines.len()).collect();
            assert_eq!(
                numbers, expected,
                "{file}: {}: lines and numbers differ",
                case.name
            );
        }
    }
}
