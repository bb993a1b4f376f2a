//! Lines solved together: each line has its candidates, and who speaks depends on whose turn it is.
//!
//! The model is a chain: a line's state is its speaker and the last speaker other than him. One pass
//! forward and one backward over the chain give the probability of every candidate of every line,
//! so that known lines at both ends of a run decide the ones between.

use super::super::Weights;
use super::super::choice::make_odds;
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

/// How many candidates a line can have, with one place more for nobody of them.
pub(super) const ROOM: usize = 16;

/// A number for each candidate of a line; beyond them zero.
pub(crate) type Row = [f32; ROOM];

/// The numbers of all candidates.
#[cfg(feature = "fit")]
pub(crate) fn row(numbers: &[f32]) -> Row {
    let mut row = [0.0; ROOM];
    row.iter_mut()
        .zip(numbers)
        .for_each(|(own, number)| *own = *number);
    row
}

/// The scores of a line, made odds.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Odds {
    pub(crate) own: Row,
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

/// For each line how probable it is that each of its candidates speaks it.
pub(super) fn solve(turns: &[Turn], weights: &Weights) -> Vec<Row> {
    let odds: Vec<Odds> = turns.iter().map(|turn| odds(turn, weights)).collect();
    chain(turns, &odds, |_, _| {})
}

/// The same from the odds. A state of a line is its speaker and the last one other than him; there
/// is a row of states for each candidate who may be that other, in it a number for each speaker, and
/// last a row for none of them.
///
/// `heed` is told of each line but those that start a conversation, state by state, the odds that the
/// turn is kept, changes, goes to a third.
pub(crate) fn chain(
    turns: &[Turn],
    odds: &[Odds],
    mut heed: impl FnMut(usize, [f32; 3]),
) -> Vec<Row> {
    let (ahead, firsts) = forward(turns, odds);
    let mut shares = vec![[0.0; ROOM]; turns.len()];
    let mut behind: Vec<Row> = Vec::with_capacity(ROOM);
    let mut states: Vec<Row> = Vec::with_capacity(ROOM);
    for at in (0..turns.len()).rev() {
        let ahead = &ahead[firsts[at]..firsts[at + 1]];
        match turns.get(at + 1).filter(|next| !next.starts) {
            None => {
                states.clear();
                states.resize(ahead.len(), [1.0; ROOM]);
            }
            Some(next) => {
                std::mem::swap(&mut states, &mut behind);
                let odds = &odds[at + 1];
                weigh(&mut behind, &odds.own);
                let places = places(&turns[at], next);
                step_back(&behind, &places, &odds.turn, &mut states, ahead, |odds| {
                    heed(at + 1, odds);
                });
            }
        }
        let share = &mut shares[at];
        for (ahead, states) in ahead.iter().zip(&states) {
            for ((share, ahead), state) in share.iter_mut().zip(ahead).zip(states) {
                *share += ahead * state;
            }
        }
        scale(share);
    }
    shares
}

/// The odds of all that comes before, for each state of each line, and where the rows of each line
/// begin.
fn forward(turns: &[Turn], odds: &[Odds]) -> (Vec<Row>, Vec<usize>) {
    let count = turns.iter().map(|turn| turn.persons.len() + 1).sum();
    let mut rows: Vec<Row> = Vec::with_capacity(count);
    let mut firsts = Vec::with_capacity(turns.len() + 1);
    firsts.push(0);
    for (at, (turn, odds)) in turns.iter().zip(odds).enumerate() {
        let first = rows.len();
        rows.resize(first + turn.persons.len() + 1, [0.0; ROOM]);
        let (before, states) = rows.split_at_mut(first);
        match at.checked_sub(1).filter(|_| !turn.starts) {
            None => states[turn.persons.len()] = [1.0; ROOM],
            Some(last) => {
                let places = places(&turns[last], turn);
                step(&before[firsts[last]..], &places, &odds.turn, states);
            }
        }
        weigh(states, &odds.own);
        firsts.push(rows.len());
    }
    (rows, firsts)
}

/// Makes shares sum to one.
pub(crate) fn scale(shares: &mut [f32]) {
    let all: f32 = shares.iter().sum();
    if all > 0.0 {
        shares.iter_mut().for_each(|share| *share /= all);
    }
}

fn odds(turn: &Turn, weights: &Weights) -> Odds {
    let mut own = [0.0; ROOM];
    for (score, &set) in own.iter_mut().zip(&turn.evidence) {
        *score = weights.score(set);
    }
    make_odds(&mut own[..turn.evidence.len()]);
    let mut turn = relations(turn).map(|set| weights.score(set));
    make_odds(&mut turn);
    Odds { own, turn }
}

/// Multiplies the states with the odds of their speakers and scales them.
fn weigh(states: &mut [Row], own: &Row) {
    let mut tops = [0.0; ROOM];
    for row in states.iter_mut() {
        for ((value, own), top) in row.iter_mut().zip(own).zip(&mut tops) {
            *value *= own;
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
type Places = [u8; ROOM];

fn places(from: &Turn, to: &Turn) -> Places {
    let place = |person: &u32| to.persons.iter().position(|other| other == person);
    let mut places = [to.persons.len() as u8; ROOM];
    for (own, person) in places.iter_mut().zip(&from.persons) {
        *own = place(person).map_or(*own, |place| place as u8);
    }
    places
}

/// The states of a line, by those of the line before.
fn step(before: &[Row], places: &Places, [kept, changes, third]: &[f32; 3], states: &mut [Row]) {
    let mut all = [0.0; ROOM];
    for row in before {
        all.iter_mut().zip(row).for_each(|(all, mass)| *all += mass);
    }
    let speakers = before.len() - 1;
    for (speaker, &here) in places[..speakers].iter().enumerate() {
        let here = here as usize % ROOM;
        // Mass of the states whose other is a candidate now.
        let mut of_other = [0.0; ROOM];
        for (row, &there) in before.iter().zip(places) {
            let there = there as usize % ROOM;
            of_other[there] = row[speaker];
            states[there][here] += row[speaker] * kept;
        }
        let row = &mut states[here];
        for (state, own) in row.iter_mut().zip(of_other) {
            *state += own * changes;
            *state += greater(all[speaker] - own, 0.0) * third;
        }
        // Nobody is the other than himself.
        row[here] = 0.0;
    }
}

/// The odds of all that follows, for each state of a line, by `next`, those of the next line, and
/// `ahead`, those of all before. `heed` is told of each state the odds of the three turns.
fn step_back(
    next: &[Row],
    places: &Places,
    [kept, changes, third]: &[f32; 3],
    states: &mut Vec<Row>,
    ahead: &[Row],
    mut heed: impl FnMut([f32; 3]),
) {
    let mut of_other = [0.0; ROOM];
    for (other, (all, row)) in of_other.iter_mut().zip(next).enumerate() {
        let mut row = *row;
        row[other] = 0.0;
        *all = row.iter().sum();
    }
    states.clear();
    states.resize(ahead.len(), [0.0; ROOM]);
    for (speaker, &here) in places[..ahead.len() - 1].iter().enumerate() {
        let here = here as usize % ROOM;
        let mut own = places.map(|there| next[here][there as usize % ROOM]);
        own[speaker] = 0.0;
        let keeps = places.map(|there| next[there as usize][here] * kept);
        let turns = own.map(|own| own * changes);
        let thirds = own.map(|own| greater(of_other[here] - own, 0.0) * third);
        for (other, (row, ahead)) in states.iter_mut().zip(ahead).enumerate() {
            let odds = [keeps[other], turns[other], thirds[other]];
            row[speaker] = odds.iter().sum();
            heed(odds.map(|odds| ahead[speaker] * odds));
        }
    }
}
