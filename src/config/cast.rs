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
///
/// # In a file
///
/// With the feature `serde`, a member is read from a table, of which only `name` is required; whatever is
/// wrong is refused with its position:
///
/// ```
/// # #[cfg(feature = "serde")] {
/// use quotation::CastMember;
///
/// let json = r#"{"name": "Emma Woodhouse", "aliases": ["Emma"], "gender": "female", "narrator": false}"#;
/// let emma: CastMember = serde_json::from_str(json).unwrap();
/// assert!(serde_json::from_str::<CastMember>(r#"{"name": " "}"#).is_err());
/// # let _ = emma;
/// # }
/// ```
#[must_use]
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(try_from = "CastEntry", into = "CastEntry"))]
pub struct CastMember {
    pub(crate) name: String,
    pub(crate) aliases: Vec<String>,
    pub(crate) gender: Option<Gender>,
    pub(crate) is_narrator: bool,
}

impl CastMember {
    /// A member by the name that [`Speaker::name`](crate::Speaker::name) is to give.
    ///
    /// ```
    /// let member = quotation::CastMember::new("Ines Okoro");
    /// # let _ = member;
    /// ```
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
    ///
    /// ```
    /// let member = quotation::CastMember::new("Ines Okoro").alias("the engineer");
    /// # let _ = member;
    /// ```
    pub fn alias(mut self, alias: impl Into<String>) -> CastMember {
        let alias = trimmed(alias.into());
        if !self.aliases.contains(&alias) {
            self.aliases.push(alias);
        }
        self
    }

    /// Adds several other names at once.
    ///
    /// ```
    /// use quotation::CastMember;
    ///
    /// let okoro = CastMember::new("Ines Okoro").aliases(["Okoro", "the chief engineer"]);
    /// # let _ = okoro;
    /// ```
    pub fn aliases<S: Into<String>>(self, aliases: impl IntoIterator<Item = S>) -> CastMember {
        aliases.into_iter().fold(self, CastMember::alias)
    }

    /// Sets the gender, which helps to resolve pronouns.
    ///
    /// ```
    /// use quotation::{CastMember, Gender};
    ///
    /// let member = CastMember::new("Ines Okoro").gender(Gender::Female);
    /// # let _ = member;
    /// ```
    pub fn gender(mut self, gender: Gender) -> CastMember {
        self.gender = Some(gender);
        self
    }

    /// Makes this member the one who says "I" outside quotations. A cast has one narrator at most.
    ///
    /// ```
    /// use quotation::{CastMember, Genre, QuoteDetector};
    ///
    /// let cast = [CastMember::new("Tom Bright").narrator()];
    /// let detector = QuoteDetector::builder().genre(Genre::Novel).cast(cast).build()?;
    /// let document = detector.detect("“It leaks,” I said.");
    /// assert_eq!(document.attributions().next().unwrap().speaker().unwrap().name(), "Tom Bright");
    /// # Ok::<(), quotation::Error>(())
    /// ```
    pub fn narrator(mut self) -> CastMember {
        self.is_narrator = true;
        self
    }

    /// The name of the entry in messages.
    fn entry(&self) -> String {
        format!("cast member {:?}", self.name)
    }

    /// Whether the member can be found in a text, where it is the so-manieth of the cast, if it is of one.
    fn check(&self, number: Option<usize>, ignored: &BTreeSet<&str>) -> Result<(), Error> {
        const IGNORED: [&str; 2] = ["a name that is not ignored", "it among the ignored names"];
        const UNSEEN: [&str; 2] = ["a name that can be seen", "nothing that shows"];
        let refused = |entry: String, [expected, found]: [&'static str; 2]| {
            Err(Error::entry(entry, expected, found))
        };
        if self.name.is_empty() {
            let number = number.map_or_else(String::new, |number| format!(" {number}"));
            let entry = format!("cast member{number}");
            return refused(entry, ["a name", "nothing"]);
        }
        if !is_visible(&self.name) {
            return refused(self.entry(), UNSEEN);
        }
        if ignored.contains(self.name.as_str()) {
            return refused(self.entry(), IGNORED);
        }
        for alias in &self.aliases {
            let entry = || format!("alias {alias:?} of {}", self.entry());
            if alias.is_empty() {
                return refused(entry(), ["a name", "nothing"]);
            }
            if !is_visible(alias) {
                return refused(entry(), UNSEEN);
            }
            if ignored.contains(alias.as_str()) {
                return refused(entry(), IGNORED);
            }
        }
        Ok(())
    }
}

/// The cast, each member once.
pub(crate) fn checked(cast: Vec<CastMember>, ignored: &[String]) -> Result<Vec<CastMember>, Error> {
    let ignored: BTreeSet<&str> = ignored.iter().map(String::as_str).collect();
    let mut positions = BTreeMap::new();
    let mut checked: Vec<CastMember> = Vec::with_capacity(cast.len());
    for (index, member) in cast.into_iter().enumerate() {
        member.check(Some(index + 1), &ignored)?;
        match positions.get(&member.name) {
            None => {
                positions.insert(member.name.clone(), checked.len());
                checked.push(member);
            }
            Some(&position) if checked[position] == member => {}
            Some(_) => {
                let found = "two with different facts";
                return Err(Error::entry(member.entry(), "one entry", found));
            }
        }
    }
    let mut narrators = checked.iter().filter(|member| member.is_narrator);
    if let (Some(first), Some(second)) = (narrators.next(), narrators.next()) {
        let found = format!("another before, {:?}", first.name);
        return Err(Error::entry(second.entry(), "one narrator at most", found));
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

/// A member by name with other names: names, and roles as the text has them.
///
/// ```
/// let detector = quotation::QuoteDetector::builder()
///     .cast([
///         ("Ines Okoro", vec!["Okoro", "the chief engineer"]),
///         ("Tomas Lindqvist", vec!["her deputy"]),
///     ])
///     .build()?;
/// let document = detector.detect("“It holds,” said the chief engineer.");
/// assert_eq!(document.speakers()[0].name(), "Ines Okoro");
/// # Ok::<(), quotation::Error>(())
/// ```
impl<N: Into<String>, A: Into<String>, I: IntoIterator<Item = A>> From<(N, I)> for CastMember {
    fn from((name, aliases): (N, I)) -> CastMember {
        CastMember::new(name).aliases(aliases)
    }
}

impl From<String> for CastMember {
    fn from(name: String) -> CastMember {
        CastMember::new(name)
    }
}

/// A member as it stands in a file.
#[cfg(feature = "serde")]
#[derive(serde::Serialize, serde::Deserialize)]
#[serde(
    rename = "CastMember",
    deny_unknown_fields,
    expecting = "a cast member with a name, such as {\"name\": \"Ann\"}"
)]
struct CastEntry {
    name: String,
    #[serde(default)]
    aliases: Vec<String>,
    #[serde(default)]
    gender: Option<Gender>,
    #[serde(default)]
    narrator: bool,
}

#[cfg(feature = "serde")]
impl TryFrom<CastEntry> for CastMember {
    type Error = Error;

    fn try_from(entry: CastEntry) -> Result<CastMember, Error> {
        let member = CastMember {
            gender: entry.gender,
            is_narrator: entry.narrator,
            ..CastMember::new(entry.name).aliases(entry.aliases)
        };
        member.check(None, &BTreeSet::new())?;
        Ok(member)
    }
}

#[cfg(feature = "serde")]
impl From<CastMember> for CastEntry {
    fn from(member: CastMember) -> CastEntry {
        CastEntry {
            name: member.name,
            aliases: member.aliases,
            gender: member.gender,
            narrator: member.is_narrator,
        }
    }
}

fn trimmed(text: String) -> String {
    match text.trim() {
        inner if inner.len() == text.len() => text,
        inner => inner.to_owned(),
    }
}
