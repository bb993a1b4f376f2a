//! A column of strings, read where they lie.

use arrow_array::cast::AsArray;
use arrow_array::{Array, ArrayRef, LargeStringArray, StringArray, StringViewArray};
use arrow_schema::DataType;

use crate::error::Error;

/// A column of strings in one of Arrow's forms.
pub(crate) enum Texts<'a> {
    Small(&'a StringArray),
    Large(&'a LargeStringArray),
    View(&'a StringViewArray),
    /// A column that is null from end to end has no other type.
    Null(usize),
}

/// Refuses what is no column of strings.
pub(crate) fn check(column: &str, found: &DataType) -> Result<(), Error> {
    match found {
        DataType::Utf8 | DataType::LargeUtf8 | DataType::Utf8View | DataType::Null => Ok(()),
        found => Err(Error::Type {
            column: column.to_owned(),
            expected: "strings",
            found: found.clone(),
        }),
    }
}

impl<'a> Texts<'a> {
    /// An array whose type was checked.
    pub(crate) fn new(array: &'a ArrayRef) -> Texts<'a> {
        match array.data_type() {
            DataType::Utf8 => Texts::Small(array.as_string()),
            DataType::LargeUtf8 => Texts::Large(array.as_string()),
            DataType::Utf8View => Texts::View(array.as_string_view()),
            _ => Texts::Null(array.len()),
        }
    }

    pub(crate) fn len(&self) -> usize {
        match self {
            Texts::Small(array) => array.len(),
            Texts::Large(array) => array.len(),
            Texts::View(array) => array.len(),
            Texts::Null(len) => *len,
        }
    }

    pub(crate) fn get(&self, row: usize) -> Option<&'a str> {
        match self {
            Texts::Small(array) => array.is_valid(row).then(|| array.value(row)),
            Texts::Large(array) => array.is_valid(row).then(|| array.value(row)),
            Texts::View(array) => array.is_valid(row).then(|| array.value(row)),
            Texts::Null(_) => None,
        }
    }
}
