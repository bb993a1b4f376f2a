//! Prints each quotation in its sentence, with the sentence before and the one after.
//!
//! ```sh
//! cargo run --example in_context -- examples/article.txt
//! ```

use std::error::Error;

use quotation::QuoteDetector;

#[path = "common/text.rs"]
mod text;

fn main() -> Result<(), Box<dyn Error>> {
    let text = text::read()?;
    for attribution in &QuoteDetector::new().detect(&text) {
        let around = [
            attribution.sentence_before(),
            Some(attribution.sentence()),
            attribution.sentence_after(),
        ];
        for (mark, sentence) in ["  ", "> ", "  "].into_iter().zip(around) {
            println!("{mark}{}", sentence.map_or("", |span| &text[span]));
        }
        println!();
    }
    Ok(())
}
