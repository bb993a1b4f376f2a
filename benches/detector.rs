//! The whole detector on news articles and on a long novel, beside the word boundaries of
//! `unicode-segmentation` on the same texts.
//!
//! Each benchmark asserts what it finds, so that none can measure nothing.

use divan::counter::BytesCount;
use divan::{Bencher, black_box};
use quotation::{Document, QuoteDetector, Scratch};
use unicode_segmentation::UnicodeSegmentation;

mod texts;

fn main() {
    divan::main();
}

/// What is measured: many articles, a text each, or one long novel.
fn news() -> Vec<String> {
    texts::articles(16)
}

fn novel() -> Vec<String> {
    vec![texts::long(texts::NOVEL, 100_000)]
}

fn bytes(texts: &[String]) -> BytesCount {
    BytesCount::new(texts.iter().map(String::len).sum::<usize>())
}

mod detect {
    use super::*;

    /// Measures `detect_with` on texts most of whose quotes have a speaker.
    fn bench(bencher: Bencher<'_, '_>, texts: &[String]) {
        let detector = QuoteDetector::new();
        let mut scratch = Scratch::default();
        for text in texts {
            let document = detector.detect_with(&mut scratch, text);
            assert!(document.quotes().len() > 20);
            assert!(attributed(&document) * 2 > document.quotes().len());
        }
        bencher.counter(bytes(texts)).bench_local(|| {
            for text in texts {
                black_box(detector.detect_with(&mut scratch, black_box(text)));
            }
        });
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
        bench(bencher, &news());
    }

    #[divan::bench]
    fn novel(bencher: Bencher<'_, '_>) {
        bench(bencher, &super::novel());
    }
}

mod split_word_bound_indices {
    use super::*;

    fn bench(bencher: Bencher<'_, '_>, texts: &[String]) {
        bencher.counter(bytes(texts)).bench_local(|| {
            let mut count = 0;
            for text in texts {
                for word in black_box(text).split_word_bound_indices() {
                    black_box(word);
                    count += 1;
                }
            }
            assert!(count > 1000 * texts.len());
        });
    }

    #[divan::bench]
    fn article(bencher: Bencher<'_, '_>) {
        bench(bencher, &news());
    }

    #[divan::bench]
    fn novel(bencher: Bencher<'_, '_>) {
        bench(bencher, &super::novel());
    }
}
