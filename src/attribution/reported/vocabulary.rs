//! The words that a feature can name.

use crate::language::{Facts, Lexicon, WordId};

/// The words that a feature can name, numbered from one; zero stands for all others.
#[derive(Clone, Debug)]
pub(crate) struct Vocabulary {
    /// By the number of the word in the lexicon.
    words: Box<[u16; WordId::COUNT]>,
    /// The same for the base form of a verb: the number of the first of its forms.
    lemmas: Box<[u16; WordId::COUNT]>,
}

impl Vocabulary {
    /// Those of a list, one a line.
    pub(super) fn new(list: &str) -> Vocabulary {
        let none = || vec![0; WordId::COUNT].try_into();
        let mut vocabulary = Vocabulary {
            words: none().expect("a number for each word"),
            lemmas: none().expect("a number for each word"),
        };
        for (number, word) in (1..).zip(list.split_ascii_whitespace()) {
            let facts = Lexicon::english().look_up(word);
            vocabulary.words[facts.word.index()] = number;
            let lemma = &mut vocabulary.lemmas[lemma(facts).index()];
            if *lemma == 0 {
                *lemma = number;
            }
        }
        vocabulary.words[WordId::UNKNOWN.index()] = 0;
        vocabulary.lemmas[WordId::UNKNOWN.index()] = 0;
        vocabulary
    }

    pub(super) fn word(&self, facts: Facts) -> u16 {
        self.words[facts.word.index()]
    }

    pub(super) fn lemma(&self, facts: Facts) -> u16 {
        self.lemmas[lemma(facts).index()]
    }
}

fn lemma(facts: Facts) -> WordId {
    match facts.lemma {
        WordId::UNKNOWN => facts.word,
        lemma => lemma,
    }
}
