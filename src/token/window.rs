//! Where tokens could start, 64 bytes at a time.

/// How many bytes a window covers: a bit of an integer each.
const WIDTH: usize = 64;

/// Where tokens could start in 64 bytes of a text: at each run of ASCII letters and at each other
/// byte that is no space.
///
/// To visit them costs a few shifts and counts of bits, whatever the length of the words.
#[derive(Clone, Copy, Debug)]
pub(super) struct Window {
    start: usize,
    /// Where the next window starts.
    next: usize,
    /// The starts that are not visited yet, a bit a byte, the first byte in the lowest.
    starts: u64,
    /// The letters after other letters.
    inner: u64,
}

impl Window {
    /// The window from `start` on, where a token or white space starts.
    #[inline]
    pub(super) fn new(bytes: &[u8], start: usize) -> Window {
        let (letters, spaces) = letters_and_spaces(bytes, start);
        let inner = letters & letters << 1;
        // A run that reaches the end, if others stand before it, is left to the next window: each
        // byte is in two windows at most.
        let seen = match WIDTH - letters.leading_ones() as usize {
            0 => WIDTH,
            seen => seen,
        };
        let next = bytes.len().min(start + seen);
        let unseen = u64::MAX.unbounded_shl((next - start) as u32);
        Window {
            start,
            next,
            starts: !(inner | spaces | unseen),
            inner,
        }
    }

    /// The window after this one, if text is left.
    #[inline]
    pub(super) fn following(&self, bytes: &[u8]) -> Option<Window> {
        (self.next < bytes.len()).then(|| Window::new(bytes, self.next))
    }

    /// Whether all starts are visited.
    pub(super) fn is_done(&self) -> bool {
        self.starts == 0
    }

    /// Where the next start is, or the next window.
    pub(super) fn at(&self) -> usize {
        match self.starts {
            0 => self.next,
            starts => self.start + starts.trailing_zeros() as usize,
        }
    }

    /// The next run of letters or other byte, from its start to its end or to the window's; one is
    /// left.
    #[inline]
    pub(super) fn visit(&mut self) -> (usize, usize) {
        let first = self.starts.trailing_zeros();
        self.starts &= self.starts - 1;
        let start = self.start + first as usize;
        let inner = (self.inner >> first >> 1).trailing_ones() as usize;
        (start, start + 1 + inner)
    }

    /// Goes on at an offset after the last start.
    #[inline]
    pub(super) fn skip_to(&mut self, at: usize) {
        if at >= self.next {
            self.starts = 0;
            self.next = at;
            return;
        }
        let rest = u64::MAX << (at - self.start);
        // What starts there may be the rest of a run.
        let first = rest & !(rest << 1);
        self.starts = self.starts & rest | self.inner & first;
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
    // Compilers turn all of this into vector instructions.
    let classes = window.map(|byte| {
        let letter = (byte | 0x20).wrapping_sub(b'a') < 26;
        u8::from(letter) | u8::from(byte == b' ') << 1
    });
    let (eights, _) = classes.as_chunks();
    let eight = |at: usize| u64::from_le_bytes(eights[at]);
    let [even, odd] = [0, 1].map(|at| {
        transpose(eight(at) | eight(at + 2) << 2 | eight(at + 4) << 4 | eight(at + 6) << 6)
    });
    (
        even & EVEN_BYTES | (odd & EVEN_BYTES) << 8,
        even >> 8 & EVEN_BYTES | odd & !EVEN_BYTES,
    )
}

const EVEN_BYTES: u64 = 0x00FF_00FF_00FF_00FF;

/// Bit `i` of byte `j` becomes bit `j` of byte `i`: the bits of a square are mirrored at its
/// diagonal, then those of each quarter, and so on (Warren, "Hacker's Delight", 7-3).
fn transpose(square: u64) -> u64 {
    let steps = [
        (7, 0x00AA_00AA_00AA_00AA),
        (14, 0x0000_CCCC_0000_CCCC),
        (28, 0x0000_0000_F0F0_F0F0),
    ];
    steps.iter().fold(square, |bits, (shift, half)| {
        let changed = (bits ^ bits >> shift) & half;
        bits ^ changed ^ changed << shift
    })
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
            let letters = bytes[at..].iter().take_while(|b| b.is_ascii_alphabetic());
            assert_eq!(letters_end(&bytes, at), at + letters.count());
        }
        for first in 0..bytes.len() {
            let mut window = Window::new(&bytes, first);
            let mut at = first;
            while at < bytes.len() {
                let end = letters_end(&bytes, at).max(at + 1);
                if bytes[at] == b' ' {
                    at += 1;
                    continue;
                }
                while window.is_done() {
                    window = window.following(&bytes).expect("a start is left");
                }
                assert_eq!(window.at(), at, "from {first}");
                let (start, seen) = window.visit();
                assert_eq!(start, at);
                assert!(seen == end || seen == at + WIDTH && seen < end, "at {at}");
                window.skip_to(end);
                at = end;
            }
            while window.is_done()
                && let Some(following) = window.following(&bytes)
            {
                window = following;
            }
            assert!(window.is_done(), "from {first}");
        }
    }

    #[test]
    fn the_rest_of_a_run_can_be_started_at() {
        let bytes = b"ab cdefgh ij";
        for at in 1..bytes.len() {
            let mut window = Window::new(bytes, 0);
            window.visit();
            window.skip_to(at);
            let start = if bytes[at] == b' ' { at + 1 } else { at };
            assert_eq!(window.at(), start);
            assert_eq!(window.visit(), (start, letters_end(bytes, start)));
        }
    }
}
