//! The words of a language.

use crate::language::facts::WordId;
use crate::language::inflection::Inflection;
use crate::language::key::Key;
use crate::language::list::WordLists;
use crate::language::table::Table;
use crate::language::{make, perfect};

/// The words that are listed, and the forms of those that a caller adds.
#[derive(Clone, Copy, Debug)]
pub struct Words {
    pub(in crate::language) table: Table<'static>,
    pub(in crate::language) inflection: Inflection,
}

impl Words {
    /// No words.
    pub const NONE: Words = Words {
        table: Table::EMPTY,
        inflection: Inflection::NONE,
    };

    /// The number of a listed word, by which rules may ask for it.
    #[must_use]
    pub fn number(&self, word: &str) -> WordId {
        Key::of(word).map_or(WordId::UNKNOWN, |key| self.table.get(key).word)
    }

    /// The words of lists that are read while the program runs. Like all of a language, they are kept
    /// to its end.
    ///
    /// # Errors
    ///
    /// If a line is not in the format of its list, or there are too many words.
    pub fn of(lists: &WordLists<'_>, inflection: Inflection) -> Result<Words, String> {
        let (pilots, entries) = perfect::table(&make::words(lists, inflection)?)?;
        let pilots: &'static [[u8; 2]] = Vec::leak(pilots);
        let table = Table {
            pilots: pilots.try_into().expect("a pilot a group"),
            entries: Vec::leak(entries),
        };
        Ok(Words { table, inflection })
    }
}
