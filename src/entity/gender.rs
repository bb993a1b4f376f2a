//! Genders that no name tells: a text says "he" and "her" of its people.

use super::entities::Entities;
use super::form::{NameFormId, NameForms};
use crate::analysis::mention::{Mentions, Nature};
use crate::analysis::{Analysis, Tag};
use crate::ids::{EntityId, SentenceId, TokenId};
use crate::kinds::{Gender, MentionKind};
use crate::language::Class;

/// How many pronouns must tell, how many against what a given name suggests, and by how much the
/// one gender must outweigh the other. In the novels of `weights/MODEL.md`, doubling the first loses 0.1 % of the speakers, as
/// does doubling the last, and no majority at all loses 0.4 %; halving the first, and halving or doubling the second,
/// changes less than 0.1 %. No name of PolNeAR's development part changes with any of them.
const FEWEST: u32 = 3;
const FEWEST_AGAINST: u32 = 8;
const MAJORITY: u32 = 3;

/// Tells the gender of names without a title: of those whose given name tells none, and of those
/// whose bearer the text speaks of otherwise.
pub(super) fn learn_forms(
    analysis: &Analysis<'_>,
    mentions: &Mentions,
    forms: &mut NameForms<'_>,
    of_mention: &[Option<NameFormId>],
) {
    let of_mention = of_mention.iter().map(|form| form.map(NameFormId::index));
    let counts = pronouns(analysis, mentions, of_mention, forms.all.len());
    for (form, counts) in forms.all.iter_mut().zip(counts) {
        if form.title.gender().is_none() {
            let least = form.gender.map_or(FEWEST, |_| FEWEST_AGAINST);
            form.gender = counts.gender(least).or(form.gender);
            form.gender_is_counted = counts.gender(FEWEST_AGAINST).is_some();
        }
    }
}

/// Tells the gender of persons of whom nothing else does.
pub(super) fn learn(analysis: &Analysis<'_>, mentions: &Mentions, entities: &mut Entities<'_>) {
    let of_mention = entities.referents();
    let of_mention = of_mention.map(|person| person.map(EntityId::index));
    let counts = pronouns(analysis, mentions, of_mention, entities.len());
    for (person, counts) in entities.iter_mut().zip(counts) {
        if person.gender.is_none() && !person.is_plural {
            person.gender = counts.gender(FEWEST);
        }
    }
}

/// How many pronouns tell each gender.
#[derive(Clone, Copy, Debug, Default)]
struct PronounCounts {
    he: u32,
    she: u32,
}

impl PronounCounts {
    fn gender(self, least: u32) -> Option<Gender> {
        let PronounCounts { he, she } = self;
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

/// Counts, for each of those whom mentions are, the first pronoun after it in its sentence.
fn pronouns(
    analysis: &Analysis<'_>,
    mentions: &Mentions,
    of_mention: impl Iterator<Item = Option<usize>>,
    count: usize,
) -> Vec<PronounCounts> {
    let mut counts = vec![PronounCounts::default(); count];
    let mut last: Option<(usize, SentenceId)> = None;
    for (mention, meant) in mentions.all.iter().zip(of_mention) {
        if analysis.enclosing[mention.chunk.index()].is_some() {
            continue;
        }
        let sentence = analysis.sentence_of[mention.chunk.index()];
        // "his" and "her" stand within the phrase that they own.
        let owned = mention.first.up_to(mention.head).find_map(|at| {
            let word = analysis.word(at);
            (word.tag == Tag::Possessive)
                .then(|| possessive(analysis, at))
                .flatten()
        });
        let gender = match mention.kind {
            MentionKind::Pronoun if mention.nature == Nature::Person => mention.gender,
            _ => owned,
        };
        if let (Some(gender), Some((meant, from))) = (gender, last)
            && from == sentence
        {
            match gender {
                Gender::Male => counts[meant].he += 1,
                Gender::Female => counts[meant].she += 1,
                _ => {}
            }
            last = None;
        }
        if let Some(meant) = meant {
            let alone = last.is_none_or(|(_, from)| from != sentence);
            last = alone.then_some((meant, sentence));
        }
    }
    counts
}

/// The gender of whom a word makes an owner: "his", "her".
pub(crate) fn possessive(analysis: &Analysis<'_>, token: TokenId) -> Option<Gender> {
    let word = analysis.word(token);
    word.is_whole(Class::Possessive)
        .then(|| word.facts.gender())
        .flatten()
}
