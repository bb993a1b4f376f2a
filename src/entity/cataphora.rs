//! Descriptions of whom the text names later: "A retired nurse said … Karen Holt, 61, had worked there."

use std::mem;

use super::resolution::{Margin, Resolution};
use super::resolver::{Resolver, WAITING};
use super::salience;
use crate::analysis::mention::{Mention, Nature};
use crate::analysis::{ChunkKind, Tag};
use crate::ids::{EntityId, MentionId, ParagraphId};
use crate::kinds::Gender;
use crate::language::Class;

/// In how many sentences from the start news describes whom it names later.
const BEGINNING: usize = 6;
/// So many sentences after the description the name stands at most.
const NEAR: usize = 8;

impl Resolver<'_, '_> {
    /// Remembers a description at the beginning of a text of somebody whom it may name later.
    pub(super) fn expect_name(&mut self, number: MentionId, mention: &Mention, id: EntityId) {
        let analysis = self.analysis;
        let sentence = analysis.sentence_of[mention.chunk.index()];
        if sentence.index() >= BEGINNING || self.expected.len() == WAITING {
            return;
        }
        let [first, head] = [mention.first, mention.head].map(|at| analysis.word(at));
        let is_indefinite = first.is_one_of(analysis.language.descriptions.indefinite);
        let is_headline =
            analysis.paragraph(mention.chunk) == ParagraphId::FIRST && first.tag != Tag::Determiner;
        let is_one = mention.nature == Nature::Person && !mention.plural && !mention.possessor;
        if is_one
            && (is_indefinite || is_headline)
            && !head.is(Class::Apart)
            && analysis.enclosing[mention.chunk.index()].is_none()
            && analysis
                .previous_sibling(mention.chunk)
                .is_none_or(|before| {
                    !matches!(
                        analysis.chunk(before).kind,
                        ChunkKind::Preposition | ChunkKind::VerbGroup(_)
                    )
                })
        {
            self.expected.push((number, id));
        }
    }

    /// Gives the descriptions that wait for a name to the person who is named here first.
    pub(super) fn meet_expected(&mut self, number: MentionId, mention: &Mention, id: EntityId) {
        let is_first = self.entities.get(id).mention == Some(number);
        if self.expected.is_empty() || !is_first || !self.begins_with_name(mention, id) {
            return;
        }
        let sentence = |mention: &Mention| self.analysis.sentence_of[mention.chunk.index()].index();
        let here = sentence(mention);
        let has_role = mention.first < mention.name.0;
        let expected = mem::take(&mut self.expected);
        for (described, other) in expected {
            let described = &self.mentions.all[described.index()];
            let trade = self.trades.of(self.analysis, described.head);
            let shares = trade.map(|trade| self.trades.shares(trade, id));
            let shares = match shares {
                Some(Some(true)) => true,
                _ if has_role => false,
                Some(shares) => shares.is_none(),
                None => !self.trades.is_known(id),
            };
            let gender = self.entities.get(id).gender;
            if here > sentence(described) + NEAR
                || !shares
                || !Gender::agree(gender, described.gender)
            {
                continue;
            }
            let how = Resolution::VariedDescription(Margin::ALONE);
            self.entities.merge(other, id, how);
            self.roles.learn(self.analysis, described.head, id);
            if let Some(trade) = trade {
                self.trades.learn(trade, id);
            }
            self.entities
                .get_mut(id)
                .learn_gender(described.gender, true);
        }
    }

    /// Whether a clause begins with the name of a person.
    fn begins_with_name(&self, mention: &Mention, id: EntityId) -> bool {
        let analysis = self.analysis;
        let entity = self.entities.get(id);
        let kind = |chunk| analysis.chunk(chunk).kind;
        let after = analysis.next_sibling(mention.chunk);
        let is_subject = after
            .is_some_and(|after| matches!(kind(after), ChunkKind::VerbGroup(_) | ChunkKind::Comma));
        matches!(entity.nature, Nature::Person | Nature::Open)
            && mention.name.0.next() < mention.name.1
            && !mention.possessor
            && is_subject
            && analysis
                .previous_sibling(mention.chunk)
                .is_none_or(|before| {
                    // "Choking back tears, Ann Moss said"
                    kind(before) == ChunkKind::Comma
                        && after.is_some_and(|verb| salience::is_report(analysis, verb))
                })
            && analysis.enclosing[mention.chunk.index()].is_none()
    }
}
