//! Classes of bytes and characters.

use super::mark;

/// What a byte can begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ByteClass {
    /// White space that ends no line.
    Space,
    /// `\n`, `\r`, vertical tab or form feed.
    LineEnd,
    Comma,
    /// A mark of punctuation that has no class of its own.
    Punctuation,
    /// An ASCII letter.
    Letter,
    Digit,
    /// `"`, `'` or `` ` ``.
    Quote,
    Hyphen,
    Dot,
    At,
    Hash,
    Currency,
    Colon,
    /// `&` and `\\`, with which a character begins that is written in other ones.
    Escape,
    Underscore,
    /// Any other ASCII character.
    Symbol,
    /// A byte of a character beyond ASCII.
    NonAscii,
}

impl ByteClass {
    pub(super) const fn of(byte: u8) -> ByteClass {
        CLASSES[byte as usize]
    }
}

static CLASSES: [ByteClass; 256] = {
    let mut classes = [ByteClass::NonAscii; 256];
    let mut byte = 0;
    while byte < 128 {
        classes[byte] = match byte as u8 {
            b'a'..=b'z' | b'A'..=b'Z' => ByteClass::Letter,
            b'0'..=b'9' => ByteClass::Digit,
            b' ' | b'\t' => ByteClass::Space,
            b'\n' | b'\r' | 0x0B | 0x0C => ByteClass::LineEnd,
            byte if mark::is_ascii_mark(byte) => ByteClass::Quote,
            b'-' => ByteClass::Hyphen,
            b'.' => ByteClass::Dot,
            b'@' => ByteClass::At,
            b'#' => ByteClass::Hash,
            b'$' => ByteClass::Currency,
            b',' => ByteClass::Comma,
            b':' => ByteClass::Colon,
            b'_' => ByteClass::Underscore,
            b'&' | b'\\' => ByteClass::Escape,
            b';' | b'!' | b'?' | b'(' | b')' | b'[' | b']' | b'{' | b'}' | b'/' | b'*' => {
                ByteClass::Punctuation
            }
            _ => ByteClass::Symbol,
        };
        byte += 1;
    }
    classes
};

/// Whether words are made of this character, wherever it stands in them.
pub(super) fn is_word(c: char) -> bool {
    match c {
        '\0'..='\x7f' => matches!(ByteClass::of(c as u8), ByteClass::Letter | ByteClass::Digit),
        // General punctuation, without a search through Unicode's tables.
        '\u{2000}'..='\u{206f}' => matches!(c, '\u{200c}' | '\u{200d}'),
        _ => c.is_alphanumeric() || extends(c),
    }
}

/// Whether the character belongs to the one before it: an accent, a vowel sign, a joiner.
pub(super) fn extends(c: char) -> bool {
    match c as u32 {
        0..0x300 => c == '\u{ad}',
        0x300..=0x36F | 0x483..=0x489 | 0x591..=0x5BD | 0x5BF | 0x5C1..=0x5C2 | 0x5C4..=0x5C7 => {
            true
        }
        0x610..=0x61A | 0x64B..=0x65F | 0x670 | 0x6D6..=0x6DC | 0x6DF..=0x6E4 | 0x6E7..=0x6ED => {
            true
        }
        0x711 | 0x730..=0x74A | 0x7A6..=0x7B0 | 0x7EB..=0x7F3 | 0x816..=0x82D | 0x8D3..=0x8FF => {
            true
        }
        // The nukta, virama and accents of the scripts of India, at one position in each block.
        0x900..0xE00 => {
            matches!(c as u32 & 0x7F, 0x3C | 0x4D | 0x51..=0x54 | 0x7A..=0x7F)
                && !c.is_alphanumeric()
                || c == '\u{DCA}'
        }
        0xE38..=0xE3A | 0xE47..=0xE4E | 0xEB8..=0xEBC | 0xEC8..=0xECE => true,
        0xF18..=0xF19 | 0xF35 | 0xF37 | 0xF39 | 0xF71..=0xF84 | 0xF86..=0xF87 | 0xFC6 => true,
        0x1037 | 0x1039..=0x103A | 0x135D..=0x135F | 0x1714 | 0x1734 | 0x17C9..=0x17D3 => true,
        0x1A60 | 0x1A75..=0x1A7F | 0x1AB0..=0x1AFF | 0x1B34 | 0x1B44 | 0x1B6B..=0x1B73 => true,
        0x1CD0..=0x1CE8 | 0x1DC0..=0x1DFF => true,
        // The joiners, and what makes a picture of the sign before it.
        0x200C..=0x200D | 0x20D0..=0x20F0 | 0xFE00..=0xFE0F | 0x1F3FB..=0x1F3FF => true,
        0x302A..=0x302F | 0x3099..=0x309A | 0xFE20..=0xFE2F | 0xE0100..=0xE01EF => true,
        _ => false,
    }
}

/// Whether a line ends with this character. A carriage return and line feed are one end.
pub(super) fn is_line_end(c: char) -> bool {
    matches!(
        c,
        '\n' | '\r' | '\x0B' | '\x0C' | '\u{85}' | '\u{2028}' | '\u{2029}'
    )
}

/// Whether the character parts paragraphs by itself.
pub(super) fn is_paragraph_end(c: char) -> bool {
    matches!(c, '\x0C' | '\u{2029}')
}

/// Whether the character is a dash, or a hyphen beyond ASCII.
pub(super) fn is_dash(c: char) -> bool {
    matches!(
        c,
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{2E3A}' | '\u{2E3B}' | '\u{FE58}' | '\u{30A0}'
    )
}

/// Whether the character joins two parts of a word when it stands between them.
pub(super) fn joins_words(c: char) -> bool {
    mark::is_apostrophe(c)
        || matches!(
            c,
            '_' | '-' | '\u{2010}' | '\u{2011}' | '\u{FE63}' | '\u{FF0D}'
        )
}

pub(super) fn is_currency(c: char) -> bool {
    matches!(c, '$' | '¢'..='¥' | '\u{20A0}'..='\u{20CF}' | '\u{FF04}' | '\u{FFE0}' | '\u{FFE1}')
}

/// Whether a number may carry this sign after it.
pub(super) fn is_number_suffix(c: char) -> bool {
    matches!(c, '%' | '‰' | '°' | '¢' | '£' | '€')
}

/// Whether a character beyond ASCII that is neither of a word, nor white space, nor a quotation
/// mark, nor a dash is punctuation: those that Unicode's blocks of punctuation hold.
pub(super) fn is_punctuation(c: char) -> bool {
    matches!(
        c,
        '¡' | '§' | '¶' | '·' | '¿' | '\u{37E}' | '\u{387}' | '\u{55A}'..='\u{55F}' | '\u{589}'
            | '\u{58A}' | '\u{5BE}' | '\u{5C0}' | '\u{5C3}' | '\u{5C6}' | '\u{5F3}' | '\u{5F4}'
            | '\u{60C}' | '\u{61B}' | '\u{61F}' | '\u{66A}'..='\u{66D}' | '\u{6D4}' | '\u{964}'
            | '\u{965}' | '\u{E4F}' | '\u{104A}'..='\u{104F}' | '\u{2010}'..='\u{2027}'
            | '\u{2030}'..='\u{205E}' | '\u{2E00}'..='\u{2E5D}' | '\u{3001}'..='\u{3003}'
            | '\u{3008}'..='\u{3011}' | '\u{3014}'..='\u{301F}' | '\u{30FB}'
            | '\u{FE10}'..='\u{FE19}' | '\u{FE30}'..='\u{FE6B}' | '\u{FF01}'..='\u{FF0F}'
            | '\u{FF1A}' | '\u{FF1B}' | '\u{FF1F}' | '\u{FF3B}' | '\u{FF3D}' | '\u{FF5B}'
            | '\u{FF5D}' | '\u{FF61}' | '\u{FF64}' | '\u{FF65}'
    )
}
