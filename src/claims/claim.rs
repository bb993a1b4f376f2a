//! A claimed quotation, and its words as they are looked for.

use std::ops::Range;

use super::words::{Key, TextWords, word_ranges};

/// That somebody said something, as another program or a person claims.
///
/// ```
/// use quotation::Claim;
///
/// let claim = Claim::new("The dam … was built for worse").speaker("Ines Okoro");
/// # let _ = claim;
/// ```
#[must_use]
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Claim {
    pub(super) quotation: String,
    pub(super) speaker: Option<String>,
    pub(super) near: Option<usize>,
}

impl Claim {
    /// A claim that these words are quoted. Ellipses in it leave words out, square brackets hold
    /// words that were changed or added.
    ///
    /// ```
    /// let claim = quotation::Claim::new("The dam … will hold");
    /// # let _ = claim;
    /// ```
    pub fn new(quotation: impl Into<String>) -> Claim {
        Claim {
            quotation: quotation.into(),
            speaker: None,
            near: None,
        }
    }

    /// Sets whose words they are claimed to be.
    ///
    /// ```
    /// let claim = quotation::Claim::new("It holds").speaker("Ines Okoro");
    /// # let _ = claim;
    /// ```
    pub fn speaker(mut self, name: impl Into<String>) -> Claim {
        self.speaker = Some(name.into());
        self
    }

    /// Sets near which byte of the text the words are meant to stand, for words that come often. It need not lie in the
    /// text.
    ///
    /// ```
    /// let claim = quotation::Claim::new("It holds").near(1200);
    /// # let _ = claim;
    /// ```
    pub fn near(mut self, offset: usize) -> Claim {
        self.near = Some(offset);
        self
    }
}

/// How many words of the text an ellipsis may stand for: a few paragraphs. Set by hand, as the number that follows;
/// `tests/claims.rs` has cases.
const LONGEST_OMISSION: usize = 400;

/// How many words of the text brackets may stand for: a phrase.
const LONGEST_REPLACEMENT: usize = 16;

/// What stands before a segment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Boundary {
    /// The claim begins.
    Start,
    /// Words are left out.
    Ellipsis,
    /// Words are changed.
    Brackets,
}

impl Boundary {
    /// How many words of the text may stand there.
    pub(super) const fn reach(self) -> usize {
        match self {
            Boundary::Start => 0,
            Boundary::Ellipsis => LONGEST_OMISSION,
            Boundary::Brackets => LONGEST_REPLACEMENT,
        }
    }
}

/// Words of a claim that are to stand in the text without a gap.
#[derive(Debug)]
pub(super) struct Segment {
    pub(super) boundary: Boundary,
    /// Their numbers among the words of the text.
    pub(super) keys: Vec<Key>,
    /// Where they stand in the claim.
    pub(super) ranges: Vec<Range<usize>>,
}

/// A claim as it is looked for.
#[derive(Debug)]
pub(super) struct Pattern {
    /// Those segments that have words.
    pub(super) segments: Vec<Segment>,
    pub(super) has_ellipsis: bool,
    /// Whether brackets change words, or letters of one, as in "\[t\]he".
    pub(super) has_brackets: bool,
}

impl Pattern {
    pub(super) fn new(quotation: &str, words: &TextWords<'_>) -> Pattern {
        let mut pattern = Pattern {
            segments: Vec::new(),
            has_ellipsis: false,
            has_brackets: false,
        };
        let mut boundary = Boundary::Start;
        let mut start = 0;
        for (range, cut) in cuts(quotation) {
            pattern.has_ellipsis |= cut == Cut::Ellipsis;
            pattern.has_brackets |= cut != Cut::Ellipsis;
            if cut == Cut::WithinWord {
                continue;
            }
            let before = start..range.start;
            add(quotation, before, boundary, words, &mut pattern.segments);
            start = range.end;
            boundary = match cut {
                Cut::Ellipsis => Boundary::Ellipsis,
                _ => Boundary::Brackets,
            };
        }
        let last = start..quotation.len();
        add(quotation, last, boundary, words, &mut pattern.segments);
        pattern
    }

    /// How many words it has.
    pub(super) fn len(&self) -> usize {
        self.segments.iter().map(|segment| segment.keys.len()).sum()
    }

    /// From its first word to its last one.
    pub(super) fn range(&self) -> Option<Range<usize>> {
        let first = self.segments.first()?.ranges.first()?;
        let last = self.segments.last()?.ranges.last()?;
        Some(first.start..last.end)
    }
}

fn add(
    quotation: &str,
    range: Range<usize>,
    boundary: Boundary,
    words: &TextWords<'_>,
    segments: &mut Vec<Segment>,
) {
    let ranges: Vec<Range<usize>> = word_ranges(&quotation[range.clone()])
        .map(|word| word.start + range.start..word.end + range.start)
        .collect();
    if ranges.is_empty() {
        return;
    }
    let keys = ranges
        .iter()
        .map(|word| words.key(&quotation[word.clone()]));
    segments.push(Segment {
        boundary,
        keys: keys.collect(),
        ranges: ranges.clone(),
    });
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Cut {
    Ellipsis,
    Brackets,
    WithinWord,
}

/// Where a claim leaves words out or changes them, in order.
fn cuts(quotation: &str) -> Vec<(Range<usize>, Cut)> {
    let mut cuts = Vec::new();
    let mut at = 0;
    while let Some(found) = quotation[at..].find(['[', '…', '.']) {
        let start = at + found;
        let rest = &quotation[start..];
        let (len, cut) = match rest.chars().next() {
            Some('[') => match rest.find(']') {
                Some(close) => (close + 1, bracket(quotation, start, start + close + 1)),
                None => (1, Some(Cut::Brackets)),
            },
            Some('…') => ('…'.len_utf8(), Some(Cut::Ellipsis)),
            _ => dots(rest),
        };
        cuts.extend(cut.map(|cut| (start..start + len, cut)));
        at = start + len;
    }
    cuts
}

/// What a pair of brackets does: "\[…\]" leaves words out, "\[t\]he" changes letters.
fn bracket(quotation: &str, start: usize, end: usize) -> Option<Cut> {
    let within = &quotation[start + 1..end - 1];
    if !within.contains(char::is_alphanumeric) {
        return Some(Cut::Ellipsis);
    }
    let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let touches = is_letter(quotation[..start].chars().next_back())
        || is_letter(quotation[end..].chars().next());
    Some(match touches && within.chars().all(char::is_alphanumeric) {
        true => Cut::WithinWord,
        false => Cut::Brackets,
    })
}

/// An ellipsis of dots, spaces between them or not. One dot ends a sentence.
fn dots(rest: &str) -> (usize, Option<Cut>) {
    /// As every style guide has it.
    const FEWEST_DOTS: usize = 3;
    let mut count = 0;
    let mut len = 0;
    for (at, c) in rest.char_indices() {
        match c {
            '.' => {
                count += 1;
                len = at + 1;
            }
            ' ' | '\u{a0}' => {}
            _ => break,
        }
    }
    if count >= FEWEST_DOTS {
        (len, Some(Cut::Ellipsis))
    } else {
        (1, None)
    }
}
