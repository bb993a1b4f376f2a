//! Which chunks make a clause, which of its verbs report, and where a clause that is a subject ends.

use super::category::Category;
use super::chunk_table::{ChunkTable, LONGEST_SENTENCE};
use super::cues::CueFeatures;
use crate::analysis::{ChunkKind, VerbForm};
use crate::ids::ChunkId;
use crate::kinds::CueKind;
use crate::language::{Class, Facts, Frame, Frames};

/// Where the clause of a noun ends, if the verb follows of whose subject both are a part: "The claim that the
/// mill was insolvent| was denied".
pub(super) fn end_of_noun_clause(
    table: &ChunkTable<'_>,
    cue: &CueFeatures<'_>,
    start: ChunkId,
) -> Option<ChunkId> {
    if cue.candidate.kind != CueKind::Noun {
        return None;
    }
    end_of_subject_clause(table, start)
}

/// Where a clause with "that" ends, if the verb follows of whose subject it is a part.
pub(super) fn end_of_subject_clause(table: &ChunkTable<'_>, start: ChunkId) -> Option<ChunkId> {
    if table.category(start) != Category::Complementizer {
        return None;
    }
    let mut has_verb = false;
    let after = table.onwards(table.next(start));
    for chunk in after.take(LONGEST_SENTENCE) {
        let first = table.analysis().chunk(chunk).first;
        match table.category(chunk) {
            category if category.is_finite() && has_verb => return Some(table.previous(chunk)),
            category if category.is_finite() => has_verb = true,
            // Another clause may begin here, with a verb of its own.
            Category::Comma
            | Category::Coordinator
            | Category::Dash
            | Category::Wh
            | Category::Complementizer
            | Category::Quote => return None,
            _ if table.analysis().word(first).is(Class::Subordinator) => return None,
            _ => {}
        }
    }
    None
}

pub(super) fn is_noun(table: &ChunkTable<'_>, chunk: ChunkId) -> bool {
    chunk != table.edge() && table.analysis().chunk(chunk).kind == ChunkKind::NounPhrase
}

/// Whether a noun phrase and a finite verb begin with a chunk.
pub(super) fn is_clause(table: &ChunkTable<'_>, chunk: ChunkId) -> bool {
    let subject = table.skip_adverbs(chunk);
    let verb = table.skip_adverbs(table.next(subject));
    let is_finite = match table.category(verb) {
        // A regular verb at the end of a sentence: "nobody moved."
        Category::Participle => matches!(
            table.category(table.next(verb)),
            Category::Stop | Category::Edge
        ),
        category => category.is_finite(),
    };
    is_noun(table, subject) && is_finite
}

/// Whether a chunk is a verb in a form that hardly ever does anything but report.
pub(super) fn is_reporting_verb(table: &ChunkTable<'_>, chunk: ChunkId, form: VerbForm) -> bool {
    const SURE: Frames = Frames::of(&[Frame::Strong, Frame::ObjectComplement, Frame::As]);
    verb(table, chunk, form).is_some_and(|facts| facts.frames.any(SURE))
}

/// The facts of a verb in a form that reports, and does little else.
pub(super) fn verb(table: &ChunkTable<'_>, chunk: ChunkId, form: VerbForm) -> Option<Facts> {
    let analysis = table.analysis();
    let is_verb = chunk != table.edge() && analysis.chunk(chunk).kind == ChunkKind::VerbGroup(form);
    let facts = is_verb.then(|| analysis.head_word(chunk).facts)?;
    (facts.is(Class::Report) && !facts.takes(Frame::Weak)).then_some(facts)
}
