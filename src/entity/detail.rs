//! What news tells of somebody by another description, for variety: an age, a past, a party, a place.

use super::apposition;
use super::kin::Relation;
use crate::analysis::mention::Mention;
use crate::analysis::{Analysis, Tag};
use crate::language::{Class, Classes, Shape};

/// Whether a description tells an age or how many children: "the 62-year-old postman", "the joker, 38,".
pub(super) fn tells_age(analysis: &Analysis<'_>, mention: &Mention) -> bool {
    let ending = analysis.language.descriptions.age;
    let is_age = |at| !ending.is_empty() && analysis.token_text(at).ends_with(ending);
    let mut words = mention.first.up_to(mention.head.next());
    words.any(is_age)
        || apposition::age_after(analysis, mention.chunk).is_some()
        || is_kin_of_number(analysis, mention)
}

/// "the father of five"
fn is_kin_of_number(analysis: &Analysis<'_>, mention: &Mention) -> bool {
    apposition::is_of_number(analysis, mention) && Relation::of(analysis, mention.head).is_some()
}

/// Whether a description tells what somebody was before: "the former publican".
pub(super) fn tells_past(analysis: &Analysis<'_>, mention: &Mention) -> bool {
    let past = analysis.language.descriptions.past;
    let mut words = mention.first.up_to(mention.head);
    words.any(|at| analysis.word(at).is_one_of(past))
}

/// Whether a description tells of which nation, party or faith somebody is, or that they sit in a parliament: "the
/// Labour man", "the MP".
pub(super) fn tells_group(analysis: &Analysis<'_>, mention: &Mention) -> bool {
    let mut words = mention.first.up_to(mention.head);
    analysis.word(mention.head).is(Class::Suffix)
        || words.any(|at| analysis.word(at).is_any(Classes::MEMBERS))
}

/// Whether a description tells by a name whence somebody comes or where they belong: "the Leeds woman".
pub(super) fn tells_origin(analysis: &Analysis<'_>, mention: &Mention) -> bool {
    let mut words = mention.first.up_to(mention.head);
    words.any(|at| {
        let word = analysis.word(at);
        word.tag == Tag::Name && !word.shape.has(Shape::POSSESSIVE)
    })
}

/// Whether a description tells any of these.
pub(super) fn tells_more(analysis: &Analysis<'_>, mention: &Mention) -> bool {
    [tells_age, tells_past, tells_group, tells_origin]
        .into_iter()
        .any(|tells| tells(analysis, mention))
}
