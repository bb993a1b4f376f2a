//! An answer to the question who says a quote.

use enumset::{EnumSet, enum_set};

use super::features::QuotationFeature;
use super::word_feature::WordFeature;
use crate::ids::{CueId, MentionId};

/// Room for the candidates of a question; few quotes and cues have more.
pub(super) const USUAL_CANDIDATES: usize = 32;

/// One answer to the question who says a quote: a source with the cue that tells so, or nobody.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Candidate {
    pub(crate) cue: Option<CueId>,
    pub(crate) mention: Option<MentionId>,
    /// Whether the quote goes on what the one before began.
    pub(crate) goes_on: bool,
    pub(crate) features: EnumSet<QuotationFeature>,
    /// Words that are features by themselves.
    pub(crate) words: [Option<WordFeature>; 2],
}

impl Candidate {
    /// Whether its cue stands right beside the quote or is parted from it by a comma or colon.
    pub(super) fn is_beside(&self) -> bool {
        use QuotationFeature::*;
        const BESIDE: EnumSet<QuotationFeature> =
            enum_set!(CueRightBehind | CueBeforeColon | CueBeforeComma | CueRightBefore);
        !self.features.is_disjoint(BESIDE)
    }

    /// Whether it is the quote's tag: a verb that reports right behind it, with its subject, or whose voice
    /// is heard: “…,” he said; “…,” came her voice; or a label.
    pub(super) fn is_tag(&self) -> bool {
        use QuotationFeature::*;
        const REPORT: EnumSet<QuotationFeature> =
            enum_set!(StrongVerb | WeakVerb | OtherVerb | NounCue);
        const SUBJECT: EnumSet<QuotationFeature> =
            enum_set!(SubjectBeside | Inverted | InvertedAfterMark | OwnerOfNoun);
        let features = self.features;
        if features.contains(LabelInside) {
            return true;
        }
        features.contains(CueRightBehind)
            && !features.is_disjoint(REPORT)
            && !features.is_disjoint(SUBJECT)
    }

    /// Of the candidate that nobody is quoted: whether the quote is a sentence by itself, and so speech.
    pub(super) fn is_sentence(&self) -> bool {
        self.features.contains(QuotationFeature::NobodySentence)
    }
}
