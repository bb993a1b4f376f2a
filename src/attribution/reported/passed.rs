//! What stands between a cue and its content.

use super::category::Category;
use super::chunk_table::ChunkTable;
use crate::ids::ChunkId;

/// More chunks than this between a cue and its content are not told apart.
const MOST_CHUNKS: u32 = 6;

/// The chunks between a cue and where its content may begin: how many, and of which sorts. Between "told" and
/// "that" of "told them on Monday that" there are three, a noun, a preposition and a time.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Passed {
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
    /// How many sorts there are.
    const SORTS: u32 = 6;

    /// These and one chunk more; the source begins with the chunk `source`.
    pub(super) fn with(
        self,
        table: &ChunkTable<'_>,
        chunk: ChunkId,
        source: Option<ChunkId>,
    ) -> Passed {
        use Category::*;
        let sort = match table.category(chunk) {
            _ if source == Some(chunk) => Passed::SOURCE,
            Time => Passed::TIME,
            Comma | Colon => Passed::COMMA,
            Preposition | Dative | Genitive | Agent => Passed::PREPOSITION,
            Complementizer | Wh | Subordinator => Passed::CLAUSE,
            Pronoun | Name | Noun | Quantity | Speaker | ReportNoun => Passed::NOUN,
            _ => 0,
        };
        Passed {
            chunks: self.chunks + 1,
            sorts: self.sorts | sort,
        }
    }

    /// The value of a feature that is all of it.
    pub(super) fn value(self) -> u32 {
        self.chunks.min(MOST_CHUNKS) << Passed::SORTS | self.sorts
    }
}
