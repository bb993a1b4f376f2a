//! The sentences and paragraphs of a document, found when they are asked for.

use std::fmt;
use std::sync::OnceLock;

use crate::span::Span;
use crate::token::Tokenizer;

/// Where sentences and paragraphs stand. It follows from the text, so that all are equal.
#[derive(Clone, Default)]
pub(crate) struct Structure {
    sentences: OnceLock<Vec<Span>>,
    paragraphs: OnceLock<Vec<Span>>,
}

impl Structure {
    pub(super) fn sentences(&self, text: &str) -> &[Span] {
        let find = || Tokenizer::new().sentences(text).collect();
        self.sentences.get_or_init(find)
    }

    pub(super) fn paragraphs(&self, text: &str) -> &[Span] {
        let find = || Tokenizer::new().paragraphs(text).collect();
        self.paragraphs.get_or_init(find)
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
