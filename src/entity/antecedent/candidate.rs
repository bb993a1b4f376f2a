//! Those whom a pronoun may mean.

use enumset::EnumSet;
use smallvec::SmallVec;

use super::feature::AntecedentFeature;
use crate::ids::EntityId;

/// How many may be meant by one pronoun, most often.
pub(super) const USUAL: usize = 8;

/// Those whom a pronoun may mean.
pub(in crate::entity) type Candidates = SmallVec<[AntecedentCandidate; USUAL]>;

/// One whom a pronoun may mean, with what speaks for that.
#[derive(Clone, Copy, Debug)]
pub(crate) struct AntecedentCandidate {
    pub(crate) entity: EntityId,
    pub(crate) features: EnumSet<AntecedentFeature>,
}
