//! The lines of a text, and which of them begin paragraphs.
//!
//! Blank lines part paragraphs. What a single line end means depends on how the text is set: each line
//! may be a paragraph, or lines were broken where they were full.

use std::slice;

use super::abbreviation::Abbreviation;
use super::byte_class;
use super::cursor::white_space;
use super::mark;
use super::orthography::Orthography;
use super::word_list::WordList;
use crate::share::Share;
use crate::span::Span;

/// A line that is not blank.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct TextLine {
    /// From its first character to its last, without white space around.
    pub(crate) span: Span,
    pub(crate) begins_paragraph: bool,
    /// Whether a sentence can end before it and another begin with it, if no more than a line end
    /// stands between.
    pub(crate) parts_sentences: bool,
    /// The columns of white space before it in its line, up to 255.
    indent: u8,
}

/// The lines of a text, in its order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Lines(Vec<TextLine>);

impl Lines {
    /// The lines of a text.
    pub(crate) fn of(text: &str, orthography: &Orthography) -> Lines {
        let mut lines = Lines::default();
        lines.read(text, orthography);
        lines
    }

    /// Puts the lines of a text in place of those of another.
    pub(super) fn read(&mut self, text: &str, orthography: &Orthography) {
        self.0.clear();
        let text = text.trim_end();
        let has_rare = has_rare_line_ends(text);
        let mut start = text.len() - text.trim_start().len();
        let mut line = TextLine {
            span: Span::default(),
            begins_paragraph: true,
            parts_sentences: false,
            indent: 0,
        };
        while start < text.len() {
            let end = line_end(text, start, has_rare);
            let content = text[start..end].trim_end();
            line.span = Span::between(start as u32, (start + content.len()) as u32);
            self.0.push(line);
            let gap = white_space(text, end);
            line.begins_paragraph = gap.line_ends > 1;
            line.indent = columns(&text[gap.last_line_end..gap.end]);
            line.parts_sentences = !line.begins_paragraph
                && can_begin_sentence(&text[gap.end..])
                && can_end_sentence(content, &orthography.abbreviations);
            start = gap.end;
        }
        self.settle(text);
    }

    /// Settles which lines after a single line end begin paragraphs.
    fn settle(&mut self, text: &str) {
        // Where only blank lines part paragraphs, there is nothing to settle.
        if self.0.iter().all(|line| line.begins_paragraph) {
            return;
        }
        let layout = Layout::of(text, &self.0);
        let mut last = self.0[0];
        for line in &mut self.0 {
            line.begins_paragraph |= match layout {
                Layout::Lines => true,
                Layout::Wrapped { width } => {
                    let is_short = || length(text, last.span) * FULL.1 < width * FULL.0;
                    // Of a whole passage that is indented, no line is so by itself.
                    let is_indented = line.indent >= last.indent.saturating_add(INDENT);
                    line.parts_sentences && (is_indented || is_short())
                }
            };
            last = *line;
        }
    }

    pub(crate) fn iter(&self) -> slice::Iter<'_, TextLine> {
        self.0.iter()
    }

    /// The white space before each paragraph, but for the first one only if there is some.
    pub(crate) fn paragraph_breaks(&self) -> impl Iterator<Item = Span> {
        let mut end = 0;
        self.0.iter().filter_map(move |line| {
            let gap = Span::between(end, line.span.start() as u32);
            end = line.span.end() as u32;
            (line.begins_paragraph && !gap.is_empty()).then_some(gap)
        })
    }
}

/// What a single line end means.
enum Layout {
    /// It ends a paragraph.
    Lines,
    /// Lines were broken where they were full.
    Wrapped {
        /// The characters of a full line.
        width: usize,
    },
}

/// Wider lines than this are not broken by hand or by a typewriter.
const WIDEST: usize = 120;

/// A full line has at least this part of the width: a line may end early where a long word would not
/// have fitted, but seldom by a quarter.
const FULL: (usize, usize) = (3, 4);

/// About how many lines of a text tell how it is set.
const SAMPLE: usize = 2000;

/// The columns by which the first line of a paragraph is set in, at least; one may be a slip.
const INDENT: u8 = 2;

/// The columns of a tab.
const TAB: u8 = 4;

/// No one breaks lines that are narrower than a long word: such lines are numbers and letters of lists.
const NARROWEST: usize = 12;

/// How many single line ends can tell the width of the lines before them; fewer may all stand after
/// headings, and then all lines are asked.
const ENOUGH: usize = 6;

/// No line of a list is longer than this, and hardly any that is broken where it is full is so short.
const SHORT: usize = 60;

/// One line in 50 may be wider than lines are full: a heading, a table, a slip.
const WIDER: usize = 50;

impl Layout {
    /// Tells the layout from the lengths of the lines and from what stands at their ends.
    fn of(text: &str, lines: &[TextLine]) -> Layout {
        let sample = || lines.iter().step_by(lines.len() / SAMPLE + 1);
        let single_ends = sample().filter(|line| !line.begins_paragraph);
        let parted = single_ends.clone().filter(|line| line.parts_sentences);
        // Where lines are broken when they are full, few of them end with a sentence.
        if Share::HALF.is_exceeded(parted.count(), single_ends.clone().count()) {
            return Layout::Lines;
        }
        if is_list(text, lines) {
            return Layout::Lines;
        }
        // How many lines there are of each length before an end where they may have been broken; the
        // last position counts the longer ones.
        let is_enough = single_ends.count() >= ENOUGH;
        let mut counts = [0; WIDEST + 2];
        let pairs = lines.windows(2).step_by(lines.len() / SAMPLE + 1);
        for pair in pairs.filter(|pair| !(is_enough && pair[1].begins_paragraph)) {
            counts[length(text, pair[0].span).min(WIDEST + 1)] += 1;
        }
        match width(&counts) {
            width @ NARROWEST..=WIDEST => Layout::Wrapped { width },
            _ => Layout::Lines,
        }
    }
}

/// Whether each line is a headline, an entry or the like: all begin as sentences do, and none breaks off within a
/// clause, as the lines of poems do.
fn is_list(text: &str, lines: &[TextLine]) -> bool {
    let is_short = lines.iter().all(|line| length(text, line.span) <= SHORT);
    let pairs = lines.windows(2).filter(|pair| !pair[1].begins_paragraph);
    let is_parted = |pair: &[TextLine]| {
        let [before, line] = [pair[0], pair[1]].map(|line| &text[line.span]);
        let has_small_letters = line.bytes().any(|byte| byte.is_ascii_lowercase());
        has_small_letters
            && can_begin_sentence(line)
            && !before.ends_with([',', ';', '-', '–', '—'])
    };
    is_short && pairs.clone().all(is_parted) && pairs.count() > 0
}

/// The columns that white space takes, up to 255.
fn columns(space: &str) -> u8 {
    space.chars().fold(0, |columns: u8, c| {
        columns.saturating_add(if c == '\t' { TAB } else { 1 })
    })
}

/// The number of characters of a line, exact where it is not more than [`WIDEST`].
fn length(text: &str, line: Span) -> usize {
    // No character takes more than four bytes.
    if line.len() > 4 * WIDEST {
        return line.len();
    }
    let line = &text[line];
    match line.is_ascii() {
        true => line.len(),
        false => line.chars().count(),
    }
}

/// The length that all but one line in [`WIDER`] keep to.
fn width(counts: &[usize]) -> usize {
    let lines: usize = counts.iter().sum();
    let mut longer = 0;
    for (length, &count) in counts.iter().enumerate().rev() {
        longer += count;
        if WIDER * longer > lines {
            return length;
        }
    }
    0
}

/// Whether a line can end with a sentence.
fn can_end_sentence(line: &str, abbreviations: &WordList<Abbreviation>) -> bool {
    let mut before = line.trim_end_matches(['*', '_']).chars();
    match before.next_back() {
        Some('.') => {
            let before = before.as_str();
            let word = before
                .rsplit(|c: char| !byte_class::is_word(c) && c != '-')
                .next();
            word.is_none_or(|word| abbreviations.used(word) != Abbreviation::Title)
        }
        Some('…' | '!' | '?' | ')' | ']' | ':' | '。' | '！' | '？') => true,
        Some(c) => mark::can_close(c),
        None => false,
    }
}

/// Whether a text can begin with a sentence: with no small letter, but for names such as "iPhone".
fn can_begin_sentence(text: &str) -> bool {
    let mut letters = text.chars();
    !letters.next().is_some_and(char::is_lowercase)
        || letters.next().is_some_and(char::is_uppercase)
}

/// Whether a text has a line end that hardly any has: a vertical tab, U+85, U+2028 or U+2029.
fn has_rare_line_ends(text: &str) -> bool {
    let bytes = text.as_bytes();
    // The last bytes of these characters are rare in others, their first ones are not.
    let last_bytes = memchr::memchr3_iter(0x0B, 0xA8, 0xA9, bytes);
    last_bytes
        .chain(memchr::memchr_iter(0x85, bytes))
        .filter_map(|at| text.get(..=at))
        .any(|before| before.ends_with(byte_class::is_line_end))
}

/// Where the line ends that starts at an offset; `has_rare` tells whether some line end is rare.
fn line_end(text: &str, start: usize, has_rare: bool) -> usize {
    let rest = &text[start..];
    let length = match has_rare {
        false => memchr::memchr3(b'\n', b'\r', 0x0C, rest.as_bytes()),
        true => rest.find(byte_class::is_line_end),
    };
    start + length.unwrap_or(rest.len())
}

#[cfg(test)]
mod tests {
    use crate::token::Tokenizer;

    fn paragraphs(text: &str) -> Vec<&str> {
        let spans = Tokenizer::new().paragraphs(text);
        spans.map(|span| &text[span]).collect()
    }

    #[test]
    fn lines_that_end_with_sentences_are_paragraphs() {
        let lines = [
            "Rain is on its way",
            "It will rain on Monday, and on all the days after it, said the forecasters.",
            "“Take an umbrella,” one of them said.",
            "Nobody did.",
        ];
        assert_eq!(paragraphs(&lines.join("\n")), lines);
        assert_eq!(paragraphs(&lines.join("\r\n")), lines);
    }

    #[test]
    fn long_lines_are_paragraphs() {
        let long = "and so it went on and on and on ".repeat(10);
        let text = format!("One heading\nAnother heading\n{}\nA third", long.trim());
        assert_eq!(paragraphs(&text).len(), 4);
    }

    #[test]
    fn full_lines_go_on() {
        let text = "\
            The ferry left at noon with two hundred people on its\n\
            deck. It was late, as it had been all week, and no one\n\
            waved it off. There was a band, but it did not play.\n\n\
            “Are we there yet?” asked a child. “Soon,” said his\n\
            mother. “Very soon.”\n\n\
            They were not.";
        let found = paragraphs(text);
        assert_eq!(found.len(), 3, "{found:?}");
        assert!(found[1].ends_with("mother. “Very soon.”"));
    }

    #[test]
    fn a_short_or_an_indented_line_parts_paragraphs_among_full_ones() {
        let full = "The ferry left at noon with two hundred on its deck and\n".repeat(6);
        let text =
            format!("{full}then it sank.\nNo one was hurt. {full}it was over.\n  Or was it?");
        let found = paragraphs(&text);
        assert_eq!(found.len(), 3, "{found:?}");
        assert_eq!(found[2], "Or was it?");
    }

    #[test]
    fn an_indented_passage_is_one_paragraph() {
        let full = "    The ferry left at noon with two hundred on its deck\n";
        let text =
            format!("She wrote:\n\n{full}    and sank. It was late. No one\n{full}    again.");
        assert_eq!(paragraphs(&text).len(), 2);
    }

    #[test]
    fn the_lines_that_are_broken_tell_the_width() {
        let long = "and so it went on and on and on ".repeat(10);
        let full = "The ferry left at noon with two hundred on its deck and\n".repeat(6);
        let text = format!("{0}\n\n{0}\n\n{full}sank.", long.trim());
        assert_eq!(paragraphs(&text).len(), 3);
    }

    #[test]
    fn short_lines_that_are_few_or_narrow_are_not_broken() {
        let long = "and so it went on and on and on ".repeat(10);
        let heading = format!("Ferry sinks;\nAll are safe.\n\n{0}\n\n{0}", long.trim());
        assert_eq!(paragraphs(&heading).len(), 4);
        let list = (1..9).map(|number| format!("{number}\nShe likes ferries\n\n"));
        assert_eq!(paragraphs(&list.collect::<String>()).len(), 16);
    }

    #[test]
    fn a_blank_line_parts_paragraphs_whatever_stands_before_it() {
        assert_eq!(
            paragraphs("one,\n \ntwo\x0cthree\u{2029}four\r\n\r\nfive").len(),
            5
        );
        assert_eq!(paragraphs(" \n\n "), Vec::<&str>::new());
        for end in ["\n\u{a0}\n", "\r\r", "\u{2028} \u{85}", "\x0B\x0B"] {
            assert_eq!(paragraphs(&format!("one,{end}two")).len(), 2, "{end:?}");
        }
    }

    #[test]
    fn an_abbreviation_that_something_follows_ends_no_line_of_a_paragraph() {
        let full = "The ferry left at noon with two hundred on its deck and\n".repeat(6);
        let text = format!("{full}then came Mrs.\nBerg, and no one else came.");
        assert_eq!(paragraphs(&text).len(), 1);
    }
}
