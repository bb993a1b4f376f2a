//! Reported speech by its cues: of each verb, noun or phrase that could report, whether it does,
//! whose words, and from where to where content, source and cue reach.
//!
//! Every question is a choice among few candidates, each described by features whose weights were
//! fitted to annotated news (`MODEL.md`). The questions come one after another, each knowing the
//! answers before: is this a cue and who is its source; where the source begins and ends; on which
//! side the content lies, where it begins and ends; which words are the cue.

mod content_span;
mod cue_span;
mod cues;
mod edge;
mod features;
mod model;
mod question;
mod reporter;
mod side;
mod source_features;
mod source_span;
mod view;

use crate::analysis::cue::CueGroup;
use crate::attribution::Scene;
use crate::span::Span;

pub(crate) use features::Features;
#[cfg(feature = "fit")]
pub(crate) use features::PLACES;
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

impl Stage {
    pub(crate) const ALL: [Stage; 10] = [
        Stage::Source,
        Stage::SourceStart,
        Stage::SourceEnd,
        Stage::Side,
        Stage::Start,
        Stage::End,
        Stage::BeforeEnd,
        Stage::BeforeStart,
        Stage::CueStart,
        Stage::CueEnd,
    ];
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

/// Answers one question after another.
pub(crate) trait Decider {
    /// What the description of a candidate is given to.
    type Features: Features;

    /// Begins a question about a cue.
    fn begin(&mut self, stage: Stage, scene: &Scene<'_>, cue: &CueGroup);

    /// A candidate without features.
    fn candidate(&self, stage: Stage) -> Self::Features;

    /// Makes these the features that all candidates but the first have in common. Returns whether
    /// one of those can be right at all.
    fn share(&mut self, features: Self::Features) -> bool;

    /// Enters a candidate and the stretch that it stands for, if it stands for one.
    fn enter(&mut self, features: Self::Features, stretch: impl FnOnce() -> Option<Span>);

    /// Whether the candidate entered last is so good that no further one need be entered.
    fn is_enough(&self) -> bool;

    /// The number of the right candidate.
    fn likeliest(&mut self) -> usize;

    /// The number of the right candidate of [`Stage::Source`], and how sure that is.
    fn source(&mut self) -> (usize, f32);
}
