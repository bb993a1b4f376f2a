//! The part of speech of each token, by what its word can be and by the words beside it.
//!
//! Most words are the same in every place. A form that can be several things ("claims", "that",
//! "her") is what its left neighbour and the classes of its right one call for; these are tagged in
//! one pass from left to right.

mod capital;
mod closed;
mod constant;
mod open;
mod place;
mod sets;

use std::ops::Range;

use super::{Shape, Word};
use crate::ids::TokenId;
use crate::language::{Class, Classes};
use crate::token::{Token, TokenKind, TokenRange};
pub(super) use constant::constant;
use place::Place;
use sets::CLOSED;

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
    /// Anything else, with the number that the weights of reports know it by.
    Other = 33,
}

/// A set of tags, to be asked without a branch for each.
#[derive(Clone, Copy, Debug)]
pub(super) struct Tags(u64);

impl Tags {
    pub(super) const fn of(tags: &[Tag]) -> Tags {
        let mut bits = 0;
        let mut i = 0;
        while i < tags.len() {
            bits |= 1 << tags[i] as u8;
            i += 1;
        }
        Tags(bits)
    }

    /// The tags of both sets.
    pub(super) const fn with(self, other: Tags) -> Tags {
        Tags(self.0 | other.0)
    }

    #[inline]
    pub(super) const fn has(self, tag: Tag) -> bool {
        self.0 >> tag as u8 & 1 != 0
    }
}

impl Tag {
    /// One more than the greatest number of a tag.
    pub(crate) const COUNT: usize = Tag::Other as usize + 1;

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

/// Tags the words that `open` lists. All others have their tags.
pub(super) fn tag(
    text: &str,
    tokens: &[Token],
    words: &mut [Word],
    sentences: &[TokenRange],
    open: &[TokenId],
) {
    let mut open = open.iter().map(|at| at.index()).peekable();
    for sentence in sentences {
        let Range { start, end } = sentence.range();
        while let Some(at) = open.next_if(|&at| at < end) {
            // Marks that are looked past here are before no other word.
            let mut before = words[start..at].iter().rev().map(|word| word.tag);
            let place = Place {
                text,
                tokens,
                words,
                at,
                word: &words[at],
                end,
                before: before.find(|&tag| tag != Tag::Mark).unwrap_or(Tag::Stop),
            };
            words[at].tag = word_tag(&place);
        }
    }
}

/// The tag of a token that is no word.
#[inline]
pub(super) fn of_sign(text: &str, token: Token) -> Tag {
    match token.kind() {
        TokenKind::Punctuation => PUNCTUATION[usize::from(text.as_bytes()[token.span().start()])],
        TokenKind::Mark(_) => Tag::Mark,
        kind => of_rare_sign(kind),
    }
}

#[inline(never)]
fn of_rare_sign(kind: TokenKind) -> Tag {
    match kind {
        TokenKind::Number => Tag::Number,
        TokenKind::Url | TokenKind::Email | TokenKind::Handle | TokenKind::Hashtag => Tag::Name,
        TokenKind::Dash => Tag::Dash,
        TokenKind::Ellipsis => Tag::Stop,
        _ => Tag::Other,
    }
}

/// The tag of a mark of punctuation by its first byte, which is all of it if it is one of these.
static PUNCTUATION: [Tag; 256] = {
    let mut tags = [Tag::Other; 256];
    let signs: &[(&[u8], Tag)] = &[
        (b",", Tag::Comma),
        (b":", Tag::Colon),
        (b";", Tag::Semicolon),
        (b"([", Tag::Open),
        (b")]", Tag::Close),
        (b".!?", Tag::Stop),
        (b"&", Tag::Coordinator),
    ];
    let mut group = 0;
    while group < signs.len() {
        let (bytes, tag) = signs[group];
        let mut at = 0;
        while at < bytes.len() {
            tags[bytes[at] as usize] = tag;
            at += 1;
        }
        group += 1;
    }
    tags
};

/// The tag of a word by its classes and its neighbours.
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
