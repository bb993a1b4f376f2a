//! What a token is.

use super::mark::MarkSide;
use crate::error::spelled;
use crate::span::Span;

/// A piece of text with what it looks like: a word, a sign, or the break between two lines or
/// paragraphs. Twelve bytes, freely copied.
///
/// ```
/// use quotation::{TokenKind, Tokenizer};
///
/// let text = "It holds.";
/// let token = Tokenizer::new().tokens(text).next().unwrap();
/// assert_eq!((token.text(text), token.kind()), ("It", TokenKind::Word));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct Token {
    span: Span,
    kind: TokenKind,
}

const _: () = assert!(size_of::<Token>() == 12);

impl Token {
    pub(super) const fn new(start: usize, end: usize, kind: TokenKind) -> Token {
        Token {
            span: Span::between(start as u32, end as u32),
            kind,
        }
    }

    /// Where the token stands in the text.
    ///
    /// ```
    /// use quotation::Tokenizer;
    ///
    /// let text = "It holds.";
    /// let token = Tokenizer::new().tokens(text).next().unwrap();
    /// assert_eq!(token.span().range(), 0..2);
    /// ```
    #[must_use]
    pub const fn span(self) -> Span {
        self.span
    }

    /// What the token looks like.
    ///
    /// ```
    /// use quotation::{TokenKind, Tokenizer};
    ///
    /// let text = "It holds.";
    /// let token = Tokenizer::new().tokens(text).next().unwrap();
    /// assert_eq!(token.kind(), TokenKind::Word);
    /// ```
    #[must_use]
    pub const fn kind(self) -> TokenKind {
        self.kind
    }

    /// The token's characters in the text that it was read from.
    ///
    /// ```
    /// use quotation::Tokenizer;
    ///
    /// let text = "It holds.";
    /// let token = Tokenizer::new().tokens(text).next().unwrap();
    /// assert_eq!(token.text(text), "It");
    /// ```
    #[must_use]
    pub fn text(self, text: &str) -> &str {
        &text[self.span]
    }
}

/// What a token looks like.
///
/// ```
/// use quotation::{TokenKind, Tokenizer};
///
/// let kinds: Vec<TokenKind> = Tokenizer::new().tokens("Mr. Wu paid $5m.").map(|token| token.kind()).collect();
/// assert_eq!(kinds[..3], [TokenKind::Abbreviation, TokenKind::Word, TokenKind::Word]);
/// assert_eq!(kinds[3..], [TokenKind::Number, TokenKind::Punctuation]);
/// ```
///
/// It is written as a name and read from it; marks have one for each side:
///
/// ```
/// use quotation::{MarkSide, TokenKind};
///
/// assert_eq!(TokenKind::ParagraphBreak.to_string(), "paragraph-break");
/// assert_eq!("opening-mark".parse(), Ok(TokenKind::Mark(MarkSide::Opening)));
/// ```
#[non_exhaustive]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TokenKind {
    /// A word, with its inner apostrophes and hyphens: "don't", "O'Brien", "32-member", "Rutte's",
    /// "AT&T".
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
    /// An ellipsis: "…", "..", "...", ". . .".
    Ellipsis,
    /// Any other mark of punctuation, one character.
    Punctuation,
    /// Any other character, such as an emoji or a sign.
    Symbol,
    /// A single line end. Whether a paragraph ends there too depends on how the document is set.
    LineBreak,
    /// The white space between two paragraphs, from its first line end to its last: at least one
    /// blank line, a form feed or a paragraph separator.
    ParagraphBreak,
}

spelled! { TokenKind {
    Word = "word",
    Abbreviation = "abbreviation",
    Number = "number",
    Url = "url",
    Email = "email",
    Handle = "handle",
    Hashtag = "hashtag",
    Mark(MarkSide::Opening) = "opening-mark",
    Mark(MarkSide::Closing) = "closing-mark",
    Mark(MarkSide::Either) = "mark",
    Mark(MarkSide::Apostrophe) = "apostrophe",
    Dash = "dash",
    Ellipsis = "ellipsis",
    Punctuation = "punctuation",
    Symbol = "symbol",
    LineBreak = "line-break",
    ParagraphBreak = "paragraph-break",
}}

#[cfg(feature = "serde")]
impl serde::Serialize for TokenKind {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

#[cfg(feature = "serde")]
impl<'de> serde::Deserialize<'de> for TokenKind {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<TokenKind, D::Error> {
        let name = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        name.parse().map_err(serde::de::Error::custom)
    }
}

impl TokenKind {
    pub(super) const fn is_break(self) -> bool {
        matches!(self, TokenKind::LineBreak | TokenKind::ParagraphBreak)
    }
}
