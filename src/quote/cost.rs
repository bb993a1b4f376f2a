//! What each action at a mark costs: the one table of weights of this stage.
//!
//! A cost is about how surprising an action is, in steps of a factor of two. Only differences
//! matter: an action against the evidence costs more than an error of the text would. All were set by hand
//! against the cases of `tests/data/quotes`, the named ones and those of the rows of [`double`] and [`single`].

use super::convention::Convention;
use crate::token::MarkSide;
use crate::token::mark::{Apostrophes, Likelihood, Mark, MarkStyle, Neighbour, by_neighbours};

pub(crate) type Cost = u32;

/// What the actions at one mark cost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Costs {
    pub(crate) open: u8,
    pub(crate) close: u8,
    /// No quotation mark: an apostrophe, a prime, a slip.
    pub(crate) none: u8,
}

const fn costs(open: u8, close: u8, none: u8) -> Costs {
    Costs { open, close, none }
}

/// What a mark cannot be, as far as anybody can tell: an apostrophe within a word that closes.
const NEVER: u8 = 12;
/// A mark that looks like one and is none, or the other way round: an error of the text.
const SLIP: u8 = 9;

/// A path that costs this much more than the cheapest, as two errors of the text do, is given up.
pub(crate) const WINDOW: Cost = 18;
/// A quotation inside another with marks of the same style.
pub(crate) const SAME_STYLE: Cost = 4;
/// Each level beyond the second.
pub(crate) const DEEP: Cost = 1;
/// A mark that closes a quotation of another style: “…'.
pub(crate) const WRONG_STYLE: Cost = 6;
/// A mark of the right style but another font of type: “…".
pub(crate) const WRONG_GLYPH: Cost = 2;
/// A mark that closes what no mark opened.
pub(crate) const UNOPENED: Cost = 8;
/// The same for a single mark, which may be an apostrophe after all.
pub(crate) const UNOPENED_SINGLE: Cost = 5;
/// A quotation that goes on in the next paragraph, where a mark opens it anew.
pub(crate) const CONTINUED: Cost = 1;
/// The same, if the quotation began in mid-sentence, as quoted words do, or with a doubtful mark.
pub(crate) const FRAGMENT_CONTINUED: Cost = 6;
/// The same, if a reporting clause ends the paragraph: more likely a mark was lost.
pub(crate) const CONTINUED_AFTER_CLAUSE: Cost = 9;
/// The same, if the paragraph between has sentences but no mark, as a page header has not.
pub(crate) const CONTINUED_AFTER_PROSE: Cost = 4;
/// A quotation inside it that goes on with it, but whose own mark is not repeated.
pub(crate) const NOT_REPEATED: Cost = 4;
/// A quotation that begins in mid-sentence, as quoted words do, and ends in another sentence.
pub(crate) const FRAGMENT_OF_SENTENCES: Cost = 7;
/// A quotation that goes on in the next paragraph without a mark there.
pub(crate) const UNMARKED: Cost = 6;
/// Each further paragraph without a mark.
pub(crate) const UNMARKED_AGAIN: Cost = 1;
/// A mark at a line's start, in mid-paragraph, that repeats the opening mark.
pub(crate) const LINE_REPEATED: Cost = 7;

/// That `''` closes one single mark, or two.
const SPLIT_PAIR: Cost = 2;
/// The same where such pairs open quotations.
const SPLIT_PAIR_THAT_OPENS: Cost = 5;
/// A quotation that is never closed.
const UNCLOSED: Cost = 8;
/// The same with single marks where double ones stand outside, which may be apostrophes.
const UNCLOSED_SINGLE: Cost = 5;
/// Single marks outside all others where double ones stand outside.
const OUTERMOST_SINGLE: Cost = 2;
/// A single mark that looks like one and is none, where double ones stand outside.
const SLIP_OF_SINGLE: u8 = 6;

/// What it costs that `''` closes one single mark, or two.
pub(crate) fn split_pair(convention: &Convention) -> Cost {
    match convention.pairs_open {
        true => SPLIT_PAIR_THAT_OPENS,
        false => SPLIT_PAIR,
    }
}

/// What it costs that a quotation is never closed.
pub(crate) fn unclosed(style: MarkStyle, convention: &Convention) -> Cost {
    match style {
        MarkStyle::Single if !convention.singles_first => UNCLOSED_SINGLE,
        _ => UNCLOSED,
    }
}

/// What it costs that a quotation outside all others has marks of this style.
pub(crate) fn outermost(style: MarkStyle, convention: &Convention) -> Cost {
    match style {
        MarkStyle::Single if !convention.singles_first => OUTERMOST_SINGLE,
        _ => 0,
    }
}

/// What the actions at a mark cost, by its look, its neighbours and the document's convention.
pub(crate) fn of(
    text: &str,
    mark: &Mark,
    apostrophes: &Apostrophes,
    convention: &Convention,
) -> Costs {
    match mark.style {
        MarkStyle::Single => single(text, mark, apostrophes, convention),
        _ => double(text, mark, convention),
    }
}

fn double(text: &str, mark: &Mark, convention: &Convention) -> Costs {
    if mark.side == MarkSide::Apostrophe {
        return costs(8, 3, 0);
    }
    match (convention.sides(mark), by_neighbours(mark.left, mark.right)) {
        ((true, true), MarkSide::Opening) => costs(0, 10, SLIP),
        ((true, true), MarkSide::Closing) if follows_digit(text, mark) => costs(10, 0, 4),
        ((true, true), MarkSide::Closing) => costs(10, 0, SLIP),
        ((true, true), _) if stands_after_comma(text, mark) => costs(2, 0, SLIP),
        ((true, true), _) => costs(2, 2, 8),
        ((true, _), MarkSide::Closing) => costs(4, 3, SLIP),
        ((true, _), _) => costs(0, 11, SLIP),
        ((_, _), MarkSide::Opening) => costs(3, 4, SLIP),
        ((_, _), _) => costs(11, 0, SLIP),
    }
}

/// Whether a mark between spaces stands after a comma and before a small letter: It holds , " she said .
fn stands_after_comma(text: &str, mark: &Mark) -> bool {
    let before = text[..mark.start()].trim_end_matches(' ');
    let after = text[mark.end()..].trim_start_matches(' ');
    before.ends_with([',', '?', '!']) && after.starts_with(char::is_lowercase)
}

fn single(text: &str, mark: &Mark, apostrophes: &Apostrophes, convention: &Convention) -> Costs {
    let before_word = || apostrophes.before_word(text, mark.start(), mark.end());
    let after_word = || apostrophes.after_word(text, mark.start(), mark.right);
    let sides = convention.sides(mark);
    let starts_word = mark.right == Neighbour::Word;
    let ends_word = mark.left == Neighbour::Word;
    // What a mark that looks like one costs if it is none.
    let slip = match convention.singles_first {
        true => SLIP,
        false => SLIP_OF_SINGLE,
    };
    match (by_neighbours(mark.left, mark.right), sides) {
        _ if mark.side == MarkSide::Apostrophe => {
            if ends_word {
                costs(NEVER, NEVER, 0)
            } else {
                costs(3, NEVER, 0)
            }
        }
        (MarkSide::Opening, (true, false)) => match before_word() {
            Likelihood::Likely => costs(1, NEVER, 1),
            _ => costs(0, NEVER, slip),
        },
        (MarkSide::Opening, (false, _)) => costs(5, NEVER, 1),
        (MarkSide::Opening, _) if starts_word => match before_word() {
            Likelihood::Likely => costs(2, NEVER, 1),
            Likelihood::EvenOdds => costs(1, NEVER, 2),
            Likelihood::Possible => costs(0, NEVER, 4),
            Likelihood::Unlikely => costs(0, NEVER, slip),
        },
        (MarkSide::Opening, _) => costs(0, 9, 5),
        (MarkSide::Closing, (_, true)) if ends_word => match after_word() {
            Likelihood::Likely => costs(NEVER, 1, 0),
            Likelihood::EvenOdds | Likelihood::Possible => costs(NEVER, 0, 1),
            Likelihood::Unlikely => costs(NEVER, 0, 2),
        },
        (MarkSide::Closing, (_, true)) => costs(NEVER, 0, slip),
        (MarkSide::Closing, _) => costs(9, 4, 4),
        (_, (true, false)) => costs(1, 8, 4),
        (_, (false, true)) => costs(8, 1, 3),
        _ => costs(3, 3, 3),
    }
}

/// Whether a number stands before the mark, which may then be inches or seconds.
fn follows_digit(text: &str, mark: &Mark) -> bool {
    text[..mark.start()].ends_with(char::is_numeric)
}
