//! One quotation with what is known of its speaker.

use pyo3::prelude::*;
use pyo3::types::{PyAny, PyDict, PyTuple};
use quotation::Attribution as Inner;
use quotation_formats::shortest;

use crate::convert::{shown, shown_or_none};
use crate::document::Document;
use crate::held::Held;
use crate::parts::{Cue, Mention, Reason, Span, span_dicts};
use crate::quote::Quote;
use crate::speaker::Speaker;
use crate::view;

/// A quotation, with all that the text tells about who said it.
///
/// Direct speech that the text gives to nobody is one too; its `source` and `speaker` are `None`.
///
/// >>> import quotation
/// >>> attribution = quotation.detect("“It holds,” said Ines Okoro.").attributions[0]
/// >>> attribution
/// Attribution('“It holds,”', kind='direct', speaker='Ines Okoro', start=0, end=11)
/// >>> attribution.cue.text, attribution.source.text, attribution.speaker.gender
/// ('said', 'Ines Okoro', 'female')
#[pyclass(frozen, module = "quotation")]
pub(crate) struct Attribution {
    document: Py<Document>,
    number: usize,
}

impl Attribution {
    pub(crate) fn new(document: Py<Document>, number: usize) -> Attribution {
        Attribution { document, number }
    }

    fn inner(&self) -> Inner<'_> {
        self.document.get().attribution(self.number)
    }

    fn held(&self) -> &Held {
        &self.document.get().0
    }

    /// Content, cue and source where they stand; what is equal in bytes need not be so in characters.
    fn all_spans(&self) -> Vec<Span> {
        let inner = self.inner();
        let cue = inner.cue().map(quotation::Cue::spans).unwrap_or_default();
        let source = inner.source().map(|source| source.span());
        let spans = inner.spans().iter().chain(cue).copied().chain(source);
        spans.map(|span| self.held().span(span)).collect()
    }

    fn view_of(&self, py: Python<'_>, speaker: Option<&quotation::Speaker>) -> Option<Speaker> {
        let document = self.document.clone_ref(py);
        Some(Speaker::new(document, speaker?.id().index()))
    }
}

#[pymethods]
impl Attribution {
    /// What is quoted, with its marks; pieces that stand apart are joined by a space.
    #[getter]
    fn text(&self) -> std::borrow::Cow<'_, str> {
        self.inner().text()
    }

    /// What is quoted, without the marks around it.
    #[getter]
    fn inner_text(&self) -> std::borrow::Cow<'_, str> {
        self.inner().inner_text()
    }

    /// Where it stands, in text order: one span, or several where other words part them.
    #[getter]
    fn spans(&self) -> Vec<Span> {
        self.held().spans(self.inner().spans())
    }

    /// Where the first piece starts.
    #[getter]
    fn start(&self) -> usize {
        let first = self.inner().spans().first().copied();
        self.held().chars(first.unwrap_or_default()).start
    }

    /// Where the last piece ends.
    #[getter]
    fn end(&self) -> usize {
        let last = self.inner().spans().last().copied();
        self.held().chars(last.unwrap_or_default()).end
    }

    /// “direct”, “mixed” (a reported clause, part of it in marks) or “indirect”.
    #[getter]
    fn kind(&self) -> &'static str {
        self.inner().kind().as_str()
    }

    /// “speech”, “writing”, “thought” or “intent”; `None` if the text does not tell.
    #[getter]
    fn mode(&self) -> Option<&'static str> {
        self.inner().mode().map(|mode| mode.as_str())
    }

    /// Whether the text says that this was *not* said.
    #[getter]
    fn is_negated(&self) -> bool {
        self.inner().is_negated()
    }

    /// “possible”, “conditional”, “future” or “asked”; `None` for what is plainly asserted.
    #[getter]
    fn modality(&self) -> Option<&'static str> {
        self.inner().modality().map(|modality| modality.as_str())
    }

    /// “headline”, “byline”, “caption” or “body”.
    #[getter]
    fn part(&self) -> &'static str {
        self.inner().part().as_str()
    }

    /// The words that tell that something is quoted.
    #[getter]
    fn cue(&self) -> Option<Cue> {
        Cue::of_attribution(self.held(), self.inner())
    }

    /// The words that name the speaker beside the quotation: “he”, “Mr Rutte”.
    #[getter]
    fn source(&self) -> Option<Mention> {
        let source = self.inner().source()?;
        Some(Mention::new(self.held(), *source))
    }

    /// Who says it; `None` where the text does not tell.
    #[getter]
    pub(crate) fn speaker(&self, py: Python<'_>) -> Option<Speaker> {
        self.view_of(py, self.inner().speaker())
    }

    /// Whom it is said to, as far as the text tells.
    #[getter]
    fn addressee(&self, py: Python<'_>) -> Option<Speaker> {
        self.view_of(py, self.inner().addressee())
    }

    /// How probable it is that these are the source's words, from 0 to 1.
    #[getter]
    fn confidence(&self) -> f64 {
        shortest(self.inner().confidence())
    }

    /// How probable it is that the source means this speaker, from 0 to 1; `None` without a speaker.
    #[getter]
    fn speaker_confidence(&self) -> Option<f64> {
        self.inner().speaker_confidence().map(shortest)
    }

    /// What spoke for it, the weightiest first.
    #[getter]
    fn reasons(&self) -> Vec<Reason> {
        let reasons = self.inner().reasons().iter();
        reasons
            .map(|one| Reason::new(one.kind().to_string(), shortest(one.weight())))
            .collect()
    }

    /// The quotes that hold its words, in text order; none for an indirect one.
    #[getter]
    fn quotes(&self, py: Python<'_>) -> Vec<Quote> {
        let all = self.document.get().inner().quotes();
        let quotes = self.inner().quotes();
        let positions = quotes.filter_map(|quote| Quote::position(all, quote));
        positions
            .map(|number| Quote::new(self.document.clone_ref(py), number))
            .collect()
    }

    /// The quotation that this one stands in, if it stands in one.
    #[getter]
    fn within(&self, py: Python<'_>) -> Option<Attribution> {
        let outer = self.inner().within()?;
        Some(Attribution::new(
            self.document.clone_ref(py),
            outer.id().index(),
        ))
    }

    /// The sentence that it stands in, or the sentences from its first piece to its last.
    #[getter]
    fn sentence(&self) -> Span {
        self.held().span(self.inner().sentence())
    }

    /// The paragraph that it stands in, or the paragraphs from its first piece to its last.
    #[getter]
    fn paragraph(&self) -> Span {
        self.held().span(self.inner().paragraph())
    }

    /// The attribution as a dictionary, with its speaker.
    ///
    /// >>> import quotation
    /// >>> found = quotation.detect("“It holds,” said Ines Okoro.").attributions[0].to_dict()
    /// >>> found["text"], found["cue"]["text"], found["speaker"]["name"]
    /// ('“It holds,”', 'said', 'Ines Okoro')
    pub(crate) fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let dict = PyDict::new(py);
        let speaker = |one: Option<Speaker>| one.map(|one| one.to_dict(py)).transpose();
        dict.set_item("text", self.text())?;
        dict.set_item("inner_text", self.inner_text())?;
        dict.set_item("start", self.start())?;
        dict.set_item("end", self.end())?;
        dict.set_item("spans", span_dicts(py, &self.spans())?)?;
        dict.set_item("kind", self.kind())?;
        dict.set_item("mode", self.mode())?;
        dict.set_item("is_negated", self.is_negated())?;
        dict.set_item("modality", self.modality())?;
        dict.set_item("part", self.part())?;
        dict.set_item("cue", self.cue().map(|one| one.to_dict(py)).transpose()?)?;
        let source = self.source().map(|one| one.to_dict(py)).transpose()?;
        dict.set_item("source", source)?;
        dict.set_item("speaker", speaker(self.speaker(py))?)?;
        dict.set_item("addressee", speaker(self.addressee(py))?)?;
        dict.set_item("confidence", self.confidence())?;
        dict.set_item("speaker_confidence", self.speaker_confidence())?;
        let reasons = self.reasons();
        let reasons: PyResult<Vec<_>> = reasons.iter().map(|one| one.to_dict(py)).collect();
        dict.set_item("reasons", reasons?)?;
        Ok(dict)
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let speaker = self.inner().speaker().map(quotation::Speaker::name);
        Ok(format!(
            "Attribution({}, kind='{}', speaker={}, start={}, end={})",
            shown(py, &self.text())?,
            self.kind(),
            shown_or_none(py, speaker)?,
            self.start(),
            self.end()
        ))
    }

    fn __eq__(&self, other: &Self) -> bool {
        self.inner() == other.inner() && self.all_spans() == other.all_spans()
    }

    fn __hash__(&self, py: Python<'_>) -> PyResult<isize> {
        view::hash(py, &self.text(), self.start(), self.end())
    }

    fn __reduce__<'py>(
        &self,
        py: Python<'py>,
    ) -> PyResult<(Bound<'py, PyAny>, Bound<'py, PyTuple>)> {
        view::reduce(py, &self.document, "attributions", self.number)
    }
}
