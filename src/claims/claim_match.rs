//! The words of a text that a claim matches, and what is written otherwise there.

use super::claim::{Pattern, Segment};
use super::search::SegmentMatch;
use super::words::{Stream, TextWords};
use crate::error::named;
use crate::span::Span;
use crate::token::mark;

/// The words of a text that a claim matches.
///
/// ```
/// use quotation::{Audit, Claim, QuoteDetector};
///
/// let text = "“It holds,” said Ines Okoro.";
/// let document = QuoteDetector::new().detect(text);
/// let audit = Audit::new(&document, &[Claim::new("it holds")]);
/// let found = audit.findings()[0].found().unwrap();
/// assert_eq!(&text[found.spans()[0]], "It holds");
/// ```
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct ClaimMatch {
    pub(super) spans: Vec<Span>,
    pub(super) differences: Vec<Difference>,
    pub(super) changed: f32,
}

impl ClaimMatch {
    /// The words, in pieces where the claim leaves words out or the text interrupts them.
    ///
    /// ```
    /// use quotation::{Audit, Claim, QuoteDetector};
    ///
    /// let text = "“It holds,” said Ines Okoro.";
    /// let document = QuoteDetector::new().detect(text);
    /// let audit = Audit::new(&document, &[Claim::new("it holds")]);
    /// let found = audit.findings()[0].found().unwrap();
    /// assert_eq!(&text[found.spans()[0]], "It holds");
    /// ```
    #[must_use]
    pub fn spans(&self) -> &[Span] {
        &self.spans
    }

    /// What the claim has otherwise than the text, in the order of [`Difference`]; nothing if it has
    /// the text to the letter.
    ///
    /// ```
    /// use quotation::{Audit, Claim, QuoteDetector};
    ///
    /// let text = "“It holds,” said Ines Okoro.";
    /// let document = QuoteDetector::new().detect(text);
    /// let audit = Audit::new(&document, &[Claim::new("it holds")]);
    /// let found = audit.findings()[0].found().unwrap();
    /// assert_eq!(found.differences(), [quotation::Difference::Case]);
    /// ```
    #[must_use]
    pub fn differences(&self) -> &[Difference] {
        &self.differences
    }

    /// Words that were added, left out without an ellipsis, or replaced, as a share of the claim's: from 0, where all are there,
    /// to a quarter.
    ///
    /// ```
    /// use quotation::{Audit, Claim, QuoteDetector};
    ///
    /// let text = "“It holds,” said Ines Okoro.";
    /// let document = QuoteDetector::new().detect(text);
    /// let audit = Audit::new(&document, &[Claim::new("it holds")]);
    /// let found = audit.findings()[0].found().unwrap();
    /// assert_eq!(found.changed(), 0.0);
    /// ```
    #[must_use]
    pub fn changed(&self) -> f32 {
        self.changed
    }

    /// Whether the claim has the text to the letter.
    ///
    /// ```
    /// use quotation::{Audit, Claim, QuoteDetector};
    ///
    /// let text = "“It holds,” said Ines Okoro.";
    /// let document = QuoteDetector::new().detect(text);
    /// let audit = Audit::new(&document, &[Claim::new("it holds")]);
    /// let found = audit.findings()[0].found().unwrap();
    /// assert!(!found.is_exact());
    /// ```
    #[must_use]
    pub fn is_exact(&self) -> bool {
        self.differences.is_empty()
    }
}

named! {
    /// In what a claim differs from the text.
    #[non_exhaustive]
    pub enum Difference {
        /// White space.
        WhiteSpace = "white-space",
        /// Quotation marks and apostrophes.
        Marks = "marks",
        /// Other punctuation.
        Punctuation = "punctuation",
        /// Capital letters.
        Case = "case",
        /// Words that the claim leaves out with an ellipsis.
        Ellipsis = "ellipsis",
        /// Words that the claim changes or adds in brackets.
        Brackets = "brackets",
        /// Words of the text that interrupt the quotation: “The dam,” she said, “will hold.”
        Narration = "narration",
        /// Other words.
        Words = "words",
    }
}

/// Describes what a claim matches.
pub(super) fn describe(
    quotation: &str,
    pattern: &Pattern,
    found: &SegmentMatch,
    stream: &Stream,
    words: &TextWords<'_>,
) -> ClaimMatch {
    let pieces: Vec<Vec<Span>> = found
        .ranges
        .iter()
        .map(|range| pieces(&stream.positions[range.clone()], words))
        .collect();
    let spans: Vec<Span> = pieces.concat();
    let hull = spans.iter().copied().reduce(Span::join).unwrap_or_default();
    let claimed = pattern.range().map(|range| &quotation[range]);
    if found.edits == 0 && claimed == Some(&words.text[hull]) {
        return ClaimMatch {
            spans: vec![hull],
            differences: Vec::new(),
            changed: 0.0,
        };
    }
    let mut differences = Vec::new();
    let is_interrupted = pieces.iter().any(|pieces| pieces.len() > 1);
    for (is_so, difference) in [
        (pattern.has_ellipsis, Difference::Ellipsis),
        (pattern.has_brackets, Difference::Brackets),
        (is_interrupted, Difference::Narration),
        (found.edits > 0, Difference::Words),
    ] {
        differences.extend(is_so.then_some(difference));
    }
    if found.edits == 0 {
        for (segment, range) in pattern.segments.iter().zip(&found.ranges) {
            let positions = &stream.positions[range.clone()];
            compare(quotation, segment, positions, words, &mut differences);
        }
    }
    differences.sort_unstable();
    differences.dedup();
    ClaimMatch {
        spans,
        differences,
        changed: found.edits as f32 / pattern.len().max(1) as f32,
    }
}

/// The spans of words, one for those that follow each other in the text.
fn pieces(positions: &[Option<u32>], words: &TextWords<'_>) -> Vec<Span> {
    let word = |at: &Option<u32>| words.spans.get((*at)? as usize).copied();
    positions
        .chunk_by(|one, next| one.map(|one| one + 1) == *next)
        .filter_map(|piece| Some(word(piece.first()?)?.join(word(piece.last()?)?)))
        .collect()
}

/// Notes how a segment is written otherwise than the same words of the text.
fn compare(
    quotation: &str,
    segment: &Segment,
    positions: &[Option<u32>],
    words: &TextWords<'_>,
    differences: &mut Vec<Difference>,
) {
    let mut before: Option<(usize, usize)> = None;
    for (claimed, &position) in segment.ranges.iter().zip(positions) {
        let Some(position) = position else {
            continue;
        };
        let span = words.spans[position as usize];
        let (word, other) = (&quotation[claimed.clone()], &words.text[span]);
        if word != other {
            differences.extend(between_words(word, other));
        }
        if let Some((claim_end, text_end)) = before
            // Narration stands between two words of a joined quotation.
            && position.checked_sub(1).map(|before| words.spans[before as usize].end()) == Some(text_end)
        {
            let claim_gap = &quotation[claim_end..claimed.start];
            differences.extend(between_gaps(claim_gap, &words.text[text_end..span.start()]));
        }
        before = Some((claimed.end, span.end()));
    }
}

fn between_words(one: &str, other: &str) -> Option<Difference> {
    let letters = |word: &str| -> String { word.chars().filter(|&c| !is_mark(c)).collect() };
    let same_marks = {
        let marks = |word: &str| -> String { word.chars().filter(|&c| is_mark(c)).collect() };
        marks(one) == marks(other)
    };
    if !same_marks {
        Some(Difference::Marks)
    } else if one.contains(['[', ']']) {
        None
    } else {
        (letters(one) != letters(other)).then_some(Difference::Case)
    }
}

fn between_gaps(one: &str, other: &str) -> Option<Difference> {
    if one == other {
        return None;
    }
    let visible = |gap: &str| -> String { gap.chars().filter(|c| !c.is_whitespace()).collect() };
    let (one, other) = (visible(one), visible(other));
    if one == other {
        return Some(Difference::WhiteSpace);
    }
    let bare = |gap: &str| -> String { gap.chars().filter(|&c| !is_mark(c)).collect() };
    Some(match bare(&one) == bare(&other) {
        true => Difference::Marks,
        false => Difference::Punctuation,
    })
}

/// Whether a character is a quotation mark or an apostrophe, that which Unicode has for a letter among them.
fn is_mark(c: char) -> bool {
    mark::is_mark(c) || c == 'ʼ'
}
