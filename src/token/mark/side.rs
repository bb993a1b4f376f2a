//! Which side of a quotation a mark can stand on.

use super::glyph::{Glyph, Look, MarkStyle};
use super::neighbour::Neighbour;
use crate::error::named;

named! {
    /// What the look of a quotation mark and the characters beside it say about its side.
    #[non_exhaustive]
    pub enum MarkSide {
        /// It can only open a quotation.
        Opening = "opening",
        /// It can only close a quotation.
        Closing = "closing",
        /// It can do both, or its neighbours do not tell.
        Either = "either",
        /// It is an apostrophe, or a prime of feet and inches.
        Apostrophe = "apostrophe",
    }
}

/// The side that the look alone tells.
pub(super) fn by_look(look: Look) -> MarkSide {
    match look {
        Look::Left | Look::LeftOnly => MarkSide::Opening,
        Look::Right | Look::RightOnly => MarkSide::Closing,
        Look::Straight => MarkSide::Either,
    }
}

/// The side that a mark's look and its neighbours tell.
pub(super) fn by_look_and_neighbours(glyph: Glyph, left: Neighbour, right: Neighbour) -> MarkSide {
    if matches!(glyph.look, Look::LeftOnly | Look::RightOnly) {
        return by_look(glyph.look);
    }
    let is_single = glyph.style == MarkStyle::Single;
    match (glyph.look, by_neighbours(left, right)) {
        // A single mark after a word may still be an apostrophe: goin’, the girls’.
        (Look::Right | Look::Straight, MarkSide::Closing)
            if is_single && left == Neighbour::Word =>
        {
            MarkSide::Either
        }
        // Before a word, ’ may be an apostrophe that no list knows.
        (Look::Right, MarkSide::Opening) if is_single => MarkSide::Either,
        (look, MarkSide::Either) => by_look(look),
        (_, side) => side,
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
