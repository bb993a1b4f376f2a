//! Noun phrases in a row with "and" before the last: "Holt, Ray and Moss".

use super::{Analysis, ChunkKind, Tag};
use crate::ids::ChunkId;
use crate::language::Class;

/// How many noun phrases of a row are looked at.
const LONGEST: usize = 8;

impl Analysis<'_> {
    /// The names after this one in a row that "and" ends: "Ray" and "Moss" after "Holt", without their
    /// appositions. Empty if there is no such row, and if it holds something else than names.
    pub(crate) fn names_joined_to(&self, name: ChunkId) -> Vec<ChunkId> {
        let mut names = Vec::new();
        if self.is_place(name) {
            return names;
        }
        let mut at = name;
        for _ in 0..LONGEST {
            let Some((after, has_comma)) = self.past_comma(at, Self::next_sibling) else {
                break;
            };
            if self.is_and(after) {
                let last = self.next_sibling(after);
                let last =
                    last.filter(|&last| self.is_name(last) && !self.parts_clauses(name, last));
                names.extend(last);
                return if last.is_some() { names } else { Vec::new() };
            }
            // "Ann Holt, a baker, and"
            let is_apposition = has_comma && self.may_describe(after);
            if !has_comma || !is_apposition && !self.is_name(after) {
                break;
            }
            if !is_apposition {
                names.push(after);
            }
            at = after;
        }
        Vec::new()
    }

    /// The first name of a row that "and" ends with this one: "Holt" of "Holt, Ray and Moss".
    pub(crate) fn first_name_joined_to(&self, last: ChunkId) -> Option<ChunkId> {
        let and = self
            .previous_sibling(last)
            .filter(|&and| self.is_and(and))?;
        let mut first = None;
        let mut at = and;
        for _ in 0..LONGEST {
            let Some((before, has_comma)) = self.past_comma(at, Self::previous_sibling) else {
                break;
            };
            // Only "and" may do without a comma.
            if !has_comma && at != and {
                break;
            }
            if self.is_place(before) {
                break;
            }
            if self.is_name(before) {
                first = Some(before);
            } else if !has_comma || !self.may_describe(before) {
                break;
            }
            at = before;
        }
        first.filter(|&first| self.names_joined_to(first).last() == Some(&last))
    }

    /// The sibling on one side of a chunk, past a comma, and whether one stands between.
    fn past_comma(
        &self,
        chunk: ChunkId,
        sibling: impl Fn(&Self, ChunkId) -> Option<ChunkId>,
    ) -> Option<(ChunkId, bool)> {
        let beside = sibling(self, chunk)?;
        match self.chunk(beside).kind {
            ChunkKind::Comma => Some((sibling(self, beside)?, true)),
            _ => Some((beside, false)),
        }
    }

    fn is_and(&self, chunk: ChunkId) -> bool {
        let chunk = self.chunk(chunk);
        chunk.kind == ChunkKind::Coordinator && self.word(chunk.first).is_whole(Class::Additive)
    }

    /// Whether the clause of the first name ends before "and", and the last begins another: “…,” asked Holt, and Ray said.
    fn parts_clauses(&self, first: ChunkId, last: ChunkId) -> bool {
        let is_verb = |chunk: &ChunkId| matches!(self.chunk(*chunk).kind, ChunkKind::VerbGroup(_));
        let verb = self.previous_sibling(first).filter(is_verb);
        let quote = verb.and_then(|verb| self.previous_sibling(verb));
        quote.is_some_and(|quote| matches!(self.chunk(quote).kind, ChunkKind::Opening(_)))
            && self.next_sibling(last).is_some_and(|verb| is_verb(&verb))
    }

    /// Whether a name stands where a place does: "In Bergen, Holt and Ray said".
    fn is_place(&self, name: ChunkId) -> bool {
        let names = &self.language.names;
        let places = [names.before_places, names.before_places_without_verb];
        self.previous_sibling(name).is_some_and(|before| {
            let before = self.chunk(before);
            let word = self.word(before.first);
            before.kind == ChunkKind::Preposition
                && places.iter().any(|places| word.is_one_of(places))
        })
    }

    fn is_name(&self, chunk: ChunkId) -> bool {
        let chunk = self.chunk(chunk);
        chunk.kind == ChunkKind::NounPhrase && self.word(chunk.head).tag == Tag::Name
    }

    /// Whether a chunk may describe the name before it: "a baker", "43".
    fn may_describe(&self, chunk: ChunkId) -> bool {
        let chunk = self.chunk(chunk);
        let is_determined = || {
            matches!(
                self.word(chunk.first).tag,
                Tag::Determiner | Tag::Possessive | Tag::Number
            )
        };
        chunk.kind == ChunkKind::NounPhrase
            && self.word(chunk.head).tag != Tag::Name
            && is_determined()
    }
}
