//! Scripts, transcripts and interviews: `Q:` and `A:`, `NAME: …`, `Name (aside): …`, `NAME. …`.
//!
//! A label is none by itself: a document must use labels as scripts do, the same ones again and
//! again. Then the text after a label is speech.

use std::collections::HashMap;

use super::lines::{Line, Lines};
use crate::language::Transcripts;
use crate::span::Span;

/// The longest label, and the longest stage direction after it, in bytes.
const LONGEST_LABEL: usize = 40;
const LONGEST_DIRECTION: usize = 80;

/// The most words of a label.
const MOST_WORDS: usize = 4;

/// How a label is written. Each is judged on its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    /// `Q:`, `A.`
    QuestionAndAnswer,
    /// `NAME:`
    Capitals,
    /// `Name:`
    Name,
    /// `NAME.`
    CapitalsAndStop,
}

/// A label, and where the words after it start, from the label's own start.
#[derive(Clone, Copy, Debug)]
pub(super) struct Label<'t> {
    form: Form,
    name: &'t str,
    speech: usize,
}

/// A line that starts with a label.
#[derive(Clone, Copy, Debug)]
pub(super) struct Labelled<'t> {
    pub(super) line: Line,
    pub(super) label: Label<'t>,
}

/// The speeches of a script, each with its pieces.
pub(super) fn speeches(text: &str, lines: &Lines<'_>) -> Vec<Vec<Span>> {
    let labelled = &lines.labels;
    if labelled.len() < 2 {
        return Vec::new();
    }
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for Labelled { label, .. } in labelled {
        *counts.entry(label.name).or_default() += 1;
    }
    let accepted: Vec<Form> = [
        Form::QuestionAndAnswer,
        Form::Capitals,
        Form::Name,
        Form::CapitalsAndStop,
    ]
    .into_iter()
    .filter(|&form| is_convention(text, form, labelled, &counts, lines.paragraphs))
    .collect();
    let kept: Vec<&Labelled<'_>> = labelled
        .iter()
        .filter(|labelled| accepted.contains(&labelled.label.form))
        .collect();
    let is_script = kept.len() * 5 >= lines.paragraphs * 2;
    let mut speeches = Vec::with_capacity(kept.len());
    for (i, labelled) in kept.iter().enumerate() {
        let next = kept.get(i + 1).filter(|_| is_script);
        let limit = next.map(|next| next.line.start);
        speeches.extend(speech(text, labelled, limit, &lines.breaks));
    }
    speeches
}

/// Whether the document uses labels of a form as a script does.
fn is_convention(
    text: &str,
    form: Form,
    labelled: &[Labelled<'_>],
    counts: &HashMap<&str, usize>,
    paragraphs: usize,
) -> bool {
    let of_form = || {
        labelled
            .iter()
            .filter(|labelled| labelled.label.form == form)
    };
    let names = || of_form().map(|labelled| labelled.label.name);
    let lines = names().count();
    let first = names().next();
    if names().all(|name| Some(name) == first) {
        return false;
    }
    let finished = of_form()
        .filter(|labelled| is_finished(text, labelled.line))
        .count();
    let repeated = names().filter(|name| counts[name] > 1).count();
    let first_repeated = names().find(|name| counts[name] > 1);
    let two_repeat = names().any(|name| counts[name] > 1 && Some(name) != first_repeated);
    let is_whole = lines * 10 >= paragraphs * 8;
    // Notes and warnings have labels, too, but ask nothing.
    let is_lively = of_form().any(|labelled| {
        let line = labelled.line;
        text[line.start..line.end].contains(['?', '!'])
    });
    finished * 2 >= lines
        && match form {
            Form::QuestionAndAnswer => true,
            Form::Capitals => {
                repeated >= 3 && repeated * 2 >= lines
                    || is_lively && (repeated > 0 || is_whole)
                    || is_whole && repeated > 0
            }
            Form::Name => {
                two_repeat && repeated * 2 >= lines || is_lively && is_whole && finished == lines
            }
            Form::CapitalsAndStop => two_repeat && repeated * 2 >= lines,
        }
}

/// Whether a line's paragraph ends as speech does.
fn is_finished(text: &str, line: Line) -> bool {
    let end =
        text[line.start..line.end].trim_end_matches(['*', '_', ' ', '"', '”', ')', ']', '\'']);
    end.ends_with(['.', '?', '!', '…', '—', '–', '-', ','])
}

/// The label at the start of a line.
pub(super) fn label(line: &str, transcripts: Transcripts) -> Option<Label<'_>> {
    if !could_have_label(line.as_bytes()) {
        return None;
    }
    let mut rest = line.trim_start_matches(['*', '_']);
    for tag in ["<b>", "<strong>"] {
        rest = rest.strip_prefix(tag).unwrap_or(rest);
    }
    rest = after_time(rest);
    let (name, form) = match question(rest, transcripts) {
        Some(name) => (name, Form::QuestionAndAnswer),
        None => name(rest)?,
    };
    rest = rest[name.len()..].trim_start_matches(' ');
    rest = after_direction(rest).unwrap_or(rest);
    rest = rest.trim_start_matches(['*', '_']);
    let is_stop = rest.starts_with('.');
    let form = match form {
        Form::Capitals if is_stop => Form::CapitalsAndStop,
        Form::Name if is_stop => return None,
        form => form,
    };
    rest = rest.strip_prefix([':', '.'])?;
    for tag in ["</b>", "</strong>"] {
        rest = rest.strip_prefix(tag).unwrap_or(rest);
    }
    rest = rest.trim_start_matches(['*', '_']);
    if !rest.is_empty() && !rest.starts_with(char::is_whitespace) {
        return None;
    }
    rest = rest.trim_start();
    rest = after_direction(rest).unwrap_or(rest);
    Some(Label {
        form,
        name,
        speech: line.len() - rest.len(),
    })
}

/// Whether a line's first words have capitals up to a colon, a full stop or a bracket: a quick look
/// that most lines do not pass.
fn could_have_label(line: &[u8]) -> bool {
    let mut last = b' ';
    let (mut has_small, mut has_stop) = (false, false);
    for &byte in line.iter().take(LONGEST_LABEL + 20) {
        match byte {
            b':' | b'(' | b'[' | b'<' => return true,
            // A full stop ends capitals only; elsewhere in a name it abbreviates.
            b'.' if has_small => has_stop = true,
            b'.' => return true,
            b',' | b';' | b'?' | b'!' | b'"' => return false,
            b'a'..=b'z' if last == b' ' => return false,
            b'a'..=b'z' => has_small = true,
            _ => {}
        }
        last = byte;
    }
    has_stop
}

/// `Q`, `A`, `Q12` at the start of a text.
fn question(text: &str, transcripts: Transcripts) -> Option<&str> {
    let rest = text.strip_prefix(transcripts.questions_and_answers)?;
    let digits = rest.bytes().take(3).take_while(u8::is_ascii_digit).count();
    let rest = &rest[digits..];
    rest.starts_with([':', '.'])
        .then_some(&text[..text.len() - rest.len()])
}

/// The text after a time such as `[00:12:03]`, or the same text.
fn after_time(text: &str) -> &str {
    let Some(inner) = text.strip_prefix(['[', '(']) else {
        return text;
    };
    let rest = inner.trim_start_matches(|c: char| c.is_ascii_digit() || c == ':' || c == '.');
    match rest.strip_prefix([']', ')']) {
        Some(after) if rest.len() < inner.len() => after.trim_start(),
        _ => text,
    }
}

/// A name at the start of a text, and how it is written.
fn name(text: &str) -> Option<(&str, Form)> {
    let end = text
        .char_indices()
        .take_while(|&(at, c)| {
            at <= LONGEST_LABEL
                && (c.is_alphanumeric() || matches!(c, ' ' | '\'' | '’' | '-' | '#'))
                || c == '.' && is_inner_stop(text, at)
        })
        .map(|(at, c)| at + c.len_utf8())
        .last()?;
    let name = text[..end].trim_end();
    let mut words = name.split(' ');
    let is_name = name.len() <= LONGEST_LABEL
        && words.clone().count() <= MOST_WORDS
        && words
            .all(|word| word.starts_with(|c: char| c.is_uppercase() || c.is_numeric() || c == '#'));
    let form = match name.contains(char::is_lowercase) {
        true => Form::Name,
        false => Form::Capitals,
    };
    (is_name && name.contains(char::is_alphabetic)).then_some((name, form))
}

/// Whether a full stop belongs to a name: `Mr. Berg`, `J. Berg`, `MRS. BERG`.
fn is_inner_stop(text: &str, at: usize) -> bool {
    let word = text[..at].rsplit(' ').next().unwrap_or_default();
    let goes_on = text[at + 1..]
        .trim_start_matches(' ')
        .starts_with(char::is_uppercase);
    let is_lower = text[at + 1..]
        .trim_start_matches(' ')
        .chars()
        .nth(1)
        .is_some_and(char::is_lowercase);
    let is_capitals = !word.contains(char::is_lowercase);
    goes_on && word.chars().count() <= 3 && !(is_capitals && is_lower && word.len() > 1)
}

/// The text after a stage direction in brackets at the start.
fn after_direction(text: &str) -> Option<&str> {
    let (open, close) = match text.chars().next()? {
        '(' => ('(', ')'),
        '[' => ('[', ']'),
        _ => return None,
    };
    let end = text
        .char_indices()
        .skip(1)
        .take_while(|&(at, c)| at < LONGEST_DIRECTION && c != open)
        .find(|&(_, c)| c == close)?;
    Some(text[end.0 + 1..].trim_start_matches(' '))
}

/// The pieces of the speech after a label: the rest of its paragraph and, up to `limit`, the
/// paragraphs after it, which part at `breaks`; none if there is nothing.
fn speech(
    text: &str,
    labelled: &Labelled<'_>,
    limit: Option<usize>,
    breaks: &[Span],
) -> Option<Vec<Span>> {
    let line = labelled.line;
    let limit = limit.unwrap_or(line.end).max(line.end);
    let mut pieces = Vec::new();
    let label_end = (line.start + labelled.label.speech).min(line.end);
    let mut start = line.end - text[label_end..line.end].trim_start().len();
    let first = breaks.partition_point(|gap| gap.start() < start);
    let breaks = breaks[first..].iter().map(|gap| (gap.start(), gap.end()));
    let breaks = breaks.take_while(|&(end, _)| end < limit);
    for (end, next) in breaks.chain([(limit, limit)]) {
        let end = start + text[start..end.max(start)].trim_end().len();
        let paragraph = &text[start..end];
        let is_direction = paragraph.starts_with(['(', '[']) && paragraph.ends_with([')', ']']);
        if is_direction || is_heading(paragraph) && !pieces.is_empty() {
            break;
        }
        if !paragraph.is_empty() {
            pieces.push(Span::between(start as u32, end as u32));
        }
        start = next;
    }
    (!pieces.is_empty()).then_some(pieces)
}

/// Whether a paragraph has no small letter, as `ACT II` has not.
fn is_heading(paragraph: &str) -> bool {
    paragraph.len() <= LONGEST_DIRECTION && !paragraph.contains(char::is_lowercase)
}
