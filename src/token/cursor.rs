//! What stands at an offset of a text.

use super::byte_class::{self, ByteClass};
use super::window::letters_end;

/// The byte at an offset, or 0 beyond the end.
pub(super) fn byte(bytes: &[u8], at: usize) -> u8 {
    bytes.get(at).copied().unwrap_or(0)
}

/// The character at an offset that is a boundary, or NUL at the end.
pub(super) fn character(text: &str, at: usize) -> char {
    text[at..].chars().next().unwrap_or('\0')
}

/// Whether the character at an offset is one of a word.
pub(super) fn is_word_at(text: &str, at: usize) -> bool {
    match ByteClass::of(byte(text.as_bytes(), at)) {
        ByteClass::Letter | ByteClass::Digit => true,
        ByteClass::NonAscii => byte_class::is_word(character(text, at)),
        _ => false,
    }
}

/// The end of the word characters from `at` on.
pub(super) fn run_end(text: &str, mut at: usize) -> usize {
    let bytes = text.as_bytes();
    loop {
        match ByteClass::of(byte(bytes, at)) {
            ByteClass::Letter => at = letters_end(bytes, at + 1),
            ByteClass::Digit => at += 1,
            ByteClass::NonAscii => match character(text, at) {
                c if byte_class::is_word(c) => at += c.len_utf8(),
                _ => return at,
            },
            _ => return at,
        }
    }
}

/// White space.
pub(super) struct WhiteSpace {
    /// How many line ends it has; what parts paragraphs by itself counts as two.
    pub(super) line_ends: u32,
    /// The offsets after its first and its last line end.
    pub(super) first_line_end: usize,
    pub(super) last_line_end: usize,
    pub(super) end: usize,
}

/// The white space from `start` on.
#[inline]
pub(super) fn white_space(text: &str, start: usize) -> WhiteSpace {
    let line_feeds = match text.as_bytes()[start..] {
        [b'\n', b'!'..=b'~', ..] => 1,
        [b'\n', b'\n', b'!'..=b'~', ..] => 2,
        _ => return any_white_space(text, start),
    };
    let end = start + line_feeds;
    WhiteSpace {
        line_ends: line_feeds as u32,
        first_line_end: start + 1,
        last_line_end: end,
        end,
    }
}

#[inline(never)]
fn any_white_space(text: &str, start: usize) -> WhiteSpace {
    let mut found = WhiteSpace {
        line_ends: 0,
        first_line_end: start,
        last_line_end: start,
        end: start,
    };
    loop {
        let c = character(text, found.end);
        if !c.is_whitespace() {
            return found;
        }
        let carriage_return = c == '\r' && byte(text.as_bytes(), found.end + 1) == b'\n';
        found.end += c.len_utf8() + usize::from(carriage_return);
        if byte_class::is_line_end(c) {
            if found.line_ends == 0 {
                found.first_line_end = found.end;
            }
            found.line_ends += if byte_class::is_paragraph_end(c) {
                2
            } else {
                1
            };
            found.last_line_end = found.end;
        }
    }
}

/// The end of the characters from `at` on that belong to the one before.
pub(super) fn extension_end(text: &str, at: usize) -> usize {
    text.len() - text[at..].trim_start_matches(byte_class::extends).len()
}
