//! Reported speech by its cues: of each verb, noun or phrase that could report, whether it does,
//! whose words, and from where to where content, source and cue reach.
//!
//! ```text
//! category, vocabulary, chunk_table    what features tell of a chunk
//! cues         the cues that are decided about
//! decision     what is decided about a cue
//! features     templates and values, hashed into the table of weights
//! definitions  what gives the weights their meaning, hashed for their file
//! scorer, model    who scores the candidates of a decision: by default the fitted weights
//! decisions    a cue, the text and the scorer
//! no_report, no_speech, surroundings    verbs that report elsewhere and not here
//! subjects, main_subject    whose verb a cue is
//! source_features, complement    is this a cue, and who is its source
//! side, edge, passed, source_span, content_span, cue_span    from where to where each part reaches
//! reporting_clauses    the other cues that report
//! placement, placement_features    which of the contents that a cue may have it has
//! finder       all decisions about all cues
//! ```
//!
//! Every decision is a choice among few candidates, each described by features whose weights were
//! fitted to annotated news (`MODEL.md`). First is asked of all cues whether they report and who is their source.
//! Then of each that does, one after another, where the source begins and ends; on which side the content
//! stands, where it begins and ends; which words are the cue. The contents that the answers make probable are compared
//! as wholes, with all other cues that report in view, before one is taken.

mod category;
mod chunk_table;
mod clauses;
mod complement;
mod content_span;
mod cue_span;
mod cues;
mod decision;
mod decisions;
mod definitions;
mod edge;
mod features;
mod finder;
mod limits;
mod main_subject;
mod model;
mod no_report;
mod no_speech;
mod noun_clause;
mod passed;
mod placement;
mod placement_features;
mod reporting_clauses;
mod scorer;
mod side;
mod source_features;
mod source_span;
mod subjects;
mod surroundings;
mod vocabulary;

#[cfg(feature = "fit")]
pub(crate) use decision::Decision;
pub(super) use definitions::definitions;
#[cfg(feature = "fit")]
pub(crate) use features::{BUCKETS, Features, PLACEMENT_BUCKETS};
pub(crate) use finder::{AttributionSpans, Report, ReportFinder};
pub(crate) use model::Model;
#[cfg(feature = "fit")]
pub(crate) use model::{ModelScorer, Sum};
#[cfg(feature = "fit")]
pub(crate) use scorer::Ranked;
pub(crate) use scorer::Scorer;
