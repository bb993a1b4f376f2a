//! Which spans overlap a stretch of the text.

use crate::span::Span;

/// Spans with what belongs to each, by their start.
#[derive(Debug)]
pub(super) struct Overlaps<T> {
    spans: Vec<(Span, T)>,
    /// How far the spans up to each reach.
    reach: Vec<usize>,
}

impl<T: Copy> Overlaps<T> {
    pub(super) fn new(mut spans: Vec<(Span, T)>) -> Overlaps<T> {
        spans.sort_by_key(|(span, _)| *span);
        let mut reach = Vec::with_capacity(spans.len());
        let mut furthest = 0;
        for (span, _) in &spans {
            furthest = furthest.max(span.end());
            reach.push(furthest);
        }
        Overlaps { spans, reach }
    }

    /// Those that overlap a span, by their start.
    pub(super) fn of(&self, span: Span) -> impl Iterator<Item = (Span, T)> + '_ {
        let first = self.reach.partition_point(|&reach| reach <= span.start());
        self.spans[first..]
            .iter()
            .take_while(move |(one, _)| one.start() < span.end())
            .filter(move |(one, _)| one.overlaps(span))
            .copied()
    }
}
