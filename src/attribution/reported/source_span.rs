//! From where to where the source of a cue reaches: "the mayor of Bergen, a former teacher".

use std::iter;

use super::category::Category;
use super::chunk_table::{ChunkSpan, ChunkTable};
use super::clauses::{is_clause, is_reporting_verb};
use super::cues::CueFeatures;
use super::decision::Decision;
use super::decisions::Decisions;
use super::edge::{PassedCounts, describe_edge};
use super::features::{Features, Template as T};
use super::scorer::Scorer;
use crate::analysis::mention::Mention;
use crate::analysis::{ChunkKind, VerbForm};
use crate::ids::{ChunkId, MentionId};
use crate::quote::QuoteKind;
use crate::span::Span;
use crate::token::mark::is_apostrophe;

/// How many chunks of a source may stand after its noun, and before it. This bounds the work; the
/// annotated sources of the training text are hardly ever longer.
const FARTHEST_AFTER: usize = 16;
const BEFORE: usize = 4;

/// More chunks between a source's head and its edge, and more verbs and commas within it, are not told apart. The weights
/// were fitted so.
const MOST_STEPS: u32 = 8;
const MOST_VERBS: u32 = 3;
const MOST_COMMAS: u32 = 3;

/// The words of a source that is a part of its chunk: "Berg's" of "Berg's claim", "she" of "she's said".
fn part_of_chunk(table: &ChunkTable<'_>, mention: &Mention) -> Option<Span> {
    let analysis = table.analysis();
    let is_contracted = matches!(analysis.chunk(mention.chunk).kind, ChunkKind::VerbGroup(_));
    if !mention.possessor && !is_contracted {
        return None;
    }
    let last = mention.end.previous().unwrap_or(mention.first);
    let own = analysis.span(mention.first, last.max(mention.head));
    Some(match analysis.text[own].find(is_apostrophe) {
        Some(length) if is_contracted => {
            Span::between(own.start() as u32, (own.start() + length) as u32)
        }
        _ => own,
    })
}

/// The chunks and the words of the source that has a mention.
pub(super) fn source_span(
    decisions: &mut Decisions<'_, impl Scorer>,
    mention: MentionId,
) -> (ChunkSpan, Span) {
    let Decisions { table, cue, .. } = *decisions;
    let mention = table.input.mention(mention);
    let noun = mention.chunk;
    if let Some(own) = part_of_chunk(table, mention) {
        let chunks = ChunkSpan {
            first: noun,
            last: noun,
        };
        return (chunks, own);
    }
    // Moss “a curse” of "Berg called it “a gift” and Moss “a curse”", but not Robert “Bobby” Scott.
    let is_gapped = |quote: ChunkId| {
        noun > cue.candidate.last_chunk
            && table.category(table.previous(noun)) == Category::Coordinator
            && table.category(table.previous(table.previous(noun))) == Category::Quote
            && table.previous(quote) == noun
    };
    let belongs = |chunk: &ChunkId| {
        let of_cue = (cue.candidate.first_chunk..=cue.candidate.last_chunk).contains(chunk);
        let ends = match table.category(*chunk) {
            Category::Coordinator => {
                noun > cue.candidate.head_chunk && is_clause(table, table.next(*chunk))
            }
            Category::Stop | Category::Semicolon | Category::Colon | Category::Edge => true,
            // "It was announced by the port that it was shut."
            Category::Complementizer => cue.candidate.passive && noun > cue.candidate.last_chunk,
            Category::Quote => is_speech(table, *chunk) || is_gapped(*chunk),
            _ => false,
        };
        !of_cue && !ends
    };

    let starts = iter::successors(Some(noun), |&chunk| {
        Some(table.previous(chunk)).filter(belongs)
    });
    let starts = (0..).zip(starts);
    let start = decisions.pick(
        Decision::SourceStart,
        starts
            .map(|(steps, chunk)| SourceStart { chunk, steps })
            .take(BEFORE + 1),
        |start, features| start.describe(table, &cue, noun, features),
        |start| table.span(start.chunk, noun),
    );
    let first = start.map_or(noun, |start| start.chunk);
    // A given name before a nickname in marks belongs to the name.
    let given = iter::successors(Some(noun), |&chunk| Some(table.previous(chunk)))
        .take(BEFORE)
        .find(|&chunk| table.analysis().chunk(chunk).first <= mention.first);
    let first = given.map_or(first, |given| first.min(given));

    let end = SourceEnd {
        chunk: noun,
        steps: 0,
        counts: PassedCounts::default(),
    };
    let ends = iter::successors(Some(end), |end| {
        let chunk = Some(table.next(end.chunk)).filter(belongs)?;
        Some(SourceEnd {
            chunk,
            steps: end.steps + 1,
            counts: end.counts.with(table, chunk),
        })
    });
    let end = decisions.pick(
        Decision::SourceEnd,
        ends.take(FARTHEST_AFTER)
            .filter(|end| !table.category(end.chunk).is_separator()),
        |end, features| end.describe(table, &cue, noun, features),
        |end| table.span(first, end.chunk),
    );
    let joined = table.analysis().names_joined_to(noun).last().copied();
    let joined =
        joined.filter(|&last| last < cue.candidate.first_chunk || noun > cue.candidate.last_chunk);
    let last = end
        .map_or(noun, |end| end.chunk)
        .max(joined.unwrap_or(noun));
    (ChunkSpan { first, last }, table.span(first, last))
}

/// Whether a chunk is the mark of speech, which is no part of a source: Ruth “Ruthie” Vale, but not Ruth, and
/// “…,” said Owen.
fn is_speech(table: &ChunkTable<'_>, chunk: ChunkId) -> bool {
    let analysis = table.analysis();
    match analysis.chunk(chunk).kind {
        ChunkKind::Opening(quote) | ChunkKind::Closing(quote) => {
            analysis.quotes[quote.index()].kind() == QuoteKind::Speech
                || is_reporting_verb(table, table.next(chunk), VerbForm::Finite)
        }
        _ => false,
    }
}

/// Where a source may begin.
#[derive(Clone, Copy, Debug)]
struct SourceStart {
    chunk: ChunkId,
    /// How far before its noun that is.
    steps: u32,
}

impl SourceStart {
    fn describe(
        self,
        table: &ChunkTable<'_>,
        cue: &CueFeatures<'_>,
        noun: ChunkId,
        features: &mut impl Features,
    ) {
        let before = table.previous(self.chunk);
        if !describe_edge(table, before, self.chunk, features) {
            return;
        }
        let is_after_cue = u32::from(before == cue.candidate.last_chunk);
        let categories = table.category(noun).and(table.category(self.chunk));
        features.add(T::Steps, self.steps, is_after_cue);
        features.add(T::StepsKind, self.steps.min(1), categories);
    }
}

/// Where a source may end.
#[derive(Clone, Copy, Debug)]
struct SourceEnd {
    chunk: ChunkId,
    /// How far after its noun that is.
    steps: u32,
    /// What stands after the noun.
    counts: PassedCounts,
}

impl SourceEnd {
    fn describe(
        self,
        table: &ChunkTable<'_>,
        cue: &CueFeatures<'_>,
        noun: ChunkId,
        features: &mut impl Features,
    ) {
        let SourceEnd {
            chunk,
            steps,
            counts,
        } = self;
        let next = table.next(chunk);
        if !describe_edge(table, chunk, next, features) {
            return;
        }
        let (inner, outer) = (table.category(chunk), table.category(next));
        let is_before_cue = next == cue.candidate.first_chunk;
        let is_after_cue = noun > cue.candidate.head_chunk;
        let position = u32::from(is_before_cue) << 1 | u32::from(is_after_cue);
        features.add(T::Steps, steps.min(MOST_STEPS), position);
        features.add(T::StepsKind, position, inner.value());
        features.add(T::KindOutside, position, inner.and(outer));
        features.add(
            T::Nature,
            table.category(noun).value() << 2 | position,
            outer.value(),
        );
        features.add(T::Commas, counts.commas().min(MOST_COMMAS), position);
        features.add(
            T::Verbs,
            counts.verbs().min(MOST_VERBS) << 6 | outer.value(),
            position,
        );
        features.add(
            T::NatureOutside,
            table.head_word(noun),
            outer.value() << 1 | steps.min(1),
        );
    }
}
