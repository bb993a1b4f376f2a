//! The build script: makes the table of the words of English from their lists, so that no program
//! has to when it starts.

use std::path::PathBuf;
use std::{env, fs};

// As much of the language as makes its table.
#[expect(dead_code, unreachable_pub, reason = "the crate uses the rest")]
#[path = "src/language"]
mod language {
    mod class;
    mod english {
        pub(super) mod inflect;
        pub(super) mod lists;
        pub(super) mod named;
    }
    mod facts;
    mod inflection;
    mod key;
    mod list;
    mod make;
    mod perfect;
    mod table;

    /// The bytes of the pilots and of the entries of the table.
    pub(super) fn english() -> Result<(Vec<u8>, Vec<u8>), String> {
        let words = make::words(&english::lists::LISTS, english::inflect::INFLECTION)?;
        let (pilots, entries) = perfect::table(&words)?;
        Ok((pilots.concat(), entries.concat()))
    }
}

fn main() {
    // Cargo sees by itself to the files that this script is compiled from, the lists among them.
    println!("cargo::rerun-if-changed=build.rs");
    let folder = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets OUT_DIR"));
    let (pilots, entries) = language::english().expect("the word lists make a table");
    for (name, bytes) in [("pilots", pilots), ("entries", entries)] {
        fs::write(folder.join(name), bytes).expect("OUT_DIR can be written to");
    }
}
