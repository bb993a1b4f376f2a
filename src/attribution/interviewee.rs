//! Who answers in an interview that labels its speeches by letters: "Q:", "A:".

use super::input::AttributionInput;
use super::quoted::letter_before;
use crate::analysis::mention::Nature;
use crate::entity::Entities;
use crate::ids::{EntityId, MentionId};
use crate::quote::QuoteId;

/// How many mentions before the first question are looked at.
const INTRODUCTION: usize = 64;

/// Whom an interview is with, once it is asked.
#[derive(Debug, Default)]
pub(super) struct Interview {
    with: Option<Option<MentionId>>,
}

impl Interview {
    /// Whoever gives an answer that only a letter labels.
    pub(super) fn answerer(
        &mut self,
        input: &AttributionInput<'_>,
        entities: &Entities<'_>,
        quote: QuoteId,
    ) -> Option<MentionId> {
        let letter = letter_before(input, quote)?;
        let [_, answers @ ..] = input.analysis.language.transcripts.questions_and_answers else {
            return None;
        };
        if !answers.contains(&letter) {
            return None;
        }
        let first = || {
            let mut all = QuoteId::all(input.analysis.quotes.len());
            all.find(|&quote| letter_before(input, quote).is_some())
        };
        *self
            .with
            .get_or_insert_with(|| introduced(input, entities, first()?))
    }
}

/// The only person whom a text names before a quote, or the only one in its first paragraph.
fn introduced(
    input: &AttributionInput<'_>,
    entities: &Entities<'_>,
    quote: QuoteId,
) -> Option<MentionId> {
    let analysis = input.analysis;
    let (opening, _) = analysis.quote_chunks[quote.index()];
    let mut named: Option<(EntityId, MentionId)> = None;
    let mut of_heading = None;
    let mut is_only = true;
    for id in MentionId::all(input.mentions.all.len()).take(INTRODUCTION) {
        let mention = input.mention(id);
        if mention.chunk >= opening {
            break;
        }
        let Some(entity) = entities.of_mention(id).filter(|_| mention.is_named()) else {
            continue;
        };
        if entities.get(entity).nature != Nature::Person {
            continue;
        }
        match named {
            None => named = Some((entity, id)),
            Some((known, _)) => is_only &= known == entity,
        }
        if analysis.paragraph(mention.chunk) == analysis.paragraph_of[0] && is_only {
            of_heading = named;
        }
    }
    let (_, id) = if is_only { named? } else { of_heading? };
    Some(id)
}
