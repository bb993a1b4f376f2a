//! Prints only what is surely attributed, with the reasons.
//!
//! ```sh
//! cargo run --example only_sure -- examples/article.txt
//! ```

use std::error::Error;

use quotation::QuoteDetector;

#[path = "common/text.rs"]
mod text;

fn main() -> Result<(), Box<dyn Error>> {
    let text = text::read()?;
    let detector = QuoteDetector::builder().minimum_confidence(0.95).build()?;
    for attribution in &detector.detect(&text) {
        let reasons: Vec<&str> = attribution
            .reasons()
            .iter()
            .map(|reason| reason.kind().as_str())
            .collect();
        println!(
            "{:.2} {} ({})",
            attribution.confidence(),
            attribution.text(),
            reasons.join(", ")
        );
    }
    Ok(())
}
