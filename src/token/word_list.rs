//! Word lists that are read while the crate is compiled.

use std::fmt;

/// What the words of a list are told apart by: the column after them in the file.
pub trait Label: Copy + 'static {
    /// Each label as the file spells it; the first stands for a missing column.
    const LABELS: &'static [(&'static str, Self)];
}

/// Of a list without labels.
impl Label for () {
    const LABELS: &'static [(&'static str, ())] = &[("", ())];
}

/// The words of a list, each with its label.
///
/// An open hash table of words packed into integers. `word_list!` makes one
/// while the crate is compiled.
pub struct WordList<L: 'static> {
    /// A bit for the hash of each word: most other words are told from those by it alone.
    filter: [u64; FILTER_BITS / 64],
    /// A power of two, of which no more than half are taken.
    slots: &'static [Slot<L>],
}

const FILTER_BITS: usize = 4096;

/// The most bytes of a word.
const LONGEST: usize = size_of::<u128>();

#[derive(Clone, Copy, Debug)]
pub(crate) struct Slot<L> {
    /// The bytes of the word, or 0.
    word: u128,
    label: L,
}

impl<L: Label> Slot<L> {
    const fn empty() -> Slot<L> {
        Slot {
            word: 0,
            label: L::LABELS[0].1,
        }
    }
}

/// The [`WordList`] of a file's text: on each line a word of sixteen bytes at most, and a label
/// after a space where the list has labels. `#` starts a comment.
///
/// Where the text is no such list, the crate does not compile.
macro_rules! word_list {
    ($text:expr) => {
        $crate::token::WordList::of(
            &const { $crate::token::read::<_, { $crate::token::slots($text) }>($text) },
        )
    };
}
pub(crate) use word_list;

/// How many slots a list takes.
pub(crate) const fn slots(text: &str) -> usize {
    // No more than a line a word.
    let text = text.as_bytes();
    let mut words: usize = 0;
    let mut at = 0;
    while at < text.len() {
        if text[at] != b'#' && text[at] != b'\n' {
            words += 1;
        }
        at = line_end(text, at) + 1;
    }
    (2 * words + 1).next_power_of_two()
}

/// Reads a list into that many slots.
pub(crate) const fn read<L: Label, const SLOTS: usize>(text: &str) -> [Slot<L>; SLOTS] {
    let mut slots = [Slot::empty(); SLOTS];
    fill(&mut slots, text);
    slots
}

/// Puts the words of a list into empty slots.
///
/// # Panics
///
/// If a word is too long or listed twice, or has a label that is none of `L`.
const fn fill<L: Label>(slots: &mut [Slot<L>], text: &str) {
    let text = text.as_bytes();
    let mut at = 0;
    while at < text.len() {
        let end = line_end(text, at);
        if text[at] != b'#' && at < end {
            let mut word_end = at;
            while word_end < end && text[word_end] != b' ' {
                word_end += 1;
            }
            let word = pack(text, at, word_end);
            assert!(word != 0, "a listed word has one to sixteen bytes");
            let mut slot = hash(word) % slots.len();
            while slots[slot].word != 0 {
                assert!(slots[slot].word != word, "a word is listed twice");
                slot = (slot + 1) % slots.len();
            }
            let label = label(text, word_end, end);
            slots[slot] = Slot { word, label };
        }
        at = end + 1;
    }
}

const fn line_end(text: &[u8], mut at: usize) -> usize {
    while at < text.len() && text[at] != b'\n' {
        at += 1;
    }
    at
}

/// The label that stands between two offsets, after a space.
const fn label<L: Label>(text: &[u8], start: usize, end: usize) -> L {
    if start == end {
        return L::LABELS[0].1;
    }
    let (_, label) = text.split_at(start + 1);
    let (label, _) = label.split_at(end - start - 1);
    let mut i = 0;
    while i < L::LABELS.len() {
        if equal(L::LABELS[i].0.as_bytes(), label) {
            return L::LABELS[i].1;
        }
        i += 1;
    }
    panic!("an unknown label")
}

const fn equal(a: &[u8], b: &[u8]) -> bool {
    let mut i = 0;
    while i < a.len() && i < b.len() && a[i] == b[i] {
        i += 1;
    }
    i == a.len() && i == b.len()
}

impl<L: Label> WordList<L> {
    /// Reads a list, in the form that `word_list!` reads, while a program runs. Its
    /// memory is never given back.
    ///
    /// # Panics
    ///
    /// If the text is no such list.
    #[must_use]
    pub fn leaked(text: &str) -> WordList<L> {
        let mut words = vec![Slot::empty(); slots(text)];
        fill(&mut words, text);
        WordList::of(words.leak())
    }

    /// A list of these slots.
    pub(crate) const fn of(slots: &'static [Slot<L>]) -> WordList<L> {
        let mut filter = [0; FILTER_BITS / 64];
        let mut i = 0;
        while i < slots.len() {
            if slots[i].word != 0 {
                let hash = hash(slots[i].word);
                filter[hash % FILTER_BITS / 64] |= 1 << (hash % 64);
            }
            i += 1;
        }
        WordList { filter, slots }
    }

    /// The label of a listed word, which is given by its offsets so that it can be read together
    /// with what follows it.
    pub(super) fn label(&self, bytes: &[u8], start: usize, end: usize) -> Option<L> {
        // Words that are too long are packed to 0: they get no branch of their own, which would be
        // hard to predict.
        self.find(pack(bytes, start, end))
    }

    /// The label of a listed word; capitals of ASCII count as small letters.
    pub(super) fn label_of_lowercase(&self, word: &[u8]) -> Option<L> {
        let mut small = [0; LONGEST];
        let small = small.get_mut(..word.len())?;
        small.copy_from_slice(word);
        small.make_ascii_lowercase();
        self.find(pack(small, 0, small.len()))
    }

    pub(super) fn contains(&self, word: &str) -> bool {
        self.label(word.as_bytes(), 0, word.len()).is_some()
    }

    #[inline]
    fn find(&self, word: u128) -> Option<L> {
        let hash = hash(word);
        if self.filter[hash % FILTER_BITS / 64] & 1 << (hash % 64) == 0 {
            return None;
        }
        // No list is full.
        let mut slot = hash & (self.slots.len() - 1);
        while self.slots[slot].word != 0 {
            if self.slots[slot].word == word {
                return Some(self.slots[slot].label);
            }
            slot = (slot + 1) & (self.slots.len() - 1);
        }
        None
    }
}

impl<L> fmt::Debug for WordList<L> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let words = self.slots.iter().filter(|slot| slot.word != 0);
        write!(f, "WordList({} words)", words.count())
    }
}

/// Fibonacci hashing: the high bits of the product depend on all bytes.
const fn hash(word: u128) -> usize {
    let folded = word as u64 ^ (word >> 64) as u64;
    (folded.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 40) as usize
}

/// The bytes between two offsets as an integer, or 0 if there are none or too many.
const fn pack(bytes: &[u8], start: usize, end: usize) -> u128 {
    let length = end - start;
    let bits = if length > LONGEST {
        0
    } else {
        8 * length as u32
    };
    let packed = match bytes.split_at(start).1.first_chunk() {
        Some(chunk) => *chunk,
        None => {
            let mut chunk = [0; LONGEST];
            let mut at = start;
            while at < end {
                chunk[at - start] = bytes[at];
                at += 1;
            }
            chunk
        }
    };
    u128::from_le_bytes(packed) & !u128::MAX.unbounded_shl(bits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Clone, Copy, Debug, PartialEq)]
    enum Taste {
        Sour,
        Sweet,
    }

    impl Label for Taste {
        const LABELS: &'static [(&'static str, Taste)] =
            &[("sour", Taste::Sour), ("sweet", Taste::Sweet)];
    }

    #[test]
    fn a_word_is_found_with_its_label() {
        static LIST: WordList<Taste> =
            word_list!("# No word.\n\nlemon sour\npear sweet\nsixteen-bytes-16 sweet\n");
        let label = |word: &str| LIST.label(word.as_bytes(), 0, word.len());
        assert_eq!(label("lemon"), Some(Taste::Sour));
        assert_eq!(label("sixteen-bytes-16"), Some(Taste::Sweet));
        for word in ["", "#", "Pear", "pea", "pears", "sour", "sixteen-bytes-167"] {
            assert_eq!(label(word), None, "{word}");
        }
        assert_eq!(LIST.label_of_lowercase(b"PEar"), Some(Taste::Sweet));
        assert_eq!(LIST.label_of_lowercase(&[b'a'; 99]), None);
        assert_eq!(
            LIST.label(b"a pear tree by the wall", 2, 6),
            Some(Taste::Sweet)
        );
        assert_eq!(format!("{LIST:?}"), "WordList(3 words)");
        let leaked: WordList<Taste> = WordList::leaked("fig sweet");
        assert_eq!(leaked.label(b"fig", 0, 3), Some(Taste::Sweet));
    }

    #[test]
    fn an_empty_list_has_no_word() {
        static LIST: WordList<()> = word_list!("");
        assert!(!LIST.contains("") && !LIST.contains("word"));
    }
}
