//! What is gathered of somebody while the text is read.

use std::borrow::Cow;
use std::mem;
use std::ops::Range;

use super::index::{Name, NameWord, NameWordId};
use super::joint::Joint;
use super::resolution::Resolution;
use super::role;
use crate::analysis::Analysis;
use crate::analysis::mention::{Mention, Mentions, Nature};
use crate::config::CastMember;
use crate::ids::{EntityId, MentionId, TokenId, id};
use crate::kinds::{Gender, GrammaticalNumber, SpeakerKind};
use crate::parts::{Speaker, SpeakerId};
use crate::span::Span;

/// How many further names of somebody are told apart; nobody has so many.
const ALIASES: usize = 64;

/// No more persons and organisations than these have names in most articles.
const USUAL_NAMES: usize = 32;

id! {
    /// The place of somebody's names among all names.
    struct NamesId
}

/// Somebody whom the text mentions.
#[derive(Clone, Debug)]
pub(super) struct Entity {
    /// The mention that describes it, if it has no name; none of a cast's member.
    mention: Option<MentionId>,
    /// Its names; most entities have none.
    names: Option<NamesId>,
    /// How often the text has mentioned it so far; full names count from the start.
    pub(super) mentions: u32,
    pub(super) nature: Nature,
    pub(super) gender: Option<Gender>,
    /// Whether the gender is more than what the given name suggests.
    pub(super) gender_is_sure: bool,
    pub(super) plural: bool,
    /// Whether it has a name of its own.
    pub(super) is_named: bool,
    /// Whether the caller gave it.
    pub(super) cast: bool,
}

const _: () = assert!(size_of::<Entity>() <= 24);

/// What somebody is called by.
#[derive(Clone, Debug, Default)]
struct Names<'t> {
    /// The fullest name, its white space made single.
    fullest: Cow<'t, str>,
    /// Where the words of the fullest name stand, titles aside.
    words: Range<usize>,
    /// The number of the family name.
    family: Option<NameWordId>,
    suffix: Option<&'static str>,
    aliases: Vec<Cow<'t, str>>,
}

impl Entity {
    /// Whom the mention of this number mentions.
    pub(super) fn new(number: MentionId, mention: &Mention) -> Entity {
        Entity {
            mention: Some(number),
            names: None,
            mentions: 0,
            nature: mention.nature,
            gender: None,
            gender_is_sure: false,
            plural: mention.plural,
            is_named: false,
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

    fn kind(&self) -> SpeakerKind {
        match self.nature {
            _ if !self.is_named && self.nature != Nature::Organisation => {
                if self.plural || self.nature == Nature::Group {
                    SpeakerKind::Group
                } else {
                    SpeakerKind::Unnamed
                }
            }
            Nature::Organisation | Nature::Place => SpeakerKind::Organisation,
            Nature::Group => SpeakerKind::Group,
            _ => SpeakerKind::Person,
        }
    }
}

/// All entities, and which one each mention is.
#[derive(Debug, Default)]
pub(super) struct Entities<'t> {
    pub(super) all: Vec<Entity>,
    names: Vec<Names<'t>>,
    /// The words of all names, one name after the other.
    words: Vec<NameWord<'t>>,
    /// Beside the mentions: whom each means, and how that was found.
    pub(super) of_mention: Vec<Option<EntityId>>,
    pub(super) resolutions: Vec<Resolution>,
    /// Those named together, in text order.
    pub(super) joint: Vec<Joint>,
}

impl<'t> Entities<'t> {
    pub(super) fn of_mentions(count: usize) -> Entities<'t> {
        Entities {
            // Of two mentions, one is somebody who was mentioned before.
            all: Vec::with_capacity(count / 2),
            names: Vec::with_capacity(USUAL_NAMES),
            words: Vec::with_capacity(2 * USUAL_NAMES),
            of_mention: vec![None; count],
            resolutions: vec![Resolution::Unresolved; count],
            joint: Vec::new(),
        }
    }

    /// Tells whom a mention means.
    pub(super) fn resolve(&mut self, mention: MentionId, entity: EntityId, how: Resolution) {
        self.of_mention[mention.index()] = Some(entity);
        self.resolutions[mention.index()] = how;
    }

    pub(super) fn get(&self, id: EntityId) -> &Entity {
        &self.all[id.index()]
    }

    pub(super) fn get_mut(&mut self, id: EntityId) -> &mut Entity {
        &mut self.all[id.index()]
    }

    pub(super) fn add(&mut self, entity: Entity) -> EntityId {
        self.all.push(entity);
        EntityId::new(self.all.len() - 1)
    }

    /// Adds somebody whom the caller gave.
    pub(super) fn add_member(&mut self, member: &'t CastMember, name: Name<'_, 't>) -> EntityId {
        let id = self.add(Entity {
            mention: None,
            names: None,
            mentions: 1,
            nature: Nature::Person,
            gender: member.gender,
            gender_is_sure: member.gender.is_some(),
            plural: false,
            is_named: false,
            cast: true,
        });
        self.name(id, single_spaced(&member.name), name);
        let aliases = member.aliases.iter().filter(|&alias| *alias != member.name);
        self.names_mut(id).aliases.extend(aliases.map(Cow::from));
        id
    }

    /// Adds several persons as one, by their names.
    pub(super) fn add_joint(
        &mut self,
        number: MentionId,
        mention: &Mention,
        name: String,
    ) -> EntityId {
        let id = self.add(Entity {
            nature: Nature::Group,
            plural: true,
            ..Entity::new(number, mention)
        });
        let nameless = Name {
            words: &[],
            family: None,
            suffix: None,
        };
        self.name(id, name.into(), nameless);
        id
    }

    fn names_mut(&mut self, id: EntityId) -> &mut Names<'t> {
        let place = *self.all[id.index()].names.get_or_insert_with(|| {
            self.names.push(Names::default());
            NamesId::new(self.names.len() - 1)
        });
        &mut self.names[place.index()]
    }

    /// Gives an entity its name, and returns the one that it had before.
    fn name(&mut self, id: EntityId, text: Cow<'t, str>, name: Name<'_, 't>) -> Cow<'t, str> {
        let start = self.words.len();
        self.words.extend_from_slice(name.words);
        let words = start..self.words.len();
        self.all[id.index()].is_named = !words.is_empty();
        let names = self.names_mut(id);
        names.words = words;
        names.family = name.family;
        names.suffix = name.suffix;
        mem::replace(&mut names.fullest, text)
    }

    /// Takes over a name: as the name if it is fuller than the one known, else as an alias.
    pub(super) fn learn_name(&mut self, id: EntityId, text: Cow<'t, str>, name: Name<'_, 't>) {
        let cast = self.get(id).cast;
        let names = self.names_mut(id);
        let (count, known) = (name.words.len(), names.words.len());
        let fuller =
            count > known || count == known && count == 1 && text.len() > names.fullest.len();
        let alias = if fuller && !cast {
            names.aliases.retain(|alias| *alias != text);
            self.name(id, text, name)
        } else {
            text
        };
        let names = self.names_mut(id);
        let known = alias == names.fullest || names.aliases.contains(&alias);
        if !known && !alias.is_empty() && names.aliases.len() < ALIASES {
            names.aliases.push(alias);
        }
    }

    /// Whether nothing is new in a name of so many words.
    pub(super) fn knows(&self, id: EntityId, text: &str, words: usize) -> bool {
        self.names(id).is_some_and(|names| {
            let mut aliases = names.aliases.iter();
            words <= names.words.len() && (names.fullest == text || aliases.any(|one| one == text))
        })
    }

    fn names(&self, id: EntityId) -> Option<&Names<'t>> {
        let place = self.get(id).names?;
        Some(&self.names[place.index()])
    }

    /// The fullest name; nothing for those who are only described.
    pub(super) fn fullest_name(&self, id: EntityId) -> &str {
        self.names(id).map_or("", |names| &names.fullest)
    }

    /// The fullest name by its words, if it has any.
    pub(super) fn by_words(&self, id: EntityId) -> Option<Name<'_, 't>> {
        let names = self.names(id)?;
        Some(Name {
            words: &self.words[names.words.clone()],
            family: names.family,
            suffix: names.suffix,
        })
    }

    pub(super) fn aliases(&self, id: EntityId) -> &[Cow<'t, str>] {
        self.names(id).map_or(&[], |names| &names.aliases)
    }

    /// What the result tells of an entity, without its mentions.
    pub(super) fn speaker(
        &self,
        analysis: &Analysis<'_>,
        mentions: &Mentions,
        entity: EntityId,
        id: SpeakerId,
    ) -> Speaker {
        let aliases = self.aliases(entity).iter();
        let aliases = aliases.map(|alias| alias.clone().into_owned()).collect();
        let name = self.names(entity).map(|names| names.fullest.to_string());
        let entity = self.get(entity);
        let described = || {
            let mention = &mentions.all[entity.mention?.index()];
            Some(single_spaced(description(analysis, mention)).into_owned())
        };
        Speaker {
            id,
            kind: entity.kind(),
            name: name.or_else(described).unwrap_or_default(),
            aliases,
            gender: entity.gender,
            number: Some(if entity.plural {
                GrammaticalNumber::Plural
            } else {
                GrammaticalNumber::Singular
            }),
            mentions: Vec::new(),
        }
    }
}

/// The words of a description with what belongs to it: "a spokeswoman for the ministry".
fn description<'t>(analysis: &Analysis<'t>, mention: &Mention) -> &'t str {
    let end = match role::of_place(analysis, mention) {
        Some(noun) => analysis.chunk(noun).end,
        None => mention.end.max(mention.head.next()),
    };
    text_of(analysis, mention.first, end)
}

/// The words of an mention, without the ending of a possessive.
pub(crate) fn span(analysis: &Analysis<'_>, mention: &Mention) -> Span {
    let start = analysis.tokens[mention.first.index()].span().start();
    let end = mention.end.max(mention.head.next());
    let last = end.previous().unwrap_or(mention.first);
    let token = analysis.tokens[last.index()].span();
    let end = token.start() + analysis.word(last).base as usize;
    Span::new(start, end).unwrap_or(token)
}

/// The text of tokens, without the ending of a possessive.
pub(super) fn text_of<'t>(analysis: &Analysis<'t>, first: TokenId, end: TokenId) -> &'t str {
    let last = end.previous().unwrap_or(first);
    let [start, last_start] = [first, last].map(|at| analysis.tokens[at.index()].span().start());
    &analysis.text[start..last_start + analysis.word(last).base as usize]
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
