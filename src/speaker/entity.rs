//! What is gathered of somebody while the text is read.

use std::borrow::Cow;

use super::joint::Joint;
use crate::config::CastMember;
use crate::kind::{Gender, Number, SpeakerKind};
use crate::mention::{Actor, Nature};
use crate::parts::{Speaker, SpeakerId};
use crate::reading::Reading;
use crate::span::Span;

/// How many further names of somebody are told apart; nobody has so many.
const ALIASES: usize = 64;

/// Somebody whom the text mentions.
#[derive(Clone, Debug)]
pub(super) struct Entity<'t> {
    /// The fullest name or, for the unnamed, the description.
    pub(super) name: Cow<'t, str>,
    /// Apart, for most entities are unnamed.
    names: Option<Box<Names<'t>>>,
    pub(super) nature: Nature,
    pub(super) gender: Option<Gender>,
    /// Whether the gender is more than what the given name suggests.
    pub(super) gender_is_sure: bool,
    pub(super) plural: bool,
    /// How often the text has mentioned it so far; full names count from the start.
    pub(super) mentions: u32,
    /// Whether the caller gave it.
    pub(super) cast: bool,
}

/// What somebody is called by.
#[derive(Clone, Debug, Default)]
struct Names<'t> {
    /// The words of the fullest name, titles aside.
    words: Vec<&'t str>,
    aliases: Vec<Cow<'t, str>>,
}

impl<'t> Entity<'t> {
    pub(super) fn new(actor: &Actor) -> Entity<'t> {
        Entity {
            name: Cow::Borrowed(""),
            names: None,
            nature: actor.nature,
            gender: None,
            gender_is_sure: false,
            plural: actor.plural,
            mentions: 0,
            cast: false,
        }
    }

    /// Takes over a gender unless a surer one is known.
    pub(super) fn learn_gender(&mut self, gender: Option<Gender>, sure: bool) {
        if gender.is_some() && (self.gender.is_none() || sure && !self.gender_is_sure) {
            self.gender = gender;
            self.gender_is_sure = sure;
        }
    }

    /// Somebody whom the caller gave.
    pub(super) fn of_cast(member: &'t CastMember) -> Entity<'t> {
        let aliases = member.aliases.iter();
        let names = Names {
            words: member.name.split_whitespace().collect(),
            aliases: aliases
                .filter(|&alias| *alias != member.name)
                .map(Cow::from)
                .collect(),
        };
        Entity {
            name: Cow::Borrowed(&member.name),
            names: Some(Box::new(names)),
            nature: Nature::Person,
            gender: member.gender,
            gender_is_sure: member.gender.is_some(),
            plural: false,
            mentions: 1,
            cast: true,
        }
    }

    /// Takes over a name: as the name if it is fuller than the one known, else as an alias.
    pub(super) fn learn_name(&mut self, name: Cow<'t, str>, words: &[&'t str]) {
        let Names {
            words: known_words,
            aliases,
        } = &mut **self.names.get_or_insert_default();
        let fuller = words.len() > known_words.len()
            || words.len() == known_words.len() && words.len() == 1 && name.len() > self.name.len();
        let alias = if fuller && !self.cast {
            *known_words = words.to_vec();
            aliases.retain(|alias| *alias != name);
            std::mem::replace(&mut self.name, name)
        } else {
            name
        };
        let known = alias == self.name || aliases.contains(&alias);
        if !known && !alias.is_empty() && aliases.len() < ALIASES {
            aliases.push(alias);
        }
    }

    /// The words of the fullest name, titles aside; none for the unnamed.
    pub(super) fn words(&self) -> &[&'t str] {
        self.names.as_ref().map_or(&[], |names| &names.words)
    }

    pub(super) fn aliases(&self) -> &[Cow<'t, str>] {
        self.names.as_ref().map_or(&[], |names| &names.aliases)
    }

    pub(super) fn is_named(&self) -> bool {
        !self.words().is_empty()
    }

    pub(super) fn speaker(&self, id: SpeakerId) -> Speaker {
        let kind = match self.nature {
            _ if !self.is_named() && self.nature != Nature::Organisation => {
                if self.plural || self.nature == Nature::Group {
                    SpeakerKind::Group
                } else {
                    SpeakerKind::Unnamed
                }
            }
            Nature::Organisation | Nature::Place => SpeakerKind::Organisation,
            Nature::Group => SpeakerKind::Group,
            _ => SpeakerKind::Person,
        };
        Speaker {
            id,
            kind,
            name: single_spaced(&self.name).into_owned(),
            aliases: self
                .aliases()
                .iter()
                .cloned()
                .map(Cow::into_owned)
                .collect(),
            gender: self.gender,
            number: Some(if self.plural {
                Number::Plural
            } else {
                Number::Singular
            }),
            mentions: Vec::new(),
        }
    }
}

const _: () = assert!(size_of::<Entity<'_>>() <= 48);

/// All entities, and which one each actor is.
#[derive(Debug, Default)]
pub(super) struct Entities<'t> {
    pub(super) all: Vec<Entity<'t>>,
    /// Beside the actors.
    pub(super) of_actor: Vec<Option<u32>>,
    /// Those named together, in text order.
    pub(super) joint: Vec<Joint>,
}

impl<'t> Entities<'t> {
    pub(super) fn get(&self, id: u32) -> &Entity<'t> {
        &self.all[id as usize]
    }

    pub(super) fn get_mut(&mut self, id: u32) -> &mut Entity<'t> {
        &mut self.all[id as usize]
    }

    pub(super) fn add(&mut self, entity: Entity<'t>) -> u32 {
        self.all.push(entity);
        self.all.len() as u32 - 1
    }
}

/// The words of an actor, without the ending of a possessive.
pub(crate) fn span(reading: &Reading<'_>, actor: &Actor) -> Span {
    let start = reading.tokens[actor.first as usize].span().start();
    let last = actor.end.max(actor.head + 1) - 1;
    let token = reading.tokens[last as usize].span();
    let end = token.start() + reading.word(last).base as usize;
    Span::new(start, end).unwrap_or(token)
}

/// The text of tokens, without the ending of a possessive.
pub(super) fn text_of<'t>(reading: &Reading<'t>, first: u32, end: u32) -> &'t str {
    let start = reading.tokens[first as usize].span().start();
    let last = reading.tokens[end as usize - 1].span().start();
    &reading.text[start..last + reading.word(end - 1).base as usize]
}

/// A text with its white space made single.
pub(super) fn single_spaced(text: &str) -> Cow<'_, str> {
    let single = |word: &str| !word.is_empty() && !word.contains(char::is_whitespace);
    if is_single_spaced_ascii(text.as_bytes()) || text.split(' ').all(single) {
        return Cow::Borrowed(text);
    }
    let mut name = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !name.is_empty() {
            name.push(' ');
        }
        name.push_str(word);
    }
    Cow::Owned(name)
}

/// Most names are: told without decoding characters.
fn is_single_spaced_ascii(text: &[u8]) -> bool {
    let mut before = b' ';
    text.iter().all(|&byte| {
        let single = byte.is_ascii_graphic() || byte == b' ' && before != b' ';
        before = byte;
        single
    }) && before != b' '
}
