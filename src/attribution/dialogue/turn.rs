//! Lines solved together: each line has its candidates, and who speaks depends on whose turn it is.
//!
//! The model is a chain: a line's state is its speaker and the last speaker other than him. One pass
//! forward and one backward over the chain give the probability of every candidate of every line,
//! so that known lines at both ends of a run decide the ones between.

use super::super::Weights;
use super::super::choice::make_odds;
use super::super::evidence::{EvidenceKind, EvidenceSet};
use super::shortlist::Shortlist;
use crate::hash::WordMap;

/// Somebody who could speak a line, and what speaks for it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Alternative {
    pub(crate) person: u32,
    pub(crate) evidence: EvidenceSet,
}

/// The candidates of a line.
#[derive(Clone, Debug)]
pub(crate) struct Turn {
    pub(crate) candidates: Vec<Alternative>,
    /// Where the candidates of the line before stand among these.
    pub(super) places: Places,
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
    let mut known = WordMap::default();
    let odds = |turn: &Turn| Odds {
        own: own_odds(turn, weights),
        // A few hundred contexts come again and again.
        turn: *known
            .entry(turn.context)
            .or_insert_with(|| turn_odds(turn, weights)),
    };
    let odds: Vec<Odds> = turns.iter().map(odds).collect();
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
    let mut shares = Vec::with_capacity(turns.len());
    let mut ahead = Ahead::default();
    let mut behind: Vec<Row> = Vec::with_capacity(ROOM);
    let mut states: Vec<Row> = Vec::with_capacity(ROOM);
    for conversation in turns.chunk_by(|_, next| !next.starts) {
        let first = shares.len();
        let odds = &odds[first..first + conversation.len()];
        ahead.read(conversation, odds);
        shares.resize(first + conversation.len(), [0.0; ROOM]);
        for at in (0..conversation.len()).rev() {
            let ahead = ahead.of_line(at);
            match conversation.get(at + 1) {
                None => {
                    states.clear();
                    states.resize(ahead.len(), [1.0; ROOM]);
                }
                Some(next) => {
                    std::mem::swap(&mut states, &mut behind);
                    let odds = &odds[at + 1];
                    weigh(&mut behind, &odds.own);
                    step_back(
                        &behind,
                        &next.places,
                        &odds.turn,
                        &mut states,
                        ahead,
                        |odds| {
                            heed(first + at + 1, odds);
                        },
                    );
                }
            }
            let mut share = [0.0; ROOM];
            for (ahead, states) in ahead.iter().zip(&states) {
                for ((share, ahead), state) in share.iter_mut().zip(ahead).zip(states) {
                    *share += ahead * state;
                }
            }
            scale(&mut share);
            shares[first + at] = share;
        }
    }
    shares
}

/// The odds of all that comes before, for each state of each line of a conversation.
#[derive(Debug, Default)]
struct Ahead {
    rows: Vec<Row>,
    /// Where the rows of each line end.
    ends: Vec<usize>,
}

impl Ahead {
    fn read(&mut self, turns: &[Turn], odds: &[Odds]) {
        self.rows.clear();
        self.ends.clear();
        let mut last = 0;
        for (at, (turn, odds)) in turns.iter().zip(odds).enumerate() {
            let first = self.rows.len();
            self.rows
                .resize(first + turn.candidates.len() + 1, [0.0; ROOM]);
            let (before, states) = self.rows.split_at_mut(first);
            if at == 0 {
                states[turn.candidates.len()] = [1.0; ROOM];
            } else {
                step(&before[last..], &turn.places, &odds.turn, states);
            }
            weigh(states, &odds.own);
            self.ends.push(self.rows.len());
            last = first;
        }
    }

    fn of_line(&self, at: usize) -> &[Row] {
        let first = at.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.rows[first..self.ends[at]]
    }
}

/// Makes shares sum to one.
pub(crate) fn scale(shares: &mut [f32]) {
    let all: f32 = shares.iter().sum();
    if all > 0.0 {
        shares.iter_mut().for_each(|share| *share /= all);
    }
}

fn own_odds(turn: &Turn, weights: &Weights) -> Row {
    let mut own = [0.0; ROOM];
    for (score, one) in own.iter_mut().zip(&turn.candidates) {
        *score = weights.score(one.evidence);
    }
    make_odds(&mut own[..turn.candidates.len()]);
    own
}

fn turn_odds(turn: &Turn, weights: &Weights) -> [f32; 3] {
    let mut odds = relations(turn).map(|set| weights.score(set));
    make_odds(&mut odds);
    odds
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
pub(super) type Places = [u8; ROOM];

pub(super) fn places(from: &[Alternative], to: &Shortlist) -> Places {
    let none = to.persons.len() as u8;
    let mut places = [none; ROOM];
    for (own, one) in places.iter_mut().zip(from) {
        *own = to.place(one.person).map_or(none, |place| place as u8);
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
    let of_other = places.map(|here| of_other[here as usize % ROOM]);
    // The states that follow where the turn is kept, and those where it changes, in which speaker and
    // other are exchanged.
    let mut same = [[0.0; ROOM]; ROOM];
    let mut exchanged = [[0.0; ROOM]; ROOM];
    for (one, &here) in places[..ahead.len()].iter().enumerate() {
        let row = &next[here as usize];
        for (two, &there) in places[..ahead.len()].iter().enumerate() {
            let odds = row[there as usize % ROOM];
            same[one][two] = odds;
            exchanged[two][one] = odds;
        }
        // Nobody is the other than himself.
        exchanged[one][one] = 0.0;
    }
    states.clear();
    for ((ahead, same), exchanged) in ahead.iter().zip(&same).zip(&exchanged) {
        let mut row = [0.0; ROOM];
        for (speaker, state) in row.iter_mut().enumerate() {
            let rest = greater(of_other[speaker] - exchanged[speaker], 0.0);
            let odds = [
                same[speaker] * kept,
                exchanged[speaker] * changes,
                rest * third,
            ];
            *state = odds.iter().sum();
            heed(odds.map(|odds| ahead[speaker] * odds));
        }
        states.push(row);
    }
}
