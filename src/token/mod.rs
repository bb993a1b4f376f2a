//! Text to tokens, sentences and paragraphs.

mod abbreviation;
mod byte_class;
mod cursor;
mod kind;
mod lines;
pub(crate) mod mark;
mod markup;
mod orthography;
mod plain;
mod range;
mod sentence;
mod structure;
mod tokenizer;
mod tokens;
mod web;
mod window;
mod word;
mod word_list;

pub use abbreviation::Abbreviation;
pub use kind::{Token, TokenKind};
pub(crate) use lines::Lines;
pub use mark::{Apostrophes, Leading, MarkSide};
pub(crate) use markup::{QUOTING_END, QUOTING_SHOWN, without_markup};
pub use orthography::Orthography;
pub(crate) use range::TokenRange;
pub(crate) use structure::Structure;
pub use structure::{Paragraphs, Sentences};
pub use tokenizer::Tokenizer;
pub use tokens::Tokens;
pub use word_list::{Label, WordList};
pub(crate) use word_list::{read, slots, word_list};
