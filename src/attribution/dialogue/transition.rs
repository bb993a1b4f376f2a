//! What bears on whether the turn changes between a line and the one before.

use enumset::EnumSet;
use smallvec::SmallVec;

use super::context::{CONVERSATION, LineContext};
use super::feature::LineFeature;
use super::line::{CuedSource, DialogueLine};
use super::line_position::LinePosition;
use super::referent::Referent;
use crate::analysis::{Analysis, Shape};
use crate::ids::{EntityId, ParagraphId};
use crate::model::FeatureSet;

/// The most paragraphs of narration over which a conversation goes on. Chosen, as the numbers that follow, with the
/// novels of `weights/MODEL.md` in view.
const LONGEST_SILENCE: usize = 30;
/// A paragraph with more tokens is no heading.
const LONGEST_HEADING: usize = 12;
/// The most tokens of a line with few words, and the fewest of one with many.
const FEW_TOKENS: u32 = 4;
const MANY_TOKENS: u32 = 45;
/// The most paragraphs between two lines, if they are few.
const FEW_PARAGRAPHS: usize = 5;
/// The most whom cues around a line name, if they are few: two can talk.
const FEW_CUED: usize = 2;
/// The fewest whom they name, if they are many.
const MANY_CUED: usize = 4;

/// What bears on whether the turn changes, and whether a conversation starts.
pub(super) fn transition(context: &LineContext<'_>) -> (EnumSet<LineFeature>, bool) {
    use LineFeature::*;
    let mut set = EnumSet::empty();
    let LineContext { input, line, .. } = *context;
    let analysis = input.analysis;
    let Some(before) = context.before(1) else {
        return (set, true);
    };
    let gap = line.first_paragraph.since(before.last_paragraph);
    let position = LinePosition::of(input, line);
    set.add(match gap {
        0 if stands_beside(before, line) => GapNone,
        0 if before.last_sentence == line.first_sentence && !has_own_clause(before, line) => {
            GapSentence
        }
        0 => GapParagraph,
        1 if !position.led => GapNone,
        1 => GapNarrated,
        2 => GapOne,
        3..=FEW_PARAGRAPHS => GapFew,
        _ => GapMany,
    });
    set.add_if(
        gap > 0 && LinePosition::of(input, before).trailed,
        TrailBefore,
    );
    set.add_if(position.trailed, Trail);
    set |= context.style;
    let count = named_around(context);
    set.add_if(count <= FEW_CUED, AtMostTwoCued);
    set.add_if(count >= MANY_CUED, ManyCued);
    set.add_if(before.is_question, AskedBefore);
    set.add_if(line.is_question, Asks);
    set.add_if(line.is_answer, Answers);
    set.add_if(before.breaks_off, BrokenOffBefore);
    set.add_if(line.length <= FEW_TOKENS, FewWords);
    set.add_if(before.length <= FEW_TOKENS, FewWordsBefore);
    set.add_if(line.length >= MANY_TOKENS, ManyWords);
    set.add_if(before.length >= MANY_TOKENS, ManyWordsBefore);
    let referent = line.possible_source().map(|source| source.referent);
    set.add(match referent.unwrap_or(Referent::Unknown) {
        Referent::Entity(_) => LineNamed,
        Referent::Pronoun(_) => LinePronoun,
        Referent::Other => LineOther,
        Referent::Unknown => LineUncued,
    });
    let is_closed = analysis.quotes[before.quote.index()].is_closed();
    set.add_if(!is_closed, BeforeUnclosed);
    let starts = gap > LONGEST_SILENCE || has_break(analysis, before, line);
    (set, starts)
}

/// How many the cues around a line name, no more than are many.
fn named_around(context: &LineContext<'_>) -> usize {
    let before = context.cued_before.iter().rev().take(CONVERSATION);
    let around = before.chain(context.cued_after.iter().take(CONVERSATION));
    let mut named: SmallVec<[EntityId; MANY_CUED]> = SmallVec::new();
    for person in around.flatten() {
        if !named.contains(person) {
            named.push(*person);
        }
        if named.len() == MANY_CUED {
            break;
        }
    }
    named.len()
}

/// Whether nothing stands between two lines on one line of the page, as a new paragraph does else: “Mine!” “No!”
fn stands_beside(before: &DialogueLine, line: &DialogueLine) -> bool {
    before.closing.next() == line.opening
}

/// Whether two lines of a sentence have a reporting clause each: “…,” Anne said, and Tom said, “…”
fn has_own_clause(before: &DialogueLine, line: &DialogueLine) -> bool {
    let cue = |line: &DialogueLine| line.source.filter(CuedSource::is_sure)?.cue;
    matches!((cue(before), cue(line)), (Some(one), Some(other)) if one != other)
}

/// Whether a row of stars or a heading parts two lines.
fn has_break(analysis: &Analysis<'_>, before: &DialogueLine, line: &DialogueLine) -> bool {
    let mut between = before.last_paragraph.next().up_to(line.first_paragraph);
    between.any(|paragraph| is_break(analysis, paragraph))
}

/// Whether a paragraph is a row of stars or the heading of a chapter.
fn is_break(analysis: &Analysis<'_>, paragraph: ParagraphId) -> bool {
    let tokens = analysis.paragraphs[paragraph.index()].range();
    if tokens.len() > LONGEST_HEADING {
        return false;
    }
    let mut words = analysis.words[tokens].iter().filter(|word| word.base > 1);
    words.all(|word| word.shape.has(Shape::ALL_CAPITALS))
}
