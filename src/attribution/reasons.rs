//! What spoke for a speaker, as a user is told.

use std::fmt;

use crate::error::named;

named! {
    /// A kind of evidence for or against a speaker.
    #[non_exhaustive]
    pub enum ReasonKind {
        /// What reports the words, and where it stands to them: “…,” said Rutte.
        Cue = "cue",
        /// Where the source stands to what reports the words: it is the subject of “said”, the agent of “was
        /// called … by”, the owner of “statement”.
        SubjectOfCue = "subject-of-cue",
        /// Words in apposition stand between the source and the cue, or the source is such words: “Rutte, who
        /// spoke in Brussels, said”.
        Apposition = "apposition",
        /// “according to Rutte”.
        AccordingTo = "according-to",
        /// The clause that the quotation stands in is reported, or not: He said that the dam was “a riddle”.
        Report = "report",
        /// A label, a colon or a signature names the speaker: “RUTTE: …”, “…” — Mark Rutte.
        Label = "label",
        /// The source stands near the quotation without a cue: Anne nodded. “…”
        NamedNear = "named-near",
        /// The words go on with the quotation before.
        GoesOn = "goes-on",
        /// Whose turn it is in a conversation.
        Turn = "turn",
        /// Somebody is called by name, or spoken to: “No, Tom,” she said to him.
        Called = "called",
        /// A pronoun that agrees with the speaker, or does not: “he”, “she”, “I”.
        Pronoun = "pronoun",
        /// A description that may mean the speaker, or may not: “the old man”, “her mother”.
        Description = "description",
        /// What the source is: a person rather than a thing, somebody who speaks often.
        KindOfSource = "kind-of-source",
        /// The form of the words in marks: a sentence, one word, a title.
        Form = "form",
        /// The caller's own [formula](crate::QuoteDetectorBuilder::formula) says so.
        Formula = "formula",
    }
}

/// One reason for the choice of a speaker, with its weight.
///
/// ```
/// let document = quotation::QuoteDetector::new().detect("“It holds,” said Ines Okoro.");
/// let attribution = document.attributions().next().unwrap();
/// let reason = attribution.reasons()[0];
/// assert!(reason.to_string().starts_with("cue +"));
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Reason {
    kind: ReasonKind,
    weight: f32,
}

impl Reason {
    pub(super) const fn new(kind: ReasonKind, weight: f32) -> Reason {
        Reason { kind, weight }
    }

    /// What was seen.
    ///
    /// ```
    /// let document = quotation::QuoteDetector::new().detect("“It holds,” said Ines Okoro.");
    /// let attribution = document.attributions().next().unwrap();
    /// let reason = attribution.reasons()[0];
    /// assert_eq!(reason.kind(), quotation::ReasonKind::Cue);
    /// ```
    #[must_use]
    pub const fn kind(self) -> ReasonKind {
        self.kind
    }

    /// What it adds to the log-odds of the speaker; less than zero if it is evidence against them.
    ///
    /// ```
    /// let document = quotation::QuoteDetector::new().detect("“It holds,” said Ines Okoro.");
    /// let attribution = document.attributions().next().unwrap();
    /// let reason = attribution.reasons()[0];
    /// assert!(reason.weight() > 0.0);
    /// ```
    #[must_use]
    pub const fn weight(self) -> f32 {
        self.weight
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {:+.2}", self.kind, self.weight)
    }
}
