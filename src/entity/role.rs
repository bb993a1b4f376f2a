//! The words by which a text describes people: "chief", "minister", "senator".

use std::borrow::Cow;
use std::collections::VecDeque;
use std::hash::Hash;

use super::owners::Owners;
use super::text::lowercase;
use crate::analysis::mention::{Mention, Mentions, Nature};
use crate::analysis::{Analysis, ChunkKind, Tag};
use crate::hash::{WordMap, WordState};
use crate::ids::{ChunkId, EntityId, MentionId, TokenId};
use crate::kinds::MentionKind;
use crate::language::{Class, Classes, Language, Shape, WordId};

/// The nouns for organisations that speak as one: "commission", "board".
const BODIES: Classes = Classes::of(&[Class::OrganisationNoun, Class::Group]);

/// How many roles are remembered with the word before them.
const MODIFIED: usize = 64;

/// How many owners of one role are remembered.
const REMEMBERED: usize = 8;

/// No more roles than these are in most articles. The map has 32 slots for them.
const INITIAL_CAPACITY: usize = 28;

/// Who was called what.
#[derive(Debug)]
pub(super) struct Roles<'t> {
    /// By the number of the word.
    listed: WordMap<WordId, Owners>,
    /// By the word in lower case, where it has no number.
    unlisted: WordMap<Cow<'t, str>, Owners>,
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
    pub(super) fn owners(&self, analysis: &Analysis<'t>, token: TokenId) -> Option<&Owners> {
        match role(analysis, token) {
            Role::Listed(word) => self.listed.get(&word),
            Role::Unlisted(word) => self.unlisted.get(&word),
        }
    }
}

/// The noun or name right before a role, which tells it from others: "Foreign" of "Foreign Minister".
fn modifier<'t>(analysis: &Analysis<'t>, role: TokenId) -> Option<&'t str> {
    let before = role.previous()?;
    let word = analysis.word(before);
    let tells = match word.tag {
        Tag::Noun | Tag::Name | Tag::Title => true,
        Tag::Adjective => word.shape.has(Shape::CAPITAL) && !word.shape.has(Shape::PLACED),
        _ => false,
    };
    (tells && !word.shape.has(Shape::POSSESSIVE)).then(|| analysis.token_text(before))
}

fn owners_of<K: Eq + Hash>(map: &mut WordMap<K, Owners>, word: K, entity: EntityId) -> &mut Owners {
    map.entry(word).or_insert_with(|| Owners::of(entity))
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
            match analysis.lexicon.look_up(&text).word {
                WordId::UNKNOWN => Role::Unlisted(text),
                listed => Role::Listed(listed),
            }
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
    let head = of.and_then(TokenId::previous).unwrap_or(mention.head);
    let word = analysis.word(head);
    let known = |at: TokenId| {
        let word = analysis.word(at);
        word.facts.is_known() && !word.is(Class::GivenName)
    };
    let is_office = word.is(Class::Title)
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

/// The tokens that describe somebody beside their name: those of the phrase before it ("NATO chief
/// Mark Rutte") and of an appositive behind ("Mark Rutte, the NATO chief,").
pub(super) fn beside_name(
    analysis: &Analysis<'_>,
    mentions: &Mentions,
    mention: &Mention,
) -> impl Iterator<Item = TokenId> {
    let begins_clause = |chunk: ChunkId| {
        let verb = analysis.next_sibling(chunk);
        verb.is_some_and(|verb| matches!(analysis.chunk(verb).kind, ChunkKind::VerbGroup(_)))
    };
    let appositive = behind_comma(analysis, mentions, mention.chunk)
        .filter(|number| !begins_clause(mentions.all[number.index()].chunk))
        .and_then(|number| description(analysis, &mentions.all[number.index()]))
        .filter(|appositive| is_named_alike(analysis, appositive, mention))
        .map(|appositive| appositive.head);
    mention
        .first
        .up_to(mention.name.0)
        .filter(|&at| {
            let word = analysis.word(at);
            word.is(Class::Person)
                || mention.nature != Nature::Person && word.is(Class::OrganisationNoun)
        })
        .chain(appositive)
        .chain(complement(analysis, mentions, mention).map(|complement| complement.head))
}

/// The mention as a description of one person or organisation, if it is one.
fn description(analysis: &Analysis<'_>, mention: &Mention) -> Option<Mention> {
    let several = analysis.word(mention.head).is(Class::NounPlural);
    match (mention.is_named(), mention.nature) {
        (true, _) => office(analysis, mention),
        (_, Nature::Person) => Some(*mention),
        (_, nature) => Some(*mention).filter(|_| nature.is_organisation() && !several),
    }
}

/// Whether a name can be that of whom a description describes: a person of a person, an organisation of an organisation.
fn is_named_alike(analysis: &Analysis<'_>, described: &Mention, named: &Mention) -> bool {
    let is_organisation = described.nature.is_organisation();
    let is_alike = match named.nature {
        Nature::Open => true,
        Nature::Organisation => is_organisation,
        // "executive" can be either.
        Nature::Person => !is_organisation || analysis.word(described.head).is(Class::Person),
        _ => false,
    };
    named.is_named() && is_alike && !named.possessor
}

/// Of whom a description tells what they are or become: "Ruth Adeyemi" of "Ruth Adeyemi became mayor".
pub(super) fn subject_of(
    analysis: &Analysis<'_>,
    mentions: &Mentions,
    mention: &Mention,
) -> Option<MentionId> {
    let verb = analysis.previous_sibling(mention.chunk)?;
    let subject = mentions.of_chunk(analysis.previous_sibling(verb)?)?;
    let complement = complement(analysis, mentions, &mentions.all[subject.index()])?;
    (complement.chunk == mention.chunk).then_some(subject)
}

/// The tokens by which an organisation can be described, of its name: "commission" of "Commission on
/// Presidential Debates".
pub(super) fn within_name(
    analysis: &Analysis<'_>,
    mention: &Mention,
) -> impl Iterator<Item = TokenId> {
    let organisation =
        mention.nature == Nature::Organisation && mention.name.0.next() < mention.name.1;
    mention
        .name
        .0
        .up_to(mention.name.1)
        .filter(move |&at| organisation && analysis.word(at).is_any(BODIES))
}

/// What somebody is said to be or to become: "Ruth Adeyemi became mayor".
fn complement(analysis: &Analysis<'_>, mentions: &Mentions, mention: &Mention) -> Option<Mention> {
    let verb = analysis.next_sibling(mention.chunk)?;
    let chunk = analysis.chunk(verb);
    let word = analysis.word(chunk.head);
    let becomes = word.is_one_of(analysis.language.descriptions.becoming);
    if !matches!(chunk.kind, ChunkKind::VerbGroup(_)) || !(word.is(Class::Be) || becomes) {
        return None;
    }
    let noun = mentions.of_chunk(analysis.next_sibling(verb)?)?;
    description(analysis, &mentions.all[noun.index()])
}

/// The named person or organisation whom a description introduces: "Mark Rutte" of "its new chief, Mark Rutte" and
/// of "a man named Mark Rutte".
pub(super) fn named_behind(
    analysis: &Analysis<'_>,
    mentions: &Mentions,
    mention: &Mention,
) -> Option<MentionId> {
    let place = last_of_description(analysis, mention);
    let name = behind_comma(analysis, mentions, place);
    name.or_else(|| behind_naming(analysis, mentions, place))
        .or_else(|| behind_being(analysis, mentions, place))
        .or_else(|| within_title(analysis, mentions, place))
        .filter(|&next| {
            let next = &mentions.all[next.index()];
            is_named_alike(analysis, mention, next) || is_body_behind(analysis, mention, next)
        })
}

/// The most phrases that belong to a description.
const PHRASES: usize = 3;

/// The last chunk of a description with what belongs to it: "state" of "the commandant of the guard in the state", "coach" of
/// "her father and coach".
pub(super) fn last_of_description(analysis: &Analysis<'_>, mention: &Mention) -> ChunkId {
    let mut last = mention.chunk;
    for _ in 0..PHRASES {
        let behind = analysis.next_sibling(last).filter(|&joint| {
            let chunk = analysis.chunk(joint);
            chunk.kind == ChunkKind::Preposition || chunk.kind == ChunkKind::Coordinator
        });
        let noun = behind.and_then(|joint| analysis.next_sibling(joint));
        let Some((joint, noun)) = behind.zip(noun) else {
            break;
        };
        let is_noun = analysis.chunk(noun).kind == ChunkKind::NounPhrase;
        let is_joined =
            analysis.chunk(joint).kind == ChunkKind::Preposition || is_bare(analysis, noun);
        if mention.possessor || !is_noun || !is_joined {
            break;
        }
        last = noun;
    }
    last
}

/// Whether a noun phrase is a common noun without a determiner, as the second of two descriptions of one person is.
fn is_bare(analysis: &Analysis<'_>, chunk: ChunkId) -> bool {
    let chunk = analysis.chunk(chunk);
    let [first, head] = [chunk.first, chunk.head].map(|at| analysis.word(at));
    !matches!(first.tag, Tag::Determiner | Tag::Possessive) && head.tag == Tag::Noun
}

/// The named person or organisation whom an indefinite appositive describes: "Rosa Beck" of "Rosa Beck, a retired
/// fisherman,".
pub(super) fn named_before(
    analysis: &Analysis<'_>,
    mentions: &Mentions,
    mention: &Mention,
) -> Option<MentionId> {
    let comma = analysis.previous_sibling(mention.chunk)?;
    let leading = analysis.word(mention.first);
    let is_indefinite = leading.tag == Tag::Determiner && !leading.is_whole(Class::Definite);
    let is_owned = mentions.possessor_of(mention.chunk).is_some();
    let last = of_place(analysis, mention).unwrap_or(mention.chunk);
    if analysis.chunk(comma).kind != ChunkKind::Comma
        || !is_indefinite && !is_owned
        || !is_enclosed(analysis, last)
    {
        return None;
    }
    let before = analysis.previous_sibling(comma)?;
    let name = mentions.of_chunk(before_age(analysis, before).unwrap_or(before))?;
    is_named_alike(analysis, mention, &mentions.all[name.index()]).then_some(name)
}

/// The most phrases between a name and the last of the descriptions behind it that "and" joins.
const JOINED: usize = 12;

/// The named person whom the last of several joined descriptions describes: "Rosa Beck" of "Rosa Beck, an adviser on taxes
/// to the city and a professor at Lyon,".
pub(super) fn named_before_joined(
    analysis: &Analysis<'_>,
    mentions: &Mentions,
    mention: &Mention,
) -> Option<MentionId> {
    let kind = |chunk: ChunkId| analysis.chunk(chunk).kind;
    let and = analysis.previous_sibling(mention.chunk)?;
    if kind(and) != ChunkKind::Coordinator || mention.possessor || mention.plural {
        return None;
    }
    let mut first = analysis.previous_sibling(and)?;
    for _ in 0..JOINED {
        let before = analysis.previous_sibling(first)?;
        if kind(before) == ChunkKind::Comma {
            let described = &mentions.all[mentions.of_chunk(first)?.index()];
            let leading = analysis.word(described.first);
            let is_indefinite =
                leading.tag == Tag::Determiner && !leading.is_whole(Class::Definite);
            let is_one = described.nature == Nature::Person && !described.plural;
            let before = analysis
                .previous_sibling(before)
                .filter(|_| is_indefinite && is_one)?;
            let name = mentions.of_chunk(before_age(analysis, before).unwrap_or(before))?;
            return is_named_alike(analysis, mention, &mentions.all[name.index()]).then_some(name);
        }
        if !matches!(
            kind(first),
            ChunkKind::NounPhrase
                | ChunkKind::Preposition
                | ChunkKind::Coordinator
                | ChunkKind::Adjective
        ) {
            return None;
        }
        first = before;
    }
    None
}

/// The chunk before the comma before an age: "Rosa Beck" of "Rosa Beck, 61,".
fn before_age(analysis: &Analysis<'_>, age: ChunkId) -> Option<ChunkId> {
    let comma = analysis.previous_sibling(age)?;
    let is_age = analysis.word(analysis.chunk(age).head).tag == Tag::Number
        && analysis.chunk(comma).kind == ChunkKind::Comma;
    analysis.previous_sibling(comma).filter(|_| is_age)
}

/// Whether a name between commas is that of an organisation although the noun before is one for persons: "the owner, Norbright
/// Homes, said".
fn is_body_behind(analysis: &Analysis<'_>, described: &Mention, named: &Mention) -> bool {
    let word = analysis.word(described.head);
    named.is_named()
        && named.nature == Nature::Organisation
        && !named.possessor
        && described.gender.is_none()
        && !word.is_any(Classes::of(&[Class::Title, Class::Apart]))
        && analysis.word(described.first).is_whole(Class::Definite)
        && is_enclosed(analysis, named.chunk)
}

/// The noun phrase right behind a chunk and "named" or "called".
fn behind_naming(
    analysis: &Analysis<'_>,
    mentions: &Mentions,
    chunk: ChunkId,
) -> Option<MentionId> {
    let verb = analysis.next_sibling(chunk)?;
    let head = analysis.chunk(verb).head;
    let names = head == analysis.chunk(verb).first
        && analysis
            .word(head)
            .is_one_of(analysis.language.descriptions.naming);
    mentions.of_chunk(analysis.next_sibling(verb).filter(|_| names)?)
}

/// The noun phrase right behind a chunk and "is": "Danny Moss" of "their captain is Danny Moss".
fn behind_being(analysis: &Analysis<'_>, mentions: &Mentions, chunk: ChunkId) -> Option<MentionId> {
    let verb = analysis.next_sibling(chunk)?;
    let is_be = matches!(analysis.chunk(verb).kind, ChunkKind::VerbGroup(_))
        && analysis.word(analysis.chunk(verb).head).is(Class::Be);
    mentions.of_chunk(analysis.next_sibling(verb).filter(|_| is_be)?)
}

/// The person named behind the organisation that belongs to the title: "Ann Moss" of "Leader of the Opposition Ann Moss".
fn within_title(analysis: &Analysis<'_>, mentions: &Mentions, chunk: ChunkId) -> Option<MentionId> {
    let number = mentions.of_chunk(chunk)?;
    let mention = &mentions.all[number.index()];
    let is_behind_body = mention.first.next() < mention.name.0
        && analysis.word(mention.first).is_whole(Class::Definite);
    (mention.nature == Nature::Person && is_behind_body).then_some(number)
}

/// Whether a comma or a stop stands behind an appositive too: "her husband, Alasdair, said", but
/// "he was her husband, Alasdair said".
pub(super) fn is_enclosed(analysis: &Analysis<'_>, appositive: ChunkId) -> bool {
    let next = analysis.next_sibling(appositive);
    next.is_none_or(|next| {
        matches!(
            analysis.chunk(next).kind,
            ChunkKind::Comma | ChunkKind::Stop
        )
    })
}

/// The noun phrase that goes with a description: "Lyon" of "the mayor of Lyon".
pub(super) fn of_place(analysis: &Analysis<'_>, mention: &Mention) -> Option<ChunkId> {
    let of = analysis.next_sibling(mention.chunk)?;
    let belonging = analysis.language.descriptions.belonging;
    if mention.possessor
        || analysis.chunk(of).kind != ChunkKind::Preposition
        || !analysis.word(analysis.chunk(of).first).is_one_of(belonging)
    {
        return None;
    }
    let noun = analysis.next_sibling(of)?;
    (analysis.chunk(noun).kind == ChunkKind::NounPhrase).then_some(noun)
}

/// Whether a description says of what or whom it is somebody: "the mayor of Lyon", but not "the mother of four".
pub(super) fn is_of_somebody(analysis: &Analysis<'_>, mention: &Mention) -> bool {
    of_place(analysis, mention).is_some_and(|of| {
        let head = analysis.word(analysis.chunk(of).head);
        !matches!(head.tag, Tag::Number | Tag::Quantifier)
    })
}

/// The noun phrase right behind a chunk and a comma.
fn behind_comma(analysis: &Analysis<'_>, mentions: &Mentions, chunk: ChunkId) -> Option<MentionId> {
    let comma = analysis.next_sibling(chunk)?;
    if analysis.chunk(comma).kind != ChunkKind::Comma {
        return None;
    }
    mentions.of_chunk(analysis.next_sibling(comma)?)
}
