//! The features that a model looks at: a set for each model.

use std::fmt::Debug;

use enumset::{EnumSet, EnumSetType};

/// A feature of the candidates of one model.
pub(crate) trait Feature: EnumSetType + Debug + 'static {
    /// Every feature, in the order of the numbers.
    const ALL: &'static [Self];

    /// The name in the table of weights.
    fn name(self) -> &'static str;

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

/// Defines the features of a model, each with its name in the table of weights.
macro_rules! features {
    (
        $(#[$about:meta])* enum $set:ident;
        $($(#[$doc:meta])+ $feature:ident = $name:literal,)+
    ) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, enumset::EnumSetType)]
        #[enumset(no_super_impls, repr = "array")]
        pub(crate) enum $set {
            $($(#[$doc])+ $feature,)+
        }

        impl crate::model::Feature for $set {
            const ALL: &'static [$set] = &[$($set::$feature,)+];

            fn name(self) -> &'static str {
                self.label()
            }

            #[inline]
            fn number(self) -> usize {
                self as usize
            }
        }

        impl $set {
            /// What gives the weights of these features their meaning.
            pub(crate) const DEFINITIONS: crate::model::Definitions =
                crate::model::Definitions::NONE$(.and($name))+;

            /// The name in the table of weights.
            pub(crate) const fn label(self) -> &'static str {
                match self {
                    $($set::$feature => $name,)+
                }
            }
        }
    };
}

pub(crate) use features;
