//! Words that a full stop abbreviates.

use super::word_list::{Label, WordList};

/// How an abbreviation is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Abbreviation {
    /// What it belongs to follows, so that no sentence ends with it: "Mr.", "vs.".
    Title,
    /// It stands before a number; elsewhere its letters are a word: "No.".
    Number,
    /// A sentence can go on after it and can end with it: "Inc.", "U.S.", "J.".
    Anywhere,
}

impl Label for Abbreviation {
    const LABELS: &'static [(&'static str, Abbreviation)] = &[
        ("anywhere", Abbreviation::Anywhere),
        ("number", Abbreviation::Number),
        ("title", Abbreviation::Title),
    ];
}

impl WordList<Abbreviation> {
    /// How an abbreviation is used, given with its full stop: "Lt.-Gen." as its last part is.
    pub(super) fn used(&self, abbreviation: &str) -> Abbreviation {
        let word = abbreviation.trim_end_matches('.');
        let part = word.rfind('-').map_or(0, |hyphen| hyphen + 1);
        let listed = self.label(word.as_bytes(), part, word.len());
        listed.unwrap_or(Abbreviation::Anywhere)
    }
}

#[cfg(test)]
mod tests {
    use super::Abbreviation::{self, Anywhere, Title};
    use crate::token::word_list::{WordList, word_list};

    #[test]
    fn the_last_part_tells_the_use() {
        static LIST: WordList<Abbreviation> = word_list!("Gen title\nIll\nLt title\n");
        assert_eq!(LIST.used("Lt.-Gen."), Title);
        assert_eq!(LIST.used("D-Ill."), Anywhere);
        assert_eq!(LIST.used("U.S."), Anywhere);
    }
}
