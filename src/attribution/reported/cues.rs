//! The cues that are decided about: every verb by itself, nouns that report, phrases, colons.

use super::category::Category;
use super::chunk_table::ChunkTable;
use crate::analysis::cue::{CueCandidate, is_passive};
use crate::analysis::{Analysis, ChunkKind, Tag, VerbForm};
use crate::ids::ChunkId;
use crate::kinds::CueKind;
use crate::language::{Class, Frame};

/// A cue as features see it.
#[derive(Clone, Copy, Debug)]
pub(super) struct CueFeatures<'c> {
    pub(super) candidate: &'c CueCandidate,
    /// The value of a feature that is its head, of a verb its lemma.
    pub(super) lemma: u32,
    /// The value of a feature that is its kind, the form of its verb, and whether it is passive.
    pub(super) form: u32,
}

impl<'c> CueFeatures<'c> {
    pub(super) fn of(table: &ChunkTable<'_>, candidate: &'c CueCandidate) -> CueFeatures<'c> {
        let passive = u32::from(candidate.passive);
        CueFeatures {
            candidate,
            lemma: table.head_word(candidate.head_chunk),
            form: 1 + candidate.kind as u32 * 8 + candidate.form as u32 * 2 + passive,
        }
    }

    /// The value of a feature that is all frames that matter to what the cue's content looks like.
    pub(super) fn frames(&self) -> u32 {
        use Frame::*;
        let frames = [
            That, Question, To, ObjectTo, Object, As, About, Addressee, Strong, After,
        ];
        let bits = |bits: u32, &frame| bits << 1 | u32::from(self.candidate.facts.takes(frame));
        frames.iter().rev().fold(0, bits) + 1
    }
}

/// The cue that a chunk of narration may be. Within quotation marks nothing is decided: who quotes
/// somebody who reports somebody is hardly ever annotated. `known` are the cues of the text from
/// some chunk before on; those that are passed are left out for the next chunk.
#[inline]
pub(super) fn cue(
    table: &ChunkTable<'_>,
    chunk: ChunkId,
    known: &mut &[CueCandidate],
) -> Option<CueCandidate> {
    let analysis = table.analysis();
    if analysis.enclosing[chunk.index()].is_some() {
        return None;
    }
    match analysis.chunk(chunk).kind {
        ChunkKind::VerbGroup(form) => verb(table, chunk, form),
        ChunkKind::NounPhrase => noun(analysis, chunk),
        ChunkKind::Preposition | ChunkKind::Subordinator | ChunkKind::Colon => {
            let passed = known
                .iter()
                .take_while(|cue| cue.head_chunk < chunk)
                .count();
            *known = &known[passed..];
            known.first().filter(|cue| cue.head_chunk == chunk).copied()
        }
        _ => None,
    }
}

/// A verb, if it is known to report or a feature can name it, or if it stands before a clause.
fn verb(table: &ChunkTable<'_>, id: ChunkId, form: VerbForm) -> Option<CueCandidate> {
    let analysis = table.analysis();
    let chunk = analysis.chunk(id);
    let facts = analysis.word(chunk.head).facts;
    let is_candidate = facts.is(Class::Report)
        || table.head_word(id) != 0
        || matches!(
            table.category(table.next(id)),
            Category::Complementizer | Category::Quote
        );
    is_candidate.then(|| CueCandidate {
        kind: CueKind::Verb,
        first_chunk: id,
        last_chunk: id,
        head_chunk: id,
        head: chunk.head,
        facts,
        form,
        passive: is_passive(analysis, chunk),
        has_particle: false,
    })
}

fn noun(analysis: &Analysis<'_>, id: ChunkId) -> Option<CueCandidate> {
    let chunk = analysis.chunk(id);
    let word = analysis.word(chunk.head);
    if !word.is(Class::ReportNoun) || word.tag != Tag::Noun {
        return None;
    }
    let next = analysis.chunk(analysis.next_sibling(id)?);
    let reports = match next.kind {
        ChunkKind::Colon
        | ChunkKind::Opening(_)
        | ChunkKind::Preposition
        | ChunkKind::Subordinator => true,
        ChunkKind::VerbGroup(form) => {
            form == VerbForm::Infinitive || analysis.word(next.head).tag == Tag::Be
        }
        _ => false,
    };
    let cue = CueCandidate::without_verb(CueKind::Noun, id, chunk.head, word.facts);
    reports.then_some(cue)
}
