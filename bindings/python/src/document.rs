//! A text with all that was found in it.

use pyo3::prelude::*;
use pyo3::types::{PyAny, PyTuple};
use quotation_formats::html::Page;
use quotation_formats::{Item, OffsetUnit, escape, json, shortest};

use crate::attribution::Attribution;
use crate::convert::{shown_beginning, value_error};
use crate::held::Held;
use crate::parts::Span;
use crate::passage::Passage;
use crate::quote::Quote;
use crate::rows::{Rows, of_documents};
use crate::speaker::Speaker;

/// A text with all that was found in it. `Detector.detect` makes it.
///
/// Offsets count characters, as Python does, so that `text[start:end]` is what they stand for.
///
/// >>> import quotation
/// >>> document = quotation.detect("“It holds,” said Ines Okoro.")
/// >>> document
/// Document('“It holds,” said Ines Okoro.', attributions=1, speakers=1)
/// >>> for attribution in document:
/// ...     print(attribution.speaker.name, attribution.text)
/// Ines Okoro “It holds,”
#[pyclass(frozen, module = "quotation")]
pub(crate) struct Document(pub(crate) Held);

impl Document {
    pub(crate) fn inner(&self) -> &quotation::Document<'_> {
        self.0.document()
    }

    /// The one attribution of this number.
    pub(crate) fn attribution(&self, number: usize) -> quotation::Attribution<'_> {
        let one = self.inner().attributions().nth(number);
        one.expect("a number of this document")
    }

    fn rows<'py>(this: &Bound<'py, Self>) -> PyResult<Bound<'py, Rows>> {
        Bound::new(this.py(), of_documents(&[this.clone().unbind()])?)
    }
}

/// A view for each number below `len`.
fn views<T>(
    document: &Bound<'_, Document>,
    len: usize,
    view: fn(Py<Document>, usize) -> T,
) -> Vec<T> {
    let view = |number| view(document.clone().unbind(), number);
    (0..len).map(view).collect()
}

#[pymethods]
impl Document {
    /// The text that all offsets refer to.
    #[getter]
    fn text(&self) -> &str {
        self.inner().text()
    }

    /// What sort of text it was read as: “news” or “novel”.
    #[getter]
    fn genre(&self) -> &'static str {
        self.inner().genre().as_str()
    }

    /// How probable the genre is, from 0 to 1; `None` where the text did not decide it.
    #[getter]
    fn genre_confidence(&self) -> Option<f64> {
        self.inner().genre_confidence().map(shortest)
    }

    /// Every quotation with what is known of its speaker, in text order.
    #[getter]
    fn attributions(this: &Bound<'_, Self>) -> Vec<Attribution> {
        let len = this.get().inner().attributions().len();
        views(this, len, Attribution::new)
    }

    /// Everybody whom the text names or quotes, by first mention.
    #[getter]
    fn speakers(this: &Bound<'_, Self>) -> Vec<Speaker> {
        views(this, this.get().inner().speakers().len(), Speaker::new)
    }

    /// Every pair of quotation marks, attributed or not, by its start; inner ones follow the one around them.
    #[getter]
    fn quotes(this: &Bound<'_, Self>) -> Vec<Quote> {
        views(this, this.get().inner().quotes().len(), Quote::new)
    }

    /// The text as narration and speech, in order: what an audiobook gives to its voices. Nothing is left out.
    ///
    /// >>> import quotation
    /// >>> text = "“It leaks,” said Ines Okoro. “It always has.”"
    /// >>> for passage in quotation.detect(text).passages:
    /// ...     print(passage.speaker.name if passage.speaker else "narrator", repr(passage.text))
    /// Ines Okoro '“It leaks,”'
    /// narrator ' said Ines Okoro. '
    /// Ines Okoro '“It always has.”'
    #[getter]
    fn passages(this: &Bound<'_, Self>) -> Vec<Passage> {
        Passage::all(this)
    }

    /// The sentences of the text.
    #[getter]
    fn sentences(&self) -> Vec<Span> {
        self.0.spans(self.inner().sentences())
    }

    /// The paragraphs of the text.
    #[getter]
    fn paragraphs(&self) -> Vec<Span> {
        self.0.spans(self.inner().paragraphs())
    }

    /// What a speaker of this document says, in text order.
    ///
    /// >>> import quotation
    /// >>> document = quotation.detect("“It holds,” said Ines Okoro. “It leaks,” said Tom Bright.")
    /// >>> [one.text for one in document.attributions_of(document.speakers[1])]
    /// ['“It leaks,”']
    fn attributions_of(this: &Bound<'_, Self>, speaker: &Speaker) -> Vec<Attribution> {
        let speaker = speaker.inner();
        let is_own = |one: &quotation::Attribution<'_>| one.speaker() == Some(speaker);
        let own = this.get().inner().attributions().filter(is_own);
        own.map(|one| Attribution::new(this.clone().unbind(), one.id().index()))
            .collect()
    }

    /// The document as a dictionary of the JSON form that the program `quotation` writes too, with offsets in
    /// characters; `docs/document.schema.json` in the repository is its JSON Schema.
    ///
    /// >>> import quotation
    /// >>> found = quotation.detect("“It holds,” said Ines Okoro.").to_dict()
    /// >>> found["unit"], found["attributions"][0]["spans"], found["speakers"][0]["name"]
    /// ('characters', [[0, 11]], 'Ines Okoro')
    fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        let value = json::value(self.inner(), OffsetUnit::Characters).map_err(value_error)?;
        Ok(pythonize::pythonize(py, &value)?)
    }

    /// The document as JSON in which offsets count bytes of UTF-8, as the Rust library reads and writes it.
    ///
    /// >>> import quotation
    /// >>> document = quotation.detect("“It holds,” said Ines Okoro.")
    /// >>> quotation.Document.from_json(document.to_json()) == document
    /// True
    fn to_json(&self) -> PyResult<String> {
        serde_json::to_string(self.inner()).map_err(value_error)
    }

    /// Reads what `to_json` wrote.
    ///
    /// Raises `ValueError`, with the position in the JSON, for what is no such document.
    #[staticmethod]
    fn from_json(json: &str) -> PyResult<Document> {
        let document: quotation::Document<'static> =
            serde_json::from_str(json).map_err(value_error)?;
        Ok(Document(Held::new(document)))
    }

    /// The attributions as rows of a `pyarrow.Table`, with the columns of `Rows`.
    ///
    /// >>> import quotation
    /// >>> quotation.detect("“It holds,” said Ines Okoro.").to_arrow()["cue"].to_pylist()
    /// ['said']
    fn to_arrow<'py>(this: &Bound<'py, Self>) -> PyResult<Bound<'py, PyAny>> {
        Document::rows(this)?.call_method0("to_arrow")
    }

    /// The attributions as rows of a `pandas.DataFrame`, with the columns of `Rows`.
    ///
    /// >>> import quotation
    /// >>> list(quotation.detect("“It holds,” said Ines Okoro.").to_pandas().cue)
    /// ['said']
    fn to_pandas<'py>(this: &Bound<'py, Self>) -> PyResult<Bound<'py, PyAny>> {
        Document::rows(this)?.call_method0("to_pandas")
    }

    /// The attributions as rows of a `polars.DataFrame`, with the columns of `Rows`.
    ///
    /// >>> import quotation
    /// >>> quotation.detect("“It holds,” said Ines Okoro.").to_polars()["cue"].to_list()
    /// ['said']
    fn to_polars<'py>(this: &Bound<'py, Self>) -> PyResult<Bound<'py, PyAny>> {
        Document::rows(this)?.call_method0("to_polars")
    }

    /// A page to open in a browser, without a network: the text with every quotation marked, its speakers,
    /// filters, who answers whom. It is the page of `quotation --format html`.
    ///
    /// >>> import quotation
    /// >>> page = quotation.detect("“It holds,” said Ines Okoro.").to_html(title="dam.txt")
    /// >>> page.startswith("<!DOCTYPE html>"), "Who said what: dam.txt" in page
    /// (True, True)
    #[pyo3(signature = (*, title = "text"))]
    fn to_html(&self, title: &str) -> PyResult<String> {
        let mut page = Page::new();
        page.add(&Item::new(title, self.inner()));
        let mut html = Vec::new();
        page.write(&mut html)?;
        String::from_utf8(html).map_err(value_error)
    }

    /// What a notebook shows: the page in a frame of its own.
    fn _repr_html_(&self) -> PyResult<String> {
        let page = escape(&self.to_html("text")?);
        Ok(format!(
            "<iframe srcdoc=\"{page}\" sandbox=\"allow-scripts\" title=\"Who said what\" \
             style=\"width: 100%; height: 36em; border: 1px solid #8888\"></iframe>"
        ))
    }

    fn __iter__<'py>(this: &Bound<'py, Self>) -> PyResult<Bound<'py, PyAny>> {
        let attributions = Document::attributions(this).into_pyobject(this.py())?;
        Ok(attributions.try_iter()?.into_any())
    }

    fn __len__(&self) -> usize {
        self.inner().attributions().len()
    }

    /// A text without quotations is a document as well.
    fn __bool__(&self) -> bool {
        true
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let text = shown_beginning(py, self.text())?;
        let (attributions, speakers) = (self.__len__(), self.inner().speakers().len());
        Ok(format!(
            "Document({text}, attributions={attributions}, speakers={speakers})"
        ))
    }

    fn __eq__(&self, other: &Self) -> bool {
        self.inner() == other.inner()
    }

    fn __hash__(&self, py: Python<'_>) -> PyResult<isize> {
        pyo3::types::PyString::new(py, self.text()).hash()
    }

    fn __reduce__<'py>(
        this: &Bound<'py, Self>,
    ) -> PyResult<(Bound<'py, PyAny>, Bound<'py, PyTuple>)> {
        let py = this.py();
        let from_json = this.get_type().getattr("from_json")?;
        Ok((from_json, PyTuple::new(py, [this.get().to_json()?])?))
    }
}
