//! What tells news from stories.

/// What a word is a sign of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// Of nothing.
    None,
    /// Of stories, where it is a pronoun.
    Person,
    /// Of stories, as the past tense is.
    Past,
    /// Of news, as the present tense is.
    Present,
    /// Of news, unless it is a verb.
    Report,
}

/// The words that are signs of a genre.
#[derive(Clone, Copy, Debug)]
pub struct GenreSigns {
    /// By the number of the word; words with greater numbers are no signs.
    pub of_words: &'static [Sign],
}

impl GenreSigns {
    /// No word is a sign.
    pub const NONE: GenreSigns = GenreSigns { of_words: &[] };

    /// What the word with a number is a sign of.
    #[inline]
    pub(crate) fn get(&self, number: usize) -> Sign {
        self.of_words.get(number).copied().unwrap_or(Sign::None)
    }
}
