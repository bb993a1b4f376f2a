//! Where the words of English stand.

use super::named;
use crate::language::list::WordLists;

/// The lists of all words but names' other forms; of verbs, the reporting ones first.
pub(crate) const LISTS: WordLists<'static> = WordLists {
    named: named::ALL,
    verbs: &[
        include_str!("words/reporting-verbs.txt"),
        include_str!("words/verbs.txt"),
    ],
    words: &[
        include_str!("words/function-words.txt"),
        include_str!("words/reporting-nouns.txt"),
        include_str!("words/titles.txt"),
        include_str!("words/persons.txt"),
        include_str!("words/naming.txt"),
        include_str!("words/nouns.txt"),
        include_str!("words/adjectives.txt"),
        include_str!("words/adverbs.txt"),
        include_str!("words/organisations.txt"),
        include_str!("words/places.txt"),
        include_str!("words/given-names.txt"),
        include_str!("words/surnames.txt"),
    ],
};
