//! Quotation marks: finding them, and making quotes of them, beside a search for one byte.
//!
//! Each benchmark asserts what it finds, so that none can measure nothing.

use divan::counter::BytesCount;
use divan::{Bencher, black_box};
use quotation::QuoteFinder;

fn main() {
    divan::main();
}

/// An article about invented people, with curly marks.
const ARTICLE: &str = include_str!("texts/article.txt");

/// From the first stave of "A Christmas Carol" by Charles Dickens (1843, public domain).
const NOVEL: &str = include_str!("texts/novel.txt");

/// How often each text is repeated: to about half a megabyte.
const COPIES: usize = 128;

const TEXTS: [(&str, &str); 2] = [("article", ARTICLE), ("novel", NOVEL)];

fn text(name: &str) -> String {
    let found = TEXTS.iter().find(|(other, _)| *other == name);
    [found.expect("a text of that name").1.trim_end(); COPIES].join("\n\n")
}

/// The least that a search may do: read the text once for one byte.
#[divan::bench(args = ["article", "novel"])]
fn memchr_of_one_byte(bencher: Bencher<'_, '_>, name: &str) {
    let text = text(name);
    bencher
        .counter(BytesCount::of_str(&text))
        .bench(|| memchr::memchr_iter(b'"', black_box(text.as_bytes())).count());
}

#[divan::bench(args = ["article", "novel"])]
fn marks(bencher: Bencher<'_, '_>, name: &str) {
    let text = text(name);
    let finder = QuoteFinder::new();
    let count = || finder.count_marks(black_box(&text));
    assert!(count() > 20 * COPIES);
    bencher.counter(BytesCount::of_str(&text)).bench(count);
}

#[divan::bench(args = ["article", "novel"])]
fn quotes(bencher: Bencher<'_, '_>, name: &str) {
    let text = text(name);
    let finder = QuoteFinder::new();
    let count = || finder.quotes(black_box(&text)).len();
    assert!(count() > 20 * COPIES);
    bencher.counter(BytesCount::of_str(&text)).bench(count);
}
