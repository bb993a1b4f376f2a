//! What speaks for a speaker, and how much.

macro_rules! evidence {
    ($($(#[$doc:meta])+ $name:ident = $label:literal,)+) => {
        /// What can speak for or against a speaker.
        #[non_exhaustive]
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
        pub enum EvidenceKind {
            $($(#[$doc])+ #[cfg_attr(feature = "serde", serde(rename = $label))] $name,)+
        }

        impl EvidenceKind {
            /// The name that stands in JSON and in reports.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(EvidenceKind::$name => $label,)+ }
            }
        }
    };
}

evidence! {
    /// The cue stands beside the quotation.
    CueBeside = "cue-beside",
    /// The source is in the sentence of the quotation.
    SameSentence = "same-sentence",
    /// The source is in the paragraph of the quotation.
    SameParagraph = "same-paragraph",
}

/// One reason for the choice of a speaker, with its weight.
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Evidence {
    kind: EvidenceKind,
    weight: f32,
}

impl Evidence {
    /// What was seen.
    #[must_use]
    pub const fn kind(self) -> EvidenceKind {
        self.kind
    }

    /// The name of what was seen, as it stands in JSON and in reports.
    #[must_use]
    pub const fn name(self) -> &'static str {
        self.kind.name()
    }

    /// What it adds to the log-odds of the speaker; less than zero if it speaks against him.
    #[must_use]
    pub const fn weight(self) -> f32 {
        self.weight
    }
}
