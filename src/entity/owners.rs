//! Those who share a name or a description.

use crate::ids::EntityId;

/// Ids in the order in which they came. Only the second takes memory of its own.
#[derive(Clone, Debug)]
pub(super) struct Owners {
    first: EntityId,
    more: Vec<EntityId>,
}

impl Owners {
    pub(super) fn of(id: EntityId) -> Owners {
        Owners {
            first: id,
            more: Vec::new(),
        }
    }

    pub(super) fn iter(&self) -> impl DoubleEndedIterator<Item = EntityId> {
        std::iter::once(self.first).chain(self.more.iter().copied())
    }

    pub(super) fn len(&self) -> usize {
        1 + self.more.len()
    }

    pub(super) fn last(&self) -> EntityId {
        self.more.last().copied().unwrap_or(self.first)
    }

    pub(super) fn push(&mut self, id: EntityId) {
        self.more.push(id);
    }

    /// Moves an id to the end, or adds it there and drops the first if they were `most` before.
    pub(super) fn renew(&mut self, id: EntityId, most: usize) {
        let place = self.iter().position(|known| known == id);
        self.push(id);
        match place {
            Some(place @ 1..) => drop(self.more.remove(place - 1)),
            None if self.len() <= most => {}
            _ => self.first = self.more.remove(0),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{EntityId, Owners};

    #[test]
    fn the_last_one_stands_last_and_the_oldest_goes() {
        let mut owners = Owners::of(EntityId::new(1));
        for (id, left) in [
            (2, vec![1, 2]),
            (1, vec![2, 1]),
            (3, vec![2, 1, 3]),
            (1, vec![2, 3, 1]),
            (4, vec![3, 1, 4]),
        ] {
            owners.renew(EntityId::new(id), 3);
            assert_eq!(owners.iter().map(EntityId::index).collect::<Vec<_>>(), left);
            assert_eq!((owners.last().index(), owners.len()), (id, left.len()));
        }
    }
}
