//! What a text calls somebody besides their names.

use crate::error::named;
use crate::span::Span;

named! {
    /// What a description tells of a speaker.
    #[non_exhaustive]
    pub enum DescriptionKind {
        /// Words that stand before a name as titles: "Dr.", "Vice President".
        Title = "title",
        /// What somebody does or is: "chief engineer", "the board's spokesman".
        Role = "role",
        /// Whose kin somebody is: "her mother", "the mayor's son".
        Kin = "kin",
        /// How old somebody is: "54".
        Age = "age",
        /// A party and a place in short: "D-Ill."
        Affiliation = "affiliation",
    }
}

/// Words that describe a speaker, from [`Document::descriptions`](crate::Document::descriptions).
///
/// ```
/// use quotation::{DescriptionKind, QuoteDetector};
///
/// let text = "“It holds,” said Dr. Ines Okoro, 54, who heads the board.";
/// let document = QuoteDetector::new().detect(text);
/// let found = document.descriptions(document.speakers()[0].id());
/// assert_eq!((found[0].kind(), &text[found[0].span()]), (DescriptionKind::Title, "Dr."));
/// assert_eq!((found[1].kind(), &text[found[1].span()]), (DescriptionKind::Age, "54"));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Description {
    // First, so that descriptions are ordered as the text is.
    span: Span,
    kind: DescriptionKind,
}

impl Description {
    pub(super) fn new(kind: DescriptionKind, span: Span) -> Description {
        Description { span, kind }
    }

    /// What it tells.
    ///
    /// ```
    /// let text = "“It holds,” said Dr. Ines Okoro.";
    /// let document = quotation::QuoteDetector::new().detect(text);
    /// let found = document.descriptions(document.speakers()[0].id());
    /// assert_eq!(found[0].kind(), quotation::DescriptionKind::Title);
    /// ```
    #[must_use]
    pub fn kind(self) -> DescriptionKind {
        self.kind
    }

    /// Where the words stand.
    ///
    /// ```
    /// let text = "“It holds,” said Dr. Ines Okoro.";
    /// let document = quotation::QuoteDetector::new().detect(text);
    /// let found = document.descriptions(document.speakers()[0].id());
    /// assert_eq!(&text[found[0].span()], "Dr.");
    /// ```
    #[must_use]
    pub fn span(self) -> Span {
        self.span
    }
}
