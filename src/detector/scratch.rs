use crate::analysis::Analysis;
use crate::analysis::cue::CueGroup;
use crate::analysis::mention::Mentions;
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
    pub(super) analysis: Analysis<'static>,
    pub(super) mentions: Mentions,
    pub(super) cues: Vec<CueGroup>,
}
