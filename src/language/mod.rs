//! What a language supplies, and the English that fills it.

mod class;
pub(crate) mod english;
mod facts;
mod key;
mod lexicon;
mod table;

// What the build script is made of besides.
#[cfg(test)]
mod list;
#[cfg(test)]
mod make;
#[cfg(test)]
mod perfect;

pub(crate) use class::{Class, Classes, Frame, Frames};
pub(crate) use english::named;
pub(crate) use facts::{Facts, WordId};
pub(crate) use lexicon::Lexicon;

use crate::token::Orthography;

/// What a language supplies: data and small functions. Nothing else in the crate knows a language.
///
/// Each field is a topic, and each topic has a file in the folder of the language.
#[derive(Debug)]
pub(crate) struct Language {
    /// How raw text is spelled: abbreviations, apostrophes.
    pub(crate) orthography: &'static Orthography,
    /// What the word lists know of words.
    pub(crate) lexicon: &'static Lexicon,
}

/// English, until a caller says otherwise.
impl Default for &Language {
    fn default() -> Self {
        &english::ENGLISH
    }
}
