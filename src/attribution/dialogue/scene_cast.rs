//! Who is on the stage while a line is spoken, in the order in which narration named them.

use super::super::Scene;
use super::line::{self, Line, Who, is_subject};
use super::shortlist::Shortlist;
use crate::entity::novel::Persons;
use crate::gallop::count_leading;
use crate::ids::{ChunkId, EntityId, MentionId, ParagraphId};
use crate::kinds::Gender;

/// How many persons are remembered at once.
const REMEMBERED: usize = 12;

/// A pronoun means somebody named so many paragraphs ago, or later.
const LATELY: usize = 8;

/// How many mentions behind a line are looked at.
const NEAR: usize = 12;

/// Somebody whom the narration named.
#[derive(Clone, Copy, Debug)]
pub(super) struct Participant {
    pub(super) person: EntityId,
    /// The paragraph of the last mention.
    pub(super) paragraph: ParagraphId,
    /// The chunk that was a subject last, if one was.
    pub(super) subject: Option<ChunkId>,
    /// How much narration speaks of them, at the last mention.
    heat: f32,
}

impl Participant {
    /// How much narration has spoken of them of late; what it said counts half so much three
    /// paragraphs later.
    pub(super) fn heat_at(&self, paragraph: ParagraphId) -> f32 {
        // One half to the power of no, one and two thirds.
        const THIRDS: [f32; 3] = [1.0, 0.793_700_5, 0.629_960_5];
        let ago = paragraph.since(self.paragraph).min(60);
        self.heat * THIRDS[ago % 3] / (1 << (ago / 3)) as f32
    }
}

/// Whom a pronoun in a cue could mean, of those on the stage with whom it agrees.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Meant {
    /// The one named last.
    pub(super) nearest: Option<EntityId>,
    /// The one who was a subject last.
    pub(super) subject: Option<EntityId>,
    /// The one of whom narration spoke most of late.
    pub(super) salient: Option<EntityId>,
    /// The only one named of late.
    pub(super) only: Option<EntityId>,
}

/// What narration said beside a line, within its paragraph or right before and behind it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Beats {
    pub(super) before: Who,
    pub(super) behind: Who,
    /// The last subject of narration before the paragraph, the first one behind it.
    pub(super) narrated_before: Who,
    pub(super) narrated_behind: Who,
}

/// The stage, filled as narration is read up to each line.
#[derive(Debug)]
pub(super) struct SceneCast<'a> {
    scene: &'a Scene<'a>,
    persons: &'a Persons,
    /// The last one named stands last.
    pub(super) mentions: Vec<Participant>,
    /// The next mention of the text to read.
    next: usize,
    /// The last subject, and its chunk.
    last_subject: Option<(ChunkId, Who)>,
}

impl<'a> SceneCast<'a> {
    pub(super) fn new(scene: &'a Scene<'a>, persons: &'a Persons) -> SceneCast<'a> {
        SceneCast {
            scene,
            persons,
            mentions: Vec::new(),
            next: 0,
            last_subject: None,
        }
    }

    fn paragraph(&self, chunk: ChunkId) -> ParagraphId {
        let analysis = self.scene.analysis;
        analysis.paragraph_of[analysis.sentence_of[chunk.index()].index()]
    }

    /// Reads the narration up to a chunk.
    pub(super) fn read_to(&mut self, chunk: ChunkId) {
        let all = &self.scene.mentions.all;
        while let Some(mention) = all.get(self.next)
            && mention.chunk < chunk
        {
            let number = MentionId::new(self.next);
            self.next += 1;
            if self.scene.analysis.enclosing[mention.chunk.index()].is_some() {
                continue;
            }
            let who = Who::of(self.scene, self.persons, number);
            let subject = is_subject(self.scene, mention);
            let person = match who {
                Who::Person(person) => Some(person),
                Who::Agreeing(gender) => self.nearest(gender),
                Who::Other | Who::Nobody => None,
            };
            if subject {
                let who = line::subject(self.scene, self.persons, number);
                if who != Who::Nobody {
                    self.last_subject = Some((mention.chunk, who));
                }
            }
            if let Some(person) = person
                && self.persons.get(person).is_person
            {
                self.name(person, mention.chunk, subject);
            }
        }
    }

    fn name(&mut self, person: EntityId, chunk: ChunkId, subject: bool) {
        let paragraph = self.paragraph(chunk);
        let known = self
            .mentions
            .iter()
            .position(|mention| mention.person == person);
        let mut mention = match known {
            Some(known) => self.mentions.remove(known),
            None => Participant {
                person,
                paragraph,
                subject: None,
                heat: 0.0,
            },
        };
        mention.heat = mention.heat_at(paragraph) + if subject { 2.0 } else { 1.0 };
        mention.paragraph = paragraph;
        if subject {
            mention.subject = Some(chunk);
        }
        if self.mentions.len() == REMEMBERED {
            self.mentions.remove(0);
        }
        self.mentions.push(mention);
    }

    /// The one of that gender who was a subject last, else the one named last.
    pub(super) fn nearest(&self, gender: Gender) -> Option<EntityId> {
        let agrees = |person: EntityId| self.persons.get(person).gender == Some(gender);
        let agreeing = self
            .mentions
            .iter()
            .filter(|mention| agrees(mention.person));
        agreeing
            .max_by_key(|mention| mention.subject)
            .map(|mention| mention.person)
    }

    /// Of whom of some persons narration spoke most of late, and of whom then.
    pub(super) fn salient(&self, among: &Shortlist, here: ParagraphId) -> [Option<EntityId>; 2] {
        let mut best: [(f32, Option<EntityId>); 2] = [(0.5, None); 2];
        for mention in &self.mentions {
            let heat = mention.heat_at(here);
            if heat > best[1].0 && among.has(mention.person) {
                best[1] = (heat, Some(mention.person));
                if heat > best[0].0 {
                    best.swap(0, 1);
                }
            }
        }
        best.map(|(_, person)| person)
    }

    /// Whom of some persons a pronoun could mean.
    pub(super) fn meant(&self, gender: Gender, among: &Shortlist, here: ParagraphId) -> Meant {
        let agrees = |person: EntityId| {
            Gender::agree(self.persons.get(person).gender, Some(gender))
                && self.persons.narrator != Some(person)
                && among.has(person)
        };
        let (mut meant, mut latest, mut most, mut lately) = (Meant::default(), None, 0.0, 0);
        let latest_first = self.mentions.iter().rev();
        for mention in latest_first.filter(|mention| agrees(mention.person)) {
            let person = Some(mention.person);
            meant.nearest = meant.nearest.or(person);
            if meant.subject.is_none() || mention.subject >= latest {
                (meant.subject, latest) = (person, mention.subject);
            }
            let heat = mention.heat_at(here);
            if meant.salient.is_none() || heat >= most {
                (meant.salient, most) = (person, heat);
            }
            if here.since(mention.paragraph) <= LATELY {
                lately += 1;
                meant.only = person.filter(|_| lately == 1);
            }
        }
        meant
    }

    /// The subjects beside a line; `from` is the end of the line before.
    pub(super) fn beats(&self, line: &Line, from: ChunkId, next: Option<&Line>) -> Beats {
        let until = next.map(|next| next.opening);
        let behind = self.subject_behind(line, until, line.last_paragraph);
        let narrated_behind = match next {
            Some(next) if next.first_paragraph <= line.last_paragraph.next() => Who::Nobody,
            _ => self.subject_behind(line, until, line.last_paragraph.next()),
        };
        let mut beats = Beats {
            before: Who::Nobody,
            behind,
            narrated_before: Who::Nobody,
            narrated_behind,
        };
        if let Some((chunk, who)) = self.last_subject
            && chunk >= from
        {
            if self.paragraph(chunk) == line.first_paragraph {
                beats.before = who;
            } else {
                beats.narrated_before = who;
            }
        }
        beats
    }

    /// The first subject behind a line in a paragraph, of the next few mentions.
    fn subject_behind(&self, line: &Line, until: Option<ChunkId>, paragraph: ParagraphId) -> Who {
        let all = &self.scene.mentions.all;
        let within = count_leading(&all[self.next..], |mention| mention.chunk < line.closing);
        let first = self.next + within;
        for (number, mention) in all.iter().enumerate().skip(first).take(NEAR) {
            if until.is_some_and(|until| mention.chunk >= until)
                || self.paragraph(mention.chunk) > paragraph
            {
                break;
            }
            let narrated = self.scene.analysis.enclosing[mention.chunk.index()].is_none();
            if narrated
                && self.paragraph(mention.chunk) == paragraph
                && is_subject(self.scene, mention)
            {
                let who = line::subject(self.scene, self.persons, MentionId::new(number));
                if who != Who::Nobody {
                    return who;
                }
            }
        }
        Who::Nobody
    }
}
