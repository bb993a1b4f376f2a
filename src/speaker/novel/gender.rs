//! Genders that no name tells: a text says "he" and "her" of its people.

use super::Persons;
use super::form::Forms;
use crate::kind::{Gender, MentionKind};
use crate::lexicon::named;
use crate::mention::{Actors, Nature};
use crate::reading::{Reading, Tag};

/// How many pronouns must tell, how many against what a given name suggests, and by how much the
/// one gender must outweigh the other.
const TOLD: u32 = 3;
const TOLD_AGAINST: u32 = 8;
const MAJORITY: u32 = 3;

/// Tells the gender of names without a title: of those whose given name tells none, and of those
/// whose bearer the text speaks of otherwise.
pub(super) fn learn_forms(reading: &Reading<'_>, actors: &Actors, forms: &mut Forms) {
    let told = pronouns(reading, actors, &forms.of_actor, forms.all.len());
    for (form, told) in forms.all.iter_mut().zip(told) {
        if form.title.gender().is_none() {
            let least = form.gender.map_or(TOLD, |_| TOLD_AGAINST);
            form.gender = told.gender(least).or(form.gender);
        }
    }
}

/// Tells the gender of persons of whom nothing else does.
pub(super) fn learn(reading: &Reading<'_>, actors: &Actors, persons: &mut Persons) {
    let told = pronouns(reading, actors, &persons.of_actor, persons.all.len());
    for (person, told) in persons.all.iter_mut().zip(told) {
        if person.gender.is_none() && !person.is_plural {
            person.gender = told.gender(TOLD);
        }
    }
}

/// How many pronouns tell each gender.
#[derive(Clone, Copy, Debug, Default)]
struct Told {
    he: u32,
    she: u32,
}

impl Told {
    fn gender(self, least: u32) -> Option<Gender> {
        let Told { he, she } = self;
        if he + she < least {
            None
        } else if he >= MAJORITY * she {
            Some(Gender::Male)
        } else if she >= MAJORITY * he {
            Some(Gender::Female)
        } else {
            None
        }
    }
}

/// Counts, for each of those whom actors are, the first pronoun behind it in its sentence.
fn pronouns(
    reading: &Reading<'_>,
    actors: &Actors,
    of_actor: &[Option<u32>],
    count: usize,
) -> Vec<Told> {
    let mut told = vec![Told::default(); count];
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
                .then(|| possessive(reading, at))
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
                Gender::Male => told[person as usize].he += 1,
                Gender::Female => told[person as usize].she += 1,
                _ => {}
            }
            last = None;
        }
        if let Some(person) = of_actor[number] {
            let alone = last.is_none_or(|(_, from)| from != sentence);
            last = alone.then_some((person, sentence));
        }
    }
    told
}

/// "his", "her"
pub(crate) fn possessive(reading: &Reading<'_>, token: u32) -> Option<Gender> {
    match reading.word(token).whole() {
        named::HIS => Some(Gender::Male),
        named::HER => Some(Gender::Female),
        _ => None,
    }
}
