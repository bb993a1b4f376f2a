//! Gives each passage of a novel to a voice, nothing left out.
//!
//! ```sh
//! cargo run --example audiobook -- examples/article.txt
//! ```

use std::error::Error;

use quotation::{Genre, QuoteDetector};

#[path = "common/text.rs"]
mod text;

fn main() -> Result<(), Box<dyn Error>> {
    let text = text::read()?;
    let detector = QuoteDetector::builder().genre(Genre::Novel).build()?;
    for passage in detector.detect(&text).passages() {
        let voice = match passage.speaker() {
            Some(speaker) => speaker.name(),
            None if passage.is_speech() => "somebody",
            None => "narrator",
        };
        println!("[{voice}] {}", passage.text().trim());
    }
    Ok(())
}
