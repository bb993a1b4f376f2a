//! English words by which bylines and captions are known.

use crate::language::supply::LineOpeners;

pub(super) const LINE_OPENERS: LineOpeners = LineOpeners {
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
