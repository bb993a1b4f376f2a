//! Other forms of English titles and names.

use super::named;
use crate::language::pairs::pairs;
use crate::language::supply::Names;

pub(in crate::language) const NAMES: Names = Names {
    abbreviated_titles: pairs!(include_str!("words/abbreviated-titles.txt")),
    nicknames: pairs!(include_str!("words/nicknames.txt")),
    suffixes: &[
        "Jr", "Jnr", "Sr", "Snr", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "XI", "XII",
    ],
    singular: |word| word.strip_suffix('s'),
    endings_of_people: &["ers", "ists", "ians"],
    possessive_endings: &["'s", "’s"],
    and: " and ",
    counted: &[
        (named::COUPLE, 2),
        (named::DUO, 2),
        (named::PAIR, 2),
        (named::TWO, 2),
        (named::THREE, 3),
        (named::TRIO, 3),
    ],
    joining_field: &[named::FOR, named::ON],
    before_field: &[named::FOR],
    other: &[named::ELSE],
    before_places: &[named::IN],
    before_places_without_verb: &[named::AT],
    articles: &["al", "el", "ad", "ar", "ash", "az"],
    noun: &[named::NAME],
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_sorted_and_in_lower_case() {
        for pairs in [NAMES.abbreviated_titles, NAMES.nicknames] {
            assert!(pairs.0.is_sorted_by(|a, b| a.word < b.word));
            for pair in pairs.0 {
                assert_eq!(pair.word.to_lowercase(), pair.word);
                assert_eq!(pair.meaning.to_lowercase(), pair.meaning);
            }
        }
    }
}
