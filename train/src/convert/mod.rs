//! Corpora as they are published, made annotated documents of one form.

mod aliases;
mod align;
mod char_starts;
mod kind;
mod litbank;
mod literal;
mod own;
mod pdnc;
mod polnear;

use std::path::Path;

use anyhow::Result;
use clap::ValueEnum;

use crate::files::Tree;
use crate::gold::Document;

/// A corpus, or a part of one, that can be converted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Corpus {
    /// The training part of PolNeAR, the Political News Attribution Relations corpus (Newell,
    /// Margolin and Ruths, LREC 2018).
    PolnearTrain,
    /// Its development part.
    PolnearDev,
    /// The Project Dialogism Novel Corpus (Vishnubhotla, Hammond and Hirst, LREC 2022).
    Pdnc,
    /// LitBank: its layers of quotations and coreference (Sims and Bamman, EMNLP 2020).
    Litbank,
    /// Texts of our own, as those of `train/scenes` and `tests/data/texts`.
    Own,
}

impl Corpus {
    /// The name of its archive or folder, without what tells how it is packed.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Corpus::PolnearTrain | Corpus::PolnearDev => "polnear",
            Corpus::Pdnc => "pdnc",
            Corpus::Litbank => "litbank",
            Corpus::Own => "scenes",
        }
    }

    /// The names of files of its documents, once they are converted.
    pub(crate) fn parts(self) -> &'static [&'static str] {
        match self {
            Corpus::PolnearTrain => &["polnear-train"],
            Corpus::PolnearDev => &["polnear-dev"],
            Corpus::Pdnc => &["pdnc", "pdnc-dev"],
            Corpus::Litbank => &["litbank", "litbank-dev"],
            Corpus::Own => &[],
        }
    }
}

/// Converts a published archive, or a folder that holds its files. Documents come in the order of
/// their names.
pub(crate) fn convert(corpus: Corpus, path: &Path) -> Result<Vec<Document>> {
    match corpus {
        Corpus::PolnearTrain => polnear::documents(&Tree::open(path, polnear::wants)?, "train"),
        Corpus::PolnearDev => polnear::documents(&Tree::open(path, polnear::wants)?, "dev"),
        Corpus::Pdnc => pdnc::documents(&Tree::open(path, pdnc::wants)?),
        Corpus::Litbank => litbank::documents(&Tree::open(path, litbank::wants)?),
        Corpus::Own => own::documents(&Tree::open(path, own::wants)?),
    }
}
