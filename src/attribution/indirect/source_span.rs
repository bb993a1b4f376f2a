//! From where to where the source of a cue reaches: "the mayor of Bergen, a former teacher".

use std::iter;

use super::cues::CueView;
use super::edge::{Tally, describe_edge};
use super::features::{Features, Template as T};
use super::question::Question;
use super::view::{Stretch, View, code};
use super::{Decider, Stage};
use crate::ids::{ChunkId, MentionId};
use crate::span::Span;

/// How many chunks of a source may stand behind its noun, and before it.
const BEHIND: usize = 16;
const BEFORE: usize = 4;

/// The chunks and the words of a source, by its number among the mentions.
pub(super) fn source_span(
    question: &mut Question<'_, impl Decider>,
    mention: MentionId,
) -> (Stretch, Span) {
    let Question { view, cue, .. } = *question;
    let mention = &view.scene.mentions.all[mention.index()];
    let noun = mention.chunk;
    if mention.possessor {
        let last = mention.end.previous().unwrap_or(mention.first);
        let own = view.analysis().span(mention.first, last.max(mention.head));
        let stretch = Stretch {
            first: noun,
            last: noun,
        };
        return (stretch, own);
    }
    let belongs = |chunk: &ChunkId| {
        let of_cue = (cue.group.first_chunk..=cue.group.last_chunk).contains(chunk);
        let ends = [code::STOP, code::SEMICOLON, code::COLON, code::EDGE];
        !of_cue && !ends.contains(&view.code(*chunk))
    };

    let starts = iter::successors(Some(noun), |&chunk| {
        Some(view.before(chunk)).filter(belongs)
    });
    let first = question.pick(
        Stage::SourceStart,
        (0..).zip(starts).take(BEFORE + 1),
        |(step, first), features| describe_start(view, &cue, noun, first, step, features),
        |(_, first)| view.span(first, noun),
    );
    let first = first.map_or(noun, |(_, first)| first);

    let end = End {
        chunk: noun,
        step: 0,
        tally: Tally::default(),
    };
    let ends = iter::successors(Some(end), |end| {
        let chunk = Some(view.next(end.chunk)).filter(belongs)?;
        Some(End {
            chunk,
            step: end.step + 1,
            tally: end.tally.with(view, chunk),
        })
    });
    let last = question.pick(
        Stage::SourceEnd,
        ends.take(BEHIND).filter(|end| !view.is_mark(end.chunk)),
        |end, features| describe_end(view, &cue, noun, end, features),
        |end| view.span(first, end.chunk),
    );
    let last = last.map_or(noun, |end| end.chunk);
    (Stretch { first, last }, view.span(first, last))
}

fn describe_start(
    view: &View<'_>,
    cue: &CueView<'_>,
    noun: ChunkId,
    first: ChunkId,
    step: u32,
    features: &mut impl Features,
) {
    let before = view.before(first);
    if !describe_edge(view, before, first, features) {
        return;
    }
    let beside = u32::from(before == cue.group.last_chunk);
    let kinds = view.code(noun) << 6 | view.code(first);
    features.add(T::Steps, step, beside);
    features.add(T::StepsKind, step.min(1), kinds);
}

/// Where a source may end.
#[derive(Clone, Copy, Debug)]
struct End {
    chunk: ChunkId,
    /// How far behind its noun that is.
    step: u32,
    /// What stands behind the noun.
    tally: Tally,
}

fn describe_end(
    view: &View<'_>,
    cue: &CueView<'_>,
    noun: ChunkId,
    end: End,
    features: &mut impl Features,
) {
    let End { chunk, step, tally } = end;
    let next = view.next(chunk);
    if !describe_edge(view, chunk, next, features) {
        return;
    }
    let (inner, outer) = (view.code(chunk), view.code(next));
    let beside = next == cue.group.first_chunk;
    let behind = noun > cue.group.head_chunk;
    let place = u32::from(beside) << 1 | u32::from(behind);
    features.add(T::Steps, step.min(8), place);
    features.add(T::StepsKind, place, inner);
    features.add(T::KindOutside, place, inner << 6 | outer);
    features.add(T::Nature, view.code(noun) << 2 | place, outer);
    features.add(T::Commas, tally.commas.min(3), place);
    features.add(T::Verbs, tally.verbs.min(3) << 6 | outer, place);
    features.add(T::NatureOutside, view.head(noun), outer << 1 | step.min(1));
}
