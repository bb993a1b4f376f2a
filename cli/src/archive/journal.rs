//! How far the work has come, on disk.

use std::fs::{self, File};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::{self, ErrorKind, Write};
use std::path::Path;
use std::time::UNIX_EPOCH;

use serde::{Deserialize, Serialize};

use super::beside;
use super::inputs::Input;
use crate::arguments::Archive;
use crate::failure::Failure;

/// What was done when it was written.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Journal {
    /// Of the inputs and options; others give other rows.
    pub(super) fingerprint: String,
    /// The inputs that are done, and how many records of the one after them.
    pub(super) input: usize,
    pub(super) record: u64,
    /// How many bytes of the table are whole.
    pub(super) written: u64,
    pub(super) texts: u64,
    pub(super) attributions: u64,
    pub(super) damaged: u64,
}

const ENDING: &str = ".journal";

impl Journal {
    pub(super) fn new(fingerprint: String) -> Journal {
        Journal {
            fingerprint,
            input: 0,
            record: 0,
            written: 0,
            texts: 0,
            attributions: 0,
            damaged: 0,
        }
    }

    /// The journal of a run that was broken off, if there is one.
    pub(super) fn read(output: &Path) -> Result<Option<Journal>, Failure> {
        let path = beside(output, ENDING);
        match fs::read(&path) {
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
            Err(error) => Err(Failure::reading(&path.display().to_string(), &error)),
            Ok(bytes) => serde_json::from_slice(&bytes).map(Some).map_err(|_| {
                Failure::new(format!(
                    "{} is damaged; begin anew with --restart",
                    path.display()
                ))
            }),
        }
    }

    /// Replaces the journal before with this one, in one step.
    pub(super) fn write(&self, output: &Path) -> Result<(), Failure> {
        let new = beside(output, ".journal.new");
        let write = || -> io::Result<()> {
            let mut file = File::create(&new)?;
            file.write_all(&serde_json::to_vec(self)?)?;
            file.sync_data()?;
            fs::rename(&new, beside(output, ENDING))
        };
        write().map_err(|error| Failure::writing(new.display(), &error))
    }

    pub(super) fn remove(&self, output: &Path) -> Result<(), Failure> {
        let path = beside(output, ENDING);
        match fs::remove_file(&path) {
            Err(error) if error.kind() != ErrorKind::NotFound => {
                Err(Failure::writing(path.display(), &error))
            }
            _ => Ok(()),
        }
    }
}

/// What the rows depend on: the program, its options and the inputs.
pub(super) fn fingerprint(arguments: &Archive, inputs: &[Input]) -> Result<String, Failure> {
    let mut hasher = DefaultHasher::new();
    env!("CARGO_PKG_VERSION").hash(&mut hasher);
    let Archive {
        text,
        id,
        format,
        offsets,
        reading,
        detection,
        ..
    } = arguments;
    format!("{text:?} {id:?} {format:?} {offsets:?} {reading:?} {detection:?}").hash(&mut hasher);
    if let Some(cast) = &detection.cast {
        let name = cast.display().to_string();
        let bytes = fs::read(cast).map_err(|error| Failure::reading(&name, &error))?;
        bytes.hash(&mut hasher);
    }
    for input in inputs {
        input.path.hash(&mut hasher);
        input.bytes.hash(&mut hasher);
        let changed = fs::metadata(&input.path)
            .and_then(|file| file.modified())
            .ok();
        let changed = changed.and_then(|time| time.duration_since(UNIX_EPOCH).ok());
        changed.hash(&mut hasher);
    }
    Ok(format!("{:016x}", hasher.finish()))
}
