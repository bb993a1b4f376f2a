//! Completions for shells and the manual.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use clap::{Command, CommandFactory};
use clap_complete::Shell;

use crate::arguments::Arguments;
use crate::failure::{Failure, Outcome};

/// Writes the completions of a shell to standard output.
pub(crate) fn completions(shell: Shell) -> Result<Outcome, Failure> {
    let mut written = Vec::new();
    clap_complete::generate(shell, &mut Arguments::command(), "quotation", &mut written);
    io::stdout().write_all(&written)?;
    Ok(Outcome::Done)
}

/// Writes the first man page to standard output, or all of them to a folder.
pub(crate) fn manual(folder: Option<&Path>) -> Result<Outcome, Failure> {
    let command = Arguments::command();
    let Some(folder) = folder else {
        io::stdout().write_all(&page(command)?)?;
        return Ok(Outcome::Done);
    };
    fs::create_dir_all(folder)
        .and_then(|()| clap_mangen::generate_to(command, folder))
        .map_err(|error| Failure::writing(folder.display(), &error))?;
    Ok(Outcome::Done)
}

fn page(command: Command) -> io::Result<Vec<u8>> {
    let mut written = Vec::new();
    clap_mangen::Man::new(command).render(&mut written)?;
    Ok(written)
}
