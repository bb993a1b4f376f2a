//! Weights that are given at run time, for the program that fits them: it reads texts with weights
//! that no build has yet.

use std::cell::Cell;

use super::dialogue::feature::LineFeature;
use super::dialogue::weights::LineWeights;
use super::reported::{self, Model};
use super::shipped;
use super::weights::{QuotationWeights, definitions_of_quotations};
use crate::entity::{self, AntecedentFeature, AntecedentRanker, AntecedentWeights};
use crate::model::{self, Feature};

/// What the files of weights hold, without their first lines.
#[derive(Clone, Debug, Default)]
pub struct Files {
    /// Whom a pronoun of news means.
    pub antecedents: String,
    /// Whom a definite description of news means.
    pub descriptions: String,
    /// The weights of the features of a source in news.
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

/// How many bytes at the end of the weights of reports are those of placements.
pub const PLACEMENT_BYTES: usize = Model::PLACEMENT_BYTES;

/// A file of weights.
#[derive(Clone, Debug)]
pub struct File {
    /// Where it lies, from the folder of the crate.
    pub path: &'static str,
    /// All of it.
    pub bytes: Vec<u8>,
}

const ANTECEDENTS: &str = "src/entity/weights/antecedents.txt";
const DESCRIPTIONS: &str = "src/entity/weights/descriptions.txt";
const NEWS: &str = "src/attribution/weights/news.txt";
const CUES: &str = "src/attribution/weights/novel-cues.txt";
const LINES: &str = "src/attribution/weights/novel.txt";
const WORDS: &str = "src/attribution/reported/words.txt";
const REPORTS: &str = "src/attribution/reported/weights.bin";

impl Files {
    /// Those that the library was built with.
    #[must_use]
    pub fn shipped() -> Files {
        Files {
            antecedents: model::text(entity::SHIPPED).to_owned(),
            descriptions: model::text(entity::SHIPPED_OF_DESCRIPTIONS).to_owned(),
            news: model::text(shipped::NEWS).to_owned(),
            cues: model::text(shipped::CUES).to_owned(),
            lines: model::text(shipped::LINES).to_owned(),
            words: shipped::WORDS.to_owned(),
            reports: model::body(shipped::REPORTS).to_vec(),
        }
    }

    /// The files, each with the first line that the build asks for.
    #[must_use]
    pub fn to_files(&self) -> [File; 7] {
        let file = |path, model, definitions, body: &[u8]| File {
            path,
            bytes: [model::head(model, definitions).as_bytes(), body].concat(),
        };
        let of_quotations = definitions_of_quotations();
        let of_reports = reported::definitions(&self.words);
        [
            file(
                ANTECEDENTS,
                "antecedents",
                AntecedentFeature::DEFINITIONS,
                self.antecedents.as_bytes(),
            ),
            file(
                DESCRIPTIONS,
                "descriptions",
                AntecedentFeature::DEFINITIONS,
                self.descriptions.as_bytes(),
            ),
            file(NEWS, "news", of_quotations, self.news.as_bytes()),
            file(CUES, "novel-cues", of_quotations, self.cues.as_bytes()),
            file(
                LINES,
                "novel",
                LineFeature::DEFINITIONS,
                self.lines.as_bytes(),
            ),
            File {
                path: WORDS,
                bytes: self.words.clone().into_bytes(),
            },
            file(REPORTS, "reports", of_reports, &self.reports),
        ]
    }

    /// Reads the files, whose bytes `get` gives by their paths.
    ///
    /// # Errors
    ///
    /// Those of `get`.
    pub fn from_files<E>(
        mut get: impl FnMut(&'static str) -> Result<Vec<u8>, E>,
    ) -> Result<Files, E> {
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        let mut table = |path| get(path).map(|bytes| text(model::body(&bytes)));
        Ok(Files {
            antecedents: table(ANTECEDENTS)?,
            descriptions: table(DESCRIPTIONS)?,
            news: table(NEWS)?,
            cues: table(CUES)?,
            lines: table(LINES)?,
            words: text(&get(WORDS)?),
            reports: model::body(&get(REPORTS)?).to_vec(),
        })
    }
}

/// The weights of every choice. They are kept to the end of the program, which makes a few of them.
#[derive(Clone, Copy, Debug)]
pub struct Models {
    pub(super) antecedents: &'static AntecedentWeights,
    pub(super) descriptions: &'static AntecedentWeights,
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
        let antecedents = |table: &str| -> &'static AntecedentWeights {
            Box::leak(Box::new(AntecedentWeights::read(table, |_, _| ())))
        };
        let bytes: &'static [u8] = Box::leak(bytes.into_boxed_slice());
        Models {
            antecedents: antecedents(&files.antecedents),
            descriptions: antecedents(&files.descriptions),
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

    /// The position of the antecedent with the greatest sum of weights, of some by the numbers of their features, and how
    /// far it is ahead.
    #[must_use]
    pub fn antecedent(self, is_description: bool, candidates: &[Vec<u16>]) -> (usize, f32) {
        let features = |numbers: &Vec<u16>| {
            let numbers = numbers.iter();
            numbers
                .map(|&one| AntecedentFeature::ALL[one as usize])
                .collect()
        };
        let candidates = candidates.iter().map(features);
        let weights = match is_description {
            true => self.descriptions,
            false => self.antecedents,
        };
        let (best, margin) = AntecedentRanker::best(weights, candidates);
        (best, margin.lead)
    }

    pub(super) fn given() -> Option<Models> {
        GIVEN.get()
    }
}
