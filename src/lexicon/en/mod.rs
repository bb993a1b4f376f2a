//! English: its word lists, in the format that the module above tells, and the shapes of its words.

pub(super) mod inflect;
pub(super) mod shape;

/// Lists of verbs, the reporting verbs first: a form of two verbs has the lemma of the first.
pub(super) const VERBS: &[&str] = &[
    include_str!("reporting-verbs.txt"),
    include_str!("verbs.txt"),
];

/// Titles written short, each with its full word on a line.
pub(super) const ABBREVIATED: &str = include_str!("abbreviated-titles.txt");

/// Lists of words of every other kind, the common ones first: they share the cache, and the first
/// words have numbers.
pub(super) const WORDS: &[&str] = &[
    include_str!("function-words.txt"),
    include_str!("reporting-nouns.txt"),
    include_str!("titles.txt"),
    include_str!("persons.txt"),
    include_str!("naming.txt"),
    include_str!("nouns.txt"),
    include_str!("adjectives.txt"),
    include_str!("adverbs.txt"),
    include_str!("organisations.txt"),
    include_str!("places.txt"),
    include_str!("given-names.txt"),
    include_str!("surnames.txt"),
];
