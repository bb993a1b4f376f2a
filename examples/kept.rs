//! Stores a document as JSON and reads it back: what was found stays as it was.
//!
//! ```sh
//! cargo run --example kept -- examples/article.txt
//! ```

use std::error::Error;

use quotation::{Document, QuoteDetector};

#[path = "common/text.rs"]
mod text;

fn main() -> Result<(), Box<dyn Error>> {
    let text = text::read()?;
    let document = QuoteDetector::new().detect(&text);
    let written = serde_json::to_string(&document)?;
    let read: Document<'_> = serde_json::from_str(&written)?;
    assert_eq!(read, document);
    println!(
        "{} bytes for {} quotations",
        written.len(),
        read.attributions().len()
    );
    Ok(())
}
