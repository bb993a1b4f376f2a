//! Log-linear models: what their features are, what each weighs, and the files that the weights stand in.

mod feature;
mod file;
mod weights;

pub(crate) use feature::{Feature, FeatureSet, features};
#[cfg(not(feature = "fit"))]
pub(crate) use file::fits;
#[cfg(feature = "fit")]
pub(crate) use file::head;
pub(crate) use file::{Definitions, body, text};
pub(crate) use weights::{FeatureNumbers, FeatureWeights};
