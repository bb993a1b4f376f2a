//! Positions where the segments of a claim stand, word for word.

use std::ops::Range;

use super::claim::Segment;
use super::words::{Key, Stream};

/// How many matches of one claim are looked at; more cannot be told apart anyway.
const MOST_MATCHES: usize = 64;

/// Words of a stream that a claim's segments stand at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct SegmentMatch {
    /// A stretch of the stream for each segment that was found.
    pub(super) ranges: Vec<Range<usize>>,
    /// How many words were added, left out or replaced.
    pub(super) edits: usize,
}

/// Every position where all segments stand, in text order.
pub(super) fn exact(segments: &[Segment], stream: &Stream) -> Vec<SegmentMatch> {
    let Some((first, others)) = segments.split_first() else {
        return Vec::new();
    };
    let mut matches = Vec::new();
    for start in runs(&first.keys, stream, 0..stream.len()) {
        let mut ranges = Vec::with_capacity(segments.len());
        ranges.push(start..start + first.keys.len());
        for segment in others {
            let end = ranges[ranges.len() - 1].end;
            let reach =
                end..(end + segment.boundary.reach() + segment.keys.len()).min(stream.len());
            match runs(&segment.keys, stream, reach).next() {
                Some(next) => ranges.push(next..next + segment.keys.len()),
                None => break,
            }
        }
        if ranges.len() == segments.len() {
            matches.push(SegmentMatch { ranges, edits: 0 });
            if matches.len() == MOST_MATCHES {
                break;
            }
        }
    }
    matches
}

/// Where these words stand in a row within a stretch of the stream.
pub(super) fn runs<'s>(
    keys: &'s [Key],
    stream: &'s Stream,
    within: Range<usize>,
) -> impl Iterator<Item = usize> + 's {
    let rarest = keys
        .iter()
        .enumerate()
        .map(|(at, &key)| (stream.positions_of(key, &within), at))
        .min_by_key(|(positions, _)| positions.len());
    let (positions, offset) = rarest.unwrap_or_default();
    positions.iter().filter_map(move |&position| {
        let start = (position as usize).checked_sub(offset)?;
        let end = start + keys.len();
        let fits = start >= within.start && end <= within.end;
        (fits && stream.keys[start..end] == *keys).then_some(start)
    })
}
