//! Who is whose father, daughter or wife, as the text has told.

use super::role::spelt_out;
use crate::analysis::Analysis;
use crate::analysis::mention::Mention;
use crate::ids::{EntityId, TokenId};
use crate::language::Class;

/// How many relations are remembered. This bounds the work for each noun for kin.
const REMEMBERED: usize = 24;

/// What a noun for kin calls its bearer, and what that one calls the owner in turn: child and parent of "daughter".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Relation {
    own: &'static str,
    inverse: &'static str,
}

impl Relation {
    /// The relation that a token tells of, if it is a noun for kin.
    pub(super) fn of(analysis: &Analysis<'_>, token: TokenId) -> Option<Relation> {
        let noun = spelt_out(analysis.language, analysis.token_text(token));
        let calls = analysis.language.descriptions.kin.get(&noun)?;
        let (own, inverse) = calls.split_once(' ')?;
        Some(Relation { own, inverse })
    }

    /// Whether those of the relation who are told from each other by the titles of their family name alone are its heads,
    /// asked of a head or of another: the husband of Mrs. Berg and the mother of Anna Berg are, the sister of Anna Berg is
    /// not. Nothing where titles do not tell: of the sister of Mrs. Berg.
    pub(super) fn is_between_heads(
        self,
        analysis: &Analysis<'_>,
        is_of_head: bool,
    ) -> Option<bool> {
        let ties = analysis.language.descriptions.ties;
        let tie = ties.iter().find(|tie| tie.relation == self.own)?;
        (tie.is_of_head == is_of_head).then_some(tie.is_to_head)
    }

    /// Whether each of the two is the same to the other: "sister", not "mother".
    pub(super) fn is_mutual(self) -> bool {
        self.own == self.inverse
    }

    /// Whether it is of a partner, a brother or a sister.
    pub(super) fn is_equal(self, analysis: &Analysis<'_>) -> bool {
        analysis.language.descriptions.equals.contains(&self.own)
    }
}

/// Whether a description is of a parent of whoever tells the story: "my mother".
pub(crate) fn is_own_parent(analysis: &Analysis<'_>, mention: &Mention) -> bool {
    let owner = analysis.word(mention.first);
    mention.first < mention.head
        && owner.is_whole(Class::FirstPerson)
        && owner.is(Class::Possessive)
        && Relation::of(analysis, mention.head).is_some_and(|relation| {
            analysis
                .language
                .descriptions
                .elders
                .contains(&relation.own)
        })
}

/// A relative of somebody.
#[derive(Clone, Copy, Debug)]
struct Known {
    owner: EntityId,
    relation: Relation,
    relative: EntityId,
}

/// The relations of which the text has told, the last ones last.
#[derive(Debug, Default)]
pub(super) struct Kin {
    known: Vec<Known>,
}

impl Kin {
    /// Remembers that somebody is the owner's relative.
    pub(super) fn learn(&mut self, owner: EntityId, relation: Relation, relative: EntityId) {
        if owner == relative {
            return;
        }
        if self.known.len() == REMEMBERED {
            self.known.remove(0);
        }
        self.known.push(Known {
            owner,
            relation,
            relative,
        });
    }

    /// The owner's relative of a sort, whichever of the two the text told it of.
    pub(super) fn find(
        &self,
        owner: EntityId,
        relation: Relation,
        suits: impl Fn(EntityId) -> bool,
    ) -> Option<EntityId> {
        let mut known = self.known.iter().rev();
        known.find_map(|known| {
            let told = known.owner == owner && known.relation.own == relation.own;
            let told_in_turn = known.relative == owner && known.relation.inverse == relation.own;
            let relative = match () {
                () if told => known.relative,
                () if told_in_turn => known.owner,
                () => return None,
            };
            suits(relative).then_some(relative)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{EntityId, Kin, Relation};

    #[test]
    fn relatives_are_found_from_both_sides() {
        let relation = |own, inverse| Relation { own, inverse };
        let [anna, ben, cora] = [1, 2, 3].map(EntityId::new);
        let mut kin = Kin::default();
        kin.learn(anna, relation("child", "parent"), ben);
        kin.learn(ben, relation("sibling", "sibling"), cora);
        let find = |owner, own, inverse| kin.find(owner, relation(own, inverse), |_| true);
        assert_eq!(find(anna, "child", "parent"), Some(ben));
        assert_eq!(find(ben, "parent", "child"), Some(anna));
        assert_eq!(find(ben, "child", "parent"), None);
        assert_eq!(find(ben, "sibling", "sibling"), Some(cora));
        assert_eq!(find(cora, "sibling", "sibling"), Some(ben));
        assert_eq!(kin.find(ben, relation("parent", "child"), |_| false), None);
    }
}
