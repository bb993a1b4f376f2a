//! Whom a pronoun or a description means: a log-linear choice among those whom the text has mentioned before.
//!
//! ```text
//! role        what a mention is in its clause
//! history     what the text has told of each entity so far
//! feature     what speaks for a candidate
//! candidate   one who may be meant
//! describe    the features of each candidate
//! description those of a definite description
//! ranker      the choice by weights
//! ```

mod candidate;
mod describe;
mod description;
mod feature;
mod history;
mod ranker;
mod role;

pub(super) use candidate::Candidates;
pub(super) use describe::{Anaphor, Rival, Rivals, candidates, is_early};
pub(super) use description::{DescriptionEvidence, description_candidates};
pub(crate) use feature::AntecedentFeature;
pub(super) use history::History;
pub(crate) use ranker::{
    AntecedentChooser, AntecedentQuestion, AntecedentRanker, AntecedentWeights, shipped_weights,
    shipped_weights_of_descriptions,
};
#[cfg(feature = "fit")]
pub(crate) use ranker::{SHIPPED, SHIPPED_OF_DESCRIPTIONS};
