//! A conditional random field over the lines: each line has its candidates, and who speaks it depends
//! on whose turn it is.
//!
//! The state of a line is its speaker and the last speaker who is another. The forward-backward
//! algorithm gives the probability of every candidate of every line, so that known lines at both ends
//! of a run decide the ones between.

use std::mem;

use enumset::EnumSet;

use super::feature::{LineFeature, TURNS};
use super::shortlist::Shortlist;
use super::weights::LineWeights;
use crate::exponential::exp;
use crate::ids::EntityId;

/// A candidate speaker of a line, with its features.
#[derive(Clone, Copy, Debug)]
pub(crate) struct LineCandidate {
    pub(crate) person: EntityId,
    pub(crate) features: EnumSet<LineFeature>,
}

/// A line as the chain sees it.
#[derive(Clone, Debug)]
pub(crate) struct LineNode {
    pub(crate) candidates: Vec<LineCandidate>,
    /// Where the candidates of the line before stand among these.
    pub(super) alignment: Alignment,
    /// The position of the candidate whom a certain reporting clause names, who speaks whoever's turn it would be.
    pub(crate) named_by_clause: Option<usize>,
    /// What bears on whether the turn changes.
    pub(crate) transition: EnumSet<LineFeature>,
    /// Whether a conversation starts here: who spoke before does not matter.
    pub(crate) starts: bool,
}

impl LineNode {
    /// The features that the turn is kept, changes or goes to a third person.
    pub(crate) fn transitions(&self) -> [EnumSet<LineFeature>; 3] {
        TURNS.map(|turn| {
            let mut set = self.transition;
            set.insert(turn);
            set
        })
    }

    /// The potentials of whom a certain reporting clause names alone, if there is one.
    fn held_to_clause(&self, potentials: Potentials) -> Potentials {
        let Some(named_by_clause) = self.named_by_clause else {
            return potentials;
        };
        let own = potentials.map(|scores| scores[named_by_clause]);
        let top = own.into_iter().fold(0.0, greater);
        own.map(|score| {
            let mut scores = [0.0; ROOM];
            scores[named_by_clause] = if top > 0.0 { score / top } else { 1.0 };
            scores
        })
    }
}

/// How many candidates a line can have, with one position more for nobody of them.
pub(super) const ROOM: usize = 16;

/// A number for each candidate of a line; beyond them zero.
pub(crate) type PerCandidate = [f32; ROOM];

/// The exponentials of the scores of a line: of each candidate where the turn is kept, changes, goes to a
/// third. Where a conversation starts, everybody is a third.
pub(crate) type Potentials = [PerCandidate; 3];

/// The position of the third in [`Potentials`].
const THIRD: usize = 2;

/// For how many lines at a time the states are kept, which takes 5 MB at most. Of a longer conversation the
/// forward states are made twice: first to know those at the end of each window, then with those within.
pub(super) const WINDOW: usize = 4096;

/// Gives the messages of each line to `observe`, of each conversation those of the last line first.
///
/// There is a row of states for each candidate who may be the last speaker who is another, in it a number
/// for each speaker, and last a row for none of them.
pub(crate) fn forward_backward(
    nodes: &[LineNode],
    potentials: impl FnMut(usize) -> Potentials,
    observe: impl FnMut(usize, Messages<'_>),
) {
    solve(nodes, WINDOW, potentials, observe);
}

fn solve(
    nodes: &[LineNode],
    size: usize,
    mut potentials: impl FnMut(usize) -> Potentials,
    mut observe: impl FnMut(usize, Messages<'_>),
) {
    let mut forward = Forward::default();
    let mut after: Vec<PerCandidate> = Vec::with_capacity(ROOM);
    let mut backward: Vec<PerCandidate> = Vec::with_capacity(ROOM);
    // Of each window the states of the line before.
    let mut entrances: Vec<Vec<PerCandidate>> = Vec::new();
    let mut first = 0;
    for conversation in nodes.chunk_by(|_, next| !next.starts) {
        entrances.clear();
        let mut entrance = Vec::new();
        for (number, window) in conversation.chunks(size).enumerate() {
            let start = first + number * size;
            forward.run(&entrance, window, |at| potentials(start + at));
            let last = if window.len() < size {
                Vec::new()
            } else {
                forward.states(size).to_vec()
            };
            entrances.push(mem::replace(&mut entrance, last));
        }
        let mut next: Option<(&Alignment, Potentials)> = None;
        for (number, entrance) in entrances.iter().enumerate().rev() {
            let start = number * size;
            let window = &conversation[start..conversation.len().min(start + size)];
            if next.is_some() {
                forward.run(entrance, window, |at| potentials(first + start + at));
            }
            for (at, node) in window.iter().enumerate().rev() {
                let states = forward.states(at + 1);
                let own = &forward.potentials[at];
                match &next {
                    None => {
                        backward.clear();
                        backward.resize(states.len(), [1.0; ROOM]);
                    }
                    Some((alignment, potentials)) => {
                        mem::swap(&mut backward, &mut after);
                        backward.resize(states.len(), [0.0; ROOM]);
                        step_backward(&after, alignment, potentials, &mut backward);
                    }
                }
                let messages = Messages {
                    before: forward.states(at),
                    node,
                    potentials: own,
                    forward: states,
                    backward: &backward,
                };
                observe(first + start + at, messages);
                next = Some((&node.alignment, *own));
            }
        }
        first += conversation.len();
    }
}

/// Adds, for each speaker, what the states before and after make probable.
fn add_products(forward: &[PerCandidate], backward: &[PerCandidate], sums: &mut PerCandidate) {
    for (forward, backward) in forward.iter().zip(backward) {
        for ((sum, forward), backward) in sums.iter_mut().zip(forward).zip(backward) {
            *sum += forward * backward;
        }
    }
}

/// What tells how probable each candidate of a line is.
#[cfg_attr(
    not(feature = "fit"),
    expect(dead_code, reason = "only a fit asks for the turns")
)]
pub(crate) struct Messages<'a> {
    /// The forward states of the line before; none where a conversation starts.
    before: &'a [PerCandidate],
    node: &'a LineNode,
    potentials: &'a Potentials,
    forward: &'a [PerCandidate],
    backward: &'a [PerCandidate],
}

impl Messages<'_> {
    /// How probable each candidate is.
    pub(super) fn marginals(&self) -> PerCandidate {
        let mut marginals = [0.0; ROOM];
        add_products(self.forward, self.backward, &mut marginals);
        normalize(&mut marginals);
        marginals
    }

    /// How probable each candidate is with each of the three turns.
    #[cfg(feature = "fit")]
    pub(crate) fn marginals_by_turn(&self) -> Potentials {
        let mut marginals = [[0.0; ROOM]; 3];
        for (turn, marginal) in marginals.iter_mut().enumerate() {
            let mut potentials = [[0.0; ROOM]; 3];
            potentials[turn] = self.potentials[turn];
            let mut forward = vec![[0.0; ROOM]; self.backward.len()];
            step(self.before, self.node, &potentials, &mut forward);
            add_products(&forward, self.backward, marginal);
        }
        normalize(marginals.as_flattened_mut());
        marginals
    }
}

/// The forward states of the lines of a window: how likely all that comes before makes each.
#[derive(Debug, Default)]
struct Forward {
    /// First those of the line before the window.
    rows: Vec<PerCandidate>,
    /// Where the rows of each line end.
    ends: Vec<usize>,
    potentials: Vec<Potentials>,
}

impl Forward {
    /// Reads a window after the line of these states.
    fn run(
        &mut self,
        before: &[PerCandidate],
        nodes: &[LineNode],
        mut potentials: impl FnMut(usize) -> Potentials,
    ) {
        self.rows.clear();
        self.rows.extend(before);
        self.ends.clear();
        self.ends.push(before.len());
        self.potentials.clear();
        let numbered = nodes.iter().enumerate();
        self.potentials
            .extend(numbered.map(|(at, node)| node.held_to_clause(potentials(at))));
        let mut last = 0;
        for (node, potentials) in nodes.iter().zip(&self.potentials) {
            let first = self.rows.len();
            self.rows
                .resize(first + node.candidates.len() + 1, [0.0; ROOM]);
            let (before, states) = self.rows.split_at_mut(first);
            step(&before[last..], node, potentials, states);
            rescale(states);
            self.ends.push(self.rows.len());
            last = first;
        }
    }

    /// The states after the first `lines` lines of the window.
    fn states(&self, lines: usize) -> &[PerCandidate] {
        let first = lines.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.rows[first..self.ends[lines]]
    }
}

/// Adds to the states of a line what those of the line before give them, or what a start does.
fn step(
    before: &[PerCandidate],
    node: &LineNode,
    potentials: &Potentials,
    states: &mut [PerCandidate],
) {
    if before.is_empty() {
        states[node.candidates.len()] = potentials[THIRD];
    } else {
        step_forward(before, &node.alignment, potentials, states);
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
pub(super) fn potentials(
    node: &LineNode,
    transitions: [f32; 3],
    weights: &LineWeights,
) -> Potentials {
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
            *score = exp(*score - top);
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

/// The greater of two numbers; `other` if `one` is not a number.
fn greater(one: f32, other: f32) -> f32 {
    if one > other { one } else { other }
}

/// Where the candidates of a line stand among those of another: after them for those who do not.
/// Likewise all positions beyond the candidates.
pub(super) type Alignment = [u8; ROOM];

pub(super) fn align(from: &[EntityId], to: &Shortlist) -> Alignment {
    let none = to.len() as u8;
    let mut alignment = [none; ROOM];
    for (position, &person) in alignment.iter_mut().zip(from) {
        *position = to.position(person).map_or(none, |position| position as u8);
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
    states.fill([0.0; ROOM]);
    let alignment = &alignment[..states.len()];
    for (one, &here) in alignment.iter().enumerate() {
        let here = here as usize % ROOM;
        let row = &next[here];
        for (two, &there) in alignment.iter().enumerate() {
            let there = there as usize % ROOM;
            // The turn is kept; or it changes, by which speaker and other are exchanged, or goes to a third.
            states[one][two] += row[there] * kept[there];
            states[two][one] += if one == two {
                // A speaker is not the other one too.
                of_other[here]
            } else {
                let rest = greater(of_other[here] - of_third[here][there], 0.0);
                row[there] * changes[there] + rest
            };
        }
    }
    rescale(states);
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Lines of one conversation, each with one candidate more or fewer than the one before.
    fn nodes(count: usize) -> Vec<LineNode> {
        let persons = |line: usize| 1 + [0, 1, 2, 3, 2, 1][line % 6];
        let node = |line: usize| LineNode {
            candidates: (0..persons(line))
                .map(|person| LineCandidate {
                    person: EntityId::new(person),
                    features: EnumSet::empty(),
                })
                .collect(),
            alignment: std::array::from_fn(|position| position.min(persons(line)) as u8),
            named_by_clause: None,
            transition: EnumSet::empty(),
            starts: line == 0,
        };
        (0..count).map(node).collect()
    }

    /// Some number for each candidate and turn of a line.
    fn potentials(line: usize) -> Potentials {
        let number = |turn: usize, position: usize| 1 + (7 * line + 5 * turn + 3 * position) % 11;
        std::array::from_fn(|turn| {
            std::array::from_fn(|position| number(turn, position) as f32 / 12.0)
        })
    }

    #[test]
    fn windows_change_no_marginal() {
        let nodes = nodes(40);
        let marginals = |size: usize| {
            let mut marginals = vec![[0.0; ROOM]; nodes.len()];
            let potentials = |line: usize| {
                let count = nodes[line].candidates.len();
                potentials(line).map(|mut scores| {
                    scores[count..].fill(0.0);
                    scores
                })
            };
            solve(&nodes, size, potentials, |line, messages| {
                marginals[line] = messages.marginals();
            });
            marginals
        };
        let whole = marginals(usize::MAX);
        assert!(
            whole
                .iter()
                .all(|line| (line.iter().sum::<f32>() - 1.0).abs() < 1e-5)
        );
        for size in [1, 2, 7, 20, 40] {
            assert_eq!(marginals(size), whole, "{size}");
        }
    }
}
