//! Finding the marks: a few searches for bytes that may start one, merged.

use crate::token::MarkSide;
use crate::token::mark::{Apostrophes, Mark, Neighbour, mark_at};
use memchr::memmem;

/// The quotation marks of a text in order. Apostrophes inside words are left out, those at the
/// edge of a word are not.
///
/// Each search runs over the text once, so that a byte that never occurs costs one fast pass.
pub(crate) struct Marks<'t> {
    text: &'t str,
    apostrophes: &'t Apostrophes,
    common: Hits<memchr::Memchr3<'t>>,
    rare: Hits<memchr::Memchr3<'t>>,
    eastern: Hits<memchr::Memchr2<'t>>,
    commas: Hits<memmem::FindIter<'t, 'static>>,
    escapes: Hits<memchr::Memchr<'t>>,
    /// Where the last mark ended.
    end: usize,
}

impl<'t> Marks<'t> {
    pub(crate) fn new(text: &'t str, apostrophes: &'t Apostrophes) -> Marks<'t> {
        let bytes = text.as_bytes();
        Marks {
            text,
            apostrophes,
            common: Hits::new(memchr::memchr3_iter(b'"', b'\'', 0xE2, bytes)),
            rare: Hits::new(memchr::memchr3_iter(b'`', b'&', 0xC2, bytes)),
            eastern: Hits::new(memchr::memchr2_iter(0xE3, 0xEF, bytes)),
            commas: Hits::new(memmem::find_iter(bytes, b",,")),
            escapes: Hits::new(memchr::memchr_iter(b'\\', bytes)),
            end: 0,
        }
    }

    /// The next byte that may start a mark.
    fn next_candidate(&mut self) -> Option<usize> {
        let next = [
            self.common.next,
            self.rare.next,
            self.eastern.next,
            self.commas.next,
            self.escapes.next,
        ]
        .into_iter()
        .min()
        .filter(|&at| at != NONE)?;
        self.common.pass(next);
        self.rare.pass(next);
        self.eastern.pass(next);
        self.commas.pass(next);
        self.escapes.pass(next);
        Some(next)
    }
}

impl Iterator for Marks<'_> {
    type Item = Mark;

    fn next(&mut self) -> Option<Mark> {
        while let Some(at) = self.next_candidate() {
            if at < self.end || is_inside_word(self.text.as_bytes(), at) {
                continue;
            }
            let Some(mark) = mark_at(self.text, self.apostrophes, at) else {
                continue;
            };
            self.end = mark.end();
            let within = mark.left == Neighbour::Word && mark.right == Neighbour::Word;
            if !(within && mark.side == MarkSide::Apostrophe) {
                return Some(mark);
            }
        }
        None
    }
}

/// Whether the byte at `at` is an apostrophe between two letters of ASCII.
fn is_inside_word(bytes: &[u8], at: usize) -> bool {
    bytes[at] == b'\''
        && at > 0
        && bytes[at - 1].is_ascii_alphanumeric()
        && bytes.get(at + 1).is_some_and(u8::is_ascii_alphanumeric)
}

const NONE: usize = usize::MAX;

/// What a search for bytes finds, and the hit that it has come to.
struct Hits<I> {
    found: I,
    next: usize,
}

impl<I: Iterator<Item = usize>> Hits<I> {
    fn new(mut found: I) -> Hits<I> {
        let next = found.next().unwrap_or(NONE);
        Hits { found, next }
    }

    fn pass(&mut self, at: usize) {
        if self.next == at {
            self.next = self.found.next().unwrap_or(NONE);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::ENGLISH;
    use crate::token::mark::CHARACTERS;

    #[test]
    fn every_glyph_is_searched_for() {
        for (c, _, _) in CHARACTERS {
            let text = format!("a {c}b");
            let found =
                Marks::new(&text, &ENGLISH.orthography.apostrophes).map(|mark| mark.start());
            assert_eq!(found.collect::<Vec<_>>(), [2], "{text}");
        }
    }
}
