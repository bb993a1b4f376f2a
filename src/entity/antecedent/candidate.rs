//! Those whom a pronoun or a description may mean.

use enumset::EnumSet;
use smallvec::SmallVec;

use super::feature::AntecedentFeature;
use crate::ids::EntityId;

/// How many may be meant, most often.
pub(super) const USUAL: usize = 8;

/// Those whom a pronoun or a description may mean.
pub(in crate::entity) type Candidates = SmallVec<[AntecedentCandidate; USUAL]>;

/// One who may be meant, with what speaks for that.
#[derive(Clone, Copy, Debug)]
pub(crate) struct AntecedentCandidate {
    /// None of somebody of whom the text has not told before.
    pub(crate) entity: Option<EntityId>,
    pub(crate) features: EnumSet<AntecedentFeature>,
}
