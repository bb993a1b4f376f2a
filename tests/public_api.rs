//! What is public, as `docs/public-api.txt` lists it: it changes on purpose alone. And what is public has an
//! example.
//!
//! The listing is read from the sources as rustfmt sets them. What macros make stands in it once: `any_id` is each of
//! the ids, `any_enum` each enum but `TokenKind`, `any_spans` sentences and paragraphs.
//!
//! To write it anew: `UPDATE=1 cargo test --test public_api`.

#[path = "common/sources.rs"]
mod sources;

use std::collections::BTreeSet;
use std::fs;
use std::mem;
use std::path::Path;

use sources::sources;

/// A public item, and whether the documentation before it has an example.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Item {
    /// As it stands in the sources, on one line, after the name of its type.
    line: String,
    has_example: bool,
}

impl Item {
    /// Whether this is the type or the function of that name.
    fn declares(&self, name: &str) -> bool {
        let words: Vec<&str> = self.line.split(|c: char| !is_word(c)).collect();
        words.windows(3).any(|three| {
            three[0] == "pub" && ["struct", "enum", "fn"].contains(&three[1]) && three[2] == name
        })
    }
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
    let mut known = exported.clone();
    known.extend(MADE.iter().map(|(_, name)| (*name).to_owned()));
    let mut items = BTreeSet::new();
    for file in sources(&root().join("src")) {
        if !file.starts_with(root().join("src/fit")) {
            read(&fs::read_to_string(file).unwrap(), &known, &mut items);
        }
    }
    let listed = |name: &String| items.iter().any(|item| item.declares(name));
    let missing: Vec<_> = exported.iter().filter(|name| !listed(name)).collect();
    assert!(missing.is_empty(), "not found: {missing:?}");
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
        let paths = statement.split_once("pub use ");
        if let Some((_module, found)) = paths.and_then(|(_, paths)| paths.split_once("::")) {
            let words = found.split(|c: char| !is_word(c));
            names.extend(words.filter(|word| !word.is_empty()).map(str::to_owned));
        }
    }
    names
}

/// What the lines above an item say of it.
#[derive(Debug, Default)]
struct Above {
    attributes: String,
    has_example: bool,
    is_hidden: bool,
    in_block: bool,
}

impl Above {
    /// Whether a line belongs to what follows it: its documentation or its attributes.
    fn takes(&mut self, code: &str) -> bool {
        let documentation = ["///", "#[doc ="]
            .iter()
            .find_map(|start| code.strip_prefix(start));
        if let Some(text) = documentation {
            let fence = text.trim_matches([' ', '"', ']']).strip_prefix("```");
            if let Some(language) = fence {
                // Blocks in other languages do not run.
                self.has_example |= !self.in_block && language.is_empty();
                self.in_block = !self.in_block;
            }
            return true;
        }
        if code.starts_with("$(#[") {
            // What a macro is given here; the types that it makes are checked where they are made.
            self.has_example = true;
            return true;
        }
        if !code.starts_with("#[") {
            return false;
        }
        self.is_hidden |= code.contains("doc(hidden)") || code.contains("feature = \"fit\"");
        let is_shown = [
            "#[derive",
            "#[non_exhaustive]",
            "#[cfg_attr(feature = \"serde\", derive",
        ];
        if is_shown.iter().any(|start| code.starts_with(start)) {
            self.attributes += code;
            self.attributes += " ";
        }
        true
    }
}

/// The type that an impl or an enum belongs to.
struct Owner<'s> {
    name: String,
    /// The indentation of its end.
    end: &'s str,
    is_enum: bool,
}

/// The types that macros make, as the listing calls them.
const MADE: [(&str, &str); 4] = [
    ("$visibility ", "pub "),
    ("$id", "any_id"),
    ("$enum", "any_enum"),
    ("$name", "any_spans"),
];

/// Adds the public items of a file.
fn read(source: &str, exported: &BTreeSet<String>, items: &mut BTreeSet<Item>) {
    let source = source.split("#[cfg(test)]\nmod tests").next().unwrap();
    let source = MADE.iter().fold(source.to_owned(), |source, (made, name)| {
        source.replace(made, name)
    });
    let mut lines = source.lines().peekable();
    let mut owner: Option<Owner<'_>> = None;
    let mut above = Above::default();
    while let Some(line) = lines.next() {
        let code = line.trim_start();
        let indent = &line[..line.len() - code.len()];
        if above.takes(code) {
            continue;
        }
        if owner.as_ref().is_some_and(|owner| owner.end == indent) && code == "}" {
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
        let above = mem::take(&mut above);
        let mut add = |line: String, has_example: bool| {
            if !above.is_hidden {
                items.insert(Item { line, has_example });
            }
        };
        if let Some(name) = type_of(&item).filter(|name| exported.contains(*name)) {
            let is_enum = item.contains("pub enum ");
            // The macro that makes such an enum gives it an example.
            let is_made = indent == "    " && is_enum;
            let fields = item.find('(').unwrap_or(item.len());
            add(
                above.attributes + &item[..fields],
                above.has_example || is_made,
            );
            if is_enum {
                owner = Some(Owner {
                    name: name.to_owned(),
                    end: indent,
                    is_enum,
                });
            }
        } else if code.starts_with("impl") {
            match implemented(&item) {
                (true, name) => {
                    let of_str = ["str", "String", "Range"].contains(&name);
                    if exported.contains(name) || of_str && names(&item, exported) {
                        add(item, true);
                    }
                }
                (false, name) if exported.contains(name) => {
                    owner = Some(Owner {
                        name: name.to_owned(),
                        end: indent,
                        is_enum: false,
                    });
                }
                (false, _) => {}
            }
        } else if let Some(Owner { name, is_enum, .. }) = &owner {
            if code.starts_with("pub ") {
                add(format!("{name}: {item}"), above.has_example);
            } else if *is_enum && code.starts_with(char::is_uppercase) {
                add(format!("{name}: {}", code.trim_end_matches(',')), true);
            }
        } else if let Some(name) = item.strip_prefix("pub fn ") {
            let name = name.split(['<', '(']).next().unwrap_or_default();
            if exported.contains(name) {
                add(item.clone(), above.has_example);
            }
        }
    }
}

/// Whether an item names something that the crate exports.
fn names(item: &str, exported: &BTreeSet<String>) -> bool {
    item.split(|c: char| !is_word(c))
        .any(|word| exported.contains(word))
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
    rest.split(|c: char| !is_word(c)).next()
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
        rest.split(|c: char| !is_word(c)).next().unwrap_or_default(),
    )
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}
