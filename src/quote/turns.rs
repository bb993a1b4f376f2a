//! The lines that could be turns of a dialogue without marks: those that start with a dash or with the
//! label of a speaker.

use super::block::{Block, blocks};
use super::label::{
    LabelLayout, SpeakerLabel, after_direction, label, label_above, label_beside_time,
};
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
    pub(super) label: SpeakerLabel<'t>,
}

/// The lines of a text that could be turns.
#[derive(Debug, Default)]
pub(super) struct Turns<'t> {
    pub(super) dashes: Vec<TurnLine>,
    pub(super) labels: Vec<LabelledLine<'t>>,
    pub(super) blocks: Vec<Block>,
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
            blocks: blocks(text, lines),
            ..Turns::default()
        };
        let mut open = None;
        let mut last_end = 0;
        for line in lines.iter() {
            turns.paragraphs += usize::from(line.begins_paragraph);
            // In a chat a line follows a line, without a full stop.
            let first = line.begins_paragraph
                || line.parts_sentences
                || matches!(open, Some((_, Begins::Label(_))));
            let mut begins = first
                .then(|| Begins::of(&text[line.span], transcripts))
                .flatten();
            if begins.is_none() && first {
                begins = beside_time(text, line.span, transcripts);
            }
            if begins.is_none() && line.begins_paragraph {
                begins = above(text, line.span);
            }
            if line.begins_paragraph || begins.is_some() {
                turns.finish(text, open.take(), last_end);
                open = begins.map(|begins| (line.span.start(), begins));
            }
            last_end = line.span.end();
        }
        turns.finish(text, open, last_end);
        turns
    }

    /// Ends the line that is open, if one is.
    fn finish(&mut self, text: &str, open: Option<(usize, Begins<'t>)>, end: usize) {
        let Some((start, begins)) = open else {
            return;
        };
        let end = match begins {
            Begins::Label(label)
                if label.layout.is_above()
                    && (label.layout != LabelLayout::BesideTime || end <= start + label.speech) =>
            {
                end.max(end_of_speech(text, start + label.speech))
            }
            _ => end,
        };
        let line = TurnLine { start, end };
        match begins {
            Begins::Dash => self.dashes.push(line),
            Begins::Label(label) => self.labels.push(LabelledLine { line, label }),
        }
    }
}

/// The most line ends between a name and the speech below it: one line may be blank.
const MOST_LINE_ENDS: usize = 2;

/// A name in capitals or in bold on the first line of a paragraph that has more, above what it says.
fn above(text: &str, line: Span) -> Option<Begins<'_>> {
    let (name, layout) = label_above(&text[line])?;
    let after = text[line.end()..].strip_prefix(['\n', '\r'])?;
    let mut speech = after.trim_start();
    if speech.starts_with('(') {
        speech = after_direction(speech)?.trim_start();
    }
    let is_beside = text[line.end()..text.len() - speech.len()]
        .matches('\n')
        .count()
        <= MOST_LINE_ENDS;
    let is_speech = speech.lines().next()?.contains(char::is_lowercase);
    (is_beside && is_speech).then(|| {
        Begins::Label(SpeakerLabel {
            layout,
            name,
            speech: text.len() - speech.len() - line.start(),
            has_time: false,
        })
    })
}

/// The longest line that has nothing but a name and a time, in bytes.
const LONGEST_LINE_OF_CHAT: usize = 80;

/// A name and a time on a line of their own, above what was written then.
fn beside_time(text: &str, line: Span, transcripts: Transcripts) -> Option<Begins<'_>> {
    let label = &text[line];
    let ends_with_time =
        label.ends_with(|c: char| c.is_ascii_digit() || matches!(c, ']' | 'M' | 'm' | '.'));
    if label.len() > LONGEST_LINE_OF_CHAT || !ends_with_time {
        return None;
    }
    let name = label_beside_time(label, transcripts)?;
    let speech = text[line.end()..].trim_start();
    (!speech.is_empty()).then(|| {
        Begins::Label(SpeakerLabel {
            layout: LabelLayout::BesideTime,
            name,
            speech: text.len() - speech.len() - line.start(),
            has_time: true,
        })
    })
}

/// The longest speech of a screenplay, in bytes.
const LONGEST_SPEECH: usize = 4_000;

/// Where a speech ends whose speaker stands above it: before the next blank line.
fn end_of_speech(text: &str, start: usize) -> usize {
    let lines = text[start..].split_inclusive('\n');
    let lengths = lines
        .take_while(|line| !line.trim().is_empty())
        .scan(0, |end, line| {
            *end += line.len();
            Some(*end)
        });
    let end = lengths.take_while(|&end| end <= LONGEST_SPEECH).last();
    start + text[start..start + end.unwrap_or(0)].trim_end().len()
}

/// What a line begins with.
enum Begins<'t> {
    Dash,
    Label(SpeakerLabel<'t>),
}

impl<'t> Begins<'t> {
    fn of(line: &'t str, transcripts: Transcripts) -> Option<Begins<'t>> {
        match line.as_bytes() {
            // An item of a list in Markdown.
            [b'-', b' ', b'*' | b'_', ..] => label(line, transcripts).map(Begins::Label),
            [b'-', ..] | [0xE2, 0x80, 0x93..=0x95, ..] => Some(Begins::Dash),
            [
                b'A'..=b'Z'
                | b'a'..=b'z'
                | b'0'..=b'9'
                | b'@'
                | b'['
                | b'('
                | b'*'
                | b'<'
                | b'_'
                | 0xC3..=0xD5,
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
