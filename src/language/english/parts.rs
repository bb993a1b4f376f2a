//! English words by which parts of a text are known.

use crate::language::supply::Parts;

pub(super) const PARTS: Parts = Parts {
    bylines: &["by"],
    captions: &[
        "caption",
        "file photo",
        "image",
        "image caption",
        "photo",
        "photo caption",
        "photograph",
        "picture",
        "pictured",
    ],
};
