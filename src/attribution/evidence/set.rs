//! Sets of kinds of evidence.

use super::EvidenceKind;

/// A set of evidence.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct EvidenceSet([u64; 4]);

const _: () = assert!(EvidenceKind::ALL.len() <= 4 * 64);

impl EvidenceSet {
    pub(crate) fn add(&mut self, kind: EvidenceKind) {
        let bit = kind as usize;
        self.0[bit / 64] |= 1 << (bit % 64);
    }

    pub(crate) fn add_if(&mut self, condition: bool, kind: EvidenceKind) {
        if condition {
            self.add(kind);
        }
    }

    pub(crate) fn has(self, kind: EvidenceKind) -> bool {
        let bit = kind as usize;
        self.0[bit / 64] & (1 << (bit % 64)) != 0
    }

    pub(crate) fn without(mut self, kind: EvidenceKind) -> EvidenceSet {
        let bit = kind as usize;
        self.0[bit / 64] &= !(1 << (bit % 64));
        self
    }

    pub(crate) fn with(self, other: EvidenceSet) -> EvidenceSet {
        EvidenceSet([
            self.0[0] | other.0[0],
            self.0[1] | other.0[1],
            self.0[2] | other.0[2],
            self.0[3] | other.0[3],
        ])
    }

    /// The kinds in the set, in the order of the table.
    pub(crate) fn iter(self) -> impl Iterator<Item = EvidenceKind> {
        (0..4).flat_map(move |word| {
            let mut bits = self.0[word];
            std::iter::from_fn(move || {
                (bits != 0).then(|| {
                    let bit = bits.trailing_zeros() as usize;
                    bits &= bits - 1;
                    EvidenceKind::ALL[64 * word + bit]
                })
            })
        })
    }

    /// The places of its kinds in the table, in ascending order, written into `room`.
    pub(crate) fn places(self, room: &mut [u8; EvidenceKind::ALL.len()]) -> &mut [u8] {
        let mut count = 0;
        for (word, mut bits) in self.0.into_iter().enumerate() {
            while bits != 0 {
                room[count] = 64 * word as u8 + bits.trailing_zeros() as u8;
                count += 1;
                bits &= bits - 1;
            }
        }
        &mut room[..count]
    }
}
