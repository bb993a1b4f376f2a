//! The stages of a detector, for whoever measures them.

/// A stage of a detector, named for what it makes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stage {
    Tokens,
    Structure,
    Quotes,
    Words,
    Tags,
    Chunks,
    Mentions,
    Cues,
    Genre,
    Speakers,
    Indirect,
    Direct,
    List,
}

impl Stage {
    /// The name in tables.
    #[cfg(feature = "fit")]
    pub(crate) fn name(self) -> &'static str {
        match self {
            Stage::Tokens => "tokens",
            Stage::Structure => "sentences and paragraphs",
            Stage::Quotes => "quotes",
            Stage::Words => "words",
            Stage::Tags => "capitals and parts of speech",
            Stage::Chunks => "chunks",
            Stage::Mentions => "mentions",
            Stage::Cues => "cues",
            Stage::Genre => "genre",
            Stage::Speakers => "speakers",
            Stage::Indirect => "reports",
            Stage::Direct => "words in marks",
            Stage::List => "list of speakers",
        }
    }
}

/// Is told when a stage of a text has ended.
pub(crate) trait Watch {
    fn ended(&mut self, stage: Stage);
}

/// Watches nothing.
impl Watch for () {
    #[inline]
    fn ended(&mut self, _: Stage) {}
}
