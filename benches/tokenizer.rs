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

/// A text, and what one copy of it has.
struct Text {
    copy: &'static str,
    tokens: usize,
    sentences: usize,
    word_bounds: usize,
}

/// An article about invented people, with curly marks.
const ARTICLE: Text = Text {
    copy: include_str!("texts/article.txt"),
    tokens: 754,
    sentences: 43,
    word_bounds: 1388,
};

/// From the first stave of "A Christmas Carol" by Charles Dickens (1843, public domain), with
/// straight marks and lines of 72 characters.
const NOVEL: Text = Text {
    copy: include_str!("texts/novel.txt"),
    tokens: 1120,
    sentences: 52,
    word_bounds: 1914,
};

const COPIES: usize = 256;

impl Text {
    /// About a megabyte of the text, with a blank line between two copies.
    fn whole(&self) -> String {
        vec![self.copy.trim_end(); COPIES].join("\n\n")
    }

    /// Counts the results for the whole text, `between` of them between two copies.
    fn bench(
        &self,
        bencher: Bencher<'_, '_>,
        one: usize,
        between: usize,
        count: fn(&str) -> usize,
    ) {
        let text = self.whole();
        assert_eq!(count(&text), one * COPIES + between * (COPIES - 1));
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
        ARTICLE.bench(bencher, ARTICLE.tokens, 1, count);
    }

    #[divan::bench]
    fn novel(bencher: Bencher<'_, '_>) {
        NOVEL.bench(bencher, NOVEL.tokens, 1, count);
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
        ARTICLE.bench(bencher, ARTICLE.tokens, 1, count);
    }

    #[divan::bench]
    fn novel(bencher: Bencher<'_, '_>) {
        NOVEL.bench(bencher, NOVEL.tokens, 1, count);
    }
}

mod sentences {
    use super::*;

    fn count(text: &str) -> usize {
        black_box(Tokenizer::new().sentences(text)).len()
    }

    #[divan::bench]
    fn article(bencher: Bencher<'_, '_>) {
        ARTICLE.bench(bencher, ARTICLE.sentences, 0, count);
    }

    #[divan::bench]
    fn novel(bencher: Bencher<'_, '_>) {
        NOVEL.bench(bencher, NOVEL.sentences, 0, count);
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
        ARTICLE.bench(bencher, ARTICLE.word_bounds, 2, count);
    }

    #[divan::bench]
    fn novel(bencher: Bencher<'_, '_>) {
        NOVEL.bench(bencher, NOVEL.word_bounds, 2, count);
    }
}
