//! Features as numbers: places in the table of weights.
//!
//! A feature is a template with two values; a multiplication spreads them over the table, so that
//! none needs a name at run time ("the hashing trick", Weinberger et al. 2009). Two features that
//! meet in one place share a weight, in fitting as in reading.

use super::Stage;

/// The table has two to this power places.
pub(crate) const BITS: u32 = 18;

/// What a feature tells; its values stand where it is made.
#[derive(Clone, Copy, Debug)]
#[repr(u8)]
pub(super) enum Template {
    Bias,
    Lemma,
    LemmaNext,
    LemmaNextWord,
    LemmaNextTwo,
    LemmaBefore,
    LemmaForm,
    LemmaFirstWord,
    Form,
    FormNext,
    Next,
    NextTwo,
    NextThree,
    NextWord,
    NextHead,
    NextWordTwo,
    SecondWord,
    Before,
    BeforeTwo,
    BeforeWord,
    BeforeHead,
    BeforeNext,
    FirstWord,
    Frame,
    FrameNext,
    FrameBefore,
    Place,
    Quotes,
    CueBefore,
    LastToken,
    Evidence,
    EvidencePair,
    EvidenceLemma,
    EvidenceForm,
    EvidenceNext,
    SourceHead,
    SourceHeadLemma,
    NoSourceLemma,
    NoSourceForm,
    NoSourceNext,
    Side,
    SideLemma,
    SideNext,
    SideBefore,
    SideSource,
    SideFrame,
    Inside,
    Outside,
    Edge,
    OutsideWord,
    InsideWord,
    OutsideTwo,
    OutsideThree,
    OutsideWordTwo,
    OutsideHead,
    InsideHead,
    InsideTwo,
    EdgeWord,
    Steps,
    StepsLemma,
    StepsKind,
    KindOutside,
    KindVerbs,
    KindWord,
    LemmaOutside,
    LemmaOutsideWord,
    Verbs,
    VerbsOutside,
    VerbsWord,
    Commas,
    Passed,
    PassedLemma,
    PassedFrame,
    Report,
    Nature,
    NatureOutside,
    LemmaNextHead,
    SecondHead,
}

/// The features of each candidate of a choice.
#[derive(Debug, Default)]
pub(crate) struct Features {
    /// The stage in the highest bits of a key.
    stage: u64,
    /// What all candidates but the first have.
    shared: Vec<u32>,
    places: Vec<u32>,
    /// Where the features of each candidate end in `places`.
    ends: Vec<u32>,
}

impl Features {
    /// Forgets all, to be filled for a choice of another stage.
    pub(super) fn begin(&mut self, stage: Stage) {
        self.stage = (stage as u64) << 52;
        self.shared.clear();
        self.places.clear();
        self.ends.clear();
    }

    /// Adds a feature to the candidate that is being described. Values are below 2²².
    #[inline]
    pub(super) fn add(&mut self, template: Template, first: u32, second: u32) {
        let key = self.stage | (template as u64) << 44;
        let key = key ^ u64::from(first) << 22 ^ u64::from(second);
        // The multiplier is that of Fibonacci hashing; the shift brings the high bits down first.
        let mixed = (key ^ key >> 29).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        let mixed = (mixed ^ mixed >> 32).wrapping_mul(0xD6E8_FEB8_6659_FD93);
        self.places.push((mixed >> (64 - BITS)) as u32);
    }

    /// Makes what was added since the last candidate common to all candidates but the first.
    pub(super) fn share(&mut self) {
        let start = self.ends.last().map_or(0, |&end| end as usize);
        self.shared.extend(self.places.drain(start..));
    }

    /// The places of the features that all candidates but the first have.
    pub(crate) fn shared(&self) -> &[u32] {
        &self.shared
    }

    /// Ends the description of a candidate.
    pub(super) fn close(&mut self) {
        self.ends.push(self.places.len() as u32);
    }

    /// The places of the features of each candidate.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &[u32]> {
        let mut start = 0;
        self.ends.iter().map(move |&end| {
            let own = &self.places[start..end as usize];
            start = end as usize;
            own
        })
    }
}
