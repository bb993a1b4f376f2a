//! Stories read as tests read them: told to be novels, and by whom their lines are spoken.

use quotation::{Document, Genre, QuoteDetector};

pub(crate) fn novel() -> QuoteDetector {
    QuoteDetector::builder()
        .genre(Genre::Novel)
        .build()
        .unwrap()
}

/// The speakers of the passages of speech, by name.
pub(crate) fn speakers<'d>(document: &'d Document<'_>) -> Vec<&'d str> {
    let speech = document.passages().filter(|passage| passage.is_speech());
    speech
        .map(|passage| passage.speaker().map_or("-", |who| who.name()))
        .collect()
}
