//! Where paragraphs end: at blank lines, at every line's end, or before an indented line.

/// How a document sets its paragraphs apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Layout {
    /// By blank lines; a line's end within them is white space.
    BlankLines,
    /// Every line is a paragraph.
    Lines,
    /// By an indented first line.
    Indents,
    /// By nothing but a short last line: the text was wrapped and lost its blank lines.
    Wrapped {
        /// The bytes of a full line.
        width: u16,
    },
}

/// Windows that [`Layout::of`] looks at, evenly spread, and the bytes of each.
const WINDOWS: usize = 16;
const WINDOW: usize = 4096;

impl Layout {
    /// The layout of a document, read from samples of bounded size.
    pub(crate) fn of(text: &str) -> Layout {
        let bytes = text.as_bytes();
        let mut lines = Lines::default();
        if bytes.len() <= WINDOWS * WINDOW {
            lines.add(bytes);
        } else {
            let stride = bytes.len() / WINDOWS;
            for k in 0..WINDOWS {
                lines.add(&bytes[k * stride..][..WINDOW]);
            }
        }
        lines.layout()
    }

    /// Whether the gap parts paragraphs.
    pub(super) fn is_break(self, bytes: &[u8], gap: &Gap) -> bool {
        if gap.newlines > 1 {
            return true;
        }
        match self {
            Layout::BlankLines => false,
            Layout::Lines => true,
            Layout::Indents => gap.indent >= 2,
            Layout::Wrapped { width } => {
                let width = width as usize;
                let line = &bytes[gap.start.saturating_sub(width)..gap.start];
                let length = match memchr::memrchr(b'\n', line) {
                    Some(newline) => line.len() - newline - 1,
                    None => line.len(),
                };
                length * 5 < width * 4
            }
        }
    }
}

/// White space with a line's end in it.
pub(super) struct Gap {
    pub(super) start: usize,
    pub(super) end: usize,
    newlines: usize,
    /// The columns of white space after the last line's end; a tab counts as four.
    indent: usize,
}

impl Gap {
    /// The first gap from a byte on.
    pub(super) fn behind(bytes: &[u8], from: usize) -> Option<Gap> {
        let newline = memchr::memchr(b'\n', &bytes[from..])?;
        Some(Gap::around(bytes, from, from + newline))
    }

    /// The gap around the line's end at `newline`, no byte of it before `from`.
    fn around(bytes: &[u8], from: usize, newline: usize) -> Gap {
        let before = bytes[from..newline].iter().rev();
        let start = newline - before.take_while(|b| b.is_ascii_whitespace()).count();
        let (mut newlines, mut indent) = (0, 0);
        let mut end = newline;
        while let Some(&byte) = bytes.get(end) {
            match byte {
                b'\n' => (newlines, indent) = (newlines + 1, 0),
                b'\t' => indent += 4,
                b' ' => indent += 1,
                b'\r' | 0x0C => {}
                _ => break,
            }
            end += 1;
        }
        Gap {
            start,
            end,
            newlines,
            indent,
        }
    }
}

/// Counts over lines, to tell a layout from.
#[derive(Default)]
struct Lines {
    lines: usize,
    blank_gaps: usize,
    indented: usize,
    bytes: usize,
    longest: usize,
    /// Lines that end as a paragraph can: with a full stop, a mark and the like.
    finished: usize,
}

impl Lines {
    fn add(&mut self, window: &[u8]) {
        let mut at = 0;
        while let Some(gap) = Gap::behind(window, at) {
            let length = gap.start - at;
            self.lines += 1;
            self.bytes += length;
            self.longest = self.longest.max(length);
            self.blank_gaps += usize::from(gap.newlines > 1);
            self.indented += usize::from(gap.newlines == 1 && gap.indent >= 2);
            let last = window[..gap.start].last();
            // Of ’, ” and » the last bytes.
            self.finished += usize::from(matches!(
                last,
                Some(b'.' | b'?' | b'!' | b'"' | b'\'' | b':' | b')' | 0x99 | 0x9D | 0xBB)
            ));
            at = gap.end;
        }
    }

    fn layout(&self) -> Layout {
        let mean = self.bytes / self.lines.max(1);
        if self.blank_gaps * 12 >= self.lines {
            Layout::BlankLines
        } else if self.indented * 20 >= self.lines && mean <= 100 {
            Layout::Indents
        } else if self.lines >= 6 && self.longest <= 100 && self.finished * 2 < self.lines {
            Layout::Wrapped {
                width: self.longest as u16,
            }
        } else {
            Layout::Lines
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Transcripts;
    use crate::quote::lines::lines;

    fn breaks(text: &str) -> usize {
        lines(text, Layout::of(text), Transcripts::NONE)
            .breaks
            .len()
    }

    #[test]
    fn a_layout_is_read_from_the_lines() {
        assert_eq!(breaks("One line\nand its end.\n\nAnother."), 1);
        assert_eq!(breaks("One line\r\nand its end.\r\n\r\nAnother."), 1);
        assert_eq!(breaks("A short paragraph.\nAnother one.\nA third."), 2);
        let indented =
            "   The first line of it\ngoes on here\nand here.\n   Another begins\nand ends.";
        assert_eq!(breaks(indented), 1);
        let wrapped = "The words of this line go on\nin the next line, which does\nthe same \
            thing, until at last\nit ends.\nAnd this is the next, wrapped\nas the other was, and \
            again\nto the end.";
        assert_eq!(breaks(wrapped), 1);
    }
}
