//! Tokens that are known by their first byte and the byte after them.
//!
//! Four tokens in five are. To know that from a table, without a branch for each kind, spares
//! the processor most of its wrong guesses, which would take half of the time.

use super::byte_class::ByteClass;
use super::kind::TokenKind;

/// Whether a token that starts with `first` and has `after` after it needs no further look: it is
/// a run of ASCII letters, or else one byte. The end of the text counts as NUL.
#[inline]
pub(super) fn is_token(first: u8, after: u8) -> bool {
    BYTES[first as usize].needs & BYTES[after as usize].has != 0
}

/// Whether a word of letters ends before the byte whatever follows that.
pub(super) fn ends_word(after: u8) -> bool {
    BYTES[after as usize].has & END_OF_WORD != 0
}

/// The kind of a plain token that starts with the byte.
#[inline]
pub(super) fn kind(first: u8) -> TokenKind {
    BYTES[first as usize].kind
}

/// What a byte tells, first in a token and after one.
#[derive(Clone, Copy)]
#[repr(align(4))]
struct Byte {
    /// What must stand after a plain token that starts with the byte; nothing where none does.
    needs: u8,
    /// What the byte is after a token.
    has: u8,
    kind: TokenKind,
}

// What must stand after a plain token, a bit each.
const ANYTHING: u8 = 1 << 0;
const END_OF_WORD: u8 = 1 << 1;
/// Two commas may be a quotation mark.
const NO_COMMA: u8 = 1 << 2;
/// No further line end, so that the first is a line break.
const VISIBLE: u8 = 1 << 3;

static BYTES: [Byte; 256] = {
    let mut bytes = [Byte {
        needs: 0,
        has: 0,
        kind: TokenKind::Punctuation,
    }; 256];
    let mut byte = 0;
    while byte < 256 {
        let class = ByteClass::of(byte as u8);
        bytes[byte].needs = match class {
            ByteClass::Letter => END_OF_WORD,
            ByteClass::Punctuation | ByteClass::Colon | ByteClass::Underscore => ANYTHING,
            ByteClass::Comma => NO_COMMA,
            _ => 0,
        };
        bytes[byte].has = ANYTHING
            | match class {
                ByteClass::Space | ByteClass::LineEnd => END_OF_WORD | NO_COMMA,
                ByteClass::Punctuation => END_OF_WORD | NO_COMMA | VISIBLE,
                ByteClass::Comma => END_OF_WORD | VISIBLE,
                ByteClass::Symbol | ByteClass::NonAscii => NO_COMMA,
                _ => NO_COMMA | VISIBLE,
            };
        if let ByteClass::Letter = class {
            bytes[byte].kind = TokenKind::Word;
        }
        byte += 1;
    }
    bytes[b'\n' as usize].needs = VISIBLE;
    bytes[b'\n' as usize].kind = TokenKind::LineBreak;
    bytes[b'"' as usize].has |= END_OF_WORD;
    bytes[0].has |= END_OF_WORD;
    bytes
};
