//! Replays the inputs that fuzzing found worth keeping, without its toolchain.
#![cfg(feature = "serde")]

use std::fs;
use std::path::Path;

#[path = "../fuzz/checks.rs"]
mod checks;

fn replay(target: &str, check: fn(&str)) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("fuzz/corpus")
        .join(target);
    let mut inputs = 0;
    for entry in fs::read_dir(folder).unwrap() {
        // Bytes that are no text are no input.
        if let Ok(text) = fs::read_to_string(entry.unwrap().path()) {
            check(&text);
            inputs += 1;
        }
    }
    assert!(inputs > 0);
}

#[test]
fn quotes() {
    replay("quotes", checks::quotes);
}

#[test]
fn tokens() {
    replay("tokens", checks::tokens);
}

#[test]
fn detect() {
    replay("detect", checks::detect);
}

#[test]
fn builder() {
    replay("builder", checks::builder);
}

#[test]
fn known() {
    replay("known", checks::known);
}

#[test]
fn json() {
    replay("json", checks::json);
}
