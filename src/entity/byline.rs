//! Who writes "I" in an article: whoever its byline names.

use super::entities::Entities;
use super::narrator::is_of_narrator;
use super::resolution::Resolution;
use crate::analysis::Analysis;
use crate::analysis::mention::{Mention, Mentions, Nature};
use crate::ids::{EntityId, MentionId, ParagraphId};

/// Among how many paragraphs at the start a byline is looked for, and among how many mentions.
const PARAGRAPHS: usize = 4;
const MENTIONS: usize = 32;

/// Gives each "I" outside of quotations that nobody else signs to the only one whom the byline names.
pub(super) fn sign(analysis: &Analysis<'_>, mentions: &Mentions, entities: &mut Entities<'_>) {
    let Some(author) = author(analysis, mentions, entities) else {
        return;
    };
    for (number, mention) in MentionId::all(mentions.all.len()).zip(&mentions.all) {
        let is_outside = analysis.enclosing[mention.chunk.index()].is_none();
        if is_outside && is_of_narrator(analysis, mention) && entities.of_mention(number).is_none()
        {
            entities.resolve(number, author, Resolution::Narrator);
        }
    }
}

/// Whom the byline names: "By Ada Moss", and nobody beside.
fn author(
    analysis: &Analysis<'_>,
    mentions: &Mentions,
    entities: &Entities<'_>,
) -> Option<EntityId> {
    let numbered = MentionId::all(mentions.all.len()).zip(&mentions.all);
    let mut first = numbered.take(MENTIONS).take_while(|(_, mention)| {
        analysis.paragraph(mention.chunk) < ParagraphId::new(PARAGRAPHS)
    });
    let (number, _) = first.find(|(_, mention)| is_byline(analysis, mention))?;
    entities.of_mention(number)
}

/// Whether a name stands alone after the word that opens a byline.
fn is_byline(analysis: &Analysis<'_>, mention: &Mention) -> bool {
    let last = mention.end.previous().unwrap_or(mention.first);
    let span = analysis.span(mention.first, last);
    let before = analysis.text[..span.start()].rsplit('\n').next();
    let bylines = analysis.language.line_openers.bylines;
    let opens = before.is_some_and(|before| {
        let opener = before.trim();
        bylines.iter().any(|one| opener.eq_ignore_ascii_case(one))
    });
    let after = analysis.text[span.end()..].trim_start_matches(' ');
    opens
        && mention.nature == Nature::Person
        && mention.name.0.next() < mention.name.1
        && (after.is_empty() || after.starts_with(['\n', '\r', ',']))
}
