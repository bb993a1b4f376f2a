//! The word of each token: what the word lists know of it, and its shape.

use super::Tag;
use super::capitals::Common;
use super::tag;
use crate::ids::TokenId;
use crate::language::{Class, Classes, Facts, Lexicon, WordId};
use crate::token::{Token, TokenKind};

/// What is known of the word of a token.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Word {
    pub(crate) facts: Facts,
    /// The bytes of the token without the ending of a possessive.
    pub(crate) base: u32,
    pub(crate) shape: Shape,
    pub(crate) tag: Tag,
}

impl Word {
    pub(crate) fn is(&self, class: Class) -> bool {
        self.facts.is(class)
    }

    pub(crate) fn is_any(&self, classes: Classes) -> bool {
        self.facts.is_any(classes)
    }

    /// Whether the whole token can be a `class`, and not its part before an ending alone.
    pub(crate) fn is_whole(&self, class: Class) -> bool {
        self.facts.is(class) && !self.shape.has(Shape::PART)
    }

    /// The word that the whole token is, in whatever case.
    pub(crate) fn whole(&self) -> WordId {
        if self.shape.has(Shape::PART) {
            WordId::UNKNOWN
        } else {
            self.facts.word
        }
    }

    /// Whether the whole token is this word.
    pub(crate) fn is_word(&self, word: WordId) -> bool {
        self.facts.word == word && !self.shape.has(Shape::PART)
    }

    /// Whether the whole token is one of these words.
    pub(crate) fn is_one_of(&self, words: &[WordId]) -> bool {
        words.contains(&self.facts.word) && !self.shape.has(Shape::PART)
    }
}

/// How a word is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Shape(u8);

impl Shape {
    pub(crate) const CAPITAL: Shape = Shape(1);
    pub(crate) const ALL_CAPITALS: Shape = Shape(2);
    pub(crate) const POSSESSIVE: Shape = Shape(4);
    /// Its capital may be owed to its place: the start of a sentence, a headline.
    pub(crate) const PLACED: Shape = Shape(8);
    /// It is written with a capital where nothing asks for one, here or elsewhere in the text.
    pub(crate) const PROPER: Shape = Shape(16);
    /// It is written without a capital elsewhere in the text.
    pub(crate) const COMMON: Shape = Shape(32);
    /// Its facts are those of a part of the token: without an ending, without the full stop.
    pub(crate) const PART: Shape = Shape(64);
    /// The token is a word, and not written short. Told apart faster than by the token's kind.
    pub(crate) const WORD: Shape = Shape(128);

    /// Whether the word has one of these properties.
    pub(crate) const fn has(self, other: Shape) -> bool {
        self.0 & other.0 != 0
    }

    pub(crate) fn set(&mut self, other: Shape) {
        self.0 |= other.0;
    }
}

/// Puts the words of `tokens` in place of those in `words`, and in place of what is in `open` those
/// whose tags depend on their place: of all with a capital, of those written short, and of a few
/// others.
pub(super) fn words<'t>(
    text: &'t str,
    lexicon: &Lexicon,
    tokens: &[Token],
    words: &mut Vec<Word>,
    open: &mut Vec<TokenId>,
    common: &mut Common<'t>,
) {
    words.clear();
    open.clear();
    words.extend(tokens.iter().enumerate().map(|(at, &token)| {
        let word = match token.kind() {
            TokenKind::Word => {
                let facts = lexicon.look_up_within(text, token.span().range());
                plain_word(text, token, facts, common)
                    .unwrap_or_else(|| other_word(text, lexicon, token, facts, common))
            }
            TokenKind::Abbreviation => word_written_short(text, lexicon, token),
            _ => return sign(text, token),
        };
        if word.tag == NOT_YET {
            open.push(TokenId::new(at));
        }
        word
    }));
}

/// The tag of words that get theirs by their place.
const NOT_YET: Tag = Tag::Other;

/// A word as nearly all are: it begins with a small letter, has a number and no ending.
#[inline]
fn plain_word(text: &str, token: Token, facts: Facts, common: &mut Common<'_>) -> Option<Word> {
    let span = token.span();
    if facts.word == WordId::UNKNOWN || !text.as_bytes()[span.start()].is_ascii_lowercase() {
        return None;
    }
    common.enter_listed(facts.word);
    Some(Word {
        facts,
        base: span.len() as u32,
        shape: Shape::WORD,
        tag: tag::constant(facts).unwrap_or(NOT_YET),
    })
}

/// Apart, as what follows, from the loop over all tokens, from which it would take the registers.
#[inline(never)]
fn other_word<'t>(
    text: &'t str,
    lexicon: &Lexicon,
    token: Token,
    facts: Facts,
    common: &mut Common<'t>,
) -> Word {
    let text = token.text(text);
    let (facts, base) = if facts.is_known() {
        (facts, text.len())
    } else {
        lexicon.analyse(text)
    };
    let shape = shape_of_word(text, base, lexicon, facts);
    let mut tag = NOT_YET;
    if !shape.has(Shape::CAPITAL) {
        common.enter(facts.word, &text[..base]);
        tag = tag::constant(facts).unwrap_or(NOT_YET);
    }
    Word {
        facts,
        base: base as u32,
        shape,
        tag,
    }
}

#[inline(never)]
fn word_written_short(text: &str, lexicon: &Lexicon, token: Token) -> Word {
    let text = token.text(text);
    let base = text.trim_end_matches('.');
    let mut shape = shape(text);
    if base.len() < text.len() {
        shape.set(Shape::PART);
    }
    Word {
        facts: lexicon.look_up(base),
        base: text.len() as u32,
        shape,
        tag: NOT_YET,
    }
}

/// A token that is no word.
#[inline]
fn sign(text: &str, token: Token) -> Word {
    let is_name = matches!(token.kind(), TokenKind::Handle | TokenKind::Hashtag);
    Word {
        facts: Facts::default(),
        base: token.span().len() as u32,
        shape: if is_name {
            Shape::CAPITAL
        } else {
            Shape::default()
        },
        tag: tag::of_sign(text, token),
    }
}

fn shape_of_word(text: &str, base: usize, lexicon: &Lexicon, facts: Facts) -> Shape {
    let mut shape = shape(&text[..base]);
    shape.set(Shape::WORD);
    if base < text.len() {
        shape.set(Shape::POSSESSIVE);
        shape.set(Shape::PART);
    }
    if facts.word == WordId::UNKNOWN && lexicon.is_name_behind_particle(&text[..base]) {
        shape.set(Shape::CAPITAL);
        shape.set(Shape::PROPER);
    }
    shape
}

fn shape(text: &str) -> Shape {
    let mut shape = Shape::default();
    match text.as_bytes() {
        [b'a'..=b'z', ..] => return shape,
        [b'A'..=b'Z', b'a'..=b'z', ..] => return Shape::CAPITAL,
        _ => {}
    }
    let mut letters = text.chars().filter(|c| c.is_alphabetic());
    let Some(first) = letters.next() else {
        return shape;
    };
    if first.is_uppercase() {
        shape.set(Shape::CAPITAL);
        let mut rest = letters.peekable();
        if rest.peek().is_some() && rest.all(char::is_uppercase) {
            shape.set(Shape::ALL_CAPITALS);
        }
    }
    shape
}
