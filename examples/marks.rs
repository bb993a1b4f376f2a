//! Prints every pair of quotation marks, with what it is used for.
//!
//! ```sh
//! cargo run --example marks -- examples/article.txt
//! ```

use std::error::Error;

use quotation::QuoteFinder;

#[path = "common/text.rs"]
mod text;

fn main() -> Result<(), Box<dyn Error>> {
    let text = text::read()?;
    for quote in QuoteFinder::new().quotes(&text) {
        let indent = "    ".repeat(quote.depth());
        println!("{indent}{}: {}", quote.kind(), quote.inner_text(&text));
    }
    Ok(())
}
