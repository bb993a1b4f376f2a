//! Names: how alike two of them are.

use super::index::{Name, NameWord};
use crate::analysis::mention::{Mention, Mentions, Nature};
use crate::analysis::{Analysis, Tag};
use crate::kinds::MentionKind;
use crate::language::Class;

/// The words of an mention's name, without suffixes' commas and endings of possessives.
pub(super) fn words<'t>(
    analysis: &Analysis<'t>,
    mention: &Mention,
) -> impl DoubleEndedIterator<Item = &'t str> + Clone {
    mention.name.0.up_to(mention.name.1).filter_map(|at| {
        let word = analysis.word(at);
        let belongs = !matches!(word.tag, Tag::Comma | Tag::Mark);
        belongs.then(|| &analysis.token_text(at)[..word.base as usize])
    })
}

/// The family name that a given name shares with the one behind "and": "Adeyemi" for Daniel in
/// "Daniel and Ruth Adeyemi".
pub(super) fn shared_family<'t>(
    analysis: &Analysis<'t>,
    mentions: &Mentions,
    mention: &Mention,
) -> Option<&'t str> {
    let alone = mention.first.next() == mention.end && mention.kind != MentionKind::Pronoun;
    if !alone || !analysis.word(mention.head).is(Class::GivenName) {
        return None;
    }
    let and = analysis.next_sibling(mention.chunk)?;
    let joined = analysis
        .word(analysis.chunk(and).first)
        .is_whole(Class::Additive);
    let behind = mentions
        .of_chunk(analysis.next_sibling(and)?)
        .filter(|_| joined)?;
    let behind = &mentions.all[behind.index()];
    let given = analysis.word(behind.name.0).is(Class::GivenName);
    let words = words(analysis, behind);
    let last = words.clone().next_back().unwrap_or_default();
    let has_suffix = analysis.language.names.suffix(last).is_some();
    (given && words.clone().nth(1).is_some()).then(|| family(has_suffix, words.rev()))
}

/// How alike two names are that are the same, word for word.
pub(super) const SAME: u32 = 5;
/// That an alias or initials are another name of the same one.
pub(super) const PART: u32 = 4;

/// How alike two names are: 0 for different ones, more the surer they are one.
pub(super) fn likeness(known: Name<'_, '_>, name: Name<'_, '_>, nature: Nature) -> u32 {
    let same = |a: &[NameWord<'_>], b: &[NameWord<'_>]| {
        a.len() == b.len() && a.iter().zip(b).all(|(a, b)| a.number == b.number)
    };
    let (known_words, words) = (known.words, name.words);
    if same(known_words, words) {
        return SAME;
    }
    let (Some(first), Some(known_first)) = (words.first(), known_words.first()) else {
        return 0;
    };
    let same_family = known.family == name.family;
    let same_first = known_first.number == first.number;
    let (many, known_many) = (words.len() > 1, known_words.len() > 1);
    if many && known_many {
        if known.suffix != name.suffix {
            return 0;
        }
        let given = same_first
            || is_initial(first.text, known_first.text)
            || is_initial(known_first.text, first.text);
        let shared = words.len().min(known_words.len());
        let part = same(
            &known_words[known_words.len() - shared..],
            &words[words.len() - shared..],
        );
        return match same_family {
            true if given => 4,
            true if part => 3,
            _ => 0,
        };
    }
    if same_family {
        3
    } else if nature != Nature::Organisation && same_first {
        2
    } else {
        0
    }
}

/// The family name of a name whose words come from the last one on: the last one, or the one before a
/// suffix, without the article of "al-Masri".
pub(super) fn family<'t>(
    has_suffix: bool,
    mut backwards: impl Iterator<Item = &'t str>,
) -> &'t str {
    let Some(mut last) = backwards.next() else {
        return "";
    };
    if has_suffix {
        last = backwards.next().unwrap_or(last);
    }
    if !last.starts_with(char::is_lowercase) {
        return last;
    }
    last.split_once('-').map_or(last, |(_, name)| name)
}

/// "IMF" of "International Monetary Fund"; small words do not count.
pub(super) fn acronym(words: &[NameWord<'_>]) -> String {
    words
        .iter()
        .filter_map(|word| word.text.chars().next())
        .filter(|c| c.is_uppercase())
        .collect()
}

/// "J." and "John".
fn is_initial(initial: &str, name: &str) -> bool {
    let mut letters = initial.trim_end_matches('.').chars();
    letters.next() == name.chars().next() && letters.next().is_none()
}
