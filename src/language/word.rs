//! The word of a token: what the word lists know of it, how it is written, and its part of speech.

use super::class::{Class, Classes};
use super::facts::{Facts, WordId};
use super::tag::Tag;
use crate::kinds::Gender;

/// What is known of the word of a token.
#[derive(Clone, Copy, Debug)]
pub struct Word {
    /// What the lists know of it.
    pub facts: Facts,
    /// The bytes of the token without the ending of a possessive.
    pub base: u32,
    /// How it is written.
    pub shape: Shape,
    /// Its part of speech.
    pub tag: Tag,
}

impl Word {
    /// Whether it can be a `class`.
    pub fn is(&self, class: Class) -> bool {
        self.facts.is(class)
    }

    /// Whether it can be one of `classes`.
    pub fn is_any(&self, classes: Classes) -> bool {
        self.facts.is_any(classes)
    }

    /// Whether the whole token can be a `class`, and not its part before an ending alone.
    pub(crate) fn is_whole(&self, class: Class) -> bool {
        self.facts.is(class) && !self.shape.has(Shape::PART)
    }

    /// Whether it is the subject form of such a pronoun: "we" of the first person, and not "us".
    pub(crate) fn is_subject_form(&self, class: Class) -> bool {
        self.is_whole(class) && self.is(Class::SubjectPronoun)
    }

    /// Whether it is "I".
    pub(crate) fn is_i(&self) -> bool {
        self.is_subject_form(Class::FirstPerson) && !self.is(Class::Plural)
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

impl Facts {
    /// The gender that the word tells; none if it can be either.
    pub(crate) fn gender(self) -> Option<Gender> {
        match (self.is(Class::Male), self.is(Class::Female)) {
            (true, false) => Some(Gender::Male),
            (false, true) => Some(Gender::Female),
            _ => None,
        }
    }
}

/// How a word is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Shape(u8);

impl Shape {
    /// It begins with a capital letter.
    pub const CAPITAL: Shape = Shape(1);
    /// It has several letters, all of them capital.
    pub const ALL_CAPITALS: Shape = Shape(2);
    /// It ends as an owner does: "Anna's".
    pub const POSSESSIVE: Shape = Shape(4);
    /// Its capital may be owed to its position: the start of a sentence, a headline.
    pub const POSITIONAL: Shape = Shape(8);
    /// It is written with a capital where nothing asks for one, here or elsewhere in the text.
    pub const PROPER: Shape = Shape(16);
    /// It is written without a capital elsewhere in the text.
    pub const COMMON: Shape = Shape(32);
    /// Its facts are those of a part of the token: without an ending, without the full stop.
    pub const PART: Shape = Shape(64);
    /// The token is a word, and not written short. Told apart faster than by the token's kind.
    pub const WORD: Shape = Shape(128);

    /// Whether the word has one of these properties.
    pub const fn has(self, other: Shape) -> bool {
        self.0 & other.0 != 0
    }

    pub(crate) fn set(&mut self, other: Shape) {
        self.0 |= other.0;
    }

    pub(crate) fn unset(&mut self, other: Shape) {
        self.0 &= !other.0;
    }
}
