//! The reasons for an attribution, worked out when somebody asks for them.

use std::fmt;
use std::ops::Deref;

use enumset::EnumSet;
use once_cell::sync::OnceCell;

use super::dialogue::feature::LineFeature;
use super::dialogue::weights::LineWeights;
use super::features::QuotationFeature;
use super::reasons::Reason;
use super::weights::QuotationWeights;

/// The reasons for an attribution, strongest first: they follow from features and their weights, and few readers ask for
/// them.
#[derive(Clone)]
pub(crate) struct LazyReasons {
    basis: Basis,
    reasons: OnceCell<Box<[Reason]>>,
}

/// What reasons follow from.
#[derive(Clone, Copy)]
enum Basis {
    /// They were given.
    Nothing,
    Quotation(&'static QuotationWeights, EnumSet<QuotationFeature>),
    Line(&'static LineWeights, EnumSet<LineFeature>),
}

impl LazyReasons {
    pub(super) fn of_quotation(
        weights: &'static QuotationWeights,
        features: EnumSet<QuotationFeature>,
    ) -> LazyReasons {
        LazyReasons::from(Basis::Quotation(weights, features))
    }

    pub(super) fn of_line(
        weights: &'static LineWeights,
        features: EnumSet<LineFeature>,
    ) -> LazyReasons {
        LazyReasons::from(Basis::Line(weights, features))
    }
}

impl From<Basis> for LazyReasons {
    fn from(basis: Basis) -> LazyReasons {
        LazyReasons {
            basis,
            reasons: OnceCell::new(),
        }
    }
}

impl From<Vec<Reason>> for LazyReasons {
    fn from(reasons: Vec<Reason>) -> LazyReasons {
        LazyReasons {
            basis: Basis::Nothing,
            reasons: OnceCell::from(reasons.into_boxed_slice()),
        }
    }
}

impl Deref for LazyReasons {
    type Target = [Reason];

    fn deref(&self) -> &[Reason] {
        self.reasons.get_or_init(|| {
            let reasons = match self.basis {
                Basis::Nothing => Vec::new(),
                Basis::Quotation(weights, features) => weights.reasons(features),
                Basis::Line(weights, features) => weights.reasons(features),
            };
            reasons.into_boxed_slice()
        })
    }
}

impl fmt::Debug for LazyReasons {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}

impl PartialEq for LazyReasons {
    fn eq(&self, other: &LazyReasons) -> bool {
        **self == **other
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for LazyReasons {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        (**self).serialize(serializer)
    }
}
