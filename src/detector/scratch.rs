use crate::cue::CueGroup;
use crate::mention::Actors;
use crate::reading::Reading;
use crate::token::{Structure, Token};

/// Memory that a detector works in, to be used again for the next text.
///
/// [`QuoteDetector::detect_with`](super::QuoteDetector::detect_with) takes one. It holds nothing
/// that changes a result, may go from one detector to another, and keeps as much memory as the
/// longest text took, about twenty times its length.
#[derive(Debug, Default)]
pub struct Scratch {
    pub(super) tokens: Vec<Token>,
    pub(super) structure: Structure,
    pub(super) reading: Reading<'static>,
    pub(super) actors: Actors,
    pub(super) cues: Vec<CueGroup>,
}
