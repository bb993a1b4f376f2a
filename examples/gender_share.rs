//! Counts how many words women and men have in a text.
//!
//! ```sh
//! cargo run --example gender_share -- examples/article.txt
//! ```

use std::collections::BTreeMap;
use std::error::Error;

use quotation::{AttributionKind, QuoteDetector};

#[path = "common/text.rs"]
mod text;

fn main() -> Result<(), Box<dyn Error>> {
    let text = text::read()?;
    let document = QuoteDetector::new().detect(&text);
    let mut words = BTreeMap::new();
    for attribution in &document {
        if attribution.kind() != AttributionKind::Indirect {
            let gender = attribution.speaker().and_then(|speaker| speaker.gender());
            let name = gender.map_or("unknown", |gender| gender.as_str());
            *words.entry(name).or_insert(0) += attribution.inner_text().split_whitespace().count();
        }
    }
    for (gender, words) in words {
        println!("{gender}: {words} words");
    }
    Ok(())
}
