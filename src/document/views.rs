//! What follows from the text and what was found in it, told when it is asked for, and kept.

use std::fmt;
use std::sync::Arc;

use once_cell::sync::OnceCell;

use super::description::Description;
use crate::attribution::AttributionId;
use crate::kinds::TextPart;
use crate::language::Lexicon;
use crate::span::Span;

/// Views of a document. They follow from the rest of it, so that all are equal.
#[derive(Clone, Default)]
pub(crate) struct DocumentViews {
    /// The words with which the text was read, where they are not those of English as it is listed.
    lexicon: Option<Arc<Lexicon>>,
    pub(super) sentences: OnceCell<Vec<Span>>,
    pub(super) paragraphs: OnceCell<Vec<Span>>,
    /// The first attribution of which each quote is a part, indexed by `QuoteId`.
    pub(super) owners: OnceCell<Vec<Option<AttributionId>>>,
    /// One per attribution.
    pub(super) parts: OnceCell<Vec<TextPart>>,
    /// One per speaker.
    pub(super) descriptions: OnceCell<Vec<Vec<Description>>>,
}

impl DocumentViews {
    /// Without views, of a text that was read with these words.
    pub(crate) fn new(lexicon: Option<Arc<Lexicon>>) -> DocumentViews {
        DocumentViews {
            lexicon,
            ..DocumentViews::default()
        }
    }

    /// The words with which the text was read.
    pub(super) fn lexicon(&self) -> &Lexicon {
        self.lexicon.as_deref().unwrap_or_default()
    }

    /// With views that were read; one that lacks an item is told anew.
    #[cfg(feature = "serde")]
    pub(super) fn of(
        parts: Option<Vec<TextPart>>,
        descriptions: Option<Vec<Vec<Description>>>,
    ) -> DocumentViews {
        DocumentViews {
            parts: parts.map(OnceCell::from).unwrap_or_default(),
            descriptions: descriptions.map(OnceCell::from).unwrap_or_default(),
            ..DocumentViews::default()
        }
    }
}

impl PartialEq for DocumentViews {
    fn eq(&self, _: &DocumentViews) -> bool {
        true
    }
}

impl fmt::Debug for DocumentViews {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("DocumentViews").finish_non_exhaustive()
    }
}
