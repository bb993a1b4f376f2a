//! Documents of the crate [`quotation`] in the forms that other programs read.
//!
//! Every form is written from an [`Item`]: a document, the name of what it was read from, and those
//! of its attributions that are wanted. Nothing here opens a file or asks a terminal; a form is
//! written to whatever [`Write`](std::io::Write) it is given.
//!
//! | module | what it writes |
//! |---|---|
//! | [`text`] | what a person reads in a terminal |
//! | [`json`] | whole documents, as the library reads them back |
//! | [`html`] | a page with the text, its speakers and who answers whom |
//! | [`row`] | a row an attribution: CSV, TSV, JSON lines |
//! | [`tei`] | TEI P5 with the whole text |
//! | [`jsonld`] | schema.org quotations with Web Annotations' selectors |
//! | [`brat`], [`conll`], [`booknlp`] | what annotators and linguists' programs read |
//! | [`ssml`] | the text for voices |
//!
//! ```
//! use quotation::QuoteDetector;
//! use quotation_formats::{Item, OffsetUnit, row};
//!
//! let document = QuoteDetector::new().detect("“It holds,” said Ines Okoro.");
//! let rows = row::rows(&Item::new("a.txt", &document), OffsetUnit::Characters);
//! assert_eq!(rows[0].speaker.as_deref(), Some("Ines Okoro"));
//! assert_eq!((rows[0].start, rows[0].end), (Some(0), Some(11)));
//! ```

pub mod booknlp;
pub mod brat;
pub mod conll;
mod facts;
pub mod html;
mod item;
pub mod json;
pub mod jsonld;
mod nest;
pub mod row;
pub mod ssml;
pub mod tei;
pub mod text;
mod tokens;

pub use facts::{counted, escape, joined, printable, reasons, rounded, shortest};
pub use item::{Item, Location, OffsetUnit};
