//! Where each person of a text is named first.

use super::line::is_newcomer;
use crate::attribution::input::AttributionInput;
use crate::entity::Entities;
use crate::ids::{ChunkId, EntityId, ParagraphId};

/// How many of those who are named next a pronoun may mean that stands before any name.
const AHEAD: usize = 12;

/// For how many paragraphs a description means whom the text brought in by it. Later it may mean another.
const SCENE: usize = 40;

/// The named persons of a text in the order in which its narration, or else a line, names them first.
#[derive(Debug)]
pub(super) struct Introductions {
    all: Vec<(ChunkId, EntityId)>,
    /// One per person, indexed by `EntityId`: the paragraph in which the text brought them in without a name:
    /// "a stout gentleman".
    brought_in: Vec<Option<ParagraphId>>,
    /// One per person: whether narration names them.
    narrated: Vec<bool>,
}

impl Introductions {
    pub(super) fn of(input: &AttributionInput<'_>, entities: &Entities<'_>) -> Introductions {
        let mut first: Vec<Option<ChunkId>> = vec![None; entities.len()];
        let mut first_narrated = first.clone();
        let mut brought_in = vec![None; entities.len()];
        for (mention, person) in input.mentions.all.iter().zip(entities.referents()) {
            let Some(id) = person else {
                continue;
            };
            let at = id.index();
            if first[at].is_none() && entities.get(id).is_person() && is_newcomer(input, mention) {
                brought_in[at] = Some(input.analysis.paragraph(mention.chunk));
            }
            first[at].get_or_insert(mention.chunk);
            if input.analysis.enclosing[mention.chunk.index()].is_none() {
                first_narrated[at].get_or_insert(mention.chunk);
            }
        }
        let named = EntityId::all(entities.len()).filter(|&id| {
            let person = entities.get(id);
            person.is_named && person.is_person()
        });
        let introduced = named.filter_map(|id| {
            let of = |chunks: &[Option<ChunkId>]| chunks[id.index()];
            Some((of(&first_narrated).or(of(&first))?, id))
        });
        let mut all: Vec<(ChunkId, EntityId)> = introduced.collect();
        all.sort_unstable();
        Introductions {
            all,
            brought_in,
            narrated: first_narrated.iter().map(Option::is_some).collect(),
        }
    }

    /// Whether the text brought somebody in without a name shortly before a paragraph: "the stout gentleman" is
    /// nobody else then.
    pub(super) fn is_newcomer(&self, person: EntityId, here: ParagraphId) -> bool {
        self.brought_in[person.index()].is_some_and(|paragraph| here.since(paragraph) <= SCENE)
    }

    /// Whether narration names somebody anywhere, not the lines alone.
    pub(super) fn is_narrated(&self, person: EntityId) -> bool {
        self.narrated[person.index()]
    }

    /// Of those who are named for the first time after a chunk, those with whom something agrees: the next first,
    /// and last those whom narration never names.
    pub(super) fn after(
        &self,
        chunk: ChunkId,
        agrees: impl Fn(EntityId) -> bool + Copy,
    ) -> impl Iterator<Item = EntityId> {
        let first = self.all.partition_point(|&(at, _)| at <= chunk);
        let next = self.all[first..].iter().take(AHEAD);
        let next = next
            .map(|&(_, person)| person)
            .filter(move |&person| agrees(person));
        let others = next.clone().filter(|&person| !self.is_narrated(person));
        next.filter(|&person| self.is_narrated(person))
            .chain(others)
    }
}
