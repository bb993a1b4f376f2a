//! The text that a program is run on.

use std::{env, fs, io};

/// The file that the first argument names, or the sample article.
pub(crate) fn read() -> io::Result<String> {
    match env::args().nth(1) {
        Some(file) => fs::read_to_string(file),
        None => Ok(include_str!("../article.txt").to_owned()),
    }
}
