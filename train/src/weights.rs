//! Making the files of weights, and putting them where the library is built from.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use quotation::fit::Files;

use crate::fit;
use crate::gold::Document;

/// Fits all weights, those of news and then those of novels.
pub(crate) fn fit(articles: &[Document], novels: &[Document]) -> Result<Files> {
    let mut files = Files::default();
    fit::news(&mut files, &articles.iter().collect::<Vec<_>>())?;
    fit::novels(&mut files, &novels.iter().collect::<Vec<_>>())?;
    Ok(files)
}

const NEWS: &str = "weights/news.txt";
const CUES: &str = "weights/novel-cues.txt";
const LINES: &str = "weights/novel.txt";
const WORDS: &str = "reported/words.txt";
const REPORTS: &str = "reported/weights.bin";

/// Reads the files from a folder that is laid out as the source of the library is.
pub(crate) fn read(folder: &Path) -> Result<Files> {
    let bytes = |name: &str| {
        let path = folder.join(name);
        fs::read(&path).with_context(|| format!("cannot read {}", path.display()))
    };
    let text = |name: &str| String::from_utf8(bytes(name)?).with_context(|| name.to_owned());
    Ok(Files {
        news: text(NEWS)?,
        cues: text(CUES)?,
        lines: text(LINES)?,
        words: text(WORDS)?,
        reports: bytes(REPORTS)?,
    })
}

/// Writes the files into such a folder.
pub(crate) fn write(files: &Files, folder: &Path) -> Result<()> {
    let all: [(&str, &[u8]); 5] = [
        (NEWS, files.news.as_bytes()),
        (CUES, files.cues.as_bytes()),
        (LINES, files.lines.as_bytes()),
        (WORDS, files.words.as_bytes()),
        (REPORTS, &files.reports),
    ];
    for (name, bytes) in all {
        let path = folder.join(name);
        fs::write(&path, bytes).with_context(|| format!("cannot write {}", path.display()))?;
    }
    Ok(())
}
