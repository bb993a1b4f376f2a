//! A document beside the text that it borrows.

use std::ops::Range;

use quotation::{Document, Offsets, QuoteDetector, Scratch, Span};
use self_cell::self_cell;

use crate::parts;

struct Read<'t> {
    document: Document<'t>,
    offsets: Offsets<'t>,
}

self_cell!(
    struct TextAndDocument {
        owner: String,
        #[covariant]
        dependent: Read,
    }
);

/// A text and its document, whose offsets are counted in characters.
pub(crate) struct Held(TextAndDocument);

impl Held {
    /// Reads a text.
    pub(crate) fn detect(detector: &QuoteDetector, scratch: &mut Scratch, text: String) -> Held {
        Held(TextAndDocument::new(text, |text| Read {
            document: detector.detect_with(scratch, text),
            offsets: Offsets::new(text),
        }))
    }

    /// A document that was made before.
    pub(crate) fn new(document: Document<'static>) -> Held {
        let text = document.text().to_owned();
        Held(TextAndDocument::new(text, |text| Read {
            document,
            offsets: Offsets::new(text),
        }))
    }

    pub(crate) fn document(&self) -> &Document<'_> {
        &self.0.borrow_dependent().document
    }

    /// Where a span of the document stands, in characters.
    pub(crate) fn chars(&self, span: Span) -> Range<usize> {
        let offsets = &self.0.borrow_dependent().offsets;
        offsets
            .chars(span)
            .expect("a document's span lies in its text")
    }

    /// A span with its words.
    pub(crate) fn span(&self, span: Span) -> parts::Span {
        let text = self.document().text()[span].to_owned();
        parts::Span::new(text, self.chars(span))
    }

    pub(crate) fn spans(&self, spans: &[Span]) -> Vec<parts::Span> {
        spans.iter().map(|&span| self.span(span)).collect()
    }
}
