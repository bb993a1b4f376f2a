//! The words by which a text describes people: "chief", "minister", "senator".

use std::borrow::Cow;
use std::collections::VecDeque;
use std::hash::Hash;

use super::name_bearers::NameBearers;
use super::text::lowercase;
use crate::analysis::mention::{Mention, Nature};
use crate::analysis::{Analysis, Tag};
use crate::hash::{WordMap, WordState};
use crate::ids::{EntityId, TokenId};
use crate::kinds::MentionKind;
use crate::language::{Class, Classes, Language, Shape, WordId};

/// How many roles are remembered with the word before them.
const MODIFIED: usize = 64;

/// How many bearers of one role are remembered.
const REMEMBERED: usize = 8;

/// No more roles than these are in most articles. The map has 32 slots for them.
const INITIAL_CAPACITY: usize = 28;

/// Who was called what.
#[derive(Debug)]
pub(super) struct Roles<'t> {
    /// By the number of the word.
    listed: WordMap<WordId, NameBearers>,
    /// By the word in lower case, where it has no number.
    unlisted: WordMap<Cow<'t, str>, NameBearers>,
    /// What stood before a role, the last ones last: "Foreign" of "Foreign Minister Okoro".
    modified: VecDeque<Modified<'t>>,
}

/// Somebody's role with the noun or name before it.
#[derive(Debug)]
struct Modified<'t> {
    entity: EntityId,
    role: &'t str,
    modifier: &'t str,
}

impl<'t> Roles<'t> {
    pub(super) fn new() -> Roles<'t> {
        Roles {
            listed: WordMap::with_capacity_and_hasher(INITIAL_CAPACITY, WordState::default()),
            unlisted: WordMap::default(),
            modified: VecDeque::new(),
        }
    }

    /// Remembers that an entity was called as a token says. The last one called so stands last, and
    /// only once, however often roles change hands.
    pub(super) fn learn(&mut self, analysis: &Analysis<'t>, token: TokenId, entity: EntityId) {
        let known = match role(analysis, token) {
            Role::Listed(word) => owners_of(&mut self.listed, word, entity),
            Role::Unlisted(word) => owners_of(&mut self.unlisted, word, entity),
        };
        if known.last() != Some(entity) {
            known.renew(entity, REMEMBERED);
        }
        if let Some(modifier) = modifier(analysis, token) {
            if self.modified.len() == MODIFIED {
                self.modified.pop_front();
            }
            self.modified.push_back(Modified {
                entity,
                role: analysis.token_text(token),
                modifier,
            });
        }
    }

    /// Whether the text calls somebody so with another word before it alone: "the Foreign Minister" of a Finance Minister.
    pub(super) fn tells_apart(
        &self,
        analysis: &Analysis<'_>,
        token: TokenId,
        entity: EntityId,
    ) -> bool {
        let Some(modifier) = modifier(analysis, token) else {
            return false;
        };
        let role = analysis.token_text(token);
        let own = self.modified.iter();
        let mut own = own
            .filter(|known| known.entity == entity && known.role.eq_ignore_ascii_case(role))
            .peekable();
        own.peek().is_some() && own.all(|known| !known.modifier.eq_ignore_ascii_case(modifier))
    }

    /// Those lately called as a token says, the last one last.
    pub(super) fn bearers(&self, analysis: &Analysis<'t>, token: TokenId) -> Option<&NameBearers> {
        match role(analysis, token) {
            Role::Listed(word) => self.listed.get(&word),
            Role::Unlisted(word) => self.unlisted.get(&word),
        }
    }
}

/// What tells a role from others: the noun or name right before it, "Foreign" of "Foreign Minister", or where its
/// bearer belongs, "Northgate" of "councillor for Northgate".
fn modifier<'t>(analysis: &Analysis<'t>, role: TokenId) -> Option<&'t str> {
    modifier_before(analysis, role).or_else(|| {
        let (joint, place) = (role.next(), role.plus(2));
        let tokens = &analysis.tokens;
        let belongs = place.index() < tokens.len()
            && analysis
                .word(joint)
                .is_one_of(analysis.language.descriptions.belonging)
            && analysis.word(place).tag == Tag::Name;
        belongs.then(|| analysis.token_text(place))
    })
}

fn modifier_before<'t>(analysis: &Analysis<'t>, role: TokenId) -> Option<&'t str> {
    let before = role.previous()?;
    let word = analysis.word(before);
    let tells = match word.tag {
        Tag::Noun | Tag::Name | Tag::Title => true,
        Tag::Adjective => word.shape.has(Shape::CAPITAL) && !word.shape.has(Shape::POSITIONAL),
        _ => false,
    };
    (tells && !word.shape.has(Shape::POSSESSIVE)).then(|| analysis.token_text(before))
}

fn owners_of<K: Eq + Hash>(
    map: &mut WordMap<K, NameBearers>,
    word: K,
    entity: EntityId,
) -> &mut NameBearers {
    map.entry(word).or_insert_with(|| NameBearers::of(entity))
}

enum Role<'t> {
    Listed(WordId),
    Unlisted(Cow<'t, str>),
}

/// What a token calls somebody, an abbreviated title spelt out.
fn role<'t>(analysis: &Analysis<'t>, token: TokenId) -> Role<'t> {
    let word = analysis.word(token);
    match word.whole() {
        listed if listed != WordId::UNKNOWN && !word.is(Class::Title) => Role::Listed(listed),
        _ => {
            let text = spelt_out(analysis.language, analysis.token_text(token));
            let listed = |text: &str| match analysis.lexicon.look_up(text).word {
                WordId::UNKNOWN => None,
                listed => Some(Role::Listed(listed)),
            };
            // "bell-founder"
            let last = || listed(text.rsplit_once('-')?.1);
            listed(&text).or_else(last).unwrap_or(Role::Unlisted(text))
        }
    }
}

pub(super) fn spelt_out<'t>(language: &Language, word: &'t str) -> Cow<'t, str> {
    let word = lowercase(word.trim_end_matches('.'));
    language.names.spelt_out(&word).map_or(word, Cow::Borrowed)
}

/// What describes somebody by an office that is honoured with capitals, without them: "the Prime
/// Minister", "the Archbishop of Dunmere", "Mr. Speaker".
pub(super) fn office(analysis: &Analysis<'_>, mention: &Mention) -> Option<Mention> {
    if !mention.is_named() {
        return None;
    }
    let first = analysis.word(mention.first);
    // "the Prime Minister", "her MP"
    let definite = first.is_whole(Class::Definite) || first.tag == Tag::Possessive;
    let address = first.tag == Tag::Title;
    if !definite && !address {
        return None;
    }
    let of = mention
        .first
        .next()
        .up_to(mention.head)
        .find(|&at| analysis.word(at).is_whole(Class::Genitive));
    // "the Nationals MP"
    let last = mention.end.previous().filter(|&last| {
        let word = analysis.word(last);
        last > mention.first
            && word.is(Class::Suffix)
            && word.is(Class::Person)
            && word.shape.has(Shape::ALL_CAPITALS)
    });
    let head = of
        .and_then(TokenId::previous)
        .or(last)
        .unwrap_or(mention.head);
    let word = analysis.word(head);
    let known = |at: TokenId| {
        let word = analysis.word(at);
        (word.facts.is_known() || last.is_some()) && !word.is(Class::GivenName)
    };
    // "the Director"
    let is_noun = definite
        && mention.first.next() == head
        && word.is(Class::Noun)
        && !word.shape.has(Shape::ALL_CAPITALS);
    let is_office = (word.is(Class::Title) || is_noun)
        && word.is(Class::Person)
        && !word.is(Class::Organisation)
        && mention.first.up_to(head).all(known)
        // "Mr. Bishop" and "Mr. Justice" are called so.
        && (definite || !word.is_any(Classes::of(&[Class::GivenName, Class::Surname])));
    is_office.then_some(Mention {
        head,
        kind: MentionKind::NounPhrase,
        nature: Nature::Person,
        name: (head, head),
        ..*mention
    })
}
