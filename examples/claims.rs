//! Holds a claim of who said what against a text.
//!
//! ```sh
//! cargo run --example claims -- examples/article.txt
//! ```

use std::error::Error;

use quotation::{Audit, Claim, QuoteDetector};

#[path = "common/text.rs"]
mod text;

fn main() -> Result<(), Box<dyn Error>> {
    let text = text::read()?;
    let document = QuoteDetector::new().detect(&text);
    let claims = [
        Claim::new("The dam will hold").speaker("Ines Okoro"),
        Claim::new("The dam will hold").speaker("Tomas Lindqvist"),
        Claim::new("The dam has burst").speaker("Ines Okoro"),
    ];
    for finding in Audit::new(&document, &claims).findings() {
        println!("{}", finding.verdict());
    }
    Ok(())
}
