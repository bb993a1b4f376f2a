//! Names as they are compared: without case, accents, articles and punctuation.

use caseless::default_case_fold_str;
use unicode_normalization::UnicodeNormalization;

/// What may stand before a name and does not make it another.
const TITLES: &[&str] = &[
    "mr",
    "mrs",
    "ms",
    "miss",
    "mx",
    "dr",
    "prof",
    "professor",
    "sir",
    "dame",
    "lord",
    "lady",
    "president",
    "senator",
    "sen",
    "representative",
    "rep",
    "governor",
    "gov",
    "secretary",
    "minister",
    "mayor",
    "judge",
    "justice",
    "general",
    "gen",
    "colonel",
    "col",
    "captain",
    "capt",
    "pope",
    "king",
    "queen",
    "prince",
    "princess",
    "admiral",
    "major",
    "lieutenant",
    "sergeant",
    "inspector",
    "reverend",
    "rev",
    "father",
    "sister",
    "brother",
    "aunt",
    "uncle",
    "cousin",
    "madame",
    "madam",
    "monsieur",
    "mademoiselle",
    "mlle",
    "mme",
    "signor",
    "signora",
    "herr",
    "frau",
    "count",
    "countess",
    "baron",
    "baroness",
    "duke",
    "duchess",
    "master",
    "young",
    "old",
    "poor",
    "dear",
    "little",
];

/// The words of a name in lower case, without accents, articles and punctuation.
pub(crate) fn fold(name: &str) -> String {
    let decomposed: String = name.nfkd().collect();
    let kept: String = default_case_fold_str(&decomposed)
        .chars()
        .filter(|c| c.is_alphanumeric() || c.is_whitespace())
        .collect();
    let words = kept.split_whitespace();
    let words: Vec<&str> = words
        .filter(|word| !["the", "a", "an"].contains(word))
        .collect();
    words.join(" ")
}

/// A folded name without the titles before it, where two words or more remain: "Miss Okoro" keeps its
/// title.
pub(crate) fn bare(name: &str) -> String {
    let folded = fold(name);
    let words: Vec<&str> = folded.split_whitespace().collect();
    let rest = without_titles(&words);
    if rest.len() >= 2 && rest.len() < words.len() {
        rest.join(" ")
    } else {
        folded
    }
}

/// Whether a name is another's, at most with a few words before it, such as those of a role.
pub(crate) fn is_same(said: &str, gold: &str) -> bool {
    /// How many words may stand before the name.
    const ROLE: usize = 3;
    let (said, gold) = (fold(said), fold(gold));
    let said: Vec<&str> = said.split_whitespace().collect();
    let gold: Vec<&str> = gold.split_whitespace().collect();
    let (said, gold) = (without_titles(&said), without_titles(&gold));
    !gold.is_empty() && said.ends_with(gold) && said.len() <= gold.len() + ROLE
}

fn without_titles<'w, 't>(words: &'w [&'t str]) -> &'w [&'t str] {
    let first = words.iter().position(|word| !TITLES.contains(word));
    &words[first.unwrap_or(words.len())..]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_compared_without_what_does_not_matter() {
        assert_eq!(fold("The Émile O'Dowd"), "emile odowd");
        assert_eq!(bare("Miss Ines Okoro"), "ines okoro");
        assert_eq!(bare("Miss Okoro"), "miss okoro");
        assert!(is_same("Minister Ines Okoro", "Ines Okoro"));
        assert!(is_same(
            "the ministry's engineer Ines Okoro",
            "Dr. Ines Okoro"
        ));
        assert!(!is_same("Okoro", "Ines Okoro"));
        assert!(!is_same("Ines Okoro", ""));
    }
}
