//! Numbers of things of one kind, which the compiler keeps apart.
//!
//! Each is a position in a list: of the tokens of a text, of its chunks. A list has less than 2³² - 1 items,
//! since a text has no more bytes.

use std::num::NonZeroU32;

/// A position in a list, such that `None` of an optional one costs no room.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct WithNiche(NonZeroU32);

impl WithNiche {
    #[inline]
    pub(crate) const fn new(index: usize) -> WithNiche {
        WithNiche(NonZeroU32::MIN.saturating_add(index as u32))
    }

    #[inline]
    pub(crate) const fn index(self) -> usize {
        self.0.get() as usize - 1
    }

    #[inline]
    pub(crate) const fn before(index: usize) -> Option<WithNiche> {
        match NonZeroU32::new(index as u32) {
            Some(number) => Some(WithNiche(number)),
            None => None,
        }
    }
}

/// A position in a list that is there wherever one is asked for: without the niche, reading and making one
/// takes no instruction, which for the tokens alone were two in a hundred of all.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Plain(u32);

impl Plain {
    #[inline]
    pub(crate) const fn new(index: usize) -> Plain {
        Plain(index as u32)
    }

    #[inline]
    pub(crate) const fn index(self) -> usize {
        self.0 as usize
    }

    #[inline]
    pub(crate) const fn before(index: usize) -> Option<Plain> {
        match (index as u32).checked_sub(1) {
            Some(index) => Some(Plain(index)),
            None => None,
        }
    }
}

/// Defines the id of one kind of thing, stored [`WithNiche`] or [`Plain`].
macro_rules! id {
    ($(#[$doc:meta])* pub struct $id:ident) => {
        $crate::ids::id! {
            $(#[$doc])* pub struct $id(WithNiche)
            #[doc = ""]
            #[doc = "```"]
            #[doc = "let document = quotation::QuoteDetector::new().detect(\"“They wrote ‘no’,” said Ines Okoro.\");"]
            #[doc = "let attribution = document.attributions().next().unwrap();"]
            #[doc = "assert_eq!(attribution.id().index(), 0);"]
            #[doc = "assert_eq!(attribution.speaker().unwrap().id().index(), 0);"]
            #[doc = "assert_eq!(document.quotes()[1].parent().unwrap().index(), 0);"]
            #[doc = "```"]
        }
    };
    ($(#[$doc:meta])* $visibility:vis struct $id:ident($position:ident) $(#[$example:meta])*) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        $visibility struct $id($crate::ids::$position);

        #[allow(dead_code, reason = "not every kind of id is used in every way")]
        impl $id {
            /// The first of its list.
            pub(crate) const FIRST: $id = $id::new(0);

            /// The one at a position of its list.
            #[inline]
            pub(crate) const fn new(index: usize) -> $id {
                $id($crate::ids::$position::new(index))
            }

            /// The position in its list, from 0.
            $(#[$example])*
            #[inline]
            #[must_use]
            $visibility const fn index(self) -> usize {
                self.0.index()
            }

            /// The one after it, or the end of its list.
            #[inline]
            pub(crate) const fn next(self) -> $id {
                self.plus(1)
            }

            /// The one `positions` positions after it. It may lie beyond the end of the list.
            #[inline]
            pub(crate) const fn plus(self, positions: usize) -> $id {
                $id::new(self.index() + positions)
            }

            /// The one before it.
            #[inline]
            pub(crate) const fn previous(self) -> Option<$id> {
                $id::last_of(self.index())
            }

            /// The last of a list of `count` items.
            #[inline]
            pub(crate) const fn last_of(count: usize) -> Option<$id> {
                match $crate::ids::$position::before(count) {
                    Some(position) => Some($id(position)),
                    None => None,
                }
            }

            /// The one `positions` positions before it.
            #[inline]
            pub(crate) const fn minus(self, positions: usize) -> Option<$id> {
                match self.index().checked_sub(positions) {
                    Some(index) => Some($id::new(index)),
                    None => None,
                }
            }

            /// How many positions after another it stands; zero if it stands before.
            #[inline]
            pub(crate) const fn since(self, other: $id) -> usize {
                self.index().saturating_sub(other.index())
            }

            /// From this one up to another, which is left out.
            #[inline]
            pub(crate) fn up_to(
                self,
                end: $id,
            ) -> impl DoubleEndedIterator<Item = $id> + ExactSizeIterator + Clone + use<> {
                (self.index()..end.index()).map($id::new)
            }

            /// The ids of a list of `count` items.
            #[inline]
            pub(crate) fn all(
                count: usize,
            ) -> impl DoubleEndedIterator<Item = $id> + ExactSizeIterator + Clone + use<> {
                (0..count).map($id::new)
            }
        }

        impl std::fmt::Debug for $id {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(f, "#{}", self.index())
            }
        }
    };
    ($(#[$doc:meta])* $visibility:vis struct $id:ident) => {
        $crate::ids::id! { $(#[$doc])* $visibility struct $id(WithNiche) }
    };
}

/// Shows, writes and reads an id as its position in the list, which starts from 0.
macro_rules! id_as_index {
    ($id:ident) => {
        impl std::fmt::Display for $id {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                std::fmt::Display::fmt(&self.index(), f)
            }
        }

        #[cfg(feature = "serde")]
        impl serde::Serialize for $id {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_u32(self.index() as u32)
            }
        }

        #[cfg(feature = "serde")]
        impl<'de> serde::Deserialize<'de> for $id {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<$id, D::Error> {
                let index = u32::deserialize(deserializer)?;
                // No list is so long that it has an item there.
                if index == u32::MAX {
                    let found = serde::de::Unexpected::Unsigned(index.into());
                    return Err(serde::de::Error::invalid_value(
                        found,
                        &"a position in a list",
                    ));
                }
                Ok($id::new(index as usize))
            }
        }
    };
}

pub(crate) use {id, id_as_index};

id! {
    /// A token of a text.
    pub(crate) struct TokenId(Plain)
}
id! {
    /// A chunk of an analysis.
    pub(crate) struct ChunkId
}
id! {
    /// A sentence of a text.
    pub(crate) struct SentenceId(Plain)
}
id! {
    /// A paragraph of a text.
    pub(crate) struct ParagraphId(Plain)
}
id! {
    /// A mention of a text.
    pub(crate) struct MentionId
}
id! {
    /// Somebody whom mentions mean.
    pub(crate) struct EntityId
}
id! {
    /// A cue of a text.
    pub(crate) struct CueId
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn none_costs_no_room() {
        assert_eq!(size_of::<Option<ChunkId>>(), size_of::<ChunkId>());
    }

    #[test]
    fn ids_count_from_the_first() {
        assert_eq!(TokenId::FIRST.index(), 0);
        assert_eq!(TokenId::FIRST.previous(), None);
        assert_eq!(TokenId::new(6).next().index(), 7);
        assert_eq!(TokenId::new(7).previous(), Some(TokenId::new(6)));
        assert_eq!(TokenId::new(7).minus(8), None);
        let ids = TokenId::new(2).up_to(TokenId::new(5));
        assert!(ids.eq([2, 3, 4].map(TokenId::new)));
    }
}
