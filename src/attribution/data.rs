//! One quotation with its speaker, as plain data.

use smallvec::SmallVec;

use super::lazy_reasons::LazyReasons;
use crate::ids::{id, id_as_index};
use crate::kinds::{AttributionKind, Modality, ReportMode};
use crate::parts::{Cue, Mention, SpeakerId};
use crate::quote::QuoteId;
use crate::span::Span;

id! {
    /// The position of an attribution among those of its document, from 0.
    ///
    /// ```
    /// let document = quotation::QuoteDetector::new().detect("“It holds,” said Ines Okoro.");
    /// let id = document.attributions().next().unwrap().id();
    /// assert_eq!(id.index(), 0);
    /// ```
    pub struct AttributionId
}
id_as_index!(AttributionId);

/// The spans of a content: one in most attributions, so that they need no memory of their own.
pub(crate) type FewSpans = SmallVec<[Span; 2]>;
/// The quotes of an attribution, likewise.
pub(crate) type FewQuotes = SmallVec<[QuoteId; 4]>;

/// The plain data of an attribution. Its ids are those of the document that holds it; until its speakers are
/// listed, who speaks is known in another way.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub(crate) struct AttributionData<S = SpeakerId> {
    pub(crate) kind: AttributionKind,
    pub(crate) mode: Option<ReportMode>,
    pub(crate) negated: bool,
    pub(crate) modality: Option<Modality>,
    /// In text order, disjoint, at least one. Quoted pieces take in their marks.
    pub(crate) spans: FewSpans,
    /// In ascending order.
    pub(crate) quotes: FewQuotes,
    pub(crate) cue: Option<Cue>,
    pub(crate) source: Option<Mention>,
    pub(crate) speaker: Option<S>,
    pub(crate) addressee: Option<SpeakerId>,
    pub(crate) confidence: f32,
    /// None exactly where there is no speaker.
    pub(crate) speaker_confidence: Option<f32>,
    pub(crate) reasons: LazyReasons,
}

impl<S> AttributionData<S> {
    /// The same with the speaker known in another way, or with none.
    pub(super) fn with_speaker<T>(self, known: impl FnOnce(S) -> Option<T>) -> AttributionData<T> {
        let speaker = self.speaker.and_then(known);
        AttributionData {
            kind: self.kind,
            mode: self.mode,
            negated: self.negated,
            modality: self.modality,
            spans: self.spans,
            quotes: self.quotes,
            cue: self.cue,
            source: self.source,
            addressee: self.addressee,
            confidence: self.confidence,
            speaker_confidence: self.speaker_confidence.filter(|_| speaker.is_some()),
            speaker,
            reasons: self.reasons,
        }
    }
}
