//! What ends the program before its work is done, and with which status it ends.

use std::fmt::Display;
use std::io::{self, ErrorKind};

/// How the program ends, as its help lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// All was done.
    Done,
    /// All was done but for what was reported and left out.
    Skipped,
    /// A claim is contradicted by the text or not in it.
    Refuted,
}

impl Outcome {
    pub(crate) const fn status(self) -> u8 {
        match self {
            Outcome::Done => 0,
            Outcome::Skipped => 3,
            Outcome::Refuted => 4,
        }
    }
}

/// A message that says what went wrong and, where something helps, what to do.
#[derive(Debug)]
pub(crate) enum Failure {
    Message(String),
    /// Whoever reads the output has seen enough.
    ClosedPipe,
}

impl Failure {
    pub(crate) fn new(message: impl Into<String>) -> Failure {
        Failure::Message(message.into())
    }

    pub(crate) fn reading(name: &str, error: &io::Error) -> Failure {
        let hint = match error.kind() {
            ErrorKind::NotFound => "; is the name right?",
            ErrorKind::PermissionDenied => "; may you read it?",
            ErrorKind::IsADirectory => "; a folder is read by `quotation archive`",
            _ => "",
        };
        Failure::new(format!("cannot read {name}: {}{hint}", plain(error)))
    }

    pub(crate) fn writing(name: impl Display, error: &io::Error) -> Failure {
        match error.kind() {
            ErrorKind::BrokenPipe => Failure::ClosedPipe,
            ErrorKind::StorageFull => Failure::new(format!(
                "cannot write {name}: the disk is full; make room and run it again"
            )),
            _ => Failure::new(format!("cannot write {name}: {}", plain(error))),
        }
    }
}

/// Errors of standard output need no name.
impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Failure {
        Failure::writing("to standard output", &error)
    }
}

impl From<quotation::Error> for Failure {
    fn from(error: quotation::Error) -> Failure {
        Failure::new(error.to_string())
    }
}

/// An error without the number that only programs need: `No such file or directory`.
fn plain(error: &io::Error) -> String {
    let text = error.to_string();
    match text.find(" (os error") {
        Some(end) => text[..end].to_owned(),
        None => text,
    }
}
