//! The cases in `tests/data/*.txt`, in a notation in which the answer stands in the text.
//!
//! ```text
//! # A comment.
//! === name of the case
//! ⟦₁“The dam will hold,”⟧ {₁said} <₁Ines Okoro>. <₂She> {₂hoped} ⟦₂that it would⟧.
//! ---
//! 1 direct: Ines Okoro
//! 2 indirect: Ines Okoro
//! @ Ines Okoro (female): Okoro; the engineer
//! ```
//!
//! `⟦…⟧` is content, `{…}` a cue, `<…>` a source. The small digits after an opening bracket number
//! the attributions in text order, several if the words belong to several; a lone attribution needs
//! no digit. Under the text stands a line an attribution: its number if there are several, its kind,
//! its speaker, `?` if the text gives none. All attributions of a text must be there. A line with
//! `@` asks for a speaker of that name, with that gender if there is one in parentheses, and with
//! the aliases after the colon, perhaps among others.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;

use quotation::{Attribution, Document, Kind, QuoteDetector, Span, Speaker};

#[test]
fn cases() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data");
    let detector = QuoteDetector::new();
    let mut failures = String::new();
    let (mut passed, mut failed) = (0, 0);
    for (file, content) in data_files(&folder) {
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

/// The files of the folder, in the order of their names.
fn data_files(folder: &Path) -> Vec<(String, String)> {
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "txt"))
        .collect();
    files.sort();
    files
        .iter()
        .map(|path| {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            (name, std::fs::read_to_string(path).unwrap())
        })
        .collect()
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Role {
    Content,
    Cue,
    Source,
}

impl Role {
    const ALL: [Role; 3] = [Role::Content, Role::Cue, Role::Source];

    fn brackets(self) -> (char, char) {
        match self {
            Role::Content => ('⟦', '⟧'),
            Role::Cue => ('{', '}'),
            Role::Source => ('<', '>'),
        }
    }
}

/// Words with their role in one attribution, which is numbered from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Part {
    start: usize,
    end: usize,
    role: Role,
    attribution: u32,
}

struct Case {
    name: String,
    text: String,
    parts: BTreeSet<Part>,
    /// A line an attribution.
    lines: Vec<String>,
    speakers: Vec<ExpectedSpeaker>,
}

struct ExpectedSpeaker {
    name: String,
    gender: Option<String>,
    aliases: Vec<String>,
}

impl Case {
    fn all(file: &str, content: &str) -> Vec<Case> {
        let mut blocks = content.split("=== ");
        let preface = blocks.next().unwrap();
        let is_comment = |line: &str| line.is_empty() || line.starts_with('#');
        assert!(
            preface.lines().all(is_comment),
            "{file}: text before the first case"
        );
        blocks
            .map(|block| {
                Case::parse(block).unwrap_or_else(|problem| {
                    let name = block.lines().next().unwrap_or_default();
                    panic!("{file}: {name}: {problem}")
                })
            })
            .collect()
    }

    fn parse(block: &str) -> Result<Case, String> {
        let (name, block) = block.split_once('\n').ok_or("no text")?;
        let (notation, answer) = block.split_once("\n---\n").ok_or("no line ---")?;
        let (text, parts) = parse_notation(notation)?;
        let mut lines = Vec::new();
        let mut speakers = Vec::new();
        for line in answer.lines().filter(|line| !line.is_empty()) {
            match line.strip_prefix("@ ") {
                Some(speaker) => speakers.push(ExpectedSpeaker::parse(speaker)),
                None if line.starts_with('#') => {}
                None => lines.push(line.to_owned()),
            }
        }
        Ok(Case {
            name: name.to_owned(),
            text,
            parts,
            lines,
            speakers,
        })
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
            expected.check(document.speakers())?;
        }
        Ok(())
    }
}

impl ExpectedSpeaker {
    fn parse(line: &str) -> ExpectedSpeaker {
        let (who, aliases) = line.split_once(": ").unwrap_or((line, ""));
        let (name, gender) = match who.strip_suffix(')').and_then(|who| who.split_once(" (")) {
            Some((name, gender)) => (name, Some(gender.to_owned())),
            None => (who, None),
        };
        ExpectedSpeaker {
            name: name.to_owned(),
            gender,
            aliases: aliases
                .split("; ")
                .filter(|alias| !alias.is_empty())
                .map(str::to_owned)
                .collect(),
        }
    }

    fn check(&self, speakers: &[Speaker]) -> Result<(), String> {
        let mut named = speakers
            .iter()
            .filter(|speaker| speaker.name() == self.name);
        let Some(speaker) = named.next() else {
            let names: Vec<_> = speakers.iter().map(Speaker::name).collect();
            return Err(format!("no speaker {:?} among {names:?}\n", self.name));
        };
        if named.next().is_some() {
            return Err(format!("two speakers {:?}\n", self.name));
        }
        let gender = speaker
            .gender()
            .map(|gender| format!("{gender:?}").to_lowercase());
        if self.gender.is_some() && gender != self.gender {
            return Err(format!(
                "{:?} has gender {gender:?}, not {:?}\n",
                self.name, self.gender
            ));
        }
        match self
            .aliases
            .iter()
            .find(|alias| !speaker.aliases().contains(alias))
        {
            Some(alias) => Err(format!(
                "{:?} has no alias {alias:?} among {:?}\n",
                self.name,
                speaker.aliases()
            )),
            None => Ok(()),
        }
    }
}

/// The text without its brackets, and the parts that they enclosed.
fn parse_notation(notation: &str) -> Result<(String, BTreeSet<Part>), String> {
    let mut text = String::new();
    let mut parts = BTreeSet::new();
    let mut open: Vec<(Role, Vec<u32>, usize)> = Vec::new();
    let mut chars = notation.chars().peekable();
    while let Some(c) = chars.next() {
        if let Some(role) = Role::ALL.into_iter().find(|role| role.brackets().0 == c) {
            let mut numbers = Vec::new();
            while let Some(number) = chars.peek().and_then(|&c| number_of(c)) {
                numbers.push(number);
                chars.next();
            }
            if numbers.is_empty() {
                numbers.push(1);
            }
            open.push((role, numbers, text.len()));
        } else if let Some(role) = Role::ALL.into_iter().find(|role| role.brackets().1 == c) {
            let place = open.iter().rposition(|(opened, ..)| *opened == role);
            let place = place.ok_or_else(|| format!("{c} closes nothing"))?;
            let (_, numbers, start) = open.remove(place);
            parts.extend(numbers.into_iter().map(|attribution| Part {
                start,
                end: text.len(),
                role,
                attribution,
            }));
        } else {
            text.push(c);
        }
    }
    match open.last() {
        Some((role, ..)) => Err(format!("{} is not closed", role.brackets().0)),
        None => Ok((text, parts)),
    }
}

fn number_of(digit: char) -> Option<u32> {
    ('₁'..='₉')
        .contains(&digit)
        .then(|| digit as u32 - '₀' as u32)
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
            Kind::Direct => "direct",
            Kind::Mixed => "mixed",
            Kind::Indirect => "indirect",
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
    // Of two brackets in one place, a closing one comes first; the outer opens first, closes last.
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
    let (text, parts) = parse_notation(notation).unwrap();
    assert_eq!(text, "“It holds,” said Ann, fearing what “Bob” said.");
    assert_eq!(parts.len(), 6);
    assert_eq!(render(&text, &parts), notation);
    assert!(parse_notation("⟦“It holds,”").is_err());
    assert!(parse_notation("It holds>").is_err());
}

#[test]
fn a_wrong_answer_fails_its_case() {
    let block = "none\n⟦“It holds,”⟧ {said} <Ann>.\n---\ndirect: Ann\n";
    let case = Case::parse(block).unwrap();
    let silent = QuoteDetector::new().detect("Nobody spoke.").into_owned();
    let difference = case.check(&silent).unwrap_err();
    assert!(difference.contains("⟦“It holds,”⟧ {said} <Ann>."));
}

/// Cases that wait for the part of the detector that answers them must at least be well written.
#[test]
fn pending_cases_are_readable() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/pending");
    for (file, content) in data_files(&folder) {
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
