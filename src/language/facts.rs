//! What a look-up tells of a word.

use super::class::{Class, Classes, Frame, Frames};

/// What the lists know of a word. Freely copied; empty for an unknown word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    pub classes: Classes,
    pub frames: Frames,
    /// The word itself, whatever its case.
    pub word: WordId,
    /// The base form, if the word is a form of a listed verb.
    pub lemma: WordId,
}

impl Facts {
    /// Whether the word is in a list.
    pub(crate) fn is_known(self) -> bool {
        !self.classes.is_empty()
    }

    /// Whether the word can be a `class`.
    pub(crate) fn is(self, class: Class) -> bool {
        self.classes.has(class)
    }

    /// Whether the word can be one of `classes`.
    pub(crate) fn is_any(self, classes: Classes) -> bool {
        self.classes.any(classes)
    }

    /// Whether the word takes `frame`.
    pub(crate) fn takes(self, frame: Frame) -> bool {
        self.frames.has(frame)
    }

    /// Whether the word is a verb that stands with a quotation as one of speech does: "said", but not "showed".
    pub(crate) fn leads_in_speech(self) -> bool {
        const SPEECH: Frames = Frames::of(&[Frame::Before, Frame::After, Frame::Strong]);
        self.frames.any(SPEECH)
    }

    /// Adds what a further entry tells. The first lemma of a form stays.
    pub(super) fn add(&mut self, classes: Classes, frames: Frames, lemma: WordId) {
        self.classes |= classes;
        self.frames |= frames;
        if self.lemma == WordId::UNKNOWN {
            self.lemma = lemma;
        }
    }

    /// The facts that the entry at a slot of the table holds, the classes lowest.
    #[inline]
    pub(super) fn of_bits(bits: u128, slot: usize) -> Facts {
        Facts {
            classes: Classes(bits as u64),
            frames: Frames((bits >> 64) as u32),
            word: WordId::from_slot(slot, (bits >> 96) as u16),
            lemma: WordId((bits >> 112) as u16),
        }
    }
}

/// The number of a listed word: equal for equal words, whatever their case. Words that are nothing
/// but names of persons have none, nor have those that a caller adds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WordId(pub(super) u16);

impl WordId {
    /// Stands for every word that has no number.
    pub(crate) const UNKNOWN: WordId = WordId(0);
    /// One more than the greatest number.
    pub(crate) const COUNT: usize = 1 << u16::BITS;

    /// The number of the word at a slot of the table, which stores by how much it is greater than the slot. Most
    /// numbers are one more, so that the table packs 19 % smaller than with the numbers themselves: a browser loads
    /// less of it.
    #[inline]
    fn from_slot(slot: usize, greater: u16) -> WordId {
        match greater {
            0 => WordId::UNKNOWN,
            _ => WordId(greater.wrapping_add(slot as u16)),
        }
    }

    pub(crate) const fn index(self) -> usize {
        self.0 as usize
    }
}
