//! Which packages are built into another one.

use std::collections::HashMap;
use std::fmt;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use crate::Result;

/// A package of somebody else's.
#[derive(Debug)]
pub(crate) struct Package {
    pub(crate) name: String,
    version: String,
    pub(crate) licence: String,
    repository: String,
    /// Where its source lies.
    pub(crate) folder: PathBuf,
}

impl fmt::Display for Package {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Package {
            name,
            version,
            licence,
            repository,
            ..
        } = self;
        write!(f, "{name} {version}: {licence}; {repository}")
    }
}

/// The packages that end up in the program, by their names; what runs only while it is built is none of them.
pub(crate) fn built_into(root: &Path, package: &str, target: &str) -> Result<Vec<Package>> {
    let known = known(root)?;
    let arguments = [
        "tree",
        "--edges",
        "normal,no-proc-macro",
        "--prefix",
        "none",
        "--format",
        "{p}",
    ];
    let tree = cargo(
        root,
        &[&arguments[..], &["--package", package, "--target", target]].concat(),
    )?;
    let mut names: Vec<(&str, &str)> = tree.lines().filter_map(name_and_version).collect();
    names.sort_unstable();
    names.dedup();
    let mut packages = Vec::new();
    for (name, version) in names {
        let key = (name.to_owned(), version.to_owned());
        let data = known
            .get(&key)
            .ok_or_else(|| format!("nothing is known of {name} {version}"))?;
        // The project's own have no source.
        if data["source"].is_string() {
            let field = |key: &str| data[key].as_str().unwrap_or_default().to_owned();
            let manifest = PathBuf::from(field("manifest_path"));
            packages.push(Package {
                licence: field("license"),
                repository: field("repository"),
                folder: manifest.parent().unwrap_or(root).to_owned(),
                name: key.0,
                version: key.1,
            });
        }
    }
    Ok(packages)
}

/// Of a line such as `serde v1.0.229 (*)`.
fn name_and_version(line: &str) -> Option<(&str, &str)> {
    let mut words = line.split(' ');
    Some((words.next()?, words.next()?.strip_prefix('v')?))
}

/// What the manifests of all packages in `Cargo.lock` say, by name and version.
fn known(root: &Path) -> Result<HashMap<(String, String), Value>> {
    let metadata: Value =
        serde_json::from_str(&cargo(root, &["metadata", "--format-version", "1"])?)?;
    let packages = metadata["packages"].as_array().cloned().unwrap_or_default();
    let keyed = packages.into_iter().filter_map(|data| {
        let field = |key: &str| data[key].as_str().map(str::to_owned);
        Some(((field("name")?, field("version")?), data))
    });
    Ok(keyed.collect())
}

fn cargo(root: &Path, arguments: &[&str]) -> Result<String> {
    let program = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = Command::new(program)
        .args(arguments)
        .arg("--locked")
        .current_dir(root)
        .output()?;
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).into());
    }
    Ok(String::from_utf8(output.stdout)?)
}
