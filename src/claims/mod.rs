//! What others claim was said, held against a text: are the words there, and whose are they?
//!
//! ```text
//! claim        a claimed quotation as segments of words, parted where it leaves something out
//! words        the words of a text by number, and where each stands
//! search       where the segments stand, word for word
//! near         where most of the words stand
//! claim_match  the words that a claim matches, and what is written otherwise there
//! overlap      which quotations overlap a stretch of the text
//! name         whether two names can be one person's
//! audit        claims with what they match and their verdicts
//! ```
//!
//! A claim takes time in proportion to the text at most, and usually to itself: it is looked for
//! where its rarest words stand.

mod audit;
mod claim;
mod claim_match;
mod name;
mod near;
mod overlap;
mod search;
mod words;

pub use audit::{Audit, Finding, Verdict};
pub use claim::Claim;
pub use claim_match::{ClaimMatch, Difference};
