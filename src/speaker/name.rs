//! Names: how alike two of them are.

use crate::lexicon::{Class, named};
use crate::mention::{Actor, Actors, Nature};
use crate::reading::{Reading, Tag};

/// The words of an actor's name, without suffixes' commas and endings of possessives.
pub(super) fn words<'t>(reading: &Reading<'t>, actor: &Actor) -> impl Iterator<Item = &'t str> {
    (actor.name.0..actor.name.1).filter_map(|at| {
        let word = reading.word(at);
        let belongs = !matches!(word.tag, Tag::Comma | Tag::Mark);
        belongs.then(|| &reading.token_text(at)[..word.base as usize])
    })
}

/// The family name that a given name shares with the one behind "and": "Adeyemi" for Daniel in
/// "Daniel and Ruth Adeyemi".
pub(super) fn shared_family<'t>(
    reading: &Reading<'t>,
    actors: &Actors,
    actor: &Actor,
) -> Option<&'t str> {
    let alone = actor.end - actor.first == 1 && reading.word(actor.head).is(Class::GivenName);
    if !alone {
        return None;
    }
    let and = reading.next_on_level(actor.unit)?;
    let joined = reading.word(reading.unit(and).first).is_word(named::AND);
    let behind = actors
        .of_unit(reading.next_on_level(and)?)
        .filter(|_| joined)?;
    let behind = &actors.all[behind as usize];
    let words: Vec<&str> = words(reading, behind).collect();
    let given = reading.word(behind.name.0).is(Class::GivenName);
    (given && words.len() > 1).then(|| family(&words))
}

/// How alike two names are: 0 for different ones, more the surer they are one.
pub(super) fn likeness(known: &[&str], words: &[&str], nature: Nature) -> u32 {
    let same =
        |a: &[&str], b: &[&str]| a.len() == b.len() && a.iter().zip(b).all(|(a, b)| alike(a, b));
    if same(known, words) {
        return 5;
    }
    let (Some(first), Some(known_first)) = (words.first(), known.first()) else {
        return 0;
    };
    let (last, known_last) = (family(words), family(known));
    let (many, known_many) = (words.len() > 1, known.len() > 1);
    if many && known_many && suffix(known) != suffix(words) {
        return 0;
    }
    let organisation = nature == Nature::Organisation;
    if many && known_many {
        let given = alike(first, known_first)
            || is_initial(first, known_first)
            || is_initial(known_first, first);
        let shared = words.len().min(known.len());
        let part = same(
            &known[known.len() - shared..],
            &words[words.len() - shared..],
        );
        return match alike(last, known_last) {
            true if given => 4,
            true if part => 3,
            _ => 0,
        };
    }
    if alike(last, known_last) {
        3
    } else if !organisation && alike(first, known_first) {
        2
    } else {
        0
    }
}

/// Whether two words are one, written in capitals or not: "BERG" and "Berg".
fn alike(a: &str, b: &str) -> bool {
    a.eq_ignore_ascii_case(b)
}

/// The family name of a name: its last word, a suffix and the article of "al-Masri" aside.
pub(super) fn family<'a>(words: &[&'a str]) -> &'a str {
    let last = match words {
        [.., family, _] if suffix(words).is_some() => family,
        [.., last] => last,
        [] => "",
    };
    if !last.starts_with(char::is_lowercase) {
        return last;
    }
    last.split_once('-').map_or(last, |(_, name)| name)
}

/// "Jr." and the like, which tell father from son.
fn suffix<'a>(words: &[&'a str]) -> Option<&'a str> {
    match words.last()?.trim_end_matches('.') {
        suffix @ ("Jr" | "Sr" | "II" | "III" | "IV") => Some(suffix),
        _ => None,
    }
}

/// "IMF" of "International Monetary Fund"; small words do not count.
pub(super) fn acronym(words: &[&str]) -> String {
    words
        .iter()
        .filter_map(|word| word.chars().next())
        .filter(|c| c.is_uppercase())
        .collect()
}

/// "J." and "John".
fn is_initial(initial: &str, name: &str) -> bool {
    let mut letters = initial.trim_end_matches('.').chars();
    letters.next() == name.chars().next() && letters.next().is_none()
}
