//! Weights that are given at run time, for the program that fits them: it reads texts with weights
//! that no build has yet.

use std::cell::Cell;

use super::dialogue::LineWeights;
use super::reported::Model;
use super::weights::QuotationWeights;

/// What the files of weights hold.
#[derive(Clone, Debug, Default)]
pub struct Files {
    /// What speaks for the source of a quotation in news.
    pub news: String,
    /// What stands beside the lines of novels.
    pub cues: String,
    /// Who speaks a line of a novel.
    pub lines: String,
    /// The words that features of reports name.
    pub words: String,
    /// What reports speech without marks.
    pub reports: Vec<u8>,
}

impl Files {
    /// Those that the library was built with.
    #[must_use]
    pub fn shipped() -> Files {
        Files {
            news: super::weights::NEWS.to_owned(),
            cues: super::weights::CUES.to_owned(),
            lines: super::weights::LINES.to_owned(),
            words: super::reported::WORDS.to_owned(),
            reports: super::reported::WEIGHTS.to_vec(),
        }
    }
}

/// The weights of every choice. They are kept to the end of the program, which makes a few of them.
#[derive(Clone, Copy, Debug)]
pub struct Models {
    pub(super) news: &'static QuotationWeights,
    pub(super) cues: &'static QuotationWeights,
    pub(super) lines: &'static LineWeights,
    pub(super) reports: &'static Model,
}

thread_local! {
    static GIVEN: Cell<Option<Models>> = const { Cell::new(None) };
}

impl Models {
    /// Reads files of weights. An empty one gives every feature the weight zero.
    #[must_use]
    pub fn read(files: &Files) -> Models {
        let weights = |table: &str| &*Box::leak(Box::new(QuotationWeights::read(table)));
        let bytes = match &files.reports[..] {
            [] => vec![0; Model::BYTES],
            bytes => bytes.to_vec(),
        };
        let bytes: &'static [u8] = Box::leak(bytes.into_boxed_slice());
        Models {
            news: weights(&files.news),
            cues: weights(&files.cues),
            lines: Box::leak(Box::new(LineWeights::read(&files.lines))),
            reports: Box::leak(Box::new(Model::read(bytes, &files.words))),
        }
    }

    /// Does some work with these weights in place of those that the library was built with, in this
    /// thread.
    pub fn with<R>(self, work: impl FnOnce() -> R) -> R {
        let before = GIVEN.replace(Some(self));
        let result = work();
        GIVEN.set(before);
        result
    }

    pub(super) fn given() -> Option<Models> {
        GIVEN.get()
    }
}
