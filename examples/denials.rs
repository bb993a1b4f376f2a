//! Prints what a text says was not said, or only could be or will be.
//!
//! ```sh
//! cargo run --example denials -- examples/article.txt
//! ```

use std::error::Error;

use quotation::QuoteDetector;

#[path = "common/text.rs"]
mod text;

fn main() -> Result<(), Box<dyn Error>> {
    let text = text::read()?;
    let mut plain = 0;
    for attribution in &QuoteDetector::new().detect(&text) {
        match (attribution.is_negated(), attribution.modality()) {
            (false, None) => plain += 1,
            (true, _) => println!("denied: {}", &text[attribution.sentence()]),
            (_, Some(modality)) => println!("{modality}: {}", &text[attribution.sentence()]),
        }
    }
    println!("plainly said: {plain}");
    Ok(())
}
