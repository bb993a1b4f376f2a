//! Making the files of weights, and putting them where the library is built from.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use quotation::fit::Files;

use crate::articles::Article;
use crate::fit;
use crate::gold::Document;

/// What all weights are fitted to.
pub(crate) struct Corpora {
    /// PolNeAR's training part.
    pub(crate) articles: Vec<Document>,
    /// PDNC.
    pub(crate) novels: Vec<Document>,
    pub(crate) scenes: Vec<Document>,
    pub(crate) own_articles: Vec<Article>,
}

/// Fits all weights, those of whom pronouns mean, those of news and then those of novels.
pub(crate) fn fit(corpora: &Corpora) -> Result<Files> {
    let Corpora {
        articles,
        novels,
        scenes,
        own_articles,
    } = corpora;
    let mut files = Files::default();
    fit::antecedents::fit(&mut files, &own_articles.iter().collect::<Vec<_>>())?;
    fit::news(&mut files, &refs(articles));
    fit::novels(&mut files, &refs(novels), &refs(scenes))?;
    fit::calibrate(&mut files, &refs(novels), &refs(scenes))?;
    Ok(files)
}

fn refs(documents: &[Document]) -> Vec<&Document> {
    documents.iter().collect()
}

/// Reads the files from a folder that is laid out as the crate is.
pub(crate) fn read(folder: &Path) -> Result<Files> {
    Files::from_files(|path| {
        let path = folder.join(path);
        fs::read(&path).with_context(|| format!("cannot read {}", path.display()))
    })
}

/// The same; files that were fitted to other features than those of the library are refused.
pub(crate) fn read_fitting(folder: &Path) -> Result<Files> {
    let files = read(folder)?;
    for file in files.to_files() {
        let path = folder.join(file.path);
        ensure!(
            fs::read(&path)? == file.bytes,
            "{} was fitted to other features than those of the library",
            path.display()
        );
    }
    Ok(files)
}

/// Writes the files into such a folder.
pub(crate) fn write(files: &Files, folder: &Path) -> Result<()> {
    for file in files.to_files() {
        let path = folder.join(file.path);
        let folder = path.parent().unwrap_or(folder);
        fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
        fs::write(&path, file.bytes).with_context(|| format!("cannot write {}", path.display()))?;
    }
    Ok(())
}
