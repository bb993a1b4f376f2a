//! Whether content stands within quotation marks: wholly, partly, or not at all.

use std::ops::Range;

use regex::Regex;

use crate::gold::{Extent, Kind};

const DOUBLE: &[char] = &['"', '“', '”', '„', '«', '»'];
/// Stops and dashes that may stand outside the marks of a piece that is quoted wholly.
const OUTSIDE: &str = ".,;:!?-—– ";

/// Tells the kind of content by its marks.
#[derive(Debug)]
pub(super) struct Kinds {
    /// Words between single marks, which stand where quotations do.
    single: Regex,
    /// A closing mark, plain words, an opening mark.
    gap: Regex,
}

impl Kinds {
    pub(super) fn new() -> Kinds {
        let regex = |pattern| Regex::new(pattern).expect("a pattern that is written here");
        Kinds {
            single: regex(r"(?:^|[\s(\[—-])['‘][^\s'’][^'’]*['’](?:$|[\s.,;:!?)\]—-])"),
            gap: regex(r#"["”»]\s*\w[^"“”„«»]*\s["“„«]"#),
        }
    }

    pub(super) fn of(&self, text: &str, spans: &[Extent]) -> Kind {
        let pieces: Vec<&str> = spans
            .iter()
            .map(|span| &text[span.start..span.end])
            .collect();
        let content = pieces.join(" ");
        if !self.single.is_match(&content) && !with_one_mark(&content).contains(DOUBLE) {
            Kind::Indirect
        } else if pieces.iter().all(|piece| self.is_wholly_quoted(piece)) {
            Kind::Direct
        } else {
            Kind::Mixed
        }
    }

    fn is_wholly_quoted(&self, piece: &str) -> bool {
        let piece = with_one_mark(piece);
        let piece = piece.trim().trim_matches(|c| OUTSIDE.contains(c));
        let marked = |c: Option<char>, single: [char; 2]| {
            c.is_none_or(|c| DOUBLE.contains(&c) || single.contains(&c))
        };
        let mut chars = piece.chars();
        let (first, last) = (piece.chars().next(), piece.chars().next_back());
        chars.next();
        chars.next_back();
        marked(first, ['\'', '‘'])
            && marked(last, ['\'', '’'])
            && !self.gap.is_match(chars.as_str())
    }
}

/// The text with one character for each double mark that was written as two single ones.
fn with_one_mark(text: &str) -> String {
    text.replace("''", "\"").replace("``", "\"")
}

/// The stretches between double quotation marks, with them; a blank line ends what was not closed.
pub(super) fn quoted_stretches(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices() {
        match c {
            '"' | '“' | '”' => match start.take() {
                Some(start) => found.push(start..at + c.len_utf8()),
                None => start = Some(at),
            },
            '\n' if text[at..].starts_with("\n\n") => start = None,
            _ => {}
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kind(text: &str) -> Kind {
        Kinds::new().of(text, &[Extent::new(0, text.len())])
    }

    #[test]
    fn marks_tell_the_kind() {
        assert_eq!(kind("that the dam would hold"), Kind::Indirect);
        assert_eq!(kind("that Okoro's dam wouldn't hold"), Kind::Indirect);
        assert_eq!(kind("“The dam will hold.”"), Kind::Direct);
        assert_eq!(kind("''The dam will hold,''"), Kind::Direct);
        assert_eq!(kind("‘The dam will hold’"), Kind::Direct);
        assert_eq!(kind("that the dam “will hold”"), Kind::Mixed);
        assert_eq!(kind("“hold” for a year and “longer”"), Kind::Mixed);
    }

    #[test]
    fn a_blank_line_ends_an_open_quotation() {
        assert_eq!(quoted_stretches("“b” c"), vec![0..7]);
        assert_eq!(quoted_stretches("a “b\n\nc “d” “e”"), [10..17, 18..25]);
    }
}
