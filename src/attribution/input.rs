//! What the choice of a speaker looks at.

use crate::analysis::Analysis;
use crate::analysis::cue::CueCandidate;
use crate::analysis::mention::{Mention, Mentions};
use crate::ids::{ChunkId, CueId, MentionId};
use crate::language::Class;

/// A text with everybody who could speak and everything that could report it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct AttributionInput<'a> {
    pub(crate) analysis: &'a Analysis<'a>,
    pub(crate) mentions: &'a Mentions,
    /// In order of their heads.
    pub(crate) cues: &'a [CueCandidate],
}

impl<'a> AttributionInput<'a> {
    pub(crate) fn mention(&self, mention: MentionId) -> &'a Mention {
        &self.mentions.all[mention.index()]
    }

    pub(crate) fn cue(&self, cue: CueId) -> &'a CueCandidate {
        &self.cues[cue.index()]
    }

    /// Whether the chunk is the head of a verb that is known to report.
    pub(super) fn is_reporting_verb(&self, chunk: ChunkId) -> bool {
        let chunk = self.analysis.chunk(chunk);
        self.analysis.word(chunk.head).is(Class::Report)
    }
}
