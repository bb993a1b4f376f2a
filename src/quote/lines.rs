//! The lines of a text: where paragraphs part, and which lines could begin speech without marks,
//! those that start with a dash or with a speaker's label.

use super::layout::{Gap, Layout};
use super::script::{self, Label, Labelled};
use crate::language::Transcripts;
use crate::span::Span;

/// A line that could begin speech.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line {
    /// Its first byte that is no white space.
    pub(super) start: usize,
    /// The end of its paragraph, white space left out.
    pub(super) end: usize,
}

/// What [`lines`] finds.
#[derive(Debug, Default)]
pub(super) struct Lines<'t> {
    pub(super) dashes: Vec<Line>,
    pub(super) labels: Vec<Labelled<'t>>,
    /// How many paragraphs there are.
    pub(super) paragraphs: usize,
    /// The white space before each paragraph but the first, and that at the start of the text.
    pub(super) breaks: Vec<Span>,
}

/// All paragraph breaks, and every line that starts a paragraph, or follows a line that ends as a
/// paragraph can, and that starts with a dash or looks as if it started with a label. One pass over
/// the text.
pub(super) fn lines(text: &str, layout: Layout, transcripts: Transcripts) -> Lines<'_> {
    let bytes = text.as_bytes();
    let mut lines = Lines::default();
    let mut open = None;
    let mut previous_end = 0;
    let mut is_paragraph = true;
    let mut start = 0;
    loop {
        let gap = Gap::behind(bytes, start);
        let line_end = gap.as_ref().map_or(bytes.len(), |gap| gap.start);
        let end = start + text[start..line_end].trim_end().len();
        // White space stands before the first line alone.
        let line = text[start..end].trim_ascii_start();
        if !line.is_empty() {
            lines.paragraphs += usize::from(is_paragraph);
            let first = is_paragraph || ends_paragraph(&bytes[..previous_end]);
            let begins = first.then(|| Begins::of(line, transcripts)).flatten();
            if is_paragraph || begins.is_some() {
                lines.finish(open.take(), previous_end);
                open = begins.map(|begins| (end - line.len(), begins));
            }
            previous_end = end;
            is_paragraph = false;
        }
        let Some(gap) = gap else {
            break;
        };
        if layout.is_break(bytes, &gap) {
            is_paragraph = true;
            let gap = Span::between(gap.start as u32, gap.end as u32);
            lines.breaks.push(gap);
        }
        start = gap.end;
    }
    lines.finish(open, previous_end);
    lines
}

impl<'t> Lines<'t> {
    /// Ends the line that is open, if one is.
    fn finish(&mut self, open: Option<(usize, Begins<'t>)>, end: usize) {
        let Some((start, begins)) = open else {
            return;
        };
        let line = Line { start, end };
        match begins {
            Begins::Dash => self.dashes.push(line),
            Begins::Label(label) => self.labels.push(Labelled { line, label }),
        }
    }
}

/// What a line begins with.
enum Begins<'t> {
    Dash,
    Label(Label<'t>),
}

impl<'t> Begins<'t> {
    fn of(line: &'t str, transcripts: Transcripts) -> Option<Begins<'t>> {
        match line.as_bytes() {
            [b'-', ..] | [0xE2, 0x80, 0x93..=0x95, ..] => Some(Begins::Dash),
            [
                b'A'..=b'Z' | b'[' | b'(' | b'*' | b'<' | b'_' | 0xC3..=0xD5,
                ..,
            ] => script::label(line, transcripts).map(Begins::Label),
            _ => None,
        }
    }
}

/// Whether a text ends with a sentence, a closing mark or a bracket.
fn ends_paragraph(bytes: &[u8]) -> bool {
    match bytes.last() {
        Some(b'.' | b'?' | b'!' | b':' | b'"' | b'\'' | b')' | b']' | b'*') => true,
        // …, ”, ’ and ».
        Some(0xA6 | 0x9D | 0x99 | 0xBB) => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn breaks_and_lines_are_found_in_one_pass() {
        let text = "\n\n  —Who comes?\n\u{a0}\n—A friend.\n\nNobody else.";
        let lines = lines(text, Layout::BlankLines, Transcripts::NONE);
        let starts: Vec<usize> = lines.dashes.iter().map(|line| line.start).collect();
        assert_eq!(starts, [4, 21]);
        assert_eq!(lines.paragraphs, 2);
        let breaks: Vec<&str> = lines.breaks.iter().map(|&gap| &text[gap]).collect();
        assert_eq!(breaks, ["\n\n  ", "\n\n"]);
    }
}
