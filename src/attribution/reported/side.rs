//! On which side of its cue a content stands.

use smallvec::smallvec;

use super::category::{Category, OTHER_CATEGORY, variant, variant_of_two};
use super::chunk_table::{ChunkTable, LONGEST_SENTENCE};
use super::cues::CueFeatures;
use super::decision::Decision;
use super::decisions::{Decisions, Probable};
use super::features::{Features, Template as T};
use super::scorer::Scorer;
use crate::analysis::VerbForm;
use crate::ids::ChunkId;
use crate::language::Frame;

/// How many chunks after an agent its content may begin: "announced by the head of the bank in Oslo that".
const LONGEST_AGENT: usize = 6;
/// How many times and places may stand in a row after a cue: "said on Tuesday in Geneva".
const ADVERBIALS: usize = 4;

/// Where content is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    /// "The bridge is safe, the mayor said."
    Before,
    /// "The mayor said the bridge is safe."
    After,
    /// "The bridge, the mayor said, is safe."
    Both,
}

impl Side {
    const ALL: [Side; 3] = [Side::Before, Side::After, Side::Both];
}

/// How many bits a side takes in the value of a feature.
const SIDE_BITS: u32 = 3;

/// The sides on which the content of a cue may stand whose source is in the chunk `source`, the likeliest first, each
/// with how probable it is.
pub(super) fn sides(
    decisions: &mut Decisions<'_, impl Scorer>,
    source: Option<ChunkId>,
) -> Probable<Side> {
    let Decisions { table, cue, .. } = *decisions;
    if is_preposed(table, &cue, source) {
        return smallvec![(Side::Before, 1.0)];
    }
    if is_after_agent(table, &cue, source) || is_named_in_marks(table, &cue) {
        return smallvec![(Side::After, 1.0)];
    }
    decisions.begin(Decision::Side);
    let mut sides = Side::ALL.map(|_| decisions.scorer.candidate(Decision::Side));
    describe_sides(table, &cue, source, &mut sides);
    for features in sides {
        decisions.scorer.add(features, || None);
    }
    let ranked = decisions.scorer.ranked().into_iter();
    ranked
        .map(|(number, probability)| (Side::ALL[number], probability))
        .collect()
}

/// Whether the content certainly stands before its source: a clause and a comma do, and after
/// the cue nothing but who is told, times, places and another clause: "It rains, he told her on Monday."
fn is_preposed(table: &ChunkTable<'_>, cue: &CueFeatures<'_>, source: Option<ChunkId>) -> bool {
    let Some(source) = source.filter(|&source| source < cue.candidate.first_chunk) else {
        return false;
    };
    let comma = table.previous(source);
    if table.category(comma) != Category::Comma {
        return false;
    }
    let after = table.next(cue.candidate.last_chunk);
    let is_addressee = cue.candidate.facts.takes(Frame::Addressee)
        && matches!(
            table.category(after),
            Category::Speaker | Category::Name | Category::Pronoun
        );
    let after = if is_addressee {
        table.next(after)
    } else {
        after
    };
    let rest = after_adverbials(table, after);
    let ends = match table.category(rest) {
        Category::Stop | Category::Edge => true,
        Category::Comma => matches!(
            table.category(table.next(rest)),
            Category::Subordinator | Category::Coordinator | Category::Wh | Category::Ing
        ),
        _ => false,
    };
    let is_clause = || {
        table
            .backwards(table.previous(comma))
            .take(LONGEST_SENTENCE)
            .any(|chunk| table.category(chunk).is_finite())
    };
    // Days are no content, nor is their preposition: "…, he said on Friday."
    let is_bare = ends
        && table
            .onwards(after)
            .take(ADVERBIALS + 1)
            .take_while(|&chunk| chunk != rest)
            .all(|chunk| {
                matches!(
                    table.category(chunk),
                    Category::Time | Category::Adverb | Category::Preposition
                )
            });
    ends && (is_bare || is_clause())
}

/// Whether the content certainly stands after its source, the agent of a passive: "It was announced by the
/// ministry that fares would rise."
fn is_after_agent(table: &ChunkTable<'_>, cue: &CueFeatures<'_>, source: Option<ChunkId>) -> bool {
    let is_agent = |source: ChunkId| {
        cue.candidate.passive
            && source > cue.candidate.last_chunk
            && table.category(table.previous(source)) == Category::Agent
    };
    source
        .filter(|&source| is_agent(source))
        .is_some_and(|source| {
            table
                .onwards(table.next(source))
                .take(LONGEST_AGENT)
                .any(|chunk| table.category(chunk) == Category::Complementizer)
        })
}

/// Whether the words in marks after a cue tell what its object, which stands before it, is called: "a plan that the union
/// described as “laughable”".
fn is_named_in_marks(table: &ChunkTable<'_>, cue: &CueFeatures<'_>) -> bool {
    let analysis = table.analysis();
    let next = table.next(cue.candidate.last_chunk);
    let is_link = next != table.edge()
        && analysis
            .word(analysis.chunk(next).first)
            .is_one_of(analysis.language.sources.before_description);
    let quote = if is_link { table.next(next) } else { next };
    let frame = if is_link {
        Frame::As
    } else {
        Frame::ObjectComplement
    };
    cue.candidate.facts.takes(frame)
        && cue.candidate.form == VerbForm::Finite
        && table.category(quote) == Category::Quote
}

/// The first chunk after times and places: "although" of "said on Tuesday in Geneva, although".
fn after_adverbials(table: &ChunkTable<'_>, mut chunk: ChunkId) -> ChunkId {
    for _ in 0..ADVERBIALS {
        chunk = match table.category(chunk) {
            Category::Time | Category::Adverb | Category::Aside => table.next(chunk),
            Category::Preposition | Category::Dative => table.next(table.next(chunk)),
            _ => break,
        };
    }
    chunk
}

/// Where the source stands to the cue, as the value of a feature.
fn source_position(table: &ChunkTable<'_>, cue: &CueFeatures<'_>, source: Option<ChunkId>) -> u32 {
    match source {
        None => 0,
        Some(chunk) if chunk > cue.candidate.first_chunk => 1,
        Some(chunk) if table.next(chunk) == cue.candidate.first_chunk => 2,
        Some(_) => 3,
    }
}

/// Describes all sides at once, for they have all but their number in common.
fn describe_sides(
    table: &ChunkTable<'_>,
    cue: &CueFeatures<'_>,
    source: Option<ChunkId>,
    sides: &mut [impl Features; Side::ALL.len()],
) {
    let CueFeatures {
        candidate,
        lemma,
        form,
    } = *cue;
    let first = match source {
        Some(chunk) if chunk < candidate.first_chunk => chunk,
        _ => candidate.first_chunk,
    };
    let next = table.next(candidate.last_chunk);
    let next_category = table.category(next);
    let second_category = table.category(table.next(next));
    let next_value = next_category.value();
    let previous = table.previous(first);
    let previous_category = table.category(previous);
    let earlier_category = table.category(table.previous(previous));
    let previous_value = previous_category.value();
    let after_source = source
        .filter(|&chunk| chunk > candidate.first_chunk)
        .map(|chunk| table.next(chunk));
    let beyond = table.category(after_source.unwrap_or(table.edge())).value();
    let rest = after_adverbials(table, after_source.unwrap_or(next));
    let rest = table.category(rest).value();
    let position = source_position(table, cue, source);
    for (side, features) in (0..).zip(&mut *sides) {
        features.add(T::Side, side, 0);
    }
    let mut add = |template: T, first: u32, second: u32| {
        for (side, features) in (0..).zip(&mut *sides) {
            features.add(template, first, second << SIDE_BITS | side);
        }
    };
    let (next_word, previous_word) = (table.first_word(next), table.first_word(previous));
    add(T::SideLemma, lemma, 0);
    add(T::SideLemma, lemma, 1 + next_value);
    add(T::SideLemma, lemma, OTHER_CATEGORY + previous_value);
    add(T::SideNext, next_value, second_category.value());
    add(T::SideNext, next_word, OTHER_CATEGORY);
    let next_two = OTHER_CATEGORY + 1 + second_category.value();
    add(T::SideNext, next_word, next_two);
    add(T::SideBefore, previous_value, earlier_category.value());
    let previous_two = previous_category.and(earlier_category);
    add(T::SideBefore, previous_two, OTHER_CATEGORY + next_value);
    add(T::SideBefore, previous_word, variant(4, position));
    // The numbers of variants are any that differ.
    let position_and_previous = variant(position, previous_value);
    add(T::SideSource, position, next_value);
    add(T::SideSource, position, OTHER_CATEGORY + previous_value);
    add(T::SideSource, position_and_previous, variant(2, next_value));
    add(T::SideSource, variant_of_two(1, previous_value), beyond);
    add(T::SideSource, variant_of_two(2, position), beyond);
    add(T::SideSource, variant_of_two(3, next_value), beyond);
    add(T::SideSource, variant_of_two(4, previous_value), rest);
    let previous_and_position = variant(previous_value, position);
    add(
        T::SideSource,
        variant_of_two(5, previous_and_position),
        rest,
    );
    add(T::SideFrame, cue.frames(), next_value);
    add(T::SideFrame, form, variant(16, 0));
    add(T::SideFrame, form, variant(32, next_value));
    add(T::SideFrame, form, variant(64, previous_value));
}
