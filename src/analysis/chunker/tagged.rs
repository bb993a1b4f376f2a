//! What the rules of phrases ask of a sentence.

use crate::language::{Class, Names, Shape, Tag, Word, WordId};
use crate::token::Token;

/// The tokens of a sentence up to the next quotation mark, with their parts of speech.
pub(super) struct TaggedTokens<'a> {
    text: &'a str,
    pub(super) tokens: &'a [Token],
    pub(super) words: &'a [Word],
    /// Words besides "of" that join an organisation's noun to its field.
    pub(super) joining_field: &'static [WordId],
    /// Words besides "of" that join an office to its field.
    pub(super) before_field: &'static [WordId],
    /// What makes somebody another: "someone else".
    pub(super) other: &'static [WordId],
}

impl<'a> TaggedTokens<'a> {
    pub(super) fn of(
        names: &Names,
        text: &'a str,
        tokens: &'a [Token],
        words: &'a [Word],
    ) -> TaggedTokens<'a> {
        TaggedTokens {
            text,
            tokens,
            words,
            joining_field: names.joining_field,
            before_field: names.before_field,
            other: names.other,
        }
    }

    pub(super) fn tag(&self, at: usize) -> Option<Tag> {
        self.words.get(at).map(|word| word.tag)
    }

    pub(super) fn is_whole(&self, at: usize, class: Class) -> bool {
        self.words.get(at).is_some_and(|word| word.is_whole(class))
    }

    pub(super) fn is_class(&self, at: usize, class: Class) -> bool {
        self.words.get(at).is_some_and(|word| word.is(class))
    }

    pub(super) fn capital(&self, at: usize) -> bool {
        self.words
            .get(at)
            .is_some_and(|word| word.shape.has(Shape::CAPITAL))
    }

    pub(super) fn bytes(&self, at: usize) -> &[u8] {
        &self.text.as_bytes()[self.tokens[at].span().range()]
    }
}
