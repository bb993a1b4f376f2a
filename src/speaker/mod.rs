//! Mentions to speakers: which actors are one, by what name, and whom the pronouns mean.

mod entity;
mod pronoun;
mod resolve;

use crate::config::Config;
use crate::mention::Actors;
use crate::parts::{Speaker, SpeakerId};
use crate::reading::Reading;

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
    let mut entities = resolve::names(reading, actors, config);
    pronoun::resolve(reading, actors, &mut entities);
    entities.into_speakers(reading, actors)
}
