//! Who said what.

mod attribution;
mod config;
mod cue;
mod detector;
mod document;
mod error;
#[cfg(feature = "fit")]
#[doc(hidden)]
pub mod fit;
mod kind;
mod lexicon;
mod mention;
mod offsets;
mod parts;
mod quote;
mod reading;
mod span;
mod speaker;
mod token;

pub use attribution::{Evidence, EvidenceKind};
pub use config::CastMember;
pub use detector::{QuoteDetector, QuoteDetectorBuilder};
pub use document::{Attribution, AttributionQuotes, Attributions, Document};
pub use error::Error;
pub use kind::{CueKind, Gender, Kind, MentionKind, Mode, Number, SpeakerKind};
pub use offsets::Offsets;
pub use parts::{Cue, Mention, Speaker, SpeakerId};
pub use quote::{Quote, QuoteFinder, QuoteId, QuoteKind, QuoteStyle};
pub use span::Span;
pub use token::{MarkSide, Paragraphs, Sentences, Token, TokenKind, Tokenizer, Tokens};
