//! The licences of what is built into the Python package and the WebAssembly.
//!
//! Usage: `quotation-notices write` writes `THIRD-PARTY.txt` for both, `quotation-notices check` fails if one is not
//! what would be written. Which packages are built in is told by `Cargo.lock`; their licences stand in their sources.

mod licence;
mod packages;

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::{env, fs};

use packages::Package;

type Result<T> = std::result::Result<T, Box<dyn Error>>;

/// A package that others install, for which targets it is built, and the file with its notices.
struct Bundle {
    package: &'static str,
    target: &'static str,
    file: &'static str,
}

const BUNDLES: [Bundle; 2] = [
    Bundle {
        package: "quotation-python",
        target: "all",
        file: "bindings/python/THIRD-PARTY.txt",
    },
    Bundle {
        package: "quotation-web",
        target: "wasm32-unknown-unknown",
        file: "bindings/web/npm/THIRD-PARTY.txt",
    },
];

const HEAD: &str = "\
What is built into this package besides the project's own code, and under which licences. Where a package leaves the
choice between licences, the MIT licence is taken, or else the Apache License, Version 2.0.

The standard library of Rust is built in too: MIT OR Apache-2.0, copyright (c) The Rust Project Contributors; its own
notices are at https://github.com/rust-lang/rust/blob/master/COPYRIGHT.
";

fn main() -> Result<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mode = env::args().nth(1);
    for bundle in BUNDLES {
        let notices = notices(&packages::built_into(&root, bundle.package, bundle.target)?)?;
        let path: PathBuf = root.join(bundle.file);
        match mode.as_deref() {
            Some("write") => fs::write(&path, notices)?,
            Some("check") if fs::read_to_string(&path)? == notices => {}
            Some("check") => {
                let file = bundle.file;
                return Err(
                    format!("{file} is out of date; `quotation-notices write` mends it").into(),
                );
            }
            _ => return Err("expected `write` or `check`".into()),
        }
    }
    Ok(())
}

/// All packages, then each licence with those that are under it.
fn notices(packages: &[Package]) -> Result<String> {
    let mut texts: BTreeMap<String, Vec<&Package>> = BTreeMap::new();
    let mut notices = HEAD.to_owned() + "\n";
    for package in packages {
        writeln!(notices, "{package}")?;
        for text in licence::texts(package)? {
            texts.entry(text).or_default().push(package);
        }
    }
    let mut texts: Vec<(String, Vec<&Package>)> = texts.into_iter().collect();
    texts.sort_by(|(_, one), (_, other)| one[0].name.cmp(&other[0].name));
    for (text, packages) in texts {
        let names: Vec<&str> = packages
            .iter()
            .map(|package| package.name.as_str())
            .collect();
        write!(
            notices,
            "\n{}\n{}\n\n{text}\n",
            "-".repeat(80),
            names.join(", ")
        )?;
    }
    Ok(notices)
}
