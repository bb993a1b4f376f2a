//! What a whole document does with its marks.

use crate::token::mark::{Look, Mark, MarkSide, MarkStyle, Neighbour, by_neighbours};

/// Where marks that face right open quotations, ”…”, half of them do; one in four is enough, since
/// apostrophes look like marks that close.
const OPENING_RIGHT: u32 = 4;

/// The conventions of a document, read from all of its marks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Convention {
    /// Single marks stand around speech, as in much British typography.
    pub(crate) singles_first: bool,
    /// `''` or ``` `` ``` opens quotations, so that `''` is one mark where it closes, too.
    pub(crate) pairs_open: bool,
    doubles: Direction,
    singles: Direction,
    guillemets: Direction,
    single_guillemets: Direction,
}

/// Which way the marks of one style look.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Direction {
    /// The glyph that faces left, such as “ and «, closes.
    left_closes: bool,
    /// The glyph that faces right, such as ” and », opens.
    right_opens: bool,
}

impl Convention {
    pub(crate) fn of<'m>(marks: impl Iterator<Item = &'m Mark>) -> Convention {
        let mut counts = MarkCounts::default();
        for mark in marks {
            counts.add(mark);
        }
        counts.convention()
    }

    /// The sides, opening and closing, that the document gives to a mark's glyph.
    pub(crate) fn sides(&self, mark: &Mark) -> (bool, bool) {
        let direction = match mark.style {
            MarkStyle::Double => self.doubles,
            MarkStyle::Single => self.singles,
            MarkStyle::Guillemet => self.guillemets,
            MarkStyle::SingleGuillemet => self.single_guillemets,
            MarkStyle::Corner | MarkStyle::WhiteCorner => Direction::default(),
        };
        match mark.look {
            Look::Straight => (true, true),
            Look::LeftOnly => (true, false),
            Look::RightOnly => (false, true),
            Look::Left => (!direction.left_closes, direction.left_closes),
            Look::Right => (direction.right_opens, true),
        }
    }
}

/// What the neighbours of one glyph say, over a document.
#[derive(Clone, Copy, Default)]
struct Sides {
    opening: u32,
    closing: u32,
}

#[derive(Default)]
struct MarkCounts {
    /// By style, then for the glyph that faces left and the one that faces right.
    by_look: [[Sides; 2]; 4],
    low_openers: [u32; 4],
    opening_pairs: u32,
    double_ends: u32,
    single_ends: u32,
}

impl MarkCounts {
    fn add(&mut self, mark: &Mark) {
        let style = mark.style as usize;
        if style >= self.by_look.len() || mark.side == MarkSide::Apostrophe {
            return;
        }
        let side = by_neighbours(mark.left, mark.right);
        let opens = mark.style == MarkStyle::Double && side == MarkSide::Opening;
        self.opening_pairs += u32::from(opens && mark.len() == 2);
        let look = match mark.look {
            Look::Left => 0,
            Look::Right => 1,
            Look::LeftOnly => {
                self.low_openers[style] += 1;
                return;
            }
            Look::RightOnly => return,
            Look::Straight => {
                self.count_end(mark, side);
                return;
            }
        };
        self.count_end(mark, side);
        let sides = &mut self.by_look[style][look];
        match side {
            MarkSide::Opening => sides.opening += 1,
            // After a word, ’ may be an apostrophe.
            MarkSide::Closing => sides.closing += 1,
            MarkSide::Either | MarkSide::Apostrophe => {}
        }
    }

    /// Counts a mark that closes speech beyond doubt: it stands after a comma or a full stop.
    fn count_end(&mut self, mark: &Mark, side: MarkSide) {
        let after_stop = matches!(mark.left, Neighbour::Closer | Neighbour::Dots);
        if !after_stop || side != MarkSide::Closing {
            return;
        }
        match mark.style {
            MarkStyle::Double => self.double_ends += 1,
            MarkStyle::Single => self.single_ends += 1,
            _ => {}
        }
    }

    fn convention(&self) -> Convention {
        let direction = |style: MarkStyle| {
            let [left, right] = self.by_look[style as usize];
            let low = self.low_openers[style as usize];
            Direction {
                left_closes: left.closing > left.opening && (low > 0 || right.opening > 0),
                right_opens: right.opening > left.opening
                    && right.opening * OPENING_RIGHT > right.closing,
            }
        };
        Convention {
            singles_first: self.single_ends > self.double_ends,
            pairs_open: self.opening_pairs > 0,
            doubles: direction(MarkStyle::Double),
            singles: direction(MarkStyle::Single),
            guillemets: direction(MarkStyle::Guillemet),
            single_guillemets: direction(MarkStyle::SingleGuillemet),
        }
    }
}
