//! The edges that contents, sources and cues may have: between two chunks.

use super::category::{Category, OTHER_CATEGORY, variant_of_two};
use super::chunk_table::ChunkTable;
use super::features::{Features, Template as T};
use crate::ids::ChunkId;

/// Adds what stands at the edge between the chunks `last` and `first`. Returns whether it can be one
/// at all; if not, no more of the candidate need be described.
#[must_use]
pub(super) fn describe_edge(
    table: &ChunkTable<'_>,
    last: ChunkId,
    first: ChunkId,
    features: &mut impl Features,
) -> bool {
    let (inner, outer) = (table.category(last), table.category(first));
    features.add(T::Inside, inner.value(), 0);
    features.add(T::Outside, outer.value(), 0);
    features.add(T::Edge, inner.value(), outer.value());
    if features.is_pruned() {
        return false;
    }
    let second = table.next(first);
    let third = table.next(second);
    let earlier = table.category(table.previous(last));
    let (outer_two, outer_three) = (table.category(second), table.category(third));
    let (inner_word, outer_word) = (table.first_word(last), table.first_word(first));
    features.add(T::OutsideWord, outer_word, outer.value());
    features.add(T::InsideWord, inner_word, inner.value());
    features.add(T::InsideHead, table.head_word(last), inner.value());
    features.add(T::OutsideHead, table.head_word(first), outer.value());
    features.add(T::OutsideTwo, outer.value(), outer_two.value());
    features.add(T::OutsideThree, outer.and(outer_two), outer_three.value());
    features.add(
        T::OutsideWordTwo,
        outer_word,
        OTHER_CATEGORY + outer_two.value(),
    );
    features.add(
        T::OutsideWordTwo,
        table.first_word(second),
        variant_of_two(outer.value(), inner.value()),
    );
    features.add(T::InsideTwo, earlier.and(inner), outer.value());
    features.add(T::EdgeWord, inner_word, outer_word);
    true
}

/// The most chunks of a content or source of each size but the last. Set by hand, each about half as wide again as the
/// one before; features are made of them, so that the weights must be fitted anew when one changes.
const MOST_CHUNKS: [u8; 8] = [0, 1, 2, 3, 6, 10, 16, 26];

/// What lies between the two ends of a content or source so far. No part has as many chunks as a byte
/// counts, and with bytes a candidate is small enough for a register.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct PassedCounts {
    chunks: u8,
    verbs: u8,
    commas: u8,
    quotes: u8,
}

impl PassedCounts {
    /// These and one chunk more.
    pub(super) fn with(mut self, table: &ChunkTable<'_>, chunk: ChunkId) -> PassedCounts {
        let category = table.category(chunk);
        self.chunks += 1;
        self.verbs += u8::from(category.is_finite());
        self.commas += u8::from(category == Category::Comma);
        self.quotes += u8::from(category == Category::Quote);
        self
    }

    /// How many finite verbs there are.
    pub(super) fn verbs(self) -> u32 {
        self.verbs.into()
    }

    pub(super) fn commas(self) -> u32 {
        self.commas.into()
    }

    pub(super) fn quotes(self) -> u32 {
        self.quotes.into()
    }

    /// The number of chunks, the less exact the more they are.
    pub(super) fn size(self) -> u32 {
        let passed = MOST_CHUNKS.iter().filter(|&&most| self.chunks > most);
        passed.count() as u32
    }
}
