//! All cues that report, with their sources and, once they are decided, their contents.

use crate::ids::ChunkId;
use crate::span::Span;

/// A cue that reports and its source.
#[derive(Clone, Copy, Debug)]
pub(super) struct ReportingClause {
    /// The chunks of the heads of both.
    pub(super) cue: ChunkId,
    pub(super) source: Option<ChunkId>,
    pub(super) contents: [Option<Span>; 2],
}

impl ReportingClause {
    /// The chunk with which it begins.
    pub(super) fn first(&self) -> ChunkId {
        self.source.map_or(self.cue, |source| source.min(self.cue))
    }
}

/// The reporting clauses beside a cue.
#[derive(Clone, Copy, Debug)]
pub(super) struct Others<'c> {
    earlier: &'c [ReportingClause],
    later: &'c [ReportingClause],
    /// The source of the cue.
    pub(super) source: Option<ChunkId>,
}

impl<'c> Others<'c> {
    /// How many are looked at on each side. This bounds the work; sentences hardly ever have more.
    const MOST: usize = 6;

    /// Those of all that are not that of the cue with this head, whose source is in the chunk `source`.
    pub(super) fn of(
        all: &'c [ReportingClause],
        cue: ChunkId,
        source: Option<ChunkId>,
    ) -> Others<'c> {
        let number = all.partition_point(|one| one.cue < cue);
        let (earlier, later) = all.split_at(number);
        let later = match later {
            [own, later @ ..] if own.cue == cue => later,
            later => later,
        };
        Others {
            earlier: &earlier[number.saturating_sub(Others::MOST)..],
            later: &later[..later.len().min(Others::MOST)],
            source,
        }
    }

    /// Those before the cue, the nearest first.
    pub(super) fn earlier(&self) -> impl Iterator<Item = &'c ReportingClause> + use<'c> {
        self.earlier.iter().rev()
    }

    /// Those after the cue.
    pub(super) fn later(&self) -> impl Iterator<Item = &'c ReportingClause> + use<'c> {
        self.later.iter()
    }

    /// Whether a content overlaps one that is decided already, and neither lies within the other.
    pub(super) fn cross(&self, content: Span) -> bool {
        let contents = self.earlier().flat_map(|one| one.contents).flatten();
        contents.into_iter().any(|other| {
            other.overlaps(content) && !other.contains(content) && !content.contains(other)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn clause(cue: usize, content: Span) -> ReportingClause {
        ReportingClause {
            cue: ChunkId::new(cue),
            source: None,
            contents: [Some(content), None],
        }
    }

    #[test]
    fn contents_cross_where_they_overlap_in_part() {
        let all = [clause(3, Span::between(20, 40)), clause(9, Span::default())];
        let others = Others::of(&all, ChunkId::new(9), None);
        assert!(others.cross(Span::between(0, 30)));
        assert!(others.cross(Span::between(30, 50)));
        assert!(!others.cross(Span::between(0, 50)));
        assert!(!others.cross(Span::between(25, 40)));
        assert!(!others.cross(Span::between(40, 50)));
        assert_eq!((others.earlier().count(), others.later().count()), (1, 0));
    }
}
