//! Folders and files as a list of inputs, in an order that is always the same.

use std::fs::{self, File};
use std::io::{self, BufReader, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use crate::failure::Failure;
use crate::input::Markup;

/// A file with one text or many.
#[derive(Clone, Debug)]
pub(crate) struct Input {
    pub(crate) path: PathBuf,
    pub(super) holds: Holds,
    packing: Packing,
    /// How large the file is.
    pub(super) bytes: u64,
}

/// What a file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Holds {
    One(Markup),
    JsonLines,
    Csv,
    Parquet,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Packing {
    None,
    Gzip,
    Zstd,
}

/// Lists the files; those of a folder are sorted, and what holds no text is left out.
pub(crate) fn list(paths: &[PathBuf]) -> Result<Vec<Input>, Failure> {
    let mut inputs = Vec::new();
    for path in paths {
        let name = path.display().to_string();
        let reading = |error: io::Error| Failure::reading(&name, &error);
        if fs::metadata(path).map_err(reading)?.is_dir() {
            walk(path, &mut inputs).map_err(reading)?;
        } else {
            let input = Input::of(path).map_err(reading)?;
            inputs.push(input.ok_or_else(|| {
                Failure::new(format!(
                    "{name}: the name does not tell what it holds; known are .txt, .md, .html, \
                     .epub, .jsonl, .csv and .parquet, and these with .gz or .zst"
                ))
            })?);
        }
    }
    Ok(inputs)
}

fn walk(folder: &Path, inputs: &mut Vec<Input>) -> io::Result<()> {
    let mut entries = fs::read_dir(folder)?.collect::<io::Result<Vec<_>>>()?;
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        if entry.file_name().to_string_lossy().starts_with('.') {
            continue;
        }
        let path = entry.path();
        // A link to a folder could lead round in a circle.
        if entry.file_type()?.is_dir() {
            walk(&path, inputs)?;
        } else if path.is_file() {
            inputs.extend(Input::of(&path)?);
        }
    }
    Ok(())
}

impl Input {
    /// The file as an input, if its name tells what it holds.
    fn of(path: &Path) -> io::Result<Option<Input>> {
        let ending = path.extension().and_then(|ending| ending.to_str());
        let (packing, unpacked) = match ending {
            Some("gz") => (Packing::Gzip, path.with_extension("")),
            Some("zst") => (Packing::Zstd, path.with_extension("")),
            _ => (Packing::None, path.to_owned()),
        };
        let ending = unpacked.extension().and_then(|ending| ending.to_str());
        let holds = match ending.map(str::to_ascii_lowercase).as_deref() {
            Some("jsonl" | "ndjson") => Some(Holds::JsonLines),
            Some("csv") => Some(Holds::Csv),
            Some("parquet") => Some(Holds::Parquet),
            _ => Markup::of_name(&unpacked).map(Holds::One),
        };
        let Some(holds) = holds else {
            return Ok(None);
        };
        Ok(Some(Input {
            bytes: fs::metadata(path)?.len(),
            path: path.to_owned(),
            holds,
            packing,
        }))
    }

    /// Opens the file, unpacked; what was read of it as it is stored is added up.
    pub(super) fn open(&self, consumed: Arc<AtomicU64>) -> io::Result<Box<dyn Read + Send>> {
        let file = Counting {
            file: File::open(&self.path)?,
            consumed,
        };
        let file = BufReader::with_capacity(1 << 16, file);
        Ok(match self.packing {
            Packing::None => Box::new(file),
            Packing::Gzip => Box::new(flate2::bufread::MultiGzDecoder::new(file)),
            Packing::Zstd => Box::new(zstd::Decoder::with_buffer(file)?),
        })
    }

    #[cfg(feature = "parquet")]
    pub(super) fn is_packed(&self) -> bool {
        self.packing != Packing::None
    }
}

struct Counting {
    file: File,
    consumed: Arc<AtomicU64>,
}

impl Read for Counting {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.file.read(buffer)?;
        self.consumed.fetch_add(read as u64, Ordering::Relaxed);
        Ok(read)
    }
}
