//! What the tokenizer asks of a language.

use super::abbreviation::Abbreviation;
use super::mark::Apostrophes;
use super::word_list::WordList;

/// How a language is spelled, as far as raw text is split by it.
#[derive(Debug)]
pub struct Orthography {
    /// Words that a full stop abbreviates, without it; capitals count.
    pub abbreviations: WordList<Abbreviation>,
    /// Words that have a capital letter only where a sentence starts: behind an abbreviation they
    /// tell that it ended its sentence.
    pub sentence_starters: WordList<()>,
    /// The pronoun that is one capital letter wherever it stands: it starts no sentence by its
    /// capital, and a full stop behind it does not make it an initial.
    pub capital_pronoun: Option<char>,
    /// The words that have an apostrophe at an edge.
    pub apostrophes: Apostrophes,
}
