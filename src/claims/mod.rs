//! What others claim was said, held against a text: are the words there, and whose are they?
//!
//! ```text
//! claim     a claimed quotation as segments of words, parted where it leaves something out
//! words     the words of a text by number, and where each stands
//! search    places where the segments stand, word for word
//! near      places where most of the words do
//! place     a place with what is written otherwise there
//! overlap   which quotations stand at a place
//! name      whether two names can be one person's
//! audit     claims with their places and verdicts
//! ```
//!
//! A claim takes time in proportion to the text at most, and usually to itself: it is looked for
//! where its rarest words stand.

mod audit;
mod claim;
mod name;
mod near;
mod overlap;
mod place;
mod search;
mod words;

pub use audit::{Audit, Finding, Verdict};
pub use claim::Claim;
pub use place::{ClaimPlace, Difference};
