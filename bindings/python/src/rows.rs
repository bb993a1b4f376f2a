//! Rows of attributions by Arrow's C interface.

use std::sync::{Arc, Mutex, PoisonError};

use arrow_array::{ArrayRef, RecordBatch, RecordBatchIterator, RecordBatchReader, StructArray};
use arrow_schema::{DataType, Field, SchemaRef};
use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::{PyAny, PyCapsule};
use pyo3_arrow::PyChunkedArray;
use pyo3_arrow::ffi::{ArrayIterator, to_schema_pycapsule, to_stream_pycapsule};
use pyo3_arrow::input::{AnyArray, AnyRecordBatch};
use quotation_arrow::{Attributions, Attributor, Columns, Error, list_item};

use crate::archive::pool;
use crate::document::Document;

/// Rows of attributions, as an Arrow stream that is read once. `Detector.attributions` and `tabulate` give it.
///
/// Whatever takes an object with `__arrow_c_stream__` takes it: `pyarrow.table(rows)`, `polars.DataFrame(rows)`,
/// `duckdb.sql("FROM rows")`. Batches are made as they are asked for.
///
/// The columns are `id`, `kind`, `speaker`, `gender`, `source`, `cue`, `content`, `start`, `end`, `confidence`,
/// `speaker_confidence`, `addressee`, `before`, `after`, `words` and `mode`; whatever is unknown is null.
///
/// >>> import polars
/// >>> import quotation
/// >>> articles = polars.DataFrame({"url": ["a", "b"], "text": ["“It holds,” said Ines Okoro.", None]})
/// >>> rows = quotation.attributions(articles, id="url")
/// >>> polars.DataFrame(rows).select("id", "speaker", "content").rows()
/// [('a', 'Ines Okoro', '“It holds,”')]
#[pyclass(frozen, module = "quotation")]
pub(crate) struct Rows {
    schema: SchemaRef,
    reader: Mutex<Option<Box<dyn RecordBatchReader + Send>>>,
}

impl Rows {
    fn new(reader: Box<dyn RecordBatchReader + Send>) -> Rows {
        let schema = reader.schema();
        let reader = Mutex::new(Some(reader));
        Rows { schema, reader }
    }

    /// The attributions of what another has.
    pub(crate) fn of_data(
        attributor: &Attributor,
        data: &Bound<'_, PyAny>,
        columns: Columns,
        threads: Option<usize>,
    ) -> PyResult<Rows> {
        let Ok(batches) = data.extract::<AnyRecordBatch>() else {
            let found = data.get_type().name()?;
            return Err(PyTypeError::new_err(format!(
                "data: expected a table with __arrow_c_stream__ or __arrow_c_array__, such as a data frame, found {found}"
            )));
        };
        let rows = Attributions::new(attributor.clone(), batches.into_reader()?, columns);
        let rows = rows.map_err(refusal)?.in_pool(pool(threads)?);
        Ok(Rows::new(Box::new(rows)))
    }

    /// The rows as one column of structs, which is how a stream of batches is handed over.
    fn field(&self) -> Field {
        let fields = self.schema.fields().clone();
        Field::new("", DataType::Struct(fields), false)
    }
}

/// What is wrong with data, as Python's own kind of exception.
fn refusal(error: Error) -> PyErr {
    let message = error.to_string();
    match error {
        Error::Type { .. } => PyTypeError::new_err(message),
        _ => PyValueError::new_err(message),
    }
}

#[pymethods]
impl Rows {
    /// Reads all rows into a `pyarrow.Table`.
    ///
    /// >>> import quotation
    /// >>> rows = quotation.tabulate([quotation.detect("“It holds,” said Ines Okoro.")])
    /// >>> rows.to_arrow()["speaker"].to_pylist()
    /// ['Ines Okoro']
    fn to_arrow<'py>(this: &Bound<'py, Self>) -> PyResult<Bound<'py, PyAny>> {
        this.py().import("pyarrow")?.call_method1("table", (this,))
    }

    /// Reads all rows into a `pandas.DataFrame`.
    ///
    /// >>> import quotation
    /// >>> rows = quotation.tabulate([quotation.detect("“It holds,” said Ines Okoro.")])
    /// >>> list(rows.to_pandas().speaker)
    /// ['Ines Okoro']
    fn to_pandas<'py>(this: &Bound<'py, Self>) -> PyResult<Bound<'py, PyAny>> {
        this.py().import("pandas")?;
        Rows::to_arrow(this)?.call_method0("to_pandas")
    }

    /// Reads all rows into a `polars.DataFrame`.
    ///
    /// >>> import quotation
    /// >>> rows = quotation.tabulate([quotation.detect("“It holds,” said Ines Okoro.")])
    /// >>> rows.to_polars()["speaker"].to_list()
    /// ['Ines Okoro']
    fn to_polars<'py>(this: &Bound<'py, Self>) -> PyResult<Bound<'py, PyAny>> {
        this.py()
            .import("polars")?
            .call_method1("DataFrame", (this,))
    }

    #[pyo3(signature = (requested_schema = None))]
    fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<Bound<'py, PyCapsule>>,
    ) -> PyResult<Bound<'py, PyCapsule>> {
        let mut reader = self.reader.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(reader) = reader.take() else {
            let message = "the rows were read before; make them anew to read them again";
            return Err(PyValueError::new_err(message));
        };
        let arrays = reader.map(|batch| Ok(Arc::new(StructArray::from(batch?)) as ArrayRef));
        let arrays = ArrayIterator::new(arrays, Arc::new(self.field()));
        Ok(to_stream_pycapsule(py, Box::new(arrays), requested_schema)?)
    }

    fn __arrow_c_schema__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyCapsule>> {
        Ok(to_schema_pycapsule(py, self.field())?)
    }

    fn __repr__(&self) -> String {
        let names: Vec<&str> = self
            .schema
            .fields()
            .iter()
            .map(|field| field.name().as_str())
            .collect();
        format!("<quotation.Rows of {}>", names.join(", "))
    }
}

/// The attributions of documents as rows, in order; `id` is a document's number, from 0.
///
/// >>> import quotation
/// >>> texts = ["“It holds,” said Ines Okoro.", "It rained.", "“It leaks,” said Tom Bright."]
/// >>> quotation.tabulate(quotation.detect_all(texts)).to_polars().select("id", "speaker").rows()
/// [(0, 'Ines Okoro'), (2, 'Tom Bright')]
#[pyfunction]
pub(crate) fn tabulate(documents: &Bound<'_, PyAny>) -> PyResult<Rows> {
    let documents: PyResult<Vec<Py<Document>>> = documents
        .try_iter()?
        .map(|one| Ok(one?.cast_into::<Document>()?.unbind()))
        .collect();
    of_documents(&documents?)
}

/// The rows of these documents.
pub(crate) fn of_documents(documents: &[Py<Document>]) -> PyResult<Rows> {
    let documents = documents.iter().map(|one| one.get().inner());
    let batch: RecordBatch = quotation_arrow::of_documents(documents).map_err(refusal)?;
    let schema = batch.schema();
    Ok(Rows::new(Box::new(RecordBatchIterator::new(
        [Ok(batch)],
        schema,
    ))))
}

/// A list of attributions for each text of an array, for `quotation.duckdb`.
#[pyfunction]
pub(crate) fn attribution_lists<'py>(
    detector: &crate::detector::Detector,
    texts: AnyArray,
    py: Python<'py>,
) -> PyResult<Bound<'py, PyAny>> {
    let (chunks, _) = texts.into_chunked_array()?.into_inner();
    let attributor = detector.attributor();
    let pool = pool(None)?;
    let lists: Result<Vec<ArrayRef>, Error> = py.detach(|| {
        pool.install(|| {
            let lists = chunks.iter().map(|chunk| attributor.lists(chunk));
            lists.map(|list| Ok(Arc::new(list?) as ArrayRef)).collect()
        })
    });
    let field = Field::new("", DataType::List(Arc::new(list_item())), true);
    let lists = PyChunkedArray::try_new(lists.map_err(refusal)?, Arc::new(field))?;
    lists.into_pyarrow(py)
}
