//! What stands around a verb: whether it introduces what is said, and whether that may stand before it.

use super::category::Category;
use super::chunk_table::ChunkTable;
use super::cues::CueFeatures;
use crate::analysis::cue;
use crate::ids::ChunkId;

/// How many chunks after a verb its clause or its words in marks may begin: "wrote to her on Monday that".
pub(super) const FARTHEST_CLAUSE: usize = 5;

/// How many chunks a clause that is reported has before its reporting clause, as far as one looks for its verb.
pub(super) const LONGEST_REPORT: usize = 40;

/// How many chunks stand between a verb and what it stands right after, at most: its subject and a chunk that joins.
const FARTHEST_QUOTE: usize = 3;

/// Whether a verb stands right after words in marks or a dash, its subject and what joins aside: “No,” and went on.
pub(super) fn is_beside_quotation(table: &ChunkTable<'_>, cue: &CueFeatures<'_>) -> bool {
    let mut before = table
        .backwards(cue.candidate.first_chunk)
        .skip(1)
        .take(FARTHEST_QUOTE);
    before.any(|chunk| matches!(table.category(chunk), Category::Quote | Category::Dash))
}

/// Whether what a verb reports may stand before it: The trial goes on, the judge ruled on Friday.
pub(super) fn is_clause_of_quotation(table: &ChunkTable<'_>, cue: &CueFeatures<'_>) -> bool {
    let mut before = table
        .backwards(table.previous(cue.candidate.first_chunk))
        .take(LONGEST_REPORT);
    before.any(|chunk| {
        let category = table.category(chunk);
        category.is_finite() || category == Category::Quote
    })
}

/// Whether a clause or words in marks begin after a verb.
pub(super) fn introduces_after(table: &ChunkTable<'_>, cue: &CueFeatures<'_>) -> bool {
    let mut after = table
        .onwards(table.next(cue.candidate.last_chunk))
        .take(FARTHEST_CLAUSE)
        .take_while(|&chunk| !table.category(chunk).is_separator());
    after.any(|chunk| introduces(table.category(chunk)) && !follows_marking(table, chunk))
}

/// Whether a chunk is the mark of words that stand on something: the button marked “Up”.
pub(super) fn follows_marking(table: &ChunkTable<'_>, quote: ChunkId) -> bool {
    let before = table.previous(quote);
    table.category(quote) == Category::Quote
        && before != table.edge()
        && cue::is_marking(table.analysis(), before)
}

/// Whether a chunk introduces what is said.
pub(super) fn introduces(category: Category) -> bool {
    matches!(
        category,
        Category::Complementizer
            | Category::Subordinator
            | Category::Wh
            | Category::Quote
            | Category::Colon
            | Category::Finite
            | Category::Be
            | Category::Modal
            | Category::Report
    )
}
