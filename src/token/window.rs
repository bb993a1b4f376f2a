//! The letters and spaces of a text, 64 bytes at a time.

/// How many bytes a window covers: a bit of an integer each.
const WIDTH: usize = 64;

/// Which of 64 bytes of a text are ASCII letters, and which are spaces.
///
/// The window moves forward as words are read, so that most of them cost a few shifts and counts
/// of bits, whatever their length.
#[derive(Clone, Copy, Debug)]
pub(super) struct Window {
    start: usize,
    /// A bit a byte, the first byte in the lowest.
    letters: u64,
    spaces: u64,
}

/// A run of letters, or one byte that is no letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Run {
    pub(super) end: usize,
    /// The offset behind the space that follows, if one is seen.
    pub(super) next: usize,
}

impl Window {
    /// The window from `start` on.
    pub(super) fn at(bytes: &[u8], start: usize) -> Window {
        let (letters, spaces) = letters_and_spaces(bytes, start);
        Window {
            start,
            letters,
            spaces,
        }
    }

    /// The run that starts at `at`, where a byte is.
    ///
    /// A window is made anew at most once for each run, and again only for the next run that
    /// reaches its end: whatever the text, each byte is in two windows at most.
    #[inline]
    pub(super) fn run(&mut self, bytes: &[u8], at: usize) -> Run {
        let mut offset = at.wrapping_sub(self.start);
        loop {
            if offset < WIDTH {
                let length = (self.letters >> offset).trailing_ones().max(1) as usize;
                let behind = offset + length;
                if behind < WIDTH {
                    let end = at + length;
                    let next = end + (self.spaces >> behind & 1) as usize;
                    return Run { end, next };
                }
            }
            if offset == 0 {
                let end = letters_end(bytes, at);
                return Run { end, next: end };
            }
            *self = Window::at(bytes, at);
            offset = 0;
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

/// A bit for each of the 64 bytes from `start` on, up to the end of the text.
#[inline(never)]
fn letters_and_spaces(bytes: &[u8], start: usize) -> (u64, u64) {
    let rest = &bytes[start..];
    let mut padded = [0; WIDTH];
    let window = match rest.first_chunk() {
        Some(window) => window,
        None => {
            padded[..rest.len()].copy_from_slice(rest);
            &padded
        }
    };
    // Compilers turn these two into vector instructions.
    let letters = window.map(|byte| u8::from((byte | 0x20).wrapping_sub(b'a') < 26));
    let spaces = window.map(|byte| u8::from(byte == b' '));
    (bits(&letters), bits(&spaces))
}

/// The lowest bits of 64 bytes that are 0 or 1.
fn bits(ones: &[u8; WIDTH]) -> u64 {
    let mut bits = 0;
    for (i, eight) in ones.chunks_exact(8).enumerate() {
        let eight = u64::from_le_bytes(eight.try_into().expect("a chunk of eight"));
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
        let mut bytes: Vec<u8> = (0..=255).chain(*b"z").collect();
        bytes.extend(b"ab cdef".repeat(40));
        bytes.extend([b'x'; 200]);
        for at in 0..bytes.len() {
            let rest = &bytes[at..];
            let letters = rest.iter().take_while(|b| b.is_ascii_alphabetic()).count();
            assert_eq!(letters_end(&bytes, at), at + letters);
            let end = at + letters.max(1);
            let space = bytes.get(end) == Some(&b' ');
            for start in at.saturating_sub(70)..=at {
                let run = Window::at(&bytes, start).run(&bytes, at);
                let next = end + usize::from(space);
                assert_eq!(run, Run { end, next }, "from {at}, seen from {start}");
            }
        }
    }
}
