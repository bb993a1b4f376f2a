//! Sets of classes and of tags that several rules ask for.

use crate::language::class::{Class, Classes};
use crate::language::tag::{Tag, Tags};

pub(super) const NOMINAL: Classes = Classes::of(&[
    Class::Noun,
    Class::NounPlural,
    Class::Adjective,
    Class::Numeral,
    Class::Person,
    Class::Group,
    Class::Demonym,
]);
pub(super) const NOUNS: Classes = Classes::of(&[
    Class::Noun,
    Class::NounPlural,
    Class::Person,
    Class::Group,
    Class::Time,
]);
pub(super) const NAMES: Classes = Classes::of(&[
    Class::GivenName,
    Class::Surname,
    Class::Place,
    Class::Organisation,
]);
pub(super) const DATES: Classes = Classes::of(&[Class::Weekday, Class::Month]);
pub(super) const PAST: Classes = Classes::of(&[Class::VerbPast, Class::VerbParticiple]);
pub(super) const FINITE: Classes = Classes::of(&[Class::Verb, Class::VerbS, Class::VerbPast]);
pub(super) const CLOSED: Classes = Classes::of(&[
    Class::Determiner,
    Class::Possessive,
    Class::SubjectPronoun,
    Class::ObjectPronoun,
    Class::Preposition,
    Class::Coordinator,
    Class::Subordinator,
    Class::Wh,
    Class::Be,
    Class::Have,
    Class::Do,
    Class::Modal,
    Class::Negation,
    Class::Numeral,
    Class::Quantifier,
]);
/// Function words that have a capital in the middle of a sentence only at the start of a name or of
/// a quotation, and are no names by themselves.
pub(super) const SMALL: Classes = Classes::of(&[
    Class::Determiner,
    Class::Possessive,
    Class::SubjectPronoun,
    Class::ObjectPronoun,
    Class::Coordinator,
    Class::Be,
    Class::Have,
    Class::Do,
]);
/// Verbs, adjectives and adverbs.
pub(super) const NO_NOUN: Classes = Classes::of(&[
    Class::Adjective,
    Class::Adverb,
    Class::Verb,
    Class::VerbS,
    Class::VerbPast,
    Class::VerbParticiple,
    Class::VerbIng,
]);
pub(super) const OPEN: Classes = Classes::of(&[Class::Noun, Class::NounPlural]).with(NO_NOUN);
/// What a noun without an article precedes only if it is a name: "Apple said", "Shell has".
pub(super) const AFTER_SUBJECT: Classes = Classes::of(&[
    Class::VerbPast,
    Class::VerbS,
    Class::Be,
    Class::Have,
    Class::Do,
    Class::Modal,
]);
/// What may follow a verb with an object, a clause or an adverbial.
pub(super) const AFTER_VERB: Classes = Classes::of(&[
    Class::Determiner,
    Class::Possessive,
    Class::SubjectPronoun,
    Class::ObjectPronoun,
    Class::Preposition,
    Class::Subordinator,
    Class::Wh,
    Class::Adverb,
    Class::Quantifier,
    Class::Negation,
]);

/// After these a noun phrase may go on with a noun.
pub(super) const NOUN_LEADERS: Tags = Tags::of(&[
    Tag::Determiner,
    Tag::Possessive,
    Tag::Preposition,
    Tag::Number,
    Tag::Quantifier,
    Tag::Adjective,
    Tag::Title,
]);
/// After these a verb is due.
pub(super) const VERB_LEADERS: Tags =
    Tags::of(&[Tag::Pronoun, Tag::Modal, Tag::To, Tag::Do, Tag::Wh]);
/// What can end a subject.
pub(super) const SUBJECT_ENDS: Tags = Tags::of(&[
    Tag::Noun,
    Tag::Name,
    Tag::Pronoun,
    Tag::Close,
    Tag::Time,
    Tag::Quantifier,
]);
