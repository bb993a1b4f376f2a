//! The part of speech of each token, by what its word can be and by the words beside it.
//!
//! One pass from left to right over each sentence. A form that can be several things ("claims",
//! "that", "her") is what its left neighbour and the classes of its right one call for.

mod capital;
mod closed;
mod open;
mod place;
mod sets;

use super::{Shape, Word};
use crate::lexicon::{Class, Classes, named};
use crate::token::{Token, TokenKind, TokenRange};
use place::Place;
use sets::{CLOSED, NO_NOUN, NOUNS};

/// The part of speech of a token in its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tag {
    Determiner,
    Possessive,
    Pronoun,
    Preposition,
    /// "to" before an infinitive.
    To,
    Coordinator,
    Subordinator,
    Wh,
    Be,
    Have,
    Do,
    Modal,
    Negation,
    Adverb,
    Number,
    Quantifier,
    Time,
    Noun,
    Name,
    Title,
    Adjective,
    /// A finite form, present or past, or a base form.
    Verb,
    Participle,
    Ing,
    Comma,
    Colon,
    Semicolon,
    Open,
    Close,
    Stop,
    Dash,
    Mark,
    Break,
    Other,
}

impl Tag {
    /// Whether a noun phrase may go on with a noun after it.
    const fn leads_noun(self) -> bool {
        use Tag::*;
        matches!(
            self,
            Determiner | Possessive | Preposition | Number | Quantifier | Adjective | Title
        )
    }

    /// Whether a verb is due after it.
    const fn leads_verb(self) -> bool {
        matches!(
            self,
            Tag::Pronoun | Tag::Modal | Tag::To | Tag::Do | Tag::Wh
        )
    }

    /// Whether it can end a subject.
    const fn ends_subject(self) -> bool {
        matches!(
            self,
            Tag::Noun | Tag::Name | Tag::Pronoun | Tag::Close | Tag::Time | Tag::Quantifier
        )
    }
}

/// Tags every word of the text.
pub(super) fn tag(text: &str, tokens: &[Token], words: &mut [Word], sentences: &[TokenRange]) {
    for sentence in sentences {
        let mut before = Tag::Stop;
        for at in sentence.range() {
            let place = || Place {
                text,
                tokens,
                words,
                at,
                word: &words[at],
                end: sentence.end as usize,
                before,
            };
            let tag = if words[at].shape.has(Shape::WORD) {
                constant(&words[at]).unwrap_or_else(|| word_tag(&place()))
            } else if matches!(tokens[at].kind(), TokenKind::Abbreviation) {
                word_tag(&place())
            } else {
                sign_tag(text, tokens[at])
            };
            words[at].tag = tag;
            if !matches!(tag, Tag::Mark | Tag::Break) {
                before = tag;
            }
        }
    }
}

/// The tag of a token that is no word.
fn sign_tag(text: &str, token: Token) -> Tag {
    match token.kind() {
        TokenKind::Number => Tag::Number,
        TokenKind::Url | TokenKind::Email | TokenKind::Handle | TokenKind::Hashtag => Tag::Name,
        TokenKind::Mark(_) => Tag::Mark,
        TokenKind::Dash => Tag::Dash,
        TokenKind::Ellipsis => Tag::Stop,
        TokenKind::Punctuation => punctuation(text.as_bytes()[token.span().start()]),
        TokenKind::LineBreak | TokenKind::ParagraphBreak => Tag::Break,
        _ => Tag::Other,
    }
}

/// The tag of a mark of punctuation by its first byte, which is all of it if it is one of these.
fn punctuation(byte: u8) -> Tag {
    match byte {
        b',' => Tag::Comma,
        b':' => Tag::Colon,
        b';' => Tag::Semicolon,
        b'(' | b'[' => Tag::Open,
        b')' | b']' => Tag::Close,
        b'.' | b'!' | b'?' => Tag::Stop,
        b'&' => Tag::Coordinator,
        _ => Tag::Other,
    }
}

/// The tag of a word in lower case that is the same in every place. Most words have one; all others
/// are for [`word_tag`], which gives these the same.
fn constant(word: &Word) -> Option<Tag> {
    /// The classes on which the tag of a word in lower case depends.
    const DECISIVE: Classes = Classes::of(&[Class::Particle, Class::Time])
        .with(NO_NOUN)
        .with(CLOSED);
    const ADJECTIVE: Classes = Classes::of(&[Class::Adjective]);
    const ADVERB: Classes = Classes::of(&[Class::Adverb]);
    const COORDINATOR: Classes = Classes::of(&[Class::Coordinator]);
    const DETERMINER: Classes = Classes::of(&[Class::Determiner]);
    const OBJECT: Classes = Classes::of(&[Class::ObjectPronoun]);
    const POSSESSIVE: Classes = Classes::of(&[Class::Possessive]);
    const PREPOSITION: Classes = Classes::of(&[Class::Preposition]);
    const SUBJECT: Classes = Classes::of(&[Class::SubjectPronoun]);
    const EITHER: Classes = SUBJECT.with(OBJECT);
    if word.shape.has(Shape::CAPITAL) {
        return None;
    }
    let noun = word.is_any(NOUNS);
    match word.facts.classes & DECISIVE {
        Classes::NONE => Some(Tag::Noun),
        DETERMINER => Some(Tag::Determiner),
        PREPOSITION if !noun && !word.is_word(named::TO) => Some(Tag::Preposition),
        ADJECTIVE if !noun => Some(Tag::Adjective),
        SUBJECT | OBJECT | EITHER => Some(Tag::Pronoun),
        COORDINATOR => Some(Tag::Coordinator),
        ADVERB if !noun => Some(Tag::Adverb),
        POSSESSIVE => Some(Tag::Possessive),
        _ => None,
    }
}

/// The tag of a word by its classes and its neighbours. Apart from the loop over all words, from
/// which it would take the registers.
#[inline(never)]
fn word_tag(place: &Place<'_>) -> Tag {
    if capital::joins_name(place) {
        return Tag::Other;
    }
    // "van der Berg", "bin Salman": small words that begin a name.
    if place.can(Class::Particle)
        && !place.word.is_any(CLOSED)
        && (place.next_is_capital() || place.next_any(Classes::of(&[Class::Particle])))
        && !place.before.leads_noun()
        && place.before != Tag::Pronoun
    {
        return Tag::Name;
    }
    if place.word.shape.has(Shape::CAPITAL)
        && let Some(tag) = capital::tag(place)
    {
        return tag;
    }
    closed::tag(place).unwrap_or_else(|| open::tag(place))
}
