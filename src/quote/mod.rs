//! Quotation marks to quotes: pairs, depth, continuation over paragraphs.
//!
//! ```text
//! data                      what is found
//! marks, chars              the marks, by a search for their bytes
//! convention, cost          what each action at a mark costs, in this document, beside this word
//! events                    the marks with their costs and paragraphs
//! pair                      the cheapest actions at all marks together
//! build                     actions to quotes
//! shape, kind               what each quote is used for: speech, a title, …
//! reporting_clause          what reports speech where no mark tells
//! turns, label              the lines that could begin speech without marks
//! inner                     a quote without its marks
//! dash, script              speech without marks
//! block, bbcode             the words of others as e-mail and forums set them
//! unmarked                  all of these, set among the quotes
//! finder                    every step, one after the other
//! ```
//!
//! What is a mark, and which marks are apostrophes, `token::mark` knows; where paragraphs part,
//! `token::Lines`.
//!
//! Every step is linear in the text: each looks at a bounded number of bytes around a mark, or
//! reads the text between two marks once.

mod bbcode;
mod block;
mod build;
mod chars;
mod convention;
mod cost;
mod dash;
mod data;
mod events;
mod finder;
mod inner;
mod kind;
mod label;
mod marks;
mod pair;
mod reporting_clause;
mod script;
mod shape;
mod turns;
mod unmarked;

pub use data::{Quote, QuoteId, QuoteKind, QuoteStyle};
pub use finder::QuoteFinder;
pub(crate) use finder::find;
