//! Reading the lines of the word lists.

use super::class::{Class, Classes, Frame, Frames};
use super::inflection::Verb;

/// The word lists of a language; the header of `lexicon.rs` tells their format.
#[derive(Clone, Copy, Debug)]
pub struct WordLists<'t> {
    /// Words that rules ask for one by one: they have the first numbers, in this order.
    pub named: &'t [&'t str],
    /// Lists of verbs. A form of two verbs has the lemma of the first.
    pub verbs: &'t [&'t str],
    /// Lists of words of every other kind.
    pub words: &'t [&'t str],
}

/// The lines of a list that hold an entry.
pub(super) fn lines(list: &str) -> impl Iterator<Item = &str> {
    list.lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// A line of a word list.
#[derive(Debug)]
pub(super) struct WordEntry<'t> {
    pub(super) word: &'t str,
    pub(super) classes: Classes,
    pub(super) plural: Plural<'t>,
}

/// The plural that a line asks for.
#[derive(Debug)]
pub(super) enum Plural<'t> {
    None,
    Regular,
    Irregular(&'t str),
}

impl<'t> WordEntry<'t> {
    pub(super) fn parse(line: &'t str) -> Result<WordEntry<'t>, String> {
        let mut parts = line.split_ascii_whitespace();
        let word = parts.next().ok_or("expected a word")?;
        let mut entry = WordEntry {
            word,
            classes: Classes::NONE,
            plural: Plural::None,
        };
        for label in parts {
            if label == "plural" {
                entry.plural = Plural::Regular;
            } else if let Some(plural) = label.strip_prefix("plural=") {
                entry.plural = Plural::Irregular(plural);
            } else if let Some(class) = Class::named(label) {
                entry.classes |= Classes::of(&[class]);
            } else {
                return Err(format!("unknown label {label:?} of {word:?}"));
            }
        }
        if entry.classes.is_empty() {
            return Err(format!("expected a label after {word:?}"));
        }
        Ok(entry)
    }
}

/// A line of a verb list.
#[derive(Debug)]
pub(super) struct VerbEntry<'t> {
    pub(super) verb: Verb<'t>,
    pub(super) classes: Classes,
    pub(super) frames: Frames,
}

impl<'t> VerbEntry<'t> {
    pub(super) fn parse(line: &'t str) -> Result<VerbEntry<'t>, String> {
        let (forms, labels) = line.split_once(':').unwrap_or((line, ""));
        let mut forms = forms.split_ascii_whitespace();
        let lemma = forms.next().ok_or("expected a verb")?;
        let past = forms.next();
        let participle = forms.next().or(past);
        let ing = forms.next();
        if let Some(form) = forms.next() {
            return Err(format!("expected a colon instead of {form:?} of {lemma:?}"));
        }
        let mut entry = VerbEntry {
            verb: Verb {
                lemma,
                past,
                participle,
                ing,
            },
            classes: Classes::NONE,
            frames: Frames::NONE,
        };
        for label in labels.split_ascii_whitespace() {
            if let Some(frame) = Frame::named(label) {
                entry.frames |= Frames::of(&[frame]);
            } else if let Some(class) = Class::named(label) {
                entry.classes |= Classes::of(&[class]);
            } else {
                return Err(format!("unknown label {label:?} of {lemma:?}"));
            }
        }
        Ok(entry)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::english::LISTS;

    #[test]
    fn every_line_parses() {
        for line in LISTS.words.iter().flat_map(|list| lines(list)) {
            if let Err(message) = WordEntry::parse(line) {
                panic!("{message}");
            }
        }
        for line in LISTS.verbs.iter().flat_map(|list| lines(list)) {
            if let Err(message) = VerbEntry::parse(line) {
                panic!("{message}");
            }
        }
    }

    #[test]
    fn every_list_is_sorted_unique_and_in_lower_case() {
        for list in LISTS.words.iter().chain(LISTS.verbs) {
            let words: Vec<&str> = lines(list)
                .filter_map(|line| line.split_ascii_whitespace().next())
                .collect();
            for pair in words.windows(2) {
                assert!(pair[0] < pair[1], "{} stands before {}", pair[0], pair[1]);
            }
            for line in lines(list) {
                assert_eq!(line, line.to_lowercase(), "upper case");
                assert!(!line.contains('\u{2019}'), "curly apostrophe: {line}");
                let merged = "@[\\]^_`{|}~";
                assert!(
                    !line.contains(|c| merged.contains(c)),
                    "no part of a key: {line}"
                );
                assert!(
                    !line.starts_with(' ') && !line.ends_with(' '),
                    "space around: {line:?}"
                );
            }
            assert!(
                words.iter().all(|word| !word.ends_with('.')),
                "a final full stop"
            );
        }
    }

    #[test]
    fn bad_lines_are_told() {
        assert!(WordEntry::parse("word").is_err());
        assert!(
            WordEntry::parse("word noun nuon")
                .unwrap_err()
                .contains("nuon")
        );
        assert!(
            VerbEntry::parse("say said said saying sayd : that")
                .unwrap_err()
                .contains("colon")
        );
        assert!(
            VerbEntry::parse("say said : thta")
                .unwrap_err()
                .contains("thta")
        );
    }
}
