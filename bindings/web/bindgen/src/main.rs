//! Makes an ES module and its types of a file of WebAssembly.
//!
//! Usage: `quotation-bindgen FILE FOLDER`. What `wasm-bindgen --target web` does, at the version that
//! `Cargo.lock` has of the crate.

use std::env;
use std::error::Error;

use wasm_bindgen_cli_support::Bindgen;

fn main() -> Result<(), Box<dyn Error + Send + Sync>> {
    let mut arguments = env::args().skip(1);
    let (Some(file), Some(folder), None) = (arguments.next(), arguments.next(), arguments.next())
    else {
        return Err("expected a file of WebAssembly and a folder".into());
    };
    let mut bindgen = Bindgen::new();
    bindgen.input_path(file).out_name("quotation");
    bindgen.web(true)?.typescript(true);
    bindgen
        .remove_name_section(true)
        .remove_producers_section(true);
    bindgen.generate(folder)?;
    Ok(())
}
