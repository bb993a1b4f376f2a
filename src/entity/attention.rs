//! Who is on the reader's mind as a text is read: how salient each is, what was told of each, by which pronouns.

use super::agreement::{SpokenAs, agreement};
use super::antecedent::{History, Rival, Rivals};
use super::entities::Entities;
use super::record::Entity;
use super::salience::Salience;
use crate::analysis::Analysis;
use crate::analysis::mention::Mention;
use crate::ids::{EntityId, MentionId, SentenceId};
use crate::kinds::Gender;

/// How well somebody must fit who is forgotten but was mentioned much. By choice: those do who have a name.
const FITS: f32 = 0.5;

/// Who is on the reader's mind, and what the text has told of each.
#[derive(Debug)]
pub(super) struct Attention {
    pub(super) salience: Salience,
    pub(super) history: History,
    pub(super) spoken_as: SpokenAs,
}

impl Attention {
    pub(super) fn new() -> Attention {
        Attention {
            salience: Salience::new(),
            history: History::default(),
            spoken_as: SpokenAs::new(),
        }
    }

    /// Takes over that narration meant somebody by a pronoun.
    pub(super) fn note_pronoun(
        &mut self,
        id: EntityId,
        gender: Option<Gender>,
        sentence: SentenceId,
    ) {
        self.spoken_as.record(id, gender);
        self.history.note_pronoun(id, gender, sentence);
    }

    /// Takes over that narration meant somebody by the possessive in a phrase.
    pub(super) fn note_possessive(
        &mut self,
        analysis: &Analysis<'_>,
        (number, mention): (MentionId, &Mention),
        (owner, gender): (EntityId, Gender),
    ) {
        let sentence = analysis.sentence_of[mention.chunk.index()];
        self.history
            .note_possessive(analysis, number, mention, owner);
        self.history.note_pronoun(owner, Some(gender), sentence);
    }

    /// How well "he" or "she" fits somebody, by what is known and by which pronoun the text used before.
    pub(super) fn fit(&self, id: EntityId, entity: &Entity, gender: Option<Gender>) -> f32 {
        let spoken_as = match entity.gender {
            None => self.spoken_as.fit(id, gender),
            Some(_) => 1.0,
        };
        agreement(entity, gender) * spoken_as
    }

    /// One whom an anaphor may mean, so salient and fitting so well.
    pub(super) fn rival<'e>(
        &self,
        entities: &'e Entities<'_>,
        id: EntityId,
        (weight, fit): (f32, f32),
    ) -> Rival<'e> {
        Rival {
            id,
            entity: entities.get(id),
            salience: weight * fit,
            spoken_as: self.spoken_as.last(id),
        }
    }

    /// Adds those who are salient and fit at all, each once.
    pub(super) fn add_salient<'e>(
        &self,
        entities: &'e Entities<'_>,
        rivals: &mut Rivals<'e>,
        fit: impl Fn(EntityId, &Entity) -> f32,
    ) {
        let salient = self.salience.iter().map(|(id, weight)| (id, weight, 0.0));
        self.add(entities, rivals, salient, fit);
    }

    /// Adds those who are salient and fit at all, and those who were mentioned most and fit well, each once.
    pub(super) fn add_rivals<'e>(
        &self,
        entities: &'e Entities<'_>,
        rivals: &mut Rivals<'e>,
        fit: impl Fn(EntityId, &Entity) -> f32,
    ) {
        let salient = self.salience.iter().map(|(id, weight)| (id, weight, 0.0));
        let prominent = self.history.prominent().map(|id| (id, 0.0, FITS));
        self.add(entities, rivals, salient.chain(prominent), fit);
    }

    /// Adds those of some who fit better than what is given beside them, each once.
    fn add<'e>(
        &self,
        entities: &'e Entities<'_>,
        rivals: &mut Rivals<'e>,
        some: impl Iterator<Item = (EntityId, f32, f32)>,
        fit: impl Fn(EntityId, &Entity) -> f32,
    ) {
        for (id, weight, least) in some {
            let fit = fit(id, entities.get(id));
            if fit > least && rivals.iter().all(|known| known.id != id) {
                rivals.push(self.rival(entities, id, (weight, fit)));
            }
        }
    }
}
