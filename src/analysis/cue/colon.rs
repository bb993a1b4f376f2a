//! What stands before colons: whom they lead in, and what is no speaker.

use std::iter;

use smallvec::SmallVec;

use crate::analysis::{Analysis, ChunkKind, Tag};
use crate::ids::ChunkId;
use crate::language::Class;

/// Whether what stands before a colon is a day or what notes are headed with: "Monday: closed", "Note: …".
pub(crate) fn labels_nobody(analysis: &Analysis<'_>, noun: ChunkId) -> bool {
    let noun = analysis.chunk(noun);
    let head = analysis.token_text(noun.head);
    let headings = analysis.language.transcripts.no_speakers;
    noun.first == noun.head
        && (analysis.word(noun.head).is(Class::Weekday)
            || headings.iter().any(|word| head.eq_ignore_ascii_case(word)))
}

/// How many chunks a line has that leads in a quotation.
const LONGEST_LEAD_IN: usize = 10;

/// Whether a colon ends its paragraph after nothing but a name and what tells of it, and the next one begins with
/// a quote: "And this from Ms. Berg, our treasurer:"
pub(super) fn leads_in(analysis: &Analysis<'_>, colon: ChunkId, last: ChunkId) -> bool {
    let kind = |chunk: ChunkId| analysis.chunk(chunk).kind;
    let is_name = |chunk: ChunkId| {
        kind(chunk) == ChunkKind::NounPhrase && analysis.head_word(chunk).tag == Tag::Name
    };
    let line = iter::once(last).chain(analysis.siblings_before(last));
    let line: SmallVec<[ChunkId; LONGEST_LEAD_IN]> = line.take(LONGEST_LEAD_IN).collect();
    let begins = line
        .last()
        .is_some_and(|&first| analysis.previous_sibling(first).is_none());
    let leads = |chunk: ChunkId| match kind(chunk) {
        ChunkKind::Preposition | ChunkKind::Coordinator | ChunkKind::Adverb => true,
        // "this"
        _ => analysis.head_word(chunk).is(Class::Determiner),
    };
    let name = line.iter().rev().find(|&&chunk| !leads(chunk));
    let next = analysis.chunks.get(colon.index() + 1);
    begins
        && name.is_some_and(|&name| is_name(name))
        && next.is_some_and(|next| matches!(next.kind, ChunkKind::Opening(_)))
}
