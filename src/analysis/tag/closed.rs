//! Function words.

use super::sets::{CLOSED, NOUNS};
use super::{Place, Tag};
use crate::language::{Class, Classes, named};

/// The tag of a function word.
pub(super) fn tag(place: &Place<'_>) -> Option<Tag> {
    use Class::*;
    let word = place.word;
    if !word.is_any(CLOSED) {
        return None;
    }
    if place.is(named::TO) {
        let verb = place.next_any(Classes::of(&[Verb, Be, Have, Do, Adverb, Negation]))
            && !place.next_any(Classes::of(&[Determiner, Possessive, ObjectPronoun]))
            && !place.is_behind(named::ACCORDING);
        return Some(if verb { Tag::To } else { Tag::Preposition });
    }
    if place.is(named::THAT) {
        let object = matches!(place.before, Tag::Preposition | Tag::Stop);
        return Some(if object && place.next_is_nominal() {
            Tag::Determiner
        } else {
            Tag::Subordinator
        });
    }
    if place.is(named::LIKE) && place.before.leads_verb() {
        return Some(Tag::Verb);
    }
    if place.can(Possessive) && place.can(ObjectPronoun) {
        return Some(if place.next_is_nominal() {
            Tag::Possessive
        } else {
            Tag::Pronoun
        });
    }
    if place.can(Be) {
        return Some(Tag::Be);
    }
    if place.can(Have) {
        return Some(Tag::Have);
    }
    if place.can(Do) {
        return Some(Tag::Do);
    }
    if place.can(Negation) && !place.can(Determiner) {
        return Some(if place.can(Modal) {
            Tag::Modal
        } else {
            Tag::Negation
        });
    }
    if place.can(Modal) && !(place.before.leads_noun() && word.is_any(NOUNS)) {
        return Some(Tag::Modal);
    }
    if place.can(Possessive) {
        return Some(Tag::Possessive);
    }
    if place.can(Wh) {
        return Some(Tag::Wh);
    }
    if place.can(Quantifier) {
        return Some(Tag::Quantifier);
    }
    if place.can(Determiner) {
        return Some(Tag::Determiner);
    }
    if place.can(SubjectPronoun) || place.can(ObjectPronoun) {
        return Some(Tag::Pronoun);
    }
    if place.can(Coordinator) {
        return Some(Tag::Coordinator);
    }
    if place.can(Numeral) {
        return Some(Tag::Number);
    }
    if place.can(Preposition) {
        // "told reporters past noon" and "the past week", "near" and "nears"
        if place.before.leads_noun()
            && word.is_any(Classes::of(&[Noun, Adjective]))
            && place.before != Tag::Preposition
        {
            return None;
        }
        return Some(Tag::Preposition);
    }
    if place.can(Subordinator) {
        return Some(Tag::Subordinator);
    }
    None
}
