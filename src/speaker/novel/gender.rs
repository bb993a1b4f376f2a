//! Genders that no name tells: a text says "he" and "her" of its people.

use super::Persons;
use crate::kind::{Gender, MentionKind};
use crate::lexicon::named;
use crate::mention::{Actors, Nature};
use crate::reading::{Reading, Tag};

/// How many pronouns must tell, and by how much the one gender must outweigh the other.
const TOLD: u32 = 3;
const MAJORITY: u32 = 3;

/// Counts, for each person of unknown gender who is the subject of a sentence, the first pronoun
/// behind it in the sentence.
pub(super) fn learn(reading: &Reading<'_>, actors: &Actors, persons: &mut Persons) {
    let mut told = vec![(0u32, 0u32); persons.all.len()];
    let mut last: Option<(u32, u32)> = None;
    for (number, actor) in actors.all.iter().enumerate() {
        if reading.level[actor.unit as usize] > 0 {
            continue;
        }
        let sentence = reading.sentence_of[actor.unit as usize];
        // "his" and "her" stand within the phrase that they own.
        let owned = (actor.first..actor.head).find_map(|at| {
            let word = reading.word(at);
            (word.tag == Tag::Possessive)
                .then(|| pronoun(reading, at))
                .flatten()
        });
        let gender = match actor.kind {
            MentionKind::Pronoun if actor.nature == Nature::Person => actor.gender,
            _ => owned,
        };
        if let (Some(gender), Some((person, from))) = (gender, last)
            && from == sentence
        {
            match gender {
                Gender::Male => told[person as usize].0 += 1,
                Gender::Female => told[person as usize].1 += 1,
                _ => {}
            }
            last = None;
        }
        if let Some(person) = persons.of_actor[number] {
            let alone = last.is_none_or(|(_, from)| from != sentence);
            last = alone.then_some((person, sentence));
        }
    }
    for (person, (he, she)) in persons.all.iter_mut().zip(told) {
        if person.gender.is_none() && !person.is_plural && he + she >= TOLD {
            if he >= MAJORITY * she {
                person.gender = Some(Gender::Male);
            } else if she >= MAJORITY * he {
                person.gender = Some(Gender::Female);
            }
        }
    }
}

fn pronoun(reading: &Reading<'_>, token: u32) -> Option<Gender> {
    match reading.word(token).whole() {
        named::HIS => Some(Gender::Male),
        named::HER => Some(Gender::Female),
        _ => None,
    }
}
