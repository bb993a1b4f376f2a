//! The people whom the caller expects in a text.

use crate::kinds::Gender;

/// Somebody whom the caller expects to speak, for
/// [`QuoteDetectorBuilder::cast`](crate::QuoteDetectorBuilder::cast).
///
/// ```
/// use quotation::{CastMember, Gender};
///
/// let emma = CastMember::new("Emma Woodhouse")
///     .alias("Emma")
///     .alias("Miss Woodhouse")
///     .gender(Gender::Female);
/// # let _ = emma;
/// ```
#[must_use]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CastMember {
    pub(crate) name: String,
    pub(crate) aliases: Vec<String>,
    pub(crate) gender: Option<Gender>,
    pub(crate) is_narrator: bool,
}

impl CastMember {
    /// A member by the name that [`Speaker::name`](crate::Speaker::name) is to give.
    pub fn new(name: impl Into<String>) -> CastMember {
        CastMember {
            name: trimmed(name.into()),
            aliases: Vec::new(),
            gender: None,
            is_narrator: false,
        }
    }

    /// Adds another name that the text may use. Members may share an alias; the text around it
    /// decides then.
    pub fn alias(mut self, alias: impl Into<String>) -> CastMember {
        let alias = trimmed(alias.into());
        if !self.aliases.contains(&alias) {
            self.aliases.push(alias);
        }
        self
    }

    /// Sets the gender, which helps to resolve pronouns.
    pub fn gender(mut self, gender: Gender) -> CastMember {
        self.gender = Some(gender);
        self
    }

    /// Makes this member the one who says "I" outside quotations. A cast has one narrator at most.
    pub fn narrator(mut self) -> CastMember {
        self.is_narrator = true;
        self
    }
}

fn trimmed(text: String) -> String {
    match text.trim() {
        inner if inner.len() == text.len() => text,
        inner => inner.to_owned(),
    }
}
