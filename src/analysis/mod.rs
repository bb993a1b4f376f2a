//! A text as the later stages read it: tokens, the facts of their words, their parts of speech,
//! the quotes around them, and the phrases that they form.
//!
//! Everything here is an array beside another array: facts and parts of speech stand beside the
//! tokens, phrases name ranges of tokens, quotes name the phrases of their marks.

mod analyzed_text;
mod capitals;
mod chunk;
mod chunker;
pub(crate) mod cue;
mod enumeration;
mod labels;
mod links;
pub(crate) mod mention;
mod read;
pub(crate) mod steps;
mod tags;
#[cfg(test)]
mod tests;
mod words;
mod wrap;

pub(crate) use crate::language::{Shape, Tag, Word};
pub(crate) use analyzed_text::Analysis;
pub(crate) use chunk::{Chunk, ChunkKind, VerbForm};
pub(crate) use links::Links;
pub(crate) use read::{Input, read};
#[cfg(test)]
pub(crate) use tests::analysed;
