//! Those who may speak a line.

use std::num::NonZeroU8;

use crate::ids::EntityId;

/// A few of the persons of a text, in order, each once; it tells in no time where one of them stands.
#[derive(Debug)]
pub(super) struct Shortlist {
    persons: Vec<EntityId>,
    /// Beside the persons of the text: who of them is the first in the list, the second and so on.
    ranks: Vec<Option<NonZeroU8>>,
}

impl Shortlist {
    /// An empty list, of a text with `persons` persons.
    pub(super) fn new(persons: usize) -> Shortlist {
        Shortlist {
            persons: Vec::new(),
            ranks: vec![None; persons],
        }
    }

    pub(super) fn clear(&mut self) {
        for person in self.persons.drain(..) {
            self.ranks[person.index()] = None;
        }
    }

    /// Puts a person last who is not in the list.
    pub(super) fn push(&mut self, person: EntityId) {
        self.persons.push(person);
        self.ranks[person.index()] = NonZeroU8::new(self.persons.len() as u8);
    }

    pub(super) fn len(&self) -> usize {
        self.persons.len()
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = EntityId> {
        self.persons.iter().copied()
    }

    /// Where in the list a person stands.
    pub(super) fn position(&self, person: EntityId) -> Option<usize> {
        self.ranks[person.index()].map(|rank| usize::from(rank.get()) - 1)
    }

    pub(super) fn has(&self, person: EntityId) -> bool {
        self.ranks[person.index()].is_some()
    }
}
