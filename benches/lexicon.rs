//! Looking words up: the lexicon beside the standard library's hash map.

use std::collections::HashSet;
use std::ops::Range;

use divan::counter::ItemsCount;
use divan::{Bencher, black_box};
use quotation::fit::is_listed;
use quotation::{TokenKind, Tokenizer};

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
    bench(bencher, |word| is_listed(&TEXT[word]));
}

/// What a look-up costs without the lexicon: a lower-cased copy of the word, and the default hash.
/// The set has the words of the text alone, which is in its favour.
#[divan::bench]
fn look_up_in_hash_set(bencher: Bencher<'_, '_>) {
    let listed = words()
        .into_iter()
        .filter(|word| is_listed(&TEXT[(*word).clone()]))
        .map(|word| TEXT[word].to_lowercase());
    let set: HashSet<String> = listed.collect();
    bench(bencher, |word| set.contains(&TEXT[word].to_lowercase()));
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
