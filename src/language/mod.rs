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
