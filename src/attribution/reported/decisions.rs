//! The decisions about one cue.

use smallvec::SmallVec;

use super::chunk_table::ChunkTable;
use super::cues::CueFeatures;
use super::decision::Decision;
use super::scorer::{MOST_RANKED, Scorer};
use crate::analysis::cue::CueCandidate;
use crate::span::Span;

/// Room for the candidates of a decision; few have more.
const INITIAL_CANDIDATES_CAPACITY: usize = 16;

/// Some candidates, the best first, each with how probable it is.
pub(super) type Probable<C> = SmallVec<[(C, f32); MOST_RANKED]>;

/// How probable a candidate must be for what follows from it to be looked at, where another is more so. With all that
/// are ranked no figure is better.
const LEAST: f32 = 0.2;

/// The best candidate, and those that are probable enough for what follows from them to be looked at.
pub(super) fn likely<C>(ranked: Probable<C>) -> impl Iterator<Item = (C, f32)> {
    let numbered = ranked.into_iter().enumerate();
    numbered
        .filter(|&(number, (_, probability))| number == 0 || probability >= LEAST)
        .map(|(_, one)| one)
}

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
        candidates: impl Iterator<Item = C>,
        describe: impl Fn(C, &mut S::Features),
        span: impl Fn(C) -> Span,
    ) -> Option<C> {
        match self.offer(decision, candidates, describe, span) {
            Offered::Alone(first) => first,
            Offered::Scored(added) => added.get(self.scorer.best()).copied(),
        }
    }

    /// The best of several candidates, likewise, and those nearly as good, the best first, each with how probable it is.
    #[inline]
    pub(super) fn rank<C: Copy>(
        &mut self,
        decision: Decision,
        candidates: impl Iterator<Item = C>,
        describe: impl Fn(C, &mut S::Features),
        span: impl Fn(C) -> Span,
    ) -> Probable<C> {
        match self.offer(decision, candidates, describe, span) {
            Offered::Alone(first) => first.into_iter().map(|first| (first, 1.0)).collect(),
            Offered::Scored(added) => {
                let ranked = self.scorer.ranked().into_iter();
                ranked
                    .filter_map(|(number, probability)| Some((*added.get(number)?, probability)))
                    .collect()
            }
        }
    }

    #[inline]
    fn offer<C: Copy>(
        &mut self,
        decision: Decision,
        mut candidates: impl Iterator<Item = C>,
        describe: impl Fn(C, &mut S::Features),
        span: impl Fn(C) -> Span,
    ) -> Offered<C> {
        let Some(first) = candidates.next() else {
            return Offered::Alone(None);
        };
        let Some(second) = candidates.next() else {
            return Offered::Alone(Some(first));
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
        Offered::Scored(added)
    }
}

/// The candidates of a decision.
enum Offered<C> {
    /// One at most, which needs no score.
    Alone(Option<C>),
    /// Those that were scored.
    Scored(SmallVec<[C; INITIAL_CANDIDATES_CAPACITY]>),
}
