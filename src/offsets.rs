//! Byte offsets to characters and UTF-16 units, and back, at the edge of the crate.

use std::fmt;
use std::ops::Range;

use crate::error::{Error, Problem};
use crate::span::{Span, within_reach};

/// The bytes between two checkpoints: a conversion counts over fewer than these.
const BLOCK: usize = 256;

/// Converts the spans of one text to offsets in characters or UTF-16 units, and back.
///
/// Spans in this crate count bytes of UTF-8. Python counts characters (Unicode scalar values),
/// JavaScript and Java count UTF-16 units. One pass over the text makes the converter; each
/// conversion then takes a short time that does not depend on the length of the text, but for a
/// binary search on the way back.
///
/// ```
/// use quotation::{Offsets, Span};
///
/// let text = "“Zoë 🦀” sang.";
/// let offsets = Offsets::new(text);
/// let sang = Span::new(16, 20).unwrap();
/// assert_eq!(&text[sang], "sang");
/// assert_eq!(offsets.chars(sang)?, 8..12);
/// assert_eq!(offsets.utf16(sang)?, 9..13);
/// assert_eq!(offsets.span_of_chars(8..12)?, sang);
/// assert_eq!(offsets.span_of_utf16(9..13)?, sang);
/// # Ok::<(), quotation::Error>(())
/// ```
///
/// # Errors
///
/// Every conversion fails alike, with the offset and its unit in the message: if an offset lies
/// beyond the text or inside a character (a surrogate pair is one), or a range ends before it
/// starts. Of a text beyond 4 GiB, the first 4 GiB are covered.
#[derive(Clone)]
pub struct Offsets<'t> {
    text: &'t str,
    /// What lies before each block; empty for an ASCII text, where all units are the same.
    checkpoints: Vec<UnitCounts>,
    total: UnitCounts,
}

#[derive(Clone, Copy, Default)]
struct UnitCounts {
    chars: usize,
    utf16: usize,
}

#[derive(Clone, Copy)]
enum Unit {
    Char,
    Utf16,
}

impl<'t> Offsets<'t> {
    /// Counts through the text once.
    ///
    /// ```
    /// use quotation::{Offsets, Span};
    ///
    /// let offsets = Offsets::new("é𝄞!");
    /// assert_eq!(offsets.chars(Span::try_from(2..6)?)?, 1..2);
    /// # Ok::<(), quotation::Error>(())
    /// ```
    #[must_use]
    pub fn new(text: &'t str) -> Offsets<'t> {
        let text = within_reach(text);
        let mut total = UnitCounts::default();
        if text.is_ascii() {
            total.chars = text.len();
            total.utf16 = text.len();
            return Offsets {
                text,
                checkpoints: Vec::new(),
                total,
            };
        }
        let checkpoints = text
            .as_bytes()
            .chunks(BLOCK)
            .map(|block| {
                let before = total;
                total.chars += Unit::Char.count(block);
                total.utf16 += Unit::Utf16.count(block);
                before
            })
            .collect();
        Offsets {
            text,
            checkpoints,
            total,
        }
    }

    /// The span in characters.
    ///
    /// # Errors
    ///
    /// If an end of the span lies beyond the text or inside a character.
    ///
    /// ```
    /// use quotation::{Offsets, Span};
    ///
    /// let offsets = Offsets::new("é𝄞!");
    /// assert_eq!(offsets.chars(Span::try_from(2..7)?)?, 1..3);
    /// # Ok::<(), quotation::Error>(())
    /// ```
    pub fn chars(&self, span: Span) -> Result<Range<usize>, Error> {
        Ok(self.count_to(span.start(), Unit::Char)?..self.count_to(span.end(), Unit::Char)?)
    }

    /// The span in UTF-16 units.
    ///
    /// # Errors
    ///
    /// If an end of the span lies beyond the text or inside a character.
    ///
    /// ```
    /// use quotation::{Offsets, Span};
    ///
    /// let offsets = Offsets::new("é𝄞!");
    /// assert_eq!(offsets.utf16(Span::try_from(2..7)?)?, 1..4);
    /// # Ok::<(), quotation::Error>(())
    /// ```
    pub fn utf16(&self, span: Span) -> Result<Range<usize>, Error> {
        Ok(self.count_to(span.start(), Unit::Utf16)?..self.count_to(span.end(), Unit::Utf16)?)
    }

    /// The span of a range of characters.
    ///
    /// # Errors
    ///
    /// If the range ends before it starts or an end of it lies beyond the text.
    ///
    /// ```
    /// use quotation::{Offsets, Span};
    ///
    /// let offsets = Offsets::new("é𝄞!");
    /// assert_eq!(offsets.span_of_chars(1..3)?.range(), 2..7);
    /// assert!(offsets.span_of_chars(1..4).is_err());
    /// # Ok::<(), quotation::Error>(())
    /// ```
    pub fn span_of_chars(&self, range: Range<usize>) -> Result<Span, Error> {
        self.span_of(range, Unit::Char)
    }

    /// The span of a range of UTF-16 units.
    ///
    /// # Errors
    ///
    /// If the range ends before it starts or an end of it lies beyond the text or inside a
    /// surrogate pair.
    ///
    /// ```
    /// use quotation::{Offsets, Span};
    ///
    /// let offsets = Offsets::new("é𝄞!");
    /// assert_eq!(offsets.span_of_utf16(1..4)?.range(), 2..7);
    /// assert!(offsets.span_of_utf16(1..2).is_err());
    /// # Ok::<(), quotation::Error>(())
    /// ```
    pub fn span_of_utf16(&self, range: Range<usize>) -> Result<Span, Error> {
        self.span_of(range, Unit::Utf16)
    }

    fn span_of(&self, Range { start, end }: Range<usize>, unit: Unit) -> Result<Span, Error> {
        if start > end {
            return Err(Problem::Reversed { start, end }.into());
        }
        let start = self.byte_at(start, unit)?;
        let end = self.byte_at(end, unit)?;
        Ok(Span::between(start as u32, end as u32))
    }

    fn count_to(&self, offset: usize, unit: Unit) -> Result<usize, Error> {
        let len = self.text.len();
        if offset > len {
            let unit = "bytes";
            return Err(Problem::Beyond { offset, len, unit }.into());
        }
        if !self.text.is_char_boundary(offset) {
            let unit = "bytes";
            return Err(Problem::InsideCharacter { offset, unit }.into());
        }
        if self.checkpoints.is_empty() {
            return Ok(offset);
        }
        // The text may end where a block would begin.
        let block = (offset / BLOCK).min(self.checkpoints.len() - 1);
        let counted = unit.count(&self.text.as_bytes()[block * BLOCK..offset]);
        Ok(unit.of(self.checkpoints[block]) + counted)
    }

    fn byte_at(&self, offset: usize, unit: Unit) -> Result<usize, Error> {
        let len = unit.of(self.total);
        if offset > len {
            let unit = unit.name();
            return Err(Problem::Beyond { offset, len, unit }.into());
        }
        if offset == len {
            return Ok(self.text.len());
        }
        if self.checkpoints.is_empty() {
            return Ok(offset);
        }
        let block = self
            .checkpoints
            .partition_point(|&before| unit.of(before) <= offset)
            - 1;
        let mut reached = unit.of(self.checkpoints[block]);
        for (position, &byte) in self.text.as_bytes().iter().enumerate().skip(block * BLOCK) {
            if reached == offset && !is_continuation(byte) {
                return Ok(position);
            }
            if reached > offset {
                break;
            }
            reached += unit.width(byte);
        }
        let unit = unit.name();
        Err(Problem::InsideCharacter { offset, unit }.into())
    }
}

impl fmt::Debug for Offsets<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Offsets")
            .field("bytes", &self.text.len())
            .field("chars", &self.total.chars)
            .field("utf16", &self.total.utf16)
            .finish()
    }
}

impl Unit {
    const fn name(self) -> &'static str {
        match self {
            Unit::Char => "characters",
            Unit::Utf16 => "UTF-16 units",
        }
    }

    const fn of(self, counts: UnitCounts) -> usize {
        match self {
            Unit::Char => counts.chars,
            Unit::Utf16 => counts.utf16,
        }
    }

    /// The units of the character that begins with `byte`; none if no character does.
    const fn width(self, byte: u8) -> usize {
        match self {
            _ if is_continuation(byte) => 0,
            Unit::Utf16 if byte >= 0xF0 => 2,
            _ => 1,
        }
    }

    fn count(self, bytes: &[u8]) -> usize {
        bytes.iter().map(|&byte| self.width(byte)).sum()
    }
}

const fn is_continuation(byte: u8) -> bool {
    byte & 0b1100_0000 == 0b1000_0000
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every character of a text of several blocks, against the standard library's count.
    #[test]
    fn agrees_with_counting_from_the_start() {
        let text = "a“é🦀”z— 日本".repeat(60);
        let offsets = Offsets::new(&text);
        let (mut chars, mut utf16) = (0, 0);
        for (at, c) in text.char_indices() {
            let span = Span::new(at, at + c.len_utf8()).unwrap();
            assert_eq!(offsets.chars(span).unwrap(), chars..chars + 1);
            assert_eq!(offsets.utf16(span).unwrap(), utf16..utf16 + c.len_utf16());
            assert_eq!(offsets.span_of_chars(chars..chars + 1).unwrap(), span);
            assert_eq!(
                offsets.span_of_utf16(utf16..utf16 + c.len_utf16()).unwrap(),
                span
            );
            chars += 1;
            utf16 += c.len_utf16();
        }
    }

    #[test]
    fn a_text_of_whole_blocks_has_an_end() {
        let text = "é".repeat(BLOCK);
        let end = Span::new(text.len(), text.len()).unwrap();
        let offsets = Offsets::new(&text);
        assert_eq!(offsets.chars(end).unwrap(), BLOCK..BLOCK);
        assert_eq!(offsets.span_of_chars(BLOCK..BLOCK).unwrap(), end);
    }

    #[test]
    fn refuses_what_is_no_place_in_the_text() {
        let offsets = Offsets::new("é🦀");
        let refusal = |result: Result<Span, Error>| result.unwrap_err().to_string();
        assert_eq!(
            offsets
                .chars(Span::new(0, 1).unwrap())
                .unwrap_err()
                .to_string(),
            "offset 1: expected a character's edge, found the middle of one in bytes"
        );
        assert_eq!(
            offsets
                .utf16(Span::new(0, 7).unwrap())
                .unwrap_err()
                .to_string(),
            "offset 7: expected at most 6, the length of the text in bytes"
        );
        assert_eq!(
            refusal(offsets.span_of_chars(0..3)),
            "offset 3: expected at most 2, the length of the text in characters"
        );
        assert_eq!(
            refusal(offsets.span_of_utf16(1..2)),
            "offset 2: expected a character's edge, found the middle of one in UTF-16 units"
        );
        assert_eq!(
            refusal(offsets.span_of_utf16(Range { start: 2, end: 1 })),
            "offsets 2..1: expected an end at or after the start"
        );
    }
}
