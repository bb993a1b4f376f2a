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

/// The end of the characters from `at` on that belong to the one before.
pub(super) fn extension_end(text: &str, at: usize) -> usize {
    text.len() - text[at..].trim_start_matches(byte_class::extends).len()
}
