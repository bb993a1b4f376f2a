//! Whose words a quotation without a reporting clause is, since the sentence before it puts a question to somebody: Moss
//! asked her why she stayed. “Out of habit.”

use super::input::AttributionInput;
use super::quote_position::QuotePosition;
use super::report_index::ReportIndex;
use crate::analysis::cue::CueCandidate;
use crate::analysis::mention::Nature;
use crate::analysis::{Analysis, ChunkKind, VerbForm};
use crate::entity::Entities;
use crate::ids::{ChunkId, CueId, MentionId, SentenceId};
use crate::kinds::{CueKind, MentionKind};
use crate::language::{Class, CuePosition, Frame};

/// How probable it is that whoever is asked answers. Set by hand.
pub(super) const CONFIDENCE: f32 = 0.8;

/// How many cues of the sentence before are looked at, and how many chunks of it.
const CUES: usize = 8;
const LONGEST: usize = 64;

/// Whoever is asked in the sentence before a quote that begins its own.
pub(super) fn answerer(
    input: &AttributionInput<'_>,
    entities: &Entities<'_>,
    position: &QuotePosition,
) -> Option<MentionId> {
    let question = position.first_sentence.previous()?;
    if !position.opens_sentence(input) || !is_narration(input, position, question) {
        return None;
    }
    asked(input, entities, question)
        .or_else(|| meant_by_question(input, entities, question))
        .or_else(|| concerned(input, entities, question))
}

/// Whomever a sentence concerns that begins with "for" and a name: For Moss, it is simpler. “I sleep.”
fn concerned(
    input: &AttributionInput<'_>,
    entities: &Entities<'_>,
    sentence: SentenceId,
) -> Option<MentionId> {
    let analysis = input.analysis;
    let first = analysis.sentence_chunks[sentence.index()];
    let mut phrases = analysis.language.cues.phrases.iter();
    let leads = phrases.any(|phrase| {
        phrase.position == CuePosition::LeadingToMarks
            && phrase.words == [analysis.first_word(first).whole()]
    });
    let somebody = analysis.next_sibling(first).filter(|_| leads)?;
    let after = analysis.next_sibling(somebody)?;
    let is_apart = analysis.chunk(after).kind == ChunkKind::Comma;
    let mention = input.mentions.of_chunk(somebody).filter(|_| is_apart)?;
    let is_named = input.mention(mention).is_named();
    (is_named && is_somebody(input, entities, mention)).then_some(mention)
}

/// Whether nothing of a sentence stands in marks that the quote does not stand in as well.
fn is_narration(
    input: &AttributionInput<'_>,
    position: &QuotePosition,
    sentence: SentenceId,
) -> bool {
    let analysis = input.analysis;
    let (first, end) = analysis.sentence_bounds(sentence);
    first.up_to(end).take(LONGEST).all(|chunk| {
        analysis.enclosing[chunk.index()] == position.enclosing
            && !matches!(
                analysis.chunk(chunk).kind,
                ChunkKind::Opening(_) | ChunkKind::Closing(_)
            )
    })
}

/// Whoever is asked by the last verb of a sentence that puts a question.
fn asked(
    input: &AttributionInput<'_>,
    entities: &Entities<'_>,
    sentence: SentenceId,
) -> Option<MentionId> {
    let analysis = input.analysis;
    let (first, end) = analysis.sentence_bounds(sentence);
    let from = input.cues.partition_point(|cue| cue.head_chunk < first);
    let to = from + input.cues[from..].partition_point(|cue| cue.head_chunk < end);
    let asking = |number: &usize| puts_question(input, &input.cues[*number]);
    let number = (from..to).rev().take(CUES).find(asking)?;
    let cue = input.cue(CueId::new(number));
    let kind = |chunk: ChunkId| analysis.chunk(chunk).kind;
    let somebody = |chunk: ChunkId| {
        let mention = input.mentions.of_chunk(chunk)?;
        is_somebody(input, entities, mention).then_some(mention)
    };
    if cue.passive {
        let is_noun = |&chunk: &ChunkId| kind(chunk) == ChunkKind::NounPhrase;
        let subject = match analysis.previous_sibling(cue.first_chunk) {
            Some(_) => analysis.siblings_before(cue.first_chunk).find(is_noun),
            // "Asked whether she would stay, Moss shook her head."
            None => {
                let after = analysis.siblings_after(cue.last_chunk);
                let mut main = after.skip_while(|&chunk| kind(chunk) != ChunkKind::Comma);
                main.find(is_noun)
            }
        };
        return subject.and_then(somebody);
    }
    let object = analysis.next_sibling(cue.last_chunk)?;
    let after = analysis.next_sibling(object);
    // "She asked him to leave."
    let is_request =
        after.is_some_and(|after| kind(after) == ChunkKind::VerbGroup(VerbForm::Infinitive));
    if kind(object) == ChunkKind::NounPhrase {
        return somebody(object).filter(|_| !is_request);
    }
    // "She asked if he minded."
    let asker = analysis
        .previous_sibling(cue.first_chunk)
        .and_then(|chunk| input.mentions.of_chunk(chunk));
    let asker = asker.and_then(|asker| entities.of_mention(asker));
    let subject = after.filter(|&after| {
        matches!(kind(object), ChunkKind::Subordinator | ChunkKind::Wh)
            && kind(after) == ChunkKind::NounPhrase
    })?;
    let mention = somebody(subject).filter(|_| is_he_or_she(analysis, subject))?;
    (asker.is_some() && entities.of_mention(mention) != asker).then_some(mention)
}

/// Whether a chunk is "he" or "she".
fn is_he_or_she(analysis: &Analysis<'_>, chunk: ChunkId) -> bool {
    let head = analysis.head_word(chunk);
    head.is(Class::SubjectPronoun) && (head.is(Class::Male) || head.is(Class::Female))
}

/// Whether a cue is a verb that puts a question.
fn puts_question(input: &AttributionInput<'_>, cue: &CueCandidate) -> bool {
    let analysis = input.analysis;
    let asking = analysis.language.cues.questioning;
    cue.kind == CueKind::Verb
        && (analysis.word(cue.head).is_one_of(asking)
            || cue.facts.takes(Frame::Question)
                && cue.facts.takes(Frame::Addressee)
                && !cue.facts.takes(Frame::That))
}

/// Whom a question of the narration means: Was she sorry? “Not for a minute.”
fn meant_by_question(
    input: &AttributionInput<'_>,
    entities: &Entities<'_>,
    sentence: SentenceId,
) -> Option<MentionId> {
    let analysis = input.analysis;
    let (first, end) = analysis.sentence_bounds(sentence);
    let last = analysis.chunk(end.previous()?);
    let asks = analysis.token_text(last.end.previous()?).starts_with('?');
    if !asks {
        return None;
    }
    let chunks = first.up_to(end).take(LONGEST);
    let mut pronouns = chunks.filter(|&chunk| is_he_or_she(analysis, chunk));
    let meant = pronouns.find_map(|chunk| input.mentions.of_chunk(chunk));
    meant
        .filter(|&meant| entities.of_mention(meant).is_some())
        .or_else(|| subject_before(input, entities, sentence))
}

/// The person by whose name the sentence before another in its paragraph begins: Moss will appeal. And if she loses? “I
/// walk.”
fn subject_before(
    input: &AttributionInput<'_>,
    entities: &Entities<'_>,
    sentence: SentenceId,
) -> Option<MentionId> {
    let analysis = input.analysis;
    let before = sentence.previous()?;
    let (first, _) = analysis.sentence_bounds(before);
    let mention = input.mentions.of_chunk(first)?;
    let is_subject = analysis.share_paragraph(before, sentence)
        && analysis.enclosing[first.index()].is_none()
        && input.mention(mention).is_named();
    (is_subject && is_somebody(input, entities, mention)).then_some(mention)
}

/// How many sentences before a quote are looked at for the last that reports.
const SENTENCES: usize = 6;

/// Whoever a paragraph has reported last before a quote that begins its own paragraph, and nobody else's doings after that:
/// Moss said she had walked. Her feet had bled. “I never minded.”
pub(super) fn reported_last(
    input: &AttributionInput<'_>,
    entities: &Entities<'_>,
    reports: &ReportIndex<'_>,
    position: &QuotePosition,
) -> Option<MentionId> {
    let analysis = input.analysis;
    let before = position.first_sentence.previous()?;
    if !position.opens_sentence(input) || analysis.share_paragraph(before, position.first_sentence)
    {
        return None;
    }
    for back in 0..SENTENCES {
        let sentence = SentenceId::new(before.index().checked_sub(back)?);
        if !analysis.share_paragraph(before, sentence) || !is_narration(input, position, sentence) {
            return None;
        }
        let (first, end) = analysis.sentence_bounds(sentence);
        let subject = first
            .up_to(end)
            .find(|&chunk| analysis.chunk(chunk).kind == ChunkKind::NounPhrase)
            .and_then(|chunk| input.mentions.of_chunk(chunk));
        let found = reports.last_within(first, end);
        if let Some(source) = found {
            let is_narrator = analysis
                .word(input.mention(source).head)
                .is(Class::FirstPerson);
            let is_told_of = !is_narrator && is_somebody(input, entities, source);
            return is_told_of.then_some(source);
        }
        let is_other = subject.is_some_and(|subject| {
            let mention = input.mention(subject);
            mention.is_named()
                || mention.nature == Nature::Person && mention.kind != MentionKind::Pronoun
        });
        if is_other {
            return None;
        }
    }
    None
}

/// Whether a mention means one person.
fn is_somebody(input: &AttributionInput<'_>, entities: &Entities<'_>, mention: MentionId) -> bool {
    let one = input.mention(mention);
    let known = entities.of_mention(mention);
    known.is_some_and(|known| {
        matches!(entities.get(known).nature, Nature::Person | Nature::Open) && !one.plural
    })
}
