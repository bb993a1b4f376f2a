//! Offsets in characters, which corpora count, made offsets in bytes.

use crate::gold::Extent;

/// Where each character of a text begins, in bytes.
#[derive(Debug)]
pub(super) struct CharStarts(Vec<usize>);

impl CharStarts {
    pub(super) fn of(text: &str) -> CharStarts {
        let starts = text.char_indices().map(|(at, _)| at);
        CharStarts(starts.chain([text.len()]).collect())
    }

    /// The bytes of a range of characters; one that reaches beyond the text ends with it.
    pub(super) fn extent(&self, start: usize, end: usize) -> Extent {
        let byte = |at: usize| self.0[at.min(self.0.len() - 1)];
        Extent::new(byte(start), byte(end))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_of_several_bytes_are_counted() {
        let text = "“No”";
        let starts = CharStarts::of(text);
        assert_eq!(starts.extent(0, 4), Extent::new(0, text.len()));
        assert_eq!(starts.extent(1, 3), Extent::new(3, 5));
    }
}
