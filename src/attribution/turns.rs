//! Questions and answers that stand in paragraphs of their own: “Why?” Moss asked. Then: “I was late.”

use super::input::AttributionInput;
use super::quote_position::QuotePosition;
use crate::entity::Entities;
use crate::ids::{EntityId, MentionId, ParagraphId};
use crate::quote::QuoteId;

/// The last two who spoke, each in a paragraph of their own.
#[derive(Debug, Default)]
pub(super) struct Turns {
    last: Option<Turn>,
    before: Option<Turn>,
}

#[derive(Clone, Copy, Debug)]
struct Turn {
    entity: EntityId,
    mention: MentionId,
    /// Whether it ends in a question.
    asks: bool,
    paragraph: ParagraphId,
}

impl Turns {
    /// Remembers who speaks a quote of narration's level.
    pub(super) fn enter(
        &mut self,
        input: &AttributionInput<'_>,
        entities: &Entities<'_>,
        quote: QuoteId,
        mention: Option<MentionId>,
    ) {
        let analysis = input.analysis;
        let (_, closing) = analysis.quote_chunks[quote.index()];
        if analysis.quotes[quote.index()].depth() > 0 {
            return;
        }
        let paragraph = analysis.paragraph(closing);
        let turn = mention.and_then(|mention| {
            Some(Turn {
                entity: entities.of_mention(mention)?,
                mention,
                asks: asks(input, quote),
                paragraph,
            })
        });
        if self.last.is_some_and(|last| last.paragraph != paragraph) {
            self.before = self.last;
        }
        self.last = turn;
    }

    /// Whose turn a quote is that is all of its paragraph: of the other of two who spoke in the paragraphs right before, if
    /// the last asked or the other asks again.
    pub(super) fn next(
        &self,
        input: &AttributionInput<'_>,
        position: &QuotePosition,
    ) -> Option<MentionId> {
        let (last, before) = (self.last?, self.before?);
        let here = input.analysis.paragraph(position.opening);
        let is_exchange = last.paragraph.next() == here
            && before.paragraph.next() == last.paragraph
            && before.entity != last.entity
            && position.is_alone(input);
        let is_other = last.asks || before.asks && asks(input, position.quote);
        (is_exchange && is_other).then_some(before.mention)
    }
}

/// Whether the words in marks end in a question.
fn asks(input: &AttributionInput<'_>, quote: QuoteId) -> bool {
    let last = input.analysis.last_within(quote);
    last.is_some_and(|last| input.analysis.token_text(last).starts_with('?'))
}
