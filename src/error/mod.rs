//! The one error of this crate.

mod names;

use std::fmt;

pub(crate) use names::{named, spelled};

/// What is wrong with data that the caller gave: a builder's entry or an offset.
///
/// Its message names the entry or the position and says what was expected there and what was found. Text to be read is never
/// an error.
///
/// ```
/// use quotation::QuoteDetector;
///
/// let error = QuoteDetector::builder().reporting_verbs(["go off again"]).build().unwrap_err();
/// assert_eq!(
///     error.to_string(),
///     "reporting verb \"go off again\": expected a verb, or a verb and its particle, found 3 words"
/// );
/// ```
#[derive(Clone, PartialEq, thiserror::Error)]
#[error(transparent)]
pub struct Error(#[from] Problem);

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Error({:?})", self.to_string())
    }
}

impl Error {
    /// What sort of mistake it is, for a program that answers some of them itself.
    ///
    /// ```
    /// use quotation::{ErrorKind, QuoteDetector};
    ///
    /// let error = QuoteDetector::builder().formula("(?<speaker>").build().unwrap_err();
    /// assert_eq!(error.kind(), ErrorKind::Formula);
    /// ```
    #[must_use]
    pub fn kind(&self) -> ErrorKind {
        match self.0 {
            Problem::Entry { .. } => ErrorKind::Entry,
            Problem::Expression { .. } | Problem::TooLarge { .. } => ErrorKind::Formula,
            Problem::Name { .. } => ErrorKind::Name,
            Problem::Beyond { .. }
            | Problem::InsideCharacter { .. }
            | Problem::Reversed { .. }
            | Problem::TooFar { .. } => ErrorKind::Offset,
        }
    }

    /// A name that is none of the names of this sort of thing.
    pub(crate) fn name(sort: &'static str, found: &str, expected: &'static str) -> Error {
        let found = found.to_owned();
        Problem::Name {
            sort,
            found,
            expected,
        }
        .into()
    }

    /// A builder's entry that is not what was expected.
    pub(crate) fn entry(
        entry: impl fmt::Display,
        expected: &'static str,
        found: impl Into<String>,
    ) -> Error {
        Problem::Entry {
            entry: entry.to_string(),
            expected,
            found: found.into(),
        }
        .into()
    }
}

named! {
    /// The sorts of mistakes that an [`Error`] tells of.
    ///
    /// ```
    /// use quotation::{ErrorKind, Gender};
    ///
    /// let error = "f".parse::<Gender>().unwrap_err();
    /// assert_eq!(error.kind(), ErrorKind::Name);
    /// assert_eq!(error.to_string(), "Gender \"f\": expected one of female, male, neutral");
    /// ```
    #[non_exhaustive]
    pub enum ErrorKind {
        /// An entry of a builder or of a cast.
        Entry = "entry",
        /// A formula that is no regular expression, or too large a one.
        Formula = "formula",
        /// A name that none of an enum's variants has.
        Name = "name",
        /// An offset or a range that is none of the text.
        Offset = "offset",
    }
}

#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub(crate) enum Problem {
    #[error("{entry}: expected {expected}, found {found}")]
    Entry {
        /// Such as `reporting verb "go off"`.
        entry: String,
        expected: &'static str,
        found: String,
    },
    #[error("formula {formula:?}: expected a regular expression, found a mistake in it: {mistake}")]
    Expression {
        formula: String,
        /// What is wrong in few words; the cause shows where.
        mistake: String,
        #[source]
        cause: regex::Error,
    },
    #[error("formula {formula:?}: expected one that compiles to at most {limit} bytes, found more")]
    TooLarge { formula: String, limit: usize },
    #[error("offset {offset}: expected at most {len}, the length of the text in {unit}")]
    Beyond {
        offset: usize,
        len: usize,
        unit: &'static str,
    },
    #[error("offset {offset}: expected a character's edge, found the middle of one in {unit}")]
    InsideCharacter { offset: usize, unit: &'static str },
    #[error("offsets {start}..{end}: expected an end at or after the start")]
    Reversed { start: usize, end: usize },
    #[error("offset {offset}: expected at most {limit}, the farthest that a span reaches")]
    TooFar { offset: usize, limit: usize },
    #[error("{sort} {found:?}: expected one of {expected}")]
    Name {
        /// Such as `Gender`.
        sort: &'static str,
        found: String,
        expected: &'static str,
    },
}
