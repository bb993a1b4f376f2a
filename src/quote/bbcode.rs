//! The words of others as forums set them: `[quote=ben]The pump is fine.[/quote]`.

use crate::span::Span;
use crate::token::{QUOTING_END, QUOTING_SHOWN};

/// What opens a quotation whose speaker is named, as it is read, and what closes it.
const OPENING: &[u8] = QUOTING_SHOWN.as_bytes();
const CLOSING: &[u8] = QUOTING_END.as_bytes();

/// The longest tag, in bytes.
const LONGEST_TAG: usize = 120;

/// What stands between each pair of tags that has no other pair within.
pub(super) fn speeches(text: &str) -> Vec<Vec<Span>> {
    let bytes = text.as_bytes();
    let openings: Vec<usize> = memchr::memmem::find_iter(bytes, OPENING).collect();
    let mut found = Vec::new();
    for (number, &opening) in openings.iter().enumerate() {
        let limit = openings.get(number + 1).copied().unwrap_or(bytes.len());
        let tag = &bytes[opening..limit.min(opening + LONGEST_TAG)];
        let Some(length) = memchr::memchr(b']', tag) else {
            continue;
        };
        let start = opening + length + 1;
        let mut brackets = memchr::memchr_iter(b'[', &bytes[start..limit]);
        let closing = brackets.find(|at| {
            let tag = bytes.get(start + at..start + at + CLOSING.len());
            tag.is_some_and(|tag| tag.eq_ignore_ascii_case(CLOSING))
        });
        let inner = &text[start..start + closing.unwrap_or(0)];
        let words = inner.trim();
        if !words.is_empty() {
            let first = start + inner.len() - inner.trim_start().len();
            found.push(vec![Span::between(
                first as u32,
                (first + words.len()) as u32,
            )]);
        }
    }
    found
}
