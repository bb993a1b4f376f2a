//! Narration and speech in turn.

use pyo3::prelude::*;
use pyo3::types::{PyAny, PyDict, PyTuple};

use crate::attribution::Attribution;
use crate::convert::{shown, shown_or_none};
use crate::document::Document;
use crate::parts::Span;
use crate::speaker::Speaker;
use crate::view;

/// A stretch of narration, or of words that somebody speaks.
///
/// >>> import quotation
/// >>> quotation.detect("“It holds,” said Ines Okoro.").passages[0]
/// Passage('“It holds,”', speaker='Ines Okoro', start=0, end=11)
#[pyclass(frozen, module = "quotation")]
pub(crate) struct Passage {
    document: Py<Document>,
    number: usize,
    span: Span,
    /// The number of the quotation that it is a piece of.
    attribution: Option<usize>,
}

impl Passage {
    pub(crate) fn all(document: &Bound<'_, Document>) -> Vec<Passage> {
        let passages = document.get().inner().passages().enumerate();
        let passage = |(number, one): (usize, quotation::Passage<'_>)| Passage {
            document: document.clone().unbind(),
            number,
            span: document.get().0.span(one.span()),
            attribution: one.attribution().map(|one| one.id().index()),
        };
        passages.map(passage).collect()
    }

    fn inner(&self) -> Option<quotation::Attribution<'_>> {
        let number = self.attribution?;
        Some(self.document.get().attribution(number))
    }
}

#[pymethods]
impl Passage {
    /// Its words, with their marks if they are spoken.
    #[getter]
    fn text(&self) -> &str {
        self.span.text()
    }

    /// Where it starts.
    #[getter]
    fn start(&self) -> usize {
        self.span.start()
    }

    /// Where it ends.
    #[getter]
    fn end(&self) -> usize {
        self.span.end()
    }

    /// Whether somebody speaks it, known or not.
    #[getter]
    fn is_speech(&self) -> bool {
        self.attribution.is_some()
    }

    /// The quotation that it is a piece of; `None` for narration.
    #[getter]
    fn attribution(&self, py: Python<'_>) -> Option<Attribution> {
        let number = self.attribution?;
        Some(Attribution::new(self.document.clone_ref(py), number))
    }

    /// Who speaks it; `None` for narration, and where the text does not tell.
    #[getter]
    fn speaker(&self, py: Python<'_>) -> Option<Speaker> {
        self.attribution(py)?.speaker(py)
    }

    /// The passage as a dictionary; of its speaker it has the name.
    ///
    /// >>> import quotation
    /// >>> quotation.detect("“It holds,” said Ines Okoro.").passages[0].to_dict()["speaker"]
    /// 'Ines Okoro'
    fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let dict = self.span.to_dict(py)?;
        dict.set_item("is_speech", self.is_speech())?;
        let speaker = self.speaker(py);
        dict.set_item("speaker", speaker.as_ref().map(Speaker::name))?;
        Ok(dict)
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let speaker = self.speaker(py);
        Ok(format!(
            "Passage({}, speaker={}, start={}, end={})",
            shown(py, self.text())?,
            shown_or_none(py, speaker.as_ref().map(Speaker::name))?,
            self.start(),
            self.end()
        ))
    }

    fn __eq__(&self, other: &Self) -> bool {
        self.span == other.span && self.inner() == other.inner()
    }

    fn __hash__(&self, py: Python<'_>) -> PyResult<isize> {
        view::hash(py, self.text(), self.start(), self.end())
    }

    fn __reduce__<'py>(
        &self,
        py: Python<'py>,
    ) -> PyResult<(Bound<'py, PyAny>, Bound<'py, PyTuple>)> {
        view::reduce(py, &self.document, "passages", self.number)
    }
}
