//! Looking words up: the lexicon beside the standard library's hash map.

use std::collections::HashMap;
use std::ops::Range;

use divan::counter::ItemsCount;
use divan::{Bencher, black_box};
use quotation::{TokenKind, Tokenizer};

// The lexicon is no public interface, and depends on nothing else in the crate.
#[expect(dead_code, unused_imports, reason = "the detector uses the rest")]
#[path = "../src/lexicon/mod.rs"]
mod lexicon;

use lexicon::{Facts, Lexicon};

/// An article about invented people, and the first stave of "A Christmas Carol" by Charles Dickens
/// (1843, public domain).
const TEXT: &str = concat!(
    include_str!("texts/article.txt"),
    include_str!("texts/novel.txt")
);

/// The words of the text as they stand there: with capitals and apostrophes.
fn words() -> Vec<Range<usize>> {
    let tokens = Tokenizer::new().tokens(TEXT);
    let words = tokens.filter(|token| token.kind() == TokenKind::Word);
    words.map(|token| token.span().range()).collect()
}

fn main() {
    divan::main();
}

#[divan::bench]
fn look_up(bencher: Bencher<'_, '_>) {
    let lexicon = Lexicon::english();
    bench(bencher, |word| lexicon.look_up(&TEXT[word]).is_known());
}

#[divan::bench]
fn look_up_within(bencher: Bencher<'_, '_>) {
    let lexicon = Lexicon::english();
    bench(bencher, |word| {
        lexicon.look_up_within(TEXT, word).is_known()
    });
}

/// What the parts of each word tell, as if it were not listed.
#[divan::bench]
fn analyse(bencher: Bencher<'_, '_>) {
    let lexicon = Lexicon::english();
    bench(bencher, |word| lexicon.analyse(&TEXT[word]).0.is_known());
}

/// What a look-up costs without the lexicon: a lower-cased copy of the word, and the default hash.
/// The map has the words of the text alone, which is in its favour.
#[divan::bench]
fn look_up_in_hash_map(bencher: Bencher<'_, '_>) {
    let lexicon = Lexicon::english();
    let map: HashMap<String, Facts> = words()
        .into_iter()
        .map(|word| {
            (
                TEXT[word.clone()].to_lowercase(),
                lexicon.look_up(&TEXT[word]),
            )
        })
        .filter(|(_, facts)| facts.is_known())
        .collect();
    bench(bencher, |word| map.contains_key(&TEXT[word].to_lowercase()));
}

/// Asks for every word whether it is known, as nearly all are.
fn bench(bencher: Bencher<'_, '_>, is_known: impl Fn(Range<usize>) -> bool + Sync) {
    let words = words();
    bencher.counter(ItemsCount::new(words.len())).bench(|| {
        let known = black_box(&words)
            .iter()
            .filter(|word| is_known((*word).clone()));
        assert!(known.count() * 10 > words.len() * 9);
    });
}
