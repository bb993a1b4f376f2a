//! Many texts, in order, on all cores.

use std::borrow::Cow;
use std::fmt;
use std::iter::FusedIterator;
use std::sync::{Mutex, PoisonError};
use std::vec;

use rayon::iter::{IndexedParallelIterator, IntoParallelIterator, ParallelIterator};

use crate::detector::{QuoteDetector, Scratch};
use crate::document::Document;

/// How many items are in flight for each thread, if the caller does not say. One that takes long
/// lets the other threads wait for it at the end of a block.
const IN_FLIGHT: usize = 128;

/// How many bytes of texts are in flight at most, beside the last text: what [`IN_FLIGHT`] articles of ten
/// kilobytes have on a dozen threads. Working memory and results take about thirty times as much.
const BYTES_IN_FLIGHT: usize = 16 << 20;

/// Applies a function to each item on the threads of rayon, and gives the results in the order of
/// the items.
///
/// What an item is and what is kept of it is the caller's matter; the function gets a [`Scratch`]
/// that is its own while it runs. Items are taken in blocks, and a result is there when its block is
/// done, so that no more than [a block](InOrder::in_flight) of items and results is in memory,
/// however many there are. Where items can be large, bound their [bytes](InOrder::bytes_in_flight) too.
///
/// ```
/// use quotation::{QuoteDetector, in_order};
///
/// let detector = QuoteDetector::new();
/// let archive = [("a", "“It holds,” said Ines Okoro."), ("b", "It rained.")];
/// let counts = in_order(archive, |scratch, (id, text)| {
///     (id, detector.detect_with(scratch, text).attributions().count())
/// });
/// assert_eq!(counts.collect::<Vec<_>>(), [("a", 1), ("b", 0)]);
/// ```
///
/// The threads are those of the pool in which the iterator is asked for its next result: rayon's
/// global one, or that whose `install` it is called in.
///
/// # Panics
///
/// If the function panics, so does the iterator when it is asked for a result of that block.
pub fn in_order<I, F, R>(items: I, function: F) -> InOrder<I::IntoIter, F, R>
where
    I: IntoIterator<Item: Send>,
    F: Fn(&mut Scratch, I::Item) -> R + Sync,
    R: Send,
{
    InOrder {
        items: items.into_iter(),
        function,
        in_flight: IN_FLIGHT * rayon::current_num_threads(),
        bytes_in_flight: usize::MAX,
        size: |_| 0,
        results: Vec::new().into_iter(),
        scratches: Mutex::default(),
        ended: false,
    }
}

/// The results of a function for each of many items, in order. [`in_order`] makes it.
///
/// ```
/// let lengths = quotation::in_order(["It", "holds"], |_, word: &str| word.len());
/// assert_eq!(lengths.collect::<Vec<_>>(), [2, 5]);
/// ```
pub struct InOrder<I: Iterator, F, R> {
    items: I,
    function: F,
    in_flight: usize,
    bytes_in_flight: usize,
    size: fn(&I::Item) -> usize,
    /// What is left of the last block.
    results: vec::IntoIter<R>,
    /// Those that no thread works in now.
    scratches: Mutex<Vec<Scratch>>,
    ended: bool,
}

impl<I: Iterator, F, R> InOrder<I, F, R> {
    /// Sets how many items are taken at once, at least one; 128 for each thread if this is not
    /// called.
    ///
    /// More take more memory; with fewer, threads wait for each other more often.
    ///
    /// ```
    /// let lengths = quotation::in_order(["It", "holds"], |_, word: &str| word.len()).in_flight(1);
    /// assert_eq!(lengths.collect::<Vec<_>>(), [2, 5]);
    /// ```
    #[must_use]
    pub fn in_flight(mut self, items: usize) -> Self {
        self.in_flight = items.max(1);
        self
    }

    /// Takes no more items at once when those taken have so many bytes, by what `size` says of each; there is
    /// always one.
    ///
    /// ```
    /// # use quotation::{QuoteDetector, in_order};
    /// # let detector = QuoteDetector::new();
    /// # let texts = vec!["“It holds,” said Ines Okoro.".to_owned()];
    /// let counts = in_order(texts, |scratch, text: String| {
    ///     detector.detect_with(scratch, &text).attributions().count()
    /// })
    /// .bytes_in_flight(1 << 20, String::len);
    /// assert_eq!(counts.sum::<usize>(), 1);
    /// ```
    #[must_use]
    pub fn bytes_in_flight(mut self, bytes: usize, size: fn(&I::Item) -> usize) -> Self {
        self.bytes_in_flight = bytes;
        self.size = size;
        self
    }
}

impl<I, F, R> InOrder<I, F, R>
where
    I: Iterator<Item: Send>,
    F: Fn(&mut Scratch, I::Item) -> R + Sync,
    R: Send,
{
    /// The next items, as many as may be in flight.
    fn take_block(&mut self) -> Vec<I::Item> {
        let mut block = Vec::new();
        let mut bytes = 0;
        while block.len() < self.in_flight && (block.is_empty() || bytes < self.bytes_in_flight) {
            let Some(item) = self.items.next() else {
                self.ended = true;
                break;
            };
            bytes += (self.size)(&item);
            block.push(item);
        }
        block
    }

    /// Works on the next items.
    fn read_block(&mut self) {
        let block = self.take_block();
        let scratches = &self.scratches;
        let function = &self.function;
        let mut results = Vec::new();
        block
            .into_par_iter()
            .with_max_len(1)
            .map(|item| {
                let idle = || scratches.lock().unwrap_or_else(PoisonError::into_inner);
                let mut scratch = idle().pop().unwrap_or_default();
                let result = function(&mut scratch, item);
                idle().push(scratch);
                result
            })
            .collect_into_vec(&mut results);
        self.results = results.into_iter();
    }
}

impl<I, F, R> Iterator for InOrder<I, F, R>
where
    I: Iterator<Item: Send>,
    F: Fn(&mut Scratch, I::Item) -> R + Sync,
    R: Send,
{
    type Item = R;

    fn next(&mut self) -> Option<R> {
        if self.results.len() == 0 && !self.ended {
            self.read_block();
        }
        self.results.next()
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let (least, most) = match self.ended {
            true => (0, Some(0)),
            false => self.items.size_hint(),
        };
        let ready = self.results.len();
        (
            least.saturating_add(ready),
            most.and_then(|most| most.checked_add(ready)),
        )
    }
}

impl<I, F, R> FusedIterator for InOrder<I, F, R>
where
    I: Iterator<Item: Send>,
    F: Fn(&mut Scratch, I::Item) -> R + Sync,
    R: Send,
{
}

impl<I: Iterator, F, R> fmt::Debug for InOrder<I, F, R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("InOrder")
            .field("in_flight", &self.in_flight)
            .field("bytes_in_flight", &self.bytes_in_flight)
            .field("ready", &self.results.len())
            .field("ended", &self.ended)
            .finish_non_exhaustive()
    }
}

impl QuoteDetector {
    /// Finds everything that each of many texts quotes, on all cores, and gives the documents in the
    /// order of the texts.
    ///
    /// Texts may be borrowed or owned, and their documents are. They are taken in blocks, as by
    /// [`in_order`], of no more than 16 MiB and one text, so that an archive may be larger than memory. Who keeps less of a text than its
    /// document, or has more to a text than its words, uses that function.
    ///
    /// ```
    /// let articles = vec![
    ///     "“It holds,” said Ines Okoro.".to_owned(),
    ///     "“It leaks,” said Tomas Lindqvist.".to_owned(),
    /// ];
    /// let detector = quotation::QuoteDetector::new();
    /// let first = |document: quotation::Document<'_>| document.speakers()[0].name().to_owned();
    /// let names: Vec<String> = detector.detect_all(articles).map(first).collect();
    /// assert_eq!(names, ["Ines Okoro", "Tomas Lindqvist"]);
    /// ```
    pub fn detect_all<'t, I>(&self, texts: I) -> impl FusedIterator<Item = Document<'t>>
    where
        I: IntoIterator<Item: Into<Cow<'t, str>> + Send>,
    {
        let texts = texts.into_iter().map(Into::into);
        let documents = in_order(texts, |scratch, text: Cow<'t, str>| match text {
            Cow::Borrowed(text) => self.detect_with(scratch, text),
            Cow::Owned(text) => {
                let Document {
                    genre,
                    genre_confidence,
                    quotes,
                    attributions,
                    speakers,
                    views,
                    ..
                } = self.detect_with(scratch, &text);
                Document {
                    text: Cow::Owned(text),
                    genre,
                    genre_confidence,
                    quotes,
                    attributions,
                    speakers,
                    views,
                }
            }
        });
        documents.bytes_in_flight(BYTES_IN_FLIGHT, |text| text.len())
    }
}
