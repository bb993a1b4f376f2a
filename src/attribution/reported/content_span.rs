//! From where to where the content of a cue reaches, before the cue or after it.

use std::iter;

use smallvec::{SmallVec, smallvec};

use super::category::Category;
use super::chunk_table::{ChunkSpan, ChunkTable, LONGEST_SENTENCE};
use super::clauses::end_of_noun_clause;
use super::cues::CueFeatures;
use super::decision::Decision;
use super::decisions::{Decisions, Probable, likely};
use super::edge::{PassedCounts, describe_edge};
use super::features::{Features, Template as T};
use super::limits::{first_before, limit};
use super::passed::Passed;
use super::scorer::Scorer;
use crate::analysis::ChunkKind;
use crate::ids::ChunkId;
use crate::language::Class;
use crate::span::Span;

/// How many chunks after a cue its content may begin.
const FARTHEST_START: usize = 12;
/// How many chunks before a cue and its source their content may end.
const FARTHEST_END: usize = 5;

/// More verbs, commas and quotes within a content are not told apart. The weights were fitted so.
const MOST_VERBS: u32 = 2;
const MOST_COMMAS: u32 = 3;
const MOST_QUOTES: u32 = 2;

/// A content on one side of its cue.
#[derive(Clone, Copy, Debug)]
pub(super) struct Piece {
    pub(super) first: ChunkId,
    pub(super) last: ChunkId,
    pub(super) span: Span,
    /// How probable it is on its side.
    pub(super) probability: f32,
}

/// Some pieces; few sides have more.
pub(super) type Pieces = SmallVec<[Piece; 4]>;

/// The contents that may stand before a cue and its source, the likeliest first.
pub(super) fn contents_before(
    decisions: &mut Decisions<'_, impl Scorer>,
    source: Option<ChunkSpan>,
) -> Pieces {
    let Decisions { table, cue, .. } = *decisions;
    let pivot = match source {
        Some(source) if source.first < cue.candidate.first_chunk => source.first,
        _ => cue.candidate.first_chunk,
    };
    if let Some(quote) = subject_of_be(table, pivot) {
        let span = table.span(quote, quote);
        return smallvec![Piece {
            first: quote,
            last: quote,
            span,
            probability: 1.0,
        }];
    }
    let lasts = table.backwards(table.previous(pivot)).take(FARTHEST_END);
    let lasts = decisions.rank(
        Decision::BeforeEnd,
        (0..).zip(lasts),
        |(steps, last), features| {
            if describe_edge(table, last, table.next(last), features) {
                let category = table.category(last).value();
                features.add(T::Steps, steps, category);
                features.add(T::StepsKind, cue.form, category << 3 | steps);
            }
        },
        |(_, last)| table.span(last, last),
    );
    let mut pieces = Pieces::new();
    for ((_, last), of_last) in likely(lasts) {
        let starts = content_up_to(decisions, last);
        pieces.extend(starts.into_iter().map(|(first, of_start)| Piece {
            first,
            last,
            span: table.span(first, last),
            probability: of_last * of_start,
        }));
    }
    pieces
}

/// Where a content before a cue may begin that ends with the chunk `last`.
fn content_up_to(decisions: &mut Decisions<'_, impl Scorer>, last: ChunkId) -> Probable<ChunkId> {
    let Decisions { table, cue, .. } = *decisions;
    let content = Content::from(table, &cue, last);
    let start = FarEnd::nearest(table, last);
    let first = first_before(table, last);
    let starts = iter::successors(Some(start), |start| {
        (Some(start.chunk) != first).then(|| start.on(table, table.previous(start.chunk)))?
    });
    let starts = decisions.rank(
        Decision::BeforeStart,
        starts
            .take(LONGEST_SENTENCE)
            .filter(|start| !table.category(start.chunk).is_separator()),
        |start, features| {
            let before = table.previous(start.chunk);
            if describe_edge(table, before, start.chunk, features) {
                content.describe(table, start, before, features);
            }
        },
        |start| table.span(start.chunk, last),
    );
    let starts = starts.into_iter();
    starts
        .map(|(start, probability)| (start.chunk, probability))
        .collect()
}

/// The quote that is what somebody says: “It holds” was all that Ms. Brown would say.
fn subject_of_be(table: &ChunkTable<'_>, source: ChunkId) -> Option<ChunkId> {
    let mut before = table.backwards(table.previous(source)).take(FARTHEST_END);
    let was = before.find(|&chunk| {
        !matches!(
            table.category(chunk),
            Category::Wh
                | Category::Complementizer
                | Category::Subordinator
                | Category::Noun
                | Category::Quantity
                | Category::Pronoun
        )
    })?;
    let quote = table.previous(was);
    let is_subject =
        table.category(was) == Category::Be && table.category(quote) == Category::Quote;
    (is_subject && table.next(was) != source).then_some(quote)
}

/// The contents that may stand after a cue, the likeliest first.
pub(super) fn contents_after(
    decisions: &mut Decisions<'_, impl Scorer>,
    source: Option<ChunkSpan>,
) -> Pieces {
    let Decisions { table, cue, .. } = *decisions;
    let source = source.filter(|source| source.first > cue.candidate.head_chunk);
    let mut pieces = Pieces::new();
    for (first, of_first) in likely(content_starts(decisions, source)) {
        let ends = content_from(decisions, first, source.map(|source| source.first));
        let says = |last: ChunkId| says_something(table, first, last);
        // The likeliest tells whether there is any content.
        if pieces.is_empty() && ends.first().is_some_and(|&(last, _)| !says(last)) {
            break;
        }
        let ends = ends.into_iter().filter(|&(last, _)| says(last));
        pieces.extend(ends.map(|(last, of_end)| Piece {
            first,
            last,
            span: table.span(first, last),
            probability: of_first * of_end,
        }));
    }
    pieces
}

/// The chunks with which the content after a cue may begin, whose source stands there too or not.
fn content_starts(
    decisions: &mut Decisions<'_, impl Scorer>,
    source: Option<ChunkSpan>,
) -> Probable<ChunkId> {
    let Decisions { table, cue, .. } = *decisions;
    let first_of_source = source.map(|source| source.first);
    let start = ContentStart {
        chunk: table.next(cue.candidate.last_chunk),
        passed: Passed::default(),
    };
    let starts = iter::successors(Some(start), |start| {
        Some(ContentStart {
            chunk: table.next(start.chunk),
            passed: start.passed.with(table, start.chunk, first_of_source),
        })
    });
    let may_start = |start: &ContentStart| {
        !source.is_some_and(|source| source.contains(start.chunk))
            && !table.category(start.chunk).is_separator()
            && !introduces_nothing(table, start.chunk)
    };
    let starts = starts.take_while(|start| start.chunk != table.edge());
    let frames = cue.frames();
    let starts = decisions.rank(
        Decision::Start,
        starts.take(FARTHEST_START).filter(may_start),
        |start, features| {
            if describe_edge(table, table.previous(start.chunk), start.chunk, features) {
                start.describe(table, &cue, frames, features);
            }
        },
        |start| table.span(start.chunk, start.chunk),
    );
    let starts = starts.into_iter();
    starts
        .map(|(start, probability)| (start.chunk, probability))
        .collect()
}

/// Where the content after a cue may end that begins with the chunk `start`, before the source, if that
/// stands after it.
fn content_from(
    decisions: &mut Decisions<'_, impl Scorer>,
    start: ChunkId,
    source: Option<ChunkId>,
) -> Probable<ChunkId> {
    let Decisions { table, cue, .. } = *decisions;
    let content = Content::from(table, &cue, start);
    if let Some(end) = end_of_noun_clause(table, &cue, start) {
        return smallvec![(end, 1.0)];
    }
    let limit = limit(table, &cue, start);
    let is_beyond = |chunk| Some(chunk) == source || chunk == limit;
    // Where no mark tells where it ends, a clause has its verb at least: "the bank was closed| was wrong"
    let is_unmarked = limit != table.edge() && !table.category(limit).is_separator();
    let verb = table.next(match table.category(start) {
        Category::Complementizer => table.next(start),
        _ => start,
    });
    let least = Some(verb).filter(|_| is_unmarked && table.category(verb).is_finite());
    let end = Some(FarEnd::nearest(table, start)).filter(|_| Some(start) != source);
    let ends = iter::successors(end, |end| {
        end.on(table, table.next(end.chunk))
            .filter(|end| !is_beyond(end.chunk))
    });
    let ends = decisions.rank(
        Decision::End,
        ends.take(LONGEST_SENTENCE)
            .filter(|end| end.chunk == start || !table.category(end.chunk).is_separator())
            .filter(|end| least.is_none_or(|least| end.chunk >= least && end.chunk < limit)),
        |end, features| {
            let next = table.next(end.chunk);
            if describe_edge(table, end.chunk, next, features) {
                content.describe(table, end, next, features);
            }
        },
        |end| table.span(start, end.chunk),
    );
    let ends = ends.into_iter();
    ends.map(|(end, probability)| (end.chunk, probability))
        .collect()
}

/// Whether a content says more than when and where: "Ada Berg said so too." "She has sung here since 1988."
fn says_something(table: &ChunkTable<'_>, start: ChunkId, end: ChunkId) -> bool {
    let is_circumstance = |chunk: ChunkId| match table.category(chunk) {
        // "said yes"
        Category::Adverb => {
            let analysis = table.analysis();
            !analysis
                .word(analysis.chunk(chunk).first)
                .is_whole(Class::Answer)
        }
        Category::Preposition | Category::Time | Category::Quantity => {
            table.category(start) == Category::Adverb
        }
        _ => false,
    };
    let mut chunks = table.onwards(start).take_while(|&chunk| chunk <= end);
    chunks.any(|chunk| !is_circumstance(chunk))
}

/// Whether a chunk is a "that" or the like with no clause after it: "They asked for that."
fn introduces_nothing(table: &ChunkTable<'_>, chunk: ChunkId) -> bool {
    let next = table.next(chunk);
    table.analysis().chunk(chunk).kind == ChunkKind::Subordinator
        && (next == table.edge() || table.category(next).is_separator())
}

/// Where the content after a cue may begin.
#[derive(Clone, Copy, Debug)]
struct ContentStart {
    chunk: ChunkId,
    passed: Passed,
}

impl ContentStart {
    fn describe(
        self,
        table: &ChunkTable<'_>,
        cue: &CueFeatures<'_>,
        frames: u32,
        features: &mut impl Features,
    ) {
        let CueFeatures { lemma, form, .. } = *cue;
        let category = table.category(self.chunk);
        let with_next = category.and(table.category(table.next(self.chunk)));
        let passed = self.passed.value();
        features.add(T::Steps, passed, category.value());
        features.add(T::Passed, passed, form);
        features.add(T::PassedLemma, lemma, passed);
        features.add(T::PassedFrame, frames, passed << 6 | category.value());
        features.add(T::LemmaOutside, lemma, category.value());
        features.add(T::LemmaOutsideWord, lemma, table.first_word(self.chunk));
        features.add(T::KindOutside, with_next, form);
        features.add(T::FrameNext, frames, with_next);
    }
}

/// Where a content may end, or begin before its cue.
#[derive(Clone, Copy, Debug)]
struct FarEnd {
    chunk: ChunkId,
    /// What lies between the near end and this one, both counted.
    counts: PassedCounts,
}

impl FarEnd {
    fn nearest(table: &ChunkTable<'_>, chunk: ChunkId) -> FarEnd {
        FarEnd {
            chunk,
            counts: PassedCounts::default().with(table, chunk),
        }
    }

    /// The next one, at a chunk that is not the edge.
    fn on(self, table: &ChunkTable<'_>, chunk: ChunkId) -> Option<FarEnd> {
        (chunk != table.edge()).then(|| FarEnd {
            chunk,
            counts: self.counts.with(table, chunk),
        })
    }
}

/// A content of which the far end is to be decided.
#[derive(Clone, Copy, Debug)]
struct Content<'c> {
    cue: &'c CueFeatures<'c>,
    frames: u32,
    /// The category of the chunk at the near end.
    near: Category,
}

impl<'c> Content<'c> {
    /// The content of a cue that has the chunk `near` at the end near to the cue.
    fn from(table: &ChunkTable<'_>, cue: &'c CueFeatures<'c>, near: ChunkId) -> Content<'c> {
        Content {
            cue,
            frames: cue.frames(),
            near: table.category(near),
        }
    }

    /// Adds what tells whether the content reaches just so `far`; `outside` stands beyond.
    fn describe(
        &self,
        table: &ChunkTable<'_>,
        far: FarEnd,
        outside: ChunkId,
        features: &mut impl Features,
    ) {
        let CueFeatures { lemma, form, .. } = *self.cue;
        let (near, frames) = (self.near, self.frames);
        let (inner, outer) = (table.category(far.chunk), table.category(outside));
        let outside_word = table.first_word(outside);
        let second = table.next(outside);
        let second_category = table.category(second);
        let size = far.counts.size();
        let verbs = far.counts.verbs().min(MOST_VERBS);
        let goes_on = u32::from(outer != Category::Edge);
        features.add(T::Steps, size, goes_on);
        features.add(T::StepsLemma, lemma, size);
        features.add(T::StepsKind, near.value(), size << 1 | goes_on);
        features.add(T::KindOutside, near.and(outer), verbs);
        features.add(T::KindVerbs, near.value() << 6 | form, verbs);
        features.add(T::KindWord, near.value() << 2 | verbs, outside_word);
        features.add(T::LemmaOutside, lemma, outer.value() << 2 | verbs);
        features.add(T::LemmaOutsideWord, lemma, outside_word);
        features.add(T::VerbsOutside, verbs, outer.and(second_category));
        features.add(
            T::VerbsWord,
            verbs << 6 | outer.value(),
            table.first_word(second),
        );
        features.add(
            T::Commas,
            far.counts.commas().min(MOST_COMMAS),
            outer.value(),
        );
        features.add(T::Verbs, verbs, inner.value());
        features.add(
            T::Quotes,
            far.counts.quotes().min(MOST_QUOTES),
            outer.and(inner),
        );
        features.add(T::PassedFrame, frames, outer.value() << 2 | verbs);
        // "…, he said", "… and added": another cue, or the same one's next verb.
        let report = [outer, second_category, table.category(table.next(second))]
            .iter()
            .position(|&category| category == Category::Report);
        let report = report.map_or(0, |position| position as u32 + 1);
        features.add(T::Report, report, outer.value() << 6 | verbs);
    }
}
