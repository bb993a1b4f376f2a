//! Sets of kinds of evidence.

use super::EvidenceKind;

const WORDS: usize = EvidenceKind::ALL.len().div_ceil(64);

/// A set of kinds of evidence, a bit for each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct EvidenceSet([u64; WORDS]);

impl EvidenceSet {
    /// How many kinds a set has room for.
    pub(crate) const ROOM: usize = 64 * WORDS;

    /// The set of some kinds.
    pub(crate) const fn of(kinds: &[EvidenceKind]) -> EvidenceSet {
        let mut set = EvidenceSet([0; WORDS]);
        let mut at = 0;
        while at < kinds.len() {
            let bit = kinds[at] as usize;
            set.0[bit / 64] |= 1 << (bit % 64);
            at += 1;
        }
        set
    }

    #[inline]
    pub(crate) fn add(&mut self, kind: EvidenceKind) {
        self.add_if(true, kind);
    }

    #[inline]
    pub(crate) fn add_if(&mut self, condition: bool, kind: EvidenceKind) {
        let bit = kind as usize;
        self.0[bit / 64] |= u64::from(condition) << (bit % 64);
    }

    #[inline]
    pub(crate) fn has(self, kind: EvidenceKind) -> bool {
        self.has_any(EvidenceSet::of(&[kind]))
    }

    /// Whether one of the kinds of `other` is in the set.
    #[inline]
    pub(crate) fn has_any(self, other: EvidenceSet) -> bool {
        !self.both(other).is_empty()
    }

    #[inline]
    pub(crate) fn is_empty(self) -> bool {
        self.0.into_iter().fold(0, |bits, word| bits | word) == 0
    }

    #[inline]
    pub(crate) fn with(self, other: EvidenceSet) -> EvidenceSet {
        EvidenceSet(std::array::from_fn(|word| self.0[word] | other.0[word]))
    }

    /// The kinds that are in both sets.
    #[inline]
    pub(crate) fn both(self, other: EvidenceSet) -> EvidenceSet {
        EvidenceSet(std::array::from_fn(|word| self.0[word] & other.0[word]))
    }

    /// The kinds in the set, in the order of the table.
    #[cfg(feature = "fit")]
    pub(crate) fn iter(self) -> impl Iterator<Item = EvidenceKind> {
        (0..WORDS).flat_map(move |word| {
            let mut bits = self.0[word];
            std::iter::from_fn(move || {
                let number = 64 * word + bits.trailing_zeros() as usize;
                (bits != 0).then(|| {
                    bits &= bits - 1;
                    EvidenceKind::ALL[number]
                })
            })
        })
    }

    /// Visits the numbers of its kinds in the table, in ascending order.
    #[inline]
    pub(crate) fn for_each(self, mut visit: impl FnMut(usize)) {
        for (word, mut bits) in self.0.into_iter().enumerate() {
            while bits != 0 {
                visit(64 * word + bits.trailing_zeros() as usize);
                bits &= bits - 1;
            }
        }
    }

    /// The numbers of its kinds in the table, in ascending order, written into `room`.
    pub(crate) fn places(self, room: &mut [u8; EvidenceSet::ROOM]) -> &mut [u8] {
        // There are fewer kinds than a byte has values.
        let mut count: u8 = 0;
        self.for_each(|number| {
            room[usize::from(count)] = number as u8;
            count += 1;
        });
        &mut room[..usize::from(count)]
    }
}
