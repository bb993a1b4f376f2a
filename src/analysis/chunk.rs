//! Phrases, and the words and marks between them.

use crate::ids::TokenId;
use crate::quote::QuoteId;

/// A phrase, or a token that belongs to none.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Chunk {
    pub(crate) kind: ChunkKind,
    /// The first token and the one after the last; equal at the edge of a quote without a mark.
    pub(crate) first: TokenId,
    pub(crate) end: TokenId,
    /// The token that the phrase is about: of a noun phrase its noun, of a verb group its verb.
    pub(crate) head: TokenId,
}

impl Chunk {
    pub(super) fn new(kind: ChunkKind, first: usize, end: usize, head: usize) -> Chunk {
        Chunk {
            kind,
            first: TokenId::new(first),
            end: TokenId::new(end),
            head: TokenId::new(head),
        }
    }

    /// The last token; of a chunk without tokens the one before it.
    pub(crate) fn last(&self) -> TokenId {
        self.end.previous().unwrap_or(self.first)
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ChunkKind {
    NounPhrase,
    VerbGroup(VerbForm),
    Preposition,
    /// who, which, what, where
    Wh,
    Subordinator,
    Coordinator,
    Adverb,
    /// An adjective that belongs to no noun phrase.
    Adjective,
    Comma,
    Colon,
    Semicolon,
    Dash,
    Stop,
    /// Words in brackets.
    Aside,
    /// The edge of this quote.
    Opening(QuoteId),
    Closing(QuoteId),
    Other,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum VerbForm {
    Finite,
    Infinitive,
    Ing,
    Participle,
}
