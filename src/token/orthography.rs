//! What the tokenizer asks of a language.

use super::abbreviation::Abbreviation;
use super::mark::Apostrophes;
use super::word_list::{WordList, word_list};

/// How a language is spelled, as far as raw text is split by it.
#[derive(Debug)]
pub struct Orthography {
    /// Words that a full stop abbreviates, without it; capitals count.
    pub abbreviations: WordList<Abbreviation>,
    /// Words that have a capital letter only where a sentence starts: after an abbreviation they
    /// tell that it ended its sentence.
    pub sentence_starters: WordList<()>,
    /// The pronoun that is one capital letter wherever it stands: it starts no sentence by its
    /// capital, and a full stop after it does not make it an initial.
    pub capital_pronoun: Option<char>,
    /// The words that have an apostrophe at an edge.
    pub apostrophes: Apostrophes,
}

impl Orthography {
    /// Of a language of which nothing is known.
    pub const NONE: &'static Orthography = &Orthography {
        abbreviations: word_list!(""),
        sentence_starters: word_list!(""),
        capital_pronoun: None,
        apostrophes: Apostrophes {
            leading: word_list!(""),
            trailing: word_list!(""),
            trailing_ending: None,
            possessive_letters: "",
            decade_ending: "",
        },
    };
}
