//! The table that words are looked up in: a perfect hash, made while the crate is compiled.
//!
//! The hash of a word names its group, and together with the pilot of that group its slot. The
//! pilots are chosen so that no two words meet in a slot ("hash and displace", Pagh 1999). So a
//! look-up is a pilot, an entry and one comparison, whether the word is listed or not.

use super::facts::Facts;
use super::key::Key;

/// Words and their facts.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Table<'t> {
    /// The pilot of each group.
    pub(super) pilots: &'t [[u8; 2]; GROUPS],
    pub(super) entries: &'t [TableEntry],
}

/// A key and the bits of its facts, the lowest byte of each first. All zero where no word stands.
pub(super) type TableEntry = [u8; 2 * size_of::<u128>()];

/// A power of two; a group has five words or so.
pub(super) const GROUPS: usize = 1 << 14;

impl Table<'_> {
    /// The table of no words.
    pub(super) const EMPTY: Table<'static> = Table {
        pilots: &[[0; 2]; GROUPS],
        entries: &[[0; 2 * size_of::<u128>()]],
    };

    /// All words with their facts, in no order.
    #[allow(dead_code, reason = "the build script only makes the table")]
    pub(super) fn all(&self) -> impl Iterator<Item = (Key, Facts)> {
        let words = self.entries.iter().map(halves).enumerate();
        let words = words.filter(|&(_, (key, _))| key != 0);
        words.map(|(slot, (key, facts))| (Key(key), Facts::of_bits(facts, slot)))
    }

    #[inline]
    pub(super) fn get(&self, key: Key) -> Facts {
        let hash = key.hash();
        let pilot = u16::from_le_bytes(self.pilots[group(hash)]);
        let slot = slot(hash, pilot, self.entries.len());
        match halves(&self.entries[slot]) {
            (known, facts) if known == key.0 => Facts::of_bits(facts, slot),
            _ => Facts::default(),
        }
    }
}

#[inline]
fn halves(entry: &TableEntry) -> (u128, u128) {
    let ([key, facts], _) = entry.as_chunks() else {
        unreachable!()
    };
    (u128::from_le_bytes(*key), u128::from_le_bytes(*facts))
}

pub(super) fn group(hash: u64) -> usize {
    hash as usize % GROUPS
}

/// One of `slots` slots. The pilot moves the words of a group all over the table.
#[inline]
pub(super) fn slot(hash: u64, pilot: u16, slots: usize) -> usize {
    let moved = (hash >> 32) ^ u64::from(pilot) << 16;
    ((moved * slots as u64) >> 32) as usize
}
