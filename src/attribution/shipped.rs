//! The files of weights that the library is built with, each checked to fit the features of today.

#[cfg(not(feature = "fit"))]
use super::dialogue::feature::LineFeature;
#[cfg(not(feature = "fit"))]
use super::reported::definitions;
#[cfg(not(feature = "fit"))]
use super::weights::definitions_of_quotations;
#[cfg(not(feature = "fit"))]
use crate::model;

/// The weights of the features of a source in news.
pub(super) const NEWS: &str = include_str!("weights/news.txt");
/// What stands beside the lines of novels.
pub(super) const CUES: &str = include_str!("weights/novel-cues.txt");
/// Who speaks a line of a novel.
pub(super) const LINES: &str = include_str!("weights/novel.txt");
/// What reports speech without marks.
pub(super) const REPORTS: &[u8] = include_bytes!("reported/weights.bin");
/// The words that features of reports name.
pub(super) const WORDS: &str = include_str!("reported/words.txt");

// The program that makes the files is built with whatever files there are.
#[cfg(not(feature = "fit"))]
const _: () = assert!(
    model::fits(NEWS.as_bytes(), "news", definitions_of_quotations())
        && model::fits(CUES.as_bytes(), "novel-cues", definitions_of_quotations())
        && model::fits(LINES.as_bytes(), "novel", LineFeature::DEFINITIONS)
        && model::fits(REPORTS, "reports", definitions(WORDS)),
    "a file of weights was fitted to other features or words than these: fit it again with `train weights`, or keep its \
     weights with `cargo run --release -p quotation-train -- heads`; see CONTRIBUTING.md"
);
