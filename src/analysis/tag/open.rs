//! Nouns, verbs, adjectives and adverbs.

use super::sets::{AFTER_VERB, FINITE, NOUNS};
use super::{Place, Tag};
use crate::analysis::Shape;
use crate::language::{Class, Classes, Frame, named};
use crate::token::TokenKind;

/// The tag of a noun, verb, adjective or adverb.
pub(super) fn tag(place: &Place<'_>) -> Tag {
    use Class::*;
    let word = place.word;
    let noun = word.is_any(NOUNS);
    let noun_due = place.before.leads_noun() || place.behind_possessive();
    let verb_due = place.before.leads_verb();
    if place.can(Time) && !place.can(Adverb) {
        return Tag::Time;
    }
    if place.can(VerbIng)
        && place.can(Adjective)
        && place.before != Tag::Be
        && place.next_is_nominal()
    {
        return Tag::Adjective;
    }
    let gerund = place.before == Tag::Preposition && !place.next_any(Classes::of(&[Preposition]));
    if place.can(VerbIng) && !(noun && noun_due && !gerund) {
        return if noun_due && place.next_is_nominal() {
            Tag::Adjective
        } else {
            Tag::Ing
        };
    }
    // "one told reporters", "both noted that": a quantity alone can be a subject.
    let quantity = matches!(place.before, Tag::Number | Tag::Quantifier);
    let reports = quantity && !noun && place.can(VerbPast) && word.facts.takes(Frame::Strong);
    if place.can(VerbPast) || place.can(VerbParticiple) {
        if noun_due && !reports && (noun || place.can(Adjective) || place.next_is_nominal()) {
            return if noun && !place.next_is_nominal() {
                Tag::Noun
            } else {
                Tag::Adjective
            };
        }
        if matches!(place.before, Tag::Be | Tag::Have) && place.can(VerbParticiple) {
            return Tag::Participle;
        }
        // "Berg, described by critics as", "a plan praised by": whoever speaks stands behind.
        let agent = place.can(VerbParticiple) && place.can(Report) && place.next_is(named::BY);
        if agent
            && matches!(
                place.before,
                Tag::Comma | Tag::Noun | Tag::Name | Tag::Adverb
            )
        {
            return Tag::Participle;
        }
        // "a man named Berg", "a carpenter called Tomas"
        let naming = place.word.is_one_of(&[named::CALLED, named::NAMED]);
        if naming
            && matches!(place.before, Tag::Noun | Tag::Name)
            && place.next_is_capital()
            && place.is_in_singular_phrase(place.at)
        {
            return Tag::Participle;
        }
        if place.can(VerbPast) {
            return Tag::Verb;
        }
        if place.can(VerbParticiple) && !noun {
            return Tag::Participle;
        }
    }
    if word.is_any(FINITE) {
        if noun && place.reports_beside_quotation(place.at) {
            return Tag::Verb;
        }
        if verb_due && !(place.before == Tag::Wh && !place.next_any(AFTER_VERB) && noun) {
            return Tag::Verb;
        }
        if !noun && !place.can(Adjective) && !place.can(Adverb) {
            return Tag::Verb;
        }
        if place.before == Tag::Adverb && noun && place.next_any(AFTER_VERB) {
            return Tag::Verb;
        }
        let agrees = place.can(VerbS) || place.can(Verb) && subject_is_plural(place);
        let subject = place.before.ends_subject()
            || place.can(VerbS)
                && place.before == Tag::Adjective
                && place.is_in_singular_phrase(place.at);
        if subject && agrees && verb_follows(place) && !place.is_behind_according() {
            return Tag::Verb;
        }
        // "It rains, claims the ministry."
        let inverted =
            place.before == Tag::Comma && place.can(VerbS) && word.facts.takes(Frame::After);
        if inverted
            && (place.next_any(Classes::of(&[Determiner, Possessive])) || place.next_is_capital())
        {
            return Tag::Verb;
        }
    }
    if place.can(Adverb)
        && !(noun_due && (place.can(Adjective) || noun) && place.before != Tag::Preposition)
    {
        if !noun && !place.can(Adjective) {
            return Tag::Adverb;
        }
        if !noun_due && !place.next_is_nominal()
            || place.before == Tag::Be && !place.next_is_nominal()
        {
            return Tag::Adverb;
        }
    }
    if noun && place.can(Adjective) && place.can(Person) && place.next_is_capital() {
        return Tag::Noun;
    }
    if noun && place.can(Adjective) {
        return if place.next_is_nominal() && !place.next_is_complement() {
            Tag::Adjective
        } else {
            Tag::Noun
        };
    }
    if place.can(Adjective) {
        return Tag::Adjective;
    }
    if place.can(Adverb) && !noun {
        return Tag::Adverb;
    }
    Tag::Noun
}

/// Whether the noun right before is a plural, or several are joined, so that a base form can be its
/// verb.
fn subject_is_plural(place: &Place<'_>) -> bool {
    let Some(before) = place.at.checked_sub(1).map(|at| &place.words[at]) else {
        return false;
    };
    // Names have few words: no more than four are looked through for the "and" before them.
    let names = place.words[..place.at].iter().rev().take(4);
    let joined = names
        .map(|word| word.tag)
        .find(|&tag| tag != Tag::Name)
        .is_some_and(|tag| tag == Tag::Coordinator && before.tag == Tag::Name);
    before.is(Class::NounPlural) || before.is(Class::Group) || before.tag == Tag::Pronoun || joined
}

/// Whether what follows fits a verb better than a noun.
fn verb_follows(place: &Place<'_>) -> bool {
    match place.next() {
        None => true,
        Some(next) => {
            let word = &place.words[next];
            word.is_any(AFTER_VERB)
                || word.shape.has(Shape::CAPITAL)
                || place.tokens[next].kind() == TokenKind::Punctuation
                || place.tokens[next].kind() == TokenKind::Number
                || next > place.at + 1
        }
    }
}
