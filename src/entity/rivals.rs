//! Those whom an anaphor may mean: whoever fits and is salient, and who was mentioned most.

use super::antecedent::{Rival, Rivals};
use super::record::Entity;
use super::resolver::Resolver;
use crate::ids::EntityId;

/// How well somebody must fit who is forgotten but was mentioned much. By choice: those do who have a name.
const FITS: f32 = 0.5;

impl Resolver<'_, '_> {
    /// One whom an anaphor may mean, so salient and fitting so well.
    pub(super) fn rival(&self, id: EntityId, weight: f32, fit: f32) -> Rival<'_> {
        Rival {
            id,
            entity: self.entities.get(id),
            salience: weight * fit,
            spoken_as: self.spoken_as.last(id),
        }
    }

    /// Adds those who are salient and fit at all, and those who were mentioned most and fit well, each once.
    pub(super) fn add_rivals<'e>(
        &'e self,
        rivals: &mut Rivals<'e>,
        fit: impl Fn(EntityId, &Entity) -> f32,
    ) {
        let salient = self.salience.iter().map(|(id, weight)| (id, weight, 0.0));
        let prominent = self.history.prominent().map(|id| (id, 0.0, FITS));
        for (id, weight, least) in salient.chain(prominent) {
            let fit = fit(id, self.entities.get(id));
            if fit > least && rivals.iter().all(|known| known.id != id) {
                rivals.push(self.rival(id, weight, fit));
            }
        }
    }
}
