//! The characters that are quotation marks, and what stands for them.
//!
//! To add a mark, add a line to [`CHARACTERS`], [`PAIRS`], [`ENTITIES`] or [`ESCAPES`]. No other file lists marks.

use Look::{Left, LeftOnly, Right, RightOnly, Straight};
use MarkStyle::{Corner, Double, Guillemet, Single, SingleGuillemet, WhiteCorner};

/// The family of marks that pair with each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum MarkStyle {
    Double,
    Single,
    Guillemet,
    SingleGuillemet,
    Corner,
    WhiteCorner,
}

/// The side of a mark that its glyph alone suggests.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Look {
    /// “ ‘ « and the like. Some languages close with them: „…“, »…«.
    Left,
    /// ” ’ » and the like. Some languages open with them: ”…”, »…«.
    Right,
    /// „ ‚ 「: nobody closes with them.
    LeftOnly,
    /// 」 and the like: nobody opens with them.
    RightOnly,
    /// " and '.
    Straight,
}

/// What a mark looks like.
#[derive(Clone, Copy, Debug)]
#[repr(align(4))]
pub(crate) struct Glyph {
    /// Its bytes.
    pub(super) len: u8,
    pub(super) style: MarkStyle,
    pub(super) look: Look,
}

impl Glyph {
    const fn new(len: usize, style: MarkStyle, look: Look) -> Glyph {
        Glyph {
            len: len as u8,
            style,
            look,
        }
    }
}

/// Single characters.
pub(crate) const CHARACTERS: &[(char, MarkStyle, Look)] = &[
    ('"', Double, Straight),
    ('\'', Single, Straight),
    ('`', Single, Left),
    // The controls that Windows-1252 has for ‘ ’ “ ”, read as Latin-1.
    ('\u{91}', Single, Left),
    ('\u{92}', Single, Right),
    ('\u{93}', Double, Left),
    ('\u{94}', Double, Right),
    ('«', Guillemet, Left),
    ('´', Single, Right),
    ('»', Guillemet, Right),
    ('‘', Single, Left),
    ('’', Single, Right),
    ('‚', Single, LeftOnly),
    ('‛', Single, Left),
    ('“', Double, Left),
    ('”', Double, Right),
    ('„', Double, LeftOnly),
    ('‟', Double, Left),
    // Primes.
    ('′', Single, Right),
    ('″', Double, Right),
    ('‴', Double, Right),
    ('‵', Single, Left),
    ('‶', Double, Left),
    ('‷', Double, Left),
    ('‹', SingleGuillemet, Left),
    ('›', SingleGuillemet, Right),
    // Ornaments.
    ('❛', Single, Left),
    ('❜', Single, Right),
    ('❝', Double, Left),
    ('❞', Double, Right),
    ('⹂', Double, LeftOnly),
    // Marks of East Asia: around titles, corners, primes for vertical text, wide and narrow forms.
    ('〈', SingleGuillemet, LeftOnly),
    ('〉', SingleGuillemet, RightOnly),
    ('《', Guillemet, LeftOnly),
    ('》', Guillemet, RightOnly),
    ('「', Corner, LeftOnly),
    ('」', Corner, RightOnly),
    ('『', WhiteCorner, LeftOnly),
    ('』', WhiteCorner, RightOnly),
    ('〝', Double, LeftOnly),
    ('〞', Double, RightOnly),
    ('〟', Double, RightOnly),
    ('﹁', Corner, LeftOnly),
    ('﹂', Corner, RightOnly),
    ('﹃', WhiteCorner, LeftOnly),
    ('﹄', WhiteCorner, RightOnly),
    ('＂', Double, Straight),
    ('＇', Single, Straight),
    ('｢', Corner, LeftOnly),
    ('｣', Corner, RightOnly),
];

/// Characters that can be apostrophes within a word, in copies of typewriters and of the far East too.
const APOSTROPHES: &[char] = &['\'', '’', '＇', '´'];

/// Characters that stand for a double mark where they are typed twice.
const PAIRS: &[(char, Look)] = &[
    ('\'', Straight),
    ('`', Left),
    (',', LeftOnly),
    ('‘', Left),
    ('’', Right),
    ('‚', LeftOnly),
];

/// Character references of HTML, without their ampersand.
const ENTITIES: &[(&str, MarkStyle, Look)] = &[
    ("quot;", Double, Straight),
    ("#34;", Double, Straight),
    ("#x22;", Double, Straight),
    ("apos;", Single, Straight),
    ("#39;", Single, Straight),
    ("#039;", Single, Straight),
    ("#x27;", Single, Straight),
    ("ldquo;", Double, Left),
    ("#8220;", Double, Left),
    ("#x201c;", Double, Left),
    ("rdquo;", Double, Right),
    ("#8221;", Double, Right),
    ("#x201d;", Double, Right),
    ("bdquo;", Double, LeftOnly),
    ("#8222;", Double, LeftOnly),
    ("#x201e;", Double, LeftOnly),
    ("lsquo;", Single, Left),
    ("#8216;", Single, Left),
    ("#x2018;", Single, Left),
    ("rsquo;", Single, Right),
    ("#8217;", Single, Right),
    ("#x2019;", Single, Right),
    ("sbquo;", Single, LeftOnly),
    ("#8218;", Single, LeftOnly),
    ("#x201a;", Single, LeftOnly),
    ("laquo;", Guillemet, Left),
    ("#171;", Guillemet, Left),
    ("#xab;", Guillemet, Left),
    ("raquo;", Guillemet, Right),
    ("#187;", Guillemet, Right),
    ("#xbb;", Guillemet, Right),
    ("lsaquo;", SingleGuillemet, Left),
    ("#8249;", SingleGuillemet, Left),
    ("rsaquo;", SingleGuillemet, Right),
    ("#8250;", SingleGuillemet, Right),
];

/// Escapes of JSON and of many programming languages, without their backslash.
const ESCAPES: &[(&str, MarkStyle, Look)] = &[
    ("\"", Double, Straight),
    ("'", Single, Straight),
    ("u0022", Double, Straight),
    ("u0027", Single, Straight),
    ("u00ab", Guillemet, Left),
    ("u00bb", Guillemet, Right),
    ("u2018", Single, Left),
    ("u2019", Single, Right),
    ("u201a", Single, LeftOnly),
    ("u201c", Double, Left),
    ("u201d", Double, Right),
    ("u201e", Double, LeftOnly),
    ("u2039", SingleGuillemet, Left),
    ("u203a", SingleGuillemet, Right),
];

/// The glyph at the start of a text.
pub(super) fn first_glyph(text: &[u8]) -> Option<Glyph> {
    match text {
        [b'&', rest @ ..] => return written_out(ENTITIES, rest),
        [b'\\', rest @ ..] => return written_out(ESCAPES, rest),
        _ => {}
    }
    let entry = GLYPHS.entry(text);
    match entry.pair {
        Some(pair) if stands_twice(text, pair) => Some(pair),
        _ => entry.single,
    }
}

/// Whether the character at the start is there twice; not if the first of three marks closes an inner
/// quotation and the two after it an outer one: 'no'''.
#[inline(never)]
fn stands_twice(bytes: &[u8], pair: Glyph) -> bool {
    let starts_word = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'\'' || *byte >= 0x80;
    match bytes {
        [b'\'', b'\'', b'\'', after @ ..] => after.first().is_some_and(starts_word),
        [first, second, ..] if pair.len == 2 => first == second,
        _ => {
            let (first, after) = bytes.split_at(pair.len as usize / 2);
            after.starts_with(first)
        }
    }
}

/// The glyph of a character that is written in others, of which the first has been read.
#[cold]
#[inline(never)]
fn written_out(names: &[(&str, MarkStyle, Look)], rest: &[u8]) -> Option<Glyph> {
    names.iter().find_map(|&(name, style, look)| {
        let found = rest.get(..name.len())?;
        let matches = found.eq_ignore_ascii_case(name.as_bytes());
        matches.then_some(Glyph::new(name.len() + 1, style, look))
    })
}

/// Whether a byte of ASCII is a mark.
pub(in crate::token) const fn is_ascii_mark(byte: u8) -> bool {
    let mut i = 0;
    while i < CHARACTERS.len() {
        if CHARACTERS[i].0 as u32 == byte as u32 {
            return true;
        }
        i += 1;
    }
    false
}

/// Whether a character can be an apostrophe within a word: don't, don’t.
#[inline]
pub(crate) fn is_apostrophe(c: char) -> bool {
    APOSTROPHES.contains(&c)
}

/// The glyph of a character.
pub(super) fn of(c: char) -> Option<Glyph> {
    let entry = GLYPHS.entry(c.encode_utf8(&mut [0; 4]).as_bytes());
    entry.single
}

/// What a character is alone and typed twice.
#[derive(Clone, Copy)]
struct GlyphEntry {
    single: Option<Glyph>,
    pair: Option<Glyph>,
}

const NO_MARK: GlyphEntry = GlyphEntry {
    single: None,
    pair: None,
};

/// The entries of all characters.
struct Glyphs {
    ascii: [GlyphEntry; 128],
    /// The others stand in pages of 64, most of them on one that is empty.
    page_of: [u8; CHARACTERS_WITH_A_PAGE / PAGE],
    pages: [[GlyphEntry; PAGE]; PAGES],
}

/// All that take three bytes at most: no mark takes four.
const CHARACTERS_WITH_A_PAGE: usize = 0x1_0000;

const PAGE: usize = 64;

/// The empty page and no more than those with a mark.
const PAGES: usize = {
    let mut pages = 1;
    let mut i = 0;
    while i < CHARACTERS.len() {
        let mut first = 0;
        while CHARACTERS[first].0 as usize / PAGE != CHARACTERS[i].0 as usize / PAGE {
            first += 1;
        }
        pages += (first == i) as usize;
        i += 1;
    }
    pages
};

impl Glyphs {
    const fn new() -> Glyphs {
        let mut glyphs = Glyphs {
            ascii: [NO_MARK; 128],
            page_of: [0; CHARACTERS_WITH_A_PAGE / PAGE],
            pages: [[NO_MARK; PAGE]; PAGES],
        };
        let mut pages = 0;
        let mut i = 0;
        while i < CHARACTERS.len() {
            let (c, style, look) = CHARACTERS[i];
            if !c.is_ascii() && glyphs.page_of[c as usize / PAGE] == 0 {
                pages += 1;
                glyphs.page_of[c as usize / PAGE] = pages;
            }
            glyphs.entry_mut(c).single = Some(Glyph::new(c.len_utf8(), style, look));
            i += 1;
        }
        let mut i = 0;
        while i < PAIRS.len() {
            let (c, look) = PAIRS[i];
            glyphs.entry_mut(c).pair = Some(Glyph::new(2 * c.len_utf8(), Double, look));
            i += 1;
        }
        glyphs
    }

    const fn entry_mut(&mut self, c: char) -> &mut GlyphEntry {
        if c.is_ascii() {
            return &mut self.ascii[c as usize];
        }
        let page = self.page_of[c as usize / PAGE];
        assert!(
            page != 0,
            "what stands for a mark twice, alone is in a page of one"
        );
        &mut self.pages[page as usize][c as usize % PAGE]
    }

    /// The entry of the character at the start of a text.
    fn entry(&self, text: &[u8]) -> &GlyphEntry {
        // Each byte after the first has six bits of the character, as many as a page.
        let (page, position) = match *text {
            [first @ ..0x80, ..] => return &self.ascii[first as usize],
            [first @ 0xC0..0xE0, last, ..] => (first as usize & 0x1F, last),
            [first @ 0xE0..0xF0, second, last, ..] => {
                ((first as usize & 0xF) << 6 | second as usize & 0x3F, last)
            }
            _ => return &NO_MARK,
        };
        &self.pages[self.page_of[page] as usize][position as usize & 0x3F]
    }
}

static GLYPHS: Glyphs = Glyphs::new();

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_glyph_is_found() {
        let found = |text: &str| {
            let glyph = first_glyph(text.as_bytes()).unwrap_or_else(|| panic!("{text}"));
            (glyph.len as usize, glyph.style, glyph.look)
        };
        for &(c, style, look) in CHARACTERS {
            let text = format!("{c}a");
            assert_eq!(found(&text), (c.len_utf8(), style, look), "{text}");
        }
        for &(c, look) in PAIRS {
            let text = format!("{c}{c}a");
            assert_eq!(found(&text), (2 * c.len_utf8(), Double, look), "{text}");
        }
        for &(name, style, look) in ENTITIES {
            let text = format!("&{name}a");
            assert_eq!(found(&text), (1 + name.len(), style, look), "{text}");
        }
        for &(name, style, look) in ESCAPES {
            let text = format!("\\{name}a");
            assert_eq!(found(&text), (1 + name.len(), style, look), "{text}");
        }
        for text in ["a", ",", "—", "…", "&amp;", "\\n", "é", "\u{1F600}"] {
            assert!(first_glyph(text.as_bytes()).is_none(), "{text}");
        }
    }
}
