//! A set of kinds of quotations.

use crate::kinds::AttributionKind;

/// The kinds of quotations to look for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Kinds(u8);

impl Kinds {
    pub(crate) const fn has(self, kind: AttributionKind) -> bool {
        self.0 & (1 << kind as u8) != 0
    }

    /// Whether kinds with words in marks are among them.
    pub(crate) const fn has_marked(self) -> bool {
        self.has(AttributionKind::Direct) || self.has(AttributionKind::Mixed)
    }
}

impl Default for Kinds {
    /// All of them.
    fn default() -> Kinds {
        [
            AttributionKind::Direct,
            AttributionKind::Mixed,
            AttributionKind::Indirect,
        ]
        .into_iter()
        .collect()
    }
}

impl FromIterator<AttributionKind> for Kinds {
    fn from_iter<I: IntoIterator<Item = AttributionKind>>(kinds: I) -> Kinds {
        Kinds(
            kinds
                .into_iter()
                .fold(0, |bits, kind| bits | (1 << kind as u8)),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn holds_what_was_collected() {
        let kinds: Kinds = [AttributionKind::Direct, AttributionKind::Indirect]
            .into_iter()
            .collect();
        assert!(kinds.has(AttributionKind::Direct) && kinds.has(AttributionKind::Indirect));
        assert!(!kinds.has(AttributionKind::Mixed));
        assert!(
            AttributionKind::ALL
                .iter()
                .all(|&kind| !Kinds::from_iter([]).has(kind))
        );
        assert!(Kinds::default().has(AttributionKind::Mixed));
    }
}
