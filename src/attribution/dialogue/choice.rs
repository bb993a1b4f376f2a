//! The speaker of each line, chosen conversation by conversation.

use super::chain::{LineCandidate, LineNode, WINDOW, forward_backward, potentials};
use super::weights::LineWeights;
use crate::hash::WordMap;

/// So many lines are solved together at most; no conversation of a novel has as many.
const LONGEST: usize = 2 * WINDOW;

/// Who speaks a line.
#[derive(Clone, Copy, Debug)]
pub(super) struct Choice {
    /// The most probable candidate, if it has any.
    pub(super) best: Option<LineCandidate>,
    /// How often such a choice is right.
    pub(super) probability: f32,
    /// Whether a conversation starts there.
    pub(super) starts: bool,
    /// Whether a reporting clause names the speaker for certain.
    pub(super) is_named_by_clause: bool,
}

/// Chooses for all lines, of which there are `count`, and keeps no more nodes than those of a conversation. Where
/// `is_unknown`, nobody is chosen.
pub(super) fn choose(
    nodes: impl Iterator<Item = LineNode>,
    count: usize,
    weights: &LineWeights,
    is_unknown: impl Fn(usize, &LineNode) -> bool,
) -> Vec<Choice> {
    let mut known = WordMap::default();
    let mut chosen: Vec<Choice> = Vec::with_capacity(count);
    let mut nodes = nodes.peekable();
    let mut conversation: Vec<LineNode> = Vec::new();
    while let Some(first) = nodes.next() {
        conversation.clear();
        conversation.push(first);
        while conversation.len() < LONGEST
            && let Some(node) = nodes.next_if(|node| !node.starts)
        {
            conversation.push(node);
        }
        let potentials = |line: usize| {
            let node = &conversation[line];
            // A few hundred sets come again and again.
            let scores = *known
                .entry(node.transition)
                .or_insert_with(|| node.transitions().map(|set| weights.score(set)));
            potentials(node, scores, weights)
        };
        let begin = chosen.len();
        chosen.extend(conversation.iter().map(|node| Choice {
            best: None,
            probability: 0.0,
            starts: node.starts,
            is_named_by_clause: node.named_by_clause.is_some(),
        }));
        forward_backward(&conversation, potentials, |line, messages| {
            let node = &conversation[line];
            let marginals = messages.marginals();
            let candidates = 0..node.candidates.len();
            let best = candidates.reduce(|best, at| {
                if marginals[best] >= marginals[at] {
                    best
                } else {
                    at
                }
            });
            let best = best.filter(|_| !is_unknown(begin + line, node));
            let choice = &mut chosen[begin + line];
            choice.best = best.map(|best| node.candidates[best]);
            let probability = best.map_or(0.0, |best| marginals[best]);
            choice.probability = if choice.is_named_by_clause {
                probability
            } else {
                weights.confidence(probability)
            };
        });
    }
    chosen
}
