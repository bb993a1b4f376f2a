//! The characters that are quotation marks, and what stands for them.

/// The family of marks that pair with each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Shape {
    /// “ ” „ ‟ " and what stands for them: `` '' ,, ″ 〝 〞.
    Double,
    /// ‘ ’ ‚ ‛ ' and what stands for them: ` ´ ′.
    Single,
    /// « » and 《 》.
    Guillemet,
    /// ‹ › and 〈 〉.
    SingleGuillemet,
    /// 「 」.
    Corner,
    /// 『 』.
    WhiteCorner,
}

/// The side of a mark that its glyph alone suggests.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Look {
    /// “ ‘ « and the like. Some languages close with them: „…“, »…«.
    Left,
    /// ” ’ » and the like. Some languages open with them: ”…”, »…«.
    Right,
    /// „ ‚ 「: nobody closes with them, except that ⹂ opens as „ does.
    LeftOnly,
    /// 」 and the like.
    RightOnly,
    /// " and '.
    Straight,
}

/// What a mark looks like.
#[derive(Clone, Copy, Debug)]
pub(super) struct Glyph {
    /// Its bytes.
    pub(super) len: u8,
    pub(super) shape: Shape,
    pub(super) look: Look,
}

/// The glyph at byte `at`.
pub(super) fn glyph_at(bytes: &[u8], at: usize) -> Option<Glyph> {
    use Look::*;
    use Shape::*;
    let rest = &bytes[at..];
    let (len, shape, look) = match *rest {
        [b'"', ..] => (1, Double, Straight),
        // “ and ”, before the rarer ones.
        [0xE2, 0x80, 0x9C, ..] => (3, Double, Left),
        [0xE2, 0x80, 0x9D, ..] => (3, Double, Right),
        // The inner mark closes before the outer: 'no'''.
        [b'\'', b'\'', b'\'', ref after @ ..] if !starts_word(after) => (1, Single, Straight),
        [b'\'', b'\'', ..] => (2, Double, Straight),
        [b'\'', ..] => (1, Single, Straight),
        [b'`', b'`', ..] => (2, Double, Left),
        [b'`', ..] => (1, Single, Left),
        [b',', b',', ..] => (2, Double, LeftOnly),
        [b'&', ..] => return entity(rest),
        [0xC2, byte, ..] => match byte {
            // The C1 controls that Windows-1252 has for ‘ ’ “ ”, read as Latin-1.
            0x91 => (2, Single, Left),
            0x92 | 0xB4 => (2, Single, Right),
            0x93 => (2, Double, Left),
            0x94 => (2, Double, Right),
            0xAB => (2, Guillemet, Left),
            0xBB => (2, Guillemet, Right),
            _ => return None,
        },
        // ‘‘ and ’’ stand for a double mark.
        [0xE2, 0x80, 0x98, 0xE2, 0x80, 0x98, ..] => (6, Double, Left),
        [0xE2, 0x80, 0x99, 0xE2, 0x80, 0x99, ..] => (6, Double, Right),
        // ‚‚ for „.
        [0xE2, 0x80, 0x9A, 0xE2, 0x80, 0x9A, ..] => (6, Double, LeftOnly),
        [0xE2, 0x80, byte, ..] => match byte {
            0x98 => (3, Single, Left),
            0x99 | 0xB2 => (3, Single, Right),
            0x9A => (3, Single, LeftOnly),
            0x9B | 0xB5 => (3, Single, Left),
            0x9F | 0xB6 | 0xB7 => (3, Double, Left),
            0xB3 | 0xB4 => (3, Double, Right),
            0x9E => (3, Double, LeftOnly),
            0xB9 => (3, SingleGuillemet, Left),
            0xBA => (3, SingleGuillemet, Right),
            _ => return None,
        },
        [0xE2, 0x9D, byte, ..] => match byte {
            0x9B => (3, Single, Left),
            0x9C => (3, Single, Right),
            0x9D => (3, Double, Left),
            0x9E => (3, Double, Right),
            _ => return None,
        },
        [0xE2, 0xB9, 0x82, ..] => (3, Double, LeftOnly),
        [0xE3, 0x80, byte, ..] => match byte {
            0x88 => (3, SingleGuillemet, LeftOnly),
            0x89 => (3, SingleGuillemet, RightOnly),
            0x8A => (3, Guillemet, LeftOnly),
            0x8B => (3, Guillemet, RightOnly),
            0x8C => (3, Corner, LeftOnly),
            0x8D => (3, Corner, RightOnly),
            0x8E => (3, WhiteCorner, LeftOnly),
            0x8F => (3, WhiteCorner, RightOnly),
            0x9D => (3, Double, LeftOnly),
            0x9E | 0x9F => (3, Double, RightOnly),
            _ => return None,
        },
        [0xEF, 0xB9, byte, ..] => match byte {
            0x81 => (3, Corner, LeftOnly),
            0x82 => (3, Corner, RightOnly),
            0x83 => (3, WhiteCorner, LeftOnly),
            0x84 => (3, WhiteCorner, RightOnly),
            _ => return None,
        },
        [0xEF, 0xBC, 0x82, ..] => (3, Double, Straight),
        [0xEF, 0xBC, 0x87, ..] => (3, Single, Straight),
        [0xEF, 0xBD, 0xA2, ..] => (3, Corner, LeftOnly),
        [0xEF, 0xBD, 0xA3, ..] => (3, Corner, RightOnly),
        _ => return None,
    };
    Some(Glyph { len, shape, look })
}

fn starts_word(bytes: &[u8]) -> bool {
    bytes
        .first()
        .is_some_and(|&b| b.is_ascii_alphanumeric() || b == b'\'' || b >= 0x80)
}

/// The entities of HTML for quotation marks, without their ampersand.
const ENTITIES: &[(&str, Shape, Look)] = &[
    ("quot;", Shape::Double, Look::Straight),
    ("#34;", Shape::Double, Look::Straight),
    ("#x22;", Shape::Double, Look::Straight),
    ("apos;", Shape::Single, Look::Straight),
    ("#39;", Shape::Single, Look::Straight),
    ("#039;", Shape::Single, Look::Straight),
    ("#x27;", Shape::Single, Look::Straight),
    ("ldquo;", Shape::Double, Look::Left),
    ("#8220;", Shape::Double, Look::Left),
    ("#x201c;", Shape::Double, Look::Left),
    ("rdquo;", Shape::Double, Look::Right),
    ("#8221;", Shape::Double, Look::Right),
    ("#x201d;", Shape::Double, Look::Right),
    ("bdquo;", Shape::Double, Look::LeftOnly),
    ("#8222;", Shape::Double, Look::LeftOnly),
    ("#x201e;", Shape::Double, Look::LeftOnly),
    ("lsquo;", Shape::Single, Look::Left),
    ("#8216;", Shape::Single, Look::Left),
    ("#x2018;", Shape::Single, Look::Left),
    ("rsquo;", Shape::Single, Look::Right),
    ("#8217;", Shape::Single, Look::Right),
    ("#x2019;", Shape::Single, Look::Right),
    ("sbquo;", Shape::Single, Look::LeftOnly),
    ("#8218;", Shape::Single, Look::LeftOnly),
    ("#x201a;", Shape::Single, Look::LeftOnly),
    ("laquo;", Shape::Guillemet, Look::Left),
    ("#171;", Shape::Guillemet, Look::Left),
    ("#xab;", Shape::Guillemet, Look::Left),
    ("raquo;", Shape::Guillemet, Look::Right),
    ("#187;", Shape::Guillemet, Look::Right),
    ("#xbb;", Shape::Guillemet, Look::Right),
    ("lsaquo;", Shape::SingleGuillemet, Look::Left),
    ("#8249;", Shape::SingleGuillemet, Look::Left),
    ("rsaquo;", Shape::SingleGuillemet, Look::Right),
    ("#8250;", Shape::SingleGuillemet, Look::Right),
];

fn entity(rest: &[u8]) -> Option<Glyph> {
    ENTITIES.iter().find_map(|&(name, shape, look)| {
        rest.get(1..=name.len())?
            .eq_ignore_ascii_case(name.as_bytes())
            .then_some(Glyph {
                len: name.len() as u8 + 1,
                shape,
                look,
            })
    })
}
