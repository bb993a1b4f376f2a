//! Looking words up: the lexicon beside the standard library's hash map, and how long it takes to
//! build.

use std::collections::HashMap;

use divan::Bencher;
use divan::counter::ItemsCount;

// The lexicon is no public interface, and depends on nothing else in the crate.
#[expect(dead_code, unused_imports, reason = "the detector uses the rest")]
#[path = "../src/lexicon/mod.rs"]
mod lexicon;

use lexicon::Lexicon;

/// Words as they stand in an article: listed ones, names, possessives, capitals.
const WORDS: [&str; 32] = [
    "The",
    "minister",
    "said",
    "on",
    "Tuesday",
    "that",
    "she",
    "hadn't",
    "read",
    "the",
    "report",
    "of",
    "Bellweather's",
    "committee",
    "before",
    "Mr",
    "Okonjo",
    "announced",
    "it",
    "and",
    "would",
    "not",
    "comment",
    "further",
    "but",
    "several",
    "officials",
    "told",
    "reporters",
    "they",
    "disagreed",
    "strongly",
];

fn main() {
    divan::main();
}

#[divan::bench(sample_size = 1000)]
fn look_up(bencher: Bencher<'_, '_>) {
    let lexicon = Lexicon::english();
    bencher.counter(ItemsCount::new(WORDS.len())).bench(|| {
        let known = divan::black_box(&WORDS)
            .iter()
            .filter(|word| lexicon.look_up(word).is_known());
        assert!(known.count() > WORDS.len() / 2);
    });
}

#[divan::bench(sample_size = 1000)]
fn analyse(bencher: Bencher<'_, '_>) {
    let lexicon = Lexicon::english();
    bencher.counter(ItemsCount::new(WORDS.len())).bench(|| {
        let bytes: usize = divan::black_box(&WORDS)
            .iter()
            .map(|word| lexicon.analyse(word).1)
            .sum();
        assert!(bytes > WORDS.len());
    });
}

/// What a look-up costs without the lexicon: a lower-cased copy of the word, and the default hash.
#[divan::bench(sample_size = 1000)]
fn look_up_in_hash_map(bencher: Bencher<'_, '_>) {
    let lexicon = Lexicon::english();
    let map: HashMap<String, u64> = WORDS
        .iter()
        .map(|word| word.to_lowercase())
        .filter(|word| lexicon.look_up(word).is_known())
        .map(|word| (word, 1))
        .collect();
    bencher.counter(ItemsCount::new(WORDS.len())).bench(|| {
        let known = divan::black_box(&WORDS)
            .iter()
            .filter(|word| map.contains_key(&word.to_ascii_lowercase()));
        assert!(known.count() > WORDS.len() / 2);
    });
}

#[divan::bench]
fn build(bencher: Bencher<'_, '_>) {
    bencher.bench(|| {
        let lexicon = Lexicon::of_english_lists();
        assert!(lexicon.look_up("said").is_known());
        lexicon
    });
}
