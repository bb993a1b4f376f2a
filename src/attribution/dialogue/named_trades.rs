//! Trades by which a story calls somebody who has no name: "the vicar", where nobody with a name is one.

use crate::analysis::mention::Mention;
use crate::analysis::{Analysis, ChunkKind, Tag};
use crate::attribution::input::AttributionInput;
use crate::entity::{is_trade, trade_noun};
use crate::hash::WordSet;
use crate::ids::ChunkId;
use crate::language::Class;

/// The nouns that the text gives to somebody with a name: "Captain Hallam", "Joan, a nurse", "she was a nurse".
#[derive(Debug, Default)]
pub(super) struct NamedTrades {
    of_named: WordSet<String>,
}

impl NamedTrades {
    pub(super) fn of(input: &AttributionInput<'_>) -> NamedTrades {
        let analysis = input.analysis;
        let mut named_trades = NamedTrades::default();
        for mention in &input.mentions.all {
            if mention.is_named() {
                let before = mention.first.up_to(mention.name.0);
                let trades = before.filter(|&at| is_trade(analysis, at));
                named_trades
                    .of_named
                    .extend(trades.map(|at| trade_noun(analysis, at)));
            } else if is_given(input, mention) && is_trade(analysis, mention.head) {
                named_trades
                    .of_named
                    .insert(trade_noun(analysis, mention.head));
            }
        }
        named_trades
    }

    /// Whether a description calls somebody by a trade that nobody with a name has.
    pub(super) fn lacks(&self, analysis: &Analysis<'_>, mention: &Mention) -> bool {
        mention.first < mention.head
            && !mention.is_named()
            && analysis.word(mention.first).is_whole(Class::Definite)
            && is_trade(analysis, mention.head)
            && !self.of_named.contains(&trade_noun(analysis, mention.head))
    }
}

/// Whether a noun stands beside a name between commas, or after "be".
fn is_given(input: &AttributionInput<'_>, mention: &Mention) -> bool {
    let analysis = input.analysis;
    let kind = |chunk: ChunkId| analysis.chunk(chunk).kind;
    let is_named = |chunk: ChunkId| {
        let named = input.mentions.of_chunk(chunk);
        named.is_some_and(|named| input.mention(named).is_named())
    };
    let before = analysis.previous_sibling(mention.chunk);
    let after = analysis.next_sibling(mention.chunk);
    let is_comma = |chunk: &ChunkId| kind(*chunk) == ChunkKind::Comma;
    let name_before = before
        .filter(is_comma)
        .and_then(|comma| analysis.previous_sibling(comma));
    let name_after = after
        .filter(is_comma)
        .and_then(|comma| analysis.next_sibling(comma));
    let is_predicate = before.is_some_and(|verb| {
        matches!(kind(verb), ChunkKind::VerbGroup(_)) && analysis.head_word(verb).tag == Tag::Be
    });
    is_predicate
        || [name_before, name_after, after]
            .into_iter()
            .flatten()
            .any(is_named)
}
