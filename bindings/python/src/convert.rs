//! Values between Rust and Python.

use std::str::FromStr;

use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyString};

/// A mistake in what the caller gave, with the library's message.
pub(crate) fn value_error(error: impl std::fmt::Display) -> PyErr {
    PyValueError::new_err(error.to_string())
}

/// How Python shows a string.
pub(crate) fn shown(py: Python<'_>, text: &str) -> PyResult<String> {
    Ok(PyString::new(py, text).repr()?.to_string())
}

/// How Python shows a string, or `None`.
pub(crate) fn shown_or_none(py: Python<'_>, text: Option<&str>) -> PyResult<String> {
    text.map_or_else(|| Ok("None".to_owned()), |text| shown(py, text))
}

/// How Python shows the beginning of a text.
pub(crate) fn shown_beginning(py: Python<'_>, text: &str) -> PyResult<String> {
    const MOST: usize = 60;
    match text.char_indices().nth(MOST) {
        Some((end, _)) => shown(py, &format!("{}…", &text[..end])),
        None => shown(py, text),
    }
}

/// The items of an argument that is an iterable; a string, whose letters nobody means, is none.
pub(crate) fn items<'py>(
    name: &str,
    what: &str,
    argument: &Bound<'py, PyAny>,
) -> PyResult<Vec<Bound<'py, PyAny>>> {
    let refusal = || {
        let found = argument.get_type().name()?;
        let message = format!("{name}: expected an iterable of {what}, found {found}");
        Ok::<_, PyErr>(PyTypeError::new_err(message))
    };
    if argument.is_instance_of::<PyString>() || argument.is_instance_of::<PyBytes>() {
        return Err(refusal()?);
    }
    match argument.try_iter() {
        Ok(items) => items.collect(),
        Err(_) => Err(refusal()?),
    }
}

/// The strings of an argument; none if it was not given.
pub(crate) fn strings(name: &str, argument: Option<&Bound<'_, PyAny>>) -> PyResult<Vec<String>> {
    let Some(argument) = argument else {
        return Ok(Vec::new());
    };
    let items = items(name, "strings", argument)?;
    items.iter().map(|item| string(name, item)).collect()
}

/// One string.
pub(crate) fn string(name: &str, item: &Bound<'_, PyAny>) -> PyResult<String> {
    let Ok(text) = item.cast::<PyString>() else {
        let found = item.get_type().name()?;
        return Err(PyTypeError::new_err(format!(
            "{name}: expected a string, found {found}"
        )));
    };
    text.to_str().map(str::to_owned)
}

/// A value by its name, such as a gender.
pub(crate) fn named<T: FromStr<Err = quotation::Error>>(name: &str) -> PyResult<T> {
    name.parse().map_err(value_error)
}
