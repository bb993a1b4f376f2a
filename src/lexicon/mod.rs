//! Words to facts: one look-up tells all that the word lists know of a word.

mod class;

pub(crate) use class::{Class, Classes, Frame, Frames};
