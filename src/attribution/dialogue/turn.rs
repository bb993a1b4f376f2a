//! Lines solved together: each line has its candidates, and who speaks depends on whose turn it is.
//!
//! The model is a chain: a line's state is its speaker and the last speaker other than him. One pass
//! forward and one backward over the chain give the probability of every candidate of every line,
//! so that known lines at both ends of a run decide the ones between.

use super::super::Weights;
use super::super::evidence::{EvidenceKind, EvidenceSet};

/// The candidates of a line and what speaks for each.
#[derive(Clone, Debug, Default)]
pub(crate) struct Turn {
    pub(crate) persons: Vec<u32>,
    /// Beside the persons.
    pub(crate) evidence: Vec<EvidenceSet>,
    /// What bears on whether the turn changes.
    pub(crate) context: EvidenceSet,
    /// Whether a conversation starts here: who spoke before does not matter.
    pub(crate) starts: bool,
}

/// The scores of a line, made odds.
#[derive(Clone, Debug)]
pub(crate) struct Odds {
    pub(crate) own: Vec<f32>,
    /// The turn is kept, changes, goes to a third.
    pub(crate) turn: [f32; 3],
}

const TURNS: [EvidenceKind; 3] = [
    EvidenceKind::TurnKept,
    EvidenceKind::TurnChanges,
    EvidenceKind::TurnOfThird,
];

/// The evidence that a turn is kept, changes or goes to a third person.
pub(crate) fn relations(turn: &Turn) -> [EvidenceSet; 3] {
    TURNS.map(|kind| {
        let mut set = turn.context;
        set.add(kind);
        set
    })
}

/// What is probable in a line.
#[derive(Clone, Debug, Default)]
pub(crate) struct Shares {
    /// Beside the candidates: that they speak.
    pub(crate) own: Vec<f32>,
    /// That the turn is kept, changes, goes to a third.
    pub(crate) turn: [f32; 3],
}

/// For each line the probability of each of its candidates.
pub(crate) fn solve(turns: &[Turn], weights: &Weights) -> Vec<Shares> {
    let odds: Vec<Odds> = turns.iter().map(|turn| odds(turn, weights)).collect();
    chain(turns, &odds)
}

/// The same from the odds.
pub(crate) fn chain(turns: &[Turn], odds: &[Odds]) -> Vec<Shares> {
    let mut forward: Vec<Vec<f32>> = Vec::with_capacity(turns.len());
    for (at, turn) in turns.iter().enumerate() {
        let before = at.checked_sub(1).filter(|_| !turn.starts);
        let mut own = match before {
            None => start(turn),
            Some(before) => step(&turns[before], turn, &odds[at].turn, &forward[before]),
        };
        weigh(&mut own, &odds[at].own);
        forward.push(own);
    }
    let mut shares: Vec<Shares> = vec![Shares::default(); turns.len()];
    let mut backward: Vec<f32> = Vec::new();
    for at in (0..turns.len()).rev() {
        let next = at + 1;
        backward = if next == turns.len() || turns[next].starts {
            vec![1.0; forward[at].len()]
        } else {
            weigh(&mut backward, &odds[next].own);
            let (back, turn) = step_back(
                (&turns[at], &forward[at]),
                (&turns[next], &backward),
                &odds[next].turn,
            );
            shares[next].turn = turn;
            back
        };
        let width = turns[at].persons.len() + 1;
        let states = forward[at].chunks_exact(width);
        let mut share: Vec<f32> = states
            .zip(backward.chunks_exact(width))
            .map(|(ahead, back)| ahead.iter().zip(back).map(|(a, b)| a * b).sum())
            .collect();
        scale(&mut share);
        shares[at].own = share;
    }
    shares
}

/// Makes shares sum to one.
fn scale(shares: &mut [f32]) {
    let all: f32 = shares.iter().sum();
    if all > 0.0 {
        shares.iter_mut().for_each(|share| *share /= all);
    }
}

fn odds(turn: &Turn, weights: &Weights) -> Odds {
    let scores: Vec<f32> = turn
        .evidence
        .iter()
        .map(|&set| weights.score(set))
        .collect();
    let relation = relations(turn).map(|set| weights.score(set));
    let exp = |scores: &[f32]| -> Vec<f32> {
        let top = scores.iter().copied().fold(f32::NEG_INFINITY, f32::max);
        scores.iter().map(|score| (score - top).exp()).collect()
    };
    let turn = exp(&relation);
    Odds {
        own: exp(&scores),
        turn: [turn[0], turn[1], turn[2]],
    }
}

/// A state is the number of the speaker times the number of states of the other, plus the number of
/// the other; the last of those is that there is no other among the candidates.
fn start(turn: &Turn) -> Vec<f32> {
    let count = turn.persons.len();
    let mut states = vec![0.0; count * (count + 1)];
    for speaker in 0..count {
        states[speaker * (count + 1) + count] = 1.0;
    }
    states
}

/// Multiplies the states with the odds of their speakers and scales them.
fn weigh(states: &mut [f32], own: &[f32]) {
    let mut top = 0.0;
    for (states, own) in states.chunks_exact_mut(own.len() + 1).zip(own) {
        for value in states {
            *value *= own;
            top = f32::max(top, *value);
        }
    }
    if top > 0.0 {
        states.iter_mut().for_each(|value| *value /= top);
    }
}

/// Where the candidates of one line stand among those of another.
fn places(from: &Turn, to: &Turn) -> Vec<usize> {
    let place = |person: &u32| to.persons.iter().position(|other| other == person);
    from.persons
        .iter()
        .map(|person| place(person).unwrap_or(to.persons.len()))
        .collect()
}

fn step(before: &Turn, turn: &Turn, [kept, changes, third]: &[f32; 3], states: &[f32]) -> Vec<f32> {
    let (old, new) = (before.persons.len(), turn.persons.len());
    let place = places(before, turn);
    let mut next = vec![0.0; new * (new + 1)];
    // Mass of the states whose other is a candidate now.
    let mut of_other = vec![0.0; new];
    for speaker in 0..old {
        of_other.fill(0.0);
        let row = &states[speaker * (old + 1)..][..old + 1];
        let here = place[speaker];
        let all: f32 = row.iter().sum();
        for (other, &mass) in row.iter().enumerate() {
            let there = if other < old { place[other] } else { new };
            if there < new {
                of_other[there] += mass;
                next[there * (new + 1) + here] += mass * changes;
            }
            if here < new {
                next[here * (new + 1) + there] += mass * kept;
            }
        }
        for (person, &own) in of_other.iter().enumerate() {
            if person != here {
                next[person * (new + 1) + here] += (all - own).max(0.0) * third;
            }
        }
    }
    next
}

/// The odds of all that follows, for each state of a line, and which turns the next line takes.
fn step_back(
    (before, ahead): (&Turn, &[f32]),
    (turn, states): (&Turn, &[f32]),
    [kept, changes, third]: &[f32; 3],
) -> (Vec<f32>, [f32; 3]) {
    let (old, new) = (before.persons.len(), turn.persons.len());
    let place = places(before, turn);
    let mut back = vec![0.0; old * (old + 1)];
    let mut taken = [0.0; 3];
    for speaker in 0..old {
        let here = place[speaker];
        let thirds: f32 = (0..new)
            .filter(|&person| person != here)
            .map(|person| states[person * (new + 1) + here])
            .sum();
        for (other, there) in place.iter().copied().chain([new]).enumerate() {
            let mut odds = [0.0, 0.0, thirds * third];
            if there < new && there != here {
                let own = states[there * (new + 1) + here];
                odds[1] = own * changes;
                odds[2] = (thirds - own).max(0.0) * third;
            }
            if here < new {
                odds[0] = states[here * (new + 1) + there] * kept;
            }
            let state = speaker * (old + 1) + other;
            back[state] = odds.iter().sum();
            for (taken, odds) in taken.iter_mut().zip(odds) {
                *taken += ahead[state] * odds;
            }
        }
    }
    scale(&mut taken);
    (back, taken)
}
