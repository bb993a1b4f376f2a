//! Maps from words, with a hash that is much faster for them than the standard library's.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasher, Hash, Hasher, RandomState};

use once_cell::sync::Lazy;

/// A map from words, in no order that anything may depend on.
pub(crate) type WordMap<K, V> = HashMap<K, V, WordState>;

/// A set of words.
pub(crate) type WordSet<K> = HashSet<K, WordState>;

/// Where the hash of a word starts. It differs from process to process, so that nobody can write a
/// text whose words all fall together.
#[derive(Clone, Debug)]
pub(crate) struct WordState(u64);

impl Default for WordState {
    fn default() -> WordState {
        static SEED: Lazy<u64> = Lazy::new(|| RandomState::new().hash_one(0));
        WordState(*SEED)
    }
}

impl BuildHasher for WordState {
    type Hasher = WordHasher;

    #[inline]
    fn build_hasher(&self) -> WordHasher {
        WordHasher(self.0)
    }
}

/// Takes eight bytes at a time, by a multiplication of which both halves count.
#[derive(Clone, Debug)]
pub(crate) struct WordHasher(u64);

impl Hasher for WordHasher {
    #[inline]
    fn write(&mut self, bytes: &[u8]) {
        // Tells words apart whose last bytes are alike.
        self.0 = self.0.rotate_left(bytes.len() as u32);
        let mut rest = bytes;
        while let Some((chunk, behind)) = rest.split_first_chunk() {
            self.write_u64(u64::from_le_bytes(*chunk));
            rest = behind;
        }
        if let (Some(first), Some(last)) = (rest.first_chunk(), rest.last_chunk()) {
            let first = u64::from(u32::from_le_bytes(*first));
            self.write_u64(first << 32 | u64::from(u32::from_le_bytes(*last)));
        } else {
            let bits = |bits, &byte| bits << 8 | u64::from(byte);
            self.write_u64(rest.iter().fold(0, bits));
        }
    }

    /// Strings end with a byte of their own, so that several in a row are told apart. A word stands
    /// alone.
    #[inline]
    fn write_u8(&mut self, _: u8) {}

    #[inline]
    fn write_u64(&mut self, bits: u64) {
        let product = u128::from(self.0 ^ bits) * 0x9e37_79b9_7f4a_7c15;
        self.0 = product as u64 ^ (product >> 64) as u64;
    }

    #[inline]
    fn finish(&self) -> u64 {
        self.0
    }
}

/// A word in whatever case, with either apostrophe: "BERG" is "Berg", "O’Neill" is "O'Neill". Only ASCII
/// letters have two cases here.
#[derive(Clone, Copy, Debug)]
pub(crate) struct AnyCase<'t>(pub(crate) &'t str);

impl PartialEq for AnyCase<'_> {
    fn eq(&self, other: &AnyCase<'_>) -> bool {
        self.straightened()
            .eq_ignore_ascii_case(&other.straightened())
    }
}

impl Eq for AnyCase<'_> {}

impl AnyCase<'_> {
    /// The word with a straight apostrophe.
    fn straightened(&self) -> Cow<'_, str> {
        if !self.0.is_ascii() && self.0.contains('’') {
            self.0.replace('’', "'").into()
        } else {
            self.0.into()
        }
    }
}

impl Hash for AnyCase<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        // The bit that tells large letters from small ones is set in all bytes, four at a time.
        let word = self.straightened();
        let mut chunks = word.as_bytes().chunks_exact(4);
        for chunk in &mut chunks {
            let bytes = [chunk[0], chunk[1], chunk[2], chunk[3]];
            state.write_u64(u64::from(u32::from_le_bytes(bytes) | 0x2020_2020));
        }
        let rest = chunks.remainder().iter();
        state.write_u64(rest.fold(1, |bits, &byte| bits << 8 | u64::from(byte | 0x20)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_have_hashes_of_their_own() {
        let state = WordState::default();
        let letters = (1..40).map(|length| "a".repeat(length));
        let numbers = (0..50_000).map(|number| format!("w{number}"));
        let words: Vec<String> = letters.chain(numbers).collect();
        let hashes: HashSet<u64> = words.iter().map(|word| state.hash_one(word)).collect();
        assert_eq!(hashes.len(), words.len());
        // A table looks at the lowest bits first; of so few more slots than words, few stay free.
        let slots: HashSet<u64> = hashes.iter().map(|hash| hash & 0xffff).collect();
        assert!(slots.len() > 33_000, "{}", slots.len());
    }

    #[test]
    fn case_and_apostrophe_do_not_matter_to_words_in_any_case() {
        let state = WordState::default();
        for word in ["", "of", "Berg", "McDonald", "Bergström-Okoro"] {
            let upper = word.to_ascii_uppercase();
            assert_eq!(AnyCase(word), AnyCase(&upper));
            let hash = |word| state.hash_one(AnyCase(word));
            assert_eq!(hash(word), hash(&upper));
            assert_ne!(hash(word), hash("Bergen"));
        }
        assert_eq!(AnyCase("O’Neill"), AnyCase("O'NEILL"));
        assert_eq!(
            state.hash_one(AnyCase("O’Neill")),
            state.hash_one(AnyCase("o'neill"))
        );
    }
}
