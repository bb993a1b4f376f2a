//! How it was found out whom a mention means.

/// What gave a mention its entity. How far a speaker's name is to be trusted depends on it.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) enum Resolution {
    /// Nobody is known to be meant.
    #[default]
    Unresolved,
    /// A name of several words, new or word for word one that is known.
    FullName,
    /// A name of several words that varies the known one: "I. Okoro" is "Ines Okoro".
    NameVariant,
    /// One word, alone or after a title, that no fuller name has: the first "Okoro" of a text that
    /// never says "Ines Okoro".
    SingleName,
    /// A part of a fuller name, or the initials of one, that one entity bears.
    PartOfName,
    /// A part of a name that several bear, of whom a title, the gender that it tells or what the text
    /// called them fits one alone: "Mrs. Okoro".
    TitleAndGender,
    /// A name that several bear: the one of whom the text speaks most.
    SharedName(Margin),
    /// A name or a description that the caller's cast gives a member.
    Cast,
    /// A description beside the name: "its chief, Ines Okoro", "Ines Okoro became mayor".
    BesideName,
    /// A description by what the text called somebody before: "the minister".
    Role(Margin),
    /// A description that nothing was called before, taken for the one whom the text speaks of:
    /// "the Democrat", "the company".
    VariedDescription(Margin),
    /// A description of somebody who has no name as far as is known.
    Described,
    /// "who", by the noun before it.
    RelativePronoun,
    /// A pronoun of the third person, by whoever agrees with it and was on the reader's mind most.
    Pronoun(Margin),
    /// "I" in narration.
    Narrator,
    /// A pronoun or a description in the cue of a line, by whose turn it was.
    Turn,
}

/// How far the one chosen stands out among those who could be meant.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Margin {
    /// How many others could be meant, as far as they were counted.
    pub(crate) rivals: u16,
    /// By which share of its score the chosen one is ahead of the next: 1 without a rival, 0 beside
    /// an equal.
    pub(crate) lead: f32,
}

impl Margin {
    /// Of one whom nobody rivals.
    pub(super) const ALONE: Margin = Margin {
        rivals: 0,
        lead: 1.0,
    };

    /// The margin of one who has `best`, before `rivals` rivals of whom the next has `second`.
    pub(super) fn over(rivals: usize, best: f32, second: f32) -> Margin {
        let lead = match best > 0.0 {
            true => (best - second.max(0.0)) / best,
            false => 0.0,
        };
        Margin {
            rivals: rivals.try_into().unwrap_or(u16::MAX),
            lead: lead.clamp(0.0, 1.0),
        }
    }
}

const _: () = assert!(size_of::<Resolution>() <= 12);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lead_is_whole_without_a_rival_and_nothing_beside_an_equal() {
        assert_eq!(Margin::over(0, 2.0, 0.0).lead, 1.0);
        assert_eq!(Margin::over(1, 2.0, 0.5).lead, 0.75);
        assert_eq!(Margin::over(3, 2.0, 2.0).lead, 0.0);
        assert_eq!(Margin::over(1, 0.0, 0.0).lead, 0.0);
        assert_eq!(Margin::over(70_000, 1.0, 0.0).rivals, u16::MAX);
    }
}
