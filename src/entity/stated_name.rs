//! Names that the clause after a description gives or withholds.

use crate::analysis::mention::Mentions;
use crate::analysis::{Analysis, ChunkKind};
use crate::ids::{ChunkId, MentionId};
use crate::language::Class;

/// How many chunks the clause of a description is looked through for words that give or withhold a name.
const CLAUSE: usize = 8;

/// The person whose name the clause after a description gives: "Ada Moss" of "a driver, who gave her name only as Ada
/// Moss,".
pub(super) fn after_introduction(
    analysis: &Analysis<'_>,
    mentions: &Mentions,
    chunk: ChunkId,
) -> Option<MentionId> {
    let kind = |chunk: ChunkId| analysis.chunk(chunk).kind;
    let mut after = analysis.siblings_after(chunk).take(CLAUSE).peekable();
    after.next_if(|&comma| kind(comma) == ChunkKind::Comma);
    after.next_if(|&who| kind(who) == ChunkKind::Wh)?;
    let own_name = analysis.language.descriptions.own_name;
    let is_own = |chunk: &ChunkId| analysis.head_word(*chunk).is_one_of(own_name);
    let own = after.find(is_own)?;
    let link = analysis.siblings_after(own).take(CLAUSE).find(|&link| {
        let word = analysis.first_word(link);
        word.is_one_of(analysis.language.sources.before_description)
    })?;
    mentions.of_chunk(analysis.next_sibling(link)?)
}

/// Whether the clause after the last chunk of a description withholds the name of whom it describes: "the manager, who
/// asked not to be named,".
pub(super) fn withholds_name(analysis: &Analysis<'_>, last: ChunkId) -> bool {
    let comma = analysis.next_sibling(last);
    let who = comma.and_then(|comma| analysis.next_sibling(comma));
    let Some((comma, who)) = comma.zip(who) else {
        return false;
    };
    if analysis.chunk(comma).kind != ChunkKind::Comma || analysis.chunk(who).kind != ChunkKind::Wh {
        return false;
    }
    let descriptions = &analysis.language.descriptions;
    analysis.siblings_after(who).take(CLAUSE).any(|chunk| {
        let head = analysis.head_word(chunk);
        let is_named =
            head.is_one_of(descriptions.naming) || head.is_one_of(descriptions.identifying);
        // "who is to be named mayor"
        let has_name = || {
            let next = analysis.next_sibling(chunk);
            next.is_some_and(|next| analysis.chunk(next).kind == ChunkKind::NounPhrase)
        };
        let before = analysis.chunk(chunk).head.previous();
        let is_passive = before.is_some_and(|be| analysis.word(be).is(Class::Be));
        head.is_one_of(descriptions.anonymous) || is_named && is_passive && !has_name()
    })
}
