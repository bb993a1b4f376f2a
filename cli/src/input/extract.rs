//! A text that is put together from pieces of a file.

use super::origin::{Origin, Piece};

/// Whether a character shows where a word may be parted or not, and nothing else: soft hyphens, spaces
/// and joiners without a width, byte order marks.
pub(crate) fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}')
}

/// Joins pieces to paragraphs and keeps where each came from.
#[derive(Debug, Default)]
pub(crate) struct Extract {
    text: String,
    pieces: Vec<Piece>,
    part: u32,
    /// What is to stand before the next piece.
    gap: Gap,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
enum Gap {
    #[default]
    None,
    Space,
    Line,
    Paragraph,
}

impl Extract {
    /// Everything from here on comes from the part of this number.
    pub(crate) fn begin_part(&mut self, number: usize) {
        self.end_paragraph();
        self.part = number as u32;
    }

    pub(crate) fn end_paragraph(&mut self) {
        self.gap = Gap::Paragraph;
    }

    pub(crate) fn end_line(&mut self) {
        self.gap = self.gap.max(Gap::Line);
    }

    /// Adds a mark that belongs to the words before it; what is to stand between comes after it.
    pub(crate) fn push_closing(&mut self, mark: &str, from: usize, from_len: usize) {
        let gap = std::mem::take(&mut self.gap);
        self.push_piece(mark, from, from_len);
        self.gap = gap;
    }

    /// Adds words as they stand in the file, but for what nobody sees.
    pub(crate) fn push_verbatim(&mut self, words: &str) {
        self.push_visible(words, 0, words.len());
    }

    /// Adds what a stretch of the file stands for, such as a character reference.
    pub(crate) fn push_reference(&mut self, words: &str, from: usize, from_len: usize) {
        match words {
            " " | "\n" | "\t" | "\r" => self.gap = self.gap.max(Gap::Space),
            _ => self.push_visible(words, from, from_len),
        }
    }

    /// Adds words that stand in the file from an offset on, or in a stretch of it if they are written
    /// otherwise there. White space becomes one space.
    pub(crate) fn push(&mut self, words: &str, from: usize, from_len: usize) {
        if words.len() != from_len {
            return self.push_reference(words, from, from_len);
        }
        let mut rest = words;
        while !rest.is_empty() {
            let is_space = |c: char| matches!(c, ' ' | '\t' | '\n' | '\r' | '\x0C');
            let word = rest.find(is_space).unwrap_or(rest.len());
            // A single space stays part of the piece that it stands in.
            let mut end = word;
            while rest[end..].starts_with(' ')
                && rest[end + 1..].starts_with(|c: char| !is_space(c))
                && end > 0
            {
                end += 1;
                end += rest[end..].find(is_space).unwrap_or(rest.len() - end);
            }
            let at = from + words.len() - rest.len();
            self.push_visible(&rest[..end], at, end);
            let after = rest[end..].trim_start_matches(is_space);
            if after.len() < rest.len() - end {
                self.gap = self.gap.max(Gap::Space);
            }
            rest = after;
        }
    }

    /// Adds words without what nobody sees, which would part a word or a name.
    fn push_visible(&mut self, words: &str, from: usize, from_len: usize) {
        if !words.contains(is_invisible) {
            return self.push_piece(words, from, from_len);
        }
        if words.len() != from_len {
            let words = words.replace(is_invisible, "");
            return self.push_piece(&words, from, from_len);
        }
        let mut at = from;
        for run in words.split_inclusive(is_invisible) {
            let seen = run.trim_end_matches(is_invisible);
            self.push_piece(seen, at, seen.len());
            at += run.len();
        }
    }

    fn push_piece(&mut self, words: &str, from: usize, from_len: usize) {
        if words.is_empty() {
            return;
        }
        if !self.text.is_empty() {
            self.text.push_str(match self.gap {
                Gap::None => "",
                Gap::Space => " ",
                Gap::Line => "\n",
                Gap::Paragraph => "\n\n",
            });
        }
        self.gap = Gap::None;
        self.pieces.push(Piece {
            at: self.text.len(),
            len: words.len(),
            from,
            from_len,
            part: self.part,
        });
        self.text.push_str(words);
    }

    /// The text and the way back.
    pub(crate) fn finish(self, parts: Vec<String>) -> (String, Origin) {
        (self.text, Origin::new(parts, self.pieces))
    }
}
