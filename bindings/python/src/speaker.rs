//! Who speaks in a document.

use pyo3::prelude::*;
use pyo3::types::{PyAny, PyDict, PyTuple};

use crate::convert::shown;
use crate::document::Document;
use crate::parts::{Description, Span, span_dicts};
use crate::view;

/// A person, organisation or group that a document names or quotes.
///
/// >>> import quotation
/// >>> text = "“It holds,” said Ines Okoro. “It always has,” Okoro added."
/// >>> speaker = quotation.detect(text).speakers[0]
/// >>> speaker
/// Speaker('Ines Okoro', kind='person', gender='female')
/// >>> speaker.aliases, [mention.text for mention in speaker.mentions]
/// (['Okoro'], ['Ines Okoro', 'Okoro'])
#[pyclass(frozen, module = "quotation")]
pub(crate) struct Speaker {
    document: Py<Document>,
    number: usize,
}

impl Speaker {
    pub(crate) fn new(document: Py<Document>, number: usize) -> Speaker {
        Speaker { document, number }
    }

    pub(crate) fn inner(&self) -> &quotation::Speaker {
        &self.document.get().inner().speakers()[self.number]
    }
}

#[pymethods]
impl Speaker {
    /// The fullest name that the text has, in a novel the one that it uses most, or the one in the cast.
    #[getter]
    pub(crate) fn name(&self) -> &str {
        self.inner().name()
    }

    /// The other names that the text has for the speaker, by first mention.
    #[getter]
    fn aliases(&self) -> &[String] {
        self.inner().aliases()
    }

    /// “person”, “organisation”, “group”, “unnamed” or “document”.
    #[getter]
    fn kind(&self) -> &'static str {
        self.inner().kind().as_str()
    }

    /// “female”, “male” or “neutral”; `None` where neither the text nor a cast tells.
    #[getter]
    fn gender(&self) -> Option<&'static str> {
        self.inner().gender().map(|gender| gender.as_str())
    }

    /// “singular” or “plural”; `None` where the text does not tell.
    #[getter]
    fn number(&self) -> Option<&'static str> {
        self.inner().number().map(|number| number.as_str())
    }

    /// The position in the document's `speakers`.
    #[getter]
    fn id(&self) -> usize {
        self.number
    }

    /// Where the text mentions the speaker, in text order: names, descriptions, pronouns.
    #[getter]
    fn mentions(&self) -> Vec<Span> {
        self.document.get().0.spans(self.inner().mentions())
    }

    /// What the text calls the speaker besides the names: titles, roles, kin, age, affiliation.
    #[getter]
    fn descriptions(&self) -> Vec<Description> {
        let document = self.document.get();
        let descriptions = document.inner().descriptions(self.inner().id());
        let descriptions = descriptions.iter();
        descriptions
            .map(|&one| Description::new(&document.0, one))
            .collect()
    }

    /// The speaker as a dictionary.
    ///
    /// >>> import quotation
    /// >>> quotation.detect("“It holds,” said Ines Okoro.").speakers[0].to_dict()["gender"]
    /// 'female'
    pub(crate) fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let dict = PyDict::new(py);
        dict.set_item("id", self.id())?;
        dict.set_item("name", self.name())?;
        dict.set_item("aliases", self.aliases())?;
        dict.set_item("kind", self.kind())?;
        dict.set_item("gender", self.gender())?;
        dict.set_item("number", self.number())?;
        dict.set_item("mentions", span_dicts(py, &self.mentions())?)?;
        let descriptions = self.descriptions();
        let descriptions: PyResult<Vec<_>> =
            descriptions.iter().map(|one| one.to_dict(py)).collect();
        dict.set_item("descriptions", descriptions?)?;
        Ok(dict)
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let gender = match self.gender() {
            Some(gender) => format!("'{gender}'"),
            None => "None".to_owned(),
        };
        Ok(format!(
            "Speaker({}, kind='{}', gender={gender})",
            shown(py, self.name())?,
            self.kind()
        ))
    }

    fn __eq__(&self, other: &Self) -> bool {
        self.inner() == other.inner() && self.mentions() == other.mentions()
    }

    fn __hash__(&self, py: Python<'_>) -> PyResult<isize> {
        pyo3::types::PyString::new(py, self.name()).hash()
    }

    fn __reduce__<'py>(
        &self,
        py: Python<'py>,
    ) -> PyResult<(Bound<'py, PyAny>, Bound<'py, PyTuple>)> {
        view::reduce(py, &self.document, "speakers", self.number)
    }
}
