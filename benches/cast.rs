//! Texts read with casts of different sizes, hardly any member of which they name: what a cast costs
//! that a text does not use, and what making a detector of it costs.

use divan::counter::{BytesCount, ItemsCount};
use divan::{Bencher, black_box};
use quotation::{CastMember, Genre, QuoteDetector, Scratch};

mod texts;

fn main() {
    divan::main();
}

const SIZES: [usize; 3] = [0, 1_000, 30_000];

/// So many people of about a hundred families, one of which both texts name.
fn cast(members: usize) -> Vec<CastMember> {
    let member = |number: usize| {
        let name: String = [number / 676, number / 26 % 26, number % 26]
            .map(|position| char::from(b'a' + (position % 26) as u8))
            .iter()
            .collect();
        let family = ["Scrooge", "Okoro"][number % 100 % 2];
        let family = if number % 100 < 2 {
            family.to_owned()
        } else {
            format!("Van{}", number % 100)
        };
        CastMember::new(format!("Jo{name} {family}")).alias(format!("the smith of {name}"))
    };
    (0..members).map(member).collect()
}

fn detector(genre: Genre, members: usize) -> QuoteDetector {
    let builder = QuoteDetector::builder().genre(genre).cast(cast(members));
    builder.build().expect("a cast without contradictions")
}

fn bench(bencher: Bencher<'_, '_>, genre: Genre, members: usize, texts: &[String]) {
    let detector = detector(genre, members);
    let mut scratch = Scratch::default();
    for text in texts {
        assert!(
            detector
                .detect_with(&mut scratch, text)
                .attributions()
                .count()
                > 20
        );
    }
    let bytes = texts.iter().map(String::len).sum::<usize>();
    bencher.counter(BytesCount::new(bytes)).bench_local(|| {
        for text in texts {
            black_box(detector.detect_with(&mut scratch, black_box(text)));
        }
    });
}

#[divan::bench(args = SIZES)]
fn news(bencher: Bencher<'_, '_>, members: usize) {
    bench(bencher, Genre::News, members, &texts::articles(16));
}

#[divan::bench(args = SIZES)]
fn novel(bencher: Bencher<'_, '_>, members: usize) {
    let texts = [texts::long(texts::NOVEL, 100_000)];
    bench(bencher, Genre::Novel, members, &texts);
}

#[divan::bench(args = [1_000, 30_000])]
fn build(bencher: Bencher<'_, '_>, members: usize) {
    let inputs = bencher.with_inputs(|| QuoteDetector::builder().cast(cast(members)));
    inputs
        .counter(ItemsCount::new(members))
        .bench_local_values(|builder| builder.build().expect("a cast without contradictions"));
}
