//! How English is spelled.

use crate::token::{Apostrophes, Orthography, Tokenizer, word_list};

pub(crate) static ORTHOGRAPHY: Orthography = Orthography {
    abbreviations: word_list!(include_str!("words/abbreviations.txt")),
    sentence_starters: word_list!(include_str!("words/starters.txt")),
    capital_pronoun: Some('I'),
    apostrophes: Apostrophes {
        leading: word_list!(include_str!("words/leading-apostrophes.txt")),
        trailing: word_list!(include_str!("words/trailing-apostrophes.txt")),
        trailing_ending: Some("in"),
        possessive_letters: "sxz",
        decade_ending: "s",
    },
};

impl Tokenizer {
    /// A tokenizer for English and for text that is set like it.
    ///
    /// ```
    /// assert_eq!(quotation::Tokenizer::new().tokens("It isn’t.").count(), 3);
    /// ```
    #[must_use]
    pub const fn new() -> Tokenizer {
        Tokenizer::of(&ORTHOGRAPHY)
    }
}

impl Default for Tokenizer {
    fn default() -> Tokenizer {
        Tokenizer::new()
    }
}

#[cfg(test)]
mod tests {
    /// Lists that are searched by their bytes need no order, but who reads them does.
    #[test]
    fn the_lists_are_sorted() {
        for list in [
            include_str!("words/abbreviations.txt"),
            include_str!("words/starters.txt"),
            include_str!("words/leading-apostrophes.txt"),
            include_str!("words/trailing-apostrophes.txt"),
        ] {
            let words = list.lines().filter(|line| !line.starts_with('#'));
            let words: Vec<_> = words.map(|line| line.split(' ').next()).collect();
            assert!(words.is_sorted_by(|a, b| a < b));
        }
    }
}
