//! Looking words up: the lexicon beside the standard library's hash map.

use std::collections::HashMap;

use divan::counter::ItemsCount;
use divan::{Bencher, black_box};

// The lexicon is no public interface, and depends on nothing else in the crate.
#[expect(dead_code, unused_imports, reason = "the detector uses the rest")]
#[path = "../src/lexicon/mod.rs"]
mod lexicon;

use lexicon::{Facts, Lexicon};

/// The words of an article about invented people, and of the first stave of "A Christmas Carol" by
/// Charles Dickens (1843, public domain), as they stand there: with capitals and apostrophes.
fn words() -> Vec<&'static str> {
    [
        include_str!("texts/article.txt"),
        include_str!("texts/novel.txt"),
    ]
    .iter()
    .flat_map(|text| text.split(|c: char| !c.is_alphanumeric() && !"'\u{2019}-".contains(c)))
    .filter(|word| !word.is_empty())
    .collect()
}

fn main() {
    divan::main();
}

#[divan::bench]
fn look_up(bencher: Bencher<'_, '_>) {
    let lexicon = Lexicon::english();
    bench(bencher, |word| lexicon.look_up(word).is_known());
}

#[divan::bench]
fn analyse(bencher: Bencher<'_, '_>) {
    let lexicon = Lexicon::english();
    bench(bencher, |word| lexicon.analyse(word).0.is_known());
}

/// What a look-up costs without the lexicon: a lower-cased copy of the word, and the default hash.
/// The map has the words of the two texts alone, which is in its favour.
#[divan::bench]
fn look_up_in_hash_map(bencher: Bencher<'_, '_>) {
    let lexicon = Lexicon::english();
    let listed = words()
        .into_iter()
        .filter(|word| lexicon.look_up(word).is_known());
    let map: HashMap<String, Facts> = listed
        .map(|word| (word.to_lowercase(), lexicon.look_up(word)))
        .collect();
    bench(bencher, |word| map.contains_key(&word.to_lowercase()));
}

/// Asks for every word whether it is known, as nearly all are.
fn bench(bencher: Bencher<'_, '_>, is_known: impl Fn(&str) -> bool + Sync) {
    let words = words();
    bencher.counter(ItemsCount::new(words.len())).bench(|| {
        let known = black_box(&words).iter().filter(|word| is_known(word));
        assert!(known.count() * 10 > words.len() * 9);
    });
}
