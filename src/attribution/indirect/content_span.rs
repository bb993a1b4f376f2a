//! From where to where the content of a cue reaches, before the cue or behind it.

use std::iter;

use super::cues::CueView;
use super::edge::{Tally, describe_edge};
use super::features::{Features, Template as T};
use super::question::Question;
use super::view::{Stretch, View, code};
use super::{Decider, Stage};
use crate::analysis::ChunkKind;
use crate::ids::ChunkId;
use crate::span::Span;

/// How many chunks a content may have on one side of its cue. Sentences are hardly ever longer, and
/// this bounds the work for each cue.
const LONGEST: usize = 70;
/// How many chunks behind a cue its content may begin.
const FARTHEST_START: usize = 12;
/// How many chunks before a cue and its source their content may end.
const FARTHEST_END: usize = 5;

/// The content before a cue and its source.
pub(super) fn content_before(
    question: &mut Question<'_, impl Decider>,
    source: Option<Stretch>,
) -> Option<Span> {
    let Question { view, cue, .. } = *question;
    let pivot = match source {
        Some(source) if source.first < cue.group.first_chunk => source.first,
        _ => cue.group.first_chunk,
    };
    let (_, last) = question.pick(
        Stage::BeforeEnd,
        (0..).zip(view.backwards(view.before(pivot)).take(FARTHEST_END)),
        |(step, last), features| {
            if describe_edge(view, last, view.next(last), features) {
                let kind = view.code(last);
                features.add(T::Steps, step, kind);
                features.add(T::StepsKind, cue.form, kind << 3 | step);
            }
        },
        |(_, last)| view.span(last, last),
    )?;

    let content = Content::of(view, &cue, last);
    let start = Far::nearest(view, last);
    let starts = iter::successors(Some(start), |start| {
        start.on(view, view.before(start.chunk))
    });
    let start = question.pick(
        Stage::BeforeStart,
        starts
            .take(LONGEST)
            .filter(|start| !view.is_mark(start.chunk)),
        |start, features| {
            let before = view.before(start.chunk);
            if describe_edge(view, before, start.chunk, features) {
                content.describe(view, start, before, features);
            }
        },
        |start| view.span(start.chunk, last),
    )?;
    Some(view.span(start.chunk, last))
}

/// The content behind a cue, with the chunk where it begins.
pub(super) fn content_behind(
    question: &mut Question<'_, impl Decider>,
    source: Option<Stretch>,
) -> Option<(ChunkId, Span)> {
    let Question { view, cue, .. } = *question;
    let source = source.filter(|source| source.first > cue.group.head_chunk);
    let first = source.map(|source| source.first);
    let start = Start {
        chunk: view.next(cue.group.last_chunk),
        passed: Passed::default(),
    };
    let starts = iter::successors(Some(start), |start| {
        Some(Start {
            chunk: view.next(start.chunk),
            passed: start.passed.with(view, start.chunk, first),
        })
    });
    let may_start = |start: &Start| {
        !source.is_some_and(|source| source.has(start.chunk))
            && !view.is_mark(start.chunk)
            && !introduces_nothing(view, start.chunk)
    };
    let starts = starts.take_while(|start| start.chunk != view.edge());
    let frames = cue.frames();
    let start = question.pick(
        Stage::Start,
        starts.take(FARTHEST_START).filter(may_start),
        |start, features| {
            if describe_edge(view, view.before(start.chunk), start.chunk, features) {
                describe_start(view, &cue, frames, start, features);
            }
        },
        |start| view.span(start.chunk, start.chunk),
    )?;

    let start = start.chunk;
    let content = Content::of(view, &cue, start);
    let end = Some(Far::nearest(view, start)).filter(|_| Some(start) != first);
    let ends = iter::successors(end, |end| {
        end.on(view, view.next(end.chunk))
            .filter(|end| Some(end.chunk) != first)
    });
    let end = question.pick(
        Stage::End,
        ends.take(LONGEST)
            .filter(|end| end.chunk == start || !view.is_mark(end.chunk)),
        |end, features| {
            let next = view.next(end.chunk);
            if describe_edge(view, end.chunk, next, features) {
                content.describe(view, end, next, features);
            }
        },
        |end| view.span(start, end.chunk),
    )?;
    Some((start, view.span(start, end.chunk)))
}

/// Whether a chunk is a "that" or the like with no clause behind it: "They asked for that."
fn introduces_nothing(view: &View<'_>, chunk: ChunkId) -> bool {
    let next = view.next(chunk);
    view.analysis().chunk(chunk).kind == ChunkKind::Subordinator
        && (next == view.edge() || view.is_mark(next))
}

/// Where the content behind a cue may begin.
#[derive(Clone, Copy, Debug)]
struct Start {
    chunk: ChunkId,
    passed: Passed,
}

fn describe_start(
    view: &View<'_>,
    cue: &CueView<'_>,
    frames: u32,
    start: Start,
    features: &mut impl Features,
) {
    let CueView { lemma, form, .. } = *cue;
    let kind = view.code(start.chunk);
    let next = view.code(view.next(start.chunk));
    let passed = start.passed.number();
    features.add(T::Steps, passed, kind);
    features.add(T::Passed, passed, form);
    features.add(T::PassedLemma, lemma, passed);
    features.add(T::PassedFrame, frames, passed << 6 | kind);
    features.add(T::LemmaOutside, lemma, kind);
    features.add(T::LemmaOutsideWord, lemma, view.first(start.chunk));
    features.add(T::KindOutside, kind << 6 | next, form);
    features.add(T::FrameNext, frames, kind << 6 | next);
}

/// What stands between a cue and where its content may begin.
#[derive(Clone, Copy, Debug, Default)]
struct Passed {
    chunks: u32,
    /// A bit for each sort of chunk.
    sorts: u32,
}

impl Passed {
    const NOUN: u32 = 1;
    const TIME: u32 = 1 << 1;
    const PREPOSITION: u32 = 1 << 2;
    const COMMA: u32 = 1 << 3;
    const SOURCE: u32 = 1 << 4;
    const CLAUSE: u32 = 1 << 5;

    fn with(self, view: &View<'_>, chunk: ChunkId, source: Option<ChunkId>) -> Passed {
        let sort = match view.code(chunk) {
            _ if source == Some(chunk) => Passed::SOURCE,
            code::TIME => Passed::TIME,
            code::COMMA | code::COLON => Passed::COMMA,
            code::PREPOSITION | code::TO | code::OF | code::BY => Passed::PREPOSITION,
            code::THAT | code::WH | code::SUBORDINATOR => Passed::CLAUSE,
            code::PRONOUN | code::NAME | code::NOUN | code::QUANTITY => Passed::NOUN,
            code::SPEAKER | code::REPORT_NOUN => Passed::NOUN,
            _ => 0,
        };
        Passed {
            chunks: self.chunks + 1,
            sorts: self.sorts | sort,
        }
    }

    fn number(self) -> u32 {
        self.chunks.min(6) << 6 | self.sorts
    }
}

/// Where a content may end, or begin before its cue.
#[derive(Clone, Copy, Debug)]
struct Far {
    chunk: ChunkId,
    /// What lies between the near end and this one, both counted.
    tally: Tally,
}

impl Far {
    fn nearest(view: &View<'_>, chunk: ChunkId) -> Far {
        Far {
            chunk,
            tally: Tally::default().with(view, chunk),
        }
    }

    fn on(self, view: &View<'_>, chunk: ChunkId) -> Option<Far> {
        (chunk != view.edge()).then(|| Far {
            chunk,
            tally: self.tally.with(view, chunk),
        })
    }
}

/// A content of which the far end is asked for.
#[derive(Clone, Copy, Debug)]
struct Content<'c> {
    cue: &'c CueView<'c>,
    frames: u32,
    /// The kind of the chunk at the near end.
    near: u32,
}

impl<'c> Content<'c> {
    fn of(view: &View<'_>, cue: &'c CueView<'c>, near: ChunkId) -> Content<'c> {
        Content {
            cue,
            frames: cue.frames(),
            near: view.code(near),
        }
    }

    /// Adds what tells whether the content reaches just so `far`; `outside` stands beyond.
    fn describe(&self, view: &View<'_>, far: Far, outside: ChunkId, features: &mut impl Features) {
        let CueView { lemma, form, .. } = *self.cue;
        let (near, frames) = (self.near, self.frames);
        let (inner, outer) = (view.code(far.chunk), view.code(outside));
        let second = view.next(outside);
        let size = far.tally.size();
        let verbs = far.tally.verbs.min(2);
        features.add(T::Steps, size, outer.min(1));
        features.add(T::StepsLemma, lemma, size);
        features.add(T::StepsKind, near, size << 1 | outer.min(1));
        features.add(T::KindOutside, near << 6 | outer, verbs);
        features.add(T::KindVerbs, near << 6 | form, verbs);
        features.add(T::KindWord, near << 2 | verbs, view.first(outside));
        features.add(T::LemmaOutside, lemma, outer << 2 | verbs);
        features.add(T::LemmaOutsideWord, lemma, view.first(outside));
        features.add(T::VerbsOutside, verbs, outer << 6 | view.code(second));
        features.add(T::VerbsWord, verbs << 6 | outer, view.first(second));
        features.add(T::Commas, far.tally.commas.min(3), outer);
        features.add(T::Verbs, verbs, inner);
        features.add(T::Quotes, far.tally.quotes.min(2), outer << 6 | inner);
        features.add(T::PassedFrame, frames, outer << 2 | verbs);
        // "…, he said", "… and added": another cue, or the same one's next verb.
        let report = [outside, second, view.next(second)]
            .iter()
            .position(|&chunk| view.code(chunk) == code::REPORT);
        let report = report.map_or(0, |place| place as u32 + 1);
        features.add(T::Report, report, outer << 6 | verbs);
    }
}
