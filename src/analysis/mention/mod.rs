//! Noun phrases to mentions: who or what the text names there, and whether that could speak.

mod data;
pub(super) mod name;
mod name_end;
pub(super) mod name_start;
pub(super) mod title;

use crate::analysis::{Analysis, Chunk, ChunkKind, Shape, Tag};
use crate::ids::{ChunkId, MentionId, TokenId};
use crate::kinds::MentionKind;
use crate::language::{Class, Classes, Tags, WordId};
use crate::room::{MANY, give_back, push};
use name::ends_as_people;

pub(crate) use data::{Mention, Mentions, Nature};

/// One in so many noun phrases, or fewer, has a possessor besides.
const POSSESSORS: usize = 16;

/// Puts the mentions of a text in place of those in `mentions`.
pub(crate) fn find(analysis: &Analysis<'_>, mentions: &mut Mentions) {
    mentions.all.clear();
    mentions.of_chunk.clear();
    mentions.of_chunk.resize(analysis.chunks.len(), None);
    // Nearly half of the chunks are noun phrases, and few have a possessor besides. Of a long text they are
    // counted: it may have signs alone.
    let expected = match analysis.chunks.len() {
        chunks @ ..=MANY => chunks / 2,
        _ => {
            let is_phrase = |chunk: &&Chunk| chunk.kind == ChunkKind::NounPhrase;
            analysis.chunks.iter().filter(is_phrase).count()
        }
    };
    mentions.all.reserve(expected + expected / POSSESSORS);
    for (number, chunk) in analysis.chunks.iter().enumerate() {
        let relative =
            chunk.kind == ChunkKind::Wh && analysis.word(chunk.head).is_whole(Class::Relative);
        let is_contracted = is_contracted_pronoun(analysis, chunk);
        if chunk.kind != ChunkKind::NounPhrase && !relative && !is_contracted {
            continue;
        }
        let number = ChunkId::new(number);
        if is_contracted {
            let end = chunk.first.next();
            let mut mention = mention(analysis, number, chunk.first, end, chunk.first);
            pronoun(analysis, &mut mention);
            push(&mut mentions.all, mention);
            mentions.of_chunk[number.index()] = MentionId::last_of(mentions.all.len());
            continue;
        }
        let is_name = analysis.word(chunk.head).tag == Tag::Name;
        if is_name && nickname(analysis, number, true).is_some() {
            continue;
        }
        let mut first = chunk.first;
        if let Some(owner) = owner(analysis, chunk.first, chunk.head) {
            let mut mention = mention(analysis, number, chunk.first, owner.next(), owner);
            mention.possessor = true;
            push(&mut mentions.all, mention);
            first = owner.next();
        }
        let mut mention = mention(analysis, number, first, chunk.end, chunk.head);
        mention.first = chunk.first;
        if is_name && let Some(given) = nickname(analysis, number, false) {
            mention.first = analysis.chunk(given).first;
            name::read(analysis, &mut mention);
            if analysis
                .previous_sibling(number)
                .is_some_and(|near| analysis.chunk(near).kind == ChunkKind::Aside)
            {
                mentions.of_chunk[given.index()] = MentionId::last_of(mentions.all.len() + 1);
            }
        }
        push(&mut mentions.all, mention);
        mentions.of_chunk[number.index()] = MentionId::last_of(mentions.all.len());
    }
    give_back(&mut mentions.all, usize::MAX);
}

/// Whether a verb group begins with a pronoun for persons: "she's" of "she's said".
fn is_contracted_pronoun(analysis: &Analysis<'_>, chunk: &Chunk) -> bool {
    const NOBODY: Classes = Classes::of(&[Class::Wh, Class::Neuter, Class::Determiner]);
    const PERSONS: Classes = Classes::of(&[
        Class::FirstPerson,
        Class::SecondPerson,
        Class::Plural,
        Class::Male,
        Class::Female,
    ]);
    if !matches!(chunk.kind, ChunkKind::VerbGroup(_)) {
        return false;
    }
    let first = analysis.word(chunk.first);
    first.is_whole(Class::SubjectPronoun) && first.is_any(PERSONS) && !first.is_any(NOBODY)
}

/// The noun phrase at the other end of a name with a nickname: Robert “Bobby” Scott, Robert (Bobby) Scott,
/// Robert (“Bobby”) Scott.
#[inline]
fn nickname(analysis: &Analysis<'_>, chunk: ChunkId, forward: bool) -> Option<ChunkId> {
    let beside = |chunk| match forward {
        true => analysis.next_sibling(chunk),
        false => analysis.previous_sibling(chunk),
    };
    let near = beside(chunk)?;
    let marks = match analysis.chunk(near).kind {
        ChunkKind::Opening(quote) => analysis.quote_chunks[quote.index()],
        ChunkKind::Aside => (near, near),
        ChunkKind::Other => {
            let ChunkKind::Opening(quote) = analysis.chunk(beside(near)?).kind else {
                return None;
            };
            let (opening, closing) = analysis.quote_chunks[quote.index()];
            let brackets = (
                analysis.previous_sibling(opening)?,
                analysis.next_sibling(closing)?,
            );
            let tag = |chunk| analysis.first_word(chunk).tag;
            if [tag(brackets.0), tag(brackets.1)] != [Tag::Open, Tag::Close] {
                return None;
            }
            brackets
        }
        _ => return None,
    };
    let other = beside(if forward { marks.1 } else { marks.0 })?;
    let [given, family] = if forward {
        [chunk, other]
    } else {
        [other, chunk]
    };
    is_nickname(analysis, given, marks, family).then_some(other)
}

/// The most words of a nickname.
const LONGEST_NICKNAME: usize = 2;
/// How many words before a noun may tell its gender: "the young woman lawyer".
const GENDERED_BEFORE: usize = 3;
/// What stands around a nickname.
pub(crate) const NICKNAME_MARKS: Tags = Tags::of(&[Tag::Mark, Tag::Open, Tag::Close]);

fn is_nickname(
    analysis: &Analysis<'_>,
    given: ChunkId,
    (first, last): (ChunkId, ChunkId),
    family: ChunkId,
) -> bool {
    let [given, first, last, family] =
        [given, first, last, family].map(|chunk| analysis.chunk(chunk));
    let is_name = |chunk: Chunk| {
        chunk.kind == ChunkKind::NounPhrase && analysis.word(chunk.head).tag == Tag::Name
    };
    let is_beside = given.end == first.first
        && last.end == family.first
        && analysis.word(family.first).tag == Tag::Name;
    let within = first
        .first
        .next()
        .up_to(last.end.previous().unwrap_or(last.first))
        .filter(|&at| !NICKNAME_MARKS.has(analysis.word(at).tag));
    // In brackets stand parties, towns and ages too.
    let has_marks = first.kind != ChunkKind::Aside;
    let is_given =
        |at| analysis.word(at).shape.has(Shape::CAPITAL) && !analysis.word(at).is(Class::Place);
    is_name(given)
        && is_name(family)
        && is_beside
        && within.clone().count() <= LONGEST_NICKNAME
        && (has_marks || within.clone().all(is_given))
}

/// The last owner before the head: "Lee's" of "Ms. Lee's former lawyer".
fn owner(analysis: &Analysis<'_>, first: TokenId, head: TokenId) -> Option<TokenId> {
    first.up_to(head).rev().find(|&at| {
        let word = analysis.word(at);
        let plural = matches!(analysis.word(at.next()).tag, Tag::Mark);
        (word.shape.has(Shape::POSSESSIVE) || plural)
            && matches!(word.tag, Tag::Name | Tag::Noun | Tag::Time)
            && !name::is_part_of_organisation(analysis, at, head)
    })
}

fn mention(
    analysis: &Analysis<'_>,
    chunk: ChunkId,
    first: TokenId,
    end: TokenId,
    head: TokenId,
) -> Mention {
    let word = analysis.word(head);
    let mut mention = Mention {
        chunk,
        first,
        end,
        head,
        kind: MentionKind::NounPhrase,
        nature: Nature::Thing,
        name: (head, head),
        gender: None,
        plural: word.is(Class::NounPlural),
        possessor: false,
    };
    match word.tag {
        Tag::Pronoun | Tag::Wh => pronoun(analysis, &mut mention),
        Tag::Name => name::read(analysis, &mut mention),
        _ => common(analysis, &mut mention),
    }
    mention
}

/// What pronouns for persons are that tell no gender.
const PERSONS: [Class; 3] = [Class::FirstPerson, Class::SecondPerson, Class::Relative];

fn pronoun(analysis: &Analysis<'_>, mention: &mut Mention) {
    let word = analysis.word(mention.head);
    mention.kind = MentionKind::Pronoun;
    mention.gender = word.facts.gender();
    mention.plural = word.is_whole(Class::Plural);
    let subject = word.is(Class::SubjectPronoun);
    mention.nature = if mention.gender.is_some() {
        Nature::Person
    } else if word.is_whole(Class::Neuter) {
        Nature::Thing
    } else if mention.plural {
        Nature::Group
    } else if subject && PERSONS.into_iter().any(|class| word.is_whole(class)) {
        Nature::Person
    } else {
        Nature::Open
    };
}

/// What tells nothing of the gender of whom a noun after it describes: "her lawyer", "the Clara Berg lawyer".
const OTHERS: Tags = Tags::of(&[Tag::Possessive, Tag::Name]);

/// A phrase around a common noun, a number or a quantity.
fn common(analysis: &Analysis<'_>, mention: &mut Mention) {
    let word = analysis.word(mention.head);
    let classes = word.facts.classes;
    let before = mention
        .first
        .up_to(mention.head)
        .rev()
        .map(|at| analysis.word(at));
    let title = word.tag == Tag::Title;
    mention.nature = if classes.has(Class::Person) && classes.has(Class::NounPlural)
        || classes.has(Class::Group)
    {
        Nature::Group
    } else if classes.has(Class::Person) || title {
        Nature::Person
    } else if classes.any(Classes::MEMBERS) && classes.has(Class::NounPlural) {
        Nature::Group
    } else if classes.any(Classes::MEMBERS) {
        Nature::Person
    } else if classes.any(Classes::of(&[Class::OrganisationNoun, Class::Organisation])) {
        Nature::Organisation
    } else if classes.any(Classes::of(&[Class::Document, Class::ReportNoun])) {
        Nature::Document
    } else if word.facts.word == WordId::UNKNOWN && ends_as_people(analysis, mention.head) {
        Nature::Group
    } else if matches!(word.tag, Tag::Quantifier | Tag::Number | Tag::Adjective) {
        Nature::Open
    } else {
        Nature::Thing
    };
    mention.plural |= classes.has(Class::Group) && !classes.has(Class::Noun);
    mention.gender = word.facts.gender().or_else(|| {
        before
            .take(GENDERED_BEFORE)
            .find_map(|word| word.facts.gender().filter(|_| !OTHERS.has(word.tag)))
    });
    if mention.nature == Nature::Organisation
        && word.shape.has(Shape::CAPITAL)
        && word.tag == Tag::Name
    {
        mention.kind = MentionKind::Organisation;
    } else if mention.nature == Nature::Group {
        mention.kind = MentionKind::Group;
    }
}
