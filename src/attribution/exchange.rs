//! Turns that stand side by side where two speak in one paragraph: “Why?” said Ann. “I must,” said Ben. “Liar!” “Mother!”

use super::adjacent_turns::AdjacentTurns;
use super::input::AttributionInput;
use crate::analysis::ChunkKind;
use crate::entity::Entities;
use crate::ids::{EntityId, MentionId, ParagraphId};
use crate::quote::QuoteId;

/// How probable it is that two who spoke in turn go on in turn. Set by hand.
pub(super) const CONFIDENCE: f32 = 0.8;

/// How many turns side by side are looked at for a reporting clause.
const LONGEST: usize = 4;

/// Who spoke last in a paragraph, by reporting clauses, and before.
#[derive(Debug, Default)]
pub(super) struct Exchange {
    paragraph: Option<ParagraphId>,
    last: Option<(EntityId, MentionId)>,
    other: Option<(EntityId, MentionId)>,
}

impl Exchange {
    /// Remembers who speaks a quote.
    pub(super) fn enter(
        &mut self,
        input: &AttributionInput<'_>,
        entities: &Entities<'_>,
        quote: QuoteId,
        mention: Option<MentionId>,
    ) {
        let (opening, _) = input.analysis.quote_chunks[quote.index()];
        let paragraph = Some(input.analysis.paragraph(opening));
        if paragraph != self.paragraph {
            *self = Exchange {
                paragraph,
                ..Exchange::default()
            };
        }
        let Some((entity, mention)) =
            mention.and_then(|mention| Some((entities.of_mention(mention)?, mention)))
        else {
            return;
        };
        if self.last.is_some_and(|(last, _)| last != entity) {
            self.other = self.last;
        }
        self.last = Some((entity, mention));
    }

    /// Whose turn a quote is that has no reporting clause and stands beside another that has none: that of the other of the
    /// two who spoke in its paragraph before.
    pub(super) fn next(&self, input: &AttributionInput<'_>, quote: QuoteId) -> Option<MentionId> {
        let (_, other) = self.other?;
        let analysis = input.analysis;
        let (opening, mut closing) = analysis.quote_chunks[quote.index()];
        if self.paragraph != Some(analysis.paragraph(opening))
            || !AdjacentTurns::of(input, quote).has_any()
        {
            return None;
        }
        for _ in 0..LONGEST {
            let after = closing.next();
            match analysis.chunks.get(after.index()).map(|chunk| chunk.kind) {
                Some(ChunkKind::Opening(next)) => {
                    closing = analysis.quote_chunks[next.index()].1;
                }
                _ => break,
            }
        }
        let ends = analysis.next_sibling(closing).is_none();
        ends.then_some(other)
    }
}
