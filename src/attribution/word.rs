//! Evidence of single words: the verb of a cue, the words beside a quotation.

use crate::language::{Facts, WordId};

/// Where a word stands that speaks for or against a candidate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Slot {
    /// The verb of a cue right beside the quotation or parted from it by a comma or colon.
    Beside,
    /// The verb of any other cue.
    Within,
    /// The word right before a quotation that quotes nobody.
    Before,
    /// The word right behind it.
    Behind,
}

impl Slot {
    pub(super) const COUNT: usize = Slot::ALL.len();

    const ALL: [(Slot, &'static str); 4] = [
        (Slot::Beside, "beside"),
        (Slot::Within, "within"),
        (Slot::Before, "before"),
        (Slot::Behind, "behind"),
    ];

    /// The name in the table of weights.
    #[cfg(feature = "fit")]
    pub(crate) fn name(self) -> &'static str {
        Slot::ALL[self as usize].1
    }

    pub(super) fn named(name: &str) -> Option<Slot> {
        Slot::ALL
            .iter()
            .find(|(_, known)| *known == name)
            .map(|(slot, _)| *slot)
    }
}

/// A word in its slot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct WordEvidence {
    pub(crate) slot: Slot,
    pub(crate) word: WordId,
}

impl WordEvidence {
    /// The evidence of a word that is listed; of verbs the base form counts.
    pub(super) fn of(slot: Slot, facts: Facts) -> Option<WordEvidence> {
        let word = match slot {
            Slot::Beside | Slot::Within if facts.lemma != WordId::UNKNOWN => facts.lemma,
            _ => facts.word,
        };
        (word != WordId::UNKNOWN).then_some(WordEvidence { slot, word })
    }
}
