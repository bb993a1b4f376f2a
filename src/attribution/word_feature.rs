//! Words that are features by themselves: the verb of a cue, the words beside a quotation.

use std::num::NonZeroU16;

use crate::language::{Facts, WordId};

/// Where a word stands that is evidence for or against a candidate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum WordSlot {
    /// The verb of a cue right beside the quotation or separated from it by a comma or colon.
    Beside,
    /// The verb of any other cue.
    Within,
    /// The word right before a quotation that quotes nobody.
    Before,
    /// The word right after it.
    After,
}

impl WordSlot {
    const COUNT: usize = WordSlot::ALL.len();

    pub(super) const ALL: [(WordSlot, &'static str); 4] = [
        (WordSlot::Beside, "beside"),
        (WordSlot::Within, "within"),
        (WordSlot::Before, "before"),
        (WordSlot::After, "after"),
    ];

    /// The name in the table of weights.
    #[cfg(feature = "fit")]
    pub(crate) fn name(self) -> &'static str {
        WordSlot::ALL[self as usize].1
    }

    pub(super) fn named(name: &str) -> Option<WordSlot> {
        let known = WordSlot::ALL.iter().find(|(_, known)| *known == name);
        known.map(|(slot, _)| *slot)
    }
}

/// A word in its slot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct WordFeature {
    pub(crate) slot: WordSlot,
    pub(crate) word: WordId,
}

impl WordFeature {
    /// The feature of a word that is listed; of verbs the base form counts.
    pub(super) fn of(slot: WordSlot, facts: Facts) -> Option<WordFeature> {
        let word = match slot {
            WordSlot::Beside | WordSlot::Within if facts.lemma != WordId::UNKNOWN => facts.lemma,
            _ => facts.word,
        };
        (word != WordId::UNKNOWN).then_some(WordFeature { slot, word })
    }
}

/// The weights of words in their slots.
#[derive(Clone, Debug)]
pub(super) struct WordWeights {
    /// By the number of the word, which of the rows is its own; none for most.
    row_of: Box<[Option<Row>; WordId::COUNT]>,
    /// The weights of a word, one for each slot.
    rows: Vec<[f32; WordSlot::COUNT]>,
}

/// A row of weights, counted from one.
type Row = NonZeroU16;

impl WordWeights {
    /// No weights.
    pub(super) fn new() -> WordWeights {
        // Made as a list, it is not first made elsewhere and then copied.
        let row_of = vec![None; WordId::COUNT].try_into();
        WordWeights {
            row_of: row_of.expect("a row for each word"),
            rows: Vec::new(),
        }
    }

    pub(super) fn enter(&mut self, feature: WordFeature, weight: f32) {
        let row = *self.row_of[feature.word.index()].get_or_insert_with(|| {
            self.rows.push([0.0; WordSlot::COUNT]);
            Row::MIN.saturating_add(self.rows.len() as u16 - 1)
        });
        self.rows[usize::from(row.get()) - 1][feature.slot as usize] = weight;
    }

    #[inline]
    pub(super) fn of(&self, feature: WordFeature) -> f32 {
        let row = self.row_of[feature.word.index()];
        row.map_or(0.0, |row| {
            self.rows[usize::from(row.get()) - 1][feature.slot as usize]
        })
    }
}
