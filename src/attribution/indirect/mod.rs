//! Reported speech by its cues: of each verb, noun or phrase that could report, whether it does,
//! whose words, and from where to where content, source and cue reach.
//!
//! Every question is a choice among few candidates, each described by features whose weights were
//! fitted to annotated news (`MODEL.md`). The questions come one after another, each knowing the
//! answers before: is this a cue and who is its source; where the source begins and ends; on which
//! side the content lies, where it begins and ends; which words are the cue.

mod cues;
mod extent;
mod features;
mod model;
mod reporter;
mod view;
mod who;

use crate::span::Span;

#[cfg(feature = "fit")]
pub(crate) use features::BITS;
pub(crate) use features::Features;
pub(crate) use model::Model;
pub(crate) use reporter::{Extent, Report, Reporter};

/// What is to be decided about a cue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum Stage {
    /// Nothing reported; reported, but by nobody; each possible source.
    Source,
    SourceStart,
    SourceEnd,
    /// Content before the cue, behind it, or both.
    Side,
    Start,
    End,
    BeforeEnd,
    BeforeStart,
    CueStart,
    CueEnd,
}

#[cfg(feature = "fit")]
impl Stage {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Stage::Source => "source",
            Stage::SourceStart => "source-start",
            Stage::SourceEnd => "source-end",
            Stage::Side => "side",
            Stage::Start => "start",
            Stage::End => "end",
            Stage::BeforeEnd => "before-end",
            Stage::BeforeStart => "before-start",
            Stage::CueStart => "cue-start",
            Stage::CueEnd => "cue-end",
        }
    }
}

/// A question with its possible answers.
#[derive(Debug)]
pub(crate) struct Choice<'a> {
    pub(crate) stage: Stage,
    /// The head of the cue.
    #[cfg_attr(not(feature = "fit"), expect(dead_code, reason = "only fitting asks"))]
    pub(crate) cue: Span,
    /// The stretch that each answer stands for; none for an answer without one.
    #[cfg_attr(not(feature = "fit"), expect(dead_code, reason = "only fitting asks"))]
    pub(crate) candidates: &'a [Option<Span>],
    pub(crate) features: &'a Features,
}

/// Answers questions.
pub(crate) trait Decider {
    /// Whether no answer but the first can be right, by what all others have in common.
    fn is_hopeless(&self, shared: &[u32]) -> bool;

    /// The number of the right candidate, and how sure that is.
    fn decide(&mut self, choice: &Choice<'_>) -> (usize, f32);
}
