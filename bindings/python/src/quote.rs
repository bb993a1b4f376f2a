//! A pair of quotation marks with what stands between them.

use std::borrow::Cow;
use std::cmp::Reverse;

use pyo3::prelude::*;
use pyo3::types::{PyAny, PyDict, PyTuple};

use crate::convert::shown;
use crate::document::Document;
use crate::parts::{Span, span_dicts};
use crate::view;

/// What stands between quotation marks, whether somebody says it or not.
///
/// >>> import quotation
/// >>> quotes = quotation.detect("“He said ‘no’ to me,” said Ines Okoro.").quotes
/// >>> quotes[1]
/// Quote('‘no’', kind='fragment', style='single', depth=1, start=9, end=13)
/// >>> quotes[1].parent == quotes[0]
/// True
#[pyclass(frozen, module = "quotation")]
pub(crate) struct Quote {
    document: Py<Document>,
    number: usize,
}

impl Quote {
    pub(crate) fn new(document: Py<Document>, number: usize) -> Quote {
        Quote { document, number }
    }

    /// The position of a quote among all of its document, which are sorted by their spans.
    pub(crate) fn position(all: &[quotation::Quote], quote: &quotation::Quote) -> Option<usize> {
        let order = |one: &quotation::Quote| (one.span().start(), Reverse(one.span().end()));
        all.binary_search_by_key(&order(quote), order).ok()
    }

    fn inner(&self) -> &quotation::Quote {
        &self.document.get().inner().quotes()[self.number]
    }

    fn span(&self) -> std::ops::Range<usize> {
        self.document.get().0.chars(self.inner().span())
    }
}

#[pymethods]
impl Quote {
    /// The words with their marks.
    #[getter]
    fn text(&self) -> &str {
        self.inner().text(self.document.get().inner().text())
    }

    /// The words without their marks.
    #[getter]
    fn inner_text(&self) -> Cow<'_, str> {
        self.inner().inner_text(self.document.get().inner().text())
    }

    /// Where it starts.
    #[getter]
    fn start(&self) -> usize {
        self.span().start
    }

    /// Where it ends.
    #[getter]
    fn end(&self) -> usize {
        self.span().end
    }

    /// Its paragraphs, if it runs over several; else nothing.
    #[getter]
    fn pieces(&self) -> Vec<Span> {
        self.document.get().0.spans(self.inner().pieces())
    }

    /// “speech”, “fragment”, “title”, “nickname”, “sign” or “unknown”: what the marks are used for.
    #[getter]
    fn kind(&self) -> &'static str {
        self.inner().kind().as_str()
    }

    /// The sort of marks: “double”, “single”, “guillemets”, “dash”, “script” and others.
    #[getter]
    fn style(&self) -> &'static str {
        self.inner().style().as_str()
    }

    /// How many quotes stand around it.
    #[getter]
    fn depth(&self) -> usize {
        self.inner().depth()
    }

    /// Whether it has an opening mark.
    #[getter]
    fn is_opened(&self) -> bool {
        self.inner().is_opened()
    }

    /// Whether it has a closing mark.
    #[getter]
    fn is_closed(&self) -> bool {
        self.inner().is_closed()
    }

    /// The innermost quote around it, if there is one.
    #[getter]
    fn parent(&self, py: Python<'_>) -> Option<Quote> {
        let parent = self.inner().parent()?;
        Some(Quote::new(self.document.clone_ref(py), parent.index()))
    }

    /// The quote as a dictionary.
    ///
    /// >>> import quotation
    /// >>> quotation.detect("“It holds,” said Ines Okoro.").quotes[0].to_dict()["inner_text"]
    /// 'It holds,'
    fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let dict = PyDict::new(py);
        dict.set_item("text", self.text())?;
        dict.set_item("inner_text", self.inner_text())?;
        dict.set_item("start", self.start())?;
        dict.set_item("end", self.end())?;
        dict.set_item("pieces", span_dicts(py, &self.pieces())?)?;
        dict.set_item("kind", self.kind())?;
        dict.set_item("style", self.style())?;
        dict.set_item("depth", self.depth())?;
        dict.set_item("is_opened", self.is_opened())?;
        dict.set_item("is_closed", self.is_closed())?;
        Ok(dict)
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let text = shown(py, self.text())?;
        let (kind, style, depth) = (self.kind(), self.style(), self.depth());
        let std::ops::Range { start, end } = self.span();
        Ok(format!(
            "Quote({text}, kind='{kind}', style='{style}', depth={depth}, start={start}, end={end})"
        ))
    }

    fn __eq__(&self, other: &Self) -> bool {
        self.inner() == other.inner() && self.span() == other.span() && self.text() == other.text()
    }

    fn __hash__(&self, py: Python<'_>) -> PyResult<isize> {
        view::hash(py, self.text(), self.start(), self.end())
    }

    fn __reduce__<'py>(
        &self,
        py: Python<'py>,
    ) -> PyResult<(Bound<'py, PyAny>, Bound<'py, PyTuple>)> {
        view::reduce(py, &self.document, "quotes", self.number)
    }
}
