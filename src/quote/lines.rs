//! The lines of a text that could begin speech without marks: those that start with a dash or with
//! a speaker's label.

use super::layout::{Gap, Layout};
use super::script::{self, Label, Labelled};

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
}

/// Every line that starts a paragraph, or follows a line that ends as a paragraph can, and that
/// starts with a dash or looks as if it started with a label. One pass over the text.
pub(super) fn lines(text: &str, layout: Layout) -> Lines<'_> {
    let bytes = text.as_bytes();
    let mut lines = Lines::default();
    let mut open = None;
    let mut previous_end = 0;
    let mut is_paragraph = true;
    let mut start = bytes.iter().take_while(|b| b.is_ascii_whitespace()).count();
    loop {
        let newline = memchr::memchr(b'\n', &bytes[start..]).map(|n| start + n);
        let end = start + text[start..newline.unwrap_or(bytes.len())].trim_end().len();
        if start == end {
            break;
        }
        lines.paragraphs += usize::from(is_paragraph);
        let first = is_paragraph || ends_paragraph(&bytes[..previous_end]);
        let begins = first.then(|| Begins::of(&text[start..end])).flatten();
        if is_paragraph || begins.is_some() {
            lines.finish(open.take(), previous_end);
            open = begins.map(|begins| (start, begins));
        }
        previous_end = end;
        let Some(newline) = newline else {
            break;
        };
        let gap = Gap::around(bytes, end, newline);
        is_paragraph = layout.is_break(bytes, &gap);
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
    fn of(line: &'t str) -> Option<Begins<'t>> {
        match line.as_bytes() {
            [b'-', ..] | [0xE2, 0x80, 0x93..=0x95, ..] => Some(Begins::Dash),
            [
                b'A'..=b'Z' | b'[' | b'(' | b'*' | b'<' | b'_' | 0xC3..=0xD5,
                ..,
            ] => script::label(line).map(Begins::Label),
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
