//! Tells what stands in headlines and captions from what stands in the text.
//!
//! ```sh
//! cargo run --example headlines -- examples/article.txt
//! ```

use std::error::Error;

use quotation::QuoteDetector;

#[path = "common/text.rs"]
mod text;

fn main() -> Result<(), Box<dyn Error>> {
    let text = text::read()?;
    for attribution in &QuoteDetector::new().detect(&text) {
        println!("{}: {}", attribution.part(), attribution.text());
    }
    Ok(())
}
