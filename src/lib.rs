//! Who said what: finds every quotation in English text, with its cue, its source and its speaker.
//!
//! ```
//! use quotation::QuoteDetector;
//!
//! let text = "“The dam will hold,” said Ines Okoro. “It was built for worse,” she added.";
//! let document = QuoteDetector::new().detect(text);
//! let mut attributions = document.attributions();
//!
//! let first = attributions.next().unwrap();
//! assert_eq!(&text[first.spans()[0]], "“The dam will hold,”");
//! assert_eq!(&text[first.cue().unwrap().spans()[0]], "said");
//! assert_eq!(first.speaker().unwrap().name(), "Ines Okoro");
//!
//! let second = attributions.next().unwrap();
//! assert_eq!(&text[second.source().unwrap().span()], "she");
//! assert_eq!(second.speaker(), first.speaker());
//! ```
//!
//! There is no model to download and no network: one call, the same answer every time.
//!
//! # Hard cases
//!
//! * **One quotation in pieces.** “The dam,” she said, “will hold.” is one attribution of two spans,
//!   and a quotation that runs over paragraphs, each opened anew, is one quote.
//! * **Parts of a sentence in marks.** In: he called the wall “a riddle”, the content is what he
//!   called it, a [mixed](AttributionKind::Mixed) quotation; the title of a book between the same marks is nobody's
//!   words, and no attribution.
//! * **Marks that are no quotation marks.** Apostrophes, inches and a stray mark do not disturb the
//!   quotations around them.
//! * **Speakers by other names.** “Mr Lindqvist” and “he” are the Tomas Lindqvist whom the text named
//!   before or names later; two people of one surname stay two.
//! * **Nobody.** Where the text does not tell who speaks, the [speaker](Attribution::speaker) is
//!   `None`.
//!
//! # Types
//!
//! A [`QuoteDetector`] makes a [`Document`] of a text. The document has
//! [attributions](Document::attributions), in text order: each an [`Attribution`] with its content,
//! its [`Cue`], its source (a [`Mention`]), its [`Speaker`], its confidence and its [`Reason`]s. It
//! has all [quotes](Document::quotes), whatever their marks are used for, and all
//! [speakers](Document::speakers). It borrows the text; [`Document::into_owned`] lets it go.
//!
//! Every stretch of the text is a [`Span`] of UTF-8 bytes that slices the text; [`Offsets`] converts spans to
//! characters and UTF-16 units at the edge of a program.
//!
//! Two stages can be had alone: a [`Tokenizer`] gives tokens, sentences and paragraphs, and a
//! [`QuoteFinder`] gives the quotes without looking for their speakers.
//!
//! An [`Audit`] holds what others claim was said against a document: whether the words are there, and
//! whose they are.
//!
//! # What a caller knows
//!
//! [`QuoteDetector::builder`] takes a cast, reporting verbs and nouns, titles, words and names to ignore, the kinds
//! of quotations to look for, how sure an attribution must be, which of somebody's names to give, and a regular
//! expression for a house style's own formula. A wrong entry is an [`Error`] that names it; text never is an error.
//!
//! ```
//! use quotation::{CastMember, QuoteDetector};
//!
//! let detector = QuoteDetector::builder()
//!     .cast([CastMember::new("Ines Okoro").alias("Okoro")])
//!     .build()?;
//! let document = detector.detect("“It holds,” said Okoro.");
//! assert_eq!(document.speakers()[0].name(), "Ines Okoro");
//! # Ok::<(), quotation::Error>(())
//! ```
//!
//! # Scope
//!
//! English prose as plain text: news, and novels, whose lines often have no name beside them
//! ([`Genre`]). A text is read whole; [what to do](guide::archives) where it comes in pieces. Of other
//! languages, the quotation marks are read but not the words. Nothing is looked up outside the text,
//! and whether somebody really said what a text says that they said is not judged.
//!
//! # Performance
//!
//! Make a detector once: it is cheap to clone and to share between threads. The word lists stand ready
//! in the program; the weights are read at the first use in a process. Time and memory are in proportion to the length of the
//! text, whatever it holds. If you read many texts, keep a [`Scratch`]. The crate has no `unsafe` code.
//!
//! # Further
//!
//! A [guide] in chapters, each with code that runs; twelve short programs in `examples/` of the repository.
//!
//! # Features
//!
//! * `serde`, on by default: reading and writing all results, in the form that [`Document`] shows.
//! * `rayon`: many texts in order on all cores (`QuoteDetector::detect_all`, `in_order`).
//! * `fast-formulas`, on by default: a regular expression for a house style's own formula is matched faster, by a larger
//!   program.

mod analysis;
#[cfg(feature = "rayon")]
mod archive;
mod attribution;
mod claims;
mod config;
mod density;
mod detector;
mod document;
mod entity;
mod error;
mod exponential;
#[cfg(feature = "fit")]
#[doc(hidden)]
pub mod fit;
mod gallop;
#[cfg(any(doc, doctest))]
pub mod guide;
mod hash;
mod ids;
mod kinds;
#[doc(hidden)]
pub mod language;
mod model;
mod offsets;
mod parts;
mod quote;
mod room;
mod share;
mod span;
mod stage;
mod thin;
mod token;

#[cfg(feature = "rayon")]
pub use archive::{InOrder, in_order};
pub use attribution::{AttributionId, Reason, ReasonKind};
pub use claims::{Audit, Claim, ClaimMatch, Difference, Finding, Verdict};
pub use config::CastMember;
pub use detector::{QuoteDetector, QuoteDetectorBuilder, Scratch};
pub use document::{
    Attribution, AttributionQuotes, Attributions, Description, DescriptionKind, Document, Passage,
    Passages, Piece, Pieces,
};
pub use error::{Error, ErrorKind};
pub use kinds::{
    AttributionKind, CueKind, Gender, Genre, GrammaticalNumber, MentionKind, Modality, Naming,
    ReportMode, SpeakerKind, TextPart,
};
pub use offsets::Offsets;
pub use parts::{Cue, Mention, Speaker, SpeakerId};
pub use quote::{Quote, QuoteFinder, QuoteId, QuoteKind, QuoteStyle};
pub use span::Span;
#[doc(hidden)]
pub use token::{Abbreviation, Apostrophes, Label, Leading, Orthography, WordList};
pub use token::{MarkSide, Paragraphs, Sentences, Token, TokenKind, Tokenizer, Tokens};

/// Runs the examples of the README.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
