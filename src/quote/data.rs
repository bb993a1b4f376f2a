//! Quotes as plain data.

use crate::error::named;
use crate::ids::{id, id_as_index};
use crate::span::Span;
use crate::token::mark::MarkStyle;

/// A stretch of text between quotation marks, whatever it is used for.
///
/// ```
/// let text = "“He said ‘no’ to me,” she said.";
/// let quotes = quotation::QuoteFinder::new().quotes(text);
/// assert_eq!(quotes[0].text(text), "“He said ‘no’ to me,”");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct Quote {
    pub(crate) span: Span,
    /// None where the span is the one piece.
    pub(crate) pieces: Vec<Span>,
    pub(crate) parent: Option<QuoteId>,
    pub(crate) depth: u32,
    pub(crate) opened: bool,
    pub(crate) closed: bool,
    pub(crate) kind: QuoteKind,
    pub(crate) style: QuoteStyle,
}

impl Quote {
    /// From the first mark to the last, both included. Where a mark is missing, from the start of
    /// the paragraph, or to its end.
    ///
    /// ```
    /// let text = "“He said ‘no’ to me,” she said.";
    /// let quotes = quotation::QuoteFinder::new().quotes(text);
    /// assert_eq!(&text[quotes[1].span()], "‘no’");
    /// ```
    #[must_use]
    pub const fn span(&self) -> Span {
        self.span
    }

    /// The quote's part of each paragraph, with its marks. There is one piece unless the quote
    /// runs over a paragraph break.
    ///
    /// ```
    /// let text = "“He said ‘no’ to me,” she said.";
    /// let quotes = quotation::QuoteFinder::new().quotes(text);
    /// assert_eq!(quotes[0].pieces(), [quotes[0].span()]);
    /// ```
    #[must_use]
    pub fn pieces(&self) -> &[Span] {
        if self.pieces.is_empty() {
            std::slice::from_ref(&self.span)
        } else {
            &self.pieces
        }
    }

    pub(crate) fn has_several_paragraphs(&self) -> bool {
        self.pieces.len() > 1
    }

    /// The quote that this one stands in, by its position in the list of quotes.
    ///
    /// ```
    /// let text = "“He said ‘no’ to me,” she said.";
    /// let quotes = quotation::QuoteFinder::new().quotes(text);
    /// assert_eq!(quotes[1].parent().unwrap().index(), 0);
    /// ```
    #[must_use]
    pub const fn parent(&self) -> Option<QuoteId> {
        self.parent
    }

    /// How many quotes this one stands in.
    ///
    /// ```
    /// let text = "“He said ‘no’ to me,” she said.";
    /// let quotes = quotation::QuoteFinder::new().quotes(text);
    /// assert_eq!((quotes[0].depth(), quotes[1].depth()), (0, 1));
    /// ```
    #[must_use]
    pub const fn depth(&self) -> usize {
        self.depth as usize
    }

    /// Whether it has its opening mark.
    ///
    /// ```
    /// let text = "“He said ‘no’ to me,” she said.";
    /// let quotes = quotation::QuoteFinder::new().quotes(text);
    /// assert!(quotes[0].is_opened());
    /// ```
    #[must_use]
    pub const fn is_opened(&self) -> bool {
        self.opened
    }

    /// Whether it has its closing mark.
    ///
    /// ```
    /// let text = "“He said ‘no’ to me,” she said.";
    /// let quotes = quotation::QuoteFinder::new().quotes(text);
    /// assert!(quotes[0].is_closed());
    /// ```
    #[must_use]
    pub const fn is_closed(&self) -> bool {
        self.closed
    }

    /// What it is used for, as far as the marks and the text beside them tell.
    ///
    /// ```
    /// let text = "“He said ‘no’ to me,” she said.";
    /// let quotes = quotation::QuoteFinder::new().quotes(text);
    /// assert_eq!(quotes[0].kind(), quotation::QuoteKind::Speech);
    /// ```
    #[must_use]
    pub const fn kind(&self) -> QuoteKind {
        self.kind
    }

    /// What sets it off from the text around it.
    ///
    /// ```
    /// let text = "“He said ‘no’ to me,” she said.";
    /// let quotes = quotation::QuoteFinder::new().quotes(text);
    /// assert_eq!(quotes[1].style(), quotation::QuoteStyle::Single);
    /// ```
    #[must_use]
    pub const fn style(&self) -> QuoteStyle {
        self.style
    }
}

id! {
    /// The position of a quote in the list of quotes that it was found with, from 0.
    ///
    /// ```
    /// let text = "“He said ‘no’ to me,” she said.";
    /// let quotes = quotation::QuoteFinder::new().quotes(text);
    /// assert_eq!(quotes[1].parent().unwrap().to_string(), "0");
    /// ```
    pub struct QuoteId
}
id_as_index!(QuoteId);

named! {
    /// What a quote is used for.
    #[non_exhaustive]
    pub enum QuoteKind {
        /// Someone's words: a sentence or more, or what a sentence reports.
        Speech = "speech",
        /// Words within a sentence: a part of someone's words, a term, irony.
        Fragment = "fragment",
        /// The title of a work.
        Title = "title",
        /// A name within a name: Robert “Bobby” Scott.
        Nickname = "nickname",
        /// A notice: “NO ENTRY”.
        Sign = "sign",
        /// Nothing tells.
        Unknown = "unknown",
    }
}

named! {
    /// What sets a quote off from the text around it.
    #[non_exhaustive]
    pub enum QuoteStyle {
        /// “…”, "…", „…“ and what stands for them.
        Double = "double",
        /// ‘…’, '…', ‚…‘ and what stands for them.
        Single = "single",
        /// «…», »…«, 《…》.
        Guillemets = "guillemets",
        /// ‹…›, 〈…〉.
        SingleGuillemets = "single-guillemets",
        /// 「…」.
        Corners = "corners",
        /// 『…』.
        WhiteCorners = "white-corners",
        /// A dash at the start of the line.
        Dash = "dash",
        /// The speaker's name, or Q and A, before a colon.
        Script = "script",
        /// `>` before each line.
        Block = "block",
    }
}

impl QuoteStyle {
    /// Whether marks stand around the quote.
    pub(crate) fn has_marks(self) -> bool {
        !matches!(
            self,
            QuoteStyle::Dash | QuoteStyle::Script | QuoteStyle::Block
        )
    }

    pub(super) fn of(style: MarkStyle) -> QuoteStyle {
        match style {
            MarkStyle::Double => QuoteStyle::Double,
            MarkStyle::Single => QuoteStyle::Single,
            MarkStyle::Guillemet => QuoteStyle::Guillemets,
            MarkStyle::SingleGuillemet => QuoteStyle::SingleGuillemets,
            MarkStyle::Corner => QuoteStyle::Corners,
            MarkStyle::WhiteCorner => QuoteStyle::WhiteCorners,
        }
    }
}
