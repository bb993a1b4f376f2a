//! Text to tokens, sentences and paragraphs.

pub(crate) mod mark;

use crate::span::Span;

pub use mark::MarkSide;

/// A piece of text that is no white space, with what it looks like. Twelve bytes, freely copied.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Token {
    span: Span,
    kind: TokenKind,
}

impl Token {
    /// Where the token stands in the text.
    #[must_use]
    pub const fn span(self) -> Span {
        self.span
    }

    /// What the token looks like.
    #[must_use]
    pub const fn kind(self) -> TokenKind {
        self.kind
    }

    /// The token's characters in the text that it was read from.
    #[must_use]
    pub fn text(self, text: &str) -> &str {
        &text[self.span]
    }
}

/// What a token looks like.
#[non_exhaustive]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TokenKind {
    /// A word, with its inner apostrophes and hyphens: "don't", "O'Brien", "32-member", "Rutte's".
    Word,
    /// A word with its full stop: "Mr.", "U.S.", "a.m.", "J.".
    Abbreviation,
    /// A number with its separators, unit or sign: "1,000.50", "3rd", "$5m", "10%".
    Number,
    /// A web address.
    Url,
    /// An e-mail address.
    Email,
    /// A name on a social network: "@quotation".
    Handle,
    /// A topic on a social network: "#rust".
    Hashtag,
    /// A quotation mark, or an apostrophe that stands outside a word.
    Mark(MarkSide),
    /// A dash of any length: "—", "--", a hyphen between spaces.
    Dash,
    /// An ellipsis: "…", "...", ". . .".
    Ellipsis,
    /// Any other mark of punctuation, one character.
    Punctuation,
    /// Any other character, such as an emoji or a sign.
    Symbol,
    /// The end of a line within a paragraph.
    LineBreak,
    /// The white space between two paragraphs: at least one blank line.
    ParagraphBreak,
}
