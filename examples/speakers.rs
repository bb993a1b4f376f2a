//! Lists the speakers of a text with what it says of them.
//!
//! ```sh
//! cargo run --example speakers -- examples/article.txt
//! ```

use std::error::Error;

use quotation::QuoteDetector;

#[path = "common/text.rs"]
mod text;

fn main() -> Result<(), Box<dyn Error>> {
    let text = text::read()?;
    let document = QuoteDetector::new().detect(&text);
    for speaker in document.speakers() {
        let quotations = document.attributions_of(speaker.id()).count();
        println!(
            "{} ({}), quoted {quotations} times",
            speaker.name(),
            speaker.kind()
        );
        for description in document.descriptions(speaker.id()) {
            println!("    {}: {}", description.kind(), &text[description.span()]);
        }
    }
    Ok(())
}
