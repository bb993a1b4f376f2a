//! What is gathered of somebody while the text is read.

use super::Speakers;
use crate::kind::{Gender, Number, SpeakerKind};
use crate::mention::{Actor, Actors, Nature};
use crate::parts::{Speaker, SpeakerId};
use crate::reading::Reading;
use crate::span::Span;

/// Somebody whom the text mentions.
#[derive(Clone, Debug)]
pub(super) struct Entity<'t> {
    /// The words of the fullest name, titles aside; empty for the unnamed.
    pub(super) words: Vec<&'t str>,
    /// The name as it stands, and the title before it, in the fullest form.
    pub(super) name: String,
    pub(super) aliases: Vec<String>,
    pub(super) nature: Nature,
    pub(super) gender: Option<Gender>,
    pub(super) plural: bool,
    /// The head words by which the text describes them: "chief", "minister".
    pub(super) roles: Vec<&'t str>,
    /// The first actor, which gives the order of speakers.
    pub(super) first: u32,
    /// Whether they are given by the caller.
    pub(super) cast: bool,
}

/// All entities, and which one each actor is.
#[derive(Debug, Default)]
pub(super) struct Entities<'t> {
    pub(super) all: Vec<Entity<'t>>,
    /// Beside the actors.
    pub(super) of_actor: Vec<Option<u32>>,
}

impl Entities<'_> {
    /// The speakers by first mention; those of a cast that the text does not mention are left out.
    pub(super) fn into_speakers(self, reading: &Reading<'_>, actors: &Actors) -> Speakers {
        let mut ids: Vec<Option<SpeakerId>> = vec![None; self.all.len()];
        let mut all: Vec<Speaker> = Vec::new();
        let mut of_actor = vec![None; actors.all.len()];
        for (number, actor) in actors.all.iter().enumerate() {
            let Some(entity) = self.of_actor[number] else {
                continue;
            };
            let id = *ids[entity as usize].get_or_insert_with(|| {
                let id = SpeakerId::new(all.len() as u32);
                all.push(self.all[entity as usize].speaker(id));
                id
            });
            all[id.index()].mentions.push(span(reading, actor));
            of_actor[number] = Some(id);
        }
        for speaker in &mut all {
            speaker.mentions.sort_unstable();
            speaker.mentions.dedup();
        }
        Speakers { all, of_actor }
    }
}

impl Entity<'_> {
    fn speaker(&self, id: SpeakerId) -> Speaker {
        let kind = match self.nature {
            _ if self.name.is_empty() => SpeakerKind::Unnamed,
            Nature::Organisation | Nature::Place => SpeakerKind::Organisation,
            Nature::Group => SpeakerKind::Group,
            _ if self.words.is_empty() => SpeakerKind::Unnamed,
            _ => SpeakerKind::Person,
        };
        Speaker {
            id,
            kind,
            name: self.name.clone(),
            aliases: self.aliases.clone(),
            gender: self.gender,
            number: Some(if self.plural {
                Number::Plural
            } else {
                Number::Singular
            }),
            mentions: Vec::new(),
        }
    }
}

/// The words of an actor, without the ending of a possessive.
pub(crate) fn span(reading: &Reading<'_>, actor: &Actor) -> Span {
    let start = reading.tokens[actor.first as usize].span().start();
    let last = actor.end.max(actor.head + 1) - 1;
    let token = reading.tokens[last as usize].span();
    let end = token.start() + reading.word(last).base as usize;
    Span::new(start, end).unwrap_or(token)
}

/// The text of tokens with its white space made single, without the ending of a possessive.
pub(super) fn text_of(reading: &Reading<'_>, first: u32, end: u32) -> String {
    let start = reading.tokens[first as usize].span().start();
    let last = reading.tokens[end as usize - 1].span().start();
    let text = &reading.text[start..last + reading.word(end - 1).base as usize];
    let mut name = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !name.is_empty() {
            name.push(' ');
        }
        name.push_str(word);
    }
    name
}
