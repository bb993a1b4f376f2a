//! Pronouns.

use crate::kinds::Gender;
use crate::language::facts::WordId;

/// What the classes of pronouns do not tell.
#[derive(Clone, Copy, Debug)]
pub struct Pronouns {
    /// What stands in narration for the one who tells: "I", "me".
    pub of_narrator: &'static [WordId],
    /// What a narrator without a name is called in results.
    pub narrator: &'static str,
    /// What those are called in results whom a story never names: "the man" of “…,” he said.
    pub protagonists: &'static [(Gender, &'static str)],
}

impl Pronouns {
    /// Nobody tells a story of their own.
    pub const NONE: Pronouns = Pronouns {
        of_narrator: &[],
        narrator: "",
        protagonists: &[],
    };
}
