//! The strings between double quotation marks, as news is scored by.

use crate::gold::Extent;

const OPENING: [char; 4] = ['“', '„', '«', '‟'];
const CLOSING: [char; 2] = ['”', '»'];
/// A string has more bytes than a straight mark on either side.
const LEAST: usize = 2;

/// The strings of a text, paragraph by paragraph, with their marks.
pub(super) fn quoted_strings(text: &str) -> Vec<Extent> {
    let mut found = Vec::new();
    let mut start = None;
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let at = text.len() - rest.len();
        let is_double = c == '"' || rest.starts_with("''") || rest.starts_with("``");
        let width = if is_double && c != '"' {
            2
        } else {
            c.len_utf8()
        };
        if OPENING.contains(&c) {
            start = Some(at);
        } else if CLOSING.contains(&c) || is_double && start.is_some() {
            found.extend(start.take().map(|start| Extent::new(start, at + width)));
        } else if is_double {
            start = Some(at);
        } else if rest.starts_with("\n\n") {
            // One that runs on in the next paragraph.
            found.extend(start.take().map(|start| Extent::new(start, at)));
        }
        rest = &rest[width..];
    }
    found.retain(|span| span.len() > LEAST);
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn strings(text: &str) -> Vec<&str> {
        let found = quoted_strings(text).into_iter();
        found.map(|span| &text[span.start..span.end]).collect()
    }

    #[test]
    fn strings_end_with_their_marks_or_their_paragraph() {
        assert_eq!(
            strings("“It holds,” she said. \"It leaks.\""),
            ["“It holds,”", "\"It leaks.\""]
        );
        assert_eq!(strings("''It holds,'' she said"), ["''It holds,''"]);
        assert_eq!(
            strings("“It holds.\n\n“And leaks.”"),
            ["“It holds.", "“And leaks.”"]
        );
        assert_eq!(strings("a \"\" and a ” alone"), [""; 0]);
    }
}
