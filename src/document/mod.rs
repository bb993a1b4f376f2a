//! The result: a text with its quotes, attributions and speakers.

mod attribution;
mod data;
mod describe;
mod description;
#[cfg(feature = "serde")]
mod invariants;
#[cfg(feature = "serde")]
mod json;
mod part;
mod passages;
mod sentences;
mod views;
mod words;

pub use attribution::{Attribution, AttributionQuotes, Attributions};
pub use data::Document;
pub use description::{Description, DescriptionKind};
pub use passages::{Passage, Passages};
pub(crate) use views::DocumentViews;
pub use words::{Piece, Pieces};
