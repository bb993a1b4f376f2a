//! The subject of a main clause, as the source of a cue that stands in a participle before it.

use enumset::EnumSet;

use super::category::Category;
use super::chunk_table::{ChunkTable, LONGEST_SENTENCE};
use crate::analysis::VerbForm;
use crate::analysis::cue::CueCandidate;
use crate::attribution::features::QuotationFeature;
use crate::attribution::source::{self, Source};
use crate::kinds::CueKind;
use crate::model::FeatureSet;

/// The subject of the main clause after a participle that starts a sentence: "Noting that …, Ms.
/// Berg said". It is the first noun after a comma that a finite verb follows.
pub(super) fn main_subject(table: &ChunkTable<'_>, cue: &CueCandidate) -> Option<Source> {
    if cue.kind != CueKind::Verb || cue.form == VerbForm::Finite {
        return None;
    }
    let previous = table.previous(cue.first_chunk);
    let starts = matches!(
        table.category(previous),
        Category::Edge | Category::Preposition | Category::Subordinator
    ) && table.previous(previous) == table.edge();
    if !starts {
        return None;
    }
    let ahead = table.onwards(table.next(cue.last_chunk));
    let mention = ahead
        .take(LONGEST_SENTENCE)
        .filter(|&chunk| table.category(chunk) == Category::Comma)
        .map(|comma| table.next(comma))
        .filter(|&noun| {
            let verb = table.category(table.next(noun));
            verb.is_finite() || verb == Category::Adverb
        })
        .find_map(|noun| table.input.mentions.of_chunk(noun))?;
    let mut features = EnumSet::empty();
    features.add(QuotationFeature::SubjectOfMainVerb);
    let own = table.input.mention(mention);
    features.add(source::nature(table.analysis(), own));
    Some(Source {
        mention,
        features,
        after: true,
    })
}
