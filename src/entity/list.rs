//! The speakers of a result.

use std::borrow::Cow;
use std::{iter, mem};

use smallvec::SmallVec;

use super::apposition;
use super::entities::Entities;
use super::text::{single_spaced, span, text_of};
use crate::analysis::mention::{Mention, Mentions};
use crate::analysis::{Analysis, ChunkKind, Tag};
use crate::ids::{ChunkId, EntityId, MentionId};
use crate::kinds::{GrammaticalNumber, SpeakerKind};
use crate::language::Class;
use crate::parts::{Speaker, SpeakerId};
use crate::span::Span;

/// Which of those whom a text mentions are listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Listed {
    /// Whoever has a name or is quoted: news describes many who do nothing else.
    NamedOrQuoted,
    All,
}

impl Entities<'_> {
    /// The speakers by first mention, and for each entity, by its `EntityId`, its id in that list.
    pub(crate) fn list(
        mut self,
        analysis: &Analysis<'_>,
        mentions: &Mentions,
        listed: Listed,
        quoted: impl Iterator<Item = EntityId>,
    ) -> (Vec<Speaker>, Vec<Option<SpeakerId>>) {
        let mut list = SpeakerList::of(&self, listed, quoted);
        let joint = mem::take(&mut self.joint);
        let mut joint = joint.iter().peekable();
        for (id, mention) in MentionId::all(mentions.all.len()).zip(&mentions.all) {
            let one = self
                .of_mention(id)
                .filter(|one| list.is_listed[one.index()]);
            let one = one.map(|one| (one, span(analysis, mention)));
            let both = iter::from_fn(|| joint.next_if(|joint| joint.mention == id));
            let both = both.map(|joint| (joint.entity, joint.span));
            for (entity, span) in one.into_iter().chain(both) {
                list.enter(entity, span, |id| {
                    self.speaker(analysis, mentions, entity, id)
                });
            }
        }
        list.finish()
    }

    /// What the result tells of an entity, without its mentions. Its names go there.
    fn speaker(
        &mut self,
        analysis: &Analysis<'_>,
        mentions: &Mentions,
        entity: EntityId,
        id: SpeakerId,
    ) -> Speaker {
        let names = self.take_names(entity);
        let is_protagonist = self.protagonists.contains(&Some(entity));
        let entity = self.get(entity);
        let description = || {
            let mention = entity.mention.map(|id| &mentions.all[id.index()]);
            let description = mention.map(|mention| description(analysis, mention));
            single_spaced(description.unwrap_or_default()).into_owned()
        };
        let (name, aliases) = match names {
            Some((name, aliases)) => (name.into_owned(), aliases),
            None => (description(), Vec::new()),
        };
        Speaker {
            id,
            kind: match entity.kind() {
                _ if is_protagonist => SpeakerKind::Unnamed,
                SpeakerKind::Unnamed if is_document(analysis, mentions, entity.mention) => {
                    SpeakerKind::Document
                }
                kind => kind,
            },
            name,
            aliases: aliases.into_iter().map(Cow::into_owned).collect(),
            gender: entity.gender,
            number: Some(if entity.is_plural {
                GrammaticalNumber::Plural
            } else {
                GrammaticalNumber::Singular
            }),
            mentions: SmallVec::new(),
        }
    }
}

/// Whether a mention is of no person but of something written: "the letter".
fn is_document(analysis: &Analysis<'_>, mentions: &Mentions, mention: Option<MentionId>) -> bool {
    mention.is_some_and(|mention| {
        let head = analysis.word(mentions.all[mention.index()].head);
        head.is(Class::Document) && !head.is(Class::Person)
    })
}

/// The words of a description with what belongs to it: "a spokeswoman for the ministry".
fn description<'t>(analysis: &Analysis<'t>, mention: &Mention) -> &'t str {
    let belonging = apposition::noun_after_of(analysis, mention);
    let end = match belonging.or_else(|| topic(analysis, mention)) {
        Some(noun) => analysis.chunk(noun).end,
        None => mention.end_with_head(),
    };
    text_of(analysis, mention.first, end)
}

/// What a description of something written is about: "rural buses" of "a report on rural buses", but not "the gate" of "a sign
/// on the gate".
fn topic(analysis: &Analysis<'_>, mention: &Mention) -> Option<ChunkId> {
    let head = analysis.word(mention.head);
    let on = analysis.next_sibling(mention.chunk)?;
    let joins = analysis
        .first_word(on)
        .is_one_of(analysis.language.names.joining_field);
    let noun = analysis.next_sibling(on)?;
    let phrase = analysis.chunk(noun);
    let is_topic = analysis.chunk(on).kind == ChunkKind::Preposition
        && phrase.kind == ChunkKind::NounPhrase
        && analysis.word(phrase.head).tag == Tag::Noun
        && !matches!(
            analysis.word(phrase.first).tag,
            Tag::Determiner | Tag::Possessive
        );
    (head.is(Class::ReportNoun) && joins && is_topic).then_some(noun)
}

/// Speakers by first mention.
struct SpeakerList {
    speakers: Vec<Speaker>,
    /// For each entity: whether it is to be listed, how often it is mentioned, its id in the list.
    is_listed: Vec<bool>,
    mentions: Vec<u32>,
    ids: Vec<Option<SpeakerId>>,
}

impl SpeakerList {
    fn of(
        entities: &Entities<'_>,
        listed: Listed,
        quoted: impl Iterator<Item = EntityId>,
    ) -> SpeakerList {
        let everybody = listed == Listed::All;
        let is_listed = entities.iter().map(|one| everybody || one.is_named);
        let mut list = SpeakerList {
            speakers: Vec::new(),
            is_listed: is_listed.collect(),
            mentions: vec![0; entities.len()],
            ids: vec![None; entities.len()],
        };
        for id in quoted {
            list.is_listed[id.index()] = true;
        }
        let joint = entities.joint.iter().map(|joint| joint.entity);
        for one in entities.referents().flatten().chain(joint) {
            list.mentions[one.index()] += 1;
        }
        let is_speaker = list.is_listed.iter().zip(&list.mentions);
        let speakers = is_speaker.filter(|&(&listed, &mentions)| listed && mentions > 0);
        list.speakers.reserve_exact(speakers.count());
        list
    }

    /// Enters a mention of an entity, and with the first the speaker.
    fn enter(&mut self, entity: EntityId, span: Span, speaker: impl FnOnce(SpeakerId) -> Speaker) {
        if !self.is_listed[entity.index()] {
            return;
        }
        let id = *self.ids[entity.index()].get_or_insert_with(|| {
            let id = SpeakerId::new(self.speakers.len());
            let mut speaker = speaker(id);
            let mentions = self.mentions[entity.index()];
            speaker.mentions.reserve_exact(mentions as usize);
            self.speakers.push(speaker);
            id
        });
        self.speakers[id.index()].mentions.push(span);
    }

    fn finish(mut self) -> (Vec<Speaker>, Vec<Option<SpeakerId>>) {
        for speaker in &mut self.speakers {
            speaker.mentions.sort_unstable();
            speaker.mentions.dedup();
        }
        (self.speakers, self.ids)
    }
}
