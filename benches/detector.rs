//! The whole detector: a news article a call, and a long novel in one call.
//!
//! Each benchmark asserts what it finds, so that none can measure nothing.

use divan::counter::BytesCount;
use divan::{Bencher, black_box};
use quotation::{Document, QuoteDetector};

fn main() {
    divan::main();
}

/// An article about invented people, with curly marks.
const ARTICLE: &str = include_str!("texts/article.txt");

/// From the first stave of "A Christmas Carol" by Charles Dickens (1843, public domain).
const NOVEL: &str = include_str!("texts/novel.txt");

/// Measures `detect` on the text, which has so many quotes, most of them with a speaker.
fn bench(bencher: Bencher<'_, '_>, text: &str, quotes: usize) {
    let detector = QuoteDetector::new();
    let document = detector.detect(text);
    assert_eq!(document.quotes().len(), quotes);
    assert!(attributed(&document) * 2 > quotes);
    bencher
        .counter(BytesCount::of_str(text))
        .bench(|| detector.detect(black_box(text)));
}

/// The quotes that are somebody's.
fn attributed(document: &Document<'_>) -> usize {
    document
        .attributions()
        .filter(|attribution| attribution.speaker().is_some())
        .map(|attribution| attribution.quotes().len())
        .sum()
}

#[divan::bench]
fn article(bencher: Bencher<'_, '_>) {
    bench(bencher, ARTICLE, 24);
}

#[divan::bench]
fn novel(bencher: Bencher<'_, '_>) {
    const COPIES: usize = 64;
    bench(
        bencher,
        &[NOVEL.trim_end(); COPIES].join("\n\n"),
        29 * COPIES,
    );
}
