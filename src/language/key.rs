//! Words as numbers.

use std::ops::Range;

/// A word folded to lower case: its bytes if there are sixteen at most, filled up with zeros; of a
/// longer word, a hash of them that no word so short can be.
///
/// The few ASCII bytes that are no letters but part by the same bit, such as `[` and `{`, are folded
/// too; no list has any of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Key(pub(super) u128);

impl Key {
    const LONGEST: usize = size_of::<Key>();

    /// The key of a word; `None` if it is longer than any word that can be found.
    #[inline]
    pub(super) fn of(word: &str) -> Option<Key> {
        pack(word.as_bytes())
            .and_then(Key::of_ascii)
            .or_else(|| Key::of_any(word))
    }

    /// The key of a word in a text, if it is short, of ASCII, and not at the end of the text. What
    /// follows the word is read along with it, so that no branch depends on its length.
    #[inline]
    pub(super) fn within(text: &str, word: Range<usize>) -> Option<Key> {
        let window = text.as_bytes().get(word.start..word.start + Key::LONGEST)?;
        let packed = u128::from_le_bytes(*window.first_chunk()?);
        Key::of_ascii(packed & MASKS.get(word.end - word.start)?)
    }

    #[inline]
    fn of_ascii(packed: u128) -> Option<Key> {
        const EVERY: u64 = 0x0101_0101_0101_0101;
        let fold = |half: u64| half | (half & EVERY << 6) >> 1;
        let (low, high) = (packed as u64, (packed >> 64) as u64);
        if (low | high) & EVERY << 7 != 0 {
            return None;
        }
        Some(Key(u128::from(fold(low)) | u128::from(fold(high)) << 64))
    }

    #[cold]
    #[inline(never)]
    fn of_any(word: &str) -> Option<Key> {
        let mut buffer = [0; Key::LONGEST * 3];
        let mut end = 0;
        let mut push = |c: char| {
            let room = buffer.get_mut(end..end + c.len_utf8())?;
            end += c.encode_utf8(room).len();
            Some(())
        };
        for c in word.chars() {
            match c {
                '\0'..='\x7f' => push(c.to_ascii_lowercase())?,
                // A straight apostrophe for a curly one.
                '\u{2019}' | '\u{2bc}' => push('\'')?,
                _ => c.to_lowercase().try_for_each(&mut push)?,
            }
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

/// Keeps the first `length` of sixteen bytes.
static MASKS: [u128; Key::LONGEST + 1] = {
    let mut masks = [0; Key::LONGEST + 1];
    let mut length = 1;
    while length < masks.len() {
        masks[length] = masks[length - 1] << 8 | 0xff;
        length += 1;
    }
    masks
};

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
    fn a_word_is_folded_alike_on_every_path() {
        for c in ('\0'..='\u{ff}').filter(|c| !"@[\\]^_`{|}~\x7f".contains(*c)) {
            for word in [format!("z{c}"), format!("a-word-of-fifteen{c}")] {
                let key = Key::of_any(&word);
                assert_eq!(Key::of(&word), key, "{word:?}");
                for after in ["", "s", " and more that follows"] {
                    let text = format!("é{word}{after}");
                    let within = Key::within(&text, 2..2 + word.len());
                    assert_eq!(within.or(key), key, "{text:?}");
                }
            }
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
