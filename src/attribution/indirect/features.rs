//! Features as numbers: places in the table of weights.
//!
//! A feature is a template with two values; a multiplication spreads them over the table, so that
//! none needs a name at run time ("the hashing trick", Weinberger et al. 2009). Two features that
//! meet in one place share a weight, in fitting as in reading.

use super::Stage;

/// The table has two to this power places.
const BITS: u32 = 18;
/// How many places the table has.
pub(crate) const PLACES: usize = 1 << BITS;

/// What a feature tells; its values stand where it is made.
#[derive(Clone, Copy, Debug)]
#[repr(u8)]
pub(crate) enum Template {
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

/// Takes up the features of a candidate, one after another.
pub(crate) trait Features {
    /// What is asked.
    fn stage(&self) -> Stage;

    /// Takes up the feature that has this place in the table.
    fn take(&mut self, place: usize);

    /// Takes up a feature. Its values are below 2²².
    #[inline]
    fn add(&mut self, template: Template, first: u32, second: u32) {
        self.take(place(self.stage(), template, first, second));
    }
}

/// The place of a feature. The hash is that of a key with the stage in its highest bits, then the
/// template, then the values.
#[inline]
fn place(stage: Stage, template: Template, first: u32, second: u32) -> usize {
    // Brings the high bits down. Nothing of the second value is so high, and of the other parts
    // each can be spread alone, which is then done once for all features that have it.
    let spread = |part: u64| part ^ part >> 29;
    let fixed = spread((stage as u64) << 52 | (template as u64) << 44);
    let values = spread(u64::from(first) << 22) ^ u64::from(second);
    // The multiplier is that of Fibonacci hashing.
    let mixed = (fixed ^ values).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    let mixed = (mixed ^ mixed >> 32).wrapping_mul(0xD6E8_FEB8_6659_FD93);
    (mixed >> (64 - BITS)) as usize
}
