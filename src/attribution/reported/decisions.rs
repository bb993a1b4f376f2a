//! The decisions about one cue.

use smallvec::SmallVec;

use super::chunk_table::ChunkTable;
use super::cues::CueFeatures;
use super::decision::Decision;
use super::scorer::Scorer;
use crate::analysis::cue::CueCandidate;
use crate::span::Span;

/// Room for the candidates of a decision; few have more.
const INITIAL_CANDIDATES_CAPACITY: usize = 16;

/// A cue with the text in which it stands and who scores the candidates of each decision about it.
pub(super) struct Decisions<'q, S> {
    pub(super) table: &'q ChunkTable<'q>,
    pub(super) cue: CueFeatures<'q>,
    pub(super) scorer: &'q mut S,
}

impl<'q, S: Scorer> Decisions<'q, S> {
    pub(super) fn about(
        cue: &'q CueCandidate,
        table: &'q ChunkTable<'q>,
        scorer: &'q mut S,
    ) -> Decisions<'q, S> {
        Decisions {
            table,
            cue: CueFeatures::of(table, cue),
            scorer,
        }
    }

    pub(super) fn begin(&mut self, decision: Decision) {
        self.scorer
            .begin(decision, self.table.input, self.cue.candidate);
    }

    /// Adds a candidate of which `describe` gives the features.
    #[inline]
    pub(super) fn add(
        &mut self,
        decision: Decision,
        describe: impl FnOnce(&mut S::Features),
        span: impl FnOnce() -> Option<Span>,
    ) {
        let mut features = self.scorer.candidate(decision);
        describe(&mut features);
        self.scorer.add(features, span);
    }

    /// The best of several candidates, each of which stands for a span. One alone is not scored, nor
    /// those after one that settles the decision.
    #[inline]
    pub(super) fn pick<C: Copy>(
        &mut self,
        decision: Decision,
        mut candidates: impl Iterator<Item = C>,
        describe: impl Fn(C, &mut S::Features),
        span: impl Fn(C) -> Span,
    ) -> Option<C> {
        let first = candidates.next()?;
        let Some(second) = candidates.next() else {
            return Some(first);
        };
        self.begin(decision);
        let mut added: SmallVec<[C; INITIAL_CANDIDATES_CAPACITY]> = SmallVec::new();
        for candidate in [first, second].into_iter().chain(candidates) {
            added.push(candidate);
            let features = |features: &mut S::Features| describe(candidate, features);
            self.add(decision, features, || Some(span(candidate)));
            if self.scorer.is_settled() {
                break;
            }
        }
        added.get(self.scorer.best()).copied()
    }
}
