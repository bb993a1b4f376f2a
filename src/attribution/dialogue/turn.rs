//! Lines solved together: each line has its candidates, and who speaks depends on whose turn it is.
//!
//! The model is a chain: a line's state is its speaker and the last speaker other than him. One pass
//! forward and one backward over the chain give the probability of every candidate of every line,
//! so that known lines at both ends of a run decide the ones between.

use super::super::Weights;
use super::super::evidence::EvidenceSet;
use super::super::weights::TURNS;
use super::shortlist::Shortlist;
use crate::hash::WordMap;
use crate::ids::EntityId;

/// Somebody who could speak a line, and what speaks for it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Alternative {
    pub(crate) person: EntityId,
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

/// The scores of a line, made odds: of each candidate where the turn is kept, changes, goes to a third.
/// Where a conversation starts, everybody is a third.
pub(crate) type Odds = [Row; 3];

/// The place of the third in [`Odds`].
const THIRD: usize = 2;

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
    let odds = |turn: &Turn| {
        // A few hundred contexts come again and again.
        let turn_scores = *known
            .entry(turn.context)
            .or_insert_with(|| relations(turn).map(|set| weights.score(set)));
        own_odds(turn, turn_scores, weights)
    };
    let odds: Vec<Odds> = turns.iter().map(odds).collect();
    chain(turns, &odds, |_, _| {})
}

/// The same from the odds. A state of a line is its speaker and the last one other than him; there
/// is a row of states for each candidate who may be that other, in it a number for each speaker, and
/// last a row for none of them.
///
/// `heed` is told of each line what tells how probable each candidate is with each of the three turns.
pub(crate) fn chain(
    turns: &[Turn],
    odds: &[Odds],
    mut heed: impl FnMut(usize, Taken<'_>),
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
            let own = ahead.of_line(at);
            match conversation.get(at + 1) {
                None => {
                    states.clear();
                    states.resize(own.len(), [1.0; ROOM]);
                }
                Some(next) => {
                    std::mem::swap(&mut states, &mut behind);
                    step_back(&behind, &next.places, &odds[at + 1], own.len(), &mut states);
                }
            }
            heed(
                first + at,
                Taken {
                    before: at.checked_sub(1).map(|before| ahead.of_line(before)),
                    turn: &conversation[at],
                    odds: &odds[at],
                    behind: &states,
                },
            );
            let mut share = [0.0; ROOM];
            for (ahead, states) in own.iter().zip(&states) {
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

/// What tells how probable each candidate of a line is with each of the three turns.
#[cfg_attr(
    not(feature = "fit"),
    expect(dead_code, reason = "only a fit asks for it")
)]
pub(crate) struct Taken<'a> {
    before: Option<&'a [Row]>,
    turn: &'a Turn,
    odds: &'a Odds,
    behind: &'a [Row],
}

#[cfg(feature = "fit")]
impl Taken<'_> {
    /// How probable each candidate is with each of the three turns.
    pub(crate) fn shares(&self) -> Odds {
        let mut shares = [[0.0; ROOM]; 3];
        for (number, shares) in shares.iter_mut().enumerate() {
            let mut odds = [[0.0; ROOM]; 3];
            odds[number] = self.odds[number];
            let mut states = vec![[0.0; ROOM]; self.behind.len()];
            match self.before {
                Some(before) => step(before, &self.turn.places, &odds, &mut states),
                None => states[self.turn.candidates.len()] = odds[THIRD],
            }
            for (ahead, states) in states.iter().zip(self.behind) {
                for ((share, ahead), state) in shares.iter_mut().zip(ahead).zip(states) {
                    *share += ahead * state;
                }
            }
        }
        scale(shares.as_flattened_mut());
        shares
    }
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
                states[turn.candidates.len()] = odds[THIRD];
            } else {
                step(&before[last..], &turn.places, odds, states);
            }
            scale_down(states);
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
fn scale(shares: &mut [f32]) {
    let all: f32 = shares.iter().sum();
    if all > 0.0 {
        shares.iter_mut().for_each(|share| *share /= all);
    }
}

fn own_odds(turn: &Turn, turn_scores: [f32; 3], weights: &Weights) -> Odds {
    let mut odds = [[0.0; ROOM]; 3];
    let count = turn.candidates.len();
    let mut top = f32::NEG_INFINITY;
    for (at, one) in turn.candidates.iter().enumerate() {
        let (own, of_turns) = weights.score_with_turns(one.evidence);
        for (number, odds) in odds.iter_mut().enumerate() {
            odds[at] = own + of_turns[number] + turn_scores[number];
            top = greater(odds[at], top);
        }
    }
    for odds in &mut odds {
        for score in &mut odds[..count] {
            *score = (*score - top).exp();
        }
    }
    odds
}

/// Scales states so that the greatest is one.
fn scale_down(states: &mut [Row]) {
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
fn step(before: &[Row], places: &Places, [kept, changes, third]: &Odds, states: &mut [Row]) {
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
            states[there][here] += row[speaker] * kept[here];
        }
        let row = &mut states[here];
        let odds = changes.iter().zip(third);
        for ((state, own), (changes, third)) in row.iter_mut().zip(of_other).zip(odds) {
            *state += own * changes;
            *state += greater(all[speaker] - own, 0.0) * third;
        }
        // Nobody is the other than himself.
        row[here] = 0.0;
    }
}

/// The odds of all that follows, for each state of a line with so many rows, by `next`, those of the
/// next line.
fn step_back(
    next: &[Row],
    places: &Places,
    [kept, changes, third]: &Odds,
    rows: usize,
    states: &mut Vec<Row>,
) {
    // Of each other, what follows where a third speaks, by the third and in all.
    let mut of_third = [[0.0; ROOM]; ROOM];
    let mut of_other = [0.0; ROOM];
    for (other, (row, of_third)) in next.iter().zip(&mut of_third).enumerate() {
        for ((one, odds), third) in of_third.iter_mut().zip(row).zip(third) {
            *one = odds * third;
        }
        of_third[other] = 0.0;
        of_other[other] = of_third.iter().sum();
    }
    let places = &places[..rows];
    // The states that follow where the turn is kept, and those where it changes, in which speaker and
    // other are exchanged; and what to leave out of the third.
    let mut same = [[0.0; ROOM]; ROOM];
    let mut exchanged = [[0.0; ROOM]; ROOM];
    for (one, &here) in places.iter().enumerate() {
        let here = here as usize % ROOM;
        let row = &next[here];
        for (two, &there) in places.iter().enumerate() {
            let there = there as usize % ROOM;
            same[one][two] = row[there] * kept[there];
            // Nobody is the other than himself.
            if one != two {
                let rest = greater(of_other[here] - of_third[here][there], 0.0);
                exchanged[two][one] = row[there] * changes[there] + rest;
            } else {
                exchanged[two][one] = of_other[here];
            }
        }
    }
    states.clear();
    for (same, exchanged) in same.iter().zip(&exchanged).take(rows) {
        let mut row = [0.0; ROOM];
        for ((state, same), exchanged) in row.iter_mut().zip(same).zip(exchanged) {
            *state = same + exchanged;
        }
        states.push(row);
    }
    scale_down(states);
}
