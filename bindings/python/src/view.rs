//! What views into a document have in common: how they are hashed and pickled.

use pyo3::prelude::*;
use pyo3::types::{PyAny, PyTuple};

use crate::document::Document;

/// The hash of what has words and a position, in characters.
pub(crate) fn hash(py: Python<'_>, text: &str, start: usize, end: usize) -> PyResult<isize> {
    (text, start, end).into_pyobject(py)?.hash()
}

/// What a view is pickled as: its document, once for all views of it, and the position in a list of it.
pub(crate) fn reduce<'py>(
    py: Python<'py>,
    document: &Py<Document>,
    list: &'static str,
    number: usize,
) -> PyResult<(Bound<'py, PyAny>, Bound<'py, PyTuple>)> {
    let view = py.import("quotation._views")?.getattr("view")?;
    let list = list.into_pyobject(py)?.into_any();
    let number = number.into_pyobject(py)?.into_any();
    let document = document.bind(py).clone().into_any();
    Ok((view, PyTuple::new(py, [document, list, number])?))
}
