//! English pronouns.

use super::named;
use crate::kinds::Gender;
use crate::language::supply::Pronouns;

pub(super) const PRONOUNS: Pronouns = Pronouns {
    of_narrator: &[named::I, named::ME],
    narrator: "I",
    protagonists: &[(Gender::Male, "the man"), (Gender::Female, "the woman")],
};
