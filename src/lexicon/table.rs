//! A table from words to facts that no look-up allocates for.

use super::Facts;

/// An open-addressing table. Its keys are words of up to sixteen bytes, folded to lower case and
/// packed into a number, so that a look-up is a hash and, almost always, one comparison. The few
/// longer words stand in a sorted list.
#[derive(Clone, Debug)]
pub(super) struct Table {
    /// A power of two of them, at most half of them taken.
    slots: Vec<Slot>,
    taken: usize,
    long: Vec<(Box<str>, Facts)>,
}

#[derive(Clone, Copy, Debug, Default)]
struct Slot {
    key: Key,
    facts: Facts,
}

impl Table {
    /// An empty table that holds half as many words as slots without growing.
    pub(super) fn with_slots(slots: usize) -> Table {
        Table {
            slots: vec![Slot::default(); slots.next_power_of_two()],
            taken: 0,
            long: Vec::new(),
        }
    }

    #[inline]
    pub(super) fn get(&self, word: &str) -> Facts {
        match Key::of_ascii(word) {
            Some(key) => self.slots[self.slot(key)].facts,
            None => self.get_folded(word),
        }
    }

    /// The facts of a word, to be changed.
    pub(super) fn entry(&mut self, word: &str) -> &mut Facts {
        let folded = word.chars().flat_map(fold).collect::<String>();
        let Some(key) = Key::of_folded(&folded) else {
            let i = match self.find_long(&folded) {
                Ok(i) => i,
                Err(i) => {
                    self.long.insert(i, (folded.into(), Facts::default()));
                    i
                }
            };
            return &mut self.long[i].1;
        };
        let mut slot = self.slot(key);
        if self.slots[slot].key != key {
            if self.taken * 2 >= self.slots.len() {
                self.grow();
                slot = self.slot(key);
            }
            self.slots[slot].key = key;
            self.taken += 1;
        }
        &mut self.slots[slot].facts
    }

    #[cold]
    #[inline(never)]
    fn get_folded(&self, word: &str) -> Facts {
        let mut buffer = Buffer::default();
        let Some(folded) = buffer.fold(word) else {
            return Facts::default();
        };
        match Key::of_folded(folded) {
            Some(key) => self.slots[self.slot(key)].facts,
            None => self
                .find_long(folded)
                .map_or(Facts::default(), |i| self.long[i].1),
        }
    }

    fn find_long(&self, folded: &str) -> Result<usize, usize> {
        self.long.binary_search_by(|(word, _)| (**word).cmp(folded))
    }

    /// The slot that has `key`, or the free one where it would go.
    #[inline]
    fn slot(&self, key: Key) -> usize {
        let mask = self.slots.len() - 1;
        let mut i = key.hash() & mask;
        while self.slots[i].key != key && self.slots[i].key != Key::NONE {
            i = (i + 1) & mask;
        }
        i
    }

    fn grow(&mut self) {
        let bigger = vec![Slot::default(); self.slots.len() * 2];
        for old in std::mem::replace(&mut self.slots, bigger) {
            if old.key != Key::NONE {
                let slot = self.slot(old.key);
                self.slots[slot] = old;
            }
        }
    }
}

/// A folded word of up to sixteen bytes, filled up with zeros.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Key(u128);

impl Key {
    /// The key of the empty word, which is in no list.
    const NONE: Key = Key(0);
    const LONGEST: usize = size_of::<Key>();

    #[inline]
    fn of_ascii(word: &str) -> Option<Key> {
        let packed = pack(word)?;
        const ONES: u128 = u128::from_ne_bytes([1; 16]);
        const HIGH: u128 = ONES << 7;
        if packed & HIGH != 0 {
            return None;
        }
        let from_a = packed + ONES * (0x80 - b'A') as u128;
        let above_z = packed + ONES * (0x7f - b'Z') as u128;
        let capitals = (from_a ^ above_z) & HIGH;
        Some(Key(packed | (capitals >> 2)))
    }

    fn of_folded(word: &str) -> Option<Key> {
        pack(word).map(Key)
    }

    #[inline]
    fn hash(self) -> usize {
        let mixed = (self.0 as u64 ^ ((self.0 >> 64) as u64).rotate_left(29))
            .wrapping_mul(0x9e37_79b9_7f4a_7c15);
        (mixed ^ (mixed >> 32)) as usize
    }
}

#[inline]
fn pack(word: &str) -> Option<u128> {
    let mut bytes = [0; Key::LONGEST];
    bytes
        .get_mut(..word.len())?
        .copy_from_slice(word.as_bytes());
    Some(u128::from_le_bytes(bytes))
}

/// Lower case, and a straight apostrophe for a curly one.
fn fold(c: char) -> impl Iterator<Item = char> {
    match c {
        '\u{2019}' | '\u{2bc}' => '\'',
        _ => c,
    }
    .to_lowercase()
}

/// Room for a folded word as long as the longest that can be listed.
#[derive(Default)]
struct Buffer([u8; 32]);

impl Buffer {
    /// `word` folded; `None` if it is longer than any listed word.
    fn fold(&mut self, word: &str) -> Option<&str> {
        let mut end = 0;
        for c in word.chars().flat_map(fold) {
            let room = self.0.get_mut(end..end + c.len_utf8())?;
            end += c.encode_utf8(room).len();
        }
        str::from_utf8(&self.0[..end]).ok()
    }
}
