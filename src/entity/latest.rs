//! Whom a title alone means where several bear it: "the colonel" is the Colonel who was named last.

use super::entities::Entities;
use super::index::{NameIndex, NameWordId};
use crate::hash::WordMap;
use crate::ids::{EntityId, MentionId};

/// Who is mentioned less than once for so many times of another with the same title is not meant by the title alone.
/// Doubling it changes no speaker in the novels of `weights/MODEL.md`, halving it loses 0.2 %, all in one of them.
const RARE: u32 = 8;

/// Where each person was named last, as the text is read.
#[derive(Debug, Default)]
pub(super) struct LastNamed {
    of_person: WordMap<EntityId, MentionId>,
}

impl LastNamed {
    pub(super) fn add(&mut self, person: EntityId, mention: MentionId) {
        self.of_person.insert(person, mention);
    }

    /// Who of those with a title was named last.
    pub(super) fn with_title(
        &self,
        title: NameWordId,
        index: &NameIndex<'_>,
        entities: &Entities<'_>,
    ) -> Option<EntityId> {
        let mentions = |id: EntityId| entities.get(id).mentions;
        let bearers = || index.with_title(title).iter();
        let most = bearers().map(mentions).max()?;
        let usual = bearers().filter(|&id| RARE * mentions(id) >= most);
        let named = usual.filter_map(|id| Some((self.of_person.get(&id)?, id)));
        named.max().map(|(_, id)| id)
    }
}
