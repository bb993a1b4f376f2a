//! Maps from words, with a hash that is much faster for them than the standard library's.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::hash::{Hash, Hasher};

/// A map from words, in no order that anything may depend on.
pub(crate) type WordMap<K, V> = HashMap<K, V, WordState>;

/// A set of words.
pub(crate) type WordSet<K> = HashSet<K, WordState>;

/// Seeds differ from process to process, so that nobody can write a text whose words all fall together.
pub(crate) type WordState = foldhash::fast::RandomState;

/// A word in whatever case, with either apostrophe: "BERG" is "Berg", "O’Neill" is "O'Neill". Only ASCII
/// letters have two cases here.
#[derive(Clone, Copy, Debug)]
pub(crate) struct AnyCase<'t>(pub(crate) &'t str);

impl PartialEq for AnyCase<'_> {
    fn eq(&self, other: &AnyCase<'_>) -> bool {
        // As nearly all that meet are.
        self.0 == other.0
            || self
                .straightened()
                .eq_ignore_ascii_case(&other.straightened())
    }
}

impl Eq for AnyCase<'_> {}

impl AnyCase<'_> {
    /// The word with a straight apostrophe.
    #[inline]
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
        // The bit that tells large letters from small ones is set in all bytes, eight at a time; the last ones may be
        // among those before.
        const SMALL: u64 = 0x2020_2020_2020_2020;
        let word = self.straightened();
        let bytes = word.as_bytes();
        let last = if let Some(last) = bytes.last_chunk() {
            for &chunk in bytes.as_chunks().0 {
                state.write_u64(u64::from_le_bytes(chunk) | SMALL);
            }
            u64::from_le_bytes(*last)
        } else if let (Some(first), Some(last)) = (bytes.first_chunk(), bytes.last_chunk()) {
            u64::from(u32::from_le_bytes(*first)) << 32 | u64::from(u32::from_le_bytes(*last))
        } else {
            let bytes = bytes.iter();
            bytes.fold(0, |bits, &byte| bits << 8 | u64::from(byte))
        };
        state.write_u64(last | SMALL);
    }
}

#[cfg(test)]
mod tests {
    use std::hash::BuildHasher;

    use super::*;

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
