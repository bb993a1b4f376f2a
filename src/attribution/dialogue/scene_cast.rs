//! The cast of a scene: whom narration named of late, in order.

use super::beats::{BeatSubject, Beats, Neighbours};
use super::referent::{Referent, is_subject};
use super::shortlist::Shortlist;
use crate::attribution::input::AttributionInput;
use crate::attribution::models;
use crate::entity::{Entities, Likely, Narration};
use crate::ids::{ChunkId, EntityId, MentionId, ParagraphId};
use crate::kinds::Gender;

/// How many persons are remembered at once. Hardly any scene has more, and this bounds the work.
const MOST: usize = 12;

/// For how many paragraphs somebody counts as named of late. Chosen with the novels of `weights/MODEL.md` in view,
/// as is what follows.
const LATELY: usize = 8;

/// Who was not named in more paragraphs than this comes in anew.
const ABSENCE: usize = 20;

/// What a mention adds to the salience of whom it means, as a subject and otherwise.
const AS_SUBJECT: f32 = 2.0;
const OTHERWISE: f32 = 1.0;
/// Whose salience is not above this is not salient.
const LEAST_SALIENCE: f32 = 0.5;

/// Somebody whom the narration named.
#[derive(Clone, Copy, Debug)]
pub(super) struct Participant {
    pub(super) person: EntityId,
    /// The paragraph of the last mention.
    pub(super) paragraph: ParagraphId,
    /// Where they were named after a long time.
    pub(super) entered: ChunkId,
    /// The chunk where they were a subject last, if they were.
    subject: Option<ChunkId>,
    /// How much narration spoke of them, at the last mention.
    salience: f32,
}

impl Participant {
    /// How much narration has spoken of them of late. It halves every three paragraphs, which was chosen with the novels
    /// of `weights/MODEL.md` in view.
    fn salience_at(&self, paragraph: ParagraphId) -> f32 {
        // One half to the power of no, one and two thirds.
        const THIRDS: [f32; 3] = [1.0, 0.793_700_5, 0.629_960_5];
        /// After so many it is nothing beside what one mention adds.
        const FORGOTTEN: usize = 60;
        let ago = paragraph.since(self.paragraph).min(FORGOTTEN);
        self.salience * THIRDS[ago % THIRDS.len()] / (1 << (ago / THIRDS.len())) as f32
    }
}

/// Whom a pronoun in a cue could mean, of those in the scene with whom it agrees.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Antecedents {
    /// The one named last.
    pub(super) nearest: Option<EntityId>,
    /// The one who was a subject last.
    pub(super) subject: Option<EntityId>,
    /// The one of whom narration spoke most of late.
    pub(super) salient: Option<EntityId>,
    /// The only one named of late.
    pub(super) only: Option<EntityId>,
}

/// The cast, filled as narration is read up to each line.
#[derive(Debug)]
pub(super) struct SceneCast<'a> {
    input: &'a AttributionInput<'a>,
    entities: &'a Entities<'a>,
    /// The one named last stands last.
    participants: Vec<Participant>,
    /// The next mention of the text to read.
    next: MentionId,
    last_subject: Option<BeatSubject>,
    /// What tells whom pronouns mean, read as far.
    narration: Narration<'a>,
}

impl<'a> SceneCast<'a> {
    pub(super) fn new(
        input: &'a AttributionInput<'a>,
        entities: &'a Entities<'a>,
    ) -> SceneCast<'a> {
        SceneCast {
            input,
            entities,
            participants: Vec::with_capacity(MOST),
            next: MentionId::FIRST,
            last_subject: None,
            narration: Narration::new(
                input.analysis,
                input.mentions,
                entities,
                models::antecedents,
            ),
        }
    }

    /// Those in the scene, the one named last first.
    pub(super) fn latest_first(&self) -> impl Iterator<Item = &Participant> {
        self.participants.iter().rev()
    }

    /// Reads the narration up to a chunk.
    pub(super) fn read_to(&mut self, chunk: ChunkId) {
        let input = self.input;
        let ahead = &input.mentions.all[self.next.index()..];
        for mention in ahead.iter().take_while(|mention| mention.chunk < chunk) {
            let id = self.next;
            self.next = id.next();
            let meant = self.narration.read();
            if input.analysis.enclosing[mention.chunk.index()].is_some() {
                continue;
            }
            let paragraph = || input.analysis.paragraph(mention.chunk);
            let is_subject = is_subject(input, mention);
            if is_subject {
                let referent = Referent::of_subject(input, self.entities, id);
                if referent != Referent::Unknown {
                    self.last_subject = Some(BeatSubject {
                        mention: id,
                        chunk: mention.chunk,
                        paragraph: paragraph(),
                        referent,
                    });
                }
            }
            if let Some(person) = meant
                && self.entities.get(person).is_person()
            {
                self.enter(person, paragraph(), mention.chunk, is_subject);
            }
        }
    }

    /// Enters a mention of somebody.
    fn enter(
        &mut self,
        person: EntityId,
        paragraph: ParagraphId,
        chunk: ChunkId,
        is_subject: bool,
    ) {
        let subject = is_subject.then_some(chunk);
        let known = self
            .participants
            .iter()
            .position(|one| one.person == person);
        let mut participant = match known {
            Some(known) => self.participants.remove(known),
            None => Participant {
                person,
                paragraph,
                entered: chunk,
                subject: None,
                salience: 0.0,
            },
        };
        let weight = if subject.is_some() {
            AS_SUBJECT
        } else {
            OTHERWISE
        };
        participant.salience = participant.salience_at(paragraph) + weight;
        if paragraph.since(participant.paragraph) > ABSENCE {
            participant.entered = chunk;
        }
        participant.paragraph = paragraph;
        participant.subject = subject.or(participant.subject);
        if self.participants.len() == MOST {
            self.participants.remove(0);
        }
        self.participants.push(participant);
    }

    /// The one of that gender who was a subject last, else the one named last.
    pub(super) fn nearest(&self, gender: Gender) -> Option<EntityId> {
        let agreeing = self
            .participants
            .iter()
            .filter(|one| self.entities.get(one.person).gender == Some(gender));
        agreeing.max_by_key(|one| one.subject).map(|one| one.person)
    }

    /// The only one of that gender who has a name.
    pub(super) fn only(&self, gender: Gender) -> Option<EntityId> {
        let named = self.participants.iter().filter(|one| {
            let person = self.entities.get(one.person);
            person.is_named && person.gender == Some(gender)
        });
        let mut named = named.map(|one| one.person);
        named.next().filter(|_| named.next().is_none())
    }

    /// Who of some persons narration mentioned most of late, and who second most.
    pub(super) fn salient(&self, among: &Shortlist, here: ParagraphId) -> [Option<EntityId>; 2] {
        let mut best: [(f32, Option<EntityId>); 2] = [(LEAST_SALIENCE, None); 2];
        for one in &self.participants {
            let salience = one.salience_at(here);
            if salience > best[1].0 && among.has(one.person) {
                best[1] = (salience, Some(one.person));
                if salience > best[0].0 {
                    best.swap(0, 1);
                }
            }
        }
        best.map(|(_, person)| person)
    }

    /// Whom of some persons a pronoun could mean.
    pub(super) fn antecedents(
        &self,
        gender: Gender,
        among: &Shortlist,
        here: ParagraphId,
    ) -> Antecedents {
        let agrees = |person: EntityId| {
            Gender::agree(self.entities.get(person).gender, Some(gender))
                && self.entities.narrator != Some(person)
                && among.has(person)
        };
        let mut found = Antecedents::default();
        let (mut last_subject, mut most_salient, mut lately) = (None, 0.0, 0);
        for one in self.latest_first().filter(|one| agrees(one.person)) {
            let person = Some(one.person);
            found.nearest = found.nearest.or(person);
            if found.subject.is_none() || one.subject >= last_subject {
                (found.subject, last_subject) = (person, one.subject);
            }
            let salience = one.salience_at(here);
            if found.salient.is_none() || salience >= most_salient {
                (found.salient, most_salient) = (person, salience);
            }
            if here.since(one.paragraph) <= LATELY {
                lately += 1;
                found.only = person.filter(|_| lately == 1);
            }
        }
        found
    }

    /// Takes over who probably speaks the line up to which the narration has been read.
    pub(super) fn note_speaker(&mut self, person: EntityId) {
        self.narration.note_speaker(person);
    }

    /// Whom a pronoun or a possessive may mean, each with its probability, the likeliest first.
    pub(super) fn likely(&self, anaphor: MentionId) -> Likely {
        self.narration.antecedents(anaphor)
    }

    /// Whom a pronoun of this gender meant last.
    pub(super) fn last_pronoun(&self, gender: Gender) -> Option<EntityId> {
        self.narration.last_pronoun(gender)
    }

    /// The subjects beside a line, up to which the narration has been read.
    pub(super) fn beats(&self, neighbours: Neighbours<'_>) -> Beats {
        Beats::beside(
            self.input,
            self.entities,
            neighbours,
            self.last_subject,
            self.next,
        )
    }
}
