//! Features of the candidates of a decision, as buckets of the table of weights.
//!
//! A feature is a template with two values; multiplications spread them over the table, so that
//! none needs a name at run time ("the hashing trick", Weinberger et al. 2009). Two features that
//! meet in one bucket share a weight, in fitting as in scoring.

use super::decision::Decision;

/// The table has two to this power buckets.
const BITS: u32 = 18;
/// The same of the table for [`Decision::Placement`](super::decision::Decision::Placement).
pub(super) const PLACEMENT_BITS: u32 = 14;
/// How many buckets that has.
pub(crate) const PLACEMENT_BUCKETS: usize = 1 << PLACEMENT_BITS;
/// How many buckets the table has.
pub(crate) const BUCKETS: usize = 1 << BITS;

/// Defines an enum and lists the names of its variants.
macro_rules! named {
    ($(#[$attribute:meta])* $seen:vis enum $kind:ident {
        $($(#[$doc:meta])* $name:ident,)+
    }) => {
        $(#[$attribute])* $seen enum $kind {
            $($(#[$doc])* $name,)+
        }

        impl $kind {
            /// The names of all, in their order.
            pub(super) const NAMES: &[&str] = &[$(stringify!($name),)+];
        }
    };
}

named! {
    /// What a feature tells of a candidate. The fitted weights know each by its position in this list.
    ///
    /// The examples are of the cue "said" in “The mayor said on Monday that the bridge was safe, but Vale
    /// disagreed”, and of its content "the bridge was safe". The edge of a content, source or cue has an inner
    /// chunk, "safe", and an outer one, the comma.
    #[derive(Clone, Copy, Debug)]
    #[repr(u8)]
    pub(crate) enum Template {
        // The cue, whatever its source is.
        /// Every cue has it.
        Bias,
        /// say
        Lemma,
        /// say + the category of "on"
        LemmaNext,
        /// say + "on"
        LemmaNextWord,
        /// say + the categories of "on" and "Monday"
        LemmaNextTwo,
        /// say + the category of "the mayor"; of the start of a cue, + the tag of its first token
        LemmaBefore,
        /// say + an active verb that is finite
        LemmaForm,
        /// say + the first word of its chunk: "said", "had" of "had said"
        LemmaFirstWord,
        /// An active verb that is finite.
        Form,
        /// The form + the categories of "on" and "Monday"
        FormNext,
        /// The category of "on"
        Next,
        /// The categories of "on" and "Monday"
        NextTwo,
        /// The categories of "on", "Monday" and "that"
        NextThree,
        /// "on" + the form
        NextWord,
        /// The head of the next chunk + its category
        NextHead,
        /// "on" + the category of "Monday"
        NextWordTwo,
        /// "Monday" + the category of "on"
        SecondWord,
        /// The category of "the mayor" + the form
        Before,
        /// The categories of "the mayor" and of what stands before it
        BeforeTwo,
        /// "the" + the category of "the mayor"
        BeforeWord,
        /// "mayor" + its category
        BeforeHead,
        /// The categories of "the mayor" and of "on"
        BeforeNext,
        /// "said" + the form
        FirstWord,
        /// That it takes a clause with "that", or any other of its frames + the form
        Frame,
        /// A frame + the categories of "on" and "Monday"; of the start of a content, all frames + the
        /// categories of the content's first chunk and the second
        FrameNext,
        /// A frame + the category of "the mayor"
        FrameBefore,
        /// The sentence's number in the text, up to three + the category of its last chunk
        Place,
        /// Whether a quote stands near; of an edge, how many quotes the content has + both categories
        Quotes,
        /// Whether the sentence has a cue before this one + the form, or the category of "on"
        CueBefore,
        /// The last chunk of the sentence: its category + its word
        LastToken,

        // Who its source is.
        /// A kind of evidence for the source: the mayor stands right before the verb
        Evidence,
        /// Two kinds of evidence
        EvidencePair,
        /// The first kind of evidence + say
        EvidenceLemma,
        /// A kind of evidence + the form
        EvidenceForm,
        /// The first kind of evidence + the category of "on"
        EvidenceNext,
        /// "mayor" + whether it stands after the cue
        SourceHead,
        /// "mayor" + say
        SourceHeadLemma,
        /// say + whether it is passive, of a cue without a source
        NoSourceLemma,
        /// The form, of a cue without a source
        NoSourceForm,
        /// The category and the first word of "on", of a cue without a source
        NoSourceNext,

        // On which side of the cue the content stands.
        /// After
        Side,
        /// After + say, alone or with the category of a neighbour
        SideLemma,
        /// After + what stands after the cue
        SideNext,
        /// After + what stands before the cue and its source
        SideBefore,
        /// After + that the source stands right before the cue, with the category of a neighbour
        SideSource,
        /// After + all frames, or the form, with the category of a neighbour
        SideFrame,

        // The edge of a content, source or cue.
        /// The category of "safe"
        Inside,
        /// The category of the comma
        Outside,
        /// Both
        Edge,
        /// The outer word + its category
        OutsideWord,
        /// The inner word + its category
        InsideWord,
        /// The categories of the comma and of "but"
        OutsideTwo,
        /// The categories of the comma, "but" and "Vale"
        OutsideThree,
        /// The outer word + the category of "but"; "but" + the categories of the comma and of "safe"
        OutsideWordTwo,
        /// The head of the outer chunk + its category
        OutsideHead,
        /// The head of the inner chunk + its category
        InsideHead,
        /// The categories of "was" and "safe" + that of the comma
        InsideTwo,
        /// The inner and the outer word
        EdgeWord,
        /// How many chunks the content has + whether the sentence goes on
        Steps,
        /// say + how many chunks
        StepsLemma,
        /// The category at the near end, or the form + how many chunks
        StepsKind,
        /// The categories at the near end and of the comma + how many verbs lie between
        KindOutside,
        /// The category at the near end with the form + how many verbs lie between
        KindVerbs,
        /// The category at the near end with how many verbs lie between + the outer word
        KindWord,
        /// say + the category of the comma
        LemmaOutside,
        /// say + the outer word
        LemmaOutsideWord,
        /// How many finite verbs the content has + the category of "safe"
        Verbs,
        /// How many verbs + the categories of the comma and of "but"
        VerbsOutside,
        /// How many verbs with the category of the comma + "but"
        VerbsWord,
        /// How many commas the content has + the category of the comma after it
        Commas,
        /// What lies between the cue and the content, "on Monday that" + the form
        Passed,
        /// say + what lies between
        PassedLemma,
        /// All frames + what lies between
        PassedFrame,
        /// How far after the edge another cue stands: “…, he said”
        Report,
        /// The categories before and after "the mayor" + whether it stands after the cue
        Nature,
        /// "mayor" + the category after the source
        NatureOutside,

        // More of the cue.
        /// say + the head of the next chunk
        LemmaNextHead,
        /// The head of the second chunk after the cue + the category of the first
        SecondHead,

        // More of the source.
        /// That the mayor is the subject of the verb + the form
        IsSubject,
        /// The same + say
        IsSubjectLemma,
        /// The same + a kind of evidence
        IsSubjectEvidence,
        /// The first kind of evidence + what stands after the cue, up to "that"
        EvidenceComplement,
        /// The first kind of evidence + all frames
        EvidenceFrames,
        /// "mayor" + what stands after the cue
        SourceHeadComplement,

        // Where all contents of the cue stand. Each has the sides that have one.
        /// All frames
        PlacementFrame,
        /// How the contents before and after the cue begin + how many verbs each has
        PlacementBoth,
        /// How many chunks the content has + how it begins, here as a clause
        PlacementSize,
        /// say + how it begins
        PlacementLemma,
        /// How many verbs that report a clause it has + how it begins
        PlacementReports,
        /// How many quotes it has + how it begins
        PlacementQuotes,
        /// The categories of the comma and of "but" + how it begins
        PlacementOutside,
        /// The categories of the comma, "but" and "Vale" + how many verbs it has
        PlacementOutsideThree,
        /// The categories of "that" and of "the bridge" + the form
        PlacementStart,
        /// say + the category of "that"
        PlacementStartLemma,
        /// "that", or the head of another first chunk
        PlacementStartWord,
        /// say + the head of the chunk before, "Monday"
        PlacementBefore,
        /// "safe" + the outer word
        PlacementEdge,
        /// The outer word + the head of the chunk after it
        PlacementBeyond,
        /// Whether the cue, the content's first verb and the next beyond are in the past + what joins that
        PlacementTenses,
        /// How many other reports have their cue and source within it, or one of them, or a cue without a
        /// source, or a cue with the same source
        PlacementClauses,
        /// How far beyond it another report begins + the category of the comma
        PlacementNext,
        /// How far beyond it another report begins + how many are within it
        PlacementNextClauses,
    }
}

/// Takes up the features of a candidate, one after another.
pub(crate) trait Features {
    /// For which decision it is a candidate.
    fn decision(&self) -> Decision;

    /// Takes up the feature of this bucket.
    fn take(&mut self, bucket: usize);

    /// Whether the features so far rule the candidate out, so that no more need be taken up.
    fn is_pruned(&mut self) -> bool;

    /// The table has two to this power buckets.
    const BITS: u32 = BITS;

    /// Takes up a feature.
    #[inline]
    fn add(&mut self, template: Template, first: u32, second: u32) {
        let sum = spread(self.decision(), template, first, second);
        self.take((sum >> (32 - Self::BITS)) as usize);
    }
}

/// The bucket of a feature: the high bits of a sum of multiples of its parts. Features that have a
/// part in common have its multiple in common, which is then computed once.
#[inline]
fn spread(decision: Decision, template: Template, first: u32, second: u32) -> u32 {
    // The primes of the hash "xxHash32" (Yann Collet).
    (decision as u32)
        .wrapping_mul(0xC2B2_AE3D)
        .wrapping_add((template as u32).wrapping_mul(0x27D4_EB2F))
        .wrapping_add(first.wrapping_mul(0x9E37_79B1))
        .wrapping_add(second.wrapping_mul(0x85EB_CA77))
}
