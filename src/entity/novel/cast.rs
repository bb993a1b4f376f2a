//! The cast that the caller gave, by all its names.

use super::form::{self, Title};
use crate::config::{CastMember, Config};
use crate::hash::WordMap;
use crate::ids::EntityId;
use crate::language::Lexicon;

/// A name of a cast member.
#[derive(Clone, Debug)]
pub(super) struct Alias {
    pub(super) title: Title,
    pub(super) title_word: String,
    pub(super) words: Vec<String>,
}

/// The members, and who goes by each name. A member's number is his place in the cast.
#[derive(Debug, Default)]
pub(super) struct Cast {
    pub(super) members: Vec<CastMember>,
    /// Beside the members: their names, their own first.
    pub(super) aliases: Vec<Vec<Alias>>,
    by_name: WordMap<String, Vec<EntityId>>,
}

impl Cast {
    pub(super) fn of(config: &Config) -> Cast {
        let mut cast = Cast {
            members: config.cast.clone(),
            ..Cast::default()
        };
        for (id, member) in EntityId::all(config.cast.len()).zip(&config.cast) {
            let names = std::iter::once(&member.name).chain(&member.aliases);
            let aliases: Vec<Alias> = names.map(|name| alias(name)).collect();
            for alias in &aliases {
                let owners = cast
                    .by_name
                    .entry(form::key(&alias.title_word, &alias.words))
                    .or_default();
                if owners.last() != Some(&id) {
                    owners.push(id);
                }
            }
            cast.aliases.push(aliases);
        }
        cast
    }

    /// Everybody who goes by a name in lower case.
    pub(super) fn named(&self, key: &str) -> &[EntityId] {
        self.by_name.get(key).map_or(&[], Vec::as_slice)
    }
}

fn alias(name: &str) -> Alias {
    let words = name.split_whitespace();
    let mut words: Vec<String> = words
        .map(|word| word.trim_end_matches('.').to_lowercase())
        .collect();
    if words.len() > 1 && ["the", "a", "an"].contains(&words[0].as_str()) {
        words.remove(0);
    }
    let (mut title, mut title_word) = (Title::None, String::new());
    if words.len() > 1 {
        let first = words[0].trim_end_matches('.').to_owned();
        let facts = Lexicon::english().look_up(&first);
        let (found, word) = form::titled(&first, facts);
        if found != Title::None {
            (title, title_word) = (found, word);
            words.remove(0);
        }
    }
    Alias {
        title,
        title_word,
        words,
    }
}
