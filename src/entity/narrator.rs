//! Who tells the story, where somebody in it does.

use super::address::is_called;
use super::cast::Present;
use super::entities::Entities;
use super::record::Entity;
use super::resolution::Resolution;
use super::salience;
use super::usage;
use crate::analysis::mention::{Mention, Mentions, Nature};
use crate::analysis::{Analysis, Shape};
use crate::ids::{ChunkId, EntityId, MentionId};
use crate::kinds::MentionKind;
use crate::language::Class;

/// One in twelve pronouns and names in narration must be "I", and "I" must stand there five times at least.
const SHARE: u32 = 12;
const FEWEST: u32 = 5;
/// Or one in twenty who stand beside a reporting verb must be "I": "said I". Where most of a text is speech, its
/// narration has little else of the narrator.
const SHARE_OF_SPEAKERS: u32 = 20;
/// How often others must call the narrator by name. Halving or doubling this and the numbers above changes less than
/// 0.1 % of the speakers in the novels of `weights/MODEL.md`.
const CALLED: u32 = 3;
/// How often narration speaks of a narrator by name for each time that somebody calls them: less than this. Set by hand.
const SPOKEN_OF: u32 = 2;

/// Finds the narrator: the one whom the cast names, else who says "my name is" in narration, else the
/// one whom others call by name right beside what "I" say, else somebody without a name.
pub(super) fn find(
    analysis: &Analysis<'_>,
    mentions: &Mentions,
    cast: &Present<'_>,
    entities: &mut Entities<'_>,
) {
    let given = cast.narrator();
    let i = Count::of(analysis, mentions);
    if given.is_none() && !i.narrates() {
        return;
    }
    let narrator = given
        .or_else(|| introduced(analysis, mentions, entities))
        .or_else(|| called(analysis, mentions, entities));
    let narrator = narrator.unwrap_or_else(|| {
        let narrator = Entity {
            mentions: i.mentions,
            ..Entity::of_nature(Nature::Person)
        };
        let name = analysis.language.pronouns.narrator;
        entities.add_named(narrator, std::iter::once(name.into()))
    });
    entities.narrator = Some(narrator);
    for (id, mention) in MentionId::all(mentions.all.len()).zip(&mentions.all) {
        let narrated = analysis.enclosing[mention.chunk.index()].is_none();
        if narrated && is_of_narrator(analysis, mention) {
            entities.resolve(id, narrator, Resolution::Narrator);
        }
    }
}

/// How often narration has "I" and others, and how often beside a reporting verb.
#[derive(Clone, Copy, Debug, Default)]
struct Count {
    mentions: u32,
    others: u32,
    speaks: u32,
    others_speak: u32,
}

impl Count {
    fn of(analysis: &Analysis<'_>, mentions: &Mentions) -> Count {
        let mut count = Count::default();
        for mention in mentions
            .all
            .iter()
            .filter(|mention| analysis.enclosing[mention.chunk.index()].is_none())
        {
            let speaks = u32::from(salience::has_strong_verb_beside(analysis, mention));
            if is_i(analysis, mention) {
                count.mentions += 1;
                count.speaks += speaks;
            } else {
                count.others += 1;
                count.others_speak += speaks;
            }
        }
        count
    }

    /// Whether it is so often that somebody in the text tells it.
    fn narrates(self) -> bool {
        let is_frequent = self.mentions >= FEWEST && self.mentions * SHARE >= self.others;
        is_frequent || self.speaks > 0 && self.speaks * SHARE_OF_SPEAKERS >= self.others_speak
    }
}

/// Whether a mention is a pronoun that means the narrator in narration: "I", "me".
pub(super) fn is_of_narrator(analysis: &Analysis<'_>, mention: &Mention) -> bool {
    let pronouns = analysis.language.pronouns.of_narrator;
    mention.kind == MentionKind::Pronoun && analysis.word(mention.head).is_one_of(pronouns)
}

/// Whether a mention is "I".
fn is_i(analysis: &Analysis<'_>, mention: &Mention) -> bool {
    mention.kind == MentionKind::Pronoun && analysis.word(mention.head).is_i()
}

/// Whose name narration gives as "my name".
fn introduced(
    analysis: &Analysis<'_>,
    mentions: &Mentions,
    entities: &Entities<'_>,
) -> Option<EntityId> {
    let mut mentions = mentions.all.iter().zip(entities.referents());
    mentions.find_map(|(mention, person)| {
        let person = person.filter(|&person| entities.get(person).is_named)?;
        let noun = analysis.chunk(usage::name_told(analysis, mention)?);
        let narrated = analysis.enclosing[mention.chunk.index()].is_none();
        let owner = analysis.word(noun.first);
        let is_mine = owner.is_whole(Class::FirstPerson)
            && owner.is(Class::Possessive)
            && !owner.is(Class::Plural);
        // "my teacher's name"
        let is_anothers = noun
            .first
            .up_to(noun.head)
            .any(|at| analysis.word(at).shape.has(Shape::POSSESSIVE));
        (narrated && is_mine && !is_anothers).then_some(person)
    })
}

/// The person whom others call in the paragraphs beside those in which "I" speak, and of whom
/// narration says little: a narrator is not spoken of by name in a narration of their own.
fn called(
    analysis: &Analysis<'_>,
    mentions: &Mentions,
    entities: &Entities<'_>,
) -> Option<EntityId> {
    let paragraph = |chunk: ChunkId| analysis.paragraph(chunk).index();
    let mut mine = vec![false; analysis.paragraphs.len() + 2];
    let mut spoken_of = vec![0u32; entities.len()];
    for (id, mention) in MentionId::all(mentions.all.len()).zip(&mentions.all) {
        if analysis.enclosing[mention.chunk.index()].is_none() {
            if is_i(analysis, mention) {
                mine[paragraph(mention.chunk)] = true;
            } else if let Some(person) = entities.of_mention(id) {
                spoken_of[person.index()] += 1;
            }
        }
    }
    let mut votes = vec![0u32; entities.len()];
    for (id, mention) in MentionId::all(mentions.all.len()).zip(&mentions.all) {
        if let Some(person) = entities.of_mention(id)
            && entities.get(person).is_named
            && is_called(analysis, mention)
        {
            let here = paragraph(mention.chunk);
            let beside = mine[here + 1] || here > 0 && mine[here - 1];
            votes[person.index()] += u32::from(beside && !mine[here]);
        }
    }
    EntityId::all(entities.len())
        .filter(|&person| {
            let (votes, spoken_of) = (votes[person.index()], spoken_of[person.index()]);
            votes >= CALLED && spoken_of < SPOKEN_OF * votes
        })
        .max_by_key(|&person| (votes[person.index()], std::cmp::Reverse(person)))
}
