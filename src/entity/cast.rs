//! What the caller knows of names: the cast by all its words, and the names that never speak.
//!
//! A cast may be large and a text name few of it. So what depends on the cast alone is made once, and
//! a text takes of it the members whom its own words could mean.

use std::collections::BTreeSet;

use super::description;
use super::index::{NAMESAKES, NameWord};
use super::name;
use super::text::{single_spaced, text_of};
use super::title::Title;
use super::written::{self, WrittenName, without_stop};
use crate::analysis::Analysis;
use crate::analysis::mention::{Mention, Mentions};
use crate::analysis::steps;
use crate::config::CastMember;
use crate::hash::{WordMap, WordSet};
use crate::ids::{EntityId, id};
use crate::kinds::{Gender, MentionKind};
use crate::language::{Class, Lexicon, Names};

id! {
    /// A member of the cast, by its position there.
    pub(super) struct MemberId
}

/// The cast and the ignored names, for all texts.
#[derive(Debug, Default)]
pub(crate) struct KnownNames {
    members: Vec<Member>,
    /// By a whole name, as [`Alias::key`] writes it.
    by_name: WordMap<String, Vec<MemberId>>,
    /// By the first and the last word of a name and by its family name, in lower case.
    by_word: WordMap<String, Vec<MemberId>>,
    narrator: Option<MemberId>,
    ignored: WordSet<String>,
}

/// Somebody of the cast.
#[derive(Debug)]
pub(super) struct Member {
    pub(super) facts: CastMember,
    /// The member's own name and the others.
    pub(super) aliases: Vec<Alias>,
}

/// A name of a member.
#[derive(Debug)]
pub(super) struct Alias {
    pub(super) title: Title,
    pub(super) title_word: String,
    pub(super) words: Vec<String>,
}

impl Alias {
    fn new(name: &str, lexicon: &Lexicon) -> Alias {
        let mut words: Vec<String> = name
            .split_whitespace()
            .map(|word| without_stop(word).to_lowercase())
            .collect();
        if words.len() > 1 && is_article(&words[0], lexicon) {
            words.remove(0);
        }
        let (mut title, mut title_word) = (Title::None, String::new());
        if words.len() > 1 {
            let facts = lexicon.look_up(&words[0]);
            let (found, word) = written::titled(&words[0], facts, lexicon.language);
            if found != Title::None {
                (title, title_word) = (found, word.to_owned());
                words.remove(0);
            }
        }
        Alias {
            title,
            title_word,
            words,
        }
    }

    fn key(&self) -> String {
        written::key(&self.title_word, &self.words)
    }
}

impl KnownNames {
    /// Makes ready what all texts are to know.
    pub(crate) fn new(cast: Vec<CastMember>, ignored: &[String], lexicon: &Lexicon) -> KnownNames {
        let mut known = KnownNames {
            narrator: cast
                .iter()
                .position(|member| member.is_narrator)
                .map(MemberId::new),
            ignored: ignored
                .iter()
                .map(|name| single_spaced(name).into_owned())
                .collect(),
            ..KnownNames::default()
        };
        for (id, facts) in MemberId::all(cast.len()).zip(cast) {
            let names = std::iter::once(&facts.name).chain(&facts.aliases);
            let aliases: Vec<Alias> = names.map(|name| Alias::new(name, lexicon)).collect();
            for alias in &aliases {
                push(&mut known.by_name, alias.key(), id);
                for word in outer_words(&lexicon.language.names, &alias.words) {
                    push(&mut known.by_word, word.to_owned(), id);
                }
            }
            known.members.push(Member { facts, aliases });
        }
        known
    }

    /// Whether a name is one that never speaks.
    pub(super) fn ignores(&self, analysis: &Analysis<'_>, mention: &Mention) -> bool {
        !self.ignored.is_empty() && {
            let name = text_of(analysis, mention.name.0, mention.name.1);
            self.ignored.contains(single_spaced(name).as_ref())
        }
    }

    /// The members with exactly this name, as [`Alias::key`] writes it.
    fn named(&self, key: &str) -> &[MemberId] {
        steps::step();
        self.by_name.get(key).map_or(&[], Vec::as_slice)
    }

    /// The members with a name of which a word is the first, the last or the family name.
    fn with_word(&self, word: &str) -> &[MemberId] {
        steps::step();
        self.by_word.get(word).map_or(&[], Vec::as_slice)
    }

    /// Of several members the one who can have a gender.
    fn only_one(&self, members: &[MemberId], gender: Option<Gender>) -> Option<MemberId> {
        let agrees = |id: &MemberId| Gender::agree(self.member(*id).facts.gender, gender);
        let mut members = members.iter().copied().filter(agrees);
        members.next().filter(|_| members.next().is_none())
    }

    fn member(&self, id: MemberId) -> &Member {
        steps::step();
        &self.members[id.index()]
    }
}

fn push(map: &mut WordMap<String, Vec<MemberId>>, key: String, id: MemberId) {
    let bearers = map.entry(key).or_default();
    if bearers.last() != Some(&id) && bearers.len() < NAMESAKES {
        bearers.push(id);
    }
}

/// The members whom the names and descriptions of a text could mean. They are its first entities, in
/// the order of the cast.
#[derive(Clone, Debug)]
pub(super) struct Present<'t> {
    known: &'t KnownNames,
    ids: Vec<MemberId>,
    /// Of the words of mentions, those that are exactly a name of one member.
    called: WordMap<&'t str, MemberId>,
}

impl<'t> Present<'t> {
    pub(super) fn of(
        known: &'t KnownNames,
        analysis: &Analysis<'t>,
        mentions: &Mentions,
    ) -> Present<'t> {
        let mut present = Present {
            known,
            ids: Vec::new(),
            called: WordMap::default(),
        };
        if known.members.is_empty() {
            return present;
        }
        let mut ids: BTreeSet<MemberId> = known.narrator.into_iter().collect();
        let names = &analysis.language.names;
        // Most names and descriptions stand in a text more than once.
        let mut seen: WordSet<&str> = WordSet::default();
        for mention in &mentions.all {
            let text = text_with_endings(analysis, mention);
            if mention.kind == MentionKind::Pronoun || !seen.insert(text) {
                continue;
            }
            let name = mention
                .is_named()
                .then(|| WrittenName::of(analysis, mention));
            for key in keys(analysis, mention, name.as_ref()) {
                let members = known.named(&key);
                ids.extend(members);
                if let Some(one) = known.only_one(members, mention.gender) {
                    present.called.entry(text).or_insert(one);
                }
            }
            let lower = |word: &str| without_stop(word).to_lowercase();
            if let Some(name) = name {
                let after_title: Vec<String> = name.words.iter().map(|word| lower(word)).collect();
                let words: Vec<String> = name::words(analysis, mention).map(lower).collect();
                for word in outer_words(names, &words).chain(outer_words(names, &after_title)) {
                    ids.extend(known.with_word(word));
                    // "the Bergs" are a family, by the name of its members.
                    let singular = (names.singular)(word);
                    ids.extend(singular.map_or(&[][..], |word| known.with_word(word)));
                }
            }
        }
        present.ids = ids.into_iter().collect();
        present
    }

    pub(super) fn is_empty(&self) -> bool {
        self.ids.is_empty()
    }

    /// Whether a member has a name of just these words, a title aside.
    pub(super) fn has_name(&self, entity: EntityId, words: &[NameWord<'_>]) -> bool {
        let mut aliases = self.aliases(entity);
        aliases.any(|alias| {
            let alias = alias.words.iter().map(String::as_str);
            alias.eq(words.iter().map(|word| word.text.to_lowercase()))
        })
    }

    fn aliases(&self, entity: EntityId) -> impl Iterator<Item = &'t Alias> {
        let member = self.member(entity);
        member.into_iter().flat_map(|member| &member.aliases)
    }

    /// Whether a member has a name that begins with these words.
    pub(super) fn has_name_that_begins(&self, entity: EntityId, words: &[NameWord<'_>]) -> bool {
        let words: Vec<String> = words.iter().map(|word| word.text.to_lowercase()).collect();
        let mut aliases = self.aliases(entity);
        aliases.any(|alias| alias.words.starts_with(&words))
    }

    pub(super) fn members(&self) -> impl Iterator<Item = (EntityId, &'t Member)> {
        let members = self.ids.iter().map(|&id| self.known.member(id));
        EntityId::all(self.ids.len()).zip(members)
    }

    /// The member that an entity is.
    pub(super) fn member(&self, entity: EntityId) -> Option<&'t Member> {
        let id = self.ids.get(entity.index())?;
        Some(self.known.member(*id))
    }

    /// Who tells the story, as the caller says.
    pub(super) fn narrator(&self) -> Option<EntityId> {
        self.known.narrator.and_then(|id| self.entity(id))
    }

    fn entity(&self, id: MemberId) -> Option<EntityId> {
        self.ids.binary_search(&id).ok().map(EntityId::new)
    }

    /// The members with exactly this name, as [`Alias::key`] writes it.
    pub(super) fn named(&self, key: &str) -> impl Iterator<Item = EntityId> {
        let members = self.known.named(key).iter();
        members.filter_map(|&id| self.entity(id))
    }

    /// The one member whom a mention names or describes by exactly one of the names that the caller
    /// gave, with its title or without.
    pub(super) fn called(&self, analysis: &Analysis<'_>, mention: &Mention) -> Option<EntityId> {
        if self.called.is_empty() {
            return None;
        }
        let member = self.called.get(text_with_endings(analysis, mention));
        member.and_then(|&id| self.entity(id))
    }
}

/// The words of a mention as they stand in the text.
fn text_with_endings<'t>(analysis: &Analysis<'t>, mention: &Mention) -> &'t str {
    let last = mention.end_with_head().previous();
    &analysis.text[analysis.span(mention.first, last.unwrap_or(mention.head))]
}

fn is_article(word: &str, lexicon: &Lexicon) -> bool {
    let facts = lexicon.look_up(word);
    let indefinite = lexicon.language.descriptions.indefinite;
    facts.is(Class::Definite) || indefinite.contains(&facts.word)
}

/// The words by which a name is looked for: the first one, the last one and the family name.
fn outer_words<'n>(names: &Names, name: &'n [String]) -> impl Iterator<Item = &'n str> {
    let family = name.last().map(|last| {
        let has_suffix = names.suffix(last).is_some();
        name::family(names, has_suffix, name.iter().rev().map(String::as_str))
    });
    let outer = [name.first(), name.last()];
    outer
        .into_iter()
        .flatten()
        .map(String::as_str)
        .chain(family)
}

/// A mention as [`Alias::key`] writes names: with its title and without, or as a description.
fn keys(
    analysis: &Analysis<'_>,
    mention: &Mention,
    name: Option<&WrittenName<'_>>,
) -> impl Iterator<Item = String> {
    let (mut whole, mut bare) = (String::new(), None);
    match name {
        Some(name) => (whole, bare) = (name.key(), name.bare_key()),
        None => description::write_key(analysis, mention, &mut whole),
    }
    std::iter::once(whole).chain(bare)
}
