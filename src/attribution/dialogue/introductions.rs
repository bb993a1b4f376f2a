//! Where each person of a text is named first.

use crate::attribution::scene::Scene;
use crate::entity::novel::{Person, Persons};
use crate::ids::{ChunkId, EntityId};

/// Whom a pronoun may mean that stands before any name is looked for among so many who are named next.
const AHEAD: usize = 12;

/// The named persons of a text in the order in which it names them first.
#[derive(Debug)]
pub(super) struct Introductions {
    all: Vec<(ChunkId, EntityId)>,
}

impl Introductions {
    pub(super) fn of(scene: &Scene<'_>, persons: &Persons) -> Introductions {
        let mut is_known = vec![false; persons.all.len()];
        let mut all = Vec::new();
        for (mention, &person) in scene.mentions.all.iter().zip(&persons.of_mention) {
            let Some(person) = person else {
                continue;
            };
            let is_new = !std::mem::replace(&mut is_known[person.index()], true);
            let Person {
                is_named,
                is_person,
                ..
            } = *persons.get(person);
            if is_new && is_named && is_person {
                all.push((mention.chunk, person));
            }
        }
        Introductions { all }
    }

    /// Those who are named for the first time behind a chunk, the next first.
    pub(super) fn behind(&self, chunk: ChunkId) -> impl Iterator<Item = EntityId> {
        let first = self.all.partition_point(|&(at, _)| at <= chunk);
        self.all[first..]
            .iter()
            .take(AHEAD)
            .map(|&(_, person)| person)
    }
}
