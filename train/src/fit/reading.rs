//! Documents, each read with its weights.

use quotation::fit::Models;
use rayon::prelude::*;

use crate::gold::Document;

/// A document and the weights to read it with.
pub(crate) type Reading<'d> = (&'d Document, Models);

/// Does something with each document, in their order, with its weights.
pub(crate) fn in_parallel<R: Send>(
    readings: &[Reading<'_>],
    work: impl Fn(&Document) -> R + Sync,
) -> Vec<R> {
    let work = |&(document, models): &Reading<'_>| models.with(|| work(document));
    readings.par_iter().map(work).collect()
}

/// All documents with the same weights.
pub(crate) fn with<'d>(documents: &[&'d Document], models: Models) -> Vec<Reading<'d>> {
    documents
        .iter()
        .map(|&document| (document, models))
        .collect()
}
