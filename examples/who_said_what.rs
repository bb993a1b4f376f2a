//! Prints who said what, a line a quotation.
//!
//! ```sh
//! cargo run --example who_said_what -- examples/article.txt
//! ```

use std::error::Error;

use quotation::QuoteDetector;

#[path = "common/text.rs"]
mod text;

fn main() -> Result<(), Box<dyn Error>> {
    let text = text::read()?;
    for attribution in &QuoteDetector::new().detect(&text) {
        let speaker = attribution
            .speaker()
            .map_or("somebody", |speaker| speaker.name());
        println!("{speaker}: {}", attribution.inner_text());
    }
    Ok(())
}
