//! What tells whether contents of a cue belong there, and to each other.

use super::category::Category;
use super::chunk_table::ChunkTable;
use super::clauses::is_clause;
use super::content_span::Piece;
use super::cues::CueFeatures;
use super::edge::PassedCounts;
use super::features::{Features, Template as T};
use super::reporting_clauses::{Others, ReportingClause};
use crate::ids::ChunkId;
use crate::language::Class;

/// More verbs, reports, quotes and clauses in a content are not told apart.
const MOST_VERBS: u32 = 2;
const MOST_REPORTS: u32 = 2;
const MOST_QUOTES: u32 = 2;
const MOST_CLAUSES: u32 = 2;
/// How many chunks beyond a content another reporting clause may begin to count as right beyond it.
const NEAR: u32 = 3;

/// How a content begins, as a whole clause or not. The fitted weights know each by its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum Opening {
    /// that the bridge was safe
    ThatClause = 1,
    /// that of the bridge
    That = 2,
    /// what was safe, if it was safe
    Subordinate = 3,
    Quote = 4,
    /// to close the bridge
    Infinitive = 5,
    /// of the bridge
    Phrase = 6,
    /// the bridge was safe
    Clause = 7,
    /// was safe
    Verb = 8,
    /// the bridge
    Other = 9,
}

impl Opening {
    fn of(table: &ChunkTable<'_>, first: ChunkId) -> Opening {
        use Category as C;
        match table.category(first) {
            C::Complementizer if is_clause(table, table.next(first)) => Opening::ThatClause,
            C::Complementizer => Opening::That,
            C::Wh | C::Subordinator => Opening::Subordinate,
            C::Quote => Opening::Quote,
            C::Infinitive => Opening::Infinitive,
            C::Preposition | C::Genitive | C::Dative => Opening::Phrase,
            _ if is_clause(table, first) => Opening::Clause,
            category if category.is_finite() => Opening::Verb,
            _ => Opening::Other,
        }
    }
}

/// A content with what its chunks are.
struct Content {
    piece: Piece,
    opening: Opening,
    size: u32,
    verbs: u32,
    reports: u32,
    quotes: u32,
    /// Its first finite verb.
    verb: Option<ChunkId>,
}

impl Content {
    fn of(table: &ChunkTable<'_>, piece: Piece) -> Content {
        let mut counts = PassedCounts::default();
        let mut reports = 0;
        let mut verb = None;
        let chunks = table.onwards(piece.first);
        for chunk in chunks.take_while(|&chunk| chunk <= piece.last) {
            counts = counts.with(table, chunk);
            let category = table.category(chunk);
            reports += u32::from(category == Category::Report);
            if verb.is_none() && category.is_finite() {
                verb = Some(chunk);
            }
        }
        Content {
            piece,
            opening: Opening::of(table, piece.first),
            size: counts.size(),
            verbs: counts.verbs().min(MOST_VERBS),
            reports: reports.min(MOST_REPORTS),
            quotes: counts.quotes().min(MOST_QUOTES),
            verb,
        }
    }
}

/// On which side of the cue a content stands, with another on the other side or not: the lowest bits of values.
#[derive(Clone, Copy, Debug)]
struct ContentSide(u32);

impl ContentSide {
    const BITS: u32 = 2;

    fn of(is_after: bool, is_alone: bool) -> ContentSide {
        ContentSide(u32::from(is_alone) << 1 | u32::from(is_after))
    }

    fn is_after(self) -> bool {
        self.0 & 1 == 1
    }

    /// The value of a feature that is this and another value.
    fn and(self, value: u32) -> u32 {
        value << ContentSide::BITS | self.0
    }
}

/// Adds what tells whether the contents of a cue, before it and after it, are just there.
pub(super) fn describe_placement(
    table: &ChunkTable<'_>,
    cue: &CueFeatures<'_>,
    others: &Others<'_>,
    [before, after]: [Option<Piece>; 2],
    features: &mut impl Features,
) {
    let before = before.map(|piece| Content::of(table, piece));
    let after = after.map(|piece| Content::of(table, piece));
    let is_alone = before.is_none() || after.is_none();
    let both = u32::from(before.is_some()) << 1 | u32::from(after.is_some());
    features.add(T::PlacementFrame, cue.frames(), both);
    if let (Some(before), Some(after)) = (&before, &after) {
        let openings = (before.opening as u32) << 4 | after.opening as u32;
        features.add(T::PlacementBoth, openings, before.verbs << 2 | after.verbs);
    }
    for (is_after, content) in [(false, before), (true, after)] {
        if let Some(content) = content {
            let side = ContentSide::of(is_after, is_alone);
            describe_content(table, cue, side, &content, features);
            describe_joined(table, cue, side, &content, features);
            describe_others(table, others, side, &content, features);
        }
    }
}

fn describe_content(
    table: &ChunkTable<'_>,
    cue: &CueFeatures<'_>,
    side: ContentSide,
    content: &Content,
    features: &mut impl Features,
) {
    let Piece { first, last, .. } = content.piece;
    let category = table.category(first).value();
    let before = table.previous(first);
    let outside = table.next(last);
    let second = table.next(outside);
    let outer_two = table.category(outside).and(table.category(second));
    let third = table.category(table.next(second)).value();
    let opening = side.and(content.opening as u32);
    let outside_word = table.first_word(outside);
    features.add(T::PlacementSize, content.size, opening);
    features.add(T::PlacementLemma, cue.lemma, opening);
    features.add(T::PlacementReports, content.reports, opening);
    features.add(T::PlacementQuotes, content.quotes, opening);
    features.add(T::PlacementOutside, outer_two, opening);
    features.add(
        T::PlacementOutsideThree,
        outer_two,
        side.and(third << 2 | content.verbs),
    );
    features.add(
        T::PlacementStart,
        table.category(before).value() << 6 | category,
        side.and(cue.form),
    );
    features.add(T::PlacementStartLemma, cue.lemma, side.and(category));
    features.add(T::PlacementStartWord, table.head_word(first), side.0);
    features.add(
        T::PlacementBefore,
        cue.lemma,
        side.and(table.head_word(before)),
    );
    features.add(
        T::PlacementEdge,
        table.head_word(last),
        side.and(outside_word),
    );
    features.add(
        T::PlacementBeyond,
        table.head_word(second),
        side.and(outside_word),
    );
}

/// Adds what a verb beyond the content has in common with the cue's and the content's: "said that it is so and called".
fn describe_joined(
    table: &ChunkTable<'_>,
    cue: &CueFeatures<'_>,
    side: ContentSide,
    content: &Content,
    features: &mut impl Features,
) {
    let outside = table.next(content.piece.last);
    let second = table.next(outside);
    let (joins, next) = match table.category(outside) {
        Category::Coordinator => (1, second),
        Category::Comma if table.category(second) == Category::Coordinator => {
            (2, table.next(second))
        }
        _ => (0, outside),
    };
    let next = table.skip_adverbs(next);
    let has_subject = !table.category(next).is_finite();
    let verb = match has_subject {
        true => table.skip_adverbs(table.next(next)),
        false => next,
    };
    let tenses = tense(table, cue.candidate.head_chunk) << 4
        | content.verb.map_or(3, |verb| tense(table, verb)) << 2
        | tense(table, verb);
    features.add(
        T::PlacementTenses,
        tenses << 2 | joins,
        side.and(u32::from(has_subject)),
    );
}

/// Whether a chunk is a finite verb, and one in the past.
fn tense(table: &ChunkTable<'_>, chunk: ChunkId) -> u32 {
    if !table.category(chunk).is_finite() {
        return 0;
    }
    let analysis = table.analysis();
    let chunk = analysis.chunk(chunk);
    let is_past = |token| analysis.word(token).is(Class::VerbPast);
    1 + u32::from(is_past(chunk.first) || is_past(chunk.head))
}

/// Adds how the content lies to other reporting clauses.
fn describe_others(
    table: &ChunkTable<'_>,
    others: &Others<'_>,
    side: ContentSide,
    content: &Content,
    features: &mut impl Features,
) {
    let Piece { first, last, .. } = content.piece;
    let is_within = |chunk: ChunkId| (first..=last).contains(&chunk);
    let (mut nested, mut crossing, mut sourceless, mut own) = (0u32, 0u32, 0u32, 0u32);
    let mut count = |other: &ReportingClause| {
        let cue = is_within(other.cue);
        match other.source {
            source if cue && source.is_some() && source == others.source => own += 1,
            None => sourceless += u32::from(cue),
            Some(source) if cue && is_within(source) => nested += 1,
            Some(source) => crossing += u32::from(cue || is_within(source)),
        }
    };
    match side.is_after() {
        true => others.later().for_each(&mut count),
        false => others.earlier().for_each(&mut count),
    }
    let counts = [nested, crossing, sourceless, own].into_iter();
    let counts = counts.fold(0, |all, one| all << 2 | one.min(MOST_CLAUSES));
    features.add(T::PlacementClauses, counts, side.0);
    let outside = match side.is_after() {
        true => table.next(last),
        false => table.previous(first),
    };
    let beyond = match side.is_after() {
        true => clause_beyond(table, others, outside),
        false => 0,
    };
    let outer = table.category(outside).value();
    features.add(T::PlacementNext, beyond, side.and(outer));
    features.add(T::PlacementNextClauses, beyond, side.and(counts));
}

/// After how many chunks from one on another reporting clause begins, and whether with a cue of the same source; zero where
/// none is near.
fn clause_beyond(table: &ChunkTable<'_>, others: &Others<'_>, outside: ChunkId) -> u32 {
    let mut chunk = outside;
    for step in 1..=NEAR {
        let begins = |other: &&ReportingClause| other.first() == chunk || other.cue == chunk;
        if let Some(other) = others.later().find(begins) {
            let is_same = other.cue == chunk && other.source == others.source;
            return step << 1 | u32::from(is_same);
        }
        chunk = table.next(chunk);
    }
    0
}
