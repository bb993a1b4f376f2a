//! The ASCII letters of a text, 64 bytes at a time.

/// How many bytes a window covers: a bit of an integer each.
const WINDOW: usize = 64;

/// Which of 64 bytes of a text are ASCII letters.
///
/// The window moves forward as words are read, so that most of them cost a few shifts and counts
/// of bits, whatever their length.
#[derive(Clone, Copy, Debug)]
pub(super) struct Letters {
    start: usize,
    /// A bit a byte, the first byte in the lowest.
    bits: u64,
}

impl Letters {
    /// The window from `start` on.
    pub(super) fn at(bytes: &[u8], start: usize) -> Letters {
        Letters {
            start,
            bits: window(bytes, start),
        }
    }

    /// The end of the letters from `at` on, if one stands there.
    #[inline]
    pub(super) fn end(&mut self, bytes: &[u8], at: usize) -> Option<usize> {
        loop {
            let offset = at.wrapping_sub(self.start);
            if offset < WINDOW {
                let bits = self.bits >> offset;
                if bits & 1 == 0 {
                    return None;
                }
                let length = bits.trailing_ones() as usize;
                if offset + length < WINDOW {
                    return Some(at + length);
                }
                if offset == 0 {
                    return Some(letters_end(bytes, at));
                }
            }
            *self = Letters::at(bytes, at);
        }
    }
}

/// The end of the ASCII letters from `at` on, eight bytes at a time.
pub(super) fn letters_end(bytes: &[u8], mut at: usize) -> usize {
    const EVERY: u64 = 0x0101_0101_0101_0101;
    const HIGH: u64 = 0x80 * EVERY;
    while let Some(eight) = bytes[at..].first_chunk() {
        let eight = u64::from_le_bytes(*eight);
        // Additions that carry into the high bit of each byte compare all eight at once. Without
        // their own high bits the bytes cannot carry into each other.
        let lower = (eight & !HIGH) | (0x20 * EVERY);
        let from_a = lower + (0x80 - b'a' as u64) * EVERY;
        let beyond_z = lower + (0x7F - b'z' as u64) * EVERY;
        let others = !(from_a & !beyond_z & !eight) & HIGH;
        if others != 0 {
            return at + others.trailing_zeros() as usize / 8;
        }
        at += 8;
    }
    let rest = &bytes[at..];
    let letters = rest.iter().take_while(|byte| byte.is_ascii_alphabetic());
    at + letters.count()
}

/// The letters among the 64 bytes from `start` on, or up to the end.
#[inline(never)]
fn window(bytes: &[u8], start: usize) -> u64 {
    let rest = &bytes[start..];
    match rest.first_chunk() {
        Some(window) => letters(window),
        None => {
            let mut window = [0; WINDOW];
            window[..rest.len()].copy_from_slice(rest);
            letters(&window)
        }
    }
}

/// The letters among 64 bytes, in a shape that compilers turn into vector instructions.
fn letters(bytes: &[u8; WINDOW]) -> u64 {
    let ones = bytes.map(|byte| u8::from((byte | 0x20).wrapping_sub(b'a') < 26));
    let mut bits = 0;
    for (i, eight) in ones.chunks_exact(8).enumerate() {
        let eight = u64::from_le_bytes(eight.try_into().expect("eight bytes"));
        // The product has the sum of all eight bytes, the n-th shifted by n, in its highest byte.
        bits |= (eight.wrapping_mul(0x0102_0408_1020_4080) >> 56) << (8 * i);
    }
    bits
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fast_ways_equal_the_plain_one() {
        let mut bytes: Vec<u8> = (0..=255).chain(b"ab cdef".repeat(40)).collect();
        bytes.extend([b'x'; 200]);
        for start in 0..bytes.len() {
            let rest = &bytes[start..];
            let length = rest.iter().take_while(|b| b.is_ascii_alphabetic()).count();
            assert_eq!(letters_end(&bytes, start), start + length);
            for window in start.saturating_sub(70)..=start {
                let end = Letters::at(&bytes, window).end(&bytes, start);
                assert_eq!(end, (length > 0).then_some(start + length));
            }
        }
    }
}
