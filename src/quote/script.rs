//! Scripts, transcripts and interviews: `Q:` and `A:`, `NAME: …`, `Name (aside): …`, `NAME. …`.
//!
//! A label is none by itself: a document must use labels as scripts do, the same ones again and
//! again. Then the text after a label is speech.

use std::collections::HashMap;

use super::label::{Form, LONGEST_DIRECTION};
use super::turns::{LabelledLine, TurnLine, Turns};
use crate::span::Span;

/// The speeches of a script, each with its pieces.
pub(super) fn speeches(text: &str, turns: &Turns<'_>) -> Vec<Vec<Span>> {
    let labelled = &turns.labels;
    if labelled.len() < 2 {
        return Vec::new();
    }
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for LabelledLine { label, .. } in labelled {
        *counts.entry(label.name).or_default() += 1;
    }
    let accepted: Vec<Form> = [
        Form::QuestionAndAnswer,
        Form::Capitals,
        Form::Name,
        Form::CapitalsAndStop,
    ]
    .into_iter()
    .filter(|&form| is_convention(text, form, labelled, &counts, turns.paragraphs))
    .collect();
    let kept: Vec<&LabelledLine<'_>> = labelled
        .iter()
        .filter(|labelled| accepted.contains(&labelled.label.form))
        .collect();
    let is_script = kept.len() * 5 >= turns.paragraphs * 2;
    let mut speeches = Vec::with_capacity(kept.len());
    for (i, labelled) in kept.iter().enumerate() {
        let limit = match kept.get(i + 1) {
            Some(next) if is_script => next.line.start,
            None if is_script => last_end(text, labelled, &turns.breaks),
            _ => labelled.line.end,
        };
        speeches.extend(speech(text, labelled, limit, &turns.breaks));
    }
    speeches
}

/// Whether the document uses labels of a form as a script does.
fn is_convention(
    text: &str,
    form: Form,
    labelled: &[LabelledLine<'_>],
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
fn is_finished(text: &str, line: TurnLine) -> bool {
    let end =
        text[line.start..line.end].trim_end_matches(['*', '_', ' ', '"', '”', ')', ']', '\'']);
    end.ends_with(['.', '?', '!', '…', '—', '–', '-', ','])
}

/// Where the last speech of a script ends: with its paragraph, or, if its label stands alone there, with
/// the next one.
fn last_end(text: &str, labelled: &LabelledLine<'_>, breaks: &[Span]) -> usize {
    let TurnLine { start, end } = labelled.line;
    let label_end = (start + labelled.label.speech).min(end);
    if !text[label_end..end].trim().is_empty() {
        return end;
    }
    let behind = breaks.partition_point(|gap| gap.start() < end);
    breaks.get(behind + 1).map_or(text.len(), |gap| gap.start())
}

/// The pieces of the speech after a label: the rest of its paragraph and, up to `limit`, the
/// paragraphs after it, which part at `breaks`; none if there is nothing.
fn speech(
    text: &str,
    labelled: &LabelledLine<'_>,
    limit: usize,
    breaks: &[Span],
) -> Option<Vec<Span>> {
    let line = labelled.line;
    let mut pieces = Vec::new();
    let label_end = (line.start + labelled.label.speech).min(line.end);
    let mut start = line.end - text[label_end..line.end].trim_start().len();
    let first = breaks.partition_point(|gap| gap.start() < start);
    let limit = limit.max(line.end);
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
