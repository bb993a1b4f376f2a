//! Whom the pronouns of a story's narration mean, as it is read.
//!
//! The weights are those that choose whom a pronoun of news means. In a story whose names are known from the start, "he" means
//! one who is known to be a man; and only narration makes those forgotten of whom it tells no more, not what is said between.

use std::collections::VecDeque;

use smallvec::SmallVec;

use super::antecedent::{self, Anaphor, AntecedentRanker, AntecedentWeights, Rivals};
use super::attention::Attention;
use super::entities::Entities;
use super::gender::possessive;
use super::salience;
use crate::analysis::mention::{Mention, Mentions, Nature};
use crate::analysis::{Analysis, Tag};
use crate::ids::{ChunkId, EntityId, MentionId, SentenceId};
use crate::kinds::{Gender, MentionKind};

/// Of how many mentions it is remembered whom they mean: more than stand between a line and the pronouns before it.
const REMEMBERED: usize = 32;
/// What a line adds to the salience of whoever probably speaks it, as a reporting verb does to that of its subject.
const SPEAKING: f32 = 1.0;

/// Those whom a pronoun or a possessive may mean, each with its probability, the likeliest first.
pub(crate) type Likely = SmallVec<[(EntityId, f32); 4]>;

/// A mention of narration that was read.
#[derive(Debug)]
struct ReadMention {
    id: MentionId,
    person: Option<EntityId>,
    /// Of a pronoun, or of the possessive in a phrase.
    likely: Likely,
}

/// Narration, read up to some mention.
#[derive(Debug)]
pub(crate) struct Narration<'a> {
    analysis: &'a Analysis<'a>,
    mentions: &'a Mentions,
    entities: &'a Entities<'a>,
    /// Read where there is a choice.
    weights: fn() -> &'static AntecedentWeights,
    attention: Attention,
    /// The last mentions that were read.
    last: VecDeque<ReadMention>,
    /// The next mention to read.
    next: MentionId,
    /// The last sentence of narration, and how many there were.
    sentence: Option<SentenceId>,
    sentences: usize,
}

impl<'a> Narration<'a> {
    pub(crate) fn new(
        analysis: &'a Analysis<'a>,
        mentions: &'a Mentions,
        entities: &'a Entities<'a>,
        weights: fn() -> &'static AntecedentWeights,
    ) -> Narration<'a> {
        Narration {
            analysis,
            mentions,
            entities,
            weights,
            attention: Attention::new(),
            last: VecDeque::with_capacity(REMEMBERED),
            next: MentionId::FIRST,
            sentence: None,
            sentences: 0,
        }
    }

    /// Reads the next mention and tells whom it means, if that is known or the mention is a pronoun of narration.
    pub(crate) fn read(&mut self) -> Option<EntityId> {
        let (analysis, id) = (self.analysis, self.next);
        let mention = &self.mentions.all[id.index()];
        self.next = id.next();
        let is_quoted = analysis.enclosing[mention.chunk.index()].is_some();
        let mut likely = Likely::new();
        if !is_quoted {
            self.advance(mention);
            likely = self.read_anaphor(id, mention);
        }
        let person = self.entities.of_mention(id).or_else(|| {
            let is_pronoun = mention.kind == MentionKind::Pronoun;
            likely.first().filter(|_| is_pronoun).map(|&(id, _)| id)
        });
        if let Some(person) = person {
            let is_first = !self.attention.history.knows(person);
            self.attention.history.note(analysis, id, mention, person);
            let weight = salience::weight(analysis, mention, is_first);
            self.attention.salience.mention(person, weight);
        }
        if self.last.len() == REMEMBERED {
            self.last.pop_front();
        }
        self.last.push_back(ReadMention { id, person, likely });
        person
    }

    /// Lets the salience of all sink where a mention stands in another sentence than the one before.
    fn advance(&mut self, mention: &Mention) {
        let sentence = self.analysis.sentence_of[mention.chunk.index()];
        if self.sentence != Some(sentence) {
            self.sentence = Some(sentence);
            self.sentences += 1;
            let sentences = SentenceId::new(self.sentences);
            self.attention.salience.advance(sentences);
        }
    }

    /// Finds whom a pronoun or the possessive in a phrase may mean, and takes over that it means the likeliest.
    fn read_anaphor(&mut self, id: MentionId, mention: &Mention) -> Likely {
        let Some(gender) = self.gender(id, mention) else {
            return Likely::new();
        };
        let likely = self.likely(id, mention, gender);
        if let Some(&(person, _)) = likely.first() {
            let (analysis, attention) = (self.analysis, &mut self.attention);
            if mention.kind == MentionKind::Pronoun {
                let sentence = analysis.sentence_of[mention.chunk.index()];
                attention.note_pronoun(person, Some(gender), sentence);
            } else {
                attention.note_possessive(analysis, (id, mention), (person, gender));
            }
        }
        likely
    }

    /// The gender of a pronoun that means nobody by itself, or of the possessive in a phrase.
    fn gender(&self, id: MentionId, mention: &Mention) -> Option<Gender> {
        if mention.kind == MentionKind::Pronoun {
            return mention
                .gender
                .filter(|_| self.entities.of_mention(id).is_none());
        }
        let analysis = self.analysis;
        let mut within = mention.first.up_to(mention.head);
        let at = within.find(|&at| analysis.word(at).tag == Tag::Possessive)?;
        possessive(analysis, at)
    }

    /// Whom a pronoun or the possessive in a phrase may mean: what was found when it was read, or what is known so far.
    pub(crate) fn antecedents(&self, id: MentionId) -> Likely {
        if id < self.next {
            let read = self.last.iter().rev().find(|read| read.id == id);
            return read.map_or_else(Likely::new, |read| read.likely.clone());
        }
        let mention = &self.mentions.all[id.index()];
        let gender = self.gender(id, mention);
        gender.map_or_else(Likely::new, |gender| self.likely(id, mention, gender))
    }

    fn likely(&self, id: MentionId, mention: &Mention, gender: Gender) -> Likely {
        let rivals = self.rivals(gender);
        match rivals[..] {
            [] => return Likely::new(),
            [only] => return Likely::from_slice(&[(only.id, 1.0)]),
            _ => {}
        }
        let anaphor = Anaphor {
            analysis: self.analysis,
            number: id,
            mention,
            gender: Some(gender),
            is_possessive: mention.kind != MentionKind::Pronoun,
        };
        let of_chunk = |chunk| self.meant_by(chunk);
        let history = &self.attention.history;
        let candidates = antecedent::candidates(anaphor, &rivals, history, of_chunk);
        AntecedentRanker::probabilities((self.weights)(), &candidates)
    }

    /// Those who agree: who is known to be a man or a woman, or where none is, those of whom that is unknown.
    fn rivals(&self, gender: Gender) -> Rivals<'_> {
        let mut rivals = Rivals::new();
        for wanted in [Some(gender), None] {
            self.attention
                .add_salient(self.entities, &mut rivals, |id, entity| {
                    let is_wanted = entity.nature == Nature::Person
                        && entity.gender == wanted
                        && self.entities.narrator != Some(id);
                    match is_wanted {
                        true => self.attention.fit(id, entity, Some(gender)),
                        false => 0.0,
                    }
                });
            if !rivals.is_empty() {
                break;
            }
        }
        rivals
    }

    /// Whom a chunk that was read of late means.
    fn meant_by(&self, chunk: ChunkId) -> Option<EntityId> {
        let id = self.mentions.of_chunk(chunk)?;
        self.last.iter().rev().find(|read| read.id == id)?.person
    }

    /// Takes over that somebody probably speaks a line up to which the text has been read.
    pub(crate) fn note_speaker(&mut self, person: EntityId) {
        self.attention.salience.mention(person, SPEAKING);
    }

    /// Whom a pronoun of this gender meant last.
    pub(crate) fn last_pronoun(&self, gender: Gender) -> Option<EntityId> {
        let last = self.attention.history.last_pronoun(Some(gender));
        last.map(|(person, _)| person)
    }
}
