//! Whether words in marks are speech.

use super::input::AttributionInput;
use crate::analysis::ChunkKind;
use crate::ids::ChunkId;
use crate::quote::{QuoteId, QuoteKind};

/// Whether a quote is speech: by its form, or since it ends with the comma of a reporting clause where a sentence or a
/// clause begins with it: and “it floats,” said Ida. But: On “Morning Talk,” Ida said it floats.
pub(super) fn is_spoken(input: &AttributionInput<'_>, quote: QuoteId) -> bool {
    let analysis = input.analysis;
    let (opening, closing) = analysis.quote_chunks[quote.index()];
    let kind = |chunk: ChunkId| analysis.chunk(chunk).kind;
    let begins_clause = || {
        let Some(before) = analysis.previous_sibling(opening) else {
            return true;
        };
        match kind(before) {
            ChunkKind::Semicolon | ChunkKind::Stop => true,
            // Not the second of two titles: “Low Tide” and “High Tide,”
            ChunkKind::Coordinator => {
                analysis
                    .previous_sibling(before)
                    .is_some_and(|joined| match kind(joined) {
                        ChunkKind::Opening(quote) => {
                            analysis.quotes[quote.index()].kind() == QuoteKind::Speech
                        }
                        _ => true,
                    })
            }
            _ => false,
        }
    };
    let last = || analysis.chunk(closing).first.previous();
    let ends_with_comma = || last().is_some_and(|last| analysis.token_text(last) == ",");
    analysis.quotes[quote.index()].kind() == QuoteKind::Speech
        || begins_clause() && ends_with_comma()
}
