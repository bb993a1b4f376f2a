//! Function words.

use super::sets::NOUNS;
use crate::language::class::{Class, Classes};
use crate::language::english::named;
use crate::language::rules::rules;
use crate::language::supply::TaggingContext;
use crate::language::tag::Tag;

rules! {
    /// The tag of a function word, unless it is something else in its context.
    pub(super) fn function_word(context: &TaggingContext<'_>) -> Tag;

    to_of_infinitive: "She wants [to] leave."
        if context.is(named::TO)
            && is_before_infinitive(context)
        => Tag::To;
    to_somewhere: "She went [to] the mill."
        if context.is(named::TO)
        => Tag::Preposition;
    that_before_noun: "She thought of [that] mill."
        if context.is(named::THAT)
            && matches!(context.before, Tag::Preposition | Tag::Stop)
            && context.next_is_nominal()
        => Tag::Determiner;
    that_one: "She liked [that] one."
        if context.is(named::THAT)
            && context.next_is(named::ONE)
            && context.next_but_one_is_no_word()
        => Tag::Determiner;
    that_of_clause: "She knew [that] it rained."
        if context.is(named::THAT)
        => Tag::Subordinator;
    like_as_verb: "They [like] it."
        if context.is(named::LIKE)
            && context.follows_verb_leader()
        => Tag::Verb;
    her_before_noun: "They saw [her] brother."
        if is_owner_or_object(context)
            && (context.next_is_nominal() || begins_phrase(context))
        => Tag::Possessive;
    her_alone: "They saw [her]."
        if is_owner_or_object(context)
        => Tag::Pronoun;
    has_contracted: "[She's] told me."
        if context.can(Class::Be)
            && context.can(Class::Have)
            && context.next_is_participle_with_object()
        => Tag::Have;
    form_of_be: "It [is] late."
        if context.can(Class::Be)
        => Tag::Be;
    form_of_have: "They [have] left."
        if context.can(Class::Have)
        => Tag::Have;
    form_of_do: "They [did] leave."
        if context.can(Class::Do)
        => Tag::Do;
    negated_modal: "They [won't] leave."
        if is_negation(context)
            && context.can(Class::Modal)
        => Tag::Modal;
    nobody: "They saw [nobody]."
        if is_negation(context)
            && context.can(Class::Person)
        => Tag::Quantifier;
    negation: "They did [not] leave."
        if is_negation(context)
        => Tag::Negation;
    // "the will", "a might"
    modal: "They [will] leave."
        if context.can(Class::Modal)
            && !(context.follows_noun_leader() && context.word.is_any(NOUNS))
        => Tag::Modal;
    possessive: "They saw [my] brother."
        if context.can(Class::Possessive)
        => Tag::Possessive;
    wh: "They saw [who] left."
        if context.can(Class::Wh)
        => Tag::Wh;
    quantifier: "They saw [some] mills."
        if context.can(Class::Quantifier)
            && !is_noun_after_adjective(context)
        => Tag::Quantifier;
    determiner: "They saw [every] mill."
        if context.can(Class::Determiner)
        => Tag::Determiner;
    pronoun: "They saw [him]."
        if context.can(Class::SubjectPronoun) || context.can(Class::ObjectPronoun)
        => Tag::Pronoun;
    coordinator: "They saw mills [and] dams."
        if context.can(Class::Coordinator)
        => Tag::Coordinator;
    numeral: "They saw [two] mills."
        if context.can(Class::Numeral)
        => Tag::Number;
    preposition: "They went [past] the mill."
        if context.can(Class::Preposition)
            && !is_noun_or_adjective(context)
        => Tag::Preposition;
    subordinator: "They left [although] it rained."
        if context.can(Class::Subordinator)
            && !context.can(Class::Preposition)
        => Tag::Subordinator;
}

fn is_before_infinitive(context: &TaggingContext<'_>) -> bool {
    use Class::*;
    context.next_any(Classes::of(&[Verb, Be, Have, Do, Adverb, Negation]))
        && !context.next_any(Classes::of(&[Determiner, Possessive, ObjectPronoun]))
        && !context.is_after(named::ACCORDING)
}

fn is_owner_or_object(context: &TaggingContext<'_>) -> bool {
    context.can(Class::Possessive) && context.can(Class::ObjectPronoun)
}

/// Whether a sentence begins here and a noun or an adjective may follow: "His opposite number left."
fn begins_phrase(context: &TaggingContext<'_>) -> bool {
    context.before == Tag::Stop && context.next_any(NOUNS.with(Classes::of(&[Class::Adjective])))
}

fn is_negation(context: &TaggingContext<'_>) -> bool {
    context.can(Class::Negation) && !context.can(Class::Determiner)
}

/// "her opposite number", but "an odd number of mills"
fn is_noun_after_adjective(context: &TaggingContext<'_>) -> bool {
    context.can(Class::Noun)
        && matches!(context.before, Tag::Adjective | Tag::Noun)
        && !context.next_is(named::OF)
}

/// "the past week", but "told reporters past noon"
fn is_noun_or_adjective(context: &TaggingContext<'_>) -> bool {
    context.follows_noun_leader()
        && context
            .word
            .is_any(Classes::of(&[Class::Noun, Class::Adjective]))
        && context.before != Tag::Preposition
}
