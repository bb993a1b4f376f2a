//! Word lists that are read while the crate is compiled.

/// The words of a list, each with the first letter of the column behind it.
///
/// An open hash table of words packed into integers; no more than half of its slots, a power of
/// two, are taken.
pub(super) struct WordList<const SLOTS: usize> {
    slots: [Slot; SLOTS],
}

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
                let Some(word) = pack(list, start, end) else {
                    panic!("a listed word has one to eight bytes");
                };
                let mut slot = Self::slot(word);
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
        WordList { slots }
    }

    /// The label of a listed word, 0 in a list without labels.
    pub(super) fn label(&self, word: &str) -> Option<u8> {
        let word = pack(word.as_bytes(), 0, word.len())?;
        let mut slot = Self::slot(word);
        while self.slots[slot].word != 0 {
            if self.slots[slot].word == word {
                return Some(self.slots[slot].label);
            }
            slot = (slot + 1) % SLOTS;
        }
        None
    }

    pub(super) fn contains(&self, word: &str) -> bool {
        self.label(word).is_some()
    }

    const fn slot(word: u64) -> usize {
        // Fibonacci hashing: the high bits depend on all bytes.
        (word.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 32) as usize % SLOTS
    }
}

/// The bytes between two offsets as an integer that is not 0, if there are one to eight.
const fn pack(bytes: &[u8], start: usize, end: usize) -> Option<u64> {
    if start == end || end - start > 8 || bytes[start] == 0 {
        return None;
    }
    let mut word = 0;
    let mut at = start;
    while at < end {
        word = word << 8 | bytes[at] as u64;
        at += 1;
    }
    Some(word)
}
