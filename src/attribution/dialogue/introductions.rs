//! Where each person of a text is named first.

use super::line::is_newcomer;
use crate::attribution::scene::Scene;
use crate::entity::Entities;
use crate::ids::{ChunkId, EntityId, ParagraphId};

/// Whom a pronoun may mean that stands before any name is looked for among so many who are named next.
const AHEAD: usize = 12;

/// A description means whom the text brought in by it within so many paragraphs. Later it may mean another.
const SCENE: usize = 40;

/// The named persons of a text in the order in which it names them first.
#[derive(Debug)]
pub(super) struct Introductions {
    all: Vec<(ChunkId, EntityId)>,
    /// Beside the persons: the paragraph in which the text brought them in without a name: "a stout
    /// gentleman".
    brought_in: Vec<Option<ParagraphId>>,
    /// Beside the persons: whether narration names them.
    narrated: Vec<bool>,
}

impl Introductions {
    pub(super) fn of(scene: &Scene<'_>, persons: &Entities<'_>) -> Introductions {
        let mut is_known = vec![false; persons.len()];
        let mut brought_in = vec![None; persons.len()];
        let mut all = Vec::new();
        let mut narrated = vec![false; persons.len()];
        for (mention, person) in scene.mentions.all.iter().zip(persons.referents()) {
            let Some(person) = person else {
                continue;
            };
            narrated[person.index()] |= scene.analysis.enclosing[mention.chunk.index()].is_none();
            let is_new = !std::mem::replace(&mut is_known[person.index()], true);
            let entity = persons.get(person);
            if is_new && entity.is_person() && is_newcomer(scene, mention) {
                brought_in[person.index()] = Some(scene.paragraph_of(mention.chunk));
            }
            if is_new && entity.is_named && entity.is_person() {
                all.push((mention.chunk, person));
            }
        }
        Introductions {
            all,
            brought_in,
            narrated,
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

    /// Of those who are named for the first time behind a chunk, those with whom something agrees: the next first,
    /// and last those whom narration never names.
    pub(super) fn behind(
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
