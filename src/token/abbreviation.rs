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

const LIST: &str = include_str!("../lexicon/en/abbreviations.txt");

static WORDS: WordList<1024> = WordList::read(LIST);

/// How the word is used with a full stop behind it, if the list has it.
pub(super) fn listed(word: &str) -> Option<Use> {
    match WORDS.label(word)? {
        b't' => Some(Use::Title),
        b'n' => Some(Use::Number),
        _ => Some(Use::Anywhere),
    }
}

/// How an abbreviation is used, given with its full stop: "Lt.-Gen." as its last part is.
pub(super) fn used(abbreviation: &str) -> Use {
    let word = abbreviation.trim_end_matches('.');
    let part = word.rsplit('-').next().unwrap_or(word);
    listed(part).unwrap_or(Use::Anywhere)
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
            assert_eq!(listed(word), Some(expected), "{word}");
        }
        assert_eq!(listed("Abc"), None);
        assert_eq!(listed("Abcdefghi"), None);
        assert_eq!(listed(""), None);
    }

    #[test]
    fn the_last_part_tells_the_use() {
        assert_eq!(used("Lt.-Gen."), Use::Title);
        assert_eq!(used("D-Ill."), Use::Anywhere);
        assert_eq!(used("U.S."), Use::Anywhere);
    }
}
