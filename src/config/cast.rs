//! The people whom the caller expects in a text.

use std::collections::{BTreeMap, BTreeSet};

use super::visible::is_visible;
use crate::error::Error;
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
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
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

    /// The name of the entry in messages.
    fn entry(&self) -> String {
        format!("cast member {:?}", self.name)
    }

    /// Whether the member can be found in a text, where it is the so-manieth of the cast.
    fn check(&self, number: usize, ignored: &BTreeSet<&str>) -> Result<(), Error> {
        const NOT_IGNORED: &str = "a name that is not among the ignored ones";
        if self.name.is_empty() {
            let entry = format!("cast member {number}");
            return Err(Error::entry(entry, "a name, found nothing"));
        }
        if !is_visible(&self.name) {
            return Err(Error::entry(self.entry(), "a name that can be seen"));
        }
        if ignored.contains(self.name.as_str()) {
            return Err(Error::entry(self.entry(), NOT_IGNORED));
        }
        for alias in &self.aliases {
            if alias.is_empty() {
                return Err(Error::entry(self.entry(), "no empty alias"));
            }
            let entry = || format!("alias {alias:?} of {}", self.entry());
            if !is_visible(alias) {
                return Err(Error::entry(entry(), "a name that can be seen"));
            }
            if ignored.contains(alias.as_str()) {
                return Err(Error::entry(entry(), NOT_IGNORED));
            }
        }
        Ok(())
    }
}

/// The cast, each member once.
pub(crate) fn checked(cast: Vec<CastMember>, ignored: &[String]) -> Result<Vec<CastMember>, Error> {
    let ignored: BTreeSet<&str> = ignored.iter().map(String::as_str).collect();
    let mut places = BTreeMap::new();
    let mut checked: Vec<CastMember> = Vec::with_capacity(cast.len());
    for (index, member) in cast.into_iter().enumerate() {
        member.check(index + 1, &ignored)?;
        match places.get(&member.name) {
            None => {
                places.insert(member.name.clone(), checked.len());
                checked.push(member);
            }
            Some(&place) if checked[place] == member => {}
            Some(_) => {
                let expected = "one entry, found two with different facts";
                return Err(Error::entry(member.entry(), expected));
            }
        }
    }
    let mut narrators = checked.iter().filter(|member| member.is_narrator);
    if let (Some(_), Some(second)) = (narrators.next(), narrators.next()) {
        let expected = "one narrator at most, found another before";
        return Err(Error::entry(second.entry(), expected));
    }
    Ok(checked)
}

/// A member by name alone, so that a cast can be a list of names.
///
/// ```
/// let detector = quotation::QuoteDetector::builder()
///     .cast(["Ines Okoro", "Tomas Lindqvist"])
///     .build()?;
/// # let _ = detector;
/// # Ok::<(), quotation::Error>(())
/// ```
impl From<&str> for CastMember {
    fn from(name: &str) -> CastMember {
        CastMember::new(name)
    }
}

impl From<String> for CastMember {
    fn from(name: String) -> CastMember {
        CastMember::new(name)
    }
}

fn trimmed(text: String) -> String {
    match text.trim() {
        inner if inner.len() == text.len() => text,
        inner => inner.to_owned(),
    }
}
