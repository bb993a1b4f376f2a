//! How the lines of a document are set.

use super::{Token, TokenKind, scan, sentence};

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
    /// Tells the layout from the lengths of all lines and from what stands at their ends.
    pub(super) fn of(text: &str, tokens: &[Token]) -> Layout {
        let mut breaks = 0;
        let mut like_paragraphs = 0;
        // How many lines there are of each length; the last place counts the longer ones.
        let mut lengths = [0; WIDEST + 2];
        let mut line = 0;
        let mut count = |line: usize, end: usize| {
            let length = text[line..end].chars().take(WIDEST + 1).count();
            lengths[length] += 1;
        };
        for (at, token) in tokens.iter().enumerate() {
            match token.kind() {
                TokenKind::LineBreak => {
                    breaks += 1;
                    like_paragraphs += usize::from(parts_sentences(text, tokens, at));
                }
                TokenKind::ParagraphBreak => {}
                _ => continue,
            }
            count(line, token.span().start());
            line = token.span().end();
        }
        if let Some(last) = tokens.last() {
            count(line, last.span().end());
        }
        // Where lines are broken when they are full, few of them end with a sentence.
        if 2 * like_paragraphs > breaks {
            return Layout::Lines;
        }
        match width(&lengths) {
            width if width <= WIDEST => Layout::Wrapped { width },
            _ => Layout::Lines,
        }
    }

    /// Whether the single line end that is token `at` ends a paragraph.
    pub(super) fn ends_paragraph(self, text: &str, tokens: &[Token], at: usize) -> bool {
        let Layout::Wrapped { width } = self else {
            return true;
        };
        let end = tokens[at].span().start();
        let full = text[..end]
            .chars()
            .rev()
            .take(width * 3 / 4)
            .take_while(|&c| c != '\n')
            .count()
            == width * 3 / 4;
        let indented = scan::byte(text.as_bytes(), tokens[at].span().end());
        (!full || matches!(indented, b' ' | b'\t')) && parts_sentences(text, tokens, at)
    }
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
fn parts_sentences(text: &str, tokens: &[Token], at: usize) -> bool {
    at > 0
        && tokens
            .get(at + 1)
            .is_some_and(|next| !sentence::is_lowercase(text, *next))
        && sentence::can_end_with(text, tokens[at - 1])
}
