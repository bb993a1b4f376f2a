//! Every rule applies in its example, and constant tags are what rules would give.

use super::mention::{self, Mentions};
use super::{Analysis, Input, chunker, read};
use crate::language::english::{LISTS, tagging};
use crate::language::rules::trace;
use crate::language::{Language, Lexicon, Shape, Tag, TaggingContext, Word};
use crate::quote::QuoteFinder;
use crate::token::{Structure, Token, Tokenizer};
use std::collections::HashSet;

/// Analyses an English text.
pub(crate) fn analysed<R>(text: &str, then: impl FnOnce(&Analysis<'_>) -> R) -> R {
    let tokenizer = Tokenizer::new();
    let mut tokens: Vec<Token> = tokenizer.tokens(text).collect();
    let mut structure = Structure::default();
    tokenizer.read_structure(text, &tokens, &mut structure);
    let quotes = QuoteFinder::new().quotes(text);
    let input = Input {
        text,
        lexicon: Lexicon::english(),
        tokens: &mut tokens,
        structure: &mut structure,
        quotes: &quotes,
    };
    then(&read(input, Analysis::default(), &mut ()))
}

/// Holds each rule to the word in brackets of its example; `work` is what rules are tried in.
fn check_examples(examples: &[&[(&str, &str)]], work: impl Fn(&Analysis<'_>)) {
    let mut wrong = Vec::new();
    for &(rule, example) in examples.iter().copied().flatten() {
        let (before, rest) = example.split_once('[').expect("a word in brackets");
        let text = example.replace(['[', ']'], "");
        let mut at = 0;
        let applied = trace::of(|| {
            analysed(&text, |analysis| {
                let starts = |token: &Token| token.span().start() < before.len();
                at = analysis.tokens.partition_point(starts);
                work(analysis);
            });
        });
        if !applied.contains(&(rule, at)) {
            let own = applied.iter().filter(|(_, token)| *token == at);
            let own: Vec<&str> = own.map(|(rule, _)| *rule).collect();
            wrong.push(format!("{rule} in {example:?}, where {own:?} apply"));
        }
        assert!(rest.contains(']'), "{example}");
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn tagging_rules_apply_in_their_examples() {
    check_examples(tagging::EXAMPLES, |analysis| {
        tag_by_context(analysis, |_, _| {})
    });
}

#[test]
fn rules_of_noun_phrases_apply_in_their_examples() {
    check_examples(&[chunker::noun_phrase::EXAMPLES], |_| {});
}

#[test]
fn rules_of_names_apply_in_their_examples() {
    let [of_parts, of_organisations, of_capitals] = mention::name_start::EXAMPLES;
    let lists = [
        mention::name::EXAMPLES,
        mention::title::EXAMPLES,
        of_parts,
        of_organisations,
        of_capitals,
    ];
    check_examples(&lists, |analysis| {
        mention::find(analysis, &mut Mentions::default());
    });
}

/// Gives every word the tag that its context gives it, and `then` the word with that tag.
fn tag_by_context(analysis: &Analysis<'_>, mut then: impl FnMut(&Word, Tag)) {
    let by_context = analysis.language.tagging.by_context;
    let mut words = analysis.words.clone();
    let sentence = 0..words.len();
    for at in sentence.clone() {
        if words[at].shape.has(Shape::WORD) {
            let (text, tokens) = (analysis.text, analysis.tokens);
            let context = TaggingContext::of(text, tokens, &words, sentence.clone(), at);
            let tag = by_context(&context);
            then(&words[at], tag);
            words[at].tag = tag;
        }
    }
}

/// What stands beside the words that are tried.
const BESIDE: &[&str] = &[
    "the", "her", "he", "to", "of", "was", "will", "and", "very", "old", "men", "claims", "said",
    "one", "who", "van", "Berg", "Mr.", "5", ",", "(", "\u{201c}",
];

/// A word of each set of classes that the lists have.
fn kinds_of_words() -> Vec<&'static str> {
    let lists = LISTS.words.iter().chain(LISTS.verbs);
    let words = lists.flat_map(|list| list.split_ascii_whitespace());
    let mut seen = HashSet::new();
    words
        .filter(|word| seen.insert(Lexicon::english().look_up(word).classes))
        .chain(["like", "that", "to"])
        .collect()
}

#[test]
fn a_constant_tag_is_what_its_context_would_give() {
    let constant = <&Language>::default().tagging.constant;
    let mut constants = 0;
    for word in kinds_of_words() {
        let pairs = BESIDE
            .iter()
            .flat_map(|a| BESIDE.iter().map(move |b| (a, b)));
        let text: String = pairs.map(|(a, b)| format!("{a} {word} {b} . ")).collect();
        analysed(&text, |analysis| {
            tag_by_context(analysis, |word, by_context| {
                if word.shape == Shape::WORD
                    && let Some(tag) = constant.get(word.facts)
                {
                    assert_eq!(by_context, tag, "{:?}", word.facts);
                    constants += 1;
                }
            });
        });
    }
    assert!(constants > 100_000, "{constants}");
}
