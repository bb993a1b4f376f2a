//! Quotation marks: which characters they are, and what their look and their neighbours say.
//!
//! Everything here looks at a bounded number of characters around one mark. What needs more (which
//! mark closes which, what a whole document uses) belongs to the stage of quotes.

use std::sync::LazyLock;

use super::words::WordList;

/// What the look of a quotation mark and the characters beside it say about its side.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MarkSide {
    /// It can only open a quotation.
    Opening,
    /// It can only close a quotation.
    Closing,
    /// It can do both, or its neighbours do not tell.
    Either,
    /// It is an apostrophe, or a prime of feet and inches.
    Apostrophe,
}

/// A quotation mark in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Mark {
    start: u32,
    len: u8,
    pub(crate) shape: Shape,
    pub(crate) look: Look,
    pub(crate) side: MarkSide,
    pub(crate) left: Neighbour,
    pub(crate) right: Neighbour,
}

impl Mark {
    /// The offset of its first byte.
    pub(crate) fn start(self) -> usize {
        self.start as usize
    }

    /// How many bytes it takes: one to three for a character, two or six for a pair such as `''`,
    /// more for an HTML entity that was left in the text.
    pub(crate) fn len(self) -> usize {
        self.len as usize
    }

    /// The offset after its last byte.
    pub(crate) fn end(self) -> usize {
        self.start() + self.len()
    }

    /// Whether it is a pair of single marks that stands for a double one: `''`.
    pub(crate) fn is_pair(self, text: &str) -> bool {
        self.shape == Shape::Double && matches!(&text[self.start()..self.end()], "''" | "’’")
    }
}

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

/// The quotation mark that starts at byte `at`, if one does.
///
/// Constant time: no more than [`REACH`] characters to each side are read.
pub(crate) fn mark_at(text: &str, at: usize) -> Option<Mark> {
    let (len, shape, look) = glyph_at(text.as_bytes(), at)?;
    let left = neighbour(text[..at].chars().rev());
    let right = neighbour(text[at + len..].chars());
    if is_comma_pair(text.as_bytes(), at, len) && by_neighbours(left, right) != MarkSide::Opening {
        return None;
    }
    let side = match shape {
        Shape::Corner | Shape::WhiteCorner => by_look(look),
        Shape::Single if is_apostrophe(text, at, len, look) => MarkSide::Apostrophe,
        Shape::Double | Shape::Single if is_prime(text, at, len) => MarkSide::Apostrophe,
        _ => side(shape, look, left, right),
    };
    Some(Mark {
        start: at as u32,
        len: len as u8,
        left,
        right,
        shape,
        look,
        side,
    })
}

/// How many characters to each side of a mark its neighbour is looked for, past other marks and
/// the signs of emphasis: enough for `“‘_Word_’”`.
const REACH: usize = 4;

/// The glyph at byte `at`: its length in bytes, shape and look.
fn glyph_at(bytes: &[u8], at: usize) -> Option<(usize, Shape, Look)> {
    use Look::*;
    use Shape::*;
    let rest = &bytes[at..];
    Some(match *rest {
        [b'"', ..] => (1, Double, Straight),
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
            0x9C | 0x9F | 0xB6 => (3, Double, Left),
            0x9D | 0xB3 => (3, Double, Right),
            0x9E => (3, Double, LeftOnly),
            0xB4 => (3, Double, Right),
            0xB7 => (3, Double, Left),
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
    })
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

fn entity(rest: &[u8]) -> Option<(usize, Shape, Look)> {
    ENTITIES.iter().find_map(|&(name, shape, look)| {
        rest.get(1..=name.len())?
            .eq_ignore_ascii_case(name.as_bytes())
            .then_some((name.len() + 1, shape, look))
    })
}

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

fn neighbour(characters: impl Iterator<Item = char>) -> Neighbour {
    for c in characters.take(REACH) {
        return match c {
            '_' | '*' | '\\' | '"' | '\'' | '`' => continue,
            '«' | '»' | '‘'..='‟' | '‹' | '›' => continue,
            'a'..='z' | 'A'..='Z' | '0'..='9' => Neighbour::Word,
            // The angle brackets of markup, like white space, belong to no word.
            ' ' | '\n' | '<' | '>' | '\u{feff}' | '\u{200b}' => Neighbour::Edge,
            '(' | '[' | '{' | '/' | '$' | '£' | '€' | '#' | '@' | '¿' | '¡' | '=' | '|' => {
                Neighbour::Opener
            }
            '-' | '‐'..='―' => Neighbour::Dash,
            ':' => Neighbour::Colon,
            '.' | '…' => Neighbour::Dots,
            c if c.is_whitespace() => Neighbour::Edge,
            c if c.is_alphanumeric() => Neighbour::Word,
            _ => Neighbour::Closer,
        };
    }
    Neighbour::Edge
}

fn by_look(look: Look) -> MarkSide {
    match look {
        Look::Left | Look::LeftOnly => MarkSide::Opening,
        Look::Right | Look::RightOnly => MarkSide::Closing,
        Look::Straight => MarkSide::Either,
    }
}

fn side(shape: Shape, look: Look, left: Neighbour, right: Neighbour) -> MarkSide {
    if matches!(look, Look::LeftOnly | Look::RightOnly) {
        return by_look(look);
    }
    let neighbours = by_neighbours(left, right);
    match (look, neighbours) {
        // A single mark after a word may still be an apostrophe: goin’, the girls’.
        (Look::Right | Look::Straight, MarkSide::Closing)
            if shape == Shape::Single && left == Neighbour::Word =>
        {
            MarkSide::Either
        }
        // Before a word, ’ may be an apostrophe that no list knows.
        (Look::Right, MarkSide::Opening) if shape == Shape::Single => MarkSide::Either,
        (_, MarkSide::Either) => by_look(look),
        _ => neighbours,
    }
}

/// The side of a mark without a look: it clings to the text that it belongs to.
pub(crate) fn by_neighbours(left: Neighbour, right: Neighbour) -> MarkSide {
    use Neighbour::*;
    match (left, right) {
        (Edge | Opener | Dash, Word | Opener) | (Edge | Opener, Dots | Dash) => MarkSide::Opening,
        (Colon, Word | Opener | Dots) => MarkSide::Opening,
        (Word | Closer | Dots | Colon | Dash, Edge | Closer | Colon) => MarkSide::Closing,
        (Word | Closer | Dots | Colon, Dots | Dash) => MarkSide::Closing,
        _ => MarkSide::Either,
    }
}

/// `,,` opens as „ does on a typewriter; elsewhere it is two commas.
fn is_comma_pair(bytes: &[u8], at: usize, len: usize) -> bool {
    len == 2 && bytes[at] == b','
}

fn is_apostrophe(text: &str, at: usize, len: usize, look: Look) -> bool {
    if look == Look::LeftOnly {
        return false;
    }
    let before = text[..at].chars().next_back();
    let after = text[at + len..].chars().next();
    let touches_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    if touches_word(before) && touches_word(after) {
        return true;
    }
    if !touches_word(after) && is_and(&text[..at]) {
        return true;
    }
    !touches_word(before) && touches_word(after) && is_elision(&text.as_bytes()[at + len..])
}

/// Whether a text ends in `'n`, as in rock 'n' roll.
fn is_and(before: &str) -> bool {
    before
        .strip_suffix(['n', 'N'])
        .is_some_and(|before| before.ends_with(['\'', '’', '‘']))
}

/// Words that begin with an apostrophe.
static ELISIONS: LazyLock<WordList> =
    LazyLock::new(|| WordList::new(include_str!("en/elisions.txt")));

/// More letters than any of [`ELISIONS`] has.
const LONGEST_ELISION: usize = 12;

/// Whether the text after an apostrophe is a year ('90s, '68) or one of [`ELISIONS`].
fn is_elision(after: &[u8]) -> bool {
    if let [b'0'..=b'9', b'0'..=b'9', rest @ ..] = after {
        return match rest {
            [b's', rest @ ..] => !rest.first().is_some_and(u8::is_ascii_alphanumeric),
            _ => !rest.first().is_some_and(u8::is_ascii_alphanumeric),
        };
    }
    let word = after
        .iter()
        .take(LONGEST_ELISION)
        .take_while(|b| b.is_ascii_alphabetic())
        .count();
    // 'n' has two apostrophes; any other word between two marks is quoted.
    let is_alone = after[word..].starts_with(b"'") || after[word..].starts_with("’".as_bytes());
    if is_alone && !after[..word].eq_ignore_ascii_case(b"n") {
        return false;
    }
    ELISIONS.contains(&after[..word])
}

/// Whether the mark at `at` is a prime: ′ or ″ after a digit, or what ends a measure such as
/// `6'2"` and `5' 10"`.
fn is_prime(text: &str, at: usize, len: usize) -> bool {
    let before = &text.as_bytes()[..at];
    if !before.last().is_some_and(u8::is_ascii_digit) {
        return false;
    }
    if matches!(&text[at..at + len], "′" | "″" | "‴") {
        return true;
    }
    // Inches have no more than two digits before their fraction.
    let digits = before
        .iter()
        .rev()
        .take(3)
        .take_while(|b| b.is_ascii_digit());
    let feet = &before[..before.len() - digits.count()];
    let feet = feet.strip_suffix(b" ").unwrap_or(feet);
    let feet = feet
        .strip_suffix(b"'")
        .or_else(|| feet.strip_suffix("’".as_bytes()));
    feet.is_some_and(|feet| feet.last().is_some_and(u8::is_ascii_digit))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The length and side of every mark.
    fn sides(text: &str) -> Vec<(usize, MarkSide)> {
        let mut found = Vec::new();
        let mut at = 0;
        while at < text.len() {
            match text
                .is_char_boundary(at)
                .then(|| mark_at(text, at))
                .flatten()
            {
                Some(mark) => {
                    found.push((mark.len(), mark.side));
                    at += mark.len();
                }
                None => at += 1,
            }
        }
        found
    }

    /// The sides of all marks, a letter each.
    fn only(text: &str) -> String {
        let letter = |(_, side)| match side {
            MarkSide::Opening => 'o',
            MarkSide::Closing => 'c',
            MarkSide::Either => 'e',
            MarkSide::Apostrophe => 'a',
        };
        sides(text).into_iter().map(letter).collect()
    }

    #[test]
    fn neighbours_tell_the_side() {
        for (text, expected) in [
            ("\"Come in,\" she said.", "oc"),
            ("“Come in,” she said.", "oc"),
            ("''Come in,'' she said.", "oc"),
            ("``Come in,'' she said.", "oc"),
            ("«Entrez», dit-elle.", "oc"),
            ("« Entrez », dit-elle.", "oc"),
            ("»Herein«, sagte sie.", "oc"),
            ("„Herein“, sagte sie.", "oc"),
            (",,Herein'', sagte sie.", "oc"),
            ("”Kom in”, sa hon.", "oc"),
            ("「入って」", "oc"),
            ("\"'Come in,' she said,\" he wrote.", "oocc"),
            ("&quot;Come in,&quot; she said.", "oc"),
            ("said:\"Come in.\"", "oc"),
            ("a \" b", "e"),
        ] {
            assert_eq!(only(text), expected, "{text}");
        }
    }

    #[test]
    fn apostrophes_are_no_marks() {
        for text in [
            "don't", "don’t", "'tis", "’Twas", "rock 'n", "the '90s", "in '68,", "o'clock",
            "6'2\"", "6’2”", "28′", "5' 10\"",
        ] {
            assert!(only(text).ends_with('a'), "{text}: {}", only(text));
        }
    }

    #[test]
    fn a_pair_counts_as_one_mark() {
        let lengths = |text| {
            sides(text)
                .into_iter()
                .map(|(len, _)| len)
                .collect::<Vec<_>>()
        };
        assert_eq!(lengths("''a'' ``b'' &ldquo;c&#8221;"), [2, 2, 2, 2, 7, 7]);
        assert!(lengths("one,, two").is_empty());
    }
}
