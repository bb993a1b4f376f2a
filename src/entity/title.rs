//! What titles tell.

use crate::kinds::Gender;
use crate::language::{Class, Facts, Titles};

/// What a title tells of its bearer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Title {
    None,
    /// Mr., Sir, Uncle
    Man,
    /// Mrs., Madame
    Wife,
    /// Miss, Mademoiselle
    Maid,
    /// Lady, Aunt
    Woman,
    /// Dr., Captain
    Office,
}

impl Title {
    /// What a word without a full stop tells before a name; [`Title::None`] for what is no title.
    pub(super) fn of(word: &str, facts: Facts, titles: &Titles) -> Title {
        if is_among(titles.of_wives, word) {
            Title::Wife
        } else if is_among(titles.of_unmarried, word) {
            Title::Maid
        } else if !facts.is(Class::Title) {
            Title::None
        } else if facts.is(Class::Male) {
            Title::Man
        } else if facts.is(Class::Female) {
            Title::Woman
        } else {
            Title::Office
        }
    }

    pub(super) fn gender(self) -> Option<Gender> {
        match self {
            Title::Man => Some(Gender::Male),
            Title::Wife | Title::Maid | Title::Woman => Some(Gender::Female),
            Title::None | Title::Office => None,
        }
    }

    /// Whether none but women bear it.
    pub(super) fn is_womans(self) -> bool {
        self.gender() == Some(Gender::Female)
    }

    /// Whether nobody bears both of two different titles: a wife is no maid, a Mr. no captain.
    pub(super) fn excludes(self, other: Title) -> bool {
        matches!(
            (self, other),
            (Title::Wife, Title::Maid | Title::Office)
                | (Title::Maid | Title::Office, Title::Wife)
                | (Title::Man | Title::Office, Title::Man | Title::Office)
        )
    }
}

/// Whether a word is in a list of words in lower case.
pub(super) fn is_among(list: &[&str], word: &str) -> bool {
    list.iter().any(|known| known.eq_ignore_ascii_case(word))
}
