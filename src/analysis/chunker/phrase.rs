//! The phrases of a sentence.

use super::noun_phrase;
use super::tagged::TaggedTokens;
use crate::analysis::chunk::{Chunk, ChunkKind, VerbForm};
use crate::language::{Class, Tag, Tags};
use crate::token::{MarkSide, TokenKind};

/// The longest stretch in brackets, in tokens, that is read over as one chunk.
const LONGEST_ASIDE: usize = 24;

/// How many words after an adverb its verb is looked for: "has not yet publicly said".
const FARTHEST_VERB: usize = 3;

const NOUN_PHRASE_STARTS: Tags = Tags::of(&[
    Tag::Determiner,
    Tag::Possessive,
    Tag::Quantifier,
    Tag::Number,
    Tag::Adverb,
    Tag::Name,
    Tag::Title,
    Tag::Adjective,
    Tag::Time,
    Tag::Noun,
]);
const MAIN_VERBS: Tags = Tags::of(&[Tag::Verb, Tag::Participle, Tag::Ing]);
const VERB_GROUP_STARTS: Tags = Tags::of(&[Tag::To])
    .with(Tags::AUXILIARIES)
    .with(MAIN_VERBS);
const VERBS_AFTER_ADVERBS: Tags = Tags::of(&[Tag::Be, Tag::Have]).with(MAIN_VERBS);
const ADVERBS: Tags = Tags::of(&[Tag::Adverb, Tag::Negation]);

impl TaggedTokens<'_> {
    /// The chunk that starts at a token.
    pub(super) fn chunk(&self, at: usize) -> Chunk {
        let tag = self.words[at].tag;
        let phrase = if NOUN_PHRASE_STARTS.has(tag) {
            noun_phrase::noun_phrase(self, at)
        } else if VERB_GROUP_STARTS.has(tag) {
            self.verb_group(at)
        } else if tag == Tag::Comma && self.joins_adjectives(at) {
            noun_phrase::noun_phrase(self, at)
        } else if tag == Tag::Open {
            self.aside(at)
        } else {
            None
        };
        phrase.unwrap_or_else(|| Chunk::new(ALONE[tag as usize], at, at + 1, at))
    }

    /// Words in brackets, unless they are many, or a name that signs a quotation: “…” (Owen Park), “…” (Vale, 2020).
    fn aside(&self, at: usize) -> Option<Chunk> {
        let end = (at + 1..self.tokens.len().min(at + LONGEST_ASIDE))
            .find(|&i| self.words[i].tag == Tag::Close)?;
        let mut within = at + 1..end;
        let is_name = |at: usize| matches!(self.words[at].tag, Tag::Name | Tag::Title);
        let is_number = |at: usize| self.tokens[at].kind() == TokenKind::Number;
        let is_signature = within.clone().all(is_name) || is_name(at + 1) && within.any(is_number);
        if self.is_after_quotation(at) && is_signature {
            return None;
        }
        Some(Chunk::new(ChunkKind::Aside, at, end + 1, at))
    }

    fn is_after_quotation(&self, at: usize) -> bool {
        let before = at.checked_sub(1).map(|before| self.tokens[before].kind());
        matches!(
            before,
            Some(TokenKind::Mark(MarkSide::Closing | MarkSide::Either))
        )
    }

    fn verb_group(&self, first: usize) -> Option<Chunk> {
        let form = match self.tag(first)? {
            Tag::To => VerbForm::Infinitive,
            Tag::Participle => VerbForm::Participle,
            Tag::Ing => VerbForm::Ing,
            _ if self.words[first].is(Class::VerbIng) => VerbForm::Ing,
            _ => VerbForm::Finite,
        };
        let (mut at, mut head) = (first, None);
        while let Some(tag) = self.tag(at) {
            if MAIN_VERBS.has(tag) {
                head = Some(at);
                at += 1;
                break;
            }
            if Tags::AUXILIARIES.has(tag) {
                head = Some(at);
            } else if ADVERBS.has(tag) && at > first {
                let verb = (at + 1..=at + FARTHEST_VERB)
                    .map(|at| self.tag(at))
                    .find(|tag| !tag.is_some_and(|tag| ADVERBS.has(tag)));
                if !verb
                    .flatten()
                    .is_some_and(|tag| VERBS_AFTER_ADVERBS.has(tag))
                {
                    break;
                }
            } else if !(tag == Tag::To && at == first) {
                break;
            }
            at += 1;
        }
        Some(Chunk::new(ChunkKind::VerbGroup(form), first, at, head?))
    }
}

/// What a token is that belongs to no phrase, by its tag.
static ALONE: [ChunkKind; Tag::COUNT] = {
    let mut kinds = [ChunkKind::Other; Tag::COUNT];
    let known = [
        (Tag::Pronoun, ChunkKind::NounPhrase),
        (Tag::Preposition, ChunkKind::Preposition),
        (Tag::To, ChunkKind::Preposition),
        (Tag::Wh, ChunkKind::Wh),
        (Tag::Subordinator, ChunkKind::Subordinator),
        (Tag::Coordinator, ChunkKind::Coordinator),
        (Tag::Adverb, ChunkKind::Adverb),
        (Tag::Negation, ChunkKind::Adverb),
        (Tag::Adjective, ChunkKind::Adjective),
        (Tag::Comma, ChunkKind::Comma),
        (Tag::Colon, ChunkKind::Colon),
        (Tag::Semicolon, ChunkKind::Semicolon),
        (Tag::Dash, ChunkKind::Dash),
        (Tag::Stop, ChunkKind::Stop),
    ];
    let mut i = 0;
    while i < known.len() {
        let (tag, kind) = known[i];
        kinds[tag as usize] = kind;
        i += 1;
    }
    kinds
};
