//! Quotation marks: which characters they are, and what their look and their neighbours say.
//!
//! Everything here looks at a bounded number of characters around one mark. What needs more (which
//! mark closes which, what a whole document uses) belongs to the stage of quotes.

mod apostrophe;
mod glyph;
mod neighbour;
mod side;

use apostrophe::is_prime;
use glyph::{Glyph, first_glyph};
use side::{by_look, by_look_and_neighbours};

pub(crate) use apostrophe::Likelihood;
pub use apostrophe::{Apostrophes, Leading};
#[cfg(test)]
pub(crate) use glyph::CHARACTERS;
pub(super) use glyph::is_ascii_mark;
pub(crate) use glyph::{Look, MarkStyle, is_apostrophe};
pub(crate) use neighbour::Neighbour;
pub use side::MarkSide;
pub(crate) use side::by_neighbours;

/// A quotation mark in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Mark {
    start: u32,
    len: u8,
    pub(crate) style: MarkStyle,
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
        self.style == MarkStyle::Double && matches!(&text[self.start()..self.end()], "''" | "’’")
    }
}

/// Whether a character can be a quotation mark.
pub(crate) fn is_mark(c: char) -> bool {
    glyph::of(c).is_some()
}

/// Whether a character can be a mark that opens a quotation, as most languages have it.
pub(crate) fn can_open(c: char) -> bool {
    glyph::of(c).is_some_and(|glyph| !matches!(glyph.look, Look::Right | Look::RightOnly))
}

/// Whether a character can be a mark that closes a quotation, as most languages have it.
pub(crate) fn can_close(c: char) -> bool {
    glyph::of(c).is_some_and(|glyph| !matches!(glyph.look, Look::Left | Look::LeftOnly))
}

/// The same as any language has it: German closes with “.
pub(crate) fn can_close_in_some_language(c: char) -> bool {
    glyph::of(c).is_some_and(|glyph| glyph.look != Look::LeftOnly)
}

/// Whether a text starts with a closing mark before which French has a space: « Il tient ».
pub(super) fn can_close_after_space(text: &str) -> bool {
    first_glyph(text.as_bytes()).is_some_and(|glyph| {
        glyph.look == Look::Right
            && matches!(
                glyph.style,
                MarkStyle::Guillemet | MarkStyle::SingleGuillemet
            )
    })
}

/// The quotation mark that starts at byte `at`, if one does.
///
/// Constant time: no more than a handful of characters to each side are read.
pub(crate) fn mark_at(text: &str, apostrophes: &Apostrophes, at: usize) -> Option<Mark> {
    let glyph = first_glyph(&text.as_bytes()[at..])?;
    let Glyph { len, style, look } = glyph;
    let end = at + len as usize;
    let left = neighbour::before(text, at);
    let right = neighbour::after(text, end);
    // `,,` opens as „ does on a typewriter; elsewhere it is two commas.
    if text.as_bytes()[at] == b',' && by_neighbours(left, right) != MarkSide::Opening {
        return None;
    }
    let side = match style {
        MarkStyle::Corner | MarkStyle::WhiteCorner => by_look(look),
        MarkStyle::Single if apostrophes.is_certain(text, at, end, look) => MarkSide::Apostrophe,
        MarkStyle::Double | MarkStyle::Single
            // A digit counts as a word.
            if left == Neighbour::Word && is_prime(text, at, end) =>
        {
            MarkSide::Apostrophe
        }
        _ => by_look_and_neighbours(glyph, left, right),
    };
    Some(Mark {
        start: at as u32,
        len,
        left,
        right,
        style,
        look,
        side,
    })
}

/// The length and style of the mark that a text starts with, whatever stands beside it.
pub(crate) fn glyph_at(text: &[u8]) -> Option<(usize, MarkStyle)> {
    first_glyph(text).map(|glyph| (glyph.len as usize, glyph.style))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::token::Tokenizer;

    /// The length and side of every mark.
    fn sides(text: &str) -> Vec<(usize, MarkSide)> {
        let apostrophes = &Tokenizer::new().orthography.apostrophes;
        let mut found = Vec::new();
        let mut at = 0;
        while at < text.len() {
            match text
                .is_char_boundary(at)
                .then(|| mark_at(text, apostrophes, at))
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
