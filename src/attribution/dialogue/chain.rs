//! A conditional random field over the lines: each line has its candidates, and who speaks it depends
//! on whose turn it is.
//!
//! The state of a line is its speaker and the last speaker who is another. The forward-backward
//! algorithm gives the probability of every candidate of every line, so that known lines at both ends
//! of a run decide the ones between.

use enumset::EnumSet;

use super::feature::{LineFeature, TURNS};
use super::shortlist::Shortlist;
use super::weights::LineWeights;
use crate::hash::WordMap;
use crate::ids::EntityId;

/// Somebody who could speak a line, with what speaks for it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Candidate {
    pub(crate) person: EntityId,
    pub(crate) features: EnumSet<LineFeature>,
}

/// A line as the chain sees it.
#[derive(Clone, Debug)]
pub(crate) struct Node {
    pub(crate) candidates: Vec<Candidate>,
    /// Where the candidates of the line before stand among these.
    pub(super) alignment: Alignment,
    /// What bears on whether the turn changes.
    pub(crate) transition: EnumSet<LineFeature>,
    /// Whether a conversation starts here: who spoke before does not matter.
    pub(crate) starts: bool,
}

impl Node {
    /// What speaks for it that the turn is kept, changes or goes to a third person.
    pub(crate) fn transitions(&self) -> [EnumSet<LineFeature>; 3] {
        TURNS.map(|turn| {
            let mut set = self.transition;
            set.insert(turn);
            set
        })
    }
}

/// How many candidates a line can have, with one place more for nobody of them.
pub(super) const ROOM: usize = 16;

/// A number for each candidate of a line; beyond them zero.
pub(crate) type PerCandidate = [f32; ROOM];

/// The exponentials of the scores of a line: of each candidate where the turn is kept, changes, goes to a
/// third. Where a conversation starts, everybody is a third.
pub(crate) type Potentials = [PerCandidate; 3];

/// The place of the third in [`Potentials`].
const THIRD: usize = 2;

/// For each line how probable it is that each of its candidates speaks it.
pub(super) fn marginals(nodes: &[Node], weights: &LineWeights) -> Vec<PerCandidate> {
    let mut known = WordMap::default();
    let potentials = |node: &Node| {
        // A few hundred sets come again and again.
        let scores = *known
            .entry(node.transition)
            .or_insert_with(|| node.transitions().map(|set| weights.score(set)));
        potentials(node, scores, weights)
    };
    let potentials: Vec<Potentials> = nodes.iter().map(potentials).collect();
    forward_backward(nodes, &potentials, |_, _| {})
}

/// The same from the potentials. There is a row of states for each candidate who may be the last speaker
/// who is another, in it a number for each speaker, and last a row for none of them.
///
/// `observe` is given the messages of each line.
pub(crate) fn forward_backward(
    nodes: &[Node],
    potentials: &[Potentials],
    mut observe: impl FnMut(usize, Messages<'_>),
) -> Vec<PerCandidate> {
    let mut marginals: Vec<PerCandidate> = Vec::with_capacity(nodes.len());
    let mut forward = Forward::default();
    let mut behind: Vec<PerCandidate> = Vec::with_capacity(ROOM);
    let mut backward: Vec<PerCandidate> = Vec::with_capacity(ROOM);
    for conversation in nodes.chunk_by(|_, next| !next.starts) {
        let first = marginals.len();
        let potentials = &potentials[first..first + conversation.len()];
        forward.run(conversation, potentials);
        marginals.resize(first + conversation.len(), [0.0; ROOM]);
        for at in (0..conversation.len()).rev() {
            let states = forward.at(at);
            match conversation.get(at + 1) {
                None => {
                    backward.clear();
                    backward.resize(states.len(), [1.0; ROOM]);
                }
                Some(next) => {
                    std::mem::swap(&mut backward, &mut behind);
                    backward.resize(states.len(), [0.0; ROOM]);
                    let odds = &potentials[at + 1];
                    step_backward(&behind, &next.alignment, odds, &mut backward);
                }
            }
            observe(
                first + at,
                Messages {
                    before: at.checked_sub(1).map(|before| forward.at(before)),
                    node: &conversation[at],
                    potentials: &potentials[at],
                    backward: &backward,
                },
            );
            let marginal = &mut marginals[first + at];
            add_products(states, &backward, marginal);
            normalize(marginal);
        }
    }
    marginals
}

/// Adds, for each speaker, what the states before and behind make probable.
fn add_products(forward: &[PerCandidate], backward: &[PerCandidate], sums: &mut PerCandidate) {
    for (forward, backward) in forward.iter().zip(backward) {
        for ((sum, forward), backward) in sums.iter_mut().zip(forward).zip(backward) {
            *sum += forward * backward;
        }
    }
}

/// What tells how probable each candidate of a line is with each of the three turns.
#[cfg_attr(
    not(feature = "fit"),
    expect(dead_code, reason = "only a fit asks for it")
)]
pub(crate) struct Messages<'a> {
    /// The forward states of the line before.
    before: Option<&'a [PerCandidate]>,
    node: &'a Node,
    potentials: &'a Potentials,
    backward: &'a [PerCandidate],
}

#[cfg(feature = "fit")]
impl Messages<'_> {
    /// How probable each candidate is with each of the three turns.
    pub(crate) fn marginals(&self) -> Potentials {
        let mut marginals = [[0.0; ROOM]; 3];
        for (turn, marginal) in marginals.iter_mut().enumerate() {
            let mut potentials = [[0.0; ROOM]; 3];
            potentials[turn] = self.potentials[turn];
            let mut forward = vec![[0.0; ROOM]; self.backward.len()];
            match self.before {
                Some(before) => {
                    step_forward(before, &self.node.alignment, &potentials, &mut forward);
                }
                None => forward[self.node.candidates.len()] = potentials[THIRD],
            }
            add_products(&forward, self.backward, marginal);
        }
        normalize(marginals.as_flattened_mut());
        marginals
    }
}

/// The forward states of all lines of a conversation: how likely all that comes before makes each.
#[derive(Debug, Default)]
struct Forward {
    rows: Vec<PerCandidate>,
    /// Where the rows of each line end.
    ends: Vec<usize>,
}

impl Forward {
    fn run(&mut self, nodes: &[Node], potentials: &[Potentials]) {
        self.rows.clear();
        self.ends.clear();
        let mut last = 0;
        for (at, (node, potentials)) in nodes.iter().zip(potentials).enumerate() {
            let first = self.rows.len();
            self.rows
                .resize(first + node.candidates.len() + 1, [0.0; ROOM]);
            let (before, states) = self.rows.split_at_mut(first);
            if at == 0 {
                states[node.candidates.len()] = potentials[THIRD];
            } else {
                step_forward(&before[last..], &node.alignment, potentials, states);
            }
            rescale(states);
            self.ends.push(self.rows.len());
            last = first;
        }
    }

    /// The states of a line.
    fn at(&self, line: usize) -> &[PerCandidate] {
        let first = line.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.rows[first..self.ends[line]]
    }
}

/// Makes numbers sum to one.
fn normalize(numbers: &mut [f32]) {
    let sum: f32 = numbers.iter().sum();
    if sum > 0.0 {
        numbers.iter_mut().for_each(|number| *number /= sum);
    }
}

/// The potentials of a line whose transitions have these scores.
fn potentials(node: &Node, transitions: [f32; 3], weights: &LineWeights) -> Potentials {
    let mut potentials = [[0.0; ROOM]; 3];
    let count = node.candidates.len();
    let mut top = f32::NEG_INFINITY;
    for (at, candidate) in node.candidates.iter().enumerate() {
        let (own, with_turns) = weights.score_with_turns(candidate.features);
        for (turn, scores) in potentials.iter_mut().enumerate() {
            scores[at] = own + with_turns[turn] + transitions[turn];
            top = greater(scores[at], top);
        }
    }
    for scores in &mut potentials {
        for score in &mut scores[..count] {
            *score = (*score - top).exp();
        }
    }
    potentials
}

/// Scales states so that the greatest is one.
fn rescale(states: &mut [PerCandidate]) {
    let mut tops = [0.0; ROOM];
    for row in states.iter() {
        for (value, top) in row.iter().zip(&mut tops) {
            *top = greater(*value, *top);
        }
    }
    let top = tops.into_iter().fold(0.0, greater);
    if top > 0.0 {
        let values = states.as_flattened_mut();
        values.iter_mut().for_each(|value| *value /= top);
    }
}

/// The greater of two numbers, of which the first may be none.
fn greater(one: f32, other: f32) -> f32 {
    if one > other { one } else { other }
}

/// Where the candidates of a line stand among those of another: behind them for those who do not.
/// Likewise all places beyond the candidates.
pub(super) type Alignment = [u8; ROOM];

pub(super) fn align(from: &[Candidate], to: &Shortlist) -> Alignment {
    let none = to.len() as u8;
    let mut alignment = [none; ROOM];
    for (place, candidate) in alignment.iter_mut().zip(from) {
        *place = to.place(candidate.person).map_or(none, |place| place as u8);
    }
    alignment
}

/// Adds to the states of a line what those of the line before give them.
fn step_forward(
    before: &[PerCandidate],
    alignment: &Alignment,
    [kept, changes, third]: &Potentials,
    states: &mut [PerCandidate],
) {
    let mut all = [0.0; ROOM];
    for row in before {
        all.iter_mut().zip(row).for_each(|(all, mass)| *all += mass);
    }
    let speakers = before.len() - 1;
    for (speaker, &here) in alignment[..speakers].iter().enumerate() {
        let here = here as usize % ROOM;
        // Mass of the states whose other is a candidate now.
        let mut of_other = [0.0; ROOM];
        for (row, &there) in before.iter().zip(alignment) {
            let there = there as usize % ROOM;
            of_other[there] = row[speaker];
            states[there][here] += row[speaker] * kept[here];
        }
        let row = &mut states[here];
        let potentials = changes.iter().zip(third);
        for ((state, own), (changes, third)) in row.iter_mut().zip(of_other).zip(potentials) {
            *state += own * changes;
            *state += greater(all[speaker] - own, 0.0) * third;
        }
        // A speaker is not the other one too.
        row[here] = 0.0;
    }
}

/// The backward states of a line: how likely each makes all that follows, by `next`, those of the next
/// line.
fn step_backward(
    next: &[PerCandidate],
    alignment: &Alignment,
    [kept, changes, third]: &Potentials,
    states: &mut [PerCandidate],
) {
    // Of each other, what follows where a third speaks, by the third and in all.
    let mut of_third = [[0.0; ROOM]; ROOM];
    let mut of_other = [0.0; ROOM];
    for (other, (row, of_third)) in next.iter().zip(&mut of_third).enumerate() {
        for ((one, potential), third) in of_third.iter_mut().zip(row).zip(third) {
            *one = potential * third;
        }
        of_third[other] = 0.0;
        of_other[other] = of_third.iter().sum();
    }
    let alignment = &alignment[..states.len()];
    // The states that follow where the turn is kept; and where it changes, in which speaker and other are
    // exchanged, or goes to a third.
    let mut same = [[0.0; ROOM]; ROOM];
    let mut exchanged = [[0.0; ROOM]; ROOM];
    for (one, &here) in alignment.iter().enumerate() {
        let here = here as usize % ROOM;
        let row = &next[here];
        for (two, &there) in alignment.iter().enumerate() {
            let there = there as usize % ROOM;
            same[one][two] = row[there] * kept[there];
            // A speaker is not the other one too.
            if one != two {
                let rest = greater(of_other[here] - of_third[here][there], 0.0);
                exchanged[two][one] = row[there] * changes[there] + rest;
            } else {
                exchanged[two][one] = of_other[here];
            }
        }
    }
    for ((row, same), exchanged) in states.iter_mut().zip(&same).zip(&exchanged) {
        for ((state, same), exchanged) in row.iter_mut().zip(same).zip(exchanged) {
            *state = same + exchanged;
        }
    }
    rescale(states);
}
