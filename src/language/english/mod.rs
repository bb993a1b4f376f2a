//! English, topic by topic: what each file fills is described in `supply`.

mod assertion;
mod cues;
mod descriptions;
mod genre;
mod inflect;
mod line_openers;
#[cfg(test)]
mod lists;
pub(crate) mod named;
pub(super) mod names;
pub(crate) mod orthography;
mod pronouns;
mod sources;
pub(crate) mod tagging;
mod titles;
mod transcripts;
mod word_parts;
mod words;

use super::supply::Language;

#[cfg(test)]
pub(crate) use lists::LISTS;

/// English.
pub static ENGLISH: Language = Language {
    orthography: &orthography::ORTHOGRAPHY,
    words: words::WORDS,
    word_parts: word_parts::WORD_PARTS,
    tagging: tagging::TAGGING,
    cues: cues::CUES,
    sources: sources::SOURCES,
    assertion: assertion::ASSERTION,
    names: names::NAMES,
    titles: titles::TITLES,
    descriptions: descriptions::DESCRIPTIONS,
    pronouns: pronouns::PRONOUNS,
    genre: genre::GENRE,
    line_openers: line_openers::LINE_OPENERS,
    transcripts: transcripts::TRANSCRIPTS,
};
