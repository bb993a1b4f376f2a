//! What the text has told of each entity so far.

use smallvec::SmallVec;

use super::role::{self, Role};
use crate::analysis::Analysis;
use crate::analysis::mention::Mention;
use crate::entity::salience;
use crate::ids::{ChunkId, EntityId, MentionId, ParagraphId, SentenceId};
use crate::kinds::{Gender, MentionKind};

/// By what a mention calls somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    FullName,
    PartOfName,
    Description,
    Pronoun,
}

impl Form {
    fn of(mention: &Mention) -> Form {
        match mention.kind {
            MentionKind::Pronoun => Form::Pronoun,
            _ if !mention.is_named() => Form::Description,
            _ if mention.name.0.next() < mention.name.1 => Form::FullName,
            _ => Form::PartOfName,
        }
    }
}

/// What the text has told of one entity so far.
#[derive(Clone, Copy, Debug)]
pub(super) struct Track {
    /// Where it was mentioned last; what a quotation names counts only where narration has not just named it.
    pub(super) last: Location,
    pub(super) role: Role,
    pub(super) form: Form,
    pub(super) is_quoted: bool,
    /// How often it was mentioned, in all and in its last paragraph.
    pub(super) count: u32,
    pub(super) count_in_paragraph: u32,
    pub(super) first: SentenceId,
    /// Where it was a subject last, where it spoke last, and where a name named it last.
    pub(super) subject_in: Option<SentenceId>,
    pub(super) spoke_in: Option<SentenceId>,
    pub(super) named_in: Option<SentenceId>,
    /// Where it was told or asked something last.
    pub(super) addressed_in: Option<SentenceId>,
    /// The last paragraph in whose first sentence it was the subject.
    pub(super) leads: Option<ParagraphId>,
    /// Whose it is by the phrase that mentioned it first: "his lawyer, Ada Moss".
    pub(super) owner: Option<EntityId>,
}

/// Where a mention stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Location {
    pub(super) mention: MentionId,
    pub(super) chunk: ChunkId,
    pub(super) sentence: SentenceId,
    pub(super) paragraph: ParagraphId,
}

impl Location {
    pub(super) fn of(analysis: &Analysis<'_>, number: MentionId, chunk: ChunkId) -> Location {
        Location {
            mention: number,
            chunk,
            sentence: analysis.sentence_of[chunk.index()],
            paragraph: analysis.paragraph(chunk),
        }
    }

    /// Whether it stands in the first sentence of its paragraph.
    pub(super) fn is_in_first_sentence(&self, analysis: &Analysis<'_>) -> bool {
        self.sentence
            .previous()
            .is_none_or(|before| analysis.paragraph_of[before.index()] != self.paragraph)
    }
}

/// Of how many entities that are mentioned most it is known that they are.
const PROMINENT: usize = 6;
/// Within how many sentences after narration named somebody a quotation that does tells nothing new.
const JUST_NAMED: usize = 1;

/// What the text has told of all entities so far.
#[derive(Debug, Default)]
pub(in crate::entity) struct History {
    /// By the position of the entity.
    tracks: Vec<Option<Track>>,
    /// Those mentioned most, in no order.
    prominent: SmallVec<[EntityId; PROMINENT]>,
    /// How often the one mentioned most was.
    pub(super) most: u32,
    pub(super) last_subject: Option<EntityId>,
    pub(super) last_speaker: Option<EntityId>,
    pub(super) last_addressee: Option<EntityId>,
    /// Whom "he" and "she" meant last, and where.
    last_he: Option<(EntityId, SentenceId)>,
    last_she: Option<(EntityId, SentenceId)>,
}

impl History {
    pub(super) fn of(&self, entity: EntityId) -> Option<&Track> {
        self.tracks.get(entity.index())?.as_ref()
    }

    /// Whether the text has mentioned somebody.
    pub(in crate::entity) fn knows(&self, entity: EntityId) -> bool {
        self.of(entity).is_some()
    }

    /// Those mentioned most.
    pub(in crate::entity) fn prominent(&self) -> impl Iterator<Item = EntityId> {
        self.prominent.iter().copied()
    }

    /// Whom a pronoun of this gender meant last, and where.
    pub(in crate::entity) fn last_pronoun(
        &self,
        gender: Option<Gender>,
    ) -> Option<(EntityId, SentenceId)> {
        match gender {
            Some(Gender::Male) => self.last_he,
            Some(Gender::Female) => self.last_she,
            _ => None,
        }
    }

    /// Takes over that narration meant somebody by a pronoun.
    pub(in crate::entity) fn note_pronoun(
        &mut self,
        entity: EntityId,
        gender: Option<Gender>,
        sentence: SentenceId,
    ) {
        match gender {
            Some(Gender::Male) => self.last_he = Some((entity, sentence)),
            Some(Gender::Female) => self.last_she = Some((entity, sentence)),
            _ => {}
        }
    }

    /// Takes over that a phrase was the first to mention somebody, and said whose they are.
    pub(in crate::entity) fn note_owner(&mut self, entity: EntityId, owner: EntityId) {
        if let Some(Some(track)) = self.tracks.get_mut(entity.index()) {
            track.owner.get_or_insert(owner);
        }
    }

    /// Takes over a mention.
    pub(in crate::entity) fn note(
        &mut self,
        analysis: &Analysis<'_>,
        number: MentionId,
        mention: &Mention,
        entity: EntityId,
    ) {
        let location = Location::of(analysis, number, mention.chunk);
        let role = Role::of(analysis, mention);
        let is_quoted = analysis.enclosing[mention.chunk.index()].is_some();
        let form = Form::of(mention);
        let acts = role == Role::Subject && !is_quoted;
        let speaks = acts && salience::has_strong_verb_beside(analysis, mention);
        if acts {
            self.last_subject = Some(entity);
        }
        if speaks {
            self.last_speaker = Some(entity);
        }
        let is_addressed = !is_quoted && role::is_addressed(analysis, mention);
        if is_addressed {
            self.last_addressee = Some(entity);
        }
        let track = self.track(entity, location);
        track.count += 1;
        let is_just_named = track.count > 1
            && !track.is_quoted
            && track.last.sentence.plus(JUST_NAMED) >= location.sentence;
        if !is_quoted || !is_just_named {
            track.move_to(location);
            (track.role, track.form, track.is_quoted) = (role, form, is_quoted);
        }
        if matches!(form, Form::FullName | Form::PartOfName) {
            track.named_in = Some(location.sentence);
        }
        if acts {
            track.subject_in = Some(location.sentence);
            if location.is_in_first_sentence(analysis) {
                track.leads = Some(location.paragraph);
            }
        }
        if speaks {
            track.spoke_in = Some(location.sentence);
        }
        if is_addressed {
            track.addressed_in = Some(location.sentence);
        }
        self.count(entity);
    }

    /// Takes over that "his" in a phrase of narration means somebody.
    pub(in crate::entity) fn note_possessive(
        &mut self,
        analysis: &Analysis<'_>,
        number: MentionId,
        mention: &Mention,
        entity: EntityId,
    ) {
        let location = Location::of(analysis, number, mention.chunk);
        let track = self.track(entity, location);
        track.count += 1;
        if track.last.sentence == location.sentence {
            track.count_in_paragraph += 1;
        } else {
            track.move_to(location);
            (track.role, track.form) = (Role::Owner, Form::Pronoun);
        }
        track.is_quoted = false;
        self.count(entity);
    }

    /// The track of an entity, begun at a location if there is none.
    fn track(&mut self, entity: EntityId, location: Location) -> &mut Track {
        if self.tracks.len() <= entity.index() {
            self.tracks.resize(entity.index() + 1, None);
        }
        self.tracks[entity.index()].get_or_insert(Track {
            last: location,
            role: Role::Other,
            form: Form::Pronoun,
            is_quoted: false,
            count: 0,
            count_in_paragraph: 0,
            first: location.sentence,
            subject_in: None,
            spoke_in: None,
            named_in: None,
            addressed_in: None,
            leads: None,
            owner: None,
        })
    }

    /// Keeps an entity among those mentioned most if it is one of them.
    fn count(&mut self, entity: EntityId) {
        let count = |entity: EntityId| self.of(entity).map_or(0, |track| track.count);
        let own = count(entity);
        let full = self.prominent.len() == PROMINENT;
        let least = self.prominent.iter().enumerate();
        let least = least.min_by_key(|&(_, &entity)| count(entity));
        match least {
            _ if self.prominent.contains(&entity) => {}
            Some((at, &other)) if full => {
                if own > count(other) {
                    self.prominent[at] = entity;
                }
            }
            _ => self.prominent.push(entity),
        }
        self.most = self.most.max(own);
    }
}

impl Track {
    /// Moves the last mention to another location.
    fn move_to(&mut self, location: Location) {
        if self.last.paragraph != location.paragraph {
            self.count_in_paragraph = 0;
        }
        self.count_in_paragraph += 1;
        self.last = location;
    }
}
