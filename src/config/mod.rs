//! What the caller knows, as plain data that the stages read.

mod cast;
mod formula;
mod kinds;
mod minimum;
mod visible;

use crate::kinds::{Genre, Naming};

pub use cast::CastMember;
pub(crate) use cast::checked as checked_cast;
pub(crate) use formula::{Formula, FormulaMatch};
pub(crate) use kinds::Kinds;
pub(crate) use minimum::MinimumConfidence;
pub(crate) use visible::is_visible;

/// What the caller knows, checked by the builder: no entry is empty or contradicts another.
#[derive(Clone, Debug, Default)]
pub(crate) struct Config {
    /// What sort of text; told from the text itself if nobody says it.
    pub(crate) genre: Option<Genre>,
    /// Words in the base form, or such a word and a particle.
    pub(crate) reporting_verbs: Vec<String>,
    /// One word or several that stand before a name.
    pub(crate) titles: Vec<String>,
    /// Single words that report.
    pub(crate) reporting_nouns: Vec<String>,
    /// Listed words that are to report nothing and be no titles.
    pub(crate) ignored_words: Vec<String>,
    /// Which name is a speaker's, if it is not the usual one.
    pub(crate) naming: Option<Naming>,
    /// Names that the cast gives, which stay.
    pub(crate) cast_names: Vec<String>,
    pub(crate) kinds: Kinds,
    pub(crate) minimum: MinimumConfidence,
    pub(crate) formulas: Vec<Formula>,
}
