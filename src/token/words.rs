//! Short word lists of the stages that read raw text.

/// A list of words, one a line in byte order; lines that begin with `#` are comments.
#[derive(Debug)]
pub(crate) struct WordList {
    words: Vec<&'static str>,
    longest: usize,
}

impl WordList {
    pub(crate) fn new(file: &'static str) -> WordList {
        let lines = file.lines();
        let words: Vec<&str> = lines
            .filter(|line| !line.is_empty() && !line.starts_with('#'))
            .collect();
        debug_assert!(words.is_sorted_by(|a, b| a < b), "out of order: {words:?}");
        let longest = words.iter().map(|word| word.len()).max().unwrap_or(0);
        WordList { words, longest }
    }

    /// Whether a word is in the list. Capitals of ASCII count as small letters.
    pub(crate) fn contains(&self, word: &[u8]) -> bool {
        let small = |entry: &&str| entry.bytes().cmp(word.iter().map(u8::to_ascii_lowercase));
        word.len() <= self.longest && self.words.binary_search_by(small).is_ok()
    }
}

#[cfg(test)]
mod tests {
    use super::WordList;

    #[test]
    fn comments_are_no_words() {
        let list = WordList::new("# No word.\n\nam\ntis\n");
        assert!(list.contains(b"tis") && list.contains(b"Tis") && list.contains(b"am"));
        assert!(!list.contains(b"") && !list.contains(b"# No word.") && !list.contains(b"ti"));
    }
}
