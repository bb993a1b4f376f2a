//! The order of the house: data goes down, imports go up.

#[path = "common/sources.rs"]
mod sources;

use std::fs;
use std::path::{Path, PathBuf};

use sources::sources;

/// The modules of the crate, a layer a line. A module imports from layers above its own; those of
/// one layer do not know each other.
const LAYERS: &[&[&str]] = &[
    &["error", "hash", "gallop", "stage", "ids"],
    &["span", "kinds"],
    &["parts"],
    &["config", "offsets"],
    &["token"],
    &["language"],
    &["quote"],
    &["analysis"],
    &["entity"],
    &["attribution"],
    &["document"],
    &["detector"],
    &["fit", "archive", "claims", "guide"],
];

fn layer_of(module: &str) -> Option<usize> {
    LAYERS.iter().position(|layer| layer.contains(&module))
}

#[test]
fn modules_import_from_layers_above_them() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut wrong = Vec::new();
    let mut seen = 0;
    for path in sources(&root) {
        let file = path.strip_prefix(&root).unwrap().display().to_string();
        if file == "lib.rs" {
            continue;
        }
        let module = file.split(['/', '\\', '.']).next().unwrap();
        let Some(own) = layer_of(module) else {
            wrong.push(format!("{file}: {module} has no layer"));
            continue;
        };
        let source = fs::read_to_string(&path).unwrap();
        let included = included(&path, &source).filter_map(|file| {
            let file = file.strip_prefix(&root).ok()?.display().to_string();
            Some(file.split(['/', '\\', '.']).next().unwrap().to_owned())
        });
        for imported in imports(&source).into_iter().chain(included) {
            seen += 1;
            if imported != module && layer_of(&imported).is_none_or(|layer| layer >= own) {
                wrong.push(format!(
                    "{file}: {module} imports {imported}, which is not above it"
                ));
            }
        }
    }
    assert!(seen > 20, "only {seen} imports found");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The modules that stand after `crate::` in code, those in braces too.
fn imports(source: &str) -> Vec<String> {
    let code: String = source
        .lines()
        .map(|line| line.split("//").next().unwrap_or_default())
        .collect::<Vec<_>>()
        .join("\n");
    code.split("crate::")
        .skip(1)
        .flat_map(|rest| match rest.strip_prefix('{') {
            Some(group) => names_in(group),
            None => vec![leading_name(rest)],
        })
        .filter(|name| name.starts_with(char::is_lowercase))
        .collect()
}

/// The first name of each path in a group of imports: `a::B, c::{D, E}}` gives a and c.
fn names_in(group: &str) -> Vec<String> {
    let mut names = Vec::new();
    let mut depth = 0;
    let mut is_start = true;
    for (i, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => is_start = true,
            _ if is_start && !c.is_whitespace() => {
                names.push(leading_name(&group[i..]));
                is_start = false;
            }
            _ => {}
        }
    }
    names
}

fn leading_name(path: &str) -> String {
    path.chars()
        .take_while(|&c| c.is_alphanumeric() || c == '_')
        .collect()
}

#[test]
fn imports_are_read() {
    let source = "use crate::span::Span; // crate::detector\nuse crate::{token::{Token, Kind}, quote};\n\
                  let x = crate::cue::find();";
    assert_eq!(imports(source), ["span", "token", "quote", "cue"]);
}

/// The files that a source includes as text or bytes, or takes for a module.
fn included(path: &Path, source: &str) -> impl Iterator<Item = PathBuf> {
    let folder = path.parent().unwrap();
    let starts = ["include_str!(\"", "include_bytes!(\"", "#[path = \""];
    let names = starts.into_iter().flat_map(move |start| {
        let rest = source.split(start).skip(1);
        rest.map(|rest| rest.split('"').next().unwrap().to_owned())
    });
    names.filter_map(move |name| folder.join(name).canonicalize().ok())
}

#[test]
fn english_words_are_asked_for_in_its_folder_alone() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    for path in sources(&root) {
        let file = path.strip_prefix(&root).unwrap().display().to_string();
        let file = file.replace('\\', "/");
        let source = fs::read_to_string(&path).unwrap();
        let code = source.split("#[cfg(test)]\nmod tests").next().unwrap();
        let asks = ["named::", "english/words/"].iter().any(|sign| {
            code.lines()
                .any(|line| line.split("//").next().unwrap().contains(sign))
        });
        let is_test = file.ends_with("tests.rs");
        let may = file.starts_with("language/english/");
        if asks && !is_test && !may {
            found.push(file);
        }
    }
    assert!(found.is_empty(), "{found:?}");
}
