//! On which side of its cue a content lies.

use super::cues::CueView;
use super::features::{Features, Template as T};
use super::question::Question;
use super::view::{View, code};
use super::{Decider, Stage};
use crate::ids::ChunkId;
use crate::language::Frame;

/// How many chunks before a source its content's verb may stand, which bounds the work.
const FARTHEST_VERB: usize = 70;
/// The most times and places that stand in a row behind a cue.
const ADVERBIALS: usize = 3;

/// Where content is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    Before,
    Behind,
    Both,
}

impl Side {
    const ALL: [Side; 3] = [Side::Before, Side::Behind, Side::Both];
}

/// The side of a cue whose source is in the chunk `source`.
pub(super) fn side(question: &mut Question<'_, impl Decider>, source: Option<ChunkId>) -> Side {
    let Question { view, cue, .. } = *question;
    if is_preposed(view, &cue, source) {
        return Side::Before;
    }
    question.begin(Stage::Side);
    let mut sides = Side::ALL.map(|_| question.decider.candidate(Stage::Side));
    describe_sides(view, &cue, source, &mut sides);
    for features in sides {
        question.decider.enter(features, || None);
    }
    Side::ALL[question.decider.likeliest()]
}

/// Whether the content certainly stands before its source: a clause and a comma do, and behind
/// the cue nothing but who is told, times, places and another clause: "It rains, he told her on Monday."
fn is_preposed(view: &View<'_>, cue: &CueView<'_>, source: Option<ChunkId>) -> bool {
    let Some(source) = source.filter(|&source| source < cue.group.first_chunk) else {
        return false;
    };
    let comma = view.before(source);
    if view.code(comma) != code::COMMA {
        return false;
    }
    let behind = view.next(cue.group.last_chunk);
    let addressed = cue.group.facts.takes(Frame::Addressee)
        && matches!(
            view.code(behind),
            code::SPEAKER | code::NAME | code::PRONOUN
        );
    let behind = if addressed { view.next(behind) } else { behind };
    let rest = behind_adverbials(view, behind);
    let ends = match view.code(rest) {
        code::STOP | code::EDGE => true,
        code::COMMA => matches!(
            view.code(view.next(rest)),
            code::SUBORDINATOR | code::COORDINATOR | code::WH | code::ING
        ),
        _ => false,
    };
    let is_clause = || {
        view.backwards(view.before(comma))
            .take(FARTHEST_VERB)
            .any(|chunk| view.is_finite(chunk))
    };
    ends && is_clause()
}

/// The first chunk behind times and places: "although" of "said on Tuesday in Geneva, although".
fn behind_adverbials(view: &View<'_>, mut chunk: ChunkId) -> ChunkId {
    for _ in 0..ADVERBIALS {
        chunk = match view.code(chunk) {
            code::TIME | code::ADVERB | code::ASIDE => view.next(chunk),
            code::PREPOSITION | code::TO => view.next(view.next(chunk)),
            _ => break,
        };
    }
    chunk
}

/// Describes all sides at once, for they have all but their number in common.
fn describe_sides(
    view: &View<'_>,
    cue: &CueView<'_>,
    source: Option<ChunkId>,
    sides: &mut [impl Features; Side::ALL.len()],
) {
    let CueView { group, lemma, form } = *cue;
    let next = view.next(group.last_chunk);
    let second = view.next(next);
    let first = match source {
        Some(chunk) if chunk < group.first_chunk => chunk,
        _ => group.first_chunk,
    };
    let behind = source.filter(|&chunk| chunk > group.first_chunk);
    let beyond = behind.map_or(view.edge(), |chunk| view.next(chunk));
    let before = view.before(first);
    let earlier = view.before(before);
    let (n1, n2) = (view.code(next), view.code(second));
    let (b1, b2) = (view.code(before), view.code(earlier));
    let place = match source {
        None => 0,
        Some(chunk) if chunk > group.first_chunk => 1,
        Some(chunk) if view.next(chunk) == group.first_chunk => 2,
        Some(_) => 3,
    };
    for (side, features) in (0..).zip(&mut *sides) {
        features.add(T::Side, side, 0);
    }
    let mut add = |template: T, first: u32, second: u32| {
        for (side, features) in (0..).zip(&mut *sides) {
            features.add(template, first, second << 3 | side);
        }
    };
    add(T::SideLemma, lemma, 0);
    add(T::SideLemma, lemma, 1 + n1);
    add(T::SideLemma, lemma, 64 + b1);
    add(T::SideNext, n1, n2);
    add(T::SideNext, view.first(next), 64);
    add(T::SideNext, view.first(next), 65 + n2);
    add(T::SideBefore, b1, b2);
    add(T::SideBefore, b1 << 6 | b2, 64 + n1);
    add(T::SideBefore, view.first(before), 1 << 8 | place);
    add(T::SideSource, place, n1);
    add(T::SideSource, place, 64 + b1);
    add(T::SideSource, place << 6 | b1, 128 + n1);
    add(T::SideSource, 1 << 12 | b1, view.code(beyond));
    add(T::SideSource, 2 << 12 | place, view.code(beyond));
    add(T::SideSource, 3 << 12 | n1, view.code(beyond));
    let rest = if behind.is_some() { beyond } else { next };
    let rest = view.code(behind_adverbials(view, rest));
    add(T::SideSource, 4 << 12 | b1, rest);
    add(T::SideSource, 5 << 12 | b1 << 6 | place, rest);
    add(T::SideFrame, cue.frames(), n1);
    add(T::SideFrame, form, 1 << 10);
    add(T::SideFrame, form, 1 << 11 | n1);
    add(T::SideFrame, form, 1 << 12 | b1);
}
