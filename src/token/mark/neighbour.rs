//! What stands beside a mark.

use super::glyph;
use super::glyph::is_ascii_mark;

/// What stands beside a mark, past further marks and signs of emphasis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Neighbour {
    /// White space, or an end of the text.
    Edge,
    Word,
    /// A sign that stands before what it belongs to: ( [ / $.
    Opener,
    /// A sign that stands after what it belongs to: . , ! ) …
    Closer,
    /// `:`, which stands after a word but leads a quotation in.
    Colon,
    /// A full stop or an ellipsis, which can lead a quotation that begins in mid-sentence.
    Dots,
    Dash,
}

/// What stands before byte `at`.
pub(super) fn before(text: &str, at: usize) -> Neighbour {
    let Some(&last) = text.as_bytes()[..at].last() else {
        return Neighbour::Edge;
    };
    ASCII[last as usize].unwrap_or_else(|| first(text[..at].chars().rev()))
}

/// What stands from byte `at` on.
pub(super) fn after(text: &str, at: usize) -> Neighbour {
    let Some(&next) = text.as_bytes().get(at) else {
        return Neighbour::Edge;
    };
    ASCII[next as usize].unwrap_or_else(|| first(text[at..].chars()))
}

/// How many characters to each side of a mark its neighbour is looked for, past other marks and
/// the signs of emphasis: enough for `“‘_Word_’”`.
const REACH: usize = 4;

fn first(characters: impl Iterator<Item = char>) -> Neighbour {
    let mut known = characters.take(REACH).filter_map(of);
    known.next().unwrap_or(Neighbour::Edge)
}

/// What a character is beside a mark; `None` for what is looked past.
fn of(c: char) -> Option<Neighbour> {
    Some(match c {
        '\0'..='\x7f' => return ASCII[c as usize],
        _ if glyph::of(c).is_some() => return None,
        '\u{feff}' | '\u{200b}' => Neighbour::Edge,
        '£' | '€' | '¿' | '¡' => Neighbour::Opener,
        '‐'..='―' => Neighbour::Dash,
        '…' => Neighbour::Dots,
        c if c.is_whitespace() => Neighbour::Edge,
        c if c.is_alphanumeric() => Neighbour::Word,
        _ => Neighbour::Closer,
    })
}

/// What each byte of ASCII is; nothing is said of the others.
static ASCII: [Option<Neighbour>; 256] = {
    let mut table = [None; 256];
    let mut byte = 0;
    while byte < 128 {
        table[byte] = match byte as u8 {
            b'_' | b'*' | b'\\' => None,
            byte if is_ascii_mark(byte) => None,
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => Some(Neighbour::Word),
            // The angle brackets of markup, like white space, belong to no word.
            b' ' | b'\t'..=b'\r' | b'<' | b'>' => Some(Neighbour::Edge),
            b'(' | b'[' | b'{' | b'/' | b'$' | b'#' | b'@' | b'=' | b'|' => Some(Neighbour::Opener),
            b'-' => Some(Neighbour::Dash),
            b':' => Some(Neighbour::Colon),
            b'.' => Some(Neighbour::Dots),
            _ => Some(Neighbour::Closer),
        };
        byte += 1;
    }
    table
};
