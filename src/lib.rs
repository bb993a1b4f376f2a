//! Who said what.

mod attribution;
mod document;
mod kind;
mod lexicon;
mod quote;
mod span;
mod token;

pub use attribution::{Evidence, EvidenceKind};
pub use document::{
    Attribution, AttributionQuotes, Attributions, Cue, Document, Mention, Speaker, SpeakerId,
};
pub use kind::{CueKind, Gender, Kind, MentionKind, Mode, Number, SpeakerKind};
pub use quote::Quote;
pub use span::Span;
pub use token::{MarkSide, Token, TokenKind};
