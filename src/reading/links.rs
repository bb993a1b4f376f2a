//! The neighbours of each unit on its own level, over whole quotes at a step.

use super::{Unit, UnitKind};

/// The unit before and the unit behind another on the same level.
#[derive(Clone, Copy, Debug)]
pub(super) struct Links {
    previous: u32,
    next: u32,
}

/// Stands for no unit.
const NONE: u32 = u32::MAX;

impl Links {
    /// Puts the links of all units in place of those in `links`.
    pub(super) fn read(
        units: &[Unit],
        sentence_of: &[u32],
        quote_units: &[(u32, u32)],
        links: &mut Vec<Links>,
    ) {
        let lonely = Links {
            previous: NONE,
            next: NONE,
        };
        links.clear();
        links.resize(units.len(), lonely);
        for unit in 1..units.len() {
            let before = unit - 1;
            if sentence_of[before] != sentence_of[unit] {
                continue;
            }
            links[unit].previous = match units[before].kind {
                UnitKind::Opening(_) => NONE,
                UnitKind::Closing(quote) => quote_units[quote as usize].0,
                _ => before as u32,
            };
            if !matches!(units[unit].kind, UnitKind::Closing(_)) {
                links[before].next = unit as u32;
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
