//! How the lines of a document are set.

use super::cursor::byte;
use super::kind::TokenKind;
use super::range::Tokenized;
use super::sentence;

/// What the line ends of a document mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Layout {
    /// Each line is a paragraph.
    Lines,
    /// Lines were broken where they were full.
    Wrapped {
        /// The characters of a full line.
        width: usize,
    },
}

/// Wider lines than this are not broken by hand or by a typewriter.
const WIDEST: usize = 120;

impl Layout {
    /// Tells the layout from the lengths of all lines and from what stands at their ends. All
    /// breaks are among the tokens at `places`.
    pub(super) fn of(source: Tokenized<'_>, places: &[u32]) -> Layout {
        let Tokenized { text, tokens, .. } = source;
        let breaks = || {
            let places = places.iter().map(|&at| at as usize);
            places.filter(|&at| tokens[at].kind().is_break())
        };
        // Where only blank lines part paragraphs, nobody will ask.
        if breaks().all(|at| tokens[at].kind() == TokenKind::ParagraphBreak) {
            return Layout::Lines;
        }
        let mut line_breaks = 0;
        let mut like_paragraphs = 0;
        // How many lines there are of each length; the last place counts the longer ones.
        let mut lengths = [0; WIDEST + 2];
        let mut line = 0;
        let mut count = |start, end| lengths[length(text, start, end).min(WIDEST + 1)] += 1;
        for at in breaks() {
            let span = tokens[at].span();
            if tokens[at].kind() == TokenKind::LineBreak {
                line_breaks += 1;
                like_paragraphs += usize::from(parts_sentences(source, at));
            }
            count(line, span.start());
            line = span.end();
        }
        if let Some(last) = tokens.last() {
            count(line, last.span().end());
        }
        // Where lines are broken when they are full, few of them end with a sentence.
        if 2 * like_paragraphs > line_breaks {
            return Layout::Lines;
        }
        match width(&lengths) {
            width if width <= WIDEST => Layout::Wrapped { width },
            _ => Layout::Lines,
        }
    }

    /// Whether the single line end that is token `at`, of the line that starts at byte `line`, ends
    /// a paragraph.
    pub(super) fn ends_paragraph(self, source: Tokenized<'_>, line: usize, at: usize) -> bool {
        let Tokenized { text, tokens, .. } = source;
        let Layout::Wrapped { width } = self else {
            return true;
        };
        let span = tokens[at].span();
        let indents = || matches!(byte(text.as_bytes(), span.end()), b' ' | b'\t');
        let is_short = || 4 * length(text, line, span.start()) < 3 * width;
        parts_sentences(source, at) && (indents() || is_short())
    }
}

/// The number of characters of a line, exact where it is not more than [`WIDEST`].
fn length(text: &str, start: usize, end: usize) -> usize {
    // No character takes more than four bytes.
    if end - start > 4 * WIDEST {
        return end - start;
    }
    let line = &text.as_bytes()[start..end];
    if line.is_ascii() {
        return line.len();
    }
    text[start..end].chars().count()
}

/// The length that all but one line in fifty keep to.
fn width(lengths: &[usize]) -> usize {
    let lines: usize = lengths.iter().sum();
    let mut longer = 0;
    for (length, &count) in lengths.iter().enumerate().rev() {
        longer += count;
        if 50 * longer > lines {
            return length;
        }
    }
    0
}

/// Whether the line end that is token `at` stands behind the end of a sentence, and before what
/// can start one.
fn parts_sentences(source: Tokenized<'_>, at: usize) -> bool {
    let Tokenized { text, tokens, .. } = source;
    at > 0
        && tokens
            .get(at + 1)
            .is_some_and(|next| !sentence::is_lowercase(text, *next))
        && sentence::can_end_with(source, tokens[at - 1])
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
    fn a_blank_line_parts_paragraphs_whatever_stands_before_it() {
        assert_eq!(
            paragraphs("one,\n \ntwo\x0cthree\u{2029}four\r\n\r\nfive").len(),
            5
        );
        assert_eq!(paragraphs(" \n\n "), Vec::<&str>::new());
    }
}
