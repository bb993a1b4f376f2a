//! Features by their names and numbers.

use enumset::EnumSet;

use crate::model::Feature;

/// The names of all features of a model.
pub(super) fn names<F: Feature>() -> Vec<&'static str> {
    F::ALL.iter().map(|feature| feature.name()).collect()
}

/// The numbers of the features in a set.
pub(super) fn numbers<F: Feature>(features: EnumSet<F>) -> Vec<u16> {
    features
        .iter()
        .map(|feature| feature.number() as u16)
        .collect()
}
