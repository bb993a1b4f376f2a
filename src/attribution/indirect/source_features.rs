//! Whether a cue reports at all, and whose words: the features of each possible source.

use std::cmp::Ordering;

use super::cues::CueView;
use super::features::{Features, Template as T};
use super::view::{View, code};
use crate::analysis::VerbForm;
use crate::analysis::cue::CueGroup;
use crate::attribution::evidence::{EvidenceKind, EvidenceSet};
use crate::attribution::source::{self, Source};
use crate::kinds::CueKind;
use crate::language::Frame;

/// How many chunks ahead the subject of the main clause is looked for, which bounds the work.
const SUBJECT_AHEAD: usize = 70;

/// A number for each kind of evidence that depends on its name alone, so that further kinds leave
/// the fitted weights as they are.
const KEYS: [u32; EvidenceKind::ALL.len()] = {
    let mut keys = [0; EvidenceKind::ALL.len()];
    let mut kind = 0;
    while kind < keys.len() {
        keys[kind] = key(EvidenceKind::ALL[kind].name().as_bytes());
        kind += 1;
    }
    keys
};

/// The hash of Fowler, Noll and Vo, in the bits that a value of a feature may have.
const fn key(name: &[u8]) -> u32 {
    let mut hash: u32 = 0x811c_9dc5;
    let mut at = 0;
    while at < name.len() {
        hash = (hash ^ name[at] as u32).wrapping_mul(0x0100_0193);
        at += 1;
    }
    (hash ^ hash >> 22) & 0x3f_ffff
}

/// Describes what all candidates but the first share: that the cue reports.
pub(super) fn describe_cue(
    view: &View<'_>,
    cue: &CueView<'_>,
    has_cue_before: bool,
    features: &mut impl Features,
) {
    let analysis = view.analysis();
    let CueView { group, lemma, form } = *cue;
    let chunk = group.head_chunk;
    let next = view.next(group.last_chunk);
    let second = view.next(next);
    let third = view.next(second);
    let before = view.before(chunk);
    let earlier = view.before(before);
    let (n1, n2, n3) = (view.code(next), view.code(second), view.code(third));
    let (b1, b2) = (view.code(before), view.code(earlier));
    features.add(T::Bias, 0, 0);
    features.add(T::Form, form, 0);
    features.add(T::Lemma, lemma, 0);
    features.add(T::LemmaForm, lemma, form);
    features.add(T::LemmaNext, lemma, n1);
    features.add(T::LemmaNextTwo, lemma, n1 << 6 | n2);
    features.add(T::LemmaNextWord, lemma, view.first(next));
    features.add(T::LemmaBefore, lemma, b1);
    features.add(T::LemmaFirstWord, lemma, view.first(chunk));
    features.add(T::FormNext, form, n1 << 6 | n2);
    features.add(T::Next, n1, 0);
    features.add(T::NextTwo, n1, n2);
    features.add(T::NextThree, n1 << 6 | n2, n3);
    features.add(T::NextWord, view.first(next), form);
    features.add(T::NextHead, view.head(next), n1);
    features.add(T::LemmaNextHead, lemma, view.head(next));
    features.add(T::SecondHead, view.head(second), n1);
    features.add(T::NextWordTwo, view.first(next), n2);
    features.add(T::SecondWord, view.first(second), n1);
    features.add(T::Before, b1, form);
    features.add(T::BeforeTwo, b1, b2);
    features.add(T::BeforeWord, view.first(before), b1);
    features.add(T::BeforeHead, view.head(before), b1);
    features.add(T::BeforeNext, b1, n1);
    features.add(T::FirstWord, view.first(chunk), form);
    for number in group.facts.frames.places() {
        // Nothing is told by an addressee behind "to"; the numbers skip that frame.
        let number = match number.cmp(&(Frame::ToAddressee as u32)) {
            Ordering::Less => number,
            Ordering::Equal => continue,
            Ordering::Greater => number - 1,
        };
        features.add(T::Frame, number, form);
        features.add(T::FrameNext, number, n1 << 6 | n2);
        features.add(T::FrameBefore, number, b1);
    }
    let sentence = analysis.sentence_of[chunk.index()];
    let last = analysis.sentence_chunks[sentence.next().index()]
        .previous()
        .expect("a sentence with a cue has a chunk");
    let end = view.code(last);
    features.add(T::Place, sentence.index().min(3) as u32, end);
    features.add(T::LastToken, end, view.first(last));
    features.add(T::CueBefore, u32::from(has_cue_before), form);
    features.add(T::CueBefore, u32::from(has_cue_before), 64 + n1);
    let quote = [next, second, third]
        .iter()
        .any(|&chunk| view.code(chunk) == code::QUOTE);
    features.add(T::Quotes, u32::from(quote), form);
    features.add(T::Quotes, 2 + u32::from(b1 == code::QUOTE), form);
}

/// Describes the candidate that there is a cue, but no source.
pub(super) fn describe_nobody(view: &View<'_>, cue: &CueView<'_>, features: &mut impl Features) {
    let next = view.next(cue.group.last_chunk);
    let before = view.before(cue.group.head_chunk);
    let passive = u32::from(cue.group.passive);
    features.add(T::NoSourceLemma, cue.lemma, passive);
    features.add(T::NoSourceForm, cue.form, 0);
    features.add(T::NoSourceNext, view.code(next), view.first(next));
    features.add(T::NoSourceNext, 64 + view.code(before), view.first(before));
}

/// Describes a source.
pub(super) fn describe_source(
    view: &View<'_>,
    cue: &CueView<'_>,
    source: &Source,
    features: &mut impl Features,
) {
    let mention = &view.scene.mentions.all[source.mention.index()];
    let CueView { group, lemma, form } = *cue;
    let next = view.code(view.next(group.last_chunk));
    let mut room = [0; EvidenceSet::ROOM];
    let kinds = source.evidence.places(&mut room);
    for (nth, &kind) in kinds.iter().enumerate() {
        let key = KEYS[kind as usize];
        features.add(T::Evidence, key, 0);
        features.add(T::EvidenceForm, key, form);
        if nth == 0 {
            features.add(T::EvidenceLemma, key, lemma);
            features.add(T::EvidenceNext, key, next);
        }
        for &other in &kinds[nth + 1..] {
            features.add(T::EvidencePair, key, KEYS[other as usize]);
        }
    }
    let head = view.word(mention.head);
    features.add(T::SourceHead, head, u32::from(source.behind));
    features.add(T::SourceHeadLemma, head, lemma);
    let after = view.code(view.next(mention.chunk));
    let before = view.code(view.before(mention.chunk));
    features.add(T::Nature, before << 6 | after, u32::from(source.behind));
}

/// The subject of the main clause behind a participle that starts a sentence: "Noting that …, Ms.
/// Berg said". It is the first noun behind a comma that a finite verb follows.
pub(super) fn subject_ahead(view: &View<'_>, cue: &CueGroup) -> Option<Source> {
    if cue.kind != CueKind::Verb || cue.form == VerbForm::Finite {
        return None;
    }
    let before = view.before(cue.first_chunk);
    let starts = matches!(
        view.code(before),
        code::EDGE | code::PREPOSITION | code::SUBORDINATOR
    ) && view.before(before) == view.edge();
    if !starts {
        return None;
    }
    let ahead = view.forwards(view.next(cue.last_chunk)).take(SUBJECT_AHEAD);
    let commas = ahead.filter(|&chunk| view.code(chunk) == code::COMMA);
    let mention = commas
        .map(|comma| view.next(comma))
        .filter(|&noun| {
            let next = view.next(noun);
            view.is_finite(next) || view.code(next) == code::ADVERB
        })
        .find_map(|noun| view.scene.mentions.of_chunk(noun))?;
    let mut evidence = EvidenceSet::default();
    evidence.add(EvidenceKind::SubjectOfMainVerb);
    let own = &view.scene.mentions.all[mention.index()];
    evidence.add(source::nature(view.analysis(), own));
    Some(Source {
        mention,
        evidence,
        behind: true,
    })
}
