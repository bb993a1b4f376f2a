//! A table from words to facts that no look-up allocates for.

use super::Facts;

/// An open-addressing table. Its keys are words of up to sixteen bytes, folded to lower case and
/// packed into a number, so that a look-up is a hash and, almost always, one comparison. The few
/// longer words stand in a sorted list.
#[derive(Clone, Debug)]
pub(super) struct Table {
    /// A power of two of them, at most half of them taken.
    slots: Vec<Slot>,
    /// First one for every unlisted word, then those of the words in the order in which they came,
    /// so that those of the first lists share the cache.
    entries: Vec<Entry>,
    long: Vec<(Box<str>, Facts)>,
}

/// The number of an entry, and above it a part of its hash that tells most other words apart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Slot(u32);

#[derive(Clone, Copy, Debug, Default)]
struct Entry {
    key: Key,
    facts: Facts,
}

impl Table {
    /// An empty table that has room for so many words without growing.
    pub(super) fn with_room_for(words: usize) -> Table {
        let mut entries = Vec::with_capacity(words + 1);
        entries.push(Entry::default());
        Table {
            slots: vec![Slot::FREE; (words * 2).next_power_of_two()],
            entries,
            long: Vec::new(),
        }
    }

    #[inline]
    pub(super) fn get(&self, word: &str) -> Facts {
        match Key::of_ascii(word) {
            Some(key) => self.get_key(key),
            None => self.get_folded(word),
        }
    }

    /// The facts of a word, to be changed.
    pub(super) fn entry(&mut self, word: &str) -> &mut Facts {
        if let Some(key) = Key::of_ascii(word) {
            return self.entry_of(key);
        }
        let folded = word.chars().flat_map(fold).collect::<String>();
        if let Some(key) = Key::of_folded(&folded) {
            return self.entry_of(key);
        }
        let i = match self.find_long(&folded) {
            Ok(i) => i,
            Err(i) => {
                self.long.insert(i, (folded.into(), Facts::default()));
                i
            }
        };
        &mut self.long[i].1
    }

    fn entry_of(&mut self, key: Key) -> &mut Facts {
        let slot = self.slot(key);
        if self.slots[slot] != Slot::FREE {
            return &mut self.entries[self.slots[slot].entry()].facts;
        }
        let entry = self.entries.len();
        self.slots[slot] = Slot::of(entry, key.hash());
        self.entries.push(Entry {
            key,
            facts: Facts::default(),
        });
        if self.entries.len() * 2 > self.slots.len() {
            self.grow();
        }
        &mut self.entries[entry].facts
    }

    #[inline]
    fn get_key(&self, key: Key) -> Facts {
        self.entries[self.slots[self.slot(key)].entry()].facts
    }

    #[cold]
    #[inline(never)]
    fn get_folded(&self, word: &str) -> Facts {
        let mut buffer = Buffer::new();
        let Some(folded) = buffer.fold(word) else {
            return Facts::default();
        };
        match Key::of_folded(folded) {
            Some(key) => self.get_key(key),
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
        let hash = key.hash();
        let mut i = hash as usize & mask;
        loop {
            let slot = self.slots[i];
            let found = slot.may_be(hash) && self.entries[slot.entry()].key == key;
            if found || slot == Slot::FREE {
                return i;
            }
            i = (i + 1) & mask;
        }
    }

    fn grow(&mut self) {
        self.slots = vec![Slot::FREE; self.slots.len() * 2];
        for entry in 1..self.entries.len() {
            let key = self.entries[entry].key;
            let slot = self.slot(key);
            self.slots[slot] = Slot::of(entry, key.hash());
        }
    }
}

impl Slot {
    const FREE: Slot = Slot(0);
    const ENTRY_BITS: u32 = 20;

    fn of(entry: usize, hash: u64) -> Slot {
        debug_assert!(entry < 1 << Slot::ENTRY_BITS);
        Slot(Slot::tag(hash) << Slot::ENTRY_BITS | entry as u32)
    }

    #[inline]
    fn entry(self) -> usize {
        (self.0 & ((1 << Slot::ENTRY_BITS) - 1)) as usize
    }

    #[inline]
    fn may_be(self, hash: u64) -> bool {
        self.0 >> Slot::ENTRY_BITS == Slot::tag(hash)
    }

    #[inline]
    fn tag(hash: u64) -> u32 {
        (hash >> (32 + Slot::ENTRY_BITS)) as u32
    }
}

/// A folded word of up to sixteen bytes, filled up with zeros.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Key(u128);

impl Key {
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
    fn hash(self) -> u64 {
        let mixed = (self.0 as u64 ^ ((self.0 >> 64) as u64).rotate_left(29))
            .wrapping_mul(0x9e37_79b9_7f4a_7c15);
        mixed ^ (mixed >> 32)
    }
}

/// The bytes of a word as a number, the first one lowest. Two loads that may overlap make it.
#[inline]
fn pack(word: &str) -> Option<u128> {
    let bytes = word.as_bytes();
    let length = bytes.len();
    if length > Key::LONGEST {
        None
    } else if let (Some(first), Some(last)) = (bytes.first_chunk(), bytes.last_chunk()) {
        let last = u128::from(u64::from_le_bytes(*last)) << (8 * (length - 8));
        Some(u128::from(u64::from_le_bytes(*first)) | last)
    } else if let (Some(first), Some(last)) = (bytes.first_chunk(), bytes.last_chunk()) {
        let last = u64::from(u32::from_le_bytes(*last)) << (8 * (length - 4));
        Some(u128::from(u64::from(u32::from_le_bytes(*first)) | last))
    } else if let [first, .., last] = *bytes {
        let middle = u32::from(bytes[length / 2]) << (8 * (length / 2));
        Some(u128::from(
            u32::from(first) | middle | u32::from(last) << (8 * (length - 1)),
        ))
    } else {
        Some(bytes.first().map_or(0, |&byte| u128::from(byte)))
    }
}

/// Lower case, and a straight apostrophe for a curly one.
fn fold(c: char) -> impl Iterator<Item = char> {
    match c {
        '\u{2019}' | '\u{2bc}' => '\'',
        _ => c,
    }
    .to_lowercase()
}

/// Room for a folded word as long as the longest that can be found.
struct Buffer([u8; Buffer::LONGEST]);

impl Buffer {
    const LONGEST: usize = 48;

    fn new() -> Buffer {
        Buffer([0; Buffer::LONGEST])
    }

    /// `word` folded; `None` if it is longer than any word that can be found.
    fn fold(&mut self, word: &str) -> Option<&str> {
        let mut end = 0;
        for c in word.chars().flat_map(fold) {
            let room = self.0.get_mut(end..end + c.len_utf8())?;
            end += c.encode_utf8(room).len();
        }
        str::from_utf8(&self.0[..end]).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_the_bytes_of_the_word() {
        for length in 0..=Key::LONGEST {
            let word = &"abcdefghijklmnop"[..length];
            let mut bytes = [0; Key::LONGEST];
            bytes[..length].copy_from_slice(word.as_bytes());
            assert_eq!(pack(word), Some(u128::from_le_bytes(bytes)));
        }
        assert_eq!(pack("abcdefghijklmnopq"), None);
    }

    #[test]
    fn every_ascii_byte_is_folded_alike_on_both_paths() {
        for byte in 0..128 {
            let word = format!("z{}", char::from(byte));
            let mut buffer = Buffer::new();
            let folded = buffer.fold(&word).and_then(Key::of_folded);
            assert_eq!(Key::of_ascii(&word), folded, "{word:?}");
        }
    }

    #[test]
    fn the_empty_word_is_a_word_like_any_other() {
        let mut table = Table::with_room_for(1);
        table.entry("").word.0 = 1;
        table.entry("a").word.0 = 2;
        assert_eq!(
            (
                table.get("").word.0,
                table.get("a").word.0,
                table.get("b").word.0
            ),
            (1, 2, 0)
        );
    }

    #[test]
    fn a_table_grows() {
        let mut table = Table::with_room_for(1);
        for n in 0..1000 {
            table.entry(&format!("w{n}")).word.0 = n;
            table.entry(&format!("a-word-of-twenty-bytes-{n}")).word.0 = n;
        }
        for n in 0..1000 {
            assert_eq!(table.get(&format!("W{n}")).word.0, n);
            assert_eq!(table.get(&format!("A-word-of-twenty-bytes-{n}")).word.0, n);
        }
    }
}
