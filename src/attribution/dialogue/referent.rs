//! Whom a mention means, before it is decided who talks with whom.

use crate::analysis::mention::Mention;
use crate::analysis::{ChunkKind, Tag};
use crate::attribution::input::AttributionInput;
use crate::attribution::revealed::after_it_was;
use crate::entity::{Entities, possessive};
use crate::ids::{EntityId, MentionId};
use crate::kinds::{Gender, MentionKind};
use crate::language::Class;

/// Whom a mention means, as far as it tells by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Referent {
    Entity(EntityId),
    /// "he", "she": somebody of this gender.
    Pronoun(Gender),
    /// "the other"
    Other,
    Unknown,
}

impl Referent {
    pub(super) fn of(
        input: &AttributionInput<'_>,
        entities: &Entities<'_>,
        id: MentionId,
    ) -> Referent {
        let mention = input.mention(id);
        match (entities.of_mention(id), mention.gender) {
            (Some(entity), _) => Referent::Entity(entity),
            (None, Some(gender)) if mention.kind == MentionKind::Pronoun => {
                Referent::Pronoun(gender)
            }
            (None, _) if mention.kind == MentionKind::NounPhrase && is_other(input, mention) => {
                Referent::Other
            }
            _ => Referent::Unknown,
        }
    }

    /// The same of a subject of narration; of eyes, hands or a voice, whose they are.
    pub(super) fn of_subject(
        input: &AttributionInput<'_>,
        entities: &Entities<'_>,
        id: MentionId,
    ) -> Referent {
        let referent = Referent::of(input, entities, id);
        let mention = input.mention(id);
        if referent != Referent::Unknown
            || mention.kind == MentionKind::Pronoun
            || mention.is_named()
        {
            return referent;
        }
        if let Some(owner) = input.mentions.possessor_of(mention.chunk) {
            return Referent::of(input, entities, owner);
        }
        let first = input.analysis.chunk(mention.chunk).first;
        possessive(input.analysis, first).map_or(Referent::Unknown, Referent::Pronoun)
    }

    pub(super) fn entity(self) -> Option<EntityId> {
        match self {
            Referent::Entity(entity) => Some(entity),
            _ => None,
        }
    }

    /// The gender of a pronoun.
    pub(super) fn gender(self) -> Option<Gender> {
        match self {
            Referent::Pronoun(gender) => Some(gender),
            _ => None,
        }
    }
}

/// "the other", "the latter"
fn is_other(input: &AttributionInput<'_>, mention: &Mention) -> bool {
    let analysis = input.analysis;
    mention.first.next() == mention.head
        && analysis.word(mention.first).is_whole(Class::Definite)
        && analysis
            .word(mention.head)
            .is_one_of(analysis.language.descriptions.changing)
}

/// Whether a noun of the narration does something: a verb follows it, and it is no object.
pub(super) fn is_subject(input: &AttributionInput<'_>, mention: &Mention) -> bool {
    let analysis = input.analysis;
    if mention.possessor {
        return false;
    }
    let after = analysis
        .next_sibling(mention.chunk)
        .map(|chunk| analysis.chunk(chunk));
    if is_revealed(input, mention) {
        return true;
    }
    let has_verb = after.is_some_and(|chunk| match chunk.kind {
        ChunkKind::VerbGroup(_) | ChunkKind::Adverb | ChunkKind::Comma => true,
        _ => analysis.word(chunk.first).tag == Tag::Wh,
    });
    let before = analysis
        .previous_sibling(mention.chunk)
        .map(|chunk| analysis.chunk(chunk).kind);
    has_verb
        && !matches!(
            before,
            Some(ChunkKind::Preposition | ChunkKind::VerbGroup(_))
        )
}

/// Whether "it" turns out to be them: "A voice called from below. It was Edwin."
fn is_revealed(input: &AttributionInput<'_>, mention: &Mention) -> bool {
    if !mention.is_named() {
        return false;
    }
    let analysis = input.analysis;
    let mut before = analysis.siblings_before(mention.chunk).skip(1);
    let it = before.next().filter(|_| before.next().is_none());
    it.is_some_and(|it| after_it_was(analysis, it) == Some(mention.chunk))
}
