//! Holds the work of all stages after the reading to the length of the text, whatever it holds.

use super::QuoteDetector;
use crate::analysis::steps;
use crate::kinds::Genre;

/// What hostile texts are made of. Each has once made some detector take quadratic time, or looks
/// like it could: nesting without end, sentences without end, one name or all names different.
const PIECES: &[&str] = &[
    "“I said ‘",
    "“a ‘b ",
    "“a” ",
    "“",
    "”",
    "\"a ",
    "' ",
    "(",
    "(a) ",
    ":",
    "Okoro: ",
    ", who ",
    ", ",
    "— ",
    "the man said ",
    "he said that ",
    "the clerk said that the dam would hold and ",
    "the dam would hold, the clerk said, and ",
    "according to the clerk the dam would hold, and ",
    "he said “a” and “b” or ",
    "he said that “a” and she said “b” and ",
    "“he said ‘a’ and she said ‘b’ and ",
    "“Aye,” she said that “no” and “never”. ",
    "“Aye,” she said. “No.” “Never.” ",
    "She said: “a” ",
    "Yes. ",
    "Ines Okoro ",
    "Ines Okoro and ",
    "Mr. ",
    "Okoro's ",
    "the clerks' ",
    "Department of the ",
    "Ines “Bo” Okoro ",
    "The minister, Ines Okoro, spoke. ",
    "according to the ",
    "quickly ",
    "to say ",
    "of ",
    "the ",
    "OKORO: Yes.\n",
    "Q. Why?\nA. No.\n",
    "— Yes, he said.\n",
    "“Yes,” he said.\n\n“No.”\n\n",
    "“Yes.\n\n",
    "‘’",
    "\".\"\n\n",
];

/// A text of about `bytes` bytes.
fn repeated(piece: &str, bytes: usize) -> String {
    piece.repeat(bytes / piece.len())
}

/// The same with a new name in each piece.
fn with_names(before: &str, after: &str, bytes: usize) -> String {
    let mut text = String::new();
    for number in 0.. {
        if text.len() >= bytes {
            break;
        }
        let letter = |position: u32| char::from(b'a' + (number / 26_u32.pow(position) % 26) as u8);
        let name: String = "B".chars().chain((0..4).map(letter)).collect();
        text.push_str(before);
        text.push_str(&name);
        text.push_str(after);
    }
    text
}

fn assert_linear(name: &str, text: impl Fn(usize) -> String) {
    // Four kilobytes are the stretch of which is told whether it is text.
    const BYTES: usize = 4 << 10;
    for genre in [Some(Genre::News), Some(Genre::Novel), None] {
        let builder = QuoteDetector::builder();
        let builder = match genre {
            Some(genre) => builder.genre(genre),
            None => builder,
        };
        let detector = builder.build().unwrap();
        let steps = |bytes: usize| {
            let text = text(bytes);
            steps::taken_by(|| drop(detector.detect(&text)))
        };
        let (once, fourfold) = (steps(BYTES), steps(4 * BYTES));
        assert!(
            fourfold <= 5 * once + BYTES as u64,
            "{name:?} as {genre:?}: {once} steps, and {fourfold} for four times as much"
        );
    }
}

#[test]
fn repeated_pieces_take_linear_work() {
    for piece in PIECES {
        assert_linear(piece, |bytes| repeated(piece, bytes));
    }
}

#[test]
fn new_names_take_linear_work() {
    for (before, after) in [
        ("", " and "),
        ("Ines ", " and "),
        ("", " Okoro said. "),
        ("Ines ", " Okoro said. "),
        ("Mr. ", " said “no”. "),
        ("“No,” said ", ", the minister. "),
        ("the minister ", " and "),
    ] {
        assert_linear(before, |bytes| with_names(before, after, bytes));
    }
}
