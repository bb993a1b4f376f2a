//! What the text tells that people of a novel with names do: "the painter" after "Basil Hallward, a painter," is he.

use super::apposition;
use super::description::{is_definite, nature};
use super::trade::{is_trade, trade_noun};
use crate::analysis::Analysis;
use crate::analysis::mention::{Mention, Mentions, Nature};
use crate::hash::WordMap;
use crate::ids::{EntityId, MentionId, ParagraphId};

/// For how many paragraphs somebody is meant by what the text told, after the last time that it named them or called them so.
const LATELY: usize = 60;

/// The last one whom the text told to be something, by its noun; nobody where that has no name: "a painter came in".
#[derive(Debug, Default)]
pub(super) struct Vocations {
    bearers: WordMap<String, Option<EntityId>>,
    /// Where each was mentioned last.
    last: WordMap<EntityId, ParagraphId>,
}

impl Vocations {
    /// Reads a name and what stands beside it: "the painter Basil Hallward", "Basil Hallward, a painter,", "Hallward was a
    /// painter".
    pub(super) fn read_name(
        &mut self,
        (analysis, mentions): (&Analysis<'_>, &Mentions),
        id: MentionId,
        person: EntityId,
    ) {
        let mention = &mentions.all[id.index()];
        self.last.insert(person, analysis.paragraph(mention.chunk));
        for noun in apposition::beside_name(analysis, mentions, mention) {
            if is_trade(analysis, noun) {
                self.bearers
                    .insert(trade_noun(analysis, noun), Some(person));
            }
        }
    }

    /// Reads a description of somebody new, "a painter", or of somebody with a name, "the painter, Basil Hallward".
    pub(super) fn read_description(
        &mut self,
        analysis: &Analysis<'_>,
        mention: &Mention,
        named: Option<EntityId>,
    ) {
        let first = analysis.word(mention.first);
        let is_new = mention.first < mention.head
            && first.is_one_of(analysis.language.descriptions.indefinite);
        if is_new || named.is_some() && is_definite(analysis, mention) {
            self.bearers
                .insert(trade_noun(analysis, mention.head), named);
        }
    }

    /// The person with a name whom "the painter" means.
    pub(super) fn bearer(
        &mut self,
        analysis: &Analysis<'_>,
        mention: &Mention,
    ) -> Option<EntityId> {
        let is_alone =
            mention.first.next() == mention.head && !mention.plural && !mention.possessor;
        if !is_alone
            || !is_definite(analysis, mention)
            || nature(analysis, mention) != Nature::Person
        {
            return None;
        }
        let bearer = (*self.bearers.get(&trade_noun(analysis, mention.head))?)?;
        let here = analysis.paragraph(mention.chunk);
        let last = self.last.get_mut(&bearer)?;
        if here.since(*last) > LATELY {
            return None;
        }
        *last = here;
        Some(bearer)
    }
}
