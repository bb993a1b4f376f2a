//! Which words are the cue: its verb with auxiliaries, adverbs, and what belongs to it behind.

use std::iter;

use super::cues::CueView;
use super::edge::describe_edge;
use super::features::{Features, Template as T};
use super::question::Question;
use super::view::{Stretch, View};
use super::{Decider, Stage};
use crate::ids::{ChunkId, TokenId};
use crate::kinds::CueKind;
use crate::span::Span;

/// How many chunks behind a cue's verb may belong to the cue, and before it.
const BEHIND: usize = 7;
const BEFORE: usize = 2;

/// Stands for the part of speech of no token.
const NO_TAG: u32 = 63;

/// The words of a cue whose source is known, and with which chunk the content behind it begins.
pub(super) fn cue_span(
    question: &mut Question<'_, impl Decider>,
    source: Option<Stretch>,
    content: Option<ChunkId>,
) -> Span {
    let Question { view, cue, .. } = *question;
    let (analysis, group) = (view.analysis(), cue.group);
    if group.kind == CueKind::Colon {
        return analysis.span(group.head, group.head);
    }
    let chunk = analysis.chunk(group.head_chunk);
    let earlier = view
        .backwards(view.before(group.head_chunk))
        .take_while(|&chunk| {
            !source.is_some_and(|source| source.has(chunk)) && !view.is_mark(chunk)
        })
        .take(BEFORE)
        .map(|chunk| analysis.chunk(chunk).first);
    let first = question.pick(
        Stage::CueStart,
        (0..).zip(chunk.first.up_to(group.head.next()).chain(earlier)),
        |(step, first), features| describe_start(view, &cue, step, first, features),
        |(_, first)| analysis.span(first, group.head),
    );
    let first = first.map_or(group.head, |(_, first)| first);

    let source = source.map(|source| source.first);
    let ends = iter::successors(Some(group.head_chunk), |&chunk| {
        let next = view.next(chunk);
        let belongs = next != view.edge()
            && Some(next) != content
            && Some(next) != source
            && !view.is_mark(next);
        belongs.then_some(next)
    });
    let last_of = |step: u32, chunk: ChunkId| match step {
        0 => group.head,
        _ => analysis.chunk(chunk).last(),
    };
    let last = question.pick(
        Stage::CueEnd,
        (0..).zip(ends).take(BEHIND + 1),
        |(step, chunk), features| {
            let next = view.next(chunk);
            let reaches = Some(next) == content || Some(next) == source;
            let place = u32::from(reaches) << 1 | u32::from(step == 0);
            let place = (place, u32::from(content.is_some()));
            describe_end(view, &cue, step, chunk, place, features);
        },
        |(step, chunk)| analysis.span(first, last_of(step, chunk).max(first)),
    );
    let last = last.map_or(group.head, |(step, chunk)| last_of(step, chunk));
    let last = last.max(analysis.chunk(group.last_chunk).last());
    if group.first_chunk == group.head_chunk {
        return analysis.span(first, last.max(first));
    }
    // "was quoted as saying", "went on to add": the verb before belongs to it whatever its form.
    let governor = analysis.chunk(group.first_chunk).first;
    analysis.span(first.min(governor), last.max(first))
}

/// Adds what tells whether the cue begins with the token `first`.
fn describe_start(
    view: &View<'_>,
    cue: &CueView<'_>,
    step: u32,
    first: TokenId,
    features: &mut impl Features,
) {
    let CueView { group, lemma, form } = *cue;
    let analysis = view.analysis();
    let chunk = analysis.chunk(group.head_chunk);
    let tag = |token: TokenId| {
        let word = analysis.words.get(token.index());
        word.map_or(NO_TAG, |word| word.tag as u32)
    };
    let last = first.previous();
    let (inner, outer) = (tag(first), last.map_or(NO_TAG, tag));
    let beyond = u32::from(first < chunk.first);
    let head = u32::from(first == group.head) << 1 | u32::from(first == chunk.first);
    let place = head << 1 | beyond;
    features.add(T::Inside, inner, outer);
    features.add(T::Edge, inner << 6 | outer, place);
    features.add(T::InsideWord, view.word(first), place);
    features.add(T::Steps, step.min(6), place);
    features.add(T::StepsKind, form, place);
    features.add(T::Lemma, lemma, place);
    features.add(T::LemmaBefore, lemma, inner << 1 | beyond);
    features.add(
        T::OutsideWord,
        last.map_or(0, |last| view.word(last)),
        place,
    );
}

/// Adds what tells whether the cue ends with `chunk`. The `place` is whether source or content stand
/// behind, with whether the chunk is the cue's own; and whether there is content behind the cue.
fn describe_end(
    view: &View<'_>,
    cue: &CueView<'_>,
    step: u32,
    chunk: ChunkId,
    (place, side): (u32, u32),
    features: &mut impl Features,
) {
    let CueView { lemma, form, .. } = *cue;
    let next = view.next(chunk);
    if !describe_edge(view, chunk, next, features) {
        return;
    }
    let (inner, outer) = (view.code(chunk), view.code(next));
    let both = place << 1 | side;
    features.add(T::Steps, step, place);
    features.add(T::StepsLemma, lemma, step.min(1) << 2 | place);
    features.add(T::StepsKind, form << 2 | place, inner);
    features.add(T::LemmaOutside, lemma, outer << 3 | both);
    features.add(T::LemmaOutsideWord, lemma, view.first(next));
    features.add(T::KindOutside, both, inner << 6 | outer);
    features.add(T::KindWord, both, view.first(next));
    features.add(T::KindVerbs, both, view.first(chunk));
}
