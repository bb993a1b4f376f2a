//! Words that a full stop abbreviates.

use super::list::WordList;

/// How an abbreviation is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Use {
    /// What it belongs to follows, so that no sentence ends with it: "Mr.", "vs.".
    Title,
    /// It stands before a number; elsewhere its letters are a word: "No.".
    Number,
    /// A sentence can go on behind it and can end with it: "Inc.", "U.S.", "J.".
    Anywhere,
}

const LIST: &str = include_str!("../language/english/words/abbreviations.txt");

static WORDS: WordList<1024> = WordList::read(LIST);

/// How the word between two offsets is used with a full stop behind it, if the list has it.
pub(super) fn listed(bytes: &[u8], start: usize, end: usize) -> Option<Use> {
    match WORDS.label(bytes, start, end)? {
        b't' => Some(Use::Title),
        b'n' => Some(Use::Number),
        _ => Some(Use::Anywhere),
    }
}

/// How an abbreviation is used, given with its full stop: "Lt.-Gen." as its last part is.
pub(super) fn used(abbreviation: &str) -> Use {
    let word = abbreviation.trim_end_matches('.');
    let part = word.rfind('-').map_or(0, |hyphen| hyphen + 1);
    listed(word.as_bytes(), part, word.len()).unwrap_or(Use::Anywhere)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_sorted_and_found() {
        let entries: Vec<(&str, &str)> = LIST
            .lines()
            .filter(|line| !line.starts_with('#'))
            .map(|line| line.split_once(' ').expect("a word and its use"))
            .collect();
        assert!(entries.is_sorted_by(|a, b| a.0 < b.0));
        for (word, used) in entries {
            let expected = match used {
                "title" => Use::Title,
                "number" => Use::Number,
                "anywhere" => Use::Anywhere,
                other => panic!("{word} is used {other}"),
            };
            assert_eq!(
                listed(word.as_bytes(), 0, word.len()),
                Some(expected),
                "{word}"
            );
        }
        assert_eq!(listed(b"Mr. Abc", 0, 2), Some(Use::Title));
        assert_eq!(listed(b"Abc", 0, 3), None);
        assert_eq!(listed(b"Abcdefghi", 0, 9), None);
        assert_eq!(listed(b"Mr", 2, 2), None);
    }

    #[test]
    fn the_last_part_tells_the_use() {
        assert_eq!(used("Lt.-Gen."), Use::Title);
        assert_eq!(used("D-Ill."), Use::Anywhere);
        assert_eq!(used("U.S."), Use::Anywhere);
    }
}
