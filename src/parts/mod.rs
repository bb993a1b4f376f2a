//! The parts of a document, as plain data that the stages fill.

mod cue;
mod mention;
mod speaker;

pub use cue::Cue;
pub use mention::Mention;
pub use speaker::{Speaker, SpeakerId};
