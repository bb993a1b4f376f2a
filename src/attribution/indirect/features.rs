//! Features as numbers: places in the table of weights.
//!
//! A feature is a template with two values; multiplications spread them over the table, so that
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

    /// Whether those taken up so far rule the candidate out, so that no more need be.
    fn is_hopeless(&mut self) -> bool;

    /// Takes up a feature.
    #[inline]
    fn add(&mut self, template: Template, first: u32, second: u32) {
        self.take(place(self.stage(), template, first, second));
    }
}

/// The place of a feature: the high bits of a sum of multiples of its parts. Features that have a
/// part in common have its multiple in common, which is then computed once.
#[inline]
fn place(stage: Stage, template: Template, first: u32, second: u32) -> usize {
    // The primes of the hash "xxHash32" (Yann Collet).
    let sum = (stage as u32)
        .wrapping_mul(0xC2B2_AE3D)
        .wrapping_add((template as u32).wrapping_mul(0x27D4_EB2F))
        .wrapping_add(first.wrapping_mul(0x9E37_79B1))
        .wrapping_add(second.wrapping_mul(0x85EB_CA77));
    (sum >> (32 - BITS)) as usize
}
