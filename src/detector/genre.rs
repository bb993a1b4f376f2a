//! News or novel, told from the text itself.

use crate::kind::Genre;
use crate::lexicon::{Class, Classes};
use crate::reading::{Reading, Shape, Tag};
use crate::token::TokenKind;

/// Of a text shorter than this many words nothing is told: it is read as news.
const FEWEST: i64 = 150;
/// How many words of a text are looked at.
const MOST: i64 = 40_000;
/// What the signs of stories must outweigh, in thousandths of the words.
const THRESHOLD: i64 = -58;

const DAYS: Classes = Classes::of(&[Class::Weekday, Class::Month]);
const AUXILIARIES: Classes = Classes::of(&[Class::Be, Class::Have]);
const PERSONS: [&str; 10] = [
    "he", "she", "him", "her", "his", "i", "me", "my", "you", "your",
];
const SHORTEST_REPORT: u32 = "percent".len() as u32;
const REPORTS: [&str; 8] = [
    "percent",
    "president",
    "company",
    "government",
    "according",
    "officials",
    "spokesman",
    "spokeswoman",
];

/// Stories speak of "he" and "she" in the past, news of names and numbers in the present. The
/// signs of the one are counted against those of the other.
pub(super) fn of(reading: &Reading<'_>) -> Genre {
    let (mut words, mut score) = (0, 0);
    for (at, token) in reading.tokens.iter().enumerate() {
        let word = &reading.words[at];
        match token.kind() {
            TokenKind::Number => score -= 3,
            TokenKind::Word => {
                let is = |list: &[&str]| list.iter().any(|word| reading.is(at as u32, word));
                let person = matches!(word.tag, Tag::Pronoun | Tag::Possessive) && is(&PERSONS);
                let auxiliary = word.is_any(AUXILIARIES);
                if person || auxiliary && is(&["was", "had", "were"]) {
                    score += 1;
                } else if auxiliary && is(&["is", "has", "have"])
                    || word.is(Class::VerbS) && is(&["says"])
                {
                    score -= 1;
                } else if word.is_any(DAYS) && word.shape.has(Shape::CAPITAL)
                    || word.base >= SHORTEST_REPORT && word.tag != Tag::Verb && is(&REPORTS)
                {
                    score -= 2;
                }
            }
            TokenKind::Abbreviation => {}
            TokenKind::Punctuation => {
                let cry = matches!(reading.token_text(at as u32), "?" | "!");
                score += 2 * i64::from(cry);
                continue;
            }
            _ => continue,
        }
        score -= i64::from(word.shape.has(Shape::CAPITAL));
        words += 1;
        if words == MOST {
            break;
        }
    }
    if words >= FEWEST && 1000 * score > THRESHOLD * words {
        Genre::Novel
    } else {
        Genre::News
    }
}
