//! Tokens that are known by their first byte and the byte behind them.
//!
//! Four tokens in five are. To know that from two tables, without a branch for each kind, spares
//! the processor most of its wrong guesses, which would take half of the time.

use super::TokenKind;
use super::class::Class;

/// Whether a token that starts with `first` and has `behind` after it needs no further look: it is
/// a run of ASCII letters, or else one byte. The end of the text counts as NUL.
#[inline]
pub(super) fn is_token(first: u8, behind: u8) -> bool {
    NEEDS[first as usize] & HAS[behind as usize] != 0
}

/// Whether a word of letters ends before the byte whatever follows that.
pub(super) fn ends_word(behind: u8) -> bool {
    HAS[behind as usize] & END_OF_WORD != 0
}

/// The kind of a plain token that starts with the byte.
#[inline]
pub(super) fn kind(first: u8) -> TokenKind {
    KINDS[first as usize]
}

// What must stand behind a plain token, a bit each.
const ANYTHING: u8 = 1 << 0;
const END_OF_WORD: u8 = 1 << 1;
/// Two commas may be a quotation mark.
const NO_COMMA: u8 = 1 << 2;
/// No further line end, so that the first is a line break.
const VISIBLE: u8 = 1 << 3;

static KINDS: [TokenKind; 256] = {
    let mut kinds = [TokenKind::Punctuation; 256];
    let mut byte = 0;
    while byte < 256 {
        if let Class::Letter = Class::of(byte as u8) {
            kinds[byte] = TokenKind::Word;
        }
        byte += 1;
    }
    kinds[b'\n' as usize] = TokenKind::LineBreak;
    kinds
};

/// What must stand behind a plain token that starts with a byte; nothing where none does.
static NEEDS: [u8; 256] = {
    let mut needs = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        needs[byte] = match Class::of(byte as u8) {
            Class::Letter => END_OF_WORD,
            Class::Punctuation | Class::Colon | Class::Underscore => ANYTHING,
            Class::Comma => NO_COMMA,
            _ => 0,
        };
        byte += 1;
    }
    needs[b'\n' as usize] = VISIBLE;
    needs
};

/// What a byte is behind a token.
static HAS: [u8; 256] = {
    let mut has = [ANYTHING; 256];
    let mut byte = 0;
    while byte < 256 {
        has[byte] |= match Class::of(byte as u8) {
            Class::Space | Class::LineEnd => END_OF_WORD | NO_COMMA,
            Class::Punctuation => END_OF_WORD | NO_COMMA | VISIBLE,
            Class::Comma => END_OF_WORD | VISIBLE,
            Class::Symbol | Class::NonAscii => NO_COMMA,
            _ => NO_COMMA | VISIBLE,
        };
        byte += 1;
    }
    has[b'"' as usize] |= END_OF_WORD;
    has[0] |= END_OF_WORD;
    has
};
