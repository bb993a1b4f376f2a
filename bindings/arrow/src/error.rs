//! What is wrong with a batch.

use arrow_schema::{ArrowError, DataType};

/// What is wrong with a batch or with what of it is asked for.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// There is no such column.
    #[error("there is no column {column:?}, but {}", list(known))]
    Column {
        /// The one that was asked for.
        column: String,
        /// Those that there are.
        known: Vec<String>,
    },
    /// A column has a type that is not read.
    #[error("column {column:?}: expected {expected}, found {found}")]
    Type {
        /// Its name.
        column: String,
        /// The types that are read.
        expected: &'static str,
        /// The type that it has.
        found: DataType,
    },
    /// A member of a cast is wrong.
    #[error("cast of row {row}: {cause}")]
    Cast {
        /// The row's number.
        row: u64,
        /// What is wrong.
        cause: quotation::Error,
    },
    /// What comes out is too large for one batch.
    #[error("column {column:?}: expected less than 2 GiB of words in a batch")]
    TooLarge {
        /// The column.
        column: &'static str,
    },
    /// The batch cannot be read.
    #[error(transparent)]
    Arrow(#[from] ArrowError),
}

fn list(names: &[String]) -> String {
    match names {
        [] => "none at all".to_owned(),
        names => names.join(", "),
    }
}

impl From<Error> for ArrowError {
    fn from(error: Error) -> ArrowError {
        match error {
            Error::Arrow(error) => error,
            error => ArrowError::ExternalError(Box::new(error)),
        }
    }
}
