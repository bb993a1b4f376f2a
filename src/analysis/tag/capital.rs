//! Words with a capital: names and titles, unless the capital is due to the place.

use super::sets::{AFTER_SUBJECT, CLOSED, NAMES, OPEN, SMALL};
use super::{Place, Tag};
use crate::analysis::Shape;
use crate::language::{Class, Classes};
use crate::token::TokenKind;

/// Whether a word is a small one within a name: "van" and "der" in "Mr. van der Berg".
pub(super) fn joins_name(place: &Place<'_>) -> bool {
    place.can(Class::Particle)
        && !place.word.shape.has(Shape::CAPITAL)
        && matches!(place.before, Tag::Title | Tag::Name | Tag::Other)
        && (place.next_is_capital() || place.next_any(Classes::of(&[Class::Particle])))
        && place.at > 0
        && (place.words[place.at - 1].shape.has(Shape::CAPITAL)
            || place.words[place.at - 1].is(Class::Particle))
}

/// Whether a capital letter stands within a name: "A." in "Julia A. Berg", "N" in "Ada N Berg".
fn is_initial(place: &Place<'_>) -> bool {
    let stop = place.tokens[place.at].kind() == TokenKind::Abbreviation;
    let beside = |before: usize| place.tokens[before].kind() == TokenKind::Word;
    place.word.base == 1 + u32::from(stop)
        && (stop || !place.can(Class::Determiner) && !place.can(Class::SubjectPronoun))
        && place.before == Tag::Name
        && place.at.checked_sub(1).is_some_and(beside)
        && place.next_is_capital()
}

/// The tag of a word with a capital, unless the capital is due to its place.
pub(super) fn tag(place: &Place<'_>) -> Option<Tag> {
    let word = place.word;
    let abbreviated = place.tokens[place.at].kind() == TokenKind::Abbreviation;
    if place.can(Class::Title)
        && (abbreviated || !place.can(Class::GivenName))
        && place.next_is_capital()
    {
        return Some(Tag::Title);
    }
    if is_initial(place) {
        return Some(Tag::Name);
    }
    // "in May", but "May I?"
    let month = place.can(Class::Month)
        && (!place.can(Class::Modal)
            || place.before == Tag::Preposition && !place.next_is_capital())
        && !(place.can(Class::GivenName) && place.next_is_surname());
    if place.can(Class::Weekday) || month {
        return Some(Tag::Time);
    }
    let small = word.is_any(SMALL) || place.can(Class::Preposition) && word.base <= 3;
    let function = if word.shape.has(Shape::PLACED) {
        word.is_any(CLOSED)
    } else {
        small
    };
    if function && !(word.shape.has(Shape::ALL_CAPITALS) && word.shape.has(Shape::PROPER)) {
        return None;
    }
    let listed = word.is_any(NAMES);
    if word.shape.has(Shape::PLACED) {
        let open = word.is_any(OPEN) && !place.labels_quote();
        if word.shape.has(Shape::ALL_CAPITALS) && word.base > 1 && !open {
            return Some(Tag::Name);
        }
        // "Hope Berg", but "Said Berg".
        let given = place.can(Class::GivenName) && !place.can(Class::VerbPast);
        let common = word.is_any(OPEN) || word.shape.has(Shape::COMMON);
        let named = if common {
            !word.shape.has(Shape::COMMON) && word.shape.has(Shape::PROPER)
                || listed && place.next_is_capital() && !place.can(Class::Report)
                || given && place.next_is_surname()
                || place.can(Class::Organisation) && place.next_any(AFTER_SUBJECT)
        } else {
            !place.has_ending_of_verb_or_adverb()
        };
        if !named {
            return None;
        }
    }
    let adherent = place.can(Class::Demonym) || place.can(Class::Adherent);
    if adherent && !(place.can(Class::GivenName) && place.next_is_capital()) {
        return Some(if place.can(Class::NounPlural) {
            Tag::Noun
        } else if place.next_is_nominal() {
            Tag::Adjective
        } else {
            Tag::Noun
        });
    }
    Some(Tag::Name)
}
