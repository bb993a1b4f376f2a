//! Names.

use crate::language::facts::WordId;
use crate::language::pairs::Pairs;

/// Other forms of the words of names, and the words around them.
#[derive(Clone, Copy, Debug)]
pub struct Names {
    /// Titles written short, each with its full word: "sen" and "senator".
    pub abbreviated_titles: Pairs,
    /// Short and pet forms of given names, each with the names that it stands for, parted by spaces:
    /// "lizzy" and "elizabeth".
    pub nicknames: Pairs,
    /// What stands after the family name and tells father from son, without a full stop: "Jr".
    pub suffixes: &'static [&'static str],
    /// The name in lower case of which a word is the plural: "berg" of "the bergs".
    pub singular: fn(&str) -> Option<&str>,
    /// The endings of nouns for several who do or are something, by which one that no list has is told from a name where a
    /// sentence begins: "herders".
    pub endings_of_people: &'static [&'static str],
    /// The endings of a name that owns something: "'s" of "Berg's".
    pub possessive_endings: &'static [&'static str],
    /// What stands between the names of two who are named as one speaker, with spaces: " and ".
    pub and: &'static str,
    /// What those who are named together are called by their number: "the two", "the pair".
    pub counted: &'static [(WordId, usize)],
    /// Words besides "of" that join an organisation's noun to its field: "Department for Transport".
    pub joining_field: &'static [WordId],
    /// What joins an office to its field, besides "of": "Minister for Health".
    pub before_field: &'static [WordId],
    /// What stands after a pronoun for somebody and makes it another: "someone else".
    pub other: &'static [WordId],
    /// What places stand after: "in Quillby".
    pub before_places: &'static [WordId],
    /// What places stand after where no verb stands before it: "a house at Quillby", not "looked at
    /// Marta".
    pub before_places_without_verb: &'static [WordId],
    /// What is joined to family names by a hyphen and left out in the list of a telephone book: "al" of "al-Masri".
    pub articles: &'static [&'static str],
    /// The noun for a name: "my name is".
    pub noun: &'static [WordId],
}

impl Names {
    /// Every name has one form.
    pub const NONE: Names = Names {
        abbreviated_titles: Pairs(&[]),
        nicknames: Pairs(&[]),
        suffixes: &[],
        singular: |_| None,
        endings_of_people: &[],
        possessive_endings: &[],
        and: " & ",
        counted: &[],
        joining_field: &[],
        before_field: &[],
        other: &[],
        before_places: &[],
        before_places_without_verb: &[],
        articles: &[],
        noun: &[],
    };

    /// A word that owns something, without the ending that tells so.
    pub(crate) fn without_possessive<'w>(&self, word: &'w str) -> Option<&'w str> {
        let mut endings = self.possessive_endings.iter();
        endings.find_map(|&ending| word.strip_suffix(ending))
    }

    /// What tells the bearer of a name from father or son, if it is the last word.
    pub(crate) fn suffix(&self, last: &str) -> Option<&'static str> {
        let last = last.trim_end_matches('.');
        self.suffixes.iter().copied().find(|&suffix| suffix == last)
    }

    /// Whether a part of a name before a hyphen is an article: "al" and "Al".
    pub(crate) fn is_article(&self, part: &str) -> bool {
        self.articles
            .iter()
            .any(|article| article.eq_ignore_ascii_case(part))
    }

    /// The full word of a title that is written short, both in lower case: "senator" of "sen".
    pub(crate) fn spelt_out(&self, title: &str) -> Option<&'static str> {
        self.abbreviated_titles.get(title)
    }

    /// The given names for which a short or pet form stands, all in lower case: "elizabeth" of
    /// "lizzy".
    pub(crate) fn given_names_of(
        &self,
        nickname: &str,
    ) -> impl Iterator<Item = &'static str> + use<> {
        let names = self.nicknames.get(nickname).unwrap_or_default();
        names.split(' ').filter(|name| !name.is_empty())
    }
}
