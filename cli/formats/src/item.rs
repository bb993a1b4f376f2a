//! What a form is written from.

use std::fmt;

use quotation::{Attribution, Document, Offsets, Span};

/// A document with the name of what it was read from and the attributions that are wanted.
pub struct Item<'d> {
    /// The file's name, or what stands for it.
    pub name: &'d str,
    /// The document, all of it.
    pub document: &'d Document<'d>,
    /// Those of its attributions that are written, in text order, with their numbers.
    wanted: Vec<(usize, Attribution<'d>)>,
    /// Where a span of the document's text stands in the file that it was read from.
    locate: Option<&'d dyn Fn(Span) -> Option<Location>>,
}

/// A stretch of bytes in a file, or in a part of a file that holds several.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Location {
    /// The part, such as a chapter of an EPUB.
    pub part: Option<String>,
    /// Where it starts.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
}

/// What an offset in a row counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum OffsetUnit {
    /// Bytes of the file as it is stored; nothing where nothing is known of the file.
    #[default]
    File,
    /// Bytes of the text as it was read.
    Bytes,
    /// Characters of the text as it was read.
    Characters,
    /// UTF-16 units of the text as it was read.
    Utf16,
}

impl<'d> Item<'d> {
    /// A document with all its attributions, of a text that is the file itself.
    #[must_use]
    pub fn new(name: &'d str, document: &'d Document<'d>) -> Item<'d> {
        Item {
            name,
            document,
            wanted: document.attributions().enumerate().collect(),
            locate: None,
        }
    }

    /// Sets how spans of the text are found in the file.
    #[must_use]
    pub fn located_by(mut self, locate: &'d dyn Fn(Span) -> Option<Location>) -> Item<'d> {
        self.locate = Some(locate);
        self
    }

    /// Keeps the attributions of which the function says so.
    #[must_use]
    pub fn keeping(mut self, mut keep: impl FnMut(Attribution<'d>) -> bool) -> Item<'d> {
        self.wanted.retain(|&(_, attribution)| keep(attribution));
        self
    }

    /// The attributions that are wanted, in text order.
    pub fn attributions(&self) -> impl ExactSizeIterator<Item = Attribution<'d>> {
        self.wanted.iter().map(|&(_, attribution)| attribution)
    }

    /// The numbers that these have among all attributions of the document.
    pub(crate) fn numbers(&self) -> impl Iterator<Item = usize> {
        self.wanted.iter().map(|&(number, _)| number)
    }

    /// Where a span stands in the file.
    #[must_use]
    pub fn location(&self, span: Span) -> Option<Location> {
        match self.locate {
            Some(locate) => locate(span),
            None => Some(Location {
                part: None,
                start: span.start(),
                end: span.end(),
            }),
        }
    }
}

impl fmt::Debug for Item<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Item")
            .field("name", &self.name)
            .field("wanted", &self.wanted)
            .finish_non_exhaustive()
    }
}

/// Counts spans of one item in a unit.
pub(crate) struct Counter<'i, 'd> {
    item: &'i Item<'d>,
    unit: OffsetUnit,
    offsets: Offsets<'d>,
}

impl<'i, 'd> Counter<'i, 'd> {
    pub(crate) fn new(item: &'i Item<'d>, unit: OffsetUnit) -> Counter<'i, 'd> {
        let text = match unit {
            OffsetUnit::Characters | OffsetUnit::Utf16 => item.document.text(),
            OffsetUnit::File | OffsetUnit::Bytes => "",
        };
        Counter {
            item,
            unit,
            offsets: Offsets::new(text),
        }
    }

    /// Start and end, and the part of the file that they are counted in.
    pub(crate) fn count(&self, span: Span) -> Option<Location> {
        let range = match self.unit {
            OffsetUnit::File => return self.item.location(span),
            OffsetUnit::Bytes => Some(span.range()),
            OffsetUnit::Characters => self.offsets.chars(span).ok(),
            OffsetUnit::Utf16 => self.offsets.utf16(span).ok(),
        };
        range.map(|range| Location {
            part: None,
            start: range.start,
            end: range.end,
        })
    }
}
