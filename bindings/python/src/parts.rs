//! Spans, cues, mentions, reasons and descriptions: values of their own.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::ops::Range;

use pyo3::prelude::*;
use pyo3::types::PyDict;

use crate::convert::shown;
use crate::held::Held;

/// A stretch of a text: its words and where they stand, in characters.
///
/// >>> import quotation
/// >>> text = "“It holds,” said Ines Okoro."
/// >>> span = quotation.detect(text).attributions[0].spans[0]
/// >>> span
/// Span(text='“It holds,”', start=0, end=11)
/// >>> text[span.start:span.end] == span.text
/// True
#[pyclass(frozen, eq, hash, module = "quotation")]
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Span {
    /// The words.
    #[pyo3(get)]
    text: String,
    /// Where it starts.
    #[pyo3(get)]
    start: usize,
    /// Where it ends: the position of the first character after it.
    #[pyo3(get)]
    end: usize,
}

impl Span {
    pub(crate) fn new(text: String, Range { start, end }: Range<usize>) -> Span {
        Span { text, start, end }
    }

    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    pub(crate) fn start(&self) -> usize {
        self.start
    }

    pub(crate) fn end(&self) -> usize {
        self.end
    }
}

#[pymethods]
impl Span {
    #[new]
    fn of(text: String, start: usize, end: usize) -> Span {
        Span { text, start, end }
    }

    /// The span as a dictionary.
    pub(crate) fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let dict = PyDict::new(py);
        dict.set_item("text", &self.text)?;
        dict.set_item("start", self.start)?;
        dict.set_item("end", self.end)?;
        Ok(dict)
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let Span { text, start, end } = self;
        Ok(format!(
            "Span(text={}, start={start}, end={end})",
            shown(py, text)?
        ))
    }

    fn __getnewargs__(&self) -> (&str, usize, usize) {
        (&self.text, self.start, self.end)
    }
}

/// The words that tell that something is quoted: “said”, “according to”.
///
/// >>> import quotation
/// >>> quotation.detect("“It holds,” said Ines Okoro.").attributions[0].cue
/// Cue(text='said', kind='verb', spans=[Span(text='said', start=12, end=16)])
#[pyclass(frozen, eq, hash, module = "quotation")]
#[derive(Debug, PartialEq, Eq, Hash)]
pub(crate) struct Cue {
    /// The words; pieces that stand apart are joined by a space.
    #[pyo3(get)]
    text: String,
    /// “verb”, “noun”, “phrase” or “colon”.
    #[pyo3(get)]
    kind: String,
    /// Where they stand, in text order: one span, or several where other words part them.
    #[pyo3(get)]
    spans: Vec<Span>,
}

impl Cue {
    pub(crate) fn of_attribution(held: &Held, one: quotation::Attribution<'_>) -> Option<Cue> {
        let cue = one.cue()?;
        Some(Cue {
            text: one.cue_text()?.into_owned(),
            kind: cue.kind().to_string(),
            spans: held.spans(cue.spans()),
        })
    }
}

#[pymethods]
impl Cue {
    #[new]
    fn new(text: String, kind: String, spans: Vec<Bound<'_, Span>>) -> Cue {
        let spans = spans.iter().map(|span| span.get().clone()).collect();
        Cue { text, kind, spans }
    }

    /// Where the first piece starts.
    #[getter]
    fn start(&self) -> Option<usize> {
        self.spans.first().map(|span| span.start)
    }

    /// Where the last piece ends.
    #[getter]
    fn end(&self) -> Option<usize> {
        self.spans.last().map(|span| span.end)
    }

    /// The cue as a dictionary.
    pub(crate) fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let dict = PyDict::new(py);
        dict.set_item("text", &self.text)?;
        dict.set_item("kind", &self.kind)?;
        dict.set_item("spans", span_dicts(py, &self.spans)?)?;
        Ok(dict)
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        Ok(format!(
            "Cue(text={}, kind={}, spans={})",
            shown(py, &self.text)?,
            shown(py, &self.kind)?,
            self.spans.clone().into_pyobject(py)?.repr()?
        ))
    }

    fn __getnewargs__(&self) -> (&str, &str, Vec<Span>) {
        (&self.text, &self.kind, self.spans.clone())
    }
}

/// Dictionaries of spans.
pub(crate) fn span_dicts<'py>(
    py: Python<'py>,
    spans: &[Span],
) -> PyResult<Vec<Bound<'py, PyDict>>> {
    spans.iter().map(|span| span.to_dict(py)).collect()
}

/// A class of what has words, a kind and a position.
macro_rules! kind_of_words {
    ($(#[$doc:meta])* $name:ident of $inner:ty, $(#[$kinds:meta])* kind) => {
        $(#[$doc])*
        #[pyclass(frozen, eq, hash, module = "quotation")]
        #[derive(Debug, PartialEq, Eq, Hash)]
        pub(crate) struct $name {
            /// The words.
            #[pyo3(get)]
            text: String,
            $(#[$kinds])*
            #[pyo3(get)]
            kind: String,
            /// Where they start.
            #[pyo3(get)]
            start: usize,
            /// Where they end.
            #[pyo3(get)]
            end: usize,
        }

        impl $name {
            pub(crate) fn new(held: &Held, inner: $inner) -> $name {
                let Span { text, start, end } = held.span(inner.span());
                $name::of(text, inner.kind().to_string(), start, end)
            }
        }

        #[pymethods]
        impl $name {
            #[new]
            fn of(text: String, kind: String, start: usize, end: usize) -> $name {
                $name {
                    text,
                    kind,
                    start,
                    end,
                }
            }

            /// Its values as a dictionary.
            pub(crate) fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
                let dict = PyDict::new(py);
                dict.set_item("text", &self.text)?;
                dict.set_item("kind", &self.kind)?;
                dict.set_item("start", self.start)?;
                dict.set_item("end", self.end)?;
                Ok(dict)
            }

            fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
                let (start, end) = (self.start, self.end);
                let (text, kind) = (shown(py, &self.text)?, shown(py, &self.kind)?);
                let name = stringify!($name);
                Ok(format!(
                    "{name}(text={text}, kind={kind}, start={start}, end={end})"
                ))
            }

            fn __getnewargs__(&self) -> (&str, &str, usize, usize) {
                (&self.text, &self.kind, self.start, self.end)
            }
        }
    };
}

kind_of_words! {
    /// The words by which the text names somebody once.
    ///
    /// >>> import quotation
    /// >>> quotation.detect("“It holds,” said Ines Okoro.").attributions[0].source
    /// Mention(text='Ines Okoro', kind='name', start=17, end=27)
    Mention of quotation::Mention,
    /// “name”, “titled-name”, “pronoun”, “noun-phrase”, “organisation” or “group”.
    kind
}

kind_of_words! {
    /// What a text calls somebody besides their names: a title, a role, kin, an age or an affiliation.
    ///
    /// >>> import quotation
    /// >>> quotation.detect("“It holds,” said Dr. Ines Okoro.").speakers[0].descriptions
    /// [Description(text='Dr.', kind='title', start=17, end=20)]
    Description of quotation::Description,
    /// “title”, “role”, “kin”, “age” or “affiliation”.
    kind
}

/// What spoke for an attribution, and how much.
///
/// >>> import quotation
/// >>> reason = quotation.detect("“It holds,” said Ines Okoro.").attributions[0].reasons[0]
/// >>> reason.kind, reason.weight > 0
/// ('cue', True)
#[pyclass(frozen, eq, module = "quotation")]
#[derive(Debug, PartialEq)]
pub(crate) struct Reason {
    /// One of about a dozen stable names, such as “cue” or “pronoun”.
    #[pyo3(get)]
    kind: String,
    /// How much it spoke for the attribution; below zero, against it.
    #[pyo3(get)]
    weight: f64,
}

#[pymethods]
impl Reason {
    #[new]
    pub(crate) fn new(kind: String, weight: f64) -> Reason {
        Reason { kind, weight }
    }

    /// The reason as a dictionary.
    pub(crate) fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let dict = PyDict::new(py);
        dict.set_item("kind", &self.kind)?;
        dict.set_item("weight", self.weight)?;
        Ok(dict)
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let weight = self.weight.into_pyobject(py)?.repr()?;
        Ok(format!(
            "Reason(kind={}, weight={weight})",
            shown(py, &self.kind)?
        ))
    }

    fn __hash__(&self) -> u64 {
        let mut hasher = DefaultHasher::new();
        (&self.kind, self.weight.to_bits()).hash(&mut hasher);
        hasher.finish()
    }

    fn __getnewargs__(&self) -> (&str, f64) {
        (&self.kind, self.weight)
    }
}
