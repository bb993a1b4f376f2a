//! What the models look at: features of a candidate, a set for each model, each given to a user as a reason.

mod quotation;

use super::reasons::ReasonKind;
use crate::model::Feature;

pub(crate) use quotation::QuotationFeature;

/// A feature that a user is told of.
pub(crate) trait Reasoned: Feature {
    /// What a user is told of it.
    fn reason(self) -> ReasonKind;
}

/// Defines the features of a model: by the reason that they are given as, each with its name in the table of
/// weights.
macro_rules! reasoned_features {
    (
        $(#[$about:meta])* enum $set:ident;
        $($reason:ident { $($(#[$doc:meta])+ $feature:ident = $name:literal,)+ })+
    ) => {
        crate::model::features! {
            $(#[$about])* enum $set;
            $($($(#[$doc])+ $feature = $name,)+)+
        }

        impl crate::attribution::features::Reasoned for $set {
            fn reason(self) -> crate::attribution::reasons::ReasonKind {
                match self {
                    $($($set::$feature)|+ => crate::attribution::reasons::ReasonKind::$reason,)+
                }
            }
        }
    };
}

pub(crate) use reasoned_features;

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::attribution::dialogue::LineFeature;

    #[test]
    fn features_have_names_of_their_own_and_numbers_in_order() {
        fn check<F: Feature>() {
            let names: BTreeSet<&str> = F::ALL.iter().map(|feature| feature.name()).collect();
            assert_eq!(names.len(), F::ALL.len());
            let numbers = F::ALL.iter().map(|feature| feature.number());
            assert!(numbers.eq(0..F::ALL.len()));
        }
        check::<QuotationFeature>();
        check::<LineFeature>();
    }

    #[test]
    fn every_reason_is_given() {
        let of_quotations = QuotationFeature::ALL.iter().map(|feature| feature.reason());
        let of_lines = LineFeature::ALL.iter().map(|feature| feature.reason());
        let mut given: BTreeSet<ReasonKind> = of_quotations.chain(of_lines).collect();
        given.insert(ReasonKind::Formula);
        assert!(given.iter().eq(ReasonKind::ALL));
    }
}
