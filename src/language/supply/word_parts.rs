//! What the parts of an unlisted word tell.

use crate::language::class::Classes;

/// What the parts of an unlisted word tell of its classes.
#[derive(Clone, Copy, Debug)]
pub struct WordParts {
    /// The part of a word before the ending of a possessive or a contraction; the word itself if it
    /// has none.
    pub base: fn(&str) -> &str,
    /// The classes that a word in lower case probably has by its ending.
    pub guess: fn(&str) -> Classes,
    /// What a compound with a hyphen has of the classes of its last part.
    pub inherited: Classes,
    /// What such a compound can be whose last part says nothing of it.
    pub compound: Classes,
}

impl WordParts {
    /// No word has parts.
    pub const NONE: WordParts = WordParts {
        base: |word| word,
        guess: |_| Classes::NONE,
        inherited: Classes::NONE,
        compound: Classes::NONE,
    };
}
