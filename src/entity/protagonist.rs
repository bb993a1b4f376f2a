//! Those whom a story calls "he" and "she" and nothing else from its first line on: “Call again,” he says.
//!
//! Where the others in the scene call one of them by name, that is the name: “I know, Aaron,” she said.

use super::address::is_called;
use super::entities::Entities;
use super::gender::possessive;
use super::kin::Relation;
use super::record::Entity;
use super::resolution::{Margin, Resolution};
use super::usage::is_beside_quotation;
use crate::analysis::mention::{Mention, Mentions, Nature};
use crate::analysis::{Analysis, ChunkKind, Tag};
use crate::ids::{EntityId, MentionId};
use crate::kinds::{Gender, MentionKind};
use crate::language::Class;

/// So often narration must say "he" or "she".
const FEWEST: u32 = 3;
/// Whoever is described for the first time after so many pronouns is somebody else.
const APART: u32 = 6;
/// Whom narration names or describes so often takes part, and may be the one.
const TAKES_PART: u32 = 2;

const GENDERS: [Gender; 2] = [Gender::Male, Gender::Female];

/// Finds them, and lets the first pronoun mean them.
pub(super) fn find(analysis: &Analysis<'_>, mentions: &Mentions, entities: &mut Entities<'_>) {
    let story = Story::of(analysis, mentions, entities);
    let [he, she] = [0, 1].map(|position| {
        let (gender, pronouns) = (GENDERS[position], story.pronouns[position]);
        let first = pronouns.first.filter(|_| pronouns.count >= FEWEST)?;
        if story.has_named_rival(position, entities) {
            return None;
        }
        let person = match story.called(gender, entities) {
            Some(called) => called,
            None if story.has_rival(position, entities) => return None,
            None => {
                let added = add(analysis, gender, pronouns.count, entities)?;
                entities.protagonists[position] = Some(added);
                added
            }
        };
        entities.get_mut(person).learn_gender(Some(gender), true);
        entities.resolve(first, person, Resolution::Described);
        Some(person)
    });
    if let (Some(he), Some(she)) = (he, she) {
        join_partners(analysis, mentions, [he, she], entities);
    }
}

/// Adds somebody whom the text never names.
fn add(
    analysis: &Analysis<'_>,
    gender: Gender,
    mentions: u32,
    entities: &mut Entities<'_>,
) -> Option<EntityId> {
    let names = analysis.language.pronouns.protagonists;
    let &(_, name) = names.iter().find(|(of, _)| *of == gender)?;
    let entity = Entity {
        mentions,
        gender: Some(gender),
        gender_is_sure: true,
        is_named: true,
        ..Entity::of_nature(Nature::Person)
    };
    Some(entities.add_named(entity, std::iter::once(name.into())))
}

/// Lets "his wife" and "her brother" beside a line mean the protagonists.
fn join_partners(
    analysis: &Analysis<'_>,
    mentions: &Mentions,
    [he, she]: [EntityId; 2],
    entities: &mut Entities<'_>,
) {
    let mut joined: Vec<Option<EntityId>> = vec![None; entities.len()];
    let all = || MentionId::all(mentions.all.len()).zip(&mentions.all);
    for (id, mention) in all() {
        let owner = owner(analysis, mention).filter(|_| is_beside_quotation(analysis, mention));
        let (Some(owner), Some(kin)) = (owner, entities.of_mention(id)) else {
            continue;
        };
        let protagonist = match (owner, entities.get(kin).gender) {
            (Gender::Male, Some(Gender::Female)) => she,
            (Gender::Female, Some(Gender::Male)) => he,
            _ => continue,
        };
        let relation = Relation::of(analysis, mention.head);
        if entities.get(kin).is_kin && relation.is_some_and(|relation| relation.is_equal(analysis))
        {
            joined[kin.index()] = Some(protagonist);
        }
    }
    for (id, _) in all() {
        let kin = entities.of_mention(id);
        if let Some(protagonist) = kin.and_then(|kin| joined[kin.index()]) {
            entities.resolve(id, protagonist, Resolution::Role(Margin::ALONE));
        }
    }
}

/// Of which gender those are to whom a description belongs: "his" of "his father".
fn owner(analysis: &Analysis<'_>, mention: &Mention) -> Option<Gender> {
    possessive(analysis, mention.first).filter(|_| mention.first < mention.head)
}

/// Whether somebody does something, in words that say more than what they are.
fn acts(analysis: &Analysis<'_>, mention: &Mention) -> bool {
    let before = analysis.previous_sibling(mention.chunk);
    let is_object = before.is_some_and(|before| {
        let kind = analysis.chunk(before).kind;
        matches!(kind, ChunkKind::Preposition | ChunkKind::VerbGroup(_))
    });
    let verb = analysis
        .next_sibling(mention.chunk)
        .filter(|_| !mention.possessor);
    !is_object
        && verb.is_some_and(|verb| {
            let verb = analysis.chunk(verb);
            matches!(verb.kind, ChunkKind::VerbGroup(_)) && analysis.word(verb.head).tag != Tag::Be
        })
}

/// Whether a line says that whoever speaks it has a name: “I'm Laurel.”
fn introduces(analysis: &Analysis<'_>, mention: &Mention) -> bool {
    let verb = analysis.previous_sibling(mention.chunk);
    let verb = verb.filter(|&verb| analysis.head_word(verb).tag == Tag::Be);
    let subject = verb.and_then(|verb| analysis.previous_sibling(verb));
    mention.is_named()
        && subject.is_some_and(|subject| {
            let word = analysis.head_word(subject);
            word.is_i() || word.is(Class::Neuter) || word.is_one_of(analysis.language.names.noun)
        })
}

/// How narration uses the pronouns of one gender.
#[derive(Clone, Copy, Debug, Default)]
struct PronounUse {
    /// The first pronoun, if nobody whom it can mean was named or described before it.
    first: Option<MentionId>,
    /// Whether somebody whom a pronoun can mean stands before any pronoun; none where a pronoun stands first.
    is_known: Option<bool>,
    /// How many pronouns there are.
    count: u32,
}

/// How narration speaks of somebody.
#[derive(Clone, Copy, Debug, Default)]
struct Seen {
    count: u32,
    speaks: bool,
    /// Whether they do something: "Nora put down the map".
    acts: bool,
    /// Of which gender those are whose relative it is.
    owner: Option<Gender>,
    /// How many pronouns of each gender stand before.
    pronouns_before: [u32; 2],
}

/// Who is the subject beside the lines of a paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum ParagraphSubject {
    Unknown,
    Pronoun(Gender),
    /// A relative of somebody of a gender: "his father".
    KinOf(Gender),
    Other,
    /// Whoever of a gender gives the name: “It's Laurel.” She lifted off the coat.
    Own(Gender),
}

/// A text as far as it tells of its protagonists.
struct Story {
    pronouns: [PronounUse; 2],
    /// One per entity.
    seen: Vec<Seen>,
    /// Whom lines call by name, and who is the subject beside them.
    calls: Vec<(EntityId, ParagraphSubject)>,
}

impl Story {
    fn of(analysis: &Analysis<'_>, mentions: &Mentions, entities: &Entities<'_>) -> Story {
        let paragraph = |mention: &Mention| analysis.paragraph(mention.chunk);
        let mut subjects = vec![(ParagraphSubject::Unknown, false); analysis.paragraphs.len()];
        let mut story = Story {
            pronouns: [PronounUse::default(); 2],
            seen: vec![Seen::default(); entities.len()],
            calls: Vec::new(),
        };
        let mut calls = Vec::new();
        for (id, mention) in MentionId::all(mentions.all.len()).zip(&mentions.all) {
            // Most stories name somebody before they say "he" or "she".
            if story
                .pronouns
                .iter()
                .all(|pronouns| pronouns.is_known == Some(true))
            {
                break;
            }
            let person = entities.of_mention(id);
            let here = paragraph(mention);
            if analysis.enclosing[mention.chunk.index()].is_some() {
                let own = introduces(analysis, mention);
                if let Some(person) = person
                    && (own || is_called(analysis, mention))
                {
                    calls.push((person, here, own));
                }
                continue;
            }
            let subject = match (mention.kind, mention.gender) {
                (MentionKind::Pronoun, Some(gender)) => ParagraphSubject::Pronoun(gender),
                (MentionKind::Pronoun, None) => ParagraphSubject::Unknown,
                _ => owner(analysis, mention)
                    .map_or(ParagraphSubject::Other, ParagraphSubject::KinOf),
            };
            let speaks = is_beside_quotation(analysis, mention);
            let known = &mut subjects[here.index()];
            if speaks || known.0 == ParagraphSubject::Unknown && !known.1 {
                *known = (subject, speaks);
            }
            story.read(analysis, (id, mention), (person, speaks), entities);
        }
        let calls = calls.into_iter().filter_map(|(person, here, own)| {
            let subject = match (subjects[here.index()].0, own) {
                (ParagraphSubject::Pronoun(gender), true) => ParagraphSubject::Own(gender),
                (_, true) => return None,
                (subject, false) => subject,
            };
            Some((person, subject))
        });
        story.calls = calls.collect();
        story
    }

    /// Takes up a mention of narration.
    fn read(
        &mut self,
        analysis: &Analysis<'_>,
        (id, mention): (MentionId, &Mention),
        (person, speaks): (Option<EntityId>, bool),
        entities: &Entities<'_>,
    ) {
        let owner = owner(analysis, mention);
        if let Some(pronouns) = owner.and_then(|gender| self.pronouns_mut(gender)) {
            pronouns.is_known.get_or_insert(false);
        }
        match mention.gender {
            Some(gender) if mention.kind == MentionKind::Pronoun => {
                if let Some(pronouns) = self.pronouns_mut(gender) {
                    pronouns.count += 1;
                    if !*pronouns.is_known.get_or_insert(false) {
                        pronouns.first.get_or_insert(id);
                    }
                }
            }
            _ => {}
        }
        let Some(person) = person.filter(|&person| entities.get(person).is_person()) else {
            return;
        };
        let entity = entities.get(person);
        let pronouns_before = self.pronouns.map(|pronouns| pronouns.count);
        let seen = &mut self.seen[person.index()];
        if seen.count == 0 {
            seen.pronouns_before = pronouns_before;
            seen.owner = owner;
        }
        seen.count += 1;
        seen.speaks |= speaks;
        seen.acts |= acts(analysis, mention);
        for (gender, pronouns) in GENDERS.into_iter().zip(&mut self.pronouns) {
            if Gender::agree(entity.gender, Some(gender)) {
                pronouns.is_known.get_or_insert(true);
            }
        }
    }

    fn pronouns_mut(&mut self, gender: Gender) -> Option<&mut PronounUse> {
        let position = GENDERS.iter().position(|&one| one == gender)?;
        Some(&mut self.pronouns[position])
    }

    /// Whether narration names somebody who takes part and whom the pronoun of the gender at that position may mean.
    fn has_named_rival(&self, position: usize, entities: &Entities<'_>) -> bool {
        self.any_rival(position, entities, |seen, person| {
            person.is_named && (seen.count >= TAKES_PART || seen.speaks)
        })
    }

    /// Whether it describes such a one, or names somebody once who may turn out to be the one: “…,” she said. Nora put
    /// down the map.
    fn has_rival(&self, position: usize, entities: &Entities<'_>) -> bool {
        let gender = Some(GENDERS[position]);
        self.any_rival(position, entities, |seen, person| {
            if person.is_named {
                return seen.acts && person.gender == gender;
            }
            let is_apart = seen.pronouns_before[position] >= APART || seen.owner == gender;
            !is_apart && (seen.count >= TAKES_PART || seen.speaks)
        })
    }

    fn any_rival(
        &self,
        position: usize,
        entities: &Entities<'_>,
        is_rival: impl Fn(&Seen, &Entity) -> bool,
    ) -> bool {
        let mut all = EntityId::all(self.seen.len()).zip(&self.seen);
        all.any(|(id, seen)| {
            let person = entities.get(id);
            Gender::agree(person.gender, Some(GENDERS[position])) && is_rival(seen, person)
        })
    }

    /// The one person of a gender whom the others call by name, and whom narration never names. Who calls them counts
    /// most: the other of two, their kin.
    fn called(&self, gender: Gender, entities: &Entities<'_>) -> Option<EntityId> {
        let mut calls_themselves = vec![false; self.seen.len()];
        for (person, subject) in &self.calls {
            calls_themselves[person.index()] |= *subject == ParagraphSubject::Pronoun(gender);
        }
        let fits = |person: EntityId| {
            let entity = entities.get(person);
            entity.is_named
                && entity.is_person()
                && self.seen[person.index()].count == 0
                && !calls_themselves[person.index()]
        };
        let only = |is_sure: bool| {
            let called = self.calls.iter().filter(|&&(person, subject)| {
                let own = entities.get(person).gender;
                let counts = match subject {
                    ParagraphSubject::Own(of) => of == gender && Gender::agree(own, Some(gender)),
                    ParagraphSubject::KinOf(owner) if is_sure => {
                        owner == gender && own == Some(gender)
                    }
                    ParagraphSubject::Pronoun(_) => own == Some(gender),
                    _ => !is_sure && own == Some(gender),
                };
                counts && fits(person)
            });
            let mut called = called.map(|&(person, _)| person);
            let first = called.next()?;
            Some(Some(first).filter(|_| called.all(|person| person == first)))
        };
        only(true).or_else(|| only(false)).flatten()
    }
}
