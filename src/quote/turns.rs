//! The lines that could be turns of a dialogue without marks: those that start with a dash or with the
//! label of a speaker.

use super::label::{Label, label};
use crate::language::Transcripts;
use crate::span::Span;
use crate::token::Lines;

/// A line that could begin a turn.
#[derive(Clone, Copy, Debug)]
pub(super) struct TurnLine {
    /// Its first byte that is no white space.
    pub(super) start: usize,
    /// The end of its paragraph, or where the next such line begins; white space left out.
    pub(super) end: usize,
}

/// A line that starts with a label.
#[derive(Clone, Copy, Debug)]
pub(super) struct LabelledLine<'t> {
    pub(super) line: TurnLine,
    pub(super) label: Label<'t>,
}

/// The lines of a text that could be turns.
#[derive(Debug, Default)]
pub(super) struct Turns<'t> {
    pub(super) dashes: Vec<TurnLine>,
    pub(super) labels: Vec<LabelledLine<'t>>,
    /// How many paragraphs there are.
    pub(super) paragraphs: usize,
    /// The white space before each paragraph.
    pub(super) breaks: Vec<Span>,
}

impl<'t> Turns<'t> {
    /// Finds every line that starts a paragraph, or a sentence, with a dash or with what looks like a
    /// label.
    pub(super) fn of(text: &'t str, lines: &Lines, transcripts: Transcripts) -> Turns<'t> {
        let mut turns = Turns {
            breaks: lines.paragraph_breaks().collect(),
            ..Turns::default()
        };
        let mut open = None;
        let mut last_end = 0;
        for line in lines.iter() {
            turns.paragraphs += usize::from(line.begins_paragraph);
            let first = line.begins_paragraph || line.parts_sentences;
            let begins = first
                .then(|| Begins::of(&text[line.span], transcripts))
                .flatten();
            if line.begins_paragraph || begins.is_some() {
                turns.finish(open.take(), last_end);
                open = begins.map(|begins| (line.span.start(), begins));
            }
            last_end = line.span.end();
        }
        turns.finish(open, last_end);
        turns
    }

    /// Ends the line that is open, if one is.
    fn finish(&mut self, open: Option<(usize, Begins<'t>)>, end: usize) {
        let Some((start, begins)) = open else {
            return;
        };
        let line = TurnLine { start, end };
        match begins {
            Begins::Dash => self.dashes.push(line),
            Begins::Label(label) => self.labels.push(LabelledLine { line, label }),
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
            ] => label(line, transcripts).map(Begins::Label),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::ENGLISH;

    #[test]
    fn breaks_and_lines_are_found_in_one_pass() {
        let text = "\n\n  —Who comes?\n\u{a0}\n—A friend.\n\nNobody else.";
        let lines = Lines::of(text, ENGLISH.orthography);
        let turns = Turns::of(text, &lines, Transcripts::NONE);
        let starts: Vec<usize> = turns.dashes.iter().map(|line| line.start).collect();
        assert_eq!(starts, [4, 21]);
        assert_eq!(turns.paragraphs, 3);
        let breaks: Vec<&str> = turns.breaks.iter().map(|&gap| &text[gap]).collect();
        assert_eq!(breaks, ["\n\n  ", "\n\u{a0}\n", "\n\n"]);
    }
}
