//! The order of the house: data goes down, imports go up.

#[path = "common/code.rs"]
mod code;
#[path = "common/files.rs"]
mod files;
#[path = "common/sources.rs"]
mod sources;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use code::{Lexeme, Uses, program};
use files::Modules;
use sources::sources;

/// The modules of the crate, a layer a line. A module imports from layers above its own; those of
/// one layer do not know each other.
const LAYERS: &[&[&str]] = &[
    &[
        "error",
        "exponential",
        "hash",
        "gallop",
        "room",
        "share",
        "stage",
        "thin",
        "ids",
    ],
    &["density", "model", "span", "kinds"],
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

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

fn layer_of(module: &str) -> Option<usize> {
    LAYERS.iter().position(|layer| layer.contains(&module))
}

#[test]
fn modules_import_from_layers_above_them() {
    let root = root();
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
        let included = included(&path, &source).into_iter().filter_map(|file| {
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

/// The modules that a source imports from the root of the crate or names by a path from there.
fn imports(source: &str) -> Vec<String> {
    let uses = Uses::of(&program(source));
    let imported = uses.imports.into_iter().map(|import| import.path);
    let paths = imported.chain(uses.paths);
    paths
        .filter(|path| path[0] == "crate" && path[1].starts_with(char::is_lowercase))
        .map(|path| path[1].clone())
        .collect()
}

#[test]
fn imports_are_read() {
    let source = "use crate::span::Span; // crate::detector\nuse crate::{token::{Token, Kind}, quote};\n\
                  #[cfg(test)]\nuse crate::document::Document;\n\
                  fn f() { let x = crate::cue::find(); }";
    assert_eq!(imports(source), ["span", "token", "token", "quote", "cue"]);
}

/// The files that a source includes as text, bytes or code, or takes for a module.
fn included(path: &Path, source: &str) -> Vec<PathBuf> {
    let folder = path.parent().unwrap();
    let program = program(source);
    let named = program.iter().enumerate().filter_map(|(at, lexeme)| {
        let Lexeme::Text(file) = lexeme else {
            return None;
        };
        let before = program[..at].iter().rev().find_map(Lexeme::name);
        let includes = ["include_str", "include_bytes", "include", "path"];
        includes.contains(&before?).then(|| folder.join(file))
    });
    named.filter_map(|file| file.canonicalize().ok()).collect()
}

#[test]
fn included_files_are_read() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lib.rs");
    let source = "const A: &str = include_str!(\"span.rs\"); #[path = \"ids.rs\"] mod b; let c = \"hash.rs\";";
    let names: Vec<_> = included(&file, source)
        .iter()
        .map(|path| path.file_name().unwrap().to_owned())
        .collect();
    assert_eq!(names, ["span.rs", "ids.rs"]);
}

#[test]
fn no_two_files_need_each_other() {
    let modules = Modules::read(&root());
    let circles = modules.circles();
    assert!(circles.is_empty(), "{}", modules.explain(&circles));
}

#[test]
fn circles_are_found() {
    let file = |name: &str, text: &str| (name.to_owned(), text.to_owned());
    let modules = Modules::of(&[
        file("lib.rs", "mod a; mod b;"),
        // By way of what a module passes on, which does not need it itself.
        file(
            "a/mod.rs",
            "mod one; mod two; pub use one::One; pub use two::Two;",
        ),
        file("a/one.rs", "use super::Two; pub struct One(Two);"),
        file("a/two.rs", "pub struct Two; fn f() { crate::b::g() }"),
        file("b.rs", "use crate::a::{self}; pub fn g() { a::one::One; }"),
    ]);
    assert_eq!(modules.circles(), [["a/one.rs", "a/two.rs", "b.rs"]]);
}

#[test]
fn english_words_are_asked_for_in_its_folder_alone() {
    let root = root();
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

/// Where English is asked for by name: elsewhere a stage asks the language that it is given.
const ENGLISH: &[(&str, &[&str])] = &[
    (
        "what a caller gets who names no language",
        &["detector/entries.rs", "quote/finder.rs"],
    ),
    (
        "the words of the weights, which were fitted to English",
        &[
            "attribution/reported/vocabulary.rs",
            "attribution/weights.rs",
            "fit/mod.rs",
        ],
    ),
];

#[test]
fn a_stage_asks_the_language_that_it_is_given() {
    let root = root();
    let allowed: BTreeSet<&str> = ENGLISH
        .iter()
        .flat_map(|(_, files)| *files)
        .copied()
        .collect();
    let modules = Modules::read(&root);
    let asks = |file: &&str| {
        let program = program(&fs::read_to_string(root.join(file)).unwrap());
        let mut names = program.iter().filter_map(Lexeme::name);
        !file.starts_with("language/") && names.any(|name| matches!(name, "ENGLISH" | "english"))
    };
    let asking: BTreeSet<&str> = modules.files().filter(asks).collect();
    assert_eq!(asking, allowed);
}

/// The most lines of a file, tables aside.
const LONGEST: usize = 500;

#[test]
fn files_are_read_at_one_sitting() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folders = [
        "src", "benches", "tests", "examples", "fuzz", "cli", "train", "bindings",
    ];
    let files = folders
        .iter()
        .flat_map(|folder| sources(&root.join(folder)));
    let long = |path: &PathBuf| fs::read_to_string(path).unwrap().lines().count() > LONGEST;
    let long: Vec<PathBuf> = files.filter(long).collect();
    assert!(long.is_empty(), "{long:?} have more than {LONGEST} lines");
}

/// Where strings with letters may stand outside of the folder of a language, and what they are there.
const STRINGS: &[(&str, &[&str])] = &[
    (
        "labels: in results, in tables, in files of weights, in word lists",
        &[
            "attribution/dialogue/feature.rs",
            "attribution/features/quotation.rs",
            "attribution/given.rs",
            "attribution/reasons.rs",
            "attribution/reported/decision.rs",
            "attribution/shipped.rs",
            "attribution/word_feature.rs",
            "claims/audit.rs",
            "claims/claim_match.rs",
            "config/formula.rs",
            "document/description.rs",
            "document/json/read.rs",
            "entity/antecedent/feature.rs",
            "entity/antecedent/ranker.rs",
            "error/mod.rs",
            "kinds.rs",
            "language/class.rs",
            "model/file.rs",
            "language/list.rs",
            "offsets.rs",
            "quote/data.rs",
            "stage.rs",
            "token/abbreviation.rs",
            "token/kind.rs",
            "token/mark/apostrophe.rs",
            "token/mark/side.rs",
        ],
    ),
    (
        "messages to whoever calls",
        &[
            "config/cast.rs",
            "detector/builder.rs",
            "detector/entries.rs",
            "document/invariants.rs",
            "ids.rs",
        ],
    ),
    (
        "signs of HTML, JSON and addresses, the same in every language",
        &[
            "quote/label.rs",
            "token/mark/glyph.rs",
            "token/markup.rs",
            "token/word.rs",
        ],
    ),
    (
        "examples of rules, which tests run",
        &[
            "analysis/chunker/noun_phrase.rs",
            "analysis/mention/name.rs",
            "analysis/mention/name_start.rs",
            "analysis/mention/title.rs",
            "quote/kind.rs",
        ],
    ),
];

/// What takes a message or the name of a type, not a word of a text.
const MESSAGES: &[&str] = &[
    "assert",
    "assert_eq",
    "concat",
    "custom",
    "debug_assert",
    "debug_assert_eq",
    "debug_struct",
    "expect",
    "field",
    "format",
    "format_args",
    "include_bytes",
    "include_str",
    "ok_or",
    "panic",
    "unreachable",
    "write",
    "writeln",
];

#[test]
fn words_of_a_language_stand_in_its_folder_alone() {
    let root = root();
    let allowed: Vec<&str> = STRINGS
        .iter()
        .flat_map(|(_, files)| *files)
        .copied()
        .collect();
    let mut found = Vec::new();
    let mut needed = BTreeSet::new();
    let modules = Modules::read(&root);
    for file in modules.files() {
        let program = program(&fs::read_to_string(root.join(file)).unwrap());
        let words = words(&program);
        if words.is_empty() || file.starts_with("language/english/") {
            continue;
        }
        match allowed.iter().find(|&&allowed| allowed == file) {
            Some(file) => drop(needed.insert(*file)),
            None => found.push(format!("{file}: {words:?}")),
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
    let unused: Vec<_> = allowed
        .iter()
        .filter(|file| !needed.contains(*file))
        .collect();
    assert!(unused.is_empty(), "{unused:?}");
}

/// The strings of a program that have a letter, those in attributes and in messages aside.
fn words(program: &[Lexeme]) -> Vec<&str> {
    let mut words = Vec::new();
    // The name before each bracket that is open; an attribute is named "#".
    let mut open: Vec<&str> = Vec::new();
    for (at, lexeme) in program.iter().enumerate() {
        match lexeme {
            Lexeme::Sign('(' | '[' | '{') => {
                let mut before = program[..at].iter().rev().filter(|lexeme| !lexeme.is('!'));
                open.push(match before.next() {
                    Some(Lexeme::Sign('#')) => "#",
                    Some(Lexeme::Name(name)) => name,
                    _ => "",
                });
            }
            Lexeme::Sign(')' | ']' | '}') => drop(open.pop()),
            Lexeme::Text(text) => {
                let is_message =
                    open.contains(&"#") || open.last().is_some_and(|name| MESSAGES.contains(name));
                if !is_message && has_letter(text) {
                    words.push(&**text);
                }
            }
            _ => {}
        }
    }
    words
}

/// Whether a letter stands in what is written between quotation marks in a source.
fn has_letter(text: &str) -> bool {
    let mut is_escaped = false;
    text.chars().any(|c| {
        let is_letter = c.is_alphabetic() && !is_escaped;
        is_escaped = c == '\\' && !is_escaped;
        is_letter
    })
}

#[test]
fn words_are_told_from_messages() {
    let source = r#"#[error("a")] fn f() { expect("b"); panic!("{c}"); g("d", "\n.,", ["e"]) }"#;
    assert_eq!(words(&program(source)), ["d", "e"]);
}
