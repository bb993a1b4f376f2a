//! Parts of speech.

/// The part of speech of a token in its context.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tag {
    /// the, a, this
    Determiner,
    /// my, his
    Possessive,
    /// he, us
    Pronoun,
    /// in, of
    Preposition,
    /// "to" before an infinitive.
    To,
    /// and, but
    Coordinator,
    /// that, because
    Subordinator,
    /// who, which, how
    Wh,
    /// A form of "be".
    Be,
    /// A form of "have".
    Have,
    /// A form of "do".
    Do,
    /// will, can
    Modal,
    /// not
    Negation,
    /// often
    Adverb,
    /// one, 5
    Number,
    /// some, many
    Quantifier,
    /// Monday, week
    Time,
    /// A common noun.
    Noun,
    /// A word of a proper name.
    Name,
    /// Mr., President: stands before a name.
    Title,
    /// old
    Adjective,
    /// A finite form, present or past, or a base form.
    Verb,
    /// A past participle.
    Participle,
    /// A present participle or a gerund.
    Ing,
    /// A comma.
    Comma,
    /// A colon.
    Colon,
    /// A semicolon.
    Semicolon,
    /// An opening bracket.
    Open,
    /// A closing bracket.
    Close,
    /// What ends a sentence.
    Stop,
    /// A dash.
    Dash,
    /// A quotation mark or an apostrophe alone.
    Mark,
    /// Anything else, with the number that the weights of reports know it by.
    Other = 33,
}

impl Tag {
    /// One more than the greatest number of a tag.
    pub(crate) const COUNT: usize = Tag::Other as usize + 1;
}

/// A set of tags, to be asked without a branch for each.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Tags(u64);

impl Tags {
    pub(crate) const AUXILIARIES: Tags = Tags::of(&[Tag::Modal, Tag::Have, Tag::Be, Tag::Do]);

    pub(crate) const fn of(tags: &[Tag]) -> Tags {
        let mut bits = 0;
        let mut i = 0;
        while i < tags.len() {
            bits |= 1 << tags[i] as u8;
            i += 1;
        }
        Tags(bits)
    }

    /// The tags of both sets.
    pub(crate) const fn with(self, other: Tags) -> Tags {
        Tags(self.0 | other.0)
    }

    #[inline]
    pub(crate) const fn has(self, tag: Tag) -> bool {
        self.0 >> tag as u8 & 1 != 0
    }
}
