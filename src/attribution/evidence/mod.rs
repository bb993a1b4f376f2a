//! What speaks for and against a candidate.

mod kind;
mod set;

pub use kind::EvidenceKind;
pub(crate) use set::EvidenceSet;

/// One reason for the choice of a speaker, with its weight.
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Evidence {
    kind: EvidenceKind,
    weight: f32,
}

impl Evidence {
    pub(crate) const fn new(kind: EvidenceKind, weight: f32) -> Evidence {
        Evidence { kind, weight }
    }

    /// What was seen.
    #[must_use]
    pub const fn kind(self) -> EvidenceKind {
        self.kind
    }

    /// The name of what was seen, as it stands in JSON and in reports.
    #[must_use]
    pub const fn name(self) -> &'static str {
        self.kind.name()
    }

    /// What it adds to the log-odds of the speaker; less than zero if it speaks against him.
    #[must_use]
    pub const fn weight(self) -> f32 {
        self.weight
    }
}
