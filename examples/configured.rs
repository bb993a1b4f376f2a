//! Reads with a detector that is configured in JSON.
//!
//! ```sh
//! cargo run --example configured -- examples/article.txt
//! ```

use std::error::Error;

use quotation::QuoteDetectorBuilder;

#[path = "common/text.rs"]
mod text;

fn main() -> Result<(), Box<dyn Error>> {
    let text = text::read()?;
    let builder: QuoteDetectorBuilder = serde_json::from_str(CONFIGURATION)?;
    for attribution in &builder.build()?.detect(&text) {
        let speaker = attribution
            .speaker()
            .map_or("somebody", |speaker| speaker.name());
        println!("{speaker}: {}", attribution.text());
    }
    Ok(())
}

const CONFIGURATION: &str = r#"{
    "cast": [{"name": "Ines Okoro", "aliases": ["the chief engineer"], "gender": "female"}],
    "kinds": ["direct", "mixed"],
    "minimum_confidence": 0.6
}"#;
