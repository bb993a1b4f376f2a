//! Words as numbers.

/// A word folded to lower case: its bytes if there are sixteen at most, filled up with zeros; of a
/// longer word, a hash of them that no word so short can be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Key(pub(super) u128);

impl Key {
    const LONGEST: usize = size_of::<Key>();

    /// The key of a word; `None` if it is longer than any word that can be found.
    #[inline]
    pub(super) fn of(word: &str) -> Option<Key> {
        Key::of_ascii(word).or_else(|| Key::of_any(word))
    }

    #[inline]
    fn of_ascii(word: &str) -> Option<Key> {
        let packed = pack(word.as_bytes())?;
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

    #[cold]
    #[inline(never)]
    fn of_any(word: &str) -> Option<Key> {
        let mut buffer = [0; Key::LONGEST * 3];
        let mut end = 0;
        for c in word.chars().flat_map(fold) {
            let room = buffer.get_mut(end..end + c.len_utf8())?;
            end += c.encode_utf8(room).len();
        }
        pack(&buffer[..end]).map(Key).or_else(|| {
            let (parts, _) = buffer.as_chunks();
            let hash = parts.iter().fold(end as u128, |hash, part| {
                let mixed = (hash ^ u128::from_le_bytes(*part)).wrapping_mul(MIX);
                mixed ^ mixed >> 67
            });
            // No text ends with this byte.
            Some(Key(hash | 0xff << 120))
        })
    }

    /// A number that depends on all of the key in all of its bits.
    #[inline]
    pub(super) fn hash(self) -> u64 {
        let low = self.0 as u64 ^ MIX as u64;
        let high = (self.0 >> 64) as u64 ^ (MIX >> 64) as u64;
        let product = u128::from(low) * u128::from(high);
        product as u64 ^ (product >> 64) as u64
    }
}

/// An odd number without a pattern: the digits of the golden ratio.
const MIX: u128 = 0x9e37_79b9_7f4a_7c15_f39c_c060_5ced_c835;

/// Up to sixteen bytes as a number, the first one lowest. Two loads that may overlap make it.
#[inline]
fn pack(bytes: &[u8]) -> Option<u128> {
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

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn a_key_is_the_bytes_of_the_word() {
        for length in 0..=Key::LONGEST {
            let word = &"abcdefghijklmnop"[..length];
            let mut bytes = [0; Key::LONGEST];
            bytes[..length].copy_from_slice(word.as_bytes());
            assert_eq!(Key::of(word), Some(Key(u128::from_le_bytes(bytes))));
        }
    }

    #[test]
    fn every_ascii_byte_is_folded_alike_on_both_paths() {
        for byte in 0..128 {
            let word = format!("z{}", char::from(byte));
            assert_eq!(Key::of_ascii(&word), Key::of_any(&word), "{word:?}");
        }
    }

    #[test]
    fn long_words_have_keys_of_their_own() {
        let numbers = (0..20_000).map(|number| format!("a-word-of-many-bytes-{number}"));
        let lengths = (0..=48).map(|length| "a".repeat(length));
        let words: Vec<String> = numbers.chain(lengths).collect();
        let keys: HashSet<u128> = words
            .iter()
            .filter_map(|word| Some(Key::of(word)?.0))
            .collect();
        assert_eq!(keys.len(), words.len());
        assert_eq!(
            Key::of("Grand-Panjandrum\u{2019}s"),
            Key::of("grand-panjandrum's")
        );
        assert_eq!(Key::of(&"a".repeat(49)), None);
    }
}
