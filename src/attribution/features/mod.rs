//! What the models look at: features of a candidate, a set for each model.

mod quotation;

use std::fmt::Debug;

use enumset::{EnumSet, EnumSetType};

use super::reasons::ReasonKind;

pub(crate) use quotation::QuotationFeature;

/// A feature of the candidates of one model.
pub(crate) trait Feature: EnumSetType + Debug + 'static {
    /// Every feature, in the order of the numbers.
    const ALL: &'static [Self];

    /// The name in the table of weights.
    fn name(self) -> &'static str;

    /// What a user is told of it.
    fn reason(self) -> ReasonKind;

    /// Its position among all features.
    fn number(self) -> usize;
}

/// Adding features to a set.
pub(crate) trait FeatureSet<F> {
    fn add(&mut self, feature: F);

    /// Adds a feature if it holds.
    fn add_if(&mut self, holds: bool, feature: F);
}

impl<F: Feature> FeatureSet<F> for EnumSet<F> {
    #[inline]
    fn add(&mut self, feature: F) {
        self.insert(feature);
    }

    #[inline]
    fn add_if(&mut self, holds: bool, feature: F) {
        if holds {
            self.insert(feature);
        }
    }
}

/// Defines the features of a model: by the reason that they are given as, each with its name in the table of
/// weights.
macro_rules! features {
    (
        $(#[$about:meta])* enum $set:ident;
        $($reason:ident { $($(#[$doc:meta])+ $feature:ident = $name:literal,)+ })+
    ) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, enumset::EnumSetType)]
        #[enumset(no_super_impls, repr = "array")]
        pub(crate) enum $set {
            $($($(#[$doc])+ $feature,)+)+
        }

        impl crate::attribution::features::Feature for $set {
            const ALL: &'static [$set] = &[$($($set::$feature,)+)+];

            fn name(self) -> &'static str {
                self.label()
            }

            fn reason(self) -> crate::attribution::reasons::ReasonKind {
                match self {
                    $($($set::$feature)|+ => crate::attribution::reasons::ReasonKind::$reason,)+
                }
            }

            #[inline]
            fn number(self) -> usize {
                self as usize
            }
        }

        impl $set {
            /// What gives the weights of these features their meaning.
            pub(in crate::attribution) const DEFINITIONS: crate::attribution::weights_file::Definitions =
                crate::attribution::weights_file::Definitions::NONE$($(.and($name))+)+;

            /// The name in the table of weights.
            pub(crate) const fn label(self) -> &'static str {
                match self {
                    $($($set::$feature => $name,)+)+
                }
            }
        }
    };
}

pub(crate) use features;

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
