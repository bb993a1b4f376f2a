//! The position where the text names who speaks.

use crate::kinds::MentionKind;
use crate::span::Span;

/// The words by which the text names somebody in one position.
///
/// ```
/// let text = "“It holds,” said Ines Okoro.";
/// let document = quotation::QuoteDetector::new().detect(text);
/// let attribution = document.attributions().next().unwrap();
/// assert_eq!(&text[attribution.source().unwrap().span()], "Ines Okoro");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct Mention {
    kind: MentionKind,
    span: Span,
}

impl Mention {
    pub(crate) fn new(kind: MentionKind, span: Span) -> Mention {
        Mention { kind, span }
    }

    /// How the text names them there.
    ///
    /// ```
    /// let text = "“It holds,” said Ines Okoro.";
    /// let document = quotation::QuoteDetector::new().detect(text);
    /// let attribution = document.attributions().next().unwrap();
    /// assert_eq!(attribution.source().unwrap().kind(), quotation::MentionKind::Name);
    /// ```
    #[must_use]
    pub fn kind(self) -> MentionKind {
        self.kind
    }

    /// Where the words stand.
    ///
    /// ```
    /// let text = "“It holds,” said Ines Okoro.";
    /// let document = quotation::QuoteDetector::new().detect(text);
    /// let attribution = document.attributions().next().unwrap();
    /// assert_eq!(&text[attribution.source().unwrap().span()], "Ines Okoro");
    /// ```
    #[must_use]
    pub fn span(self) -> Span {
        self.span
    }
}
