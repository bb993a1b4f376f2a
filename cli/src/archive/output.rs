//! The table, of which whole batches are kept.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use quotation_formats::row::RowForm;

use super::beside;
use super::journal::Journal;
use crate::arguments::TableFormat;
use crate::failure::Failure;

/// A table that grows beside where it will stand when it is whole.
pub(super) struct Output {
    path: PathBuf,
    partial: PathBuf,
    format: TableFormat,
    file: Option<File>,
    written: u64,
}

impl Output {
    pub(super) fn new(path: &Path, format: TableFormat) -> Output {
        Output {
            path: path.to_owned(),
            partial: beside(path, ".partial"),
            format,
            file: None,
            written: 0,
        }
    }

    /// How rows are written meanwhile. Columns can only be written when all rows are there.
    pub(super) fn row_form(&self) -> RowForm {
        match self.format {
            TableFormat::Csv => RowForm::Csv,
            TableFormat::Jsonl => RowForm::JsonLines,
            #[cfg(feature = "parquet")]
            TableFormat::Parquet => RowForm::JsonLines,
        }
    }

    /// Whether the table stands at its own path already.
    pub(super) fn is_finished(&self, journal: &Journal) -> bool {
        journal.written > 0 && self.path.exists() && !self.partial.exists()
    }

    /// Opens the table after what the journal says is whole; what follows is cut off.
    pub(super) fn open(&mut self, journal: &Journal) -> Result<(), Failure> {
        let open = || -> io::Result<(File, u64)> {
            let mut file = OpenOptions::new()
                .write(true)
                .create(true)
                .truncate(false)
                .open(&self.partial)?;
            let len = file.metadata()?.len();
            if len >= journal.written {
                file.set_len(journal.written)?;
            }
            file.seek(SeekFrom::End(0))?;
            Ok((file, len))
        };
        let (file, len) = open().map_err(|error| self.failure(&error))?;
        if len < journal.written {
            return Err(Failure::new(format!(
                "{} is shorter than it was; begin anew with --restart",
                self.partial.display()
            )));
        }
        self.file = Some(file);
        self.written = journal.written;
        if self.written == 0 {
            self.write(&self.row_form().head())?;
        }
        Ok(())
    }

    /// Adds whole rows; how long the table is then.
    pub(super) fn write(&mut self, rows: &[u8]) -> Result<u64, Failure> {
        let Some(file) = &mut self.file else {
            return Ok(self.written);
        };
        let written = file.write_all(rows).and_then(|()| file.sync_data());
        if let Err(error) = written {
            // What is left is whole, so that others can read it.
            let _ = file.set_len(self.written);
            return Err(self.failure(&error));
        }
        self.written += rows.len() as u64;
        Ok(self.written)
    }

    /// Moves the table to its own path.
    pub(super) fn finish(&mut self) -> Result<(), Failure> {
        self.file = None;
        let moved = match self.format {
            #[cfg(feature = "parquet")]
            TableFormat::Parquet => self.write_columns(),
            _ => fs::rename(&self.partial, &self.path),
        };
        moved.map_err(|error| self.failure(&error))
    }

    #[cfg(feature = "parquet")]
    fn write_columns(&self) -> io::Result<()> {
        let new = beside(&self.path, ".partial.columns");
        let lines = io::BufReader::new(File::open(&self.partial)?);
        let file = File::create(&new)?;
        super::columns::write(lines, io::BufWriter::new(&file))?;
        file.sync_data()?;
        fs::rename(&new, &self.path)?;
        fs::remove_file(&self.partial)
    }

    fn failure(&self, error: &io::Error) -> Failure {
        Failure::writing(self.partial.display(), error)
    }
}
