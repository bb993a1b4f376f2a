//! How much each entity is on the reader's mind.

use crate::analysis::mention::{Mention, Nature};
use crate::analysis::{Analysis, ChunkKind, Tag};
use crate::ids::{ChunkId, EntityId, SentenceId};
use crate::kinds::MentionKind;
use crate::language::{Class, Frame, Shape};

/// How much of its salience a mention keeps from one sentence to the next. With 0.25, 1.2 fewer names in a hundred are
/// right in PolNeAR's development part, with 0.8 3.0 fewer.
const DECAY_PER_SENTENCE: f32 = 0.5;
/// Entities whose salience has sunk below this are forgotten. With [`DECAY_PER_SENTENCE`] it bounds how many are
/// looked at for a pronoun: none is remembered for more than a dozen sentences.
const MIN_WEIGHT: f32 = 0.02;
/// Over how many sentences the weights sink; by then all are below that.
const FARTHEST: usize = 16;
/// The most entities that are remembered at once.
const REMEMBERED: usize = 48;

/// What a mention weighs by its position: as the first phrase of its clause, as the owner of a noun, after a
/// preposition, after a verb, and elsewhere. In PolNeAR's development part, halving the first loses 0.8 % of the
/// names and doubling it 0.1 %. Doubling the last loses 0.5 %, the weight after a verb 0.2 %, the other two 0.1 %
/// each; halving any
/// of these four changes less than 0.1 %.
const FIRST: f32 = 2.2;
pub(super) const OWNER: f32 = 0.6;
const AFTER_PREPOSITION: f32 = 0.5;
const AFTER_VERB: f32 = 0.8;
const ELSEWHERE: f32 = 1.2;
/// What is added beside a strong reporting verb, and what is left of all within a quotation.
/// Doubling the first loses 0.3 % of the names there; halving either gains 0.1 %, which is one name.
const SPEAKING: f32 = 0.8;
const WITHIN_QUOTE: f32 = 0.3;
/// What is added for a person or an organisation that the text names here first, as the first phrase of a clause.
const NEWCOMER: f32 = 0.5;
/// What is left where one of many is meant, whichever it is.
const ANY: f32 = 0.3;

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
            let factor = DECAY_PER_SENTENCE.powi(steps.min(FARTHEST) as i32);
            self.weights.retain_mut(|(_, weight)| {
                *weight *= factor;
                *weight > MIN_WEIGHT
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

/// How much a mention puts its entity, which it is the first to name or not, on the reader's mind.
pub(super) fn weight(analysis: &Analysis<'_>, mention: &Mention, is_first: bool) -> f32 {
    let before = analysis
        .previous_sibling(mention.chunk)
        .map(|chunk| analysis.chunk(chunk).kind);
    let mut weight = match before {
        _ if mention.possessor => OWNER,
        Some(ChunkKind::Preposition) => AFTER_PREPOSITION,
        Some(ChunkKind::VerbGroup(_)) if is_told_by_role(analysis, mention) => FIRST,
        Some(ChunkKind::VerbGroup(_)) => AFTER_VERB,
        None => FIRST,
        Some(ChunkKind::Coordinator) if begins_sentence(analysis, mention) => FIRST,
        Some(ChunkKind::Comma) if is_after_setting(analysis, mention) => FIRST,
        _ => ELSEWHERE,
    };
    if has_strong_verb_beside(analysis, mention) && !mention.possessor {
        weight += SPEAKING;
    }
    let is_full_name = mention.name.0.next() < mention.name.1;
    let is_named = matches!(mention.nature, Nature::Person | Nature::Organisation);
    if is_first && is_full_name && before.is_none() && is_named {
        weight += NEWCOMER;
    }
    if is_any(analysis, mention) {
        weight *= ANY;
    }
    if analysis.enclosing[mention.chunk.index()].is_some() {
        // Narration hardly takes up whom somebody else described.
        let is_described = !mention.is_named() && mention.kind != MentionKind::Pronoun;
        weight *= if is_described { 0.0 } else { WITHIN_QUOTE };
    }
    weight
}

/// Whether nothing but "and" or "but" stands before a mention in its sentence.
fn begins_sentence(analysis: &Analysis<'_>, mention: &Mention) -> bool {
    let joint = analysis.previous_sibling(mention.chunk);
    joint.is_some_and(|joint| analysis.previous_sibling(joint).is_none())
}

/// How many chunks the phrase before a subject and its comma has at most.
const LONGEST_SETTING: usize = 6;

/// Whether a mention is the subject after a phrase without a verb: "On her illness, Okoro was brisk."
fn is_after_setting(analysis: &Analysis<'_>, mention: &Mention) -> bool {
    let kind = |chunk: ChunkId| analysis.chunk(chunk).kind;
    let is_verb = |chunk: ChunkId| matches!(kind(chunk), ChunkKind::VerbGroup(_));
    let is_subject = analysis.next_sibling(mention.chunk).is_some_and(is_verb);
    let mut setting = analysis
        .siblings_before(mention.chunk)
        .take(LONGEST_SETTING);
    let mut first = None;
    let is_bare = setting.all(|chunk| {
        first = Some(chunk);
        !is_verb(chunk) && !matches!(kind(chunk), ChunkKind::Opening(_))
    });
    let leads =
        |chunk| kind(chunk) == ChunkKind::Preposition && analysis.previous_sibling(chunk).is_none();
    is_subject && is_bare && first.is_some_and(leads)
}

/// Whether a name stands after "is" and tells who does what the clause begins with: "Their captain is Danny Moss".
fn is_told_by_role(analysis: &Analysis<'_>, mention: &Mention) -> bool {
    let verb = analysis.previous_sibling(mention.chunk);
    let is_be = verb.is_some_and(|verb| analysis.word(analysis.chunk(verb).head).is(Class::Be));
    let subject = verb.and_then(|verb| analysis.previous_sibling(verb));
    mention.is_named()
        && is_be
        && subject.is_some_and(|subject| {
            let head = analysis.word(analysis.chunk(subject).head);
            head.tag == Tag::Noun && head.is(Class::Person)
        })
}

/// Whether a name tells where a report was written: "KESTLE, Feb 6 -", "KESTLE (Newsline) -", "KESTLE:"
pub(super) fn is_dateline(analysis: &Analysis<'_>, mention: &Mention) -> bool {
    let sentence = analysis.sentence_of[mention.chunk.index()];
    let is_first = sentence.previous().is_none_or(|before| {
        analysis.paragraph_of[before.index()] != analysis.paragraph_of[sentence.index()]
    });
    let after = analysis.next_sibling(mention.chunk);
    mention.is_named()
        && is_first
        && analysis.word(mention.head).shape.has(Shape::ALL_CAPITALS)
        && analysis.previous_sibling(mention.chunk).is_none()
        && after.is_some_and(|after| match analysis.chunk(after).kind {
            ChunkKind::Dash | ChunkKind::Colon | ChunkKind::Aside => true,
            ChunkKind::Comma => analysis
                .next_sibling(after)
                .is_some_and(|date| analysis.word(analysis.chunk(date).first).tag == Tag::Time),
            _ => false,
        })
}

/// Whether a description means one of many, whichever it is: "each victim", "any driver".
fn is_any(analysis: &Analysis<'_>, mention: &Mention) -> bool {
    let descriptions = &analysis.language.descriptions;
    let word = analysis.word(mention.first);
    mention.nature == Nature::Person
        && mention.first < mention.head
        && !mention.is_named()
        && matches!(word.tag, Tag::Determiner | Tag::Quantifier)
        && !word.is_whole(Class::Definite)
        && !word.is_one_of(descriptions.indefinite)
        && !word.is_one_of(descriptions.pointing)
}

/// Whether a strong reporting verb stands right beside the mention.
pub(super) fn has_strong_verb_beside(analysis: &Analysis<'_>, mention: &Mention) -> bool {
    let is_strong = |verb| {
        let verb = analysis.chunk(verb);
        analysis.word(verb.head).facts.takes(Frame::Strong)
    };
    let mut beside = beside(analysis, mention);
    beside.any(|chunk| is_report(analysis, chunk) && is_strong(chunk))
}

/// Whether any verb that reports stands right beside the mention, which reaches to the `last` chunk, or "who" after it and
/// a comma.
pub(super) fn has_reporting_verb_beside(
    analysis: &Analysis<'_>,
    mention: &Mention,
    last: ChunkId,
) -> bool {
    let has_clause = |chunk: ChunkId| {
        let clause = analysis.next_sibling(chunk);
        analysis.chunk(chunk).kind == ChunkKind::Comma
            && clause.is_some_and(|clause| analysis.chunk(clause).kind == ChunkKind::Wh)
    };
    let is_adverb = |chunk: &ChunkId| analysis.chunk(*chunk).kind == ChunkKind::Adverb;
    let after = analysis.next_sibling(last);
    let after = match after.filter(is_adverb) {
        Some(also) => analysis.next_sibling(also),
        None => after,
    };
    let mut beside = after
        .into_iter()
        .chain(analysis.previous_sibling(mention.chunk));
    beside.any(|chunk| is_report(analysis, chunk)) || after.is_some_and(has_clause)
}

/// Whether a chunk is a verb that reports.
pub(super) fn is_report(analysis: &Analysis<'_>, chunk: ChunkId) -> bool {
    let chunk = analysis.chunk(chunk);
    matches!(chunk.kind, ChunkKind::VerbGroup(_)) && analysis.word(chunk.head).is(Class::Report)
}

/// The chunks right after and right before a mention.
fn beside(analysis: &Analysis<'_>, mention: &Mention) -> impl Iterator<Item = ChunkId> {
    let beside = [
        analysis.next_sibling(mention.chunk),
        analysis.previous_sibling(mention.chunk),
    ];
    beside.into_iter().flatten()
}
