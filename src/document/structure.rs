//! What follows from the text and what was found in it, told when it is asked for, and kept.

use std::fmt;
use std::sync::OnceLock;

use super::{Description, Document};
use crate::attribution::AttributionId;
use crate::kinds::TextPart;
use crate::span::Span;
use crate::token::Tokenizer;

/// Views of a document. They follow from the rest of it, so that all are equal.
#[derive(Clone, Default)]
pub(crate) struct Structure {
    sentences: OnceLock<Vec<Span>>,
    paragraphs: OnceLock<Vec<Span>>,
    /// Beside the quotes: the first attribution of which each is a part.
    owners: OnceLock<Vec<Option<AttributionId>>>,
    /// Beside the attributions.
    parts: OnceLock<Vec<TextPart>>,
    /// Beside the speakers.
    descriptions: OnceLock<Vec<Vec<Description>>>,
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

impl Document<'_> {
    /// The sentences of the text, in its order, as the [`Tokenizer`] finds them.
    ///
    /// They are found when they are first asked for, here or through an attribution, and kept.
    ///
    /// ```
    /// # let detector = quotation::QuoteDetector::new();
    /// let text = "It rained. “It holds,” said Ines Okoro.";
    /// let document = detector.detect(text);
    /// assert_eq!(&text[document.sentences()[0]], "It rained.");
    /// ```
    #[must_use]
    pub fn sentences(&self) -> &[Span] {
        let find = || Tokenizer::new().sentences(&self.text).collect();
        self.structure.sentences.get_or_init(find)
    }

    /// The paragraphs of the text, in its order, found and kept as the [sentences](Document::sentences) are.
    ///
    /// ```
    /// # let detector = quotation::QuoteDetector::new();
    /// let text = "It rained.\n\n“It holds,” said Ines Okoro.";
    /// let document = detector.detect(text);
    /// assert_eq!(&text[document.paragraphs()[0]], "It rained.");
    /// ```
    #[must_use]
    pub fn paragraphs(&self) -> &[Span] {
        let find = || Tokenizer::new().paragraphs(&self.text).collect();
        self.structure.paragraphs.get_or_init(find)
    }

    /// Beside the quotes: the first attribution of which each is a part.
    pub(super) fn owners(&self) -> &[Option<AttributionId>] {
        self.structure.owners.get_or_init(|| {
            let mut owners = vec![None; self.quotes.len()];
            for attribution in self.attributions() {
                for quote in &attribution.data.quotes {
                    owners[quote.index()].get_or_insert(attribution.id());
                }
            }
            owners
        })
    }

    /// Beside the attributions: where in the text each stands.
    pub(super) fn parts(&self) -> &[TextPart] {
        self.structure.parts.get_or_init(|| self.find_parts())
    }

    /// Beside the speakers: what each is called besides a name.
    pub(super) fn descriptions_of_all(&self) -> &[Vec<Description>] {
        let speakers = self.speakers.iter();
        let find = || speakers.map(|speaker| self.describe(speaker)).collect();
        self.structure.descriptions.get_or_init(find)
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
