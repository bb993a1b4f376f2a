//! Word lists that are read while the crate is compiled.

/// The words of a list, each with the first letter of the column behind it.
///
/// An open hash table of words packed into integers; no more than half of its slots, a power of
/// two, are taken.
pub(super) struct WordList<const SLOTS: usize> {
    /// A bit for the hash of each word: most other words are told from those by it alone.
    filter: [u64; FILTER_BITS / 64],
    slots: [Slot; SLOTS],
}

const FILTER_BITS: usize = 4096;

#[derive(Clone, Copy)]
struct Slot {
    /// The bytes of the word, or 0.
    word: u64,
    label: u8,
}

impl<const SLOTS: usize> WordList<SLOTS> {
    /// Reads a list: on each line a word of eight bytes at most, and a label behind a space where
    /// the list has one. `#` starts a comment.
    ///
    /// # Panics
    ///
    /// If a word is too long or listed twice, or there are too many: the crate does not compile.
    pub(super) const fn read(list: &str) -> WordList<SLOTS> {
        let list = list.as_bytes();
        let mut filter = [0; FILTER_BITS / 64];
        let mut slots = [Slot { word: 0, label: 0 }; SLOTS];
        let mut words = 0;
        let mut at = 0;
        while at < list.len() {
            let start = at;
            let mut end = 0;
            while list[at] != b'\n' {
                if list[at] == b' ' && end == 0 {
                    end = at;
                }
                at += 1;
            }
            let label = if end == 0 { 0 } else { list[end + 1] };
            if end == 0 {
                end = at;
            }
            if start < end && list[start] != b'#' {
                let word = pack(list, start, end);
                assert!(word != 0, "a listed word has one to eight bytes");
                let hash = hash(word);
                filter[hash % FILTER_BITS / 64] |= 1 << (hash % 64);
                let mut slot = hash % SLOTS;
                while slots[slot].word != 0 {
                    assert!(slots[slot].word != word, "a word is listed twice");
                    slot = (slot + 1) % SLOTS;
                }
                slots[slot] = Slot { word, label };
                words += 1;
            }
            at += 1;
        }
        assert!(2 * words <= SLOTS, "the table is too full");
        WordList { filter, slots }
    }

    /// The label of a listed word, 0 in a list without labels. The word is given by its offsets,
    /// so that it can be read together with what follows it.
    pub(super) fn label(&self, bytes: &[u8], start: usize, end: usize) -> Option<u8> {
        // Words that are too long are packed to 0: they get no branch of their own, which would be
        // hard to predict.
        let word = pack(bytes, start, end);
        let hash = hash(word);
        if self.filter[hash % FILTER_BITS / 64] & 1 << (hash % 64) == 0 {
            return None;
        }
        let mut slot = hash % SLOTS;
        while self.slots[slot].word != 0 {
            if self.slots[slot].word == word {
                return Some(self.slots[slot].label);
            }
            slot = (slot + 1) % SLOTS;
        }
        None
    }

    pub(super) fn contains(&self, word: &str) -> bool {
        self.label(word.as_bytes(), 0, word.len()).is_some()
    }
}

/// Fibonacci hashing: the high bits of the product depend on all bytes.
const fn hash(word: u64) -> usize {
    (word.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 40) as usize
}

/// The bytes between two offsets as an integer, or 0 if there are none or more than eight.
const fn pack(bytes: &[u8], start: usize, end: usize) -> u64 {
    let length = end - start;
    let eight = match bytes.split_at(start).1.first_chunk() {
        Some(eight) => *eight,
        None => {
            let mut eight = [0; 8];
            let mut at = start;
            while at < end {
                eight[at - start] = bytes[at];
                at += 1;
            }
            eight
        }
    };
    let bits = if length > 8 { 0 } else { 8 * length as u32 };
    u64::from_le_bytes(eight) & !u64::MAX.unbounded_shl(bits)
}
