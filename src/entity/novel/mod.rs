//! The people of a novel: which names are one person, which descriptions, and who says "I".
//!
//! A novel calls one person by several names ("Emma", "Miss Woodhouse") and several persons by one
//! ("Mr. Bennet", "Mrs. Bennet"), and it calls them so hundreds of times. So all names are gathered
//! first, and the frequent ones decide what the rare ones mean. Pronouns are left to the choice of
//! who speaks a line, which knows who talks with whom.

pub(super) mod form;
mod gender;
mod link;
mod narrator;

use std::mem;

use super::List;
use super::cast::{KnownNames, Present};
use super::entities::{single_spaced, text_of};
use super::resolution::{Margin, Resolution};
use crate::analysis::mention::{Mention, Mentions, Nature};
use crate::analysis::{Analysis, ChunkKind, Shape, Tag};
use crate::hash::WordMap;
use crate::ids::{ChunkId, EntityId, MentionId};
use crate::kinds::{Gender, GrammaticalNumber, MentionKind, SpeakerKind};
use crate::language::{Class, Classes};
use crate::parts::{Speaker, SpeakerId};
use form::Forms;

pub(crate) use gender::possessive;

/// Somebody in a novel.
#[derive(Clone, Debug)]
pub(crate) struct Person {
    /// The name that the text uses most or, for the unnamed, the description; a cast's own name.
    pub(crate) name: String,
    pub(crate) aliases: Vec<String>,
    pub(crate) gender: Option<Gender>,
    pub(crate) is_named: bool,
    /// Whether the description says whose kin or friend it is: "her mother".
    pub(crate) is_kin: bool,
    /// The owner in the description, who is somebody else: Anna of "Anna's mother".
    pub(crate) owner: Option<EntityId>,
    pub(crate) is_plural: bool,
    /// Whether it talks as people do, going by its names and by what it does.
    pub(crate) is_person: bool,
    /// How often narration and speech name it.
    pub(crate) mentions: u32,
}

/// The people of a novel, and who each mention is.
#[derive(Debug, Default)]
pub(crate) struct Persons {
    pub(crate) all: Vec<Person>,
    /// Beside the mentions. Pronouns are nobody.
    pub(crate) of_mention: Vec<Option<EntityId>>,
    /// Beside the mentions: how it was found whom each means.
    pub(crate) resolutions: Vec<Resolution>,
    /// Who says "I" outside quotes.
    pub(crate) narrator: Option<EntityId>,
}

impl Persons {
    /// Tells whom a mention means.
    pub(crate) fn resolve(&mut self, mention: MentionId, person: EntityId, how: Resolution) {
        self.of_mention[mention.index()] = Some(person);
        self.resolutions[mention.index()] = how;
    }

    pub(crate) fn get(&self, person: EntityId) -> &Person {
        &self.all[person.index()]
    }

    /// Whether somebody without a name may be another.
    pub(crate) fn may_be(&self, described: EntityId, other: EntityId) -> bool {
        let (described, other) = (self.get(described), self.get(other));
        !described.is_named && Gender::agree(described.gender, other.gender)
    }

    /// The speakers by first mention, those of the text's persons that it mentions, and the id of each
    /// person.
    pub(crate) fn into_speakers(
        self,
        analysis: &Analysis<'_>,
        mentions: &Mentions,
    ) -> (Vec<Speaker>, Vec<Option<SpeakerId>>) {
        let mut persons = self.all;
        let list = List::of(
            analysis,
            mentions,
            &self.of_mention,
            &[],
            persons.len(),
            |person, id| Some(speaker(&mut persons[person.index()], id)),
        );
        (list.speakers, list.ids)
    }
}

/// What the result tells of a person, without the mentions. The person's names go there.
fn speaker(person: &mut Person, id: SpeakerId) -> Speaker {
    Speaker {
        id,
        kind: match person {
            Person {
                is_plural: true, ..
            } => SpeakerKind::Group,
            Person { is_named: true, .. } => SpeakerKind::Person,
            _ => SpeakerKind::Unnamed,
        },
        name: mem::take(&mut person.name),
        aliases: mem::take(&mut person.aliases),
        gender: person.gender,
        number: Some(if person.is_plural {
            GrammaticalNumber::Plural
        } else {
            GrammaticalNumber::Singular
        }),
        mentions: Vec::new(),
    }
}

/// Finds the people of a novel.
pub(crate) fn find(analysis: &Analysis<'_>, mentions: &Mentions, known: &KnownNames) -> Persons {
    let mut forms = Forms::of(analysis, mentions, known);
    gender::learn_forms(analysis, mentions, &mut forms);
    let cast = Present::of(known, analysis, mentions);
    let (mut persons, titles) = link::link(analysis.language, &cast, &mut forms);
    let of_mention = forms.of_mention.iter();
    let of_mention = of_mention.map(|form| form.map(|form| &forms.all[form.index()]));
    persons.of_mention = of_mention.clone().map(|form| form?.person).collect();
    let how = of_mention.map(|form| form.map_or(Resolution::Unresolved, |form| form.resolution));
    persons.resolutions = how.collect();
    describe(analysis, mentions, &cast, &titles, &mut persons);
    gender::learn(analysis, mentions, &mut persons);
    narrator::find(analysis, mentions, &cast, &mut persons);
    persons
}

/// Gives descriptions to the person whom the text or the cast calls so: "the old man".
fn describe(
    analysis: &Analysis<'_>,
    mentions: &Mentions,
    cast: &Present<'_>,
    titles: &link::Titles,
    persons: &mut Persons,
) {
    let mut known: WordMap<String, EntityId> = WordMap::default();
    let mut key = String::new();
    // The last one of each noun who was somebody's: "the nephew" behind "Anna's nephew" is he.
    let mut kin: WordMap<&str, EntityId> = WordMap::default();
    let by_role = |person: EntityId| (person, Resolution::Role(Margin::ALONE));
    for (id, mention) in MentionId::all(mentions.all.len()).zip(&mentions.all) {
        if persons.of_mention[id.index()].is_some()
            || !is_description(analysis, mention)
            || is_part(analysis, mentions, mention)
        {
            continue;
        }
        form::describe(analysis, mention, &mut key);
        let noun = analysis.token_text(mention.head);
        let is_other = analysis
            .word(mention.head)
            .is_one_of(analysis.language.descriptions.changing);
        if is_other && key.len() == noun.len() {
            continue;
        }
        let titled = || match titles.get(&key).map(Vec::as_slice) {
            Some([one]) if is_definite(analysis, mention) => Some(*one),
            _ => None,
        };
        let mut members = cast.named(&key);
        let named = match (members.next(), members.next()) {
            (Some(one), None) => Some((one, Resolution::Cast)),
            _ if is_called(analysis, mention) => continue,
            _ => titled().map(by_role),
        };
        let of_kin = || {
            let by_noun = key == noun && is_definite(analysis, mention);
            by_noun.then(|| kin.get(noun).copied()).flatten()
        };
        let known_by_words = |known: &WordMap<String, EntityId>| known.get(&key).copied();
        let person = named
            .or_else(|| of_kin().map(by_role))
            .or_else(|| known_by_words(&known).map(by_role));
        let (person, how) = person.unwrap_or_else(|| {
            let end = mention.end.max(mention.head.next());
            persons.all.push(Person {
                name: single_spaced(text_of(analysis, mention.first, end)).into_owned(),
                aliases: Vec::new(),
                gender: mention.gender,
                is_named: false,
                is_kin: is_kin(analysis, mention),
                owner: mentions
                    .possessor_of(mention.chunk)
                    .and_then(|owner| persons.of_mention[owner.index()]),
                is_plural: mention.plural || mention.nature == Nature::Group,
                is_person: mention.nature == Nature::Person && is_somebody(analysis, mention),
                mentions: 0,
            });
            let person = EntityId::new(persons.all.len() - 1);
            known.insert(key.clone(), person);
            (person, Resolution::Described)
        });
        if persons.get(person).is_kin {
            kin.insert(noun, person);
        }
        persons.all[person.index()].mentions += 1;
        persons.resolve(id, person, how);
    }
}

/// "the colonel", not "a colonel" or "his colonel"
fn is_definite(analysis: &Analysis<'_>, mention: &Mention) -> bool {
    mention.first < mention.head && analysis.word(mention.first).is_whole(Class::Definite)
}

/// Whether a noun for a person means one: not "her head", not "everyone", and not "dear" alone.
fn is_somebody(analysis: &Analysis<'_>, mention: &Mention) -> bool {
    const NOUNS: Classes = Classes::of(&[Class::Noun, Class::Demonym]);
    let word = analysis.word(mention.head);
    !word.is(Class::Quantifier)
        && (!word.is(Class::Adjective) || word.is_any(NOUNS))
        && !analysis
            .language
            .descriptions
            .things
            .contains(&analysis.token_text(mention.head))
}

/// Whether a thing is somebody's: "Anna's voice", "his answer".
fn is_part(analysis: &Analysis<'_>, mentions: &Mentions, mention: &Mention) -> bool {
    !matches!(mention.nature, Nature::Person | Nature::Group)
        && (mentions.possessor_of(mention.chunk).is_some()
            || analysis.word(analysis.chunk(mention.chunk).first).tag == Tag::Possessive)
}

/// Whether somebody owns the mention: "her mother", "Anna's friend".
fn is_kin(analysis: &Analysis<'_>, mention: &Mention) -> bool {
    mention.first.up_to(mention.head).any(|at| {
        let word = analysis.word(at);
        word.tag == Tag::Possessive || word.shape.has(Shape::POSSESSIVE)
    })
}

/// Whether the mention is a common noun that can be somebody.
fn is_description(analysis: &Analysis<'_>, mention: &Mention) -> bool {
    mention.kind != MentionKind::Pronoun
        && mention.name.0 >= mention.name.1
        && (matches!(mention.nature, Nature::Person | Nature::Group)
            || form::speaks(analysis, mention))
}

/// Whether a name within a quote calls somebody: “No, Emma, …”
pub(crate) fn is_called(analysis: &Analysis<'_>, mention: &Mention) -> bool {
    let kind = |chunk: ChunkId| analysis.chunk(chunk).kind;
    let before = analysis.previous_sibling(mention.chunk).map(kind);
    let next = analysis.next_sibling(mention.chunk).map(kind);
    let edge = |kind| {
        matches!(
            kind,
            None | Some(
                ChunkKind::Comma | ChunkKind::Stop | ChunkKind::Dash | ChunkKind::Semicolon
            )
        )
    };
    let after_cry = matches!(before, Some(ChunkKind::Other | ChunkKind::Adverb));
    let comma = matches!(before, Some(ChunkKind::Comma))
        || matches!(next, Some(ChunkKind::Comma | ChunkKind::Stop));
    analysis.enclosing[mention.chunk.index()].is_some()
        && (edge(before) || after_cry)
        && edge(next)
        && (comma || before.is_none())
}
