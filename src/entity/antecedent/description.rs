//! The features of each of those whom a definite description may mean.

use enumset::EnumSet;

use super::candidate::{AntecedentCandidate, Candidates};
use super::describe::{self, Anaphor, Rival};
use super::feature::AntecedentFeature as F;
use super::history::History;
use crate::ids::{ChunkId, EntityId};
use crate::model::FeatureSet;

/// What tells of a description whom it means, but what tells of any mention.
pub(in crate::entity) struct DescriptionEvidence<'e> {
    /// What is true of the description, whoever is meant.
    pub(in crate::entity) own: EnumSet<F>,
    pub(in crate::entity) history: &'e History,
    /// Those whom the text called so, the last one first.
    pub(in crate::entity) called_so: &'e [EntityId],
}

/// The candidates of a description with their features, first somebody new. `told` tells what the text has told of one of
/// those mentioned, `of_chunk` whom a phrase mentions.
pub(in crate::entity) fn description_candidates(
    description: Anaphor<'_, '_>,
    rivals: &[Rival<'_>],
    evidence: &DescriptionEvidence<'_>,
    told: impl Fn(&Rival<'_>) -> EnumSet<F>,
    of_chunk: impl Fn(ChunkId) -> Option<EntityId>,
) -> Candidates {
    let &DescriptionEvidence {
        mut own,
        history,
        called_so,
    } = evidence;
    own.add(match called_so.len() {
        0 => F::NobodyCalledSo,
        1 => F::OneCalledSo,
        _ => F::SeveralCalledSo,
    });
    let told: Vec<EnumSet<F>> = rivals.iter().map(told).collect();
    let is_of_field = told.iter().any(|told| told.contains(F::FieldSame));
    own.add_if(is_of_field, F::SomebodyOfField);
    let mut new = own;
    let location = describe::location_of(description);
    new |= describe::of_anaphor(description, location, rivals.len());
    new.add(F::IsNew);
    let mut candidates = Candidates::new();
    candidates.push(AntecedentCandidate {
        entity: None,
        features: new,
    });
    let known = describe::candidates(description, rivals, history, of_chunk);
    for ((mut candidate, rival), told) in known.into_iter().zip(rivals).zip(told) {
        candidate.features |= own | told;
        let features = &mut candidate.features;
        features.add_if(called_so.contains(&rival.id), F::CalledSo);
        features.add_if(called_so.first() == Some(&rival.id), F::LastCalledSo);
        candidates.push(candidate);
    }
    candidates
}
