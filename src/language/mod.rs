//! What a language supplies, what words can be, and the English that fills both.

mod class;
mod default;
pub(crate) mod english;
mod facts;
mod inflection;
mod key;
mod lexicon;
mod list;
mod make;
mod pairs;
mod perfect;
pub(crate) mod rules;
mod supply;
mod table;
mod tag;
mod word;

pub use crate::token::{Abbreviation, Apostrophes, Leading, Orthography, WordList};
pub use class::{Class, Classes, Frame, Frames};
pub use english::ENGLISH;
pub use facts::{Facts, WordId};
pub use inflection::{Inflection, Verb};
pub(crate) use lexicon::Lexicon;
pub use list::WordLists;
pub use pairs::{Pair, Pairs};
pub use supply::{
    Assertion, ConstantTags, CuePhrase, CuePosition, Cues, Descriptions, GenreSigns, Language,
    LineOpeners, Names, Pronouns, Sign, Sources, Tagging, TaggingContext, Tie, Titles, Transcripts,
    WordParts, Words,
};
pub use tag::Tag;
pub(crate) use tag::Tags;
pub use word::{Shape, Word};
