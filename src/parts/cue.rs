//! The words that tell that something is quoted.

use crate::kinds::CueKind;
use crate::span::Span;

/// The words that tell that something is quoted: “said”, “according to”.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct Cue {
    kind: CueKind,
    spans: Vec<Span>,
}

impl Cue {
    /// A cue of at least one span, in text order.
    pub(crate) fn new(kind: CueKind, spans: Vec<Span>) -> Cue {
        Cue { kind, spans }
    }

    /// What kind of words they are.
    #[must_use]
    pub fn kind(&self) -> CueKind {
        self.kind
    }

    /// Where they stand, in text order. There is at least one; more if other words part them: the
    /// cue of “has, he said on Monday, never promised” lies in two.
    #[must_use]
    pub fn spans(&self) -> &[Span] {
        &self.spans
    }
}
