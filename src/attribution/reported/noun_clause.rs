//! Nouns that surely report: "Ms. Finn's claim that", "a warning by the coast guard that".

use super::category::Category;
use super::chunk_table::ChunkTable;
use super::cues::CueFeatures;
use crate::ids::{ChunkId, MentionId};
use crate::kinds::CueKind;

/// How many chunks after a noun the clause that it reports may begin.
const FARTHEST: usize = 5;
/// How probable such a report is. Half of it and 0.97 leave all scores of PolNeAR's development part within a tenth.
pub(super) const CONFIDENCE: f32 = 0.8;

/// The source of a noun that has one and a clause with "that" after it.
pub(super) fn source(table: &ChunkTable<'_>, cue: &CueFeatures<'_>) -> Option<MentionId> {
    if cue.candidate.kind != CueKind::Noun {
        return None;
    }
    let input = table.input;
    let noun = cue.candidate.head_chunk;
    let next = table.next(noun);
    let source = match table.category(next) {
        Category::Complementizer if begins_clause(table, next) => {
            input.mentions.possessor_of(noun)?
        }
        _ => {
            let first = table.analysis().chunk(next).first;
            let before_source = table.analysis().language.sources.before_source;
            let chunk = table.next(next);
            let is_before = next != table.edge()
                && table.analysis().word(first).is_one_of(before_source)
                && begins_clause(table, table.next(chunk));
            is_before.then(|| input.mentions.of_chunk(chunk))??
        }
    };
    let mention = input.mention(source);
    (mention.is_named() || mention.nature.can_speak()).then_some(source)
}

/// Whether a clause with "that" begins with a chunk or soon after it, within what belongs to the noun before.
fn begins_clause(table: &ChunkTable<'_>, chunk: ChunkId) -> bool {
    let mut chunks = table.onwards(chunk).take(FARTHEST);
    let after = chunks.find(|&chunk| {
        !matches!(
            table.category(chunk),
            Category::Preposition
                | Category::Genitive
                | Category::Name
                | Category::Noun
                | Category::Time
        )
    });
    // "Her claim that he lied", but not "her claim that won the case".
    after.is_some_and(|chunk| {
        table.category(chunk) == Category::Complementizer
            && !table.category(table.next(chunk)).is_finite()
    })
}
