//! Whoever is heard before the text says who it is: “…,” a voice called. It was the vicar.

use super::input::AttributionInput;
use crate::analysis::mention::Nature;
use crate::analysis::{Analysis, Tag};
use crate::ids::{ChunkId, MentionId, SentenceId};
use crate::kinds::MentionKind;
use crate::language::{Class, Classes};

/// What is somebody's and speaks for them: an answer, a voice.
pub(super) const SPEECH: Classes = Classes::of(&[Class::ReportNoun, Class::Beat]);

/// How many sentences after that in which a voice is heard the text says whose it was.
const NEAR: usize = 4;

/// The mention by which a sentence after, in the same paragraph, says who a voice or a stranger is.
pub(super) fn revealed(input: &AttributionInput<'_>, id: MentionId) -> Option<MentionId> {
    let analysis = input.analysis;
    let mention = input.mention(id);
    if mention.kind != MentionKind::NounPhrase {
        return None;
    }
    let here = analysis.sentence_of[mention.chunk.index()];
    let is_voice = analysis.word(mention.head).is_any(SPEECH);
    let reach = if is_voice { NEAR } else { 1 };
    here.up_to(here.plus(reach))
        .take_while(|&sentence| analysis.share_paragraph(sentence, here))
        .find_map(|sentence| revealed_after(input, sentence))
}

/// Who it was, as the sentence after another in its paragraph says: “Is it you?” It was the vicar.
pub(super) fn revealed_after(input: &AttributionInput<'_>, here: SentenceId) -> Option<MentionId> {
    let analysis = input.analysis;
    let next = here.next();
    if !analysis.share_paragraph(next, here) {
        return None;
    }
    let it = analysis.sentence_chunks[next.index()];
    let named = after_it_was(analysis, it)?;
    let of = || {
        let of = analysis.next_sibling(named)?;
        let first = analysis.first_word(of);
        analysis
            .next_sibling(of)
            .filter(|_| first.is_whole(Class::Genitive))
    };
    // "It was the voice of the vicar."
    let head = analysis.head_word(named);
    let named = if head.is_any(SPEECH) { of()? } else { named };
    let revealed = input.mentions.of_chunk(named)?;
    let one = input.mention(revealed);
    let is_somebody = match one.nature {
        Nature::Person => true,
        Nature::Open => one.is_named(),
        _ => false,
    };
    is_somebody.then_some(revealed)
}

/// What stands after "it was", if a chunk is that "it".
pub(super) fn after_it_was(analysis: &Analysis<'_>, it: ChunkId) -> Option<ChunkId> {
    let was = analysis
        .next_sibling(it)
        .filter(|_| analysis.head_word(it).is(Class::Neuter))?;
    analysis
        .next_sibling(was)
        .filter(|_| analysis.head_word(was).tag == Tag::Be)
}
