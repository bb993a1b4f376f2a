//! Positions where most of a claim's words stand.

use std::ops::Range;

use super::claim::{Pattern, Segment};
use super::search::{SegmentMatch, runs};
use super::words::{Key, Stream};

/// The share of a claim's words that may be other ones: beyond it, the words are not these.
const MOST_CHANGED: f64 = 0.25;
/// Segments of fewer words are looked for word for word alone.
const LEAST_WORDS: usize = 4;
/// How many of a segment's rarest words show where it may stand, and how often each may come.
const ANCHORS: usize = 8;
const MOST_OFTEN: usize = 64;
/// How many of the positions that they show are compared word by word.
const MOST_COMPARED: usize = 8;
/// By how many words a position may be shifted: by a share of the claim's, and some more, but no more than this. All
/// numbers of this file were set by hand; `tests/claims.rs` has cases.
const MOST_SLACK: usize = 16;
const SLACK: usize = 2;
const WORDS_A_SLACK: usize = 4;
/// A stretch that is compared is so many slacks longer than the claim.
const WIDTH: usize = 3;

/// The position with the fewest changes, if they are few enough.
pub(super) fn nearest(pattern: &Pattern, stream: &Stream) -> Option<SegmentMatch> {
    let segments = &pattern.segments;
    let most = (pattern.len() as f64 * MOST_CHANGED) as usize;
    let longest = (0..segments.len()).max_by_key(|&at| segments[at].keys.len())?;
    let all = 0..stream.len();
    candidates(&segments[longest].keys, stream, &all)
        .into_iter()
        .map(|anchor| around(segments, longest, anchor, stream))
        .filter(|found| found.edits <= most)
        .min_by_key(|found| found.edits)
}

/// A stretch of the stream and how many words are otherwise there.
type Near = (Range<usize>, usize);

/// Finds the other segments before and after one that was found.
fn around(segments: &[Segment], longest: usize, anchor: Near, stream: &Stream) -> SegmentMatch {
    let (range, mut edits) = anchor;
    let mut ranges = vec![range.clone()];
    let mut end = range.end;
    for segment in &segments[longest + 1..] {
        let reach = end..(end + segment.boundary.reach() + segment.keys.len()).min(stream.len());
        match best(segment, stream, &reach) {
            Some((range, changed)) => {
                end = range.end;
                edits += changed;
                ranges.push(range);
            }
            None => edits += segment.keys.len(),
        }
    }
    let mut start = range.start;
    for at in (0..longest).rev() {
        let segment = &segments[at];
        let reach = segments[at + 1].boundary.reach() + segment.keys.len();
        let reach = start.saturating_sub(reach)..start;
        match best(segment, stream, &reach) {
            Some((range, changed)) => {
                start = range.start;
                edits += changed;
                ranges.insert(0, range);
            }
            None => edits += segment.keys.len(),
        }
    }
    SegmentMatch { ranges, edits }
}

fn best(segment: &Segment, stream: &Stream, within: &Range<usize>) -> Option<Near> {
    if let Some(start) = runs(&segment.keys, stream, within.clone()).next() {
        return Some((start..start + segment.keys.len(), 0));
    }
    candidates(&segment.keys, stream, within)
        .into_iter()
        .min_by_key(|(_, edits)| *edits)
}

/// Where words may stand, by where the rarest of them do, with how much differs.
fn candidates(keys: &[Key], stream: &Stream, within: &Range<usize>) -> Vec<Near> {
    if keys.len() < LEAST_WORDS {
        return Vec::new();
    }
    let slack = (keys.len() / WORDS_A_SLACK + SLACK).min(MOST_SLACK);
    let mut anchors: Vec<(usize, &[u32])> = keys
        .iter()
        .enumerate()
        .map(|(at, &key)| (at, stream.positions_of(key, within)))
        .filter(|(_, positions)| (1..=MOST_OFTEN).contains(&positions.len()))
        .collect();
    anchors.sort_by_key(|(_, positions)| positions.len());
    // Each says where the first word would stand.
    let mut starts: Vec<usize> = anchors
        .iter()
        .take(ANCHORS)
        .flat_map(|(at, positions)| {
            positions
                .iter()
                .map(|&position| (position as usize).saturating_sub(*at))
        })
        .collect();
    starts.sort_unstable();
    let mut groups: Vec<(usize, usize)> = Vec::new();
    for start in starts {
        match groups.last_mut() {
            Some((first, votes)) if start <= *first + slack => *votes += 1,
            _ => groups.push((start, 1)),
        }
    }
    groups.sort_by_key(|&(start, votes)| (std::cmp::Reverse(votes), start));
    groups
        .into_iter()
        .take(MOST_COMPARED)
        .filter_map(|(start, _)| {
            let start = start.saturating_sub(slack).max(within.start);
            let end = (start + keys.len() + WIDTH * slack).min(within.end);
            align(keys, &stream.keys[start..end.max(start)], WIDTH * slack)
                .map(|(range, edits)| (range.start + start..range.end + start, edits))
        })
        .collect()
}

/// The stretch of a window that differs from these words in the fewest, and in how many, if the
/// words are shifted by no more than the band allows.
fn align(keys: &[Key], window: &[Key], band: usize) -> Option<Near> {
    #[derive(Clone, Copy)]
    struct Cell {
        edits: usize,
        start: usize,
    }
    const NEVER: Cell = Cell {
        edits: usize::MAX / 2,
        start: 0,
    };
    let plus = |cell: Cell, edits: usize| Cell {
        edits: cell.edits + edits,
        ..cell
    };
    // A row for each word; in it, how far the window is ahead. The window may begin anywhere.
    let mut row: Vec<Cell> = (0..=band)
        .map(|start| match start <= window.len() {
            true => Cell { edits: 0, start },
            false => NEVER,
        })
        .collect();
    for (at, &key) in keys.iter().enumerate() {
        let mut next = vec![NEVER; band + 1];
        for shift in 0..=band {
            let mut cell = NEVER;
            if let Some(&other) = window.get(at + shift) {
                cell = plus(row[shift], usize::from(other != key));
            }
            // The claim has a word more.
            if shift < band && row[shift + 1].edits + 1 < cell.edits {
                cell = plus(row[shift + 1], 1);
            }
            // The text has a word more.
            if shift > 0 && at + shift < window.len() && next[shift - 1].edits + 1 < cell.edits {
                cell = plus(next[shift - 1], 1);
            }
            next[shift] = cell;
        }
        row = next;
    }
    let (shift, cell) = row
        .into_iter()
        .enumerate()
        .min_by_key(|(_, cell)| cell.edits)?;
    let end = (keys.len() + shift).min(window.len());
    (cell.edits < keys.len() && cell.start < end).then_some((cell.start..end, cell.edits))
}
