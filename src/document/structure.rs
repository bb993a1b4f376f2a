//! What follows from the text and what was found in it, told when it is asked for, and kept.

use std::fmt;
use std::sync::OnceLock;

use super::description::Description;
use crate::attribution::AttributionId;
use crate::kinds::TextPart;
use crate::span::Span;

/// Views of a document. They follow from the rest of it, so that all are equal.
#[derive(Clone, Default)]
pub(crate) struct Structure {
    pub(super) sentences: OnceLock<Vec<Span>>,
    pub(super) paragraphs: OnceLock<Vec<Span>>,
    /// Beside the quotes: the first attribution of which each is a part.
    pub(super) owners: OnceLock<Vec<Option<AttributionId>>>,
    /// Beside the attributions.
    pub(super) parts: OnceLock<Vec<TextPart>>,
    /// Beside the speakers.
    pub(super) descriptions: OnceLock<Vec<Vec<Description>>>,
}

impl Structure {
    /// With views that were read; one that lacks an item is told anew.
    #[cfg(feature = "serde")]
    pub(super) fn of(
        parts: Option<Vec<TextPart>>,
        descriptions: Option<Vec<Vec<Description>>>,
    ) -> Structure {
        Structure {
            parts: parts.map(OnceLock::from).unwrap_or_default(),
            descriptions: descriptions.map(OnceLock::from).unwrap_or_default(),
            ..Structure::default()
        }
    }
}

impl PartialEq for Structure {
    fn eq(&self, _: &Structure) -> bool {
        true
    }
}

impl fmt::Debug for Structure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Structure").finish_non_exhaustive()
    }
}
