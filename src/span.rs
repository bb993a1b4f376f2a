//! A half-open range of bytes in a text.

use std::fmt;
use std::ops::{Index, Range};

use crate::error::{Error, Problem};

/// A half-open range of UTF-8 bytes, `start..end`, in some text.
///
/// A span knows no text: every span that this crate returns lies within the text it was made from
/// and on character boundaries, so it slices that text: `&text[span]`.
///
/// Offsets are stored in 32 bits, so a span reaches 4 GiB far.
///
/// ```
/// # use quotation::Span;
/// let span = Span::new(4, 9).unwrap();
/// assert_eq!(&"The whole text"[span], "whole");
/// assert_eq!((span.start(), span.end(), span.len()), (4, 9, 5));
/// assert_eq!(Span::new(9, 4), None);
/// ```
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    start: u32,
    end: u32,
}

impl Span {
    /// The span from byte `start` up to, not including, byte `end`; `None` if it would end before
    /// it starts or lie beyond 4 GiB.
    ///
    /// ```
    /// # use quotation::Span;
    /// assert!(Span::new(4, 9).is_some());
    /// assert!(Span::new(9, 4).is_none());
    /// ```
    #[must_use]
    pub const fn new(start: usize, end: usize) -> Option<Span> {
        if start <= end && end <= u32::MAX as usize {
            Some(Span {
                start: start as u32,
                end: end as u32,
            })
        } else {
            None
        }
    }

    /// The span between two offsets that a stage of the detector has found in order.
    pub(crate) const fn between(start: u32, end: u32) -> Span {
        debug_assert!(start <= end);
        Span { start, end }
    }

    /// The offset of the first byte.
    ///
    /// ```
    /// # use quotation::Span;
    /// assert_eq!(Span::new(4, 9).unwrap().start(), 4);
    /// ```
    #[must_use]
    pub const fn start(self) -> usize {
        self.start as usize
    }

    /// The offset after the last byte.
    ///
    /// ```
    /// # use quotation::Span;
    /// assert_eq!(Span::new(4, 9).unwrap().end(), 9);
    /// ```
    #[must_use]
    pub const fn end(self) -> usize {
        self.end as usize
    }

    /// The number of bytes.
    ///
    /// ```
    /// # use quotation::Span;
    /// assert_eq!(Span::new(4, 9).unwrap().len(), 5);
    /// ```
    #[must_use]
    pub const fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Whether there is no byte in it.
    ///
    /// ```
    /// # use quotation::Span;
    /// assert!(Span::new(4, 4).unwrap().is_empty());
    /// ```
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The same range for the standard library.
    ///
    /// ```
    /// # use quotation::Span;
    /// assert_eq!(Span::new(4, 9).unwrap().range(), 4..9);
    /// ```
    #[must_use]
    pub const fn range(self) -> Range<usize> {
        self.start()..self.end()
    }

    /// The piece of `text` that the span covers; `None` if it reaches beyond the text or cuts a
    /// character, which no span does in the text that it was made from.
    ///
    /// ```
    /// # use quotation::Span;
    /// let span = Span::new(4, 9).unwrap();
    /// assert_eq!(span.slice("The whole text"), Some("whole"));
    /// assert_eq!(span.slice("The"), None);
    /// ```
    #[must_use]
    pub fn slice(self, text: &str) -> Option<&str> {
        text.get(self.range())
    }

    /// Whether `inner` lies wholly in this span.
    ///
    /// ```
    /// # use quotation::Span;
    /// assert!(Span::new(4, 9).unwrap().contains(Span::new(4, 6).unwrap()));
    /// ```
    #[must_use]
    pub const fn contains(self, inner: Span) -> bool {
        self.start <= inner.start && inner.end <= self.end
    }

    /// Whether the two spans share a byte.
    ///
    /// ```
    /// # use quotation::Span;
    /// assert!(!Span::new(4, 9).unwrap().overlaps(Span::new(9, 12).unwrap()));
    /// ```
    #[must_use]
    pub const fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The smallest span that contains both.
    ///
    /// ```
    /// # use quotation::Span;
    /// let joined = Span::new(4, 9).unwrap().join(Span::new(12, 14).unwrap());
    /// assert_eq!(joined.range(), 4..14);
    /// ```
    #[must_use]
    pub fn join(self, other: Span) -> Span {
        Span {
            start: self.start.min(other.start),
            end: self.end.max(other.end),
        }
    }
}

impl fmt::Debug for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}..{}", self.start, self.end)
    }
}

/// As its `Debug` form: `4..9`.
impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&format!("{self:?}"))
    }
}

/// ```
/// use quotation::Span;
///
/// assert_eq!(Span::try_from(4..9).unwrap().to_string(), "4..9");
/// ```
///
/// # Errors
///
/// If the range ends before it starts or reaches beyond 4 GiB.
impl TryFrom<Range<usize>> for Span {
    type Error = Error;

    fn try_from(Range { start, end }: Range<usize>) -> Result<Span, Error> {
        let limit = u32::MAX as usize;
        match Span::new(start, end) {
            Some(span) => Ok(span),
            None if start > end => Err(Problem::Reversed { start, end }.into()),
            None => Err(Problem::TooFar { offset: end, limit }.into()),
        }
    }
}

impl From<Span> for Range<usize> {
    fn from(span: Span) -> Range<usize> {
        span.range()
    }
}

/// Slices the text that the span was made from.
///
/// # Panics
///
/// As indexing with a range does: if the span reaches beyond the text or cuts a character.
impl Index<Span> for str {
    type Output = str;

    fn index(&self, span: Span) -> &str {
        &self[span.range()]
    }
}

/// Slices the text that the span was made from.
///
/// # Panics
///
/// As indexing with a range does.
impl Index<Span> for String {
    type Output = str;

    fn index(&self, span: Span) -> &str {
        &self[span.range()]
    }
}

/// As much of the text as spans reach: all of it, or its first 4 GiB up to a whole character.
pub(crate) fn within_reach(text: &str) -> &str {
    beginning(text, u32::MAX as usize)
}

/// The first whole characters of a text, `most` bytes at most.
pub(crate) fn beginning(text: &str, most: usize) -> &str {
    &text[..floor(text, most)]
}

/// The last character boundary at or before an offset.
pub(crate) fn floor(text: &str, offset: usize) -> usize {
    let mut offset = offset.min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    offset
}

#[cfg(feature = "serde")]
mod serde_impls {
    use serde::de::{Deserialize, Deserializer, Error};
    use serde::ser::{Serialize, Serializer};

    use super::Span;

    /// As `[start, end]`.
    impl Serialize for Span {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            (self.start, self.end).serialize(serializer)
        }
    }

    impl<'de> Deserialize<'de> for Span {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Span, D::Error> {
            let (start, end) = <(u32, u32)>::deserialize(deserializer)?;
            if start > end {
                return Err(D::Error::custom(format_args!(
                    "span [{start}, {end}] ends before it starts"
                )));
            }
            Ok(Span { start, end })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Span, beginning, within_reach};

    #[test]
    fn a_text_is_read_as_far_as_spans_reach() {
        assert_eq!(beginning("It’s", 9), "It’s");
        // The apostrophe has three bytes.
        for most in 2..5 {
            assert_eq!(beginning("It’s", most), "It", "{most}");
        }
        assert_eq!(beginning("It’s", 5), "It’");
        assert_eq!(within_reach("It’s"), "It’s");
    }

    #[test]
    fn no_span_wraps_around() {
        const LIMIT: usize = u32::MAX as usize;
        assert_eq!(Span::new(LIMIT, LIMIT).map(Span::end), Some(LIMIT));
        assert_eq!(Span::new(1, LIMIT + 2), None);
        let error = Span::try_from(0..LIMIT + 1).unwrap_err();
        assert!(error.to_string().contains("4294967296"), "{error}");
    }
}
