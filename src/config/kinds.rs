//! A set of kinds of quotations.

use crate::kinds::Kind;

/// The kinds of quotations to look for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Kinds(u8);

impl Kinds {
    pub(crate) const fn has(self, kind: Kind) -> bool {
        self.0 & (1 << kind as u8) != 0
    }

    pub(crate) const fn is_empty(self) -> bool {
        self.0 == 0
    }
}

impl Default for Kinds {
    /// All of them.
    fn default() -> Kinds {
        [Kind::Direct, Kind::Mixed, Kind::Indirect]
            .into_iter()
            .collect()
    }
}

impl FromIterator<Kind> for Kinds {
    fn from_iter<I: IntoIterator<Item = Kind>>(kinds: I) -> Kinds {
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
        let kinds: Kinds = [Kind::Direct, Kind::Indirect].into_iter().collect();
        assert!(kinds.has(Kind::Direct) && kinds.has(Kind::Indirect));
        assert!(!kinds.has(Kind::Mixed) && !kinds.is_empty());
        assert!(Kinds::from_iter([]).is_empty());
        assert!(Kinds::default().has(Kind::Mixed));
    }
}
