//! Which words are the cue: its verb with auxiliaries, adverbs, and what belongs to it after.

use std::iter;

use super::chunk_table::{ChunkSpan, ChunkTable};
use super::cues::CueFeatures;
use super::decision::Decision;
use super::decisions::Decisions;
use super::edge::describe_edge;
use super::features::{Features, Template as T};
use super::scorer::Scorer;
use crate::ids::{ChunkId, TokenId};
use crate::kinds::CueKind;
use crate::span::Span;

/// How many chunks after a cue's verb may belong to the cue, and before it. This bounds the work;
/// the annotated cues of the training text are hardly ever longer.
const FARTHEST_AFTER: usize = 7;
const BEFORE: usize = 2;

/// More tokens between the begin of a cue and its verb are not told apart. The weights were fitted so.
const MOST_STEPS: u32 = 6;

/// The value of a feature that is the part of speech of no token.
const NO_TAG: u32 = 63;

/// The words of a cue whose source is known, and with which chunks the content before it ends and that after it begins.
pub(super) fn cue_span(
    decisions: &mut Decisions<'_, impl Scorer>,
    source: Option<ChunkSpan>,
    before: Option<ChunkId>,
    content: Option<ChunkId>,
) -> Span {
    let Decisions { table, cue, .. } = *decisions;
    let (analysis, candidate) = (table.analysis(), cue.candidate);
    if candidate.kind == CueKind::Colon {
        return analysis.span(candidate.head, candidate.head);
    }
    let first = first_token(decisions, source, before);
    let others = Others {
        source: source.map(|source| source.first),
        content,
    };
    let last = last_token(decisions, first, others);
    if candidate.first_chunk == candidate.head_chunk {
        return analysis.span(first, last.max(first));
    }
    // "was quoted as saying", "went on to add": the verb before belongs to it whatever its form.
    let governor = analysis.chunk(candidate.first_chunk).first;
    analysis.span(first.min(governor), last.max(first))
}

/// The token with which the cue begins.
fn first_token(
    decisions: &mut Decisions<'_, impl Scorer>,
    source: Option<ChunkSpan>,
    before: Option<ChunkId>,
) -> TokenId {
    let Decisions { table, cue, .. } = *decisions;
    let (analysis, candidate) = (table.analysis(), cue.candidate);
    let chunk = analysis.chunk(candidate.head_chunk);
    let earlier = table
        .backwards(table.previous(candidate.head_chunk))
        .take_while(|&chunk| {
            !source.is_some_and(|source| source.contains(chunk))
                && before.is_none_or(|before| chunk > before)
                && !table.category(chunk).is_separator()
        })
        .take(BEFORE)
        .map(|chunk| analysis.chunk(chunk).first);
    let first = decisions.pick(
        Decision::CueStart,
        (0..).zip(chunk.first.up_to(candidate.head.next()).chain(earlier)),
        |(steps, first), features| describe_start(table, &cue, steps, first, features),
        |(_, first)| analysis.span(first, candidate.head),
    );
    first.map_or(candidate.head, |(_, first)| first)
}

/// The token with which the cue ends that begins with `first`.
fn last_token(
    decisions: &mut Decisions<'_, impl Scorer>,
    first: TokenId,
    others: Others,
) -> TokenId {
    let Decisions { table, cue, .. } = *decisions;
    let (analysis, candidate) = (table.analysis(), cue.candidate);
    let end = CueEnd {
        chunk: candidate.head_chunk,
        steps: 0,
    };
    let ends = iter::successors(Some(end), |end| {
        let next = table.next(end.chunk);
        let belongs =
            next != table.edge() && !others.begin(next) && !table.category(next).is_separator();
        belongs.then_some(CueEnd {
            chunk: next,
            steps: end.steps + 1,
        })
    });
    let last_of = |end: CueEnd| match end.steps {
        0 => candidate.head,
        _ => analysis.chunk(end.chunk).last(),
    };
    let end = decisions.pick(
        Decision::CueEnd,
        ends.take(FARTHEST_AFTER + 1),
        |end, features| end.describe(table, &cue, others, features),
        |end| analysis.span(first, last_of(end).max(first)),
    );
    let last = end.map_or(candidate.head, last_of);
    last.max(analysis.chunk(candidate.last_chunk).last())
}

/// Adds what tells whether the cue begins with the token `first`.
fn describe_start(
    table: &ChunkTable<'_>,
    cue: &CueFeatures<'_>,
    steps: u32,
    first: TokenId,
    features: &mut impl Features,
) {
    let CueFeatures {
        candidate,
        lemma,
        form,
    } = *cue;
    let analysis = table.analysis();
    let chunk = analysis.chunk(candidate.head_chunk);
    let tag = |token: TokenId| {
        let word = analysis.words.get(token.index());
        word.map_or(NO_TAG, |word| word.tag as u32)
    };
    let last = first.previous();
    let (inner, outer) = (tag(first), last.map_or(NO_TAG, tag));
    let is_beyond = u32::from(first < chunk.first);
    let is_head = u32::from(first == candidate.head) << 1 | u32::from(first == chunk.first);
    let position = is_head << 1 | is_beyond;
    features.add(T::Inside, inner, outer);
    features.add(T::Edge, inner << 6 | outer, position);
    features.add(T::InsideWord, table.word(first), position);
    features.add(T::Steps, steps.min(MOST_STEPS), position);
    features.add(T::StepsKind, form, position);
    features.add(T::Lemma, lemma, position);
    features.add(T::LemmaBefore, lemma, inner << 1 | is_beyond);
    features.add(
        T::OutsideWord,
        last.map_or(0, |last| table.word(last)),
        position,
    );
}

/// With which chunks the other parts of the attribution begin.
#[derive(Clone, Copy, Debug)]
struct Others {
    source: Option<ChunkId>,
    /// Of the content after the cue.
    content: Option<ChunkId>,
}

impl Others {
    /// Whether one of them begins with a chunk.
    fn begin(self, chunk: ChunkId) -> bool {
        Some(chunk) == self.source || Some(chunk) == self.content
    }
}

/// Where a cue may end.
#[derive(Clone, Copy, Debug)]
struct CueEnd {
    chunk: ChunkId,
    /// How far after its verb that is.
    steps: u32,
}

impl CueEnd {
    fn describe(
        self,
        table: &ChunkTable<'_>,
        cue: &CueFeatures<'_>,
        others: Others,
        features: &mut impl Features,
    ) {
        let CueEnd { chunk, steps } = self;
        let CueFeatures { lemma, form, .. } = *cue;
        let next = table.next(chunk);
        if !describe_edge(table, chunk, next, features) {
            return;
        }
        let (inner, outer) = (table.category(chunk), table.category(next));
        let position = u32::from(others.begin(next)) << 1 | u32::from(steps == 0);
        let position_and_content = position << 1 | u32::from(others.content.is_some());
        features.add(T::Steps, steps, position);
        features.add(T::StepsLemma, lemma, steps.min(1) << 2 | position);
        features.add(T::StepsKind, form << 2 | position, inner.value());
        features.add(
            T::LemmaOutside,
            lemma,
            outer.value() << 3 | position_and_content,
        );
        features.add(T::LemmaOutsideWord, lemma, table.first_word(next));
        features.add(T::KindOutside, position_and_content, inner.and(outer));
        features.add(T::KindWord, position_and_content, table.first_word(next));
        features.add(T::KindVerbs, position_and_content, table.first_word(chunk));
    }
}
