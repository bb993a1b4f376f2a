//! The model of each choice: read at its first use from the file that the library is built with.

use once_cell::sync::Lazy;

use super::dialogue::weights::LineWeights;
#[cfg(feature = "fit")]
use super::given::Models;
use super::reported::Model;
use super::shipped;
use super::weights::QuotationWeights;
use crate::entity::{self, AntecedentRanker, AntecedentWeights};
use crate::model;

/// Who says a quotation of news.
pub(crate) fn news() -> &'static QuotationWeights {
    #[cfg(feature = "fit")]
    if let Some(models) = Models::given() {
        return models.news;
    }
    static NEWS: Lazy<QuotationWeights> =
        Lazy::new(|| QuotationWeights::read(model::text(shipped::NEWS)));
    &NEWS
}

/// What chooses whom a pronoun or a description of news means.
pub(crate) const ANTECEDENT_RANKER: AntecedentRanker = AntecedentRanker {
    pronouns: antecedents,
    descriptions,
};

/// Whom a pronoun means, in news and in the narration of a story.
pub(super) fn antecedents() -> &'static AntecedentWeights {
    #[cfg(feature = "fit")]
    if let Some(models) = Models::given() {
        return models.antecedents;
    }
    entity::shipped_weights()
}

/// Whom a description of news means.
fn descriptions() -> &'static AntecedentWeights {
    #[cfg(feature = "fit")]
    if let Some(models) = Models::given() {
        return models.descriptions;
    }
    entity::shipped_weights_of_descriptions()
}

/// What stands beside the lines of a novel.
pub(super) fn cues() -> &'static QuotationWeights {
    #[cfg(feature = "fit")]
    if let Some(models) = Models::given() {
        return models.cues;
    }
    static CUES: Lazy<QuotationWeights> =
        Lazy::new(|| QuotationWeights::read(model::text(shipped::CUES)));
    &CUES
}

/// Who speaks a line of a novel.
pub(super) fn lines() -> &'static LineWeights {
    #[cfg(feature = "fit")]
    if let Some(models) = Models::given() {
        return models.lines;
    }
    static LINES: Lazy<LineWeights> = Lazy::new(|| LineWeights::read(model::text(shipped::LINES)));
    &LINES
}

/// What reports speech without marks; see `MODEL.md`.
pub(crate) fn reports() -> &'static Model {
    #[cfg(feature = "fit")]
    if let Some(models) = Models::given() {
        return models.reports;
    }
    static REPORTS: Lazy<Model> =
        Lazy::new(|| Model::read(model::body(shipped::REPORTS), shipped::WORDS));
    &REPORTS
}
