//! Batch after batch.

use std::collections::VecDeque;

use arrow_array::{RecordBatch, RecordBatchReader};
use arrow_schema::{ArrowError, SchemaRef};
use rayon::ThreadPool;

use crate::error::Error;
use crate::texts::Texts;
use crate::{Attributor, Columns};

/// How many rows, and how many bytes of text beside the last one, are read at once: enough for all threads, and no
/// more attributions than a batch may hold.
const MOST_ROWS: usize = 4096;
const MOST_BYTES: usize = 64 << 20;

/// The attributions of a stream of batches, made as they are asked for.
///
/// A batch of 4096 rows or 64 MiB of text gives one of attributions, a larger one several. After an error there is
/// nothing more.
#[derive(Debug)]
pub struct Attributions<R> {
    attributor: Attributor,
    columns: Columns,
    schema: SchemaRef,
    /// None once it gave its last batch.
    batches: Option<R>,
    /// Slices of the last batch.
    waiting: VecDeque<RecordBatch>,
    /// How many rows were read.
    read: u64,
    pool: Option<ThreadPool>,
}

impl<R: RecordBatchReader> Attributions<R> {
    /// Reads these columns of these batches.
    ///
    /// # Errors
    ///
    /// If there is no such column, or its type is none of those that are read.
    pub fn new(attributor: Attributor, batches: R, columns: Columns) -> Result<Self, Error> {
        Ok(Attributions {
            attributor,
            schema: columns.schema(&batches.schema())?,
            columns,
            batches: Some(batches),
            waiting: VecDeque::new(),
            read: 0,
            pool: None,
        })
    }

    /// Reads the texts on the threads of this pool; batches are taken in whatever thread asks for the next one.
    #[must_use]
    pub fn in_pool(mut self, pool: ThreadPool) -> Self {
        self.pool = Some(pool);
        self
    }

    fn read_next(&mut self) -> Option<Result<RecordBatch, ArrowError>> {
        while self.waiting.is_empty() {
            match self.batches.as_mut()?.next()? {
                Ok(batch) => self.waiting = sliced(&batch, &self.columns.text),
                Err(error) => return Some(Err(error)),
            }
        }
        let batch = self.waiting.pop_front()?;
        let found = self
            .attributor
            .attributions(&batch, &self.columns, self.read);
        self.read += batch.num_rows() as u64;
        Some(found.map_err(ArrowError::from))
    }
}

/// Slices of a batch, none of them too large.
fn sliced(batch: &RecordBatch, text: &str) -> VecDeque<RecordBatch> {
    let Some(texts) = batch.column_by_name(text) else {
        return VecDeque::from([batch.clone()]);
    };
    let texts = Texts::new(texts);
    let mut slices = VecDeque::new();
    let (mut start, mut bytes) = (0, 0);
    for row in 0..batch.num_rows() {
        bytes += texts.get(row).map_or(0, str::len);
        let len = row + 1 - start;
        if len == MOST_ROWS || bytes >= MOST_BYTES || row + 1 == batch.num_rows() {
            slices.push_back(batch.slice(start, len));
            (start, bytes) = (row + 1, 0);
        }
    }
    slices
}

impl<R: RecordBatchReader> Iterator for Attributions<R> {
    type Item = Result<RecordBatch, ArrowError>;

    fn next(&mut self) -> Option<Self::Item> {
        let next = self.read_next();
        if !matches!(next, Some(Ok(_))) {
            self.batches = None;
            self.waiting.clear();
        }
        next
    }
}

impl<R: RecordBatchReader> RecordBatchReader for Attributions<R> {
    fn schema(&self) -> SchemaRef {
        SchemaRef::clone(&self.schema)
    }
}
