//! Who surely tells what a clause after the verb says.

use crate::analysis::cue::CueCandidate;
use crate::analysis::mention::{Mentions, Nature};
use crate::analysis::{Analysis, ChunkKind, Tag, VerbForm};
use crate::ids::MentionId;
use crate::language::{Class, Frame, Frames};

/// Whoever tells somebody who is the subject, or that something is so: the clerk of "Moss was told by the clerk that it
/// was lost" and of "It was announced by the clerk that it was lost".
pub(in crate::attribution) fn told_by(
    analysis: &Analysis<'_>,
    mentions: &Mentions,
    cue: &CueCandidate,
) -> Option<MentionId> {
    let is_it = || {
        let subject = analysis.previous_sibling(cue.first_chunk);
        subject.is_some_and(|it| analysis.head_word(it).is(Class::Neuter))
    };
    let tells = || cue.facts.takes(Frame::Addressee) && cue.facts.takes(Frame::Strong);
    let is_told = || cue.facts.takes(Frame::That) && cue.facts.takes(Frame::Speech) && is_it();
    if !cue.passive || !(tells() || is_told()) {
        return None;
    }
    let by = analysis.next_sibling(cue.last_chunk)?;
    let is_by = analysis.first_word(by).is_whole(Class::Agent);
    let agent = analysis.next_sibling(by).filter(|_| is_by)?;
    let mention = mentions.of_chunk(agent)?;
    let leads_on = || {
        let after = analysis.next_sibling(agent);
        after.is_some_and(|that| {
            let first = analysis.first_word(that);
            first.is_whole(Class::Complementizer)
        })
    };
    let teller = &mentions.all[mention.index()];
    let head = analysis.word(teller.head);
    // "were told by letter"
    let is_phrase = matches!(
        analysis.word(teller.first).tag,
        Tag::Determiner | Tag::Possessive
    );
    let may_tell = match teller.nature {
        Nature::Thing => {
            is_phrase && (!is_it() || leads_on()) && !head.is(Class::Thing) && head.tag != Tag::Time
        }
        nature => nature != Nature::Document,
    };
    may_tell.then_some(mention)
}

/// "It" that tells what is so, as studies and firms do: "It found that half of them snore".
pub(in crate::attribution) fn it_tells(
    analysis: &Analysis<'_>,
    mentions: &Mentions,
    cue: &CueCandidate,
) -> Option<MentionId> {
    const REPORTS: Frames = Frames::of(&[Frame::Speech, Frame::Thought]);
    let it = analysis.previous_sibling(cue.first_chunk)?;
    let that = analysis.next_sibling(cue.last_chunk)?;
    let is_it = analysis.head_word(it).is(Class::Neuter)
        && analysis.chunk(it).kind == ChunkKind::NounPhrase;
    let leads = analysis.first_word(that).is_whole(Class::Complementizer);
    let tells = cue.form == VerbForm::Finite
        && !cue.passive
        && cue.facts.is(Class::Report)
        && cue.facts.takes(Frame::That)
        && !cue.facts.takes(Frame::Weak)
        && cue.facts.frames.any(REPORTS);
    mentions.of_chunk(it).filter(|_| is_it && leads && tells)
}
