//! Many texts, in order, on threads that do not hold the interpreter.

use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::mpsc::{Receiver, channel};
use std::sync::{Mutex, PoisonError};
use std::{thread, vec};

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::PyIterator;
use quotation::{QuoteDetector, in_order};
use rayon::{ThreadPool, ThreadPoolBuilder};

use crate::convert::{string, value_error};
use crate::document::Document;
use crate::held::Held;

/// How many texts are in flight for each thread, and how many bytes at most, as the library has it.
const TEXTS: usize = 128;
const BYTES: usize = 16 << 20;

/// More threads than any machine has cores for.
const MOST_THREADS: usize = 1024;

/// The documents of a block of texts, once they are made.
type Block = Mutex<Receiver<thread::Result<Vec<Held>>>>;

/// The documents of many texts, in their order, made as they are asked for. `Detector.detect_all` gives it.
///
/// >>> import quotation
/// >>> documents = quotation.detect_all(["“It holds,” said Ines Okoro."])
/// >>> next(documents).speakers[0].name
/// 'Ines Okoro'
#[pyclass(module = "quotation")]
pub(crate) struct Documents {
    detector: QuoteDetector,
    pool: ThreadPool,
    /// None once it gave its last text.
    texts: Option<Py<PyIterator>>,
    taken: usize,
    /// How many texts the next block has.
    len: usize,
    ready: vec::IntoIter<Held>,
    at_work: Option<Block>,
    /// What is raised after the last document.
    failure: Option<PyErr>,
}

/// Threads of so many, or as many as there are cores. They are made anew for each use: those of a process do not
/// live on in one that is forked from it.
pub(crate) fn pool(threads: Option<usize>) -> PyResult<ThreadPool> {
    if let Some(threads) = threads.filter(|threads| !(1..=MOST_THREADS).contains(threads)) {
        let message = format!("threads: expected 1 to {MOST_THREADS}, found {threads}");
        return Err(PyValueError::new_err(message));
    }
    let threads = ThreadPoolBuilder::new().num_threads(threads.unwrap_or(0));
    threads.build().map_err(value_error)
}

impl Documents {
    pub(crate) fn new(
        detector: QuoteDetector,
        texts: &Bound<'_, PyAny>,
        threads: Option<usize>,
    ) -> PyResult<Documents> {
        if texts.is_instance_of::<pyo3::types::PyString>() {
            let message = "texts: expected an iterable of strings, found str";
            return Err(pyo3::exceptions::PyTypeError::new_err(message));
        }
        let pool = pool(threads)?;
        Ok(Documents {
            detector,
            texts: Some(texts.try_iter()?.unbind()),
            taken: 0,
            len: pool.current_num_threads(),
            pool,
            ready: Vec::new().into_iter(),
            at_work: None,
            failure: None,
        })
    }

    /// Takes the next texts and has them read.
    fn start(&mut self, py: Python<'_>) -> Option<Block> {
        let texts = self.take(py);
        if texts.is_empty() {
            return None;
        }
        let detector = self.detector.clone();
        let (sender, receiver) = channel();
        self.pool.spawn(move || {
            let len = texts.len();
            let documents = in_order(texts, |scratch, text| {
                Held::detect(&detector, scratch, text)
            });
            let documents = documents.in_flight(len);
            let documents = catch_unwind(AssertUnwindSafe(|| documents.collect()));
            // Nobody waits any more if the iterator was dropped.
            let _ = sender.send(documents);
        });
        Some(Mutex::new(receiver))
    }

    fn take(&mut self, py: Python<'_>) -> Vec<String> {
        let mut block = Vec::new();
        let mut bytes = 0;
        let Some(texts) = &self.texts else {
            return block;
        };
        let mut texts = texts.bind(py).clone();
        while block.len() < self.len && bytes < BYTES {
            let text = match texts.next() {
                None => {
                    self.texts = None;
                    break;
                }
                Some(text) => text.and_then(|text| string(&format!("text {}", self.taken), &text)),
            };
            match text {
                Ok(text) => {
                    bytes += text.len();
                    self.taken += 1;
                    block.push(text);
                }
                Err(error) => {
                    self.failure = Some(error);
                    self.texts = None;
                    break;
                }
            }
        }
        self.len = (self.len * 2).min(TEXTS * self.pool.current_num_threads());
        block
    }
}

#[pymethods]
impl Documents {
    fn __iter__(this: PyRef<'_, Self>) -> PyRef<'_, Self> {
        this
    }

    fn __next__(&mut self, py: Python<'_>) -> PyResult<Option<Document>> {
        if self.ready.len() == 0 {
            let block = match self.at_work.take() {
                Some(block) => Some(block),
                None => self.start(py),
            };
            if let Some(block) = block {
                self.at_work = self.start(py);
                let block = block.into_inner().unwrap_or_else(PoisonError::into_inner);
                match py.detach(move || block.recv()) {
                    Ok(Ok(documents)) => self.ready = documents.into_iter(),
                    Ok(Err(panic)) => resume_unwind(panic),
                    Err(_) => unreachable!("a block is sent before its sender is dropped"),
                }
                py.check_signals()?;
            }
        }
        match self.ready.next() {
            Some(held) => Ok(Some(Document(held))),
            None => self.failure.take().map_or(Ok(None), Err),
        }
    }

    fn __repr__(&self) -> String {
        format!("<quotation.Documents, {} texts taken>", self.taken)
    }
}
