//! Descriptions of people as a story gives them: "the old man", "her mother".

use super::{salience, usage};
use crate::analysis::mention::{Mention, Mentions, Nature};
use crate::analysis::{Analysis, ChunkKind, Tag};
use crate::ids::ChunkId;
use crate::kinds::MentionKind;
use crate::language::{Class, Classes};

/// Writes the words of a description in lower case, without its article and the ending of a possessive, into `key`.
pub(super) fn write_key(analysis: &Analysis<'_>, mention: &Mention, key: &mut String) {
    let end = mention.end_with_head();
    key.clear();
    for at in mention.first.up_to(end) {
        if at == mention.first && at < mention.head && analysis.word(at).tag == Tag::Determiner {
            continue;
        }
        if !key.is_empty() {
            key.push(' ');
        }
        let mut word = analysis.token_text(at);
        if at.next() == end {
            word = &word[..analysis.word(at).base as usize];
        }
        if word.is_ascii() {
            let first = key.len();
            key.push_str(word);
            key[first..].make_ascii_lowercase();
        } else {
            key.push_str(&word.to_lowercase());
        }
    }
}

/// "the colonel", not "a colonel" or "his colonel"
pub(super) fn is_definite(analysis: &Analysis<'_>, mention: &Mention) -> bool {
    mention.first < mention.head && analysis.word(mention.first).is_whole(Class::Definite)
}

/// Whether a description of narration tells what somebody is or is like and means nobody besides: "he was a small man", "like
/// a king", not "it was a small man" and "as a man came in".
pub(super) fn is_nobody(analysis: &Analysis<'_>, mention: &Mention) -> bool {
    let words = &analysis.language.descriptions;
    let is_indefinite = mention.first < mention.head
        && !mention.possessor
        && analysis.enclosing[mention.chunk.index()].is_none()
        && analysis.word(mention.first).is_one_of(words.indefinite);
    let Some(before) = analysis
        .previous_sibling(mention.chunk)
        .filter(|_| is_indefinite)
    else {
        return false;
    };
    let is_verb = |chunk: ChunkId| matches!(analysis.chunk(chunk).kind, ChunkKind::VerbGroup(_));
    let head = analysis.head_word(before);
    if is_verb(before) && (head.tag == Tag::Be || head.is_one_of(words.becoming)) {
        let subject = analysis.previous_sibling(before);
        return subject.is_some_and(|subject| {
            let subject = analysis.head_word(subject);
            let is_pronoun = subject.is(Class::SubjectPronoun) && !subject.is_whole(Class::Neuter);
            is_pronoun || subject.tag == Tag::Name
        });
    }
    let acts = analysis.next_sibling(mention.chunk).is_some_and(is_verb);
    !acts && analysis.first_word(before).is_one_of(words.comparing)
}

/// What a description describes: a noun for a person may mean none.
pub(super) fn nature(analysis: &Analysis<'_>, mention: &Mention) -> Nature {
    match mention.nature {
        Nature::Person if !is_somebody(analysis, mention) => Nature::Open,
        Nature::Thing if speaks(analysis, mention) => Nature::Person,
        nature => nature,
    }
}

/// Whether a thing says something as people do: "the dragon", not "the answer" or "a voice".
fn speaks(analysis: &Analysis<'_>, mention: &Mention) -> bool {
    const SPEECH: Classes = Classes::of(&[Class::ReportNoun, Class::Beat, Class::Document]);
    !mention.plural
        && !mention.possessor
        && is_definite(analysis, mention)
        && !analysis.word(mention.head).is_any(SPEECH)
        && usage::is_beside_quotation(analysis, mention)
        && salience::has_strong_verb_beside(analysis, mention)
}

/// Whether a noun for a person means one: not "her head", not "everyone", and not "dear" alone.
fn is_somebody(analysis: &Analysis<'_>, mention: &Mention) -> bool {
    const NOUNS: Classes = Classes::of(&[Class::Noun, Class::Demonym]);
    let word = analysis.word(mention.head);
    !word.is(Class::Quantifier)
        && (!word.is(Class::Adjective) || word.is_any(NOUNS))
        && !analysis
            .language
            .descriptions
            .things
            .contains(&analysis.token_text(mention.head))
}

/// Whether a thing is somebody's: "Anna's voice", "his answer".
pub(super) fn is_part(analysis: &Analysis<'_>, mentions: &Mentions, mention: &Mention) -> bool {
    !matches!(mention.nature, Nature::Person | Nature::Group)
        && (mentions.possessor_of(mention.chunk).is_some()
            || analysis.first_word(mention.chunk).tag == Tag::Possessive)
}

/// Whether the mention is a common noun that can be somebody.
pub(super) fn is_description(analysis: &Analysis<'_>, mention: &Mention) -> bool {
    mention.kind != MentionKind::Pronoun
        && mention.name.0 >= mention.name.1
        && (matches!(mention.nature, Nature::Person | Nature::Group)
            || usage::is_beside_quotation(analysis, mention))
}
