//! Who said what.

mod lexicon;
mod quote;
mod span;
mod token;

pub use quote::Quote;
pub use span::Span;
pub use token::{MarkSide, Token, TokenKind};
