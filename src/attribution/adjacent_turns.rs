//! Lines of speech that stand side by side, with nothing between them: “Mine!” “No, mine!” said Tom. Each is another's.

use super::candidate::Candidate;
use super::input::AttributionInput;
use super::spoken::is_spoken;
use crate::analysis::ChunkKind;
use crate::ids::ChunkId;
use crate::quote::QuoteId;

/// The lines of speech right before and right after a quote.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct AdjacentTurns {
    /// The closing mark of the one before.
    before: Option<ChunkId>,
    /// The opening mark of the one after.
    after: Option<ChunkId>,
}

impl AdjacentTurns {
    pub(super) fn of(input: &AttributionInput<'_>, quote: QuoteId) -> AdjacentTurns {
        let analysis = input.analysis;
        let (opening, closing) = analysis.quote_chunks[quote.index()];
        let is_turn = |quote: QuoteId| {
            let known = &analysis.quotes[quote.index()];
            known.style().has_marks() && known.is_closed() && is_spoken(input, quote)
        };
        if !is_turn(quote) {
            return AdjacentTurns::default();
        }
        let paragraph = analysis.paragraph(opening);
        let is_beside = |turn: QuoteId, mark: ChunkId| {
            analysis.quotes[turn.index()].parent == analysis.quotes[quote.index()].parent
                && analysis.paragraph(mark) == paragraph
                && is_turn(turn)
        };
        let kind = |chunk: ChunkId| analysis.chunks.get(chunk.index()).map(|chunk| chunk.kind);
        let closes = |&mark: &ChunkId| match kind(mark) {
            Some(ChunkKind::Closing(turn)) => is_beside(turn, mark),
            _ => false,
        };
        let opens = |&mark: &ChunkId| match kind(mark) {
            Some(ChunkKind::Opening(turn)) => is_beside(turn, mark),
            _ => false,
        };
        AdjacentTurns {
            before: opening.previous().filter(closes),
            after: Some(closing.next()).filter(opens),
        }
    }

    /// Whether a candidate is left when those are taken away that speak the lines beside the quote.
    pub(super) fn leave(self, input: &AttributionInput<'_>, candidate: &Candidate) -> bool {
        let cue = candidate.cue.map(|cue| input.cue(cue).head_chunk);
        cue.is_none_or(|cue| {
            self.before.is_none_or(|before| cue > before)
                && self.after.is_none_or(|after| cue < after)
        })
    }

    pub(super) fn has_any(self) -> bool {
        self.before.is_some() || self.after.is_some()
    }

    /// Whether the quote may go on what the one before began.
    pub(super) fn may_go_on(self) -> bool {
        self.before.is_none()
    }
}
