//! The words that tell that something is quoted.

use smallvec::{SmallVec, smallvec};

use crate::kinds::CueKind;
use crate::span::Span;

/// The words that tell that something is quoted: “said”, “according to”.
///
/// ```
/// let text = "“It holds,” said Ines Okoro.";
/// let document = quotation::QuoteDetector::new().detect(text);
/// let attribution = document.attributions().next().unwrap();
/// assert_eq!(&text[attribution.cue().unwrap().spans()[0]], "said");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct Cue {
    kind: CueKind,
    spans: SmallVec<[Span; 2]>,
}

impl Cue {
    /// A cue whose words stand side by side.
    pub(crate) fn new(kind: CueKind, span: Span) -> Cue {
        let spans = smallvec![span];
        Cue { kind, spans }
    }

    /// What kind of words they are.
    ///
    /// ```
    /// let text = "“It holds,” said Ines Okoro.";
    /// let document = quotation::QuoteDetector::new().detect(text);
    /// let attribution = document.attributions().next().unwrap();
    /// assert_eq!(attribution.cue().unwrap().kind(), quotation::CueKind::Verb);
    /// ```
    #[must_use]
    pub fn kind(&self) -> CueKind {
        self.kind
    }

    /// Where they stand, in text order. There is at least one; more if other words part them: the
    /// cue of “has, he said on Monday, never promised” lies in two.
    ///
    /// ```
    /// let text = "“It holds,” said Ines Okoro.";
    /// let document = quotation::QuoteDetector::new().detect(text);
    /// let attribution = document.attributions().next().unwrap();
    /// assert_eq!(&text[attribution.cue().unwrap().spans()[0]], "said");
    /// ```
    #[must_use]
    pub fn spans(&self) -> &[Span] {
        &self.spans
    }
}
