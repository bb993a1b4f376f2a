//! The licences in the source of a package.

use std::fs;
use std::path::{Path, PathBuf};

use crate::Result;
use crate::packages::Package;

/// How files begin that a package has to be given along with.
const NAMES: [&str; 5] = ["COPYING", "COPYRIGHT", "LICENSE", "NOTICE", "UNLICENSE"];
/// What is in the names of files with a licence that another may stand for, from the one that is taken first.
const CHOICES: [&str; 8] = [
    "MIT",
    "APACHE",
    "BSD",
    "BOOST",
    "UNLICENSE",
    "COPYING",
    "GPL",
    "LICENSE.MD",
];

/// The texts that go along with a package: its notices, and of the licences that it leaves the choice between, one.
pub(crate) fn texts(package: &Package) -> Result<Vec<String>> {
    let mut files = Vec::new();
    collect(&package.folder, &mut files)?;
    files.sort();
    if leaves_choice(&package.licence) {
        keep_one(&mut files);
    }
    let text = |path: &PathBuf| Ok(tidy(&fs::read_to_string(path)?));
    let texts: Result<Vec<String>> = files.iter().map(text).collect();
    match texts? {
        none if none.is_empty() => Ok(vec![without_file(package)?]),
        texts => Ok(texts),
    }
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let ending = path.extension().and_then(|ending| ending.to_str());
        if path.is_dir() {
            collect(&path, files)?;
        } else if NAMES.iter().any(|name| name_of(&path).starts_with(name)) && ending != Some("rs")
        {
            files.push(path);
        }
    }
    Ok(())
}

fn name_of(path: &Path) -> String {
    path.file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .to_uppercase()
}

fn leaves_choice(licence: &str) -> bool {
    licence.contains(" OR ") || licence.contains('/')
}

/// Leaves out the licences that need not be chosen.
fn keep_one(files: &mut Vec<PathBuf>) {
    let is = |path: &PathBuf, choice: &str| name_of(path).contains(choice);
    let taken = CHOICES
        .iter()
        .find(|choice| files.iter().any(|path| is(path, choice)));
    if let Some(taken) = taken {
        files.retain(|path| is(path, taken) || !CHOICES.iter().any(|choice| is(path, choice)));
    }
}

/// Without what editors leave at the ends of lines, which would make two texts of one.
fn tidy(text: &str) -> String {
    let text = text.trim_start_matches('\u{feff}');
    let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
    lines.join("\n").trim_matches('\n').to_owned()
}

/// What stands for the licence of a package that has no file with it.
fn without_file(package: &Package) -> Result<String> {
    match package.licence.contains("Apache-2.0") {
        true => Ok("Licensed under the Apache License, Version 2.0, which is LICENSE-APACHE beside this file.".into()),
        false => Err(format!("{} has no file with its licence, {}", package.name, package.licence).into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(names: &[&str]) -> Vec<String> {
        let mut files: Vec<PathBuf> = names.iter().map(PathBuf::from).collect();
        keep_one(&mut files);
        files
            .iter()
            .map(|path| path.display().to_string())
            .collect()
    }

    #[test]
    fn of_licences_to_choose_from_one_is_kept_and_every_notice() {
        let names = [
            "COPYRIGHT",
            "LICENSE-APACHE",
            "LICENSE-MIT",
            "LICENSE-UNICODE",
            "NOTICE.txt",
        ];
        assert_eq!(
            kept(&names),
            ["COPYRIGHT", "LICENSE-MIT", "LICENSE-UNICODE", "NOTICE.txt"]
        );
        assert_eq!(
            kept(&["LICENSE-APACHE", "LICENSE-GPLv2"]),
            ["LICENSE-APACHE"]
        );
        assert_eq!(
            kept(&["COPYING", "LICENSE-MIT", "UNLICENSE"]),
            ["LICENSE-MIT"]
        );
        assert_eq!(kept(&["LICENSE.txt"]), ["LICENSE.txt"]);
    }

    #[test]
    fn only_or_leaves_a_choice() {
        assert!(leaves_choice("MIT OR Apache-2.0") && leaves_choice("Unlicense/MIT"));
        assert!(!leaves_choice("Apache-2.0 AND MIT"));
    }

    #[test]
    fn texts_differ_in_their_words_alone() {
        assert_eq!(tidy("\u{feff}\nOne \r\ntwo\n\n"), "One\ntwo");
    }
}
