//! The edges that contents, sources and cues may have: between two chunks.

use super::features::{Features, Template as T};
use super::view::{View, code};
use crate::ids::ChunkId;

/// Adds what stands at an edge. Returns whether it can be one at all; if not, no more of the
/// candidate need be described.
#[must_use]
pub(super) fn describe_edge(
    view: &View<'_>,
    last: ChunkId,
    first: ChunkId,
    features: &mut impl Features,
) -> bool {
    let (inner, outer) = (view.code(last), view.code(first));
    features.add(T::Inside, inner, 0);
    features.add(T::Outside, outer, 0);
    features.add(T::Edge, inner, outer);
    if features.is_hopeless() {
        return false;
    }
    let second = view.next(first);
    let third = view.next(second);
    let earlier = view.before(last);
    let (o2, o3) = (view.code(second), view.code(third));
    features.add(T::OutsideWord, view.first(first), outer);
    features.add(T::InsideWord, view.first(last), inner);
    features.add(T::InsideHead, view.head(last), inner);
    features.add(T::OutsideHead, view.head(first), outer);
    features.add(T::OutsideTwo, outer, o2);
    features.add(T::OutsideThree, outer << 6 | o2, o3);
    features.add(T::OutsideWordTwo, view.first(first), 64 + o2);
    features.add(T::OutsideWordTwo, view.first(second), outer << 12 | inner);
    features.add(T::InsideTwo, view.code(earlier) << 6 | inner, outer);
    features.add(T::EdgeWord, view.first(last), view.first(first));
    true
}

/// What lies between the two ends of a content or source so far.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Tally {
    chunks: u32,
    pub(super) verbs: u32,
    pub(super) commas: u32,
    pub(super) quotes: u32,
}

impl Tally {
    /// This and one chunk more.
    pub(super) fn with(mut self, view: &View<'_>, chunk: ChunkId) -> Tally {
        self.chunks += 1;
        match view.code(chunk) {
            code::FINITE | code::BE | code::MODAL | code::REPORT => self.verbs += 1,
            code::COMMA => self.commas += 1,
            code::QUOTE => self.quotes += 1,
            _ => {}
        }
        self
    }

    /// The number of chunks, the less exact the more they are.
    pub(super) fn size(self) -> u32 {
        match self.chunks {
            0..=3 => self.chunks,
            4..=6 => 4,
            7..=10 => 5,
            11..=16 => 6,
            17..=26 => 7,
            _ => 8,
        }
    }
}
