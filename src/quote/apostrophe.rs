//! How likely a single mark at the edge of a word is an apostrophe.

use crate::token::mark::{Mark, Neighbour};

/// How likely a mark is an apostrophe, by the word that it touches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Apostrophe {
    Unlikely,
    Possible,
    EvenOdds,
    Likely,
}

/// Words that dialect writes with an apostrophe first and that are no words without it: 'ere, 'im,
/// 'ouse. Elisions that hardly can be anything else are in [`mark`](crate::token::mark).
const DROPPED_FIRST: &[&str] = &[
    "ad",
    "adn",
    "alf",
    "ammer",
    "andkerchief",
    "ang",
    "appen",
    "appened",
    "appens",
    "appy",
    "ard",
    "arf",
    "arry",
    "aste",
    "ated",
    "ave",
    "aven",
    "avin",
    "bacca",
    "baccy",
    "e",
    "ead",
    "eads",
    "ealth",
    "eard",
    "eart",
    "eaven",
    "eavens",
    "eavy",
    "ed",
    "ee",
    "eeded",
    "ell",
    "elp",
    "er",
    "ere",
    "ers",
    "erself",
    "es",
    "fraid",
    "haps",
    "igh",
    "igher",
    "im",
    "imself",
    "isself",
    "lection",
    "lowed",
    "mazing",
    "nless",
    "nough",
    "ole",
    "olidays",
    "ome",
    "oneymoon",
    "oo",
    "ood",
    "ope",
    "orrible",
    "orse",
    "orses",
    "ose",
    "ospital",
    "ot",
    "otel",
    "ouse",
    "ouses",
    "ow",
    "owever",
    "pears",
    "pon",
    "praps",
    "ud",
    "ull",
    "umble",
    "un",
    "undred",
    "ungry",
    "urry",
    "urt",
    "usband",
];

/// The same, but words without it too: 'is, 'and, 'our.
const DROPPED_FIRST_OR_WORD: &[&str] = &[
    "air", "all", "and", "ands", "as", "at", "ear", "ears", "edge", "eight", "ill", "is", "it",
    "its", "long", "low", "member", "old", "our", "ours", "plenty", "way", "ware",
];

/// Words that end in an apostrophe where a letter is dropped, beside all in -in'.
const DROPPED_LAST: &[&str] = &[
    "an", "o", "th", "wi", "ol", "mo", "t", "d", "ha", "fo", "po", "yo", "jes", "mus", "las",
    "fas", "bes", "ca", "ma", "pa", "wid", "de", "lil", "li", "i", "gi", "ta", "tha", "wha",
    "doan", "don", "ain", "won", "can", "tho", "thro", "sho", "fi", "mos", "nex", "lef", "kep",
    "tol", "col", "roun", "groun", "soun", "foun", "han", "stan", "lan", "en", "min", "behin",
    "agin", "ter", "y", "y'", "ev", "nothin", "somethin",
];

/// The longest word that the lists hold.
const LONGEST: usize = 12;

/// Judges a mark that stands before a word.
pub(crate) fn before_word(text: &str, mark: &Mark) -> Apostrophe {
    let after = &text.as_bytes()[mark.end()..];
    let length = after
        .iter()
        .take(LONGEST + 1)
        .take_while(|b| b.is_ascii_alphabetic())
        .count();
    let word = &after[..length];
    let is_alone = after[length..].starts_with(b"'") || after[length..].starts_with("’".as_bytes());
    let is_lower = word.first().is_some_and(u8::is_ascii_lowercase);
    if is_alone && length < 3 {
        return Apostrophe::Unlikely;
    }
    match (is_listed(word, DROPPED_FIRST), is_lower) {
        (false, true) if is_listed(word, DROPPED_FIRST_OR_WORD) && !is_led_in(text, mark) => {
            Apostrophe::EvenOdds
        }
        (true, true) => Apostrophe::Likely,
        (true, false) | (false, true) => Apostrophe::Possible,
        (false, false) => Apostrophe::Unlikely,
    }
}

/// Whether a comma, a colon or a dash stands before the mark, as before speech.
fn is_led_in(text: &str, mark: &Mark) -> bool {
    let before = text[..mark.start()].trim_end_matches(' ');
    before.ends_with([',', ':', '—', '-'])
}

/// Judges a mark that stands after a word.
pub(crate) fn after_word(text: &str, mark: &Mark) -> Apostrophe {
    let before = &text.as_bytes()[..mark.start()];
    let length = before
        .iter()
        .rev()
        .take(LONGEST + 1)
        .take_while(|b| b.is_ascii_alphabetic())
        .count();
    let word = &before[before.len() - length..];
    let drops_letter = (length > 3 && word.ends_with(b"in")) || is_listed(word, DROPPED_LAST);
    let is_possessive = word.last().is_some_and(|b| matches!(b, b's' | b'z' | b'x'));
    match mark.right {
        _ if drops_letter => Apostrophe::Likely,
        Neighbour::Edge if is_possessive => Apostrophe::Likely,
        _ if is_possessive => Apostrophe::Possible,
        _ => Apostrophe::Unlikely,
    }
}

fn is_listed(word: &[u8], list: &[&str]) -> bool {
    list.iter().any(|l| word.eq_ignore_ascii_case(l.as_bytes()))
}
