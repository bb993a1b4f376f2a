//! The one error of this crate.

use std::fmt;

/// What is wrong with data that the caller gave: a builder's entry or an offset.
///
/// Its message names the entry or the place and says what was expected. Text to be read is never
/// an error.
///
/// ```
/// use quotation::QuoteDetector;
///
/// let error = QuoteDetector::builder().reporting_verbs(["go off"]).build().unwrap_err();
/// assert_eq!(
///     error.to_string(),
///     "reporting verb \"go off\": expected one word of letters, with hyphens or apostrophes inside"
/// );
/// ```
#[derive(Clone, PartialEq, thiserror::Error)]
#[error(transparent)]
pub struct Error(#[from] ErrorKind);

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Error({:?})", self.to_string())
    }
}

impl Error {
    /// A builder's entry that is not what was expected.
    pub(crate) fn entry(entry: impl fmt::Display, expected: &'static str) -> Error {
        let entry = entry.to_string();
        ErrorKind::Entry { entry, expected }.into()
    }
}

#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub(crate) enum ErrorKind {
    #[error("{entry}: expected {expected}")]
    Entry {
        /// Such as `reporting verb "go off"`.
        entry: String,
        expected: &'static str,
    },
    #[error("formula {formula:?}: expected a regular expression")]
    Expression {
        formula: String,
        #[source]
        cause: regex::Error,
    },
    #[error("formula {formula:?}: expected one that compiles to at most {limit} bytes")]
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
}
