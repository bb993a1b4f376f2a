//! What stands beside a name or a description and tells of whom it describes: appositives, complements, ages.

use super::role::office;
use super::stated_name::after_introduction;
use crate::analysis::mention::{Mention, Mentions, Nature};
use crate::analysis::{Analysis, ChunkKind, Tag};
use crate::ids::{ChunkId, MentionId, TokenId};
use crate::language::{Class, Classes};

/// The tokens that describe somebody beside their name: those of the phrase before it ("NATO chief
/// Mark Rutte") and of an appositive after ("Mark Rutte, the NATO chief,").
pub(super) fn beside_name(
    analysis: &Analysis<'_>,
    mentions: &Mentions,
    mention: &Mention,
) -> impl Iterator<Item = TokenId> {
    let begins_clause = |chunk: ChunkId| {
        let verb = analysis.next_sibling(chunk);
        verb.is_some_and(|verb| matches!(analysis.chunk(verb).kind, ChunkKind::VerbGroup(_)))
    };
    let appositive = after_comma(analysis, mentions, mention.chunk)
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
        .chain(in_brackets(analysis, mention))
        .chain(complement(analysis, mentions, mention).map(|complement| complement.head))
}

/// The most words that a role in brackets has: "deputy chair".
const LONGEST_ROLE: usize = 3;

/// The role that brackets after a name tell: "chair" of "Ruth Adeyemi (chair)".
fn in_brackets(analysis: &Analysis<'_>, mention: &Mention) -> Option<TokenId> {
    let aside = analysis.chunk(analysis.next_sibling(mention.chunk)?);
    let role = aside.end.previous()?.previous()?;
    let is_short = aside.first.next().up_to(role).len() < LONGEST_ROLE;
    let word = analysis.word(role);
    let is_role = word.is(Class::Person) && !word.is(Class::NounPlural) && word.tag != Tag::Name;
    (aside.kind == ChunkKind::Aside && is_short && is_role && mention.is_named()).then_some(role)
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
        .filter(move |&at| organisation && analysis.word(at).is_any(Classes::BODIES))
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
pub(super) fn named_after(
    analysis: &Analysis<'_>,
    mentions: &Mentions,
    mention: &Mention,
) -> Option<MentionId> {
    let position = last_of_description(analysis, mention);
    let suits = |number: &MentionId| {
        let next = &mentions.all[number.index()];
        // "the driver, a former Marine,"
        !is_indefinite(analysis, next)
            && (is_named_alike(analysis, mention, next)
                || is_organisation_after(analysis, mention, next))
    };
    let next = analysis.next_sibling(position);
    let beside = match next.map(|next| analysis.chunk(next).kind) {
        Some(ChunkKind::Comma) => after_comma(analysis, mentions, position)
            .filter(suits)
            .or_else(|| after_introduction(analysis, mentions, position).filter(suits)),
        Some(ChunkKind::VerbGroup(_)) => after_naming(analysis, mentions, position)
            .filter(suits)
            .or_else(|| after_being(analysis, mentions, position).filter(suits)),
        Some(ChunkKind::Wh) => after_introduction(analysis, mentions, position).filter(suits),
        _ => None,
    };
    beside
        .or_else(|| within_title(analysis, mentions, position).filter(suits))
        .or_else(|| after_office(analysis, mentions, mention, position).filter(suits))
        .or_else(|| within_joined(analysis, mentions, mention).filter(suits))
}

/// The most phrases that belong to a description.
const PHRASES: usize = 3;

/// The last chunk of a description with what belongs to it: "state" of "the commandant of the guard in the state", "coach" of
/// "her father and coach".
pub(super) fn last_of_description(analysis: &Analysis<'_>, mention: &Mention) -> ChunkId {
    let mut last = mention.chunk;
    for _ in 0..PHRASES {
        let after = analysis.next_sibling(last).filter(|&joint| {
            let chunk = analysis.chunk(joint);
            chunk.kind == ChunkKind::Preposition || chunk.kind == ChunkKind::Coordinator
        });
        let noun = after.and_then(|joint| analysis.next_sibling(joint));
        let Some((joint, noun)) = after.zip(noun) else {
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
    let is_owned = mentions.possessor_of(mention.chunk).is_some();
    let last = noun_after_of(analysis, mention).unwrap_or(mention.chunk);
    if analysis.chunk(comma).kind != ChunkKind::Comma
        || !is_indefinite(analysis, mention) && !is_owned
        || !is_enclosed(analysis, last)
    {
        return None;
    }
    named_before_comma(analysis, mentions, mention, comma)
}

/// Whether a phrase begins with an article that is not definite: "a retired fisherman".
fn is_indefinite(analysis: &Analysis<'_>, mention: &Mention) -> bool {
    let leading = analysis.word(mention.first);
    leading.tag == Tag::Determiner && !leading.is_whole(Class::Definite)
}

/// Whoever is named before a comma, or before an age there, and can be whom a description describes.
fn named_before_comma(
    analysis: &Analysis<'_>,
    mentions: &Mentions,
    described: &Mention,
    comma: ChunkId,
) -> Option<MentionId> {
    let before = analysis.previous_sibling(comma)?;
    let name = mentions.of_chunk(before_age(analysis, before).unwrap_or(before))?;
    is_named_alike(analysis, described, &mentions.all[name.index()]).then_some(name)
}

/// The most phrases between a name and the last of the descriptions after it that "and" joins.
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
            let is_one = described.nature == Nature::Person
                && !described.plural
                && is_indefinite(analysis, described);
            return named_before_comma(analysis, mentions, mention, before).filter(|_| is_one);
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

/// The age that stands after a phrase, between commas: "the joker, 38,".
pub(super) fn age_after(analysis: &Analysis<'_>, chunk: ChunkId) -> Option<TokenId> {
    let comma = analysis.next_sibling(chunk)?;
    if analysis.chunk(comma).kind != ChunkKind::Comma {
        return None;
    }
    let age = analysis.next_sibling(comma)?;
    let number = analysis.chunk(age);
    let is_age = number.first.next() == number.end
        && analysis.word(number.first).tag == Tag::Number
        && is_enclosed(analysis, age);
    is_age.then_some(number.first)
}

/// The chunk before the comma before an age: "Rosa Beck" of "Rosa Beck, 61,".
fn before_age(analysis: &Analysis<'_>, age: ChunkId) -> Option<ChunkId> {
    let comma = analysis.previous_sibling(age)?;
    let is_age = analysis.head_word(age).tag == Tag::Number
        && analysis.chunk(comma).kind == ChunkKind::Comma;
    analysis.previous_sibling(comma).filter(|_| is_age)
}

/// Whether a name between commas is that of an organisation although the noun before is one for persons: "the owner, Norbright
/// Homes, said".
fn is_organisation_after(analysis: &Analysis<'_>, described: &Mention, named: &Mention) -> bool {
    let word = analysis.word(described.head);
    named.is_named()
        && named.nature == Nature::Organisation
        && !named.possessor
        && described.gender.is_none()
        && !word.is_any(Classes::of(&[Class::Title, Class::Apart]))
        && analysis.word(described.first).is_whole(Class::Definite)
        && is_enclosed(analysis, named.chunk)
}

/// Whether a name is that of a thing or an animal by the noun before it: "a koala called Trevor", "the spaniel, Biscuit,".
pub(super) fn names_thing(analysis: &Analysis<'_>, mentions: &Mentions, named: &Mention) -> bool {
    let naming = analysis.language.descriptions.naming;
    let described = analysis.previous_sibling(named.chunk).and_then(|joint| {
        let chunk = analysis.chunk(joint);
        let introduces = match chunk.kind {
            ChunkKind::Comma => is_enclosed(analysis, named.chunk),
            _ => analysis.word(chunk.head).is_one_of(naming),
        };
        analysis.previous_sibling(joint).filter(|_| introduces)
    });
    let described = described.and_then(|chunk| mentions.of_chunk(chunk));
    described.is_some_and(|number| {
        let described = &mentions.all[number.index()];
        let head = analysis.word(described.head);
        let begins = analysis.previous_sibling(described.chunk).is_none();
        let calls = analysis
            .previous_sibling(named.chunk)
            .is_some_and(|joint| analysis.chunk(joint).kind != ChunkKind::Comma);
        described.nature == Nature::Thing
            && head.tag == Tag::Noun
            && head.facts.is_known()
            && analysis.word(described.first).tag == Tag::Determiner
            && (begins || calls)
    })
}

/// The noun phrase right after a chunk and "named" or "called".
fn after_naming(analysis: &Analysis<'_>, mentions: &Mentions, chunk: ChunkId) -> Option<MentionId> {
    let verb = analysis.next_sibling(chunk)?;
    let head = analysis.chunk(verb).head;
    let names = head == analysis.chunk(verb).first
        && analysis
            .word(head)
            .is_one_of(analysis.language.descriptions.naming);
    mentions.of_chunk(analysis.next_sibling(verb).filter(|_| names)?)
}

/// The noun phrase right after a chunk and "is": "Danny Moss" of "their captain is Danny Moss".
fn after_being(analysis: &Analysis<'_>, mentions: &Mentions, chunk: ChunkId) -> Option<MentionId> {
    let verb = analysis.next_sibling(chunk)?;
    let is_be = matches!(analysis.chunk(verb).kind, ChunkKind::VerbGroup(_))
        && analysis.head_word(verb).is(Class::Be);
    mentions.of_chunk(analysis.next_sibling(verb).filter(|_| is_be)?)
}

/// The person named after the organisation that belongs to the title: "Ann Moss" of "Leader of the Opposition Ann Moss".
fn within_title(analysis: &Analysis<'_>, mentions: &Mentions, chunk: ChunkId) -> Option<MentionId> {
    let number = mentions.of_chunk(chunk)?;
    let mention = &mentions.all[number.index()];
    let is_after_organisation = mention.first.next() < mention.name.0
        && analysis.word(mention.first).is_whole(Class::Definite);
    let is_person = mention.nature == Nature::Person && office(analysis, mention).is_none();
    (is_person && is_after_organisation).then_some(number)
}

/// The person named right after an office and its field: "Ann Moss" of "head of news Ann Moss", "chair of governors Ann
/// Moss" and "director of rugby Ann Moss".
fn after_office(
    analysis: &Analysis<'_>,
    mentions: &Mentions,
    mention: &Mention,
    field: ChunkId,
) -> Option<MentionId> {
    let is_office = !mention.plural && !mention.possessor && field != mention.chunk;
    let is_person = |number: &MentionId| {
        let named = &mentions.all[number.index()];
        named.nature == Nature::Person && named.name.0.next() < named.name.1
    };
    let within = mentions.of_chunk(field).filter(|number| {
        let named = &mentions.all[number.index()];
        let first = analysis.word(named.first);
        named.first.next() == named.name.0
            && first.tag == Tag::Noun
            && (!first.is(Class::Person) || first.is(Class::NounPlural))
    });
    let after = || {
        let is_name = |chunk: &ChunkId| {
            analysis.chunk(*chunk).kind == ChunkKind::NounPhrase
                && analysis.first_word(*chunk).tag == Tag::Name
        };
        let is_field = analysis.head_word(field).tag == Tag::Noun;
        let next = analysis.next_sibling(field).filter(is_name);
        mentions.of_chunk(next.filter(|_| is_field)?)
    };
    let named = within
        .filter(is_person)
        .or_else(|| after().filter(is_person));
    named.filter(|_| is_office)
}

/// The person named within the second of two descriptions of one: "Ann Moss" of "actor and former swimmer Ann Moss".
fn within_joined(
    analysis: &Analysis<'_>,
    mentions: &Mentions,
    mention: &Mention,
) -> Option<MentionId> {
    let first = analysis.word(mention.first);
    let is_open = !mention.plural && !mention.possessor && first.tag != Tag::Determiner;
    let and = analysis.next_sibling(mention.chunk).filter(|_| is_open)?;
    let second = analysis.next_sibling(and)?;
    let is_joined = analysis.chunk(and).kind == ChunkKind::Coordinator;
    let number = mentions.of_chunk(second).filter(|_| is_joined)?;
    let named = &mentions.all[number.index()];
    let leading = named.name.0.previous()?;
    let is_described = named.first < named.name.0
        && analysis.word(named.first).tag != Tag::Determiner
        && analysis.word(leading).is(Class::Person);
    (named.nature == Nature::Person && is_described).then_some(number)
}

/// Whether a comma or a stop stands after an appositive too: "her husband, Alasdair, said", but
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
pub(super) fn noun_after_of(analysis: &Analysis<'_>, mention: &Mention) -> Option<ChunkId> {
    let of = analysis.next_sibling(mention.chunk)?;
    let belonging = analysis.language.descriptions.belonging;
    if mention.possessor
        || analysis.chunk(of).kind != ChunkKind::Preposition
        || !analysis.first_word(of).is_one_of(belonging)
    {
        return None;
    }
    let noun = analysis.next_sibling(of)?;
    (analysis.chunk(noun).kind == ChunkKind::NounPhrase).then_some(noun)
}

/// Whether a description says of what or whom it is somebody: "the mayor of Lyon", but not "the mother of four", "the
/// author of three thrillers" or "the lawmaker from Lyon".
pub(super) fn is_of_somebody(analysis: &Analysis<'_>, mention: &Mention) -> bool {
    let is_from = analysis.next_sibling(mention.chunk).is_some_and(|from| {
        let from = analysis.first_word(from);
        from.is_one_of(analysis.language.descriptions.origin)
    });
    !is_from && noun_after_of(analysis, mention).is_some() && !is_of_number(analysis, mention)
}

/// Whether a description says of how many it is somebody: "the mother of four".
pub(super) fn is_of_number(analysis: &Analysis<'_>, mention: &Mention) -> bool {
    noun_after_of(analysis, mention).is_some_and(|of| {
        let first = analysis.first_word(of);
        matches!(first.tag, Tag::Number | Tag::Quantifier) || first.is(Class::Numeral)
    })
}

/// The noun phrase right after a chunk and a comma.
fn after_comma(analysis: &Analysis<'_>, mentions: &Mentions, chunk: ChunkId) -> Option<MentionId> {
    let comma = analysis.next_sibling(chunk)?;
    if analysis.chunk(comma).kind != ChunkKind::Comma {
        return None;
    }
    mentions.of_chunk(analysis.next_sibling(comma)?)
}
