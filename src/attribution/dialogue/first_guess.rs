//! A first guess who spoke the lines before, so that those who take part are remembered.

use super::candidates::Around;
use super::line::{Line, Who};
use crate::ids::EntityId;

/// Who spoke the lines before, as far as a first guess tells.
#[derive(Debug, Default)]
pub(super) struct FirstGuess {
    /// Beside the lines.
    pub(super) speakers: Vec<Option<EntityId>>,
    /// The last speaker, and the last one other than him.
    last: [Option<EntityId>; 2],
}

impl FirstGuess {
    pub(super) fn add(&mut self, speaker: Option<EntityId>) {
        self.speakers.push(speaker);
        let [last, other] = self.last;
        if speaker != last {
            self.last = [speaker, last.or(other)];
        }
    }
}

impl Around<'_> {
    /// Whom the cue of the line names, else whose turn it is.
    pub(super) fn guess(&self, starts: bool) -> Option<EntityId> {
        let line = self.line();
        let [last, other] = if starts {
            [None; 2]
        } else {
            self.first_guess.last
        };
        let goes_on = |before: &Line| before.last_paragraph == line.first_paragraph;
        let in_turn = match self.before(1).is_some_and(goes_on) {
            true => [last, other],
            false => [other, last],
        };
        let told = line.told.filter(|told| told.share > 0.5);
        match (told.map(|told| told.who), self.beats.before) {
            (Some(Who::Person(person)), _) => Some(person),
            (Some(Who::Agreeing(gender)), _) => {
                let agrees = |person: &EntityId| self.persons.get(*person).gender == Some(gender);
                let in_turn = in_turn.into_iter().flatten().find(agrees);
                in_turn.or_else(|| self.stage.nearest(gender))
            }
            (Some(Who::Other), _) => other,
            (_, Who::Person(person)) => Some(person),
            _ => in_turn[0],
        }
    }
}
