//! The tokenizer beside the word boundaries of `unicode-segmentation`, on the same text.
//!
//! Each benchmark asserts the number of its results, so that none can measure nothing.

use divan::counter::BytesCount;
use divan::{Bencher, black_box};
use quotation::{Token, Tokenizer};
use unicode_segmentation::UnicodeSegmentation;

fn main() {
    divan::main();
}

/// A text to draw words from, and what a megabyte of them has.
struct Text {
    source: &'static str,
    tokens: usize,
    sentences: usize,
    word_bounds: usize,
}

/// An article about invented people, with curly marks.
const ARTICLE: Text = Text {
    source: include_str!("texts/article.txt"),
    tokens: 220231,
    sentences: 4651,
    word_bounds: 411794,
};

/// From the first stave of "A Christmas Carol" by Charles Dickens (1843, public domain), with
/// straight marks and lines of 72 characters.
const NOVEL: Text = Text {
    source: include_str!("texts/novel.txt"),
    tokens: 252752,
    sentences: 17757,
    word_bounds: 431470,
};

const MEGABYTE: usize = 1 << 20;

impl Text {
    /// A megabyte of the text's words in random order, each with its marks and white space.
    ///
    /// A short text that is only repeated would not do: the processor learns its course by heart
    /// and reads it twice as fast as text that is new to it.
    fn megabyte(&self) -> String {
        let words: Vec<&str> = self.source.split_inclusive(' ').collect();
        let mut text = String::with_capacity(MEGABYTE + 100);
        let mut random = 1_u64;
        while text.len() < MEGABYTE {
            // A linear congruential generator; its high bits are the random ones.
            random = random
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            text.push_str(words[(random >> 33) as usize % words.len()]);
        }
        text
    }

    fn bench(&self, bencher: Bencher<'_, '_>, expected: usize, count: fn(&str) -> usize) {
        let text = self.megabyte();
        assert_eq!(count(&text), expected);
        bencher
            .counter(BytesCount::of_str(&text))
            .bench(|| count(black_box(&text)));
    }
}

mod tokens {
    use super::*;

    fn count(text: &str) -> usize {
        Tokenizer::new().tokens(text).fold(0, |count, token| {
            black_box(token);
            count + 1
        })
    }

    #[divan::bench]
    fn article(bencher: Bencher<'_, '_>) {
        ARTICLE.bench(bencher, ARTICLE.tokens, count);
    }

    #[divan::bench]
    fn novel(bencher: Bencher<'_, '_>) {
        NOVEL.bench(bencher, NOVEL.tokens, count);
    }
}

mod tokens_to_vec {
    use super::*;

    fn count(text: &str) -> usize {
        let mut tokens: Vec<Token> = Vec::with_capacity(text.len() / 3);
        tokens.extend(Tokenizer::new().tokens(text));
        black_box(&tokens).len()
    }

    #[divan::bench]
    fn article(bencher: Bencher<'_, '_>) {
        ARTICLE.bench(bencher, ARTICLE.tokens, count);
    }

    #[divan::bench]
    fn novel(bencher: Bencher<'_, '_>) {
        NOVEL.bench(bencher, NOVEL.tokens, count);
    }
}

mod sentences {
    use super::*;

    fn count(text: &str) -> usize {
        black_box(Tokenizer::new().sentences(text)).len()
    }

    #[divan::bench]
    fn article(bencher: Bencher<'_, '_>) {
        ARTICLE.bench(bencher, ARTICLE.sentences, count);
    }

    #[divan::bench]
    fn novel(bencher: Bencher<'_, '_>) {
        NOVEL.bench(bencher, NOVEL.sentences, count);
    }
}

mod split_word_bound_indices {
    use super::*;

    fn count(text: &str) -> usize {
        text.split_word_bound_indices().fold(0, |count, word| {
            black_box(word);
            count + 1
        })
    }

    #[divan::bench]
    fn article(bencher: Bencher<'_, '_>) {
        ARTICLE.bench(bencher, ARTICLE.word_bounds, count);
    }

    #[divan::bench]
    fn novel(bencher: Bencher<'_, '_>) {
        NOVEL.bench(bencher, NOVEL.word_bounds, count);
    }
}
