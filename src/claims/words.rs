//! The words of a text by number, and where each stands.

use std::collections::HashMap;
use std::ops::Range;

use crate::document::Document;
use crate::span::Span;
use crate::token::mark::is_apostrophe;

/// What stands at a position of a stream or of a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Key {
    /// A word of the text, by its number.
    Word(u32),
    /// A word of a claim that the text does not have.
    Unknown,
    /// What parts the quotations of the joined stream; no claim has it.
    Break,
}

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

/// Words in a row.
#[derive(Debug)]
pub(super) struct Stream {
    pub(super) keys: Vec<Key>,
    /// Which word of the text each is; nothing for what is no word.
    pub(super) positions: Vec<Option<u32>>,
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
            keys.push(Key::Word(
                *numbers.entry(folded(&text[span])).or_insert(next),
            ));
            spans.push(span);
        }
        let positions: Vec<Option<u32>> = (0..keys.len() as u32).map(Some).collect();
        let joined = joined_positions(document, &spans);
        let joined_keys = joined
            .iter()
            .map(|position| position.map_or(Key::Break, |position| keys[position as usize]));
        let joined = Stream::new(joined_keys.collect(), joined, numbers.len());
        TextWords {
            text,
            whole: Stream::new(keys, positions, numbers.len()),
            joined,
            spans,
            numbers,
        }
    }

    pub(super) fn key(&self, word: &str) -> Key {
        let number = self.numbers.get(&folded(word));
        number.map_or(Key::Unknown, |&number| Key::Word(number))
    }
}

impl Stream {
    fn new(keys: Vec<Key>, positions: Vec<Option<u32>>, numbers: usize) -> Stream {
        let words = || {
            keys.iter().enumerate().filter_map(|(at, key)| match key {
                Key::Word(number) => Some((at, *number as usize)),
                Key::Unknown | Key::Break => None,
            })
        };
        let mut starts = vec![0; numbers + 1];
        for (_, number) in words() {
            starts[number + 1] += 1;
        }
        for number in 0..numbers {
            starts[number + 1] += starts[number];
        }
        let mut index = vec![0; starts[numbers] as usize];
        let mut next = starts.clone();
        for (at, number) in words() {
            let slot = &mut next[number];
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
    pub(super) fn positions_of(&self, key: Key, within: &Range<usize>) -> &[u32] {
        let Key::Word(number) = key else {
            return &[];
        };
        let number = number as usize;
        let all = self.starts[number] as usize..self.starts[number + 1] as usize;
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
fn joined_positions(document: &Document<'_>, spans: &[Span]) -> Vec<Option<u32>> {
    let mut positions = Vec::new();
    for attribution in document.attributions() {
        if attribution.spans().len() < 2 {
            continue;
        }
        for piece in attribution.spans() {
            let first = spans.partition_point(|word| word.start() < piece.start());
            let after = spans.partition_point(|word| word.start() < piece.end());
            positions.extend((first as u32..after as u32).map(Some));
        }
        positions.push(None);
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
