//! Speech that narration between dashes interrupts: “It will be our”—she leaned closer—“secret.”

use super::input::AttributionInput;
use crate::analysis::ChunkKind;
use crate::analysis::mention::Nature;
use crate::ids::{ChunkId, MentionId};

/// The most chunks of narration between dashes that interrupts a line.
const LONGEST: usize = 16;

/// How probable it is that who acts in the interruption speaks. Set by hand.
pub(super) const CONFIDENCE: f32 = 0.9;

/// The opening mark after narration between dashes, which begins right after a closing mark.
pub(super) fn resumption(input: &AttributionInput<'_>, closing: ChunkId) -> Option<ChunkId> {
    let analysis = input.analysis;
    let is_dash = |chunk: ChunkId| analysis.chunk(chunk).kind == ChunkKind::Dash;
    let dash = analysis
        .next_sibling(closing)
        .filter(|&dash| is_dash(dash))?;
    let mut last = analysis.next_sibling(dash)?;
    for _ in 0..LONGEST {
        let next = analysis.next_sibling(last)?;
        if matches!(analysis.chunk(next).kind, ChunkKind::Opening(_)) {
            return is_dash(last).then_some(next);
        }
        last = next;
    }
    None
}

/// Who acts in the narration between dashes after a closing mark: it is hardly ever anybody else than
/// who speaks. Of a voice or a hand, whose it is: “It was”—and here Ada's voice broke—“mine.”
pub(super) fn interrupter(input: &AttributionInput<'_>, closing: ChunkId) -> Option<MentionId> {
    let analysis = input.analysis;
    let dash = analysis.next_sibling(closing)?;
    let kind = |chunk: ChunkId| analysis.chunk(chunk).kind;
    let acts = |subject: &ChunkId| {
        let mut after = analysis.siblings_after(*subject);
        let verb = after.find(|&chunk| kind(chunk) != ChunkKind::Adverb);
        verb.is_some_and(|verb| matches!(kind(verb), ChunkKind::VerbGroup(_)))
    };
    let leads = |chunk: &ChunkId| {
        matches!(
            kind(*chunk),
            ChunkKind::Coordinator
                | ChunkKind::Adverb
                | ChunkKind::Preposition
                | ChunkKind::Comma
                | ChunkKind::NounPhrase
        )
    };
    let within = analysis.siblings_after(dash).take(LONGEST);
    let subject = within
        .take_while(leads)
        .filter(|&chunk| kind(chunk) == ChunkKind::NounPhrase)
        .find(acts)
        .or_else(|| analysis.next_sibling(dash))?;
    let mention = input.mentions.of_chunk(subject)?;
    let is_thing = input.mention(mention).nature == Nature::Thing;
    let owner = input.mentions.possessor_of(subject).filter(|_| is_thing);
    Some(owner.unwrap_or(mention))
}
