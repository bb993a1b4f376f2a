//! How much each entity is on the reader's mind.

use crate::analysis::mention::Mention;
use crate::analysis::{Analysis, ChunkKind};
use crate::ids::{ChunkId, EntityId, SentenceId};
use crate::kinds::MentionKind;
use crate::language::{Class, Frame};

/// How much of its salience a mention keeps from one sentence to the next. 88.4 names in a hundred are right with this in
/// PolNeAR's development part, 87.2 with 0.25 and 85.4 with 0.8.
const KEPT: f32 = 0.5;
/// Entities whose salience has sunk below this are forgotten. With [`KEPT`] it bounds how many are
/// looked at for a pronoun: none is remembered for more than a dozen sentences.
const FORGOTTEN: f32 = 0.02;
/// Over so many sentences the weights sink to less than that.
const FARTHEST: usize = 16;
/// At most so many entities are remembered at once.
const REMEMBERED: usize = 48;

/// What a mention weighs by its place: as the first phrase of its clause, as the owner of a noun, behind a
/// preposition, behind a verb, and elsewhere.
const FIRST: f32 = 2.2;
const OWNER: f32 = 0.6;
const BEHIND_PREPOSITION: f32 = 0.5;
const BEHIND_VERB: f32 = 0.8;
const ELSEWHERE: f32 = 1.2;
/// What is added beside a strong reporting verb, and what is left of all within a quotation.
const SPEAKING: f32 = 0.8;
const WITHIN_QUOTE: f32 = 0.3;

/// The entities lately mentioned, with their weights.
#[derive(Debug)]
pub(super) struct Salience {
    weights: Vec<(EntityId, f32)>,
    sentence: SentenceId,
}

impl Salience {
    pub(super) fn new() -> Salience {
        Salience {
            weights: Vec::with_capacity(REMEMBERED),
            sentence: SentenceId::FIRST,
        }
    }

    /// Lets the weights sink up to a later sentence.
    pub(super) fn advance(&mut self, sentence: SentenceId) {
        let steps = sentence.index().saturating_sub(self.sentence.index());
        if steps > 0 {
            let factor = KEPT.powi(steps.min(FARTHEST) as i32);
            self.weights.retain_mut(|(_, weight)| {
                *weight *= factor;
                *weight > FORGOTTEN
            });
            self.sentence = sentence;
        }
    }

    pub(super) fn mention(&mut self, entity: EntityId, weight: f32) {
        match self.weights.iter_mut().find(|(known, _)| *known == entity) {
            Some((_, known)) => *known += weight,
            None => self.enter(entity, weight),
        }
    }

    /// Remembers an entity that is not remembered yet.
    pub(super) fn enter(&mut self, entity: EntityId, weight: f32) {
        if self.weights.len() == REMEMBERED {
            self.weights.remove(0);
        }
        self.weights.push((entity, weight));
    }

    pub(super) fn of(&self, entity: EntityId) -> f32 {
        self.iter()
            .find(|(known, _)| *known == entity)
            .map_or(0.0, |(_, weight)| weight)
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = (EntityId, f32)> {
        self.weights.iter().copied()
    }
}

/// How much a mention puts its entity on the reader's mind.
pub(super) fn weight(analysis: &Analysis<'_>, mention: &Mention) -> f32 {
    let before = analysis
        .previous_sibling(mention.chunk)
        .map(|chunk| analysis.chunk(chunk).kind);
    let mut weight = match before {
        _ if mention.possessor => OWNER,
        Some(ChunkKind::Preposition) => BEHIND_PREPOSITION,
        Some(ChunkKind::VerbGroup(_)) => BEHIND_VERB,
        None => FIRST,
        _ => ELSEWHERE,
    };
    if speaks(analysis, mention) && !mention.possessor {
        weight += SPEAKING;
    }
    if analysis.enclosing[mention.chunk.index()].is_some() {
        // Narration hardly takes up whom somebody else described.
        let is_described = !mention.is_named() && mention.kind != MentionKind::Pronoun;
        weight *= if is_described { 0.0 } else { WITHIN_QUOTE };
    }
    weight
}

/// Whether a strong reporting verb stands right beside the mention.
pub(super) fn speaks(analysis: &Analysis<'_>, mention: &Mention) -> bool {
    let is_strong = |verb| {
        let verb = analysis.chunk(verb);
        analysis.word(verb.head).facts.takes(Frame::Strong)
    };
    let mut beside = beside(analysis, mention);
    beside.any(|chunk| is_report(analysis, chunk) && is_strong(chunk))
}

/// Whether any verb that reports stands right beside the mention, or "who" behind it and a comma.
pub(super) fn reports(analysis: &Analysis<'_>, mention: &Mention) -> bool {
    let has_clause = |chunk: ChunkId| {
        let clause = analysis.next_sibling(chunk);
        analysis.chunk(chunk).kind == ChunkKind::Comma
            && clause.is_some_and(|clause| analysis.chunk(clause).kind == ChunkKind::Wh)
    };
    beside(analysis, mention).any(|chunk| is_report(analysis, chunk))
        || analysis.next_sibling(mention.chunk).is_some_and(has_clause)
}

/// Whether a chunk is a verb that reports.
pub(super) fn is_report(analysis: &Analysis<'_>, chunk: ChunkId) -> bool {
    let chunk = analysis.chunk(chunk);
    matches!(chunk.kind, ChunkKind::VerbGroup(_)) && analysis.word(chunk.head).is(Class::Report)
}

/// The chunks right behind and right before a mention.
fn beside(analysis: &Analysis<'_>, mention: &Mention) -> impl Iterator<Item = ChunkId> {
    let beside = [
        analysis.next_sibling(mention.chunk),
        analysis.previous_sibling(mention.chunk),
    ];
    beside.into_iter().flatten()
}
