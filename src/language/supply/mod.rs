//! What a language supplies, topic by topic.
//!
//! A language is data and small functions. Everything is optional: [`Language::BARE`] has
//! for each topic what does no harm, so that a language can begin with little. Without words only marks are found.

mod assertion;
mod cues;
mod descriptions;
mod genre;
mod line_openers;
mod names;
mod pronouns;
mod sources;
mod tagging;
mod titles;
mod transcripts;
mod word_parts;
mod words;

pub use assertion::Assertion;
pub use cues::{CuePhrase, CuePosition, Cues};
pub use descriptions::{Descriptions, Tie};
pub use genre::{GenreSigns, Sign};
pub use line_openers::LineOpeners;
pub use names::Names;
pub use pronouns::Pronouns;
pub use sources::Sources;
pub use tagging::{ConstantTags, Tagging, TaggingContext};
pub use titles::Titles;
pub use transcripts::Transcripts;
pub use word_parts::WordParts;
pub use words::Words;

use crate::token::Orthography;

/// A language.
#[derive(Debug)]
pub struct Language {
    /// How it is spelled.
    pub orthography: &'static Orthography,
    /// What its words can be.
    pub words: Words,
    /// What the parts of other words tell.
    pub word_parts: WordParts,
    /// How they get their parts of speech.
    pub tagging: Tagging,
    /// What reports beside verbs.
    pub cues: Cues,
    /// What links sources, cues and quotations.
    pub sources: Sources,
    /// What tells whether a report is asserted.
    pub assertion: Assertion,
    /// Other forms of names, and the words around them.
    pub names: Names,
    /// What titles tell.
    pub titles: Titles,
    /// How somebody is described without a name.
    pub descriptions: Descriptions,
    /// What is said in place of names.
    pub pronouns: Pronouns,
    /// What tells news from stories.
    pub genre: GenreSigns,
    /// What bylines and captions begin with.
    pub line_openers: LineOpeners,
    /// What stands for speakers in interviews.
    pub transcripts: Transcripts,
}

impl Language {
    /// A language of which nothing is known.
    pub const BARE: Language = Language {
        orthography: Orthography::NONE,
        words: Words::NONE,
        word_parts: WordParts::NONE,
        tagging: Tagging::BY_CLASS,
        cues: Cues::NONE,
        sources: Sources::NONE,
        assertion: Assertion::NONE,
        names: Names::NONE,
        titles: Titles::NONE,
        descriptions: Descriptions::NONE,
        pronouns: Pronouns::NONE,
        genre: GenreSigns::NONE,
        line_openers: LineOpeners::NONE,
        transcripts: Transcripts::NONE,
    };
}
