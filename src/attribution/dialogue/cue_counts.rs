//! Whom the cues beside the lines name, and how often.

use super::line::{Line, Told, Who};
use crate::entity::novel::Persons;
use crate::ids::EntityId;

/// Whom the cues name.
#[derive(Debug)]
pub(super) struct CueCounts {
    /// Beside the lines.
    pub(super) of_line: Vec<Option<EntityId>>,
    /// Beside the persons: how many cues name them.
    pub(super) counts: Vec<u32>,
}

impl CueCounts {
    pub(super) fn of(persons: &Persons, lines: &[Line]) -> CueCounts {
        let mut counts = vec![0; persons.all.len()];
        let teller = |line: &Line| match line.told? {
            Told {
                who: Who::Person(person),
                share,
                ..
            } if share > 0.5 => Some(person),
            _ => None,
        };
        let of_line: Vec<Option<EntityId>> = lines.iter().map(teller).collect();
        for &person in of_line.iter().flatten() {
            counts[person.index()] += 1;
        }
        CueCounts { of_line, counts }
    }
}
