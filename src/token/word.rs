//! Where words and numbers end.
//!
//! Every function reads forward from its offset, and beyond the end that it returns by a bounded
//! number of bytes only; that keeps the tokenizer linear.

use std::ops::Range;

use super::abbreviation::Abbreviation;
use super::cursor::{byte, character, is_word_at, run_end};
use super::kind::TokenKind;
use super::mark;
use super::orthography::Orthography;
use super::window::letters_end;
use super::{byte_class, plain, web};

/// The end and kind of the word, number or address that starts at `start` and whose characters up
/// to `end` are known to belong to it.
pub(super) fn word(
    text: &str,
    orthography: &Orthography,
    start: usize,
    end: usize,
) -> (usize, TokenKind) {
    let first = character(text, start);
    let number = first.is_numeric() || first == '.' || byte_class::is_currency(first);
    WordReader::new(text, orthography, start..end, number).read()
}

/// The end and kind of the word that starts at `start` with the ASCII letters up to `end`.
///
/// The same as [`word`], with a short way through what most words go on with.
pub(super) fn word_of_letters(
    text: &str,
    orthography: &Orthography,
    start: usize,
    end: usize,
) -> (usize, TokenKind) {
    let bytes = text.as_bytes();
    let mut word = WordReader::new(text, orthography, start..end, false);
    loop {
        let next = match bytes[word.end..] {
            [b'.', b' ' | b'\n', ..] if !word.is_listed() => break,
            // ’
            [0xE2, 0x80, 0x99, letter, ..] if letter.is_ascii_alphabetic() => word.end + 3,
            [b'\'', letter, ..] if letter.is_ascii_alphabetic() => word.end + 1,
            [b'-', letter, ..] if letter.is_ascii_alphabetic() => {
                word.part = word.end + 1;
                word.part
            }
            // ”
            [0xE2, 0x80, 0x9D, ..] => break,
            _ => return word.read(),
        };
        word.end = letters_end(bytes, next);
        if plain::ends_word(byte(bytes, word.end)) {
            break;
        }
    }
    (word.end, TokenKind::Word)
}

/// A word while it is read.
struct WordReader<'t> {
    text: &'t str,
    orthography: &'t Orthography,
    start: usize,
    /// Where the part after the last inner full stop or hyphen starts.
    part: usize,
    end: usize,
    /// Whether a full stop stands before the part, as in "U.S" and "p.m".
    dotted: bool,
    /// Whether it is a number as far as it is read.
    number: bool,
}

impl<'t> WordReader<'t> {
    fn new(
        text: &'t str,
        orthography: &'t Orthography,
        known: Range<usize>,
        number: bool,
    ) -> WordReader<'t> {
        WordReader {
            text,
            orthography,
            start: known.start,
            part: known.start,
            end: known.end,
            dotted: false,
            number,
        }
    }

    fn read(mut self) -> (usize, TokenKind) {
        let bytes = self.text.as_bytes();
        loop {
            self.end = run_end(self.text, self.end);
            match byte(bytes, self.end) {
                b'.' => match self.full_stop() {
                    Some(kind) => return (self.end, kind),
                    None if byte(bytes, self.end) == b'.' => break,
                    None => {}
                },
                b'@' | b'+' => {
                    if let Some(end) = web::email_end(self.text, self.end) {
                        return (end, TokenKind::Email);
                    }
                    break;
                }
                b':' if bytes[self.end..].starts_with(b"://") => {
                    if let Some(end) = web::url_end(self.text, self.end + 3) {
                        return (end, TokenKind::Url);
                    }
                    break;
                }
                b',' | b':' | b'/' | b'%' | b'$' | b'&' if self.sign() => {}
                0 => break,
                _ if !self.joiner() => break,
                _ => {}
            }
        }
        let kind = if self.number {
            TokenKind::Number
        } else {
            TokenKind::Word
        };
        (self.end, kind)
    }

    fn after_digit(&self) -> bool {
        self.end > self.start && self.text.as_bytes()[self.end - 1].is_ascii_digit()
    }

    /// Takes an ASCII sign in or after a number, or the `&` of a name, if one stands at the end.
    fn sign(&mut self) -> bool {
        let rest = &self.text.as_bytes()[self.end..];
        let length = match *rest {
            [b'%', ..] if self.after_digit() => 1,
            [b':' | b'/', b'0'..=b'9', ..] if self.after_digit() => 1,
            [b',', b'0'..=b'9', b'0'..=b'9', b'0'..=b'9', ref rest @ ..] if self.after_digit() => {
                let more = rest.first().is_some_and(u8::is_ascii_digit);
                if more { 0 } else { 1 }
            }
            // Capitals before a sign of currency name it: US$5, A$3.
            [b'$', b'0'..=b'9', ..] if self.end - self.start <= LONGEST_CURRENCY => {
                self.number = true;
                1
            }
            // No entity of HTML starts with a capital and is as common as AT&T.
            [b'&', b'A'..=b'Z' | b'0'..=b'9', ..] => 1,
            _ => 0,
        };
        self.end += length;
        length != 0
    }

    /// Takes what joins the word to a further part: a hyphen or apostrophe before a word
    /// character. A sign beyond ASCII after a number is taken too.
    fn joiner(&mut self) -> bool {
        let c = character(self.text, self.end);
        let next = self.end + c.len_utf8();
        if byte_class::is_number_suffix(c) && self.after_digit() {
            self.end = next;
            return true;
        }
        if !byte_class::joins_words(c) || !is_word_at(self.text, next) {
            return false;
        }
        if !mark::is_apostrophe(c) && c != '_' {
            self.part = next;
            self.dotted = false;
            self.number &= byte(self.text.as_bytes(), next).is_ascii_digit();
        }
        self.end = next;
        true
    }

    /// Reads the full stop at the end of what is read: moves past it if the word goes on after
    /// it, or gives the kind of the token that ends here. Otherwise the word ends before it.
    fn full_stop(&mut self) -> Option<TokenKind> {
        let bytes = self.text.as_bytes();
        let next = byte(bytes, self.end + 1);
        if next == b'.' {
            return None;
        }
        if self.after_digit() && next.is_ascii_digit() {
            self.end += 1;
            return None;
        }
        if next != 0 && is_word_at(self.text, self.end + 1) {
            if let Some(end) = web::email_end(self.text, self.end) {
                self.end = end;
                return Some(TokenKind::Email);
            }
            if self.part_is_www()
                && let Some(end) = web::url_end(self.text, self.end + 1)
            {
                self.end = end;
                return Some(TokenKind::Url);
            }
            if self.goes_on_dotted() {
                self.end += 1;
                self.part = self.end;
                self.dotted = true;
                return None;
            }
        }
        if !self.is_abbreviation() {
            return None;
        }
        self.end += 1;
        self.part = self.end;
        // "U.S.-led" and "the U.S.'s" are words, as would be "U.S" in their position.
        if self.joiner() {
            return None;
        }
        Some(TokenKind::Abbreviation)
    }

    fn part_is_www(&self) -> bool {
        self.part == self.start && self.text[self.start..self.end].eq_ignore_ascii_case("www")
    }

    /// Whether the full stop at the end stands between two letters as in "U.S." and "a.m.", or
    /// before the last letter of a degree such as "Ph.D.".
    fn goes_on_dotted(&self) -> bool {
        let part = &self.text.as_bytes()[self.part..self.end];
        let short = match part {
            [letter] => letter.is_ascii_alphabetic(),
            [first, _] => first.is_ascii_uppercase(),
            _ => false,
        };
        let letter = byte(self.text.as_bytes(), self.end + 1);
        short && letter.is_ascii_alphabetic() && !is_word_at(self.text, self.end + 2)
    }

    /// Whether the part before the full stop at the end is abbreviated by it.
    fn is_abbreviation(&self) -> bool {
        let first = character(self.text, self.part);
        let is_letter = self.end - self.part == first.len_utf8();
        is_letter && (self.dotted || self.is_initial(first)) || self.is_listed()
    }

    /// Whether the full stop at the end abbreviates the part before it, which is of ASCII letters if
    /// it is one byte long.
    fn is_listed(&self) -> bool {
        let bytes = self.text.as_bytes();
        let length = self.end - self.part;
        if length == 1 && self.is_initial(bytes[self.part].into()) {
            return true;
        }
        let abbreviations = &self.orthography.abbreviations;
        match abbreviations.label(bytes, self.part, self.end) {
            // A full stop before a comma ends no sentence.
            None => {
                (2..=LONGEST_BEFORE_COMMA).contains(&length) && byte(bytes, self.end + 1) == b','
            }
            Some(Abbreviation::Number) => {
                let rest = &bytes[self.end + 1..];
                matches!(rest, [b'0'..=b'9', ..] | [b' ', b'0'..=b'9', ..])
            }
            Some(Abbreviation::Title | Abbreviation::Anywhere) => true,
        }
    }

    /// Whether a letter before a full stop stands for a name. A sentence ends with the pronoun more
    /// often than a person has this initial.
    fn is_initial(&self, letter: char) -> bool {
        letter.is_uppercase() && Some(letter) != self.orthography.capital_pronoun
    }
}

/// The most letters that stand before a sign of currency: US$5, HK$5, NZD$5.
const LONGEST_CURRENCY: usize = 3;

/// The most bytes of an abbreviation that no list has and that a comma after its full stop tells.
const LONGEST_BEFORE_COMMA: usize = 5;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::token::Tokenizer;

    #[test]
    fn the_short_way_equals_the_long_one() {
        let words = ["a", "I", "Mr", "don", "Ill", "wonderful", "www"];
        let signs = [
            "", "'", "’", "-", ".", ". ", ".\n", "”", "@", "&", "://", "$", "é", "1", "_", "--",
            "'-",
        ];
        let orthography = Tokenizer::new().orthography;
        let mut cases = 0;
        for first in words {
            for sign in signs {
                for second in words {
                    for other in signs {
                        let text = format!("{first}{sign}{second}{other}b.com c");
                        let end = letters_end(text.as_bytes(), 0);
                        assert_eq!(
                            word_of_letters(&text, orthography, 0, end),
                            word(&text, orthography, 0, end),
                            "{text:?}"
                        );
                        cases += 1;
                    }
                }
            }
        }
        assert_eq!(cases, 7 * 17 * 7 * 17);
    }
}
