//! Where the corpora lie: archives, folders, or documents that were converted before.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::convert::{Corpus, convert};
use crate::gold::{self, Document};

/// Documents at a path: a file of JSON lines, plain or packed, or a corpus as it is published.
pub(crate) fn documents(corpus: Corpus, path: &Path) -> Result<Vec<Document>> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    if name.ends_with(".jsonl") || name.ends_with(".jsonl.gz") {
        gold::read_lines(path)
    } else {
        convert(corpus, path)
    }
}

/// The documents of a corpus from the first of some folders that has it, under its name or, if it was
/// converted before, under that of its part.
pub(crate) fn find(corpus: Corpus, folders: &[PathBuf]) -> Result<Option<Vec<Document>>> {
    for folder in folders {
        let entries =
            fs::read_dir(folder).with_context(|| format!("cannot list {}", folder.display()))?;
        let mut names = Vec::new();
        for entry in entries {
            names.push(entry?.file_name().to_string_lossy().into_owned());
        }
        names.sort();
        let is_converted = |name: &&String| {
            corpus.parts().iter().any(|part| {
                name.strip_prefix(part)
                    .is_some_and(|end| [".jsonl", ".jsonl.gz"].contains(&end))
            })
        };
        let is_published = |name: &&String| {
            let end = name.strip_prefix(corpus.name());
            end.is_some_and(|end| end.is_empty() || end.starts_with(".t"))
        };
        let found = names
            .iter()
            .find(is_converted)
            .or_else(|| names.iter().find(is_published));
        if let Some(name) = found {
            return documents(corpus, &folder.join(name)).map(Some);
        }
    }
    Ok(None)
}

/// The same, of a corpus that must be there.
pub(crate) fn get(corpus: Corpus, folders: &[PathBuf]) -> Result<Vec<Document>> {
    let Some(documents) = find(corpus, folders)? else {
        bail!("no folder has the corpus {}", corpus.name());
    };
    Ok(documents)
}
