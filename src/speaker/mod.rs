//! Mentions to speakers: which actors are one, by what name, and whom the pronouns mean.
//!
//! Full names come first, wherever in the text they stand, so that "Rutte" in a headline is the
//! Mark Rutte of the third paragraph. Then the text is read from the start: single names find the
//! full name that they are part of, descriptions ("the minister") the person whom the text called
//! that, pronouns whoever is on the reader's mind and agrees.

mod entity;
mod follow;
mod name;
pub(crate) mod novel;
mod role;
mod salience;

use crate::config::Config;
use crate::mention::Actors;
use crate::parts::{Speaker, SpeakerId};
use crate::reading::Reading;
use follow::Follower;

pub(crate) use entity::span;

/// The speakers of a text, and who each actor is.
#[derive(Debug, Default)]
pub(crate) struct Speakers {
    /// By first mention.
    pub(crate) all: Vec<Speaker>,
    /// Beside the actors.
    of_actor: Vec<Option<SpeakerId>>,
}

impl Speakers {
    /// Who an actor is, if the text tells.
    pub(crate) fn of_actor(&self, actor: u32) -> Option<SpeakerId> {
        self.of_actor[actor as usize]
    }
}

/// Finds out who the actors of a text are.
pub(crate) fn find(reading: &Reading<'_>, actors: &Actors, config: &Config) -> Speakers {
    let mut follower = Follower::new(reading, actors, config);
    follower.enter_full_names();
    follower.follow();
    follower.entities.into_speakers(reading, actors)
}
