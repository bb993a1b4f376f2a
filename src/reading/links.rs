//! The neighbours of each unit on its own level, over whole quotes at a step.

/// The unit before and the unit behind another on the same level.
#[derive(Clone, Copy, Debug)]
pub(super) struct Links {
    previous: u32,
    next: u32,
}

/// Stands for no unit.
const NONE: u32 = u32::MAX;

impl Links {
    /// Puts the links of `count` units in place of those in `links`. The first unit of each sentence
    /// is given, and the marks of each quote.
    pub(super) fn read(
        count: usize,
        sentence_units: &[u32],
        quote_units: &[(u32, u32)],
        links: &mut Vec<Links>,
    ) {
        links.clear();
        links.extend((0..count as u32).map(|unit| Links {
            previous: unit.wrapping_sub(1),
            next: unit + 1,
        }));
        for &first in sentence_units {
            cut(links, first);
        }
        for &(opening, closing) in quote_units {
            if let Some(behind) = links.get_mut(closing as usize + 1)
                && behind.previous != NONE
            {
                behind.previous = opening;
            }
        }
        for &(opening, closing) in quote_units {
            if let Some(inner) = links.get_mut(opening as usize + 1) {
                inner.previous = NONE;
            }
            if let Some(before) = (closing as usize).checked_sub(1) {
                links[before].next = NONE;
            }
        }
        for &(opening, closing) in quote_units {
            links[opening as usize].next = links[closing as usize].next;
        }
    }

    #[inline]
    pub(super) fn next(self) -> Option<u32> {
        (self.next != NONE).then_some(self.next)
    }

    #[inline]
    pub(super) fn previous(self) -> Option<u32> {
        (self.previous != NONE).then_some(self.previous)
    }
}

/// Parts a unit from the one before.
fn cut(links: &mut [Links], unit: u32) {
    if let Some(behind) = links.get_mut(unit as usize) {
        behind.previous = NONE;
    }
    if let Some(before) = (unit as usize).checked_sub(1) {
        links[before].next = NONE;
    }
}
