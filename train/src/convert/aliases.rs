//! Names that the mentions of a novel show and the table of its characters lacks.
//!
//! A table may know "Okoro" and "Miss Okoro" and not "Ines", by which the text and so a program may
//! call her. An answer by such a name is right, so it is added to the aliases.

use std::collections::{HashMap, HashSet};

use crate::gold::Character;
use crate::names::fold;

/// How often a mention must stand in the quotations of a novel to be a name.
const LEAST: usize = 2;
/// The share of its occurrences that must mean the one character, in parts of seven: a name that
/// now and then means another is not theirs.
const SHARE: (usize, usize) = (6, 7);
/// Words of a name that have no capital.
const SMALL: [&str; 2] = ["de", "of"];
/// What stands alone and calls many: no name, though it may begin with a capital.
const NO_NAMES: &[&str] = &[
    "he", "she", "it", "they", "we", "you", "i", "him", "her", "them", "us", "me", "his", "its",
    "their", "our", "your", "my", "this", "that", "who", "dear", "darling", "mother", "father",
    "papa", "mamma", "auntie", "aunt", "uncle", "brother", "sister", "child", "boy", "girl", "man",
    "woman", "miss", "mr", "mrs", "sir", "madam", "lord", "lady", "monsieur", "maam",
];

/// A mention in a quotation with the names of those whom it means.
#[derive(Clone, Debug)]
pub(super) struct Mention {
    pub(super) text: String,
    pub(super) entities: Vec<String>,
}

/// Adds to each character the names that only its mentions show, in the order of their first use.
pub(super) fn add_shown(cast: &mut [Character], mentions: &[Mention]) {
    let mut whose: HashMap<String, usize> = HashMap::new();
    let mut known: HashSet<String> = HashSet::new();
    for (number, one) in cast.iter().enumerate() {
        whose.insert(one.name.clone(), number);
    }
    for (number, one) in cast.iter().enumerate() {
        known.insert(fold(&one.name));
        for alias in &one.aliases {
            whose.entry(alias.clone()).or_insert(number);
            known.insert(fold(alias));
        }
    }
    for shown in counts(mentions) {
        if !is_name(&shown.name) || known.contains(&fold(&shown.name)) {
            continue;
        }
        let all: usize = shown.of.iter().map(|(_, count)| count).sum();
        for (entity, count) in shown.of {
            if count >= LEAST
                && SHARE.1 * count >= SHARE.0 * all
                && let Some(&number) = whose.get(entity)
            {
                cast[number].aliases.push(shown.name.clone());
            }
        }
    }
}

/// A name, and how often it means each entity.
struct Shown<'m> {
    name: String,
    of: Vec<(&'m str, usize)>,
}

/// The mentions of one entity alone, counted, in the order of the first of each.
fn counts(mentions: &[Mention]) -> Vec<Shown<'_>> {
    let mut positions: HashMap<String, usize> = HashMap::new();
    let mut all: Vec<Shown<'_>> = Vec::new();
    for mention in mentions {
        let [entity] = &mention.entities[..] else {
            continue;
        };
        let name = bare(&mention.text);
        let position = *positions.entry(name.clone()).or_insert(all.len());
        if position == all.len() {
            all.push(Shown {
                name,
                of: Vec::new(),
            });
        }
        let of = &mut all[position].of;
        match of.iter_mut().find(|(other, _)| other == entity) {
            Some((_, count)) => *count += 1,
            None => of.push((entity, 1)),
        }
    }
    all
}

/// A mention without line breaks, outer punctuation and an article.
fn bare(mention: &str) -> String {
    let text = mention.split_whitespace().collect::<Vec<_>>().join(" ");
    let text = text.trim_matches(|c| " .,;:!?'\"".contains(c));
    match text.split_once(' ') {
        Some((article, rest)) if ["the", "a", "an"].contains(&&*article.to_lowercase()) => {
            rest.to_owned()
        }
        _ => text.to_owned(),
    }
}

/// Whether the words are written as those of a name, and are not only what calls many.
fn is_name(text: &str) -> bool {
    let has_capital = |word: &str| word.starts_with(char::is_uppercase);
    let mut words = text.split(' ');
    text.starts_with(char::is_uppercase)
        && words.all(|word| has_capital(word) || SMALL.contains(&word))
        && !NO_NAMES.contains(&&*fold(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_mentions_show_are_added() {
        let character = |name: &str| Character {
            name: name.to_owned(),
            aliases: vec![name.to_owned()],
            gender: "F".to_owned(),
        };
        let mut cast = [character("Miss Okoro"), character("Mrs. Lind")];
        let mention = |text: &str, entities: &[&str]| Mention {
            text: text.to_owned(),
            entities: entities.iter().map(|&name| name.to_owned()).collect(),
        };
        let mut mentions = Vec::new();
        for text in [
            "Ines",
            "the\nSignora",
            "Mother",
            "you",
            "My dear Ines",
            "Mrs. Lind",
        ] {
            mentions.push(mention(text, &["Miss Okoro"]));
            mentions.push(mention(text, &["Miss Okoro"]));
        }
        mentions.push(mention("Aunt Ada", &["Mrs. Lind"]));
        mentions.push(mention("Ada", &["Mrs. Lind"]));
        mentions.push(mention("Ada", &["Mrs. Lind"]));
        mentions.push(mention("Ada", &["Miss Okoro"]));
        add_shown(&mut cast, &mentions);
        assert_eq!(cast[0].aliases, ["Miss Okoro", "Ines", "Signora"]);
        assert_eq!(cast[1].aliases, ["Mrs. Lind"]);
    }
}
