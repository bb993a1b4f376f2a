//! Mentions to speakers: which mentions are one, by what name, and whom the pronouns mean.
//!
//! Full names come first, wherever in the text they stand, so that "Rutte" in a headline is the
//! Mark Rutte of the third paragraph. Then the text is read from the start: single names find the
//! full name that they are part of, descriptions ("the minister") the person whom the text called
//! that, pronouns whoever is on the reader's mind and agrees.

mod address;
mod age;
mod agreement;
mod antecedent;
mod apposition;
mod attention;
mod bearers;
mod byline;
mod cast;
mod cataphora;
mod definite;
mod described;
mod description;
mod detail;
mod entities;
mod family;
mod form;
mod gender;
mod index;
mod joint;
mod kin;
mod latest;
mod letter;
mod likeness;
mod linker;
mod list;
mod name;
mod name_bearers;
mod naming;
mod narration;
mod narrator;
pub(crate) mod novel;
mod protagonist;
mod record;
mod reference;
mod resolution;
mod resolver;
mod role;
mod salience;
mod stated_name;
#[cfg(test)]
mod tests;
mod text;
mod title;
mod titled;
mod told;
mod trade;
mod usage;
mod vocation;
mod written;

use crate::analysis::Analysis;
use crate::analysis::mention::Mentions;
use resolver::Resolver;

pub(crate) use address::is_called;
pub(crate) use antecedent::{
    AntecedentChooser, AntecedentRanker, AntecedentWeights, shipped_weights,
    shipped_weights_of_descriptions,
};
#[cfg(feature = "fit")]
pub(crate) use antecedent::{
    AntecedentFeature, AntecedentQuestion, SHIPPED, SHIPPED_OF_DESCRIPTIONS,
};
pub(crate) use cast::KnownNames;
pub(crate) use entities::Entities;
pub(crate) use gender::possessive;
pub(crate) use kin::is_own_parent;
pub(crate) use list::Listed;
pub(crate) use narration::{Likely, Narration};
#[cfg(feature = "fit")]
pub(crate) use resolution::Margin;
pub(crate) use resolution::Resolution;
pub(crate) use text::span;
pub(crate) use trade::{is_trade, trade_noun};

/// Finds out who the mentions of a text are.
pub(crate) fn find<'t>(
    analysis: &Analysis<'t>,
    mentions: &Mentions,
    known: &'t KnownNames,
    antecedents: &mut dyn AntecedentChooser,
) -> Entities<'t> {
    let mut resolver = Resolver::new(analysis, mentions, known, antecedents);
    resolver.enter_full_names();
    resolver.resolve();
    joint::enter(analysis, mentions, &mut resolver.entities);
    joint::take_up(analysis, mentions, &mut resolver.entities);
    letter::sign(analysis, mentions, &mut resolver.entities);
    byline::sign(analysis, mentions, &mut resolver.entities);
    resolver.entities
}
