//! Genders that no name tells: a text says "he" and "her" of its people.

use super::Persons;
use super::form::Forms;
use crate::analysis::mention::{Mentions, Nature};
use crate::analysis::{Analysis, Tag};
use crate::kinds::{Gender, MentionKind};
use crate::language::named;

/// How many pronouns must tell, how many against what a given name suggests, and by how much the
/// one gender must outweigh the other.
const TOLD: u32 = 3;
const TOLD_AGAINST: u32 = 8;
const MAJORITY: u32 = 3;

/// Tells the gender of names without a title: of those whose given name tells none, and of those
/// whose bearer the text speaks of otherwise.
pub(super) fn learn_forms(analysis: &Analysis<'_>, mentions: &Mentions, forms: &mut Forms) {
    let told = pronouns(analysis, mentions, &forms.of_mention, forms.all.len());
    for (form, told) in forms.all.iter_mut().zip(told) {
        if form.title.gender().is_none() {
            let least = form.gender.map_or(TOLD, |_| TOLD_AGAINST);
            form.gender = told.gender(least).or(form.gender);
        }
    }
}

/// Tells the gender of persons of whom nothing else does.
pub(super) fn learn(analysis: &Analysis<'_>, mentions: &Mentions, persons: &mut Persons) {
    let told = pronouns(analysis, mentions, &persons.of_mention, persons.all.len());
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

/// Counts, for each of those whom mentions are, the first pronoun behind it in its sentence.
fn pronouns(
    analysis: &Analysis<'_>,
    mentions: &Mentions,
    of_mention: &[Option<u32>],
    count: usize,
) -> Vec<Told> {
    let mut told = vec![Told::default(); count];
    let mut last: Option<(u32, u32)> = None;
    for (number, mention) in mentions.all.iter().enumerate() {
        if analysis.level[mention.chunk as usize] > 0 {
            continue;
        }
        let sentence = analysis.sentence_of[mention.chunk as usize];
        // "his" and "her" stand within the phrase that they own.
        let owned = (mention.first..mention.head).find_map(|at| {
            let word = analysis.word(at);
            (word.tag == Tag::Possessive)
                .then(|| possessive(analysis, at))
                .flatten()
        });
        let gender = match mention.kind {
            MentionKind::Pronoun if mention.nature == Nature::Person => mention.gender,
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
        if let Some(person) = of_mention[number] {
            let alone = last.is_none_or(|(_, from)| from != sentence);
            last = alone.then_some((person, sentence));
        }
    }
    told
}

/// "his", "her"
pub(crate) fn possessive(analysis: &Analysis<'_>, token: u32) -> Option<Gender> {
    match analysis.word(token).whole() {
        named::HIS => Some(Gender::Male),
        named::HER => Some(Gender::Female),
        _ => None,
    }
}
