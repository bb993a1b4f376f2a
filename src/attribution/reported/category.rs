//! What a chunk is to the features: finer than its kind, coarser than its words.

/// The category of a chunk. The fitted weights know each by its number, so a number is never given
/// to another category.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum Category {
    /// No chunk: the edge of the sentence or of the quote around it.
    Edge = 0,
    /// she, they, who
    Pronoun = 1,
    /// Ines Okoro, Mr. Vale, Lisbon
    Name = 2,
    /// the bridge
    Noun = 3,
    /// Monday, last year
    Time = 4,
    /// five, most of them
    Quantity = 5,
    /// walked, has walked
    Finite = 6,
    /// to walk, walk
    Infinitive = 7,
    /// walking
    Ing = 8,
    /// walked, after no auxiliary
    Participle = 9,
    /// was, has
    Be = 10,
    /// would walk
    Modal = 11,
    /// in, with, for
    Preposition = 12,
    /// to
    Dative = 13,
    /// by
    Agent = 14,
    /// of
    Genitive = 15,
    /// which, what, where
    Wh = 16,
    /// because, if
    Subordinator = 17,
    /// that
    Complementizer = 18,
    /// and, but
    Coordinator = 19,
    /// quietly
    Adverb = 20,
    /// happy, of no noun
    Adjective = 21,
    Comma = 22,
    Colon = 23,
    Semicolon = 24,
    Dash = 25,
    Stop = 26,
    /// (in Portuguese)
    Aside = 27,
    /// The mark of a quote.
    Quote = 28,
    Other = 30,
    /// said, a finite verb that takes a clause with "that"
    Report = 31,
    /// the minister, the council: a noun for somebody who can speak
    Speaker = 32,
    /// statement, claim
    ReportNoun = 33,
}

/// How many bits the number of a category has.
const BITS: u32 = 6;

/// What is added to the number of a category where a feature of another category has the same template. It is
/// above all numbers of categories, so that the two never meet.
pub(super) const OTHER_CATEGORY: u32 = variant(1, 0);

/// A value of the features that share a template with others: `number` tells them apart, above the bits of a category
/// in `value`.
#[inline]
pub(super) const fn variant(number: u32, value: u32) -> u32 {
    number << BITS | value
}

/// The same above the bits of two categories in `value`.
#[inline]
pub(super) const fn variant_of_two(number: u32, value: u32) -> u32 {
    number << (2 * BITS) | value
}

impl Category {
    /// The value of a feature that is this category.
    #[inline]
    pub(super) const fn value(self) -> u32 {
        self as u32
    }

    /// The value of a feature that is this category and another.
    #[inline]
    pub(super) const fn and(self, other: Category) -> u32 {
        variant(self.value(), other.value())
    }

    /// Whether a verb of this category has a subject.
    #[inline]
    pub(super) const fn is_finite(self) -> bool {
        matches!(
            self,
            Category::Finite | Category::Be | Category::Modal | Category::Report
        )
    }

    /// Whether it separates or joins: a mark of punctuation, "and".
    #[inline]
    pub(super) const fn is_separator(self) -> bool {
        matches!(
            self,
            Category::Comma
                | Category::Colon
                | Category::Semicolon
                | Category::Dash
                | Category::Stop
                | Category::Coordinator
        )
    }
}
