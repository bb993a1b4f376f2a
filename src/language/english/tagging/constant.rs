//! Words whose part of speech is the same in every context: most of those in lower case.

use super::sets::NOUNS;
use crate::language::class::{Class, Classes};
use crate::language::supply::ConstantTags;

/// By the first class of a word; all others are for the rules, which give these the same.
pub(super) static CONSTANT: ConstantTags = {
    use Class::*;
    const NOUN_OR_ADJECTIVE: Classes = Classes::of(&[Noun, Adjective]);
    const MORE_THAN_VERB: Classes = NOUNS.with(Classes::of(&[Adjective, Adverb]));
    ConstantTags::BY_CLASS.but_for(&[
        (Negation, Classes::of(&[Determiner, Modal, Person])),
        (Be, Classes::of(&[Have])),
        (Modal, NOUNS),
        (Possessive, Classes::of(&[ObjectPronoun])),
        (Wh, Classes::of(&[Complementizer])),
        (Quantifier, Classes::of(&[Noun])),
        (Preposition, NOUN_OR_ADJECTIVE.with(Classes::of(&[Dative]))),
        (Time, Classes::of(&[Adverb])),
        (VerbIng, Classes::of(&[VerbIng])),
        (VerbPast, Classes::of(&[VerbPast])),
        (VerbParticiple, Classes::of(&[VerbParticiple])),
        (Verb, MORE_THAN_VERB),
        (VerbS, MORE_THAN_VERB),
        (Adverb, NOUNS.with(Classes::of(&[Adjective]))),
        (Adjective, NOUNS),
    ])
};
