//! Whom a pronoun means: a log-linear choice among those whom the text has mentioned before.
//!
//! ```text
//! role        what a mention is in its clause
//! history     what the text has told of each entity so far
//! feature     what speaks for a candidate
//! candidate   one who may be meant
//! describe    the features of each candidate
//! ranker      the choice by weights
//! ```

mod candidate;
mod describe;
mod feature;
mod history;
mod ranker;
mod role;

pub(super) use describe::{Pronoun, Rival, Rivals, candidates};
#[cfg(feature = "fit")]
pub(crate) use feature::AntecedentFeature;
pub(super) use history::History;
#[cfg(feature = "fit")]
pub(crate) use ranker::SHIPPED;
pub(crate) use ranker::{
    AntecedentChooser, AntecedentQuestion, AntecedentRanker, AntecedentWeights, shipped_weights,
};
