//! Whether a text asserts that somebody says something, or denies it, or only thinks of it.

use super::AttributionInput;
use crate::analysis::cue::CueCandidate;
use crate::analysis::{Analysis, ChunkKind, Tag, VerbForm, Word};
use crate::ids::{ChunkId, MentionId, TokenId};
use crate::kinds::{CueKind, Modality};
use crate::language::{Class, Frame, Tags};

/// The most words of a verb group that are looked at: "could not ever possibly have been known to have" is shorter.
const LONGEST: usize = 16;

/// What a text says of a report.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Assertion {
    pub(super) negated: bool,
    pub(super) modality: Option<Modality>,
}

/// What the words of a cue and those before its source say: “never said”, “no one said”, “if she says”.
pub(super) fn of_cue(
    input: &AttributionInput<'_>,
    cue: &CueCandidate,
    source: Option<MentionId>,
) -> Assertion {
    if cue.kind != CueKind::Verb {
        return Assertion::default();
    }
    let analysis = input.analysis;
    let words = &analysis.language.assertion;
    let first = analysis.chunk(cue.first_chunk).first;
    let mut found = Assertion::default();
    let mut counterfactual = false;
    for token in first.up_to(cue.head).take(LONGEST) {
        let word = analysis.word(token);
        if word.is(Class::Negation) && word.tag != Tag::Determiner {
            found.negated = true;
        } else if word.is_one_of(words.limiting) {
            found.negated = false;
        } else if word.tag == Tag::Modal {
            counterfactual = word.is_one_of(words.counterfactual);
            found.modality = modal(analysis, word);
        } else if counterfactual && word.tag == Tag::Have {
            found.modality = Some(Modality::Possible);
        } else if words.declining.contains(&word.facts.lemma) {
            found.negated = true;
        }
    }
    found.negated |= declines_to_report(analysis, cue);
    if found.negated && found.modality != Some(Modality::Possible) {
        // “will not say” is a refusal.
        found.modality = None;
    }
    let before = analysis.previous_sibling(cue.first_chunk);
    found.negated |= before.is_some_and(|before| is_negative(analysis, before));
    if let Some(source) = source.map(|source| input.mention(source))
        && source.first < cue.head
    {
        let opening = analysis.chunk(source.chunk).first;
        found.negated |= analysis.word(opening).is(Class::Negation);
        if let Some(before) = analysis.previous_sibling(source.chunk) {
            let link = analysis.first_word(before);
            found.negated |= link.is(Class::Negation);
            if link.is_one_of(words.conditional) {
                found.modality = Some(Modality::Conditional);
            } else if link.is_one_of(words.asking) || opens_question(analysis, before) {
                found.modality = Some(Modality::Asked);
            }
        }
    }
    found
}

/// Whether a cue is a verb of declining before one of speaking: “refused to say”.
fn declines_to_report(analysis: &Analysis<'_>, cue: &CueCandidate) -> bool {
    let declining = analysis.language.assertion.declining;
    declining.contains(&cue.facts.lemma)
        && analysis.next_sibling(cue.last_chunk).is_some_and(|next| {
            let next = analysis.chunk(next);
            next.kind == ChunkKind::VerbGroup(VerbForm::Infinitive)
                && analysis.word(next.head).facts.takes(Frame::Speech)
        })
}

/// Whether a chunk before a source is an auxiliary that opens a question which yes or no answers: “Did Okoro say …?”
/// A question with “why” or “when” takes it for said.
fn opens_question(analysis: &Analysis<'_>, chunk: ChunkId) -> bool {
    if !Tags::AUXILIARIES.has(analysis.first_word(chunk).tag) {
        return false;
    }
    let before = analysis.previous_sibling(chunk);
    let is_wh = |before: ChunkId| analysis.chunk(before).kind == ChunkKind::Wh;
    let sentence = &analysis.sentences[analysis.sentence_of[chunk.index()].index()];
    let is_mark = |token: &TokenId| analysis.word(*token).tag == Tag::Mark;
    let mut ending = sentence.start.up_to(sentence.end).rev().take(LONGEST);
    !before.is_some_and(is_wh)
        && ending
            .find(|token| !is_mark(token))
            .is_some_and(|last| analysis.token_text(last).ends_with('?'))
}

/// What an auxiliary tells by itself.
fn modal(analysis: &Analysis<'_>, word: &Word) -> Option<Modality> {
    let words = &analysis.language.assertion;
    if word.is_one_of(words.possible) {
        Some(Modality::Possible)
    } else if word.is_one_of(words.future) {
        Some(Modality::Future)
    } else {
        None
    }
}

/// Whether a chunk denies what follows it: “without saying”, “no one said”.
fn is_negative(analysis: &Analysis<'_>, chunk: ChunkId) -> bool {
    analysis.first_word(chunk).is(Class::Negation)
}
