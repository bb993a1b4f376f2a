//! Those who share a name or a description.

use crate::ids::EntityId;
use crate::thin::ThinVec;

/// Ids in the order in which they came. Only the second takes memory of its own.
#[derive(Clone, Debug, Default)]
pub(super) struct NameBearers {
    first: Option<EntityId>,
    more: ThinVec<EntityId>,
}

impl NameBearers {
    pub(super) fn of(id: EntityId) -> NameBearers {
        NameBearers {
            first: Some(id),
            more: ThinVec::new(),
        }
    }

    pub(super) fn iter(&self) -> impl DoubleEndedIterator<Item = EntityId> {
        self.first.into_iter().chain(self.more.iter().copied())
    }

    pub(super) fn len(&self) -> usize {
        usize::from(self.first.is_some()) + self.more.len()
    }

    pub(super) fn last(&self) -> Option<EntityId> {
        self.more.last().copied().or(self.first)
    }

    pub(super) fn push(&mut self, id: EntityId) {
        match self.first {
            None => self.first = Some(id),
            Some(_) => self.more.push(id),
        }
    }

    /// Adds an id that is not there yet, unless there are `most` already.
    pub(super) fn add(&mut self, id: EntityId, most: usize) {
        if self.len() < most && self.iter().all(|one| one != id) {
            self.push(id);
        }
    }

    /// Moves an id to the end, or adds it there and drops the first if they were `most` before.
    pub(super) fn renew(&mut self, id: EntityId, most: usize) {
        let position = self.iter().position(|known| known == id);
        self.push(id);
        match position {
            Some(position @ 1..) => drop(self.more.remove(position - 1)),
            None if self.len() <= most => {}
            _ => self.first = self.more.remove(0),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{EntityId, NameBearers};

    #[test]
    fn the_last_one_stands_last_and_the_oldest_goes() {
        let mut bearers = NameBearers::of(EntityId::new(1));
        for (id, left) in [
            (2, vec![1, 2]),
            (1, vec![2, 1]),
            (3, vec![2, 1, 3]),
            (1, vec![2, 3, 1]),
            (4, vec![3, 1, 4]),
        ] {
            bearers.renew(EntityId::new(id), 3);
            assert_eq!(
                bearers.iter().map(EntityId::index).collect::<Vec<_>>(),
                left
            );
            assert_eq!(
                (bearers.last().map(EntityId::index), bearers.len()),
                (Some(id), left.len())
            );
        }
    }
}
