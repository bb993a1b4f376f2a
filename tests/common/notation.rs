//! The notation of `tests/data`, in which the answer stands in the text.
//!
//! ```text
//! # A comment.
//! === name of the case
//! ⟦₁“The dam will hold,”⟧ {₁said} <₁Ines Okoro>. <₂She> {₂hoped} ⟦₂that it would⟧.
//! ---
//! what else the answer has
//! ```
//!
//! `⟦…⟧` is content, `{…}` a cue, `<…>` a source. The small digits after an opening bracket number
//! the attributions in text order, several if the words belong to several; a lone attribution needs
//! no digit. A backslash makes a plain sign of the one after it, as in `\<marta\>`.
//!
//! Longer texts have their speakers in the text as well. There the first content of an attribution
//! begins with the speaker's name, and numbers count anew in every line; ₀ is the last attribution
//! of the lines above.
//!
//! ```text
//! ⟦₁Ines Okoro|“It will hold,”⟧ {₁said} <₁Okoro>. <₂The mayor> {₂hoped} ⟦₂Ruth Adeyemi|it would⟧.
//!
//! ⟦₀“It must,”⟧ <₀she> {₀added}.
//! ```
//!
//! `⟦~…⟧` is content that may be found or not.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Role {
    Content,
    Cue,
    Source,
}

impl Role {
    pub(crate) const ALL: [Role; 3] = [Role::Content, Role::Cue, Role::Source];

    pub(crate) fn brackets(self) -> (char, char) {
        match self {
            Role::Content => ('⟦', '⟧'),
            Role::Cue => ('{', '}'),
            Role::Source => ('<', '>'),
        }
    }
}

/// Words with their role in one attribution, which is numbered from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Part {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) role: Role,
    pub(crate) attribution: u32,
}

/// A text without its brackets, and what they enclosed.
#[derive(Debug, Default)]
pub(crate) struct Annotated {
    pub(crate) text: String,
    pub(crate) parts: BTreeSet<Part>,
    /// Of each attribution, the name that its content begins with.
    pub(crate) speakers: BTreeMap<u32, String>,
    /// Contents that may be found or not.
    pub(crate) optional: Vec<Range<usize>>,
}

/// A name and what stands under it: the text in the notation and, after a line `---`, the rest of
/// the answer.
pub(crate) struct Block<'f> {
    pub(crate) name: &'f str,
    pub(crate) annotated: Annotated,
    pub(crate) answer: &'f str,
}

/// The cases or texts of a file.
pub(crate) fn blocks<'f>(file: &str, content: &'f str) -> Vec<Block<'f>> {
    let mut blocks = content.split("=== ");
    let preface = blocks.next().unwrap();
    let is_comment = |line: &str| line.is_empty() || line.starts_with('#');
    assert!(
        preface.lines().all(is_comment),
        "{file}: text before the first case"
    );
    blocks
        .map(|block| {
            let (name, body) = block.split_once('\n').unwrap_or((block, ""));
            let (notation, answer) = body.split_once("\n---\n").unwrap_or((body, ""));
            let annotated =
                read(notation).unwrap_or_else(|problem| panic!("{file}: {name}: {problem}"));
            Block {
                name,
                annotated,
                answer,
            }
        })
        .collect()
}

/// Somebody who speaks in a text, from a line `@ Ines Okoro (female): Okoro; the engineer`.
pub(crate) struct Person {
    pub(crate) name: String,
    pub(crate) gender: Option<String>,
    pub(crate) aliases: Vec<String>,
}

impl Person {
    pub(crate) fn parse(line: &str) -> Person {
        let (who, aliases) = line.split_once(": ").unwrap_or((line, ""));
        let (name, gender) = match who.strip_suffix(')').and_then(|who| who.split_once(" (")) {
            Some((name, gender)) => (name, Some(gender.to_owned())),
            None => (who, None),
        };
        Person {
            name: name.to_owned(),
            gender,
            aliases: aliases
                .split("; ")
                .filter(|alias| !alias.is_empty())
                .map(str::to_owned)
                .collect(),
        }
    }
}

/// A pair of brackets as it stands in the notation.
#[derive(Debug)]
struct Bracket {
    role: Role,
    numbers: Vec<u32>,
    speaker: Option<String>,
    is_optional: bool,
    line: usize,
    span: Range<usize>,
}

/// The text without its brackets, and what they enclosed.
pub(crate) fn read(notation: &str) -> Result<Annotated, String> {
    let mut annotated = Annotated::default();
    let mut brackets = brackets(notation, &mut annotated.text)?;
    if brackets.iter().any(|bracket| bracket.speaker.is_some()) {
        count_in_lines(&mut brackets)?;
    }
    for bracket in brackets {
        if bracket.is_optional {
            annotated.optional.push(bracket.span);
            continue;
        }
        for attribution in bracket.numbers {
            annotated.parts.insert(Part {
                start: bracket.span.start,
                end: bracket.span.end,
                role: bracket.role,
                attribution,
            });
            let Some(speaker) = &bracket.speaker else {
                continue;
            };
            let other = annotated.speakers.insert(attribution, speaker.clone());
            if let Some(other) = other {
                return Err(format!("{other} and {speaker} speak as one"));
            }
        }
    }
    Ok(annotated)
}

/// The pairs of brackets in the order in which they open.
fn brackets(notation: &str, text: &mut String) -> Result<Vec<Bracket>, String> {
    let mut closed: Vec<Bracket> = Vec::new();
    let mut open: Vec<Bracket> = Vec::new();
    let mut line = 0;
    let mut rest = notation;
    while let Some(c) = rest.chars().next() {
        rest = &rest[c.len_utf8()..];
        if c == '\\' {
            let plain = rest.chars().next().ok_or("a backslash at the end")?;
            text.push(plain);
            rest = &rest[plain.len_utf8()..];
        } else if let Some(role) = Role::ALL.into_iter().find(|role| role.brackets().0 == c) {
            let (bracket, inside) = opened(role, rest, line, text.len());
            open.push(bracket);
            rest = inside;
        } else if let Some(role) = Role::ALL.into_iter().find(|role| role.brackets().1 == c) {
            let position = open.iter().rposition(|bracket| bracket.role == role);
            let position = position.ok_or_else(|| format!("{c} closes nothing after {text:?}"))?;
            let mut bracket = open.remove(position);
            bracket.span.end = text.len();
            closed.push(bracket);
        } else {
            line += usize::from(c == '\n');
            text.push(c);
        }
    }
    if let Some(bracket) = open.last() {
        let rest = &text[bracket.span.start..];
        return Err(format!(
            "not closed: {} {rest:?}",
            bracket.role.brackets().0
        ));
    }
    closed.sort_by_key(|bracket| (bracket.span.start, usize::MAX - bracket.span.end));
    Ok(closed)
}

/// A bracket that opens here, with what stands after its digits and its speaker.
fn opened(role: Role, mut rest: &str, line: usize, start: usize) -> (Bracket, &str) {
    let mut numbers = Vec::new();
    while let Some(number) = rest.chars().next().and_then(number_of) {
        numbers.push(number);
        rest = &rest['₀'.len_utf8()..];
    }
    if numbers.is_empty() {
        numbers.push(1);
    }
    let is_optional = role == Role::Content && rest.starts_with('~');
    rest = rest.strip_prefix('~').unwrap_or(rest);
    let mut speaker = None;
    let name_end = rest.find(['|', '\n', '⟧', '<', '{', '\\', '“', '"', '‘']);
    if let Some(end) = name_end.filter(|&end| role == Role::Content && rest[end..].starts_with('|'))
    {
        speaker = Some(rest[..end].to_owned());
        rest = &rest[end + 1..];
    }
    let bracket = Bracket {
        role,
        numbers,
        speaker,
        is_optional,
        line,
        span: start..start,
    };
    (bracket, rest)
}

pub(crate) fn number_of(digit: char) -> Option<u32> {
    ('₀'..='₉')
        .contains(&digit)
        .then(|| digit as u32 - '₀' as u32)
}

/// Numbers that count anew in every line become numbers of the whole text.
fn count_in_lines(brackets: &mut [Bracket]) -> Result<(), String> {
    let mut last = 0;
    let mut line = 0;
    let mut of_line: Vec<(u32, u32)> = Vec::new();
    let mut count = 0;
    for bracket in brackets.iter_mut().filter(|bracket| !bracket.is_optional) {
        if bracket.line != line {
            last = of_line.last().map_or(last, |&(_, number)| number);
            line = bracket.line;
            of_line.clear();
        }
        for number in &mut bracket.numbers {
            let known = of_line.iter().find(|(local, _)| local == number);
            let global = known.map_or_else(
                || {
                    count += u32::from(*number != 0);
                    if *number == 0 { last } else { count }
                },
                |&(_, global)| global,
            );
            if global == 0 {
                return Err("₀ with no attribution above".to_owned());
            }
            if known.is_none() {
                of_line.push((*number, global));
            }
            *number = global;
        }
    }
    Ok(())
}
