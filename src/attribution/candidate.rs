//! An answer to the question who says a quote.

use enumset::{EnumSet, enum_set};

use super::features::QuotationFeature;
use super::word_feature::WordFeature;
use crate::analysis::VerbForm;
use crate::analysis::cue::CueCandidate;
use crate::ids::{CueId, MentionId};
use crate::kinds::CueKind;
use crate::language::{Class, Frame, Frames};
use crate::model::FeatureSet;
use crate::quote::QuoteId;

/// Room for the candidates of a question; few quotes and cues have more.
pub(super) const INITIAL_CANDIDATES_CAPACITY: usize = 32;

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
    pub(super) fn has_adjacent_cue(&self) -> bool {
        use QuotationFeature::*;
        const BESIDE: EnumSet<QuotationFeature> =
            enum_set!(CueRightAfter | CueBeforeColon | CueBeforeComma | CueRightBefore);
        !self.features.is_disjoint(BESIDE)
    }

    /// Whether it is the quote's reporting clause: a verb that reports right after it, with its subject, or whose voice
    /// is heard: “…,” he said; “…,” came her voice; or a label.
    pub(super) fn is_reporting_clause(&self) -> bool {
        use QuotationFeature::*;
        const REPORT: EnumSet<QuotationFeature> =
            enum_set!(StrongVerb | WeakVerb | OtherVerb | NounCue);
        const SUBJECT: EnumSet<QuotationFeature> =
            enum_set!(SubjectBeside | Inverted | InvertedAfterMark | OwnerOfNoun);
        let features = self.features;
        if features.contains(LabelInside) {
            return true;
        }
        features.contains(CueRightAfter)
            && !features.is_disjoint(REPORT)
            && !features.is_disjoint(SUBJECT)
    }

    /// Whether it leads in all that follows: According to Okoro, “…”
    pub(super) fn leads_by_phrase(&self) -> bool {
        use QuotationFeature::*;
        const LEAD_IN: EnumSet<QuotationFeature> = enum_set!(PhraseCue | AccordingTo);
        const BESIDE: EnumSet<QuotationFeature> = enum_set!(CueBeforeComma | CueRightAfter);
        self.features.is_superset(LEAD_IN) && !self.features.is_disjoint(BESIDE)
    }

    /// Whether a verb that reports leads in the quote right after it, with a subject of its own: Marta said “…”
    pub(super) fn leads_by_verb(&self) -> bool {
        use QuotationFeature::*;
        const BEFORE: EnumSet<QuotationFeature> =
            enum_set!(CueBeforeColon | CueBeforeBreakColon | CueBeforeComma | CueRightBefore);
        const REPORT: EnumSet<QuotationFeature> = enum_set!(StrongVerb | OtherVerb);
        const NO_CLAUSE: EnumSet<QuotationFeature> =
            enum_set!(SideUnusual | GerundCue | ThoughtVerb | IsRelative);
        !self.features.is_disjoint(BEFORE)
            && !self.features.is_disjoint(REPORT)
            && self.features.contains(SubjectBeside)
            && self.features.is_disjoint(NO_CLAUSE)
    }

    /// Of the candidate that nobody is quoted: whether the quote is a sentence by itself, and so speech.
    pub(super) fn is_sentence(&self) -> bool {
        self.features
            .contains(QuotationFeature::NonQuotationSentence)
    }
}

/// What was chosen for the quote before.
#[derive(Clone, Copy, Debug)]
pub(super) struct PreviousChoice {
    pub(super) quote: QuoteId,
    pub(super) cue: Option<CueId>,
    pub(super) mention: Option<MentionId>,
}

/// What the cue is.
pub(super) fn cue_features(cue: &CueCandidate) -> EnumSet<QuotationFeature> {
    use QuotationFeature::*;
    let mut features = EnumSet::new();
    match cue.kind {
        CueKind::Verb => {
            let takes = |frames: &[Frame]| cue.facts.frames.any(Frames::of(frames));
            // "chimed in", "shot back"
            let whole = takes(&[Frame::Phrasal]) && cue.has_particle;
            features.add(if takes(&[Frame::Strong]) || whole {
                StrongVerb
            } else if takes(&[Frame::Weak]) {
                WeakVerb
            } else if cue.facts.is(Class::Report) {
                OtherVerb
            } else if cue.facts.is(Class::Be) || cue.facts.is(Class::Have) {
                BareAuxiliary
            } else {
                UnlistedVerb
            });
            features.add_if(takes(&[Frame::ObjectComplement]), NamingVerb);
            features.add_if(
                takes(&[Frame::As, Frame::Of, Frame::For, Frame::About]),
                PrepositionVerb,
            );
            features.add_if(takes(&[Frame::That, Frame::Question]), ClauseVerb);
            features.add_if(cue.facts.takes(Frame::Thought), ThoughtVerb);
            features.add_if(cue.facts.takes(Frame::Intent), IntentVerb);
            match cue.form {
                VerbForm::Finite => {}
                VerbForm::Infinitive => features.add(InfinitiveCue),
                VerbForm::Ing => features.add(GerundCue),
                VerbForm::Participle => features.add(ParticipleCue),
            }
            features.add_if(cue.passive, PassiveCue);
        }
        CueKind::Phrase => features.add(PhraseCue),
        CueKind::Noun => features.add(NounCue),
        CueKind::Colon => features.add(ColonCue),
    }
    features
}
