//! Parts of speech by classes and context.

use std::ops::Range;

use crate::language::class::{Class, Classes};
use crate::language::facts::Facts;
use crate::language::tag::{Tag, Tags};
use crate::language::word::{Shape, Word};
use crate::token::{Token, TokenKind};

/// How words get their parts of speech.
#[derive(Clone, Copy, Debug)]
pub struct Tagging {
    /// The words in lower case whose tag is the same in every context.
    pub constant: &'static ConstantTags,
    /// The tag of every other word, by its neighbours.
    pub by_context: fn(&TaggingContext<'_>) -> Tag,
}

impl Tagging {
    /// Every word has the tag of its first class, and a word with a capital that is no such word is a
    /// name.
    pub const BY_CLASS: Tagging = Tagging {
        constant: &ConstantTags::BY_CLASS,
        by_context: by_class,
    };
}

/// The tags of words that have the same in every context, by their classes.
#[derive(Clone, Copy, Debug)]
pub struct ConstantTags {
    /// By the position of a word's first class in the order of [`Class`]: the tag, and the classes beside
    /// which the context has a say. The last one is for a word without any class.
    of_first: [(Tag, Classes); 65],
}

impl ConstantTags {
    /// The first class that a word has tells its tag.
    pub const BY_CLASS: ConstantTags = {
        use Class::*;
        let tags = [
            (Particle, Tag::Other),
            (Be, Tag::Be),
            (Have, Tag::Have),
            (Do, Tag::Do),
            (Negation, Tag::Negation),
            (Modal, Tag::Modal),
            (Possessive, Tag::Possessive),
            (Wh, Tag::Wh),
            (Quantifier, Tag::Quantifier),
            (Determiner, Tag::Determiner),
            (SubjectPronoun, Tag::Pronoun),
            (ObjectPronoun, Tag::Pronoun),
            (Coordinator, Tag::Coordinator),
            (Numeral, Tag::Number),
            (Preposition, Tag::Preposition),
            (Subordinator, Tag::Subordinator),
            (Time, Tag::Time),
            (VerbIng, Tag::Ing),
            (VerbPast, Tag::Verb),
            (VerbParticiple, Tag::Participle),
            (Verb, Tag::Verb),
            (VerbS, Tag::Verb),
            (Adverb, Tag::Adverb),
            (Adjective, Tag::Adjective),
        ];
        let mut of_first = [(Tag::Noun, Classes::NONE); 65];
        let mut i = 0;
        while i < tags.len() {
            let (class, tag) = tags[i];
            of_first[class as usize].0 = tag;
            i += 1;
        }
        let constant = ConstantTags { of_first };
        constant.but_for(&[(Particle, Classes::of(&[Particle]))])
    };

    /// Leaves to its context a word whose first class is one of these, if it can be one of the classes
    /// beside it too.
    #[must_use]
    pub const fn but_for(mut self, exceptions: &[(Class, Classes)]) -> ConstantTags {
        let mut i = 0;
        while i < exceptions.len() {
            let (first, classes) = exceptions[i];
            self.of_first[first as usize].1 = classes;
            i += 1;
        }
        self
    }

    /// The tag of a word in lower case, if it is the same in every context.
    #[inline]
    pub(crate) fn get(&self, facts: Facts) -> Option<Tag> {
        let (tag, unless) = self.of_first[facts.classes.first()];
        (!facts.is_any(unless)).then_some(tag)
    }
}

/// A word whose tag is asked for, with what stands beside it.
#[derive(Clone, Copy, Debug)]
pub struct TaggingContext<'a> {
    /// The text.
    pub text: &'a str,
    /// All its tokens.
    pub tokens: &'a [Token],
    /// One per token; those before the word have their tags.
    pub words: &'a [Word],
    /// The position of the word.
    pub at: usize,
    /// The word.
    pub word: &'a Word,
    /// Where its sentence ends.
    pub end: usize,
    /// The tag before, marks aside; of the first word, that of a full stop.
    pub before: Tag,
}

impl<'a> TaggingContext<'a> {
    /// A word of a sentence, all of whose words before have their tags.
    #[inline]
    pub(crate) fn of(
        text: &'a str,
        tokens: &'a [Token],
        words: &'a [Word],
        sentence: Range<usize>,
        at: usize,
    ) -> TaggingContext<'a> {
        // Marks that are looked past here are before no other word.
        let before = words[sentence.start..at].iter().rev();
        let before = before.map(|word| word.tag).find(|&tag| tag != Tag::Mark);
        TaggingContext {
            text,
            tokens,
            words,
            at,
            word: &words[at],
            end: sentence.end,
            before: before.unwrap_or(Tag::Stop),
        }
    }

    /// Whether the word can be a `class`.
    pub fn can(&self, class: Class) -> bool {
        self.word.is(class)
    }

    /// The position of the token after that is neither a mark nor a line break, within the sentence.
    pub fn next(&self) -> Option<usize> {
        let next = self.at + 1;
        if next < self.end && self.words[next].shape.has(Shape::WORD) {
            return Some(next);
        }
        (next..self.end.min(self.at + 4)).find(|&at| {
            let kind = self.tokens[at].kind();
            !matches!(kind, TokenKind::Mark(_) | TokenKind::LineBreak)
        })
    }

    /// Whether the word after can be one of `classes`.
    pub fn next_any(&self, classes: Classes) -> bool {
        self.next()
            .is_some_and(|next| self.words[next].is_any(classes))
    }

    /// Whether the word after begins with a capital.
    pub fn next_is_capital(&self) -> bool {
        self.next()
            .is_some_and(|next| self.words[next].shape.has(Shape::CAPITAL))
    }

    /// Whether the word is a small one within a name: "van" and "der" in "Mr. van der Berg".
    pub(crate) fn joins_name(&self) -> bool {
        const PARTS: Tags = Tags::of(&[Tag::Title, Tag::Name, Tag::Other]);
        self.can(Class::Particle)
            && !self.word.shape.has(Shape::CAPITAL)
            && PARTS.has(self.before)
            && self.leads_to_name()
            && self.at > 0
            && (self.words[self.at - 1].shape.has(Shape::CAPITAL)
                || self.words[self.at - 1].is(Class::Particle))
    }

    /// Whether a word with a capital comes next, or a small one that leads to it.
    pub(crate) fn leads_to_name(&self) -> bool {
        self.next_is_capital() || self.next_any(Classes::of(&[Class::Particle]))
    }

    /// For the tests of rules.
    #[cfg(test)]
    pub(crate) fn position(&self) -> usize {
        self.at
    }
}

/// The tag of a word by its first class.
fn by_class(context: &TaggingContext<'_>) -> Tag {
    const NAMES: Classes = Classes::of(&[
        Class::GivenName,
        Class::Surname,
        Class::Organisation,
        Class::Place,
    ]);
    let word = context.word;
    let capital = word.shape.has(Shape::CAPITAL);
    let (tag, _) = ConstantTags::BY_CLASS.of_first[word.facts.classes.first()];
    if context.joins_name() {
        Tag::Other
    } else if context.can(Class::Particle) && context.leads_to_name() {
        Tag::Name
    } else if capital && context.can(Class::Title) && context.next_is_capital() {
        Tag::Title
    } else if capital && tag == Tag::Noun && (!word.facts.is_known() || word.is_any(NAMES)) {
        Tag::Name
    } else {
        tag
    }
}
