//! The word of each token: what the word lists know of it, and its shape.

use super::capitals::Common;
use super::{Analysis, tags};
use crate::ids::TokenId;
use crate::language::{ConstantTags, Facts, Lexicon, Shape, Tag, Word, WordId};
use crate::token::{Token, TokenKind};

/// The tag of words that get theirs by their context.
const NOT_YET: Tag = Tag::Other;

/// Puts the words of the tokens in place of those in `words`, and in place of what is in `open` those
/// whose tags depend on their context: of all with a capital, of those written short, and of a few
/// others. Enters those that the text writes without a capital.
pub(super) fn read<'t>(analysis: &mut Analysis<'t>, common: &mut Common<'t>) {
    let Analysis {
        words,
        open,
        tokens,
        lexicon,
        ..
    } = analysis;
    let mut reader = WordReader {
        text: analysis.text,
        lexicon,
        constant: analysis.language.tagging.constant,
        common,
    };
    words.clear();
    open.clear();
    words.extend(tokens.iter().enumerate().map(|(at, &token)| {
        let word = match token.kind() {
            TokenKind::Word => reader.word(token),
            TokenKind::Abbreviation => reader.abbreviation(token),
            _ => return sign(reader.text, token),
        };
        if word.tag == NOT_YET {
            open.push(TokenId::new(at));
        }
        word
    }));
}

struct WordReader<'a, 't> {
    text: &'t str,
    lexicon: &'t Lexicon,
    constant: &'static ConstantTags,
    common: &'a mut Common<'t>,
}

impl WordReader<'_, '_> {
    #[inline]
    fn word(&mut self, token: Token) -> Word {
        let range = token.span().range();
        let facts = self.lexicon.look_up_within(self.text, range);
        self.plain_word(token, facts)
            .unwrap_or_else(|| self.other_word(token, facts))
    }

    /// A word as nearly all are: it begins with a small letter, has a number and no ending.
    #[inline]
    fn plain_word(&mut self, token: Token, facts: Facts) -> Option<Word> {
        let span = token.span();
        let first = self.text.as_bytes()[span.start()];
        if facts.word == WordId::UNKNOWN || !first.is_ascii_lowercase() {
            return None;
        }
        self.common.enter_listed(facts.word);
        Some(Word {
            facts,
            base: span.len() as u32,
            shape: Shape::WORD,
            tag: self.constant.get(facts).unwrap_or(NOT_YET),
        })
    }

    /// Apart, as what follows, from the loop over all tokens, from which it would take the registers.
    #[inline(never)]
    fn other_word(&mut self, token: Token, facts: Facts) -> Word {
        let text = token.text(self.text);
        let (facts, base) = if facts.is_known() {
            (facts, text.len())
        } else {
            self.lexicon.analyse(text)
        };
        let shape = self.shape(text, base, facts);
        let mut tag = NOT_YET;
        if !shape.has(Shape::CAPITAL) {
            self.common.enter(facts.word, &text[..base]);
            tag = self.constant.get(facts).unwrap_or(NOT_YET);
        }
        Word {
            facts,
            base: base as u32,
            shape,
            tag,
        }
    }

    #[inline(never)]
    fn abbreviation(&self, token: Token) -> Word {
        let text = token.text(self.text);
        let base = text.trim_end_matches('.');
        let mut shape = shape(text);
        if base.len() < text.len() {
            shape.set(Shape::PART);
        }
        Word {
            facts: self.lexicon.look_up(base),
            base: text.len() as u32,
            shape,
            tag: NOT_YET,
        }
    }

    /// The shape of a word whose facts belong to its first `base` bytes.
    fn shape(&self, text: &str, base: usize, facts: Facts) -> Shape {
        let mut shape = shape(&text[..base]);
        shape.set(Shape::WORD);
        if base < text.len() {
            shape.set(Shape::POSSESSIVE);
            shape.set(Shape::PART);
        }
        let is_name = || is_handle(text) || self.lexicon.is_name_after_particle(&text[..base]);
        if facts.word == WordId::UNKNOWN && is_name() {
            shape.set(Shape::CAPITAL);
            shape.set(Shape::PROPER);
        }
        shape
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
        tag: tags::of_sign(text, token),
    }
}

/// Whether a word is what somebody is called in a chat or a forum: "ada_b".
fn is_handle(word: &str) -> bool {
    let is_inner = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_';
    word.contains('_') && word.bytes().all(is_inner)
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
