//! What a mention is in its clause.

use crate::analysis::cue::is_passive;
use crate::analysis::mention::Mention;
use crate::analysis::{Analysis, ChunkKind};
use crate::entity::salience;
use crate::ids::ChunkId;
use crate::language::Frame;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    Subject,
    Object,
    AfterPreposition,
    /// Moss of "Moss's plan", whoever "his" means in "his plan".
    Owner,
    Other,
}

impl Role {
    pub(super) fn of(analysis: &Analysis<'_>, mention: &Mention) -> Role {
        let kind = |chunk: ChunkId| analysis.chunk(chunk).kind;
        let is_verb = |chunk: ChunkId| matches!(kind(chunk), ChunkKind::VerbGroup(_));
        if mention.possessor {
            return Role::Owner;
        }
        if analysis.next_sibling(mention.chunk).is_some_and(is_verb) {
            return Role::Subject;
        }
        match analysis.previous_sibling(mention.chunk) {
            None => Role::Subject,
            Some(before) if kind(before) == ChunkKind::Preposition => Role::AfterPreposition,
            Some(verb) if is_verb(verb) && is_inverted(analysis, mention, verb) => Role::Subject,
            Some(verb) if is_verb(verb) => Role::Object,
            Some(_) => Role::Other,
        }
    }
}

/// Whether a verb between a quotation and a mention reports what that says: “…,” said Moss.
fn is_inverted(analysis: &Analysis<'_>, mention: &Mention, verb: ChunkId) -> bool {
    let before = analysis.previous_sibling(verb);
    before.is_some_and(|before| matches!(analysis.chunk(before).kind, ChunkKind::Opening(_)))
        && salience::has_strong_verb_beside(analysis, mention)
}

/// Whether somebody is told or asked something: Moss of "told Moss", "said to Moss", "Moss was asked".
pub(super) fn is_addressed(analysis: &Analysis<'_>, mention: &Mention) -> bool {
    let takes = |verb: ChunkId, frame: Frame| {
        salience::is_report(analysis, verb) && analysis.head_word(verb).facts.takes(frame)
    };
    if mention.possessor {
        return false;
    }
    if let Some(verb) = analysis.next_sibling(mention.chunk)
        && takes(verb, Frame::Addressee)
        && is_passive(analysis, analysis.chunk(verb))
    {
        return true;
    }
    let Some(before) = analysis.previous_sibling(mention.chunk) else {
        return false;
    };
    match analysis.chunk(before).kind {
        ChunkKind::VerbGroup(_) => {
            takes(before, Frame::Addressee)
                && !is_passive(analysis, analysis.chunk(before))
                && !is_inverted(analysis, mention, before)
        }
        ChunkKind::Preposition => analysis.previous_sibling(before).is_some_and(|verb| {
            let to = analysis.language.cues.before_addressee;
            analysis.first_word(before).is_one_of(to) && takes(verb, Frame::ToAddressee)
        }),
        _ => false,
    }
}

/// How many chunks before an object the subject of its verb is looked for.
const FARTHEST_SUBJECT: usize = 14;

/// The subject of the verb whose object, or whose phrase, a chunk is: Moss for "her" of "Moss, who came on Friday, told her".
pub(super) fn subject_of_verb_before(analysis: &Analysis<'_>, chunk: ChunkId) -> Option<ChunkId> {
    let kind = |chunk: ChunkId| analysis.chunk(chunk).kind;
    let begins = |chunk: ChunkId| {
        analysis.previous_sibling(chunk).is_none_or(|before| {
            !matches!(
                kind(before),
                ChunkKind::Preposition | ChunkKind::VerbGroup(_)
            )
        })
    };
    let (mut has_verb, mut is_parenthesis) = (false, false);
    for before in analysis.siblings_before(chunk).take(FARTHEST_SUBJECT) {
        match kind(before) {
            ChunkKind::VerbGroup(_) => has_verb = true,
            ChunkKind::Comma if has_verb => is_parenthesis = !is_parenthesis,
            ChunkKind::NounPhrase if has_verb && !is_parenthesis && begins(before) => {
                return Some(before);
            }
            ChunkKind::Stop | ChunkKind::Semicolon => return None,
            ChunkKind::Subordinator | ChunkKind::Wh if !has_verb => return None,
            _ => {}
        }
    }
    None
}
