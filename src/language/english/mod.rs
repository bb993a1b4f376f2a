//! English: the forms and shapes of its words; its word lists stand beside.

pub(super) mod inflect;
pub(crate) mod named;
pub(crate) mod orthography;
pub(super) mod shape;

use super::{Language, Lexicon};

/// English as this crate knows it.
pub(crate) static ENGLISH: Language = Language {
    orthography: &orthography::ORTHOGRAPHY,
    lexicon: Lexicon::english(),
};

/// Titles written short, each with its full word on a line.
pub(super) const ABBREVIATED: &str = include_str!("words/abbreviated-titles.txt");

/// Short and pet forms of given names, each with the names that it stands for.
pub(super) const NICKNAMES: &str = include_str!("words/nicknames.txt");
