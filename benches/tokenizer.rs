//! The tokenizer beside what else splits a text into words, on the same text.
//!
//! Each benchmark asserts the number of its results, so that none can measure nothing.

use std::fmt;

use divan::counter::BytesCount;
use divan::{Bencher, black_box};
use logos::Logos;
use quotation::{Token, Tokenizer};
use unicode_segmentation::UnicodeSegmentation;

fn main() {
    divan::main();
}

/// A text to draw words from, and what a megabyte of them has.
struct Text {
    name: &'static str,
    source: &'static str,
    tokens: usize,
    sentences: usize,
    word_bounds: usize,
    lexemes: usize,
    words: usize,
}

const TEXTS: [Text; 2] = [
    // An article about invented people, with curly marks.
    Text {
        name: "article",
        source: include_str!("texts/article.txt"),
        tokens: 220231,
        sentences: 4654,
        word_bounds: 411794,
        lexemes: 407637,
        words: 184536,
    },
    // From the first stave of "A Christmas Carol" by Charles Dickens (1843, public domain), with
    // straight marks and lines of 72 characters.
    Text {
        name: "novel",
        source: include_str!("texts/novel.txt"),
        tokens: 252752,
        sentences: 17757,
        word_bounds: 431470,
        lexemes: 424555,
        words: 187310,
    },
];

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name)
    }
}

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

/// Makes every item, and counts them.
fn visit<T>(items: impl Iterator<Item = T>) -> usize {
    items.fold(0, |count, item| {
        black_box(item);
        count + 1
    })
}

#[divan::bench(args = TEXTS)]
fn tokens(bencher: Bencher<'_, '_>, text: &Text) {
    text.bench(bencher, text.tokens, |text| {
        visit(Tokenizer::new().tokens(text))
    });
}

#[divan::bench(args = TEXTS)]
fn tokens_to_vec(bencher: Bencher<'_, '_>, text: &Text) {
    text.bench(bencher, text.tokens, |text| {
        let mut tokens: Vec<Token> = Vec::with_capacity(text.len() / 3);
        tokens.extend(Tokenizer::new().tokens(text));
        black_box(tokens).len()
    });
}

#[divan::bench(args = TEXTS)]
fn sentences(bencher: Bencher<'_, '_>, text: &Text) {
    text.bench(bencher, text.sentences, |text| {
        visit(Tokenizer::new().sentences(text))
    });
}

#[divan::bench(args = TEXTS)]
fn split_word_bound_indices(bencher: Bencher<'_, '_>, text: &Text) {
    text.bench(bencher, text.word_bounds, |text| {
        visit(text.split_word_bound_indices())
    });
}

/// What a lexer that knows no language tells apart.
#[derive(Logos, Debug, PartialEq)]
enum Lexeme {
    #[regex(r"\p{L}[\p{L}\p{M}]*(['’-]\p{L}[\p{L}\p{M}]*)*")]
    Word,
    #[regex(r"\p{Nd}+([.,]\p{Nd}+)*")]
    Number,
    #[regex(r"[\p{P}\p{S}]", priority = 1)]
    Mark,
    #[regex(r"\s+")]
    Space,
}

#[divan::bench(args = TEXTS)]
fn logos_lexer(bencher: Bencher<'_, '_>, text: &Text) {
    text.bench(bencher, text.lexemes, |text| {
        visit(Lexeme::lexer(text).spanned())
    });
}

#[divan::bench(args = TEXTS)]
fn split_whitespace(bencher: Bencher<'_, '_>, text: &Text) {
    text.bench(bencher, text.words, |text| visit(text.split_whitespace()));
}
