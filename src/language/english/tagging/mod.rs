//! The parts of speech of English words.
//!
//! Most words are the same in every context. A form that can be several things ("claims", "that",
//! "her") is what its left neighbour and the classes of its right one call for: that is what the lists
//! of rules are for.

mod capital;
mod closed;
mod constant;
mod context;
mod open;
mod sets;

use crate::language::class::Class;
use crate::language::supply::{Tagging, TaggingContext};
use crate::language::tag::Tag;
use crate::language::word::Shape;
use sets::CLOSED;

pub(super) const TAGGING: Tagging = Tagging {
    constant: &constant::CONSTANT,
    by_context: tag,
};

/// The tag of a word by its classes and its neighbours.
fn tag(context: &TaggingContext<'_>) -> Tag {
    if context.joins_name() {
        return Tag::Other;
    }
    if begins_name(context) {
        return Tag::Name;
    }
    if context.word.shape.has(Shape::CAPITAL)
        && let Some(tag) = capital::tag(context)
    {
        return tag;
    }
    if context.word.is_any(CLOSED)
        && let Some(tag) = closed::function_word(context)
    {
        return tag;
    }
    open::tag(context)
}

/// Whether a word is a small one that begins a name: "van der Berg", "bin Salman".
fn begins_name(context: &TaggingContext<'_>) -> bool {
    context.can(Class::Particle)
        && !context.word.is_any(CLOSED)
        && context.leads_to_name()
        && !context.follows_noun_leader()
        && context.before != Tag::Pronoun
}

/// The rules of all lists, each with its example.
#[cfg(test)]
pub(crate) const EXAMPLES: &[&[(&str, &str)]] = &[
    capital::beside_names::EXAMPLES,
    capital::positional::EXAMPLES,
    capital::adherent::EXAMPLES,
    closed::function_word::EXAMPLES,
    open::ing::EXAMPLES,
    open::past::EXAMPLES,
    open::finite::EXAMPLES,
    open::nominal::EXAMPLES,
];
