//! A mention: a noun phrase that could speak.

use crate::ids::{ChunkId, MentionId, TokenId};
use crate::kinds::{Gender, MentionKind};
use crate::language::{Class, Classes};

/// The names of persons.
pub(super) const PERSONAL: Classes = Classes::of(&[Class::Surname, Class::GivenName]);

/// What the last word of an organisation's name can be, such as "Norbright Logistics", and of a person's hardly is.
pub(super) const COMMON: Classes = Classes::of(&[Class::Noun, Class::NounPlural]);

/// What names organisations by itself or as a part.
pub(super) const ORGANISED: Classes =
    Classes::of(&[Class::Organisation, Class::OrganisationNoun, Class::Company]);

/// A noun phrase, or the possessor in one, as something that could speak.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Mention {
    /// The chunk that holds it.
    pub(crate) chunk: ChunkId,
    /// Its tokens, without determiners of a possessor's owner: `first..end`.
    pub(crate) first: TokenId,
    pub(crate) end: TokenId,
    pub(crate) head: TokenId,
    pub(crate) kind: MentionKind,
    pub(crate) nature: Nature,
    /// The tokens of the proper name, titles aside; empty if it has none.
    pub(crate) name: (TokenId, TokenId),
    pub(crate) gender: Option<Gender>,
    pub(crate) plural: bool,
    /// Whether it only owns what the phrase is about: "Ms. Lee" in "Ms. Lee's lawyer".
    pub(crate) possessor: bool,
}

impl Mention {
    /// The token after its last and after its head.
    pub(crate) fn end_with_head(&self) -> TokenId {
        self.end.max(self.head.next())
    }

    /// Whether it has a proper name.
    pub(crate) fn is_named(&self) -> bool {
        self.name.1 > self.name.0
    }
}

/// What sort of thing a mention is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Nature {
    Person,
    Group,
    Organisation,
    Place,
    /// A text that "says": a report, a poll, a letter.
    Document,
    /// A pronoun or a name that may be anything.
    Open,
    Thing,
}

impl Nature {
    /// Whether such a thing says something by itself.
    pub(crate) fn can_speak(self) -> bool {
        matches!(self, Nature::Person | Nature::Group | Nature::Organisation)
    }

    /// Whether it is an organisation that speaks as one.
    pub(crate) fn is_organisation(self) -> bool {
        matches!(self, Nature::Organisation | Nature::Group)
    }
}

/// All mentions of a text, and which of them each chunk holds.
#[derive(Debug, Default)]
pub(crate) struct Mentions {
    /// In text order, a possessor before its phrase.
    pub(crate) all: Vec<Mention>,
    /// The own mention of each chunk, indexed by `ChunkId`.
    pub(super) of_chunk: Vec<Option<MentionId>>,
}

impl Mentions {
    /// The mention that a noun phrase is.
    pub(crate) fn of_chunk(&self, chunk: ChunkId) -> Option<MentionId> {
        self.of_chunk[chunk.index()]
    }

    /// The owner named in a noun phrase, "Ms. Lee" of "Ms. Lee's lawyer".
    pub(crate) fn possessor_of(&self, chunk: ChunkId) -> Option<MentionId> {
        let before = self.of_chunk(chunk)?.previous()?;
        let mention = &self.all[before.index()];
        (mention.possessor && mention.chunk == chunk).then_some(before)
    }
}
