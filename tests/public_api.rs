//! What is public, as `docs/public-api.txt` lists it: it changes on purpose alone. And what is public has an
//! example.
//!
//! The listing is read from the sources as rustfmt sets them. To write it anew: `UPDATE=1 cargo test --test public_api`.

#[path = "common/sources.rs"]
mod sources;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use sources::sources;

/// A public item, and whether the documentation before it has an example.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Item {
    /// As it stands in the sources, on one line, behind the name of its type.
    line: String,
    has_example: bool,
}

#[test]
fn the_listing_is_that_of_the_sources() {
    let items = items();
    let listing: String = items.iter().map(|item| item.line.clone() + "\n").collect();
    let path = root().join("docs/public-api.txt");
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&path, &listing).unwrap();
    }
    let listed = fs::read_to_string(&path).unwrap_or_default();
    let lines = |text: &str| {
        text.lines()
            .map(str::to_owned)
            .collect::<BTreeSet<String>>()
    };
    let (found, expected) = (lines(&listing), lines(&listed));
    let new: Vec<_> = found.difference(&expected).collect();
    let gone: Vec<_> = expected.difference(&found).collect();
    assert!(
        new.is_empty() && gone.is_empty(),
        "new: {new:#?}\ngone: {gone:#?}\nif that is meant, UPDATE=1 writes the listing anew"
    );
}

#[test]
fn every_public_item_has_an_example() {
    let items = items();
    assert!(items.len() > 250, "only {} items found", items.len());
    let bare: Vec<&str> = items
        .iter()
        .filter(|item| !item.has_example)
        .map(|item| item.line.as_str())
        .collect();
    assert!(bare.is_empty(), "{bare:#?}");
}

#[test]
fn no_signature_names_a_dependency() {
    for item in items() {
        for dependency in ["regex::", "enumset::", "memchr::", "once_cell::", "rayon::"] {
            assert!(!item.line.contains(dependency), "{}", item.line);
        }
    }
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn items() -> BTreeSet<Item> {
    let exported = exported(&fs::read_to_string(root().join("src/lib.rs")).unwrap());
    let mut items = BTreeSet::new();
    for file in sources(&root().join("src")) {
        // Modules that are hidden or private but for what they export have names of their own.
        if !["src/fit.rs", "src/language", "src/stage.rs"]
            .iter()
            .any(|hidden| file.starts_with(root().join(hidden)))
        {
            read(&fs::read_to_string(file).unwrap(), &exported, &mut items);
        }
    }
    items
}

/// The names that the crate exports and shows.
fn exported(lib: &str) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    let mut statements = lib.split_inclusive(';');
    let shown = statements
        .by_ref()
        .filter(|one| !one.contains("#[doc(hidden)]"));
    for statement in shown {
        if let Some((_, paths)) = statement.split_once("pub use ") {
            let words = paths.split(|c: char| !c.is_alphanumeric() && c != '_');
            names.extend(words.filter(|word| !word.is_empty()).map(str::to_owned));
        }
    }
    names
}

/// Adds the public items of a file.
fn read(source: &str, exported: &BTreeSet<String>, items: &mut BTreeSet<Item>) {
    let source = source.split("#[cfg(test)]\nmod tests").next().unwrap();
    let mut lines = source.lines().peekable();
    // The type that an impl or an enum belongs to, with the indentation of its end.
    let mut owner: Option<(String, &str)> = None;
    let (mut attributes, mut has_example, mut is_hidden) = (String::new(), false, false);
    while let Some(line) = lines.next() {
        let code = line.trim_start();
        let indent = &line[..line.len() - code.len()];
        if code.starts_with("///") || code.starts_with("#[doc =") {
            has_example |= code.contains("```");
            continue;
        }
        if code.starts_with("#[") {
            is_hidden |= code.contains("doc(hidden)") || code.contains("feature = \"fit\"");
            if code.starts_with("#[derive") || code == "#[non_exhaustive]" {
                attributes += code;
                attributes += " ";
            }
            continue;
        }
        if owner.as_ref().is_some_and(|(_, end)| *end == indent) && code == "}" {
            owner = None;
        }
        let mut whole = code.to_owned();
        let starts_item = ["pub ", "impl"].iter().any(|start| code.starts_with(start));
        while starts_item && !whole.contains(['{', ';']) {
            let Some(next) = lines.next_if(|next| next.trim() != "}") else {
                break;
            };
            whole += " ";
            whole += next.trim();
        }
        let item = signature(&whole);
        let is_named = indent == "    " && item.starts_with("pub enum ");
        let mut add = |line: String, has_example: bool| {
            if !is_hidden {
                items.insert(Item { line, has_example });
            }
        };
        if let Some(name) = type_of(&item).filter(|name| exported.contains(*name)) {
            add(format!("{attributes}{item}"), has_example || is_named);
            if item.contains("pub enum ") {
                owner = Some((name.to_owned(), indent));
            }
        } else if code.starts_with("impl") {
            let (is_trait, name) = implemented(&item);
            if exported.contains(name) {
                if is_trait {
                    add(item.clone(), true);
                } else {
                    owner = Some((name.to_owned(), indent));
                }
            }
        } else if let Some((owner, _)) = &owner {
            let is_variant = code.starts_with(char::is_uppercase);
            if code.starts_with("pub ") && !code.starts_with("pub(") {
                add(format!("{owner}: {item}"), has_example);
            } else if is_variant {
                add(format!("{owner}: {}", code.trim_end_matches(',')), true);
            }
        } else if let Some(name) = item.strip_prefix("pub fn ") {
            let name = name.split(['<', '(']).next().unwrap_or_default();
            if exported.contains(name) {
                add(item.clone(), has_example);
            }
        }
        if !code.is_empty() {
            (attributes, has_example, is_hidden) = (String::new(), false, false);
        }
    }
}

/// An item up to its body, on one line.
fn signature(code: &str) -> String {
    let end = code.find([';', '{']).unwrap_or(code.len());
    let line: Vec<&str> = code[..end].split_whitespace().collect();
    line.join(" ").replace("( ", "(").replace(", )", ")")
}

/// The name of a struct or an enum.
fn type_of(item: &str) -> Option<&str> {
    let rest = item
        .strip_prefix("pub struct ")
        .or_else(|| item.strip_prefix("pub enum "))?;
    rest.split(|c: char| !c.is_alphanumeric() && c != '_')
        .next()
}

/// Whether an impl is one of a trait, and the type that it is for.
fn implemented(item: &str) -> (bool, &str) {
    let (is_trait, rest) = match item.split_once(" for ") {
        Some((_, rest)) => (true, rest),
        None => (false, item.strip_prefix("impl").unwrap_or(item)),
    };
    let rest = match rest.strip_prefix('<') {
        Some(generics) => generics.split_once("> ").map_or(generics, |(_, rest)| rest),
        None => rest,
    };
    let rest = rest
        .trim_start()
        .trim_start_matches("&'d ")
        .trim_start_matches('&');
    (
        is_trait,
        rest.split(|c: char| !c.is_alphanumeric() && c != '_')
            .next()
            .unwrap_or_default(),
    )
}
