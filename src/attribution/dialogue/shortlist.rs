//! Those who may speak a line.

use crate::ids::EntityId;

/// A few of the persons of a text, in order, each once; it tells in no time where one of them stands.
#[derive(Debug)]
pub(super) struct Shortlist {
    pub(super) persons: Vec<EntityId>,
    /// By the number of a person, the place in the list plus one; zero for those who are not in it.
    places: Vec<u8>,
}

impl Shortlist {
    /// An empty list, of a text with so many persons.
    pub(super) fn new(persons: usize) -> Shortlist {
        Shortlist {
            persons: Vec::new(),
            places: vec![0; persons],
        }
    }

    pub(super) fn clear(&mut self) {
        for person in self.persons.drain(..) {
            self.places[person.index()] = 0;
        }
    }

    /// Puts a person last who is not in the list.
    pub(super) fn push(&mut self, person: EntityId) {
        self.persons.push(person);
        self.places[person.index()] = self.persons.len() as u8;
    }

    pub(super) fn place(&self, person: EntityId) -> Option<usize> {
        self.places[person.index()].checked_sub(1).map(usize::from)
    }

    pub(super) fn has(&self, person: EntityId) -> bool {
        self.places[person.index()] > 0
    }
}
