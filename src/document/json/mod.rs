//! The form in which documents are written and read.

mod read;
mod write;

use serde::de::{Deserialize, Deserializer, Error};

pub(super) use read::Read;

/// The version of the form; greater where a reader of the one before would misread it.
const VERSION: u32 = 1;

/// What offsets count.
#[derive(serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Unit {
    Bytes,
}

struct Version;

impl<'de> Deserialize<'de> for Version {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Version, D::Error> {
        match u32::deserialize(deserializer)? {
            VERSION => Ok(Version),
            found => Err(D::Error::custom(format_args!(
                "version: expected {VERSION}, found {found}"
            ))),
        }
    }
}
