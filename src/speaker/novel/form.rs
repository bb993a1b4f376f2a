//! The names that a novel uses, each with how often and for what.

use super::super::entity::{single_spaced, text_of};
use super::super::name;
use crate::config::Config;
use crate::hash::WordMap;
use crate::kind::Gender;
use crate::lexicon::{Class, Facts, Lexicon, named};
use crate::mention::{Actor, Actors, Nature};
use crate::reading::{Reading, Shape, Tag, UnitKind};

/// What a title tells of its bearer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Title {
    None,
    /// Mr., Sir, Uncle
    Man,
    /// Mrs., Madame
    Wife,
    /// Miss, Mademoiselle
    Maid,
    /// Lady, Aunt
    Woman,
    /// Dr., Captain
    Office,
}

const WIVES: [&str; 7] = [
    "mrs", "madame", "mme", "frau", "signora", "senora", "missis",
];
pub(super) const MAIDS: [&str; 7] = [
    "miss",
    "mademoiselle",
    "mlle",
    "fraulein",
    "fräulein",
    "signorina",
    "senorita",
];

impl Title {
    /// What a word in lower case tells before a name; [`Title::None`] for what is no title.
    pub(super) fn of(word: &str, facts: Facts) -> Title {
        if WIVES.contains(&word) {
            Title::Wife
        } else if MAIDS.contains(&word) {
            Title::Maid
        } else if !facts.is(Class::Title) {
            Title::None
        } else if facts.is(Class::Male) {
            Title::Man
        } else if facts.is(Class::Female) {
            Title::Woman
        } else {
            Title::Office
        }
    }

    pub(super) fn gender(self) -> Option<Gender> {
        match self {
            Title::Man => Some(Gender::Male),
            Title::Wife | Title::Maid | Title::Woman => Some(Gender::Female),
            Title::None | Title::Office => None,
        }
    }
}

/// One way to name somebody: "Mr. Bennet", "Elizabeth", "Lady Catherine de Bourgh".
#[derive(Clone, Debug)]
pub(super) struct Form {
    pub(super) title: Title,
    /// The title in lower case, spelt out; empty if there is none.
    pub(super) title_word: String,
    /// The words of the name in lower case.
    pub(super) words: Vec<String>,
    /// As the text writes it first, with its title.
    pub(super) text: String,
    /// What the given name suggests.
    pub(super) gender: Option<Gender>,
    pub(super) count: u32,
    /// How often it looks like a person's name or stands beside a reporting verb.
    pub(super) as_person: u32,
    /// How often it stands behind a preposition, and how often behind one that goes with places.
    behind_preposition: u32,
    as_place: u32,
    /// How often "the" stands before it: "the Quills".
    behind_the: u32,
    pub(super) person: Option<u32>,
}

impl Form {
    pub(super) fn key(&self) -> String {
        key(&self.title_word, &self.words)
    }

    /// The first word of several, where it is no more than a title.
    pub(super) fn given(&self) -> Option<&str> {
        (self.words.len() > 1).then(|| self.words[0].as_str())
    }

    pub(super) fn family(&self) -> &str {
        self.words.last().map_or("", String::as_str)
    }

    /// Whether "the" stands before it most of the time, as before the name of a family.
    pub(super) fn has_article(&self) -> bool {
        2 * self.behind_the >= self.count
    }

    /// Whether the text goes to it and stays in it as one does with a house or a town.
    pub(super) fn is_place(&self) -> bool {
        self.title == Title::None
            && 2 * self.behind_preposition >= self.count
            && 8 * self.as_place >= self.count
    }
}

/// A name in lower case with its title.
pub(super) fn key(title: &str, words: &[String]) -> String {
    let mut key = title.to_owned();
    for word in words {
        if !key.is_empty() {
            key.push(' ');
        }
        key.push_str(word);
    }
    key
}

/// All forms by first use, and which one each actor is.
#[derive(Debug, Default)]
pub(super) struct Forms {
    pub(super) all: Vec<Form>,
    pub(super) of_actor: Vec<Option<u32>>,
}

impl Forms {
    pub(super) fn of(reading: &Reading<'_>, actors: &Actors, config: &Config) -> Forms {
        let mut forms = Forms {
            all: Vec::new(),
            of_actor: Vec::with_capacity(actors.all.len()),
        };
        let mut known: WordMap<String, u32> = WordMap::default();
        // Most names stand in a text more than once, written in the same way.
        let mut written: WordMap<(&str, u32), u32> = WordMap::default();
        for actor in &actors.all {
            let named = actor.name.1 > actor.name.0;
            let ignored = || {
                config.ignored_names.iter().any(|name| {
                    *name == single_spaced(text_of(reading, actor.name.0, actor.name.1))
                })
            };
            if !named || !config.ignored_names.is_empty() && ignored() {
                forms.of_actor.push(None);
                continue;
            }
            let first = title_before(reading, actor).unwrap_or(actor.name.0);
            let text = text_of(reading, first, actor.name.1);
            let number = *written
                .entry((text, actor.name.0 - first))
                .or_insert_with(|| {
                    let form = form(reading, actor, first);
                    *known.entry(form.key()).or_insert_with(|| {
                        forms.all.push(form);
                        forms.all.len() as u32 - 1
                    })
                });
            let form = &mut forms.all[number as usize];
            form.count += 1;
            let person = matches!(actor.nature, Nature::Person | Nature::Open);
            form.as_person += u32::from(person) + 4 * u32::from(speaks(reading, actor));
            let article = first.min(actor.first);
            form.behind_the +=
                u32::from(article < first && reading.word(article).is_word(named::THE));
            if let Some(preposition) = preposition_before(reading, actor) {
                form.behind_preposition += 1;
                form.as_place += u32::from(goes_with_places(reading, preposition));
            }
            forms.of_actor.push(Some(number));
        }
        forms
    }
}

/// The form of an actor that begins with the token `first`.
fn form(reading: &Reading<'_>, actor: &Actor, first: u32) -> Form {
    let mut words: Vec<String> = name::words(reading, actor)
        .map(|word| word.trim_end_matches('.').to_lowercase())
        .collect();
    let (mut title, mut title_word) = (Title::None, String::new());
    let within = first == actor.name.0;
    if !within || words.len() > 1 && reading.word(first).is(Class::Title) {
        (title, title_word) = titled(reading.token_text(first), reading.word(first).facts);
        if within {
            words.remove(0);
        }
    }
    let given = reading.word(actor.name.0).facts;
    Form {
        title,
        title_word,
        text: single_spaced(text_of(reading, first, actor.name.1)).into_owned(),
        gender: match (given.is(Class::Male), given.is(Class::Female)) {
            (true, false) if words.len() > 1 || given.is(Class::GivenName) => Some(Gender::Male),
            (false, true) if words.len() > 1 || given.is(Class::GivenName) => Some(Gender::Female),
            _ => None,
        },
        words,
        count: 0,
        as_person: 0,
        behind_preposition: 0,
        as_place: 0,
        behind_the: 0,
        person: None,
    }
}

/// The title before a name. The last one tells most: "Professor Sir".
fn title_before(reading: &Reading<'_>, actor: &Actor) -> Option<u32> {
    (actor.first..actor.name.0).rfind(|&at| {
        reading.word(at).shape.has(Shape::CAPITAL) && reading.word(at).is(Class::Title)
    })
}

/// A title and its word in lower case, spelt out.
pub(super) fn titled(text: &str, facts: Facts) -> (Title, String) {
    let word = text.trim_end_matches('.').to_lowercase();
    let title = Title::of(&word, facts);
    (title, Lexicon::spelt_out(&word).map_or(word, str::to_owned))
}

/// Writes the words of a description in lower case, without its article, into `key`.
pub(super) fn describe(reading: &Reading<'_>, actor: &Actor, key: &mut String) {
    let end = actor.end.max(actor.head + 1);
    key.clear();
    for at in actor.first..end {
        if at == actor.first && at < actor.head && reading.word(at).tag == Tag::Determiner {
            continue;
        }
        if !key.is_empty() {
            key.push(' ');
        }
        let word = reading.token_text(at);
        if word.is_ascii() {
            let first = key.len();
            key.push_str(word);
            key[first..].make_ascii_lowercase();
        } else {
            key.push_str(&word.to_lowercase());
        }
    }
}

/// The preposition right before an actor.
fn preposition_before(reading: &Reading<'_>, actor: &Actor) -> Option<u32> {
    let before = reading.previous_on_level(actor.unit)?;
    (!actor.possessor && reading.unit(before).kind == UnitKind::Preposition).then_some(before)
}

/// "in Quillby", "a house at Quillby", not "looked at Marta"
fn goes_with_places(reading: &Reading<'_>, preposition: u32) -> bool {
    let word = reading.word(reading.unit(preposition).first);
    let behind_verb = || {
        let before = reading.previous_on_level(preposition);
        before.is_some_and(|unit| matches!(reading.unit(unit).kind, UnitKind::VerbGroup(_)))
    };
    word.is_word(named::IN) || word.is_word(named::AT) && !behind_verb()
}

/// Whether a reporting verb stands beside an actor, and a quote beside that.
pub(super) fn speaks(reading: &Reading<'_>, actor: &Actor) -> bool {
    if reading.level[actor.unit as usize] > 0 {
        return false;
    }
    let reports = |unit: u32| {
        let unit = reading.unit(unit);
        matches!(unit.kind, UnitKind::VerbGroup(_)) && reading.word(unit.head).is(Class::Report)
    };
    let opens = |unit: u32| matches!(reading.unit(unit).kind, UnitKind::Opening(_));
    let before = reading.previous_on_level(actor.unit);
    let behind = reading.next_on_level(actor.unit);
    let inverted = before
        .filter(|&unit| reports(unit))
        .and_then(|unit| reading.previous_on_level(unit));
    let quote_before_subject = behind.is_some_and(reports) && before.is_some_and(opens);
    inverted.is_some_and(opens) || quote_before_subject
}
