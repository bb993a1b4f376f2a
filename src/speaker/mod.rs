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
use entity::{Entities, Entity};
use follow::Follower;

pub(crate) use entity::span;

/// Who the actors of a text are.
#[derive(Debug)]
pub(crate) struct Speakers<'t>(Entities<'t>);

impl Speakers<'_> {
    /// Who an actor is, if the text tells. The ids are those of [`Speakers::list`] only after it has
    /// replaced them.
    pub(crate) fn of_actor(&self, actor: u32) -> Option<SpeakerId> {
        self.0.of_actor[actor as usize].map(SpeakerId::new)
    }

    /// Everybody whom the text names or quotes, by first mention, and in place of each of the
    /// `quoted` ids the speaker's place in the list.
    pub(crate) fn list(
        self,
        reading: &Reading<'_>,
        actors: &Actors,
        quoted: Vec<&mut SpeakerId>,
    ) -> Vec<Speaker> {
        let Speakers(entities) = self;
        let mut listed: Vec<bool> = entities.all.iter().map(Entity::is_named).collect();
        for id in &quoted {
            listed[id.index()] = true;
        }
        let list = List::of(
            reading,
            actors,
            &entities.of_actor,
            listed.len(),
            |number, id| listed[number as usize].then(|| entities.get(number).speaker(id)),
        );
        for id in quoted {
            *id = list.ids[id.index()].unwrap_or(*id);
        }
        list.speakers
    }
}

/// Finds out who the actors of a text are.
pub(crate) fn find<'t>(reading: &Reading<'t>, actors: &Actors, config: &'t Config) -> Speakers<'t> {
    let mut follower = Follower::new(reading, actors, config);
    follower.enter_full_names();
    follower.follow();
    Speakers(follower.entities)
}

/// Speakers by first mention.
struct List {
    speakers: Vec<Speaker>,
    /// The id of each of those from whom the list was made, if it has them.
    ids: Vec<Option<SpeakerId>>,
}

impl List {
    /// The list of those of `count` whom actors mention and for whom there is a speaker.
    fn of(
        reading: &Reading<'_>,
        actors: &Actors,
        of_actor: &[Option<u32>],
        count: usize,
        speaker: impl Fn(u32, SpeakerId) -> Option<Speaker>,
    ) -> List {
        let mut list = List {
            speakers: Vec::new(),
            ids: vec![None; count],
        };
        for (actor, number) in actors.all.iter().zip(of_actor) {
            let Some(number) = *number else { continue };
            let id = &mut list.ids[number as usize];
            if id.is_none() {
                let new = SpeakerId::new(list.speakers.len() as u32);
                *id = speaker(number, new).map(|speaker| {
                    list.speakers.push(speaker);
                    new
                });
            }
            if let Some(id) = id {
                list.speakers[id.index()]
                    .mentions
                    .push(span(reading, actor));
            }
        }
        for speaker in &mut list.speakers {
            speaker.mentions.sort_unstable();
            speaker.mentions.dedup();
        }
        list
    }
}
