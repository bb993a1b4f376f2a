//! Names and descriptions: which of them are one person or organisation.
//!
//! Full names come first, wherever in the text they stand, so that "Rutte" in a headline is the
//! Mark Rutte of the third paragraph. Then single names find the full name that ends or begins with
//! them, and descriptions ("the minister") the person whom the text called that.

use std::collections::HashMap;

use super::entity::{Entities, Entity, text_of};
use crate::config::Config;
use crate::kind::{Gender, MentionKind};
use crate::lexicon::Class;
use crate::mention::{Actor, Actors, Nature};
use crate::reading::{Reading, Tag, UnitKind};

/// Which entities have a word in their name, by that word.
type Index<'t> = HashMap<&'t str, Vec<u32>>;

/// Resolves all actors but pronouns.
pub(super) fn names<'t>(
    reading: &Reading<'t>,
    actors: &Actors,
    config: &'t Config,
) -> Entities<'t> {
    let mut naming = Naming {
        reading,
        actors,
        entities: Entities {
            all: Vec::new(),
            of_actor: vec![None; actors.all.len()],
        },
        index: Index::new(),
    };
    naming.cast(config);
    let named: Vec<u32> = (0..actors.all.len() as u32)
        .filter(|&number| {
            let actor = &actors.all[number as usize];
            actor.name.1 > actor.name.0 && !is_ignored(reading, actor, config)
        })
        .collect();
    for many in [true, false] {
        for &number in &named {
            let actor = &actors.all[number as usize];
            if (actor.name.1 - actor.name.0 > 1) == many {
                naming.name(number);
            }
        }
    }
    for number in 0..actors.all.len() as u32 {
        if naming.entities.of_actor[number as usize].is_none() {
            naming.description(number);
        }
    }
    naming.entities
}

fn is_ignored(reading: &Reading<'_>, actor: &Actor, config: &Config) -> bool {
    !config.ignored_names.is_empty() && {
        let name = text_of(reading, actor.name.0, actor.name.1);
        config.ignored_names.iter().any(|ignored| *ignored == name)
    }
}

struct Naming<'r, 't> {
    reading: &'r Reading<'t>,
    actors: &'r Actors,
    entities: Entities<'t>,
    index: Index<'t>,
}

impl<'t> Naming<'_, 't> {
    fn cast(&mut self, config: &'t Config) {
        for member in &config.cast {
            let id = self.entities.all.len() as u32;
            self.entities.all.push(Entity {
                words: member.name.split_whitespace().collect(),
                name: member.name.clone(),
                aliases: member.aliases.clone(),
                nature: Nature::Person,
                gender: member.gender,
                plural: false,
                roles: Vec::new(),
                first: 0,
                cast: true,
            });
            for name in std::iter::once(&member.name).chain(&member.aliases) {
                if let Some(last) = name.split_whitespace().next_back() {
                    self.index.entry(last).or_default().push(id);
                }
            }
        }
    }

    /// The words of an actor's name.
    fn words(&self, actor: &Actor) -> Vec<&'t str> {
        (actor.name.0..actor.name.1)
            .filter(|&at| !matches!(self.reading.word(at).tag, Tag::Comma))
            .map(|at| {
                let text = self.reading.token_text(at);
                &text[..self.reading.word(at).base as usize]
            })
            .collect()
    }

    /// Gives a named actor to the entity of that name, or makes one.
    fn name(&mut self, number: u32) {
        let actor = self.actors.all[number as usize];
        let words = self.words(&actor);
        let found = self.matching(&actor, &words);
        let entity = match found {
            Match::One(entity) => entity,
            Match::Several => return,
            Match::None => self.enter(&actor, words.clone(), number),
        };
        self.merge(entity, &actor, &words, number);
    }

    fn enter(&mut self, actor: &Actor, words: Vec<&'t str>, number: u32) -> u32 {
        let id = self.entities.all.len() as u32;
        for word in [words.last(), words.first()].into_iter().flatten() {
            let ids = self.index.entry(word).or_default();
            if ids.last() != Some(&id) {
                ids.push(id);
            }
        }
        self.entities.all.push(Entity {
            words: Vec::new(),
            name: String::new(),
            aliases: Vec::new(),
            nature: actor.nature,
            gender: None,
            plural: actor.plural,
            roles: Vec::new(),
            first: number,
            cast: false,
        });
        id
    }

    fn merge(&mut self, id: u32, actor: &Actor, words: &[&'t str], number: u32) {
        let reading = self.reading;
        let entity = &mut self.entities.all[id as usize];
        let mut name = text_of(reading, actor.name.0, actor.name.1);
        if words.len() == 1
            && actor.kind == MentionKind::TitledName
            && let Some(title) = actor.name.0.checked_sub(1)
            && title >= actor.first
        {
            name = text_of(reading, title, actor.name.1);
        }
        let fuller = words.len() > entity.words.len()
            || words.len() == entity.words.len()
                && words.len() == 1
                && name.len() > entity.name.len();
        if entity.cast {
            if name != entity.name && !entity.aliases.contains(&name) {
                entity.aliases.push(name);
            }
        } else if fuller {
            let old = std::mem::replace(&mut entity.name, name);
            entity.words = words.to_vec();
            entity.aliases.retain(|alias| *alias != entity.name);
            if !old.is_empty() && !entity.aliases.contains(&old) && old != entity.name {
                entity.aliases.push(old);
            }
        } else if name != entity.name && !entity.aliases.contains(&name) {
            entity.aliases.push(name);
        }
        if entity.nature == Nature::Open
            || actor.nature == Nature::Person && entity.nature == Nature::Place
        {
            entity.nature = actor.nature;
        }
        entity.gender = entity.gender.or(actor.gender);
        entity.first = entity.first.min(number);
        for role in roles(reading, self.actors, actor) {
            if !entity.roles.contains(&role) {
                entity.roles.push(role);
            }
        }
        self.entities.of_actor[number as usize] = Some(id);
    }

    fn matching(&self, actor: &Actor, words: &[&'t str]) -> Match {
        let (Some(last), Some(first)) = (words.last(), words.first()) else {
            return Match::None;
        };
        let mut best: Vec<u32> = Vec::new();
        let mut rank = 0;
        let by_last = self.index.get(last).map_or(&[][..], Vec::as_slice);
        let by_first = self.index.get(first).map_or(&[][..], Vec::as_slice);
        for &id in by_last.iter().chain(by_first) {
            let entity = &self.entities.all[id as usize];
            if best.contains(&id)
                || clash(entity.gender, actor.gender)
                || !natures_agree(entity.nature, actor.nature)
            {
                continue;
            }
            let this = likeness(&entity.words, words, actor.nature);
            let this = if entity.cast
                && this == 0
                && entity
                    .aliases
                    .iter()
                    .any(|alias| alias.split_whitespace().eq(words.iter().copied()))
            {
                4
            } else {
                this
            };
            if this > rank {
                rank = this;
                best.clear();
            }
            if this == rank && rank > 0 {
                best.push(id);
            }
        }
        match best[..] {
            [] => Match::None,
            [one] => Match::One(one),
            _ => self
                .nearest(&best, actor)
                .map_or(Match::Several, Match::One),
        }
    }

    /// Of several owners of a name, the one mentioned last before this mention, if one is nearer by
    /// far: in the same paragraph while the others are not.
    fn nearest(&self, owners: &[u32], actor: &Actor) -> Option<u32> {
        let reading = self.reading;
        let sentence = |unit: u32| reading.sentence_of[unit as usize];
        let here = sentence(actor.unit);
        let mut last: Vec<(u32, u32)> = Vec::new();
        for (number, other) in self.actors.all.iter().enumerate() {
            if other.unit >= actor.unit {
                break;
            }
            if let Some(id) = self.entities.of_actor[number]
                && owners.contains(&id)
            {
                last.retain(|&(owner, _)| owner != id);
                last.push((id, sentence(other.unit)));
            }
        }
        match last[..] {
            [] => None,
            [(only, _)] => Some(only),
            [.., (_, second), (newest, when)] => {
                (when > second && here - when <= 8).then_some(newest)
            }
        }
    }

    /// Gives a description of a person to the one whom the text called that, or makes an entity of
    /// its own for the unnamed speaker.
    fn description(&mut self, number: u32) {
        let actor = self.actors.all[number as usize];
        let reading = self.reading;
        if actor.kind == MentionKind::Pronoun || actor.name.1 > actor.name.0 {
            return;
        }
        if !actor.nature.speaks() && !matches!(actor.nature, Nature::Document | Nature::Open) {
            return;
        }
        let head = reading.token_text(actor.head);
        let definite = (actor.first..actor.head)
            .any(|at| reading.is(at, "the") || reading.is(at, "this") || reading.is(at, "that"));
        if definite && actor.nature == Nature::Person && !actor.possessor {
            let known = self
                .entities
                .all
                .iter()
                .enumerate()
                .rev()
                .find(|(_, entity)| {
                    entity.first < number
                        && entity
                            .roles
                            .iter()
                            .any(|role| role.eq_ignore_ascii_case(head))
                        && !clash(entity.gender, actor.gender)
                });
            if let Some((id, _)) = known {
                self.entities.of_actor[number as usize] = Some(id as u32);
                return;
            }
        }
        let name = text_of(reading, actor.first, actor.end.max(actor.head + 1));
        let id = self.entities.all.len() as u32;
        self.entities.all.push(Entity {
            words: Vec::new(),
            name,
            aliases: Vec::new(),
            nature: actor.nature,
            gender: actor.gender,
            plural: actor.plural,
            roles: if actor.nature == Nature::Person {
                vec![head]
            } else {
                Vec::new()
            },
            first: number,
            cast: false,
        });
        self.entities.of_actor[number as usize] = Some(id);
    }
}

enum Match {
    None,
    One(u32),
    Several,
}

fn clash(a: Option<Gender>, b: Option<Gender>) -> bool {
    matches!((a, b), (Some(a), Some(b)) if a != b)
}

fn natures_agree(a: Nature, b: Nature) -> bool {
    a == b
        || a == Nature::Open
        || b == Nature::Open
        || matches!(
            (a, b),
            (Nature::Person, Nature::Place) | (Nature::Place, Nature::Person)
        )
}

/// How alike two names are: 0 for different ones, more the surer they are one.
fn likeness(known: &[&str], words: &[&str], nature: Nature) -> u32 {
    if known == words {
        return 5;
    }
    let (Some(last), Some(first)) = (words.last(), words.first()) else {
        return 0;
    };
    let (Some(known_last), Some(known_first)) = (known.last(), known.first()) else {
        return 0;
    };
    let (last, known_last) = (family(words, last), family(known, known_last));
    if suffix(known) != suffix(words) && known.len() > 1 && words.len() > 1 {
        return 0;
    }
    match (known.len(), words.len()) {
        (_, 1) if last == known_last => 3,
        (_, 1) if nature != Nature::Organisation && first == known_first => 2,
        (1, _) if last == known_last => 3,
        (1, _) if nature != Nature::Organisation && first == known_first => 2,
        _ if last == known_last
            && (first == known_first
                || is_initial_of(first, known_first)
                || is_initial_of(known_first, first)) =>
        {
            4
        }
        _ if nature == Nature::Organisation
            && (known.ends_with(words) || words.ends_with(known)) =>
        {
            3
        }
        _ => 0,
    }
}

/// The family name of a name: its last word, a suffix aside.
fn family<'a>(words: &[&'a str], last: &'a str) -> &'a str {
    if suffix(words).is_some() && words.len() > 1 {
        words[words.len() - 2]
    } else {
        last
    }
}

fn suffix<'a>(words: &[&'a str]) -> Option<&'a str> {
    let last = words.last()?.trim_end_matches('.');
    ["Jr", "Sr", "II", "III", "IV"]
        .into_iter()
        .find(|suffix| *suffix == last)
}

/// "J." and "John".
fn is_initial_of(initial: &str, name: &str) -> bool {
    let mut letters = initial.trim_end_matches('.').chars();
    letters.next() == name.chars().next() && letters.next().is_none()
}

/// The words that describe somebody beside their name: those of the phrase before it ("NATO chief
/// Mark Rutte") and of an appositive behind ("Mark Rutte, the NATO chief,").
fn roles<'t>(reading: &Reading<'t>, actors: &Actors, actor: &Actor) -> Vec<&'t str> {
    let mut roles: Vec<&str> = (actor.first..actor.name.0)
        .filter(|&at| reading.word(at).is(Class::Person))
        .map(|at| reading.token_text(at))
        .collect();
    if let Some(comma) = reading.next_on_level(actor.unit)
        && reading.unit(comma).kind == UnitKind::Comma
        && let Some(next) = reading.next_on_level(comma)
        && let Some(number) = actors.of_unit(next)
    {
        let appositive = &actors.all[number as usize];
        if appositive.nature == Nature::Person && appositive.name.1 == appositive.name.0 {
            roles.push(reading.token_text(appositive.head));
        }
    }
    roles
}
