//! The words of a text by number, and where each stands.

use std::collections::HashMap;
use std::ops::Range;

use crate::document::Document;
use crate::span::Span;
use crate::token::mark::is_apostrophe;

/// The number of no word of the text.
pub(super) const UNKNOWN: u32 = u32::MAX;
/// Stands between the quotations of the joined stream; no claim has it.
const BREAK: u32 = u32::MAX - 1;

/// The words of a document.
#[derive(Debug)]
pub(super) struct TextWords<'t> {
    pub(super) text: &'t str,
    /// Where each word stands.
    pub(super) spans: Vec<Span>,
    numbers: HashMap<String, u32>,
    /// The text as it stands.
    pub(super) whole: Stream,
    /// The quotations that narration interrupts, each joined.
    pub(super) joined: Stream,
}

/// Words in a row, as numbers.
#[derive(Debug)]
pub(super) struct Stream {
    pub(super) keys: Vec<u32>,
    /// Which word of the text each is.
    pub(super) positions: Vec<u32>,
    /// The positions in `keys` of each number, one number after the other.
    index: Vec<u32>,
    /// Where the positions of each number start in `index`.
    starts: Vec<u32>,
}

impl<'t> TextWords<'t> {
    pub(super) fn new(document: &'t Document<'_>) -> TextWords<'t> {
        let text = document.text();
        let mut numbers = HashMap::new();
        let mut spans = Vec::new();
        let mut keys = Vec::new();
        for range in word_ranges(text) {
            let Some(span) = Span::new(range.start, range.end) else {
                break;
            };
            let next = numbers.len() as u32;
            keys.push(*numbers.entry(folded(&text[span])).or_insert(next));
            spans.push(span);
        }
        let positions: Vec<u32> = (0..keys.len() as u32).collect();
        let joined = joined_positions(document, &spans);
        let joined_keys = joined.iter().map(|&position| match position {
            BREAK => BREAK,
            position => keys[position as usize],
        });
        let joined = Stream::new(joined_keys.collect(), joined, numbers.len());
        TextWords {
            text,
            whole: Stream::new(keys, positions, numbers.len()),
            joined,
            spans,
            numbers,
        }
    }

    /// The number of a word.
    pub(super) fn key(&self, word: &str) -> u32 {
        self.numbers.get(&folded(word)).copied().unwrap_or(UNKNOWN)
    }
}

impl Stream {
    fn new(keys: Vec<u32>, positions: Vec<u32>, numbers: usize) -> Stream {
        let mut starts = vec![0; numbers + 1];
        for &key in keys.iter().filter(|&&key| key != BREAK) {
            starts[key as usize + 1] += 1;
        }
        for number in 0..numbers {
            starts[number + 1] += starts[number];
        }
        let mut index = vec![0; starts[numbers] as usize];
        let mut next = starts.clone();
        for (at, &key) in keys.iter().enumerate().filter(|(_, key)| **key != BREAK) {
            let slot = &mut next[key as usize];
            index[*slot as usize] = at as u32;
            *slot += 1;
        }
        Stream {
            keys,
            positions,
            index,
            starts,
        }
    }

    /// Where a word stands in a stretch of the stream.
    pub(super) fn positions_of(&self, key: u32, within: &Range<usize>) -> &[u32] {
        if key as usize + 1 >= self.starts.len() {
            return &[];
        }
        let all = self.starts[key as usize] as usize..self.starts[key as usize + 1] as usize;
        let all = &self.index[all];
        let first = all.partition_point(|&at| (at as usize) < within.start);
        let after = all.partition_point(|&at| (at as usize) < within.end);
        &all[first..after.max(first)]
    }

    pub(super) fn len(&self) -> usize {
        self.keys.len()
    }
}

/// The words of each quotation in pieces, by their positions among all words.
fn joined_positions(document: &Document<'_>, spans: &[Span]) -> Vec<u32> {
    let mut positions = Vec::new();
    for attribution in document.attributions() {
        if attribution.spans().len() < 2 {
            continue;
        }
        for piece in attribution.spans() {
            let first = spans.partition_point(|word| word.start() < piece.start());
            let after = spans.partition_point(|word| word.start() < piece.end());
            positions.extend(first as u32..after as u32);
        }
        positions.push(BREAK);
    }
    positions
}

/// Letters and digits in a row, with apostrophes and brackets inside: "don't", "\[t\]he".
pub(super) fn word_ranges(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + text[at..].find(char::is_alphanumeric)?;
        // The bracket that opens a changed first letter belongs to the word.
        let start = match text[..start].ends_with('[') && closes_within_word(&text[start..]) {
            true => start - 1,
            false => start,
        };
        let mut end = start;
        let mut chars = text[start..].char_indices().peekable();
        while let Some((position, c)) = chars.next() {
            let after = chars.peek().map(|&(_, c)| c);
            let joins = match c {
                'ʼ' | '`' => after.is_some_and(char::is_alphabetic),
                c if is_apostrophe(c) => after.is_some_and(char::is_alphabetic),
                '[' if position == 0 => true,
                '[' | ']' => after.is_some_and(char::is_alphabetic),
                c => c.is_alphanumeric(),
            };
            if !joins {
                break;
            }
            end = start + position + c.len_utf8();
        }
        at = end;
        Some(start..end)
    })
}

/// Whether letters, a closing bracket and more letters follow: "t\]he".
fn closes_within_word(rest: &str) -> bool {
    let after = rest.trim_start_matches(char::is_alphabetic);
    after
        .strip_prefix(']')
        .is_some_and(|rest| rest.starts_with(char::is_alphabetic))
}

/// A word without what a copy may change: capitals, apostrophes, brackets.
fn folded(word: &str) -> String {
    word.chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}
