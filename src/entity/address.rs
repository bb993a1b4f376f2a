//! Names by which a line calls somebody.

use crate::analysis::mention::Mention;
use crate::analysis::{Analysis, ChunkKind};
use crate::ids::ChunkId;

/// Whether a name within a quote calls somebody: “No, Emma, …”
pub(crate) fn is_called(analysis: &Analysis<'_>, mention: &Mention) -> bool {
    let kind = |chunk: ChunkId| analysis.chunk(chunk).kind;
    let before = analysis.previous_sibling(mention.chunk).map(kind);
    let next = analysis.next_sibling(mention.chunk).map(kind);
    let edge = |kind| {
        matches!(
            kind,
            None | Some(
                ChunkKind::Comma | ChunkKind::Stop | ChunkKind::Dash | ChunkKind::Semicolon
            )
        )
    };
    let after_cry = matches!(before, Some(ChunkKind::Other | ChunkKind::Adverb));
    let comma = matches!(before, Some(ChunkKind::Comma))
        || matches!(next, Some(ChunkKind::Comma | ChunkKind::Stop));
    analysis.enclosing[mention.chunk.index()].is_some()
        && (edge(before) || after_cry)
        && edge(next)
        && (comma || before.is_none())
}
