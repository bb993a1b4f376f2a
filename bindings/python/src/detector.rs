//! The detector with what a caller knows.

use pyo3::prelude::*;
use pyo3::types::{PyDict, PyTuple};
use quotation::{AttributionKind, QuoteDetector, QuoteDetectorBuilder, Scratch};
use quotation_arrow::{Attributor, Columns};
use quotation_formats::shortest;
use serde_json::Value;

use crate::archive::Documents;
use crate::cast::members;
use crate::convert::{named, strings, value_error};
use crate::document::Document;
use crate::held::Held;
use crate::rows::Rows;

/// Finds quotations in English text and who says them.
///
/// A detector is made once and used for any number of texts, in any number of threads. Everything that it is
/// told is optional; a wrong entry raises `ValueError` with its name.
///
/// cast
///     People who may speak: a `CastMember`, a name, or a dictionary with “name”, “aliases”, “gender”, “narrator”.
/// reporting_verbs, reporting_nouns
///     Further words that report speech, in their base form: “toot”, “fire back”.
/// titles
///     Further titles: “Dijkgraaf”.
/// ignored_names, ignored_words
///     Names that never speak; listed words that are none for you.
/// kinds
///     Which kinds are looked for: “direct”, “mixed”, “indirect”; all if it is not given.
/// minimum_confidence
///     From 0 to 1; an attribution that is less probable is not made.
/// formulas
///     Regular expressions for a house style's own way to say who speaks, with groups `speaker` and `content`.
/// genre
///     “news” or “novel”; the text decides if it is not given.
/// naming
///     “fullest” or “most-used”: which of somebody's names is the name.
///
/// >>> import quotation
/// >>> detector = quotation.Detector(reporting_verbs=["toot"], kinds=["direct"])
/// >>> detector.detect("“It holds,” tooted Ines Okoro.").attributions[0].cue.text
/// 'tooted'
/// >>> quotation.Detector(minimum_confidence=7)
/// Traceback (most recent call last):
/// ValueError: minimum confidence: expected a number from 0 to 1, found 7
#[pyclass(frozen, module = "quotation")]
pub(crate) struct Detector {
    builder: QuoteDetectorBuilder,
    detector: QuoteDetector,
}

impl Detector {
    /// The detector for columns of texts.
    pub(crate) fn attributor(&self) -> Attributor {
        Attributor::new(self.builder.clone()).expect("a builder that was built from before")
    }
}

#[pymethods]
impl Detector {
    #[new]
    #[pyo3(signature = (
        *, cast = None, reporting_verbs = None, reporting_nouns = None, titles = None, ignored_names = None,
        ignored_words = None, kinds = None, minimum_confidence = None, formulas = None, genre = None, naming = None
    ))]
    #[expect(clippy::too_many_arguments, reason = "named ones of Python's")]
    fn new(
        cast: Option<&Bound<'_, PyAny>>,
        reporting_verbs: Option<&Bound<'_, PyAny>>,
        reporting_nouns: Option<&Bound<'_, PyAny>>,
        titles: Option<&Bound<'_, PyAny>>,
        ignored_names: Option<&Bound<'_, PyAny>>,
        ignored_words: Option<&Bound<'_, PyAny>>,
        kinds: Option<&Bound<'_, PyAny>>,
        minimum_confidence: Option<f32>,
        formulas: Option<&Bound<'_, PyAny>>,
        genre: Option<&str>,
        naming: Option<&str>,
    ) -> PyResult<Detector> {
        let mut builder = QuoteDetector::builder()
            .cast(members(cast)?)
            .reporting_verbs(strings("reporting_verbs", reporting_verbs)?)
            .reporting_nouns(strings("reporting_nouns", reporting_nouns)?)
            .titles(strings("titles", titles)?)
            .ignored_names(strings("ignored_names", ignored_names)?)
            .ignored_words(strings("ignored_words", ignored_words)?);
        if kinds.is_some() {
            let kinds = strings("kinds", kinds)?;
            let kinds: PyResult<Vec<AttributionKind>> =
                kinds.iter().map(|one| named(one)).collect();
            builder = builder.kinds(kinds?);
        }
        if let Some(minimum) = minimum_confidence {
            builder = builder.minimum_confidence(minimum);
        }
        for formula in strings("formulas", formulas)? {
            builder = builder.formula(formula);
        }
        if let Some(genre) = genre {
            builder = builder.genre(named(genre)?);
        }
        if let Some(naming) = naming {
            builder = builder.naming(named(naming)?);
        }
        let detector = builder.clone().build().map_err(value_error)?;
        Ok(Detector { builder, detector })
    }

    /// Finds everything that a text quotes.
    ///
    /// This cannot fail, and it takes time and memory in proportion to the text. Other Python threads run meanwhile.
    ///
    /// >>> import quotation
    /// >>> quotation.Detector().detect("“It holds,” said Ines Okoro.").speakers[0].name
    /// 'Ines Okoro'
    fn detect(&self, py: Python<'_>, text: String) -> Document {
        Document(py.detach(|| Held::detect(&self.detector, &mut Scratch::default(), text)))
    }

    /// Finds what each of many texts quotes, on all cores or so many threads, and gives the documents in the order
    /// of the texts.
    ///
    /// Texts are taken from the iterable as documents are asked for: a few at first, then up to 128 a thread or
    /// 16 MiB at once, and as many again are read while those are looked at. An archive may so be larger than
    /// memory. Other Python threads run meanwhile. What the iterable raises, and `TypeError` for what is no text,
    /// is raised after the documents of the texts before it.
    ///
    /// >>> import quotation
    /// >>> texts = ["“It holds,” said Ines Okoro.", "“It leaks,” said Tomas Lindqvist."]
    /// >>> for document in quotation.Detector().detect_all(texts, threads=2):
    /// ...     print(document.speakers[0].name)
    /// Ines Okoro
    /// Tomas Lindqvist
    #[pyo3(signature = (texts, *, threads = None))]
    fn detect_all(&self, texts: &Bound<'_, PyAny>, threads: Option<usize>) -> PyResult<Documents> {
        Documents::new(self.detector.clone(), texts, threads)
    }

    /// The attributions of a table with a column of texts, as rows with an `id`.
    ///
    /// A table is whatever has Arrow's `__arrow_c_stream__` or `__arrow_c_array__`: a data frame of polars or pandas,
    /// a table, batch or reader of pyarrow, a relation of DuckDB. Texts are read in place, on all cores or so many
    /// threads, batch after batch as rows are asked for. Nulls and empty texts have no rows.
    ///
    /// data
    ///     The table.
    /// text
    ///     The name of the column of texts.
    /// id
    ///     The name of a column whose values come back beside the attributions of their text; its type is kept.
    ///     Without one, `id` is the number of the row, from 0.
    /// cast
    ///     The name of a column of who may speak in this text alone: lists of names, or of structs with `name`,
    ///     `aliases`, `gender` and `narrator`.
    ///
    /// Raises `ValueError` if there is no such column, `TypeError` if it holds something else.
    ///
    /// >>> import pyarrow
    /// >>> import quotation
    /// >>> novels = pyarrow.table({"text": ["“It holds,” said Okoro."], "cast": [["Ines Okoro"]]})
    /// >>> rows = quotation.Detector(genre="novel").attributions(novels, cast="cast")
    /// >>> rows.to_arrow().select(["id", "speaker"]).to_pylist()
    /// [{'id': 0, 'speaker': 'Ines Okoro'}]
    #[pyo3(signature = (data, *, text = "text", id = None, cast = None, threads = None))]
    #[expect(
        clippy::too_many_arguments,
        reason = "those of the method in Python, each with its name"
    )]
    fn attributions(
        &self,
        data: &Bound<'_, PyAny>,
        text: &str,
        id: Option<&str>,
        cast: Option<&str>,
        threads: Option<usize>,
    ) -> PyResult<Rows> {
        let mut columns = Columns::new(text);
        if let Some(id) = id {
            columns = columns.id(id);
        }
        if let Some(cast) = cast {
            columns = columns.cast(cast);
        }
        Rows::of_data(&self.attributor(), data, columns, threads)
    }

    /// What the detector was told, as a dictionary of the arguments that make an equal one.
    ///
    /// >>> import quotation
    /// >>> quotation.Detector(genre="novel", titles=["Dijkgraaf"]).options
    /// {'titles': ['Dijkgraaf'], 'genre': 'novel'}
    #[getter]
    fn options<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let value = serde_json::to_value(&self.builder).map_err(value_error)?;
        let dict = PyDict::new(py);
        for (name, value) in value.as_object().into_iter().flatten() {
            match value {
                Value::Null => {}
                Value::Array(list) if list.is_empty() => {}
                Value::Number(minimum) => {
                    dict.set_item(
                        name,
                        minimum.as_f64().map(|minimum| shortest(minimum as f32)),
                    )?;
                }
                value => dict.set_item(name, pythonize::pythonize(py, value)?)?,
            }
        }
        Ok(dict)
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let options = self.options(py)?;
        let options = options
            .iter()
            .map(|(name, value)| Ok(format!("{name}={}", value.repr()?)));
        let options: PyResult<Vec<String>> = options.collect();
        Ok(format!("Detector({})", options?.join(", ")))
    }

    fn __eq__(&self, other: &Self, py: Python<'_>) -> PyResult<bool> {
        self.options(py)?.eq(other.options(py)?)
    }

    fn __hash__(&self, py: Python<'_>) -> PyResult<isize> {
        self.__repr__(py)?.into_pyobject(py)?.hash()
    }

    fn __getnewargs_ex__<'py>(
        &self,
        py: Python<'py>,
    ) -> PyResult<(Bound<'py, PyTuple>, Bound<'py, PyDict>)> {
        Ok((PyTuple::empty(py), self.options(py)?))
    }
}
