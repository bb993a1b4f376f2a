//! What titles tell of those who bear them.

/// Titles with more to tell than a gender, in lower case and without a full stop.
#[derive(Clone, Copy, Debug)]
pub struct Titles {
    /// Of married women: "mrs".
    pub of_wives: &'static [&'static str],
    /// Of unmarried women: "miss".
    pub of_unmarried: &'static [&'static str],
    /// Those of any man in several languages, of whom one may bear them all: "mr", "monsieur".
    pub of_gentlemen: &'static [&'static str],
    /// Those that a mother bears whose daughter bears one of the unmarried: "Mrs. Berg" beside "Miss
    /// Berg".
    pub of_mothers: &'static [&'static str],
    /// Those that never stand before a given name alone: "Mr.", but "Sir Walter".
    pub before_family_names: &'static [&'static str],
}

impl Titles {
    /// Titles tell no more than a gender.
    pub const NONE: Titles = Titles {
        of_wives: &[],
        of_unmarried: &[],
        of_gentlemen: &[],
        of_mothers: &[],
        before_family_names: &[],
    };
}
