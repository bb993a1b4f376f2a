//! Beats: what somebody does in narration beside a line, who is then likely to speak it.

use super::line::DialogueLine;
use super::referent::{Referent, is_subject};
use crate::attribution::input::AttributionInput;
use crate::entity::Entities;
use crate::gallop::count_leading;
use crate::ids::{ChunkId, EntityId, MentionId, ParagraphId};

/// How many mentions after a line are looked at. This bounds the work.
const FARTHEST: usize = 12;
/// How many mentions before a line and after it are looked through for whom narration names. This bounds the
/// work, too.
const FARTHEST_AROUND: usize = 24;

/// The subjects of narration beside a line: “Anne nodded. “No.””
#[derive(Clone, Copy, Debug)]
pub(super) struct Beats {
    /// The last subject before the line, and the first one after it, in its paragraph.
    pub(super) before: Referent,
    pub(super) after: Referent,
    /// The last subject before the paragraph, and the first one in the next paragraph.
    pub(super) narrated_before: Referent,
    pub(super) narrated_after: Referent,
    /// The first subject before the line in its paragraph.
    pub(super) first: Referent,
    /// The only one whom narration names in the paragraph, and between it and the line before.
    pub(super) only: Option<EntityId>,
    pub(super) narrated_only: Option<EntityId>,
    /// Those of these subjects that are pronouns, or owned by one.
    pub(super) anaphors: Anaphors,
}

/// The subjects beside a line that are pronouns, or owned by one: see [`Beats`].
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Anaphors {
    pub(super) before: Option<MentionId>,
    pub(super) after: Option<MentionId>,
    pub(super) narrated_before: Option<MentionId>,
    pub(super) first: Option<MentionId>,
}

/// A subject of narration.
#[derive(Clone, Copy, Debug)]
pub(super) struct BeatSubject {
    pub(super) mention: MentionId,
    pub(super) chunk: ChunkId,
    pub(super) paragraph: ParagraphId,
    pub(super) referent: Referent,
}

impl BeatSubject {
    /// The mention, if it is a pronoun or owned by one.
    fn anaphor(self) -> Option<MentionId> {
        self.referent.gender().map(|_| self.mention)
    }
}

/// A line with those beside it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Neighbours<'a> {
    pub(super) before: Option<&'a DialogueLine>,
    pub(super) line: &'a DialogueLine,
    pub(super) next: Option<&'a DialogueLine>,
}

impl Beats {
    /// The subjects beside a line. `last` is the last one of the text before it, and `mentions` the
    /// first mention from there on.
    pub(super) fn beside(
        input: &AttributionInput<'_>,
        entities: &Entities<'_>,
        Neighbours { before, line, next }: Neighbours<'_>,
        last: Option<BeatSubject>,
        mentions: MentionId,
    ) -> Beats {
        let search = BeatSearch {
            input,
            entities,
            mentions,
            line,
            until: next.map(|next| next.opening),
        };
        let is_far = |next: &DialogueLine| next.first_paragraph > line.last_paragraph.next();
        let referent = |subject: Option<BeatSubject>| {
            subject.map_or(Referent::Unknown, |subject| subject.referent)
        };
        let after = search.first_subject(line.last_paragraph);
        let mut beats = Beats {
            before: Referent::Unknown,
            after: referent(after),
            narrated_before: Referent::Unknown,
            narrated_after: if next.is_none_or(is_far) {
                referent(search.first_subject(line.last_paragraph.next()))
            } else {
                Referent::Unknown
            },
            first: Referent::Unknown,
            only: None,
            narrated_only: None,
            anaphors: Anaphors {
                after: after.and_then(BeatSubject::anaphor),
                ..Anaphors::default()
            },
        };
        search.read_around(before, &mut beats);
        let is_between =
            |subject: &BeatSubject| before.is_none_or(|before| subject.chunk >= before.closing);
        if let Some(subject) = last.filter(is_between) {
            if subject.paragraph == line.first_paragraph {
                beats.before = subject.referent;
                beats.anaphors.before = subject.anaphor();
            } else {
                beats.narrated_before = subject.referent;
                beats.anaphors.narrated_before = subject.anaphor();
            }
        }
        beats
    }
}

/// A search for subjects after a line.
struct BeatSearch<'a> {
    input: &'a AttributionInput<'a>,
    entities: &'a Entities<'a>,
    mentions: MentionId,
    line: &'a DialogueLine,
    /// The opening of the next line.
    until: Option<ChunkId>,
}

/// Whom some narration names: nobody, one, several.
#[derive(Clone, Copy, Debug, Default)]
struct Named {
    one: Option<EntityId>,
    several: bool,
}

impl Named {
    fn add(&mut self, person: EntityId) {
        self.several |= self.one.is_some_and(|one| one != person);
        self.one = self.one.or(Some(person));
    }

    fn only(self) -> Option<EntityId> {
        self.one.filter(|_| !self.several)
    }
}

impl BeatSearch<'_> {
    /// The person whom a mention of narration names.
    fn narrated(&self, id: MentionId) -> Option<EntityId> {
        let chunk = self.input.mention(id).chunk;
        let is_narrated = self.input.analysis.enclosing[chunk.index()].is_none();
        let person = self.entities.of_mention(id).filter(|_| is_narrated)?;
        self.entities.get(person).is_person().then_some(person)
    }

    /// Enters the first subject in the line's paragraph, if it stands before the line, and whom narration names
    /// alone in that paragraph, and between it and the line before.
    fn read_around(&self, before: Option<&DialogueLine>, beats: &mut Beats) {
        let input = self.input;
        let (mut here, mut earlier) = (Named::default(), Named::default());
        let ids = MentionId::FIRST.up_to(self.mentions).rev();
        for id in ids.take(FARTHEST_AROUND) {
            let mention = input.mention(id);
            if before.is_some_and(|before| mention.chunk < before.closing) {
                break;
            }
            let is_here = input.analysis.paragraph(mention.chunk) == self.line.first_paragraph;
            let named = if is_here { &mut here } else { &mut earlier };
            self.narrated(id).into_iter().for_each(|one| named.add(one));
            let is_narrated = input.analysis.enclosing[mention.chunk.index()].is_none();
            if is_here && is_narrated && is_subject(input, mention) {
                let referent = Referent::of_subject(input, self.entities, id);
                if referent != Referent::Unknown {
                    beats.first = referent;
                    beats.anaphors.first = referent.gender().map(|_| id);
                }
            }
        }
        let ids = self
            .mentions
            .up_to(MentionId::new(input.mentions.all.len()));
        for id in ids.take(FARTHEST_AROUND) {
            let chunk = input.mention(id).chunk;
            let is_beyond = self.until.is_some_and(|until| chunk >= until);
            if is_beyond || input.analysis.paragraph(chunk) > self.line.last_paragraph {
                break;
            }
            self.narrated(id).into_iter().for_each(|one| here.add(one));
        }
        (beats.only, beats.narrated_only) = (here.only(), earlier.only());
    }

    /// The first subject after the line in a paragraph.
    fn first_subject(&self, paragraph: ParagraphId) -> Option<BeatSubject> {
        let input = self.input;
        let all = &input.mentions.all;
        let ahead = &all[self.mentions.index()..];
        let within = count_leading(ahead, |mention| mention.chunk < self.line.first_closing);
        let first = self.mentions.plus(within);
        let ids = first.up_to(MentionId::new(all.len()));
        for (id, mention) in ids.zip(&ahead[within..]).take(FARTHEST) {
            let is_beyond = self.until.is_some_and(|until| mention.chunk >= until);
            let here = input.analysis.paragraph(mention.chunk);
            if is_beyond || here > paragraph {
                break;
            }
            let is_narrated = input.analysis.enclosing[mention.chunk.index()].is_none();
            if is_narrated && here == paragraph && is_subject(input, mention) {
                let referent = Referent::of_subject(input, self.entities, id);
                if referent != Referent::Unknown {
                    return Some(BeatSubject {
                        mention: id,
                        chunk: mention.chunk,
                        paragraph,
                        referent,
                    });
                }
            }
        }
        None
    }
}
