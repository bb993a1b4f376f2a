//! Beats: what somebody does in narration beside a line, who is then likely to speak it.

use super::line::Line;
use super::referent::{Referent, is_subject};
use crate::attribution::scene::Scene;
use crate::entity::Entities;
use crate::gallop::count_leading;
use crate::ids::{ChunkId, MentionId, ParagraphId};

/// How many mentions behind a line are looked at. This bounds the work.
const FARTHEST: usize = 12;

/// The subjects of narration beside a line: “Anne nodded. “No.””
#[derive(Clone, Copy, Debug)]
pub(super) struct Beats {
    /// The last subject before the line, and the first one behind it, in its paragraph.
    pub(super) before: Referent,
    pub(super) behind: Referent,
    /// The last subject before the paragraph, and the first one in the next paragraph.
    pub(super) narrated_before: Referent,
    pub(super) narrated_behind: Referent,
}

/// A subject of narration.
#[derive(Clone, Copy, Debug)]
pub(super) struct Subject {
    pub(super) chunk: ChunkId,
    pub(super) paragraph: ParagraphId,
    pub(super) referent: Referent,
}

/// A line with those beside it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Neighbours<'a> {
    pub(super) before: Option<&'a Line>,
    pub(super) line: &'a Line,
    pub(super) next: Option<&'a Line>,
}

impl Beats {
    /// The subjects beside a line. `last` is the last one of the text before it, and `mentions` the
    /// first mention from there on.
    pub(super) fn beside(
        scene: &Scene<'_>,
        persons: &Entities<'_>,
        Neighbours { before, line, next }: Neighbours<'_>,
        last: Option<Subject>,
        mentions: MentionId,
    ) -> Beats {
        let search = Search {
            scene,
            persons,
            mentions,
            line,
            until: next.map(|next| next.opening),
        };
        let is_far = |next: &Line| next.first_paragraph > line.last_paragraph.next();
        let mut beats = Beats {
            before: Referent::Unknown,
            behind: search.first_subject(line.last_paragraph),
            narrated_before: Referent::Unknown,
            narrated_behind: if next.is_none_or(is_far) {
                search.first_subject(line.last_paragraph.next())
            } else {
                Referent::Unknown
            },
        };
        let is_between =
            |subject: &Subject| before.is_none_or(|before| subject.chunk >= before.closing);
        if let Some(subject) = last.filter(is_between) {
            if subject.paragraph == line.first_paragraph {
                beats.before = subject.referent;
            } else {
                beats.narrated_before = subject.referent;
            }
        }
        beats
    }
}

/// A search for subjects behind a line.
struct Search<'a> {
    scene: &'a Scene<'a>,
    persons: &'a Entities<'a>,
    mentions: MentionId,
    line: &'a Line,
    /// The opening of the next line.
    until: Option<ChunkId>,
}

impl Search<'_> {
    /// The first subject behind the line in a paragraph.
    fn first_subject(&self, paragraph: ParagraphId) -> Referent {
        let scene = self.scene;
        let all = &scene.mentions.all;
        let ahead = &all[self.mentions.index()..];
        let within = count_leading(ahead, |mention| mention.chunk < self.line.first_closing);
        let first = self.mentions.plus(within);
        let ids = first.up_to(MentionId::new(all.len()));
        for (id, mention) in ids.zip(&ahead[within..]).take(FARTHEST) {
            let is_beyond = self.until.is_some_and(|until| mention.chunk >= until);
            let here = scene.paragraph_of(mention.chunk);
            if is_beyond || here > paragraph {
                break;
            }
            let is_narrated = scene.analysis.enclosing[mention.chunk.index()].is_none();
            if is_narrated && here == paragraph && is_subject(scene, mention) {
                let referent = Referent::of_subject(scene, self.persons, id);
                if referent != Referent::Unknown {
                    return referent;
                }
            }
        }
        Referent::Unknown
    }
}
