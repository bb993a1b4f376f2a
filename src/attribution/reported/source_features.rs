//! Whether a cue reports at all, and whose words: the features of each possible source.

use std::cmp::Ordering;

use super::category::{Category, OTHER_CATEGORY};
use super::chunk_table::ChunkTable;
use super::complement::complement;
use super::cues::CueFeatures;
use super::features::{Features, Template as T};
use crate::analysis::mention::Mention;
use crate::attribution::features::QuotationFeature;
use crate::attribution::source::Source;
use crate::ids::ChunkId;
use crate::language::Frame;
use crate::model::Feature;
use crate::model::FeatureNumbers;

/// From this sentence of a text on, its sentences are not told apart.
const LATER_SENTENCES: usize = 3;

/// For each feature of a source the value of a feature that is this one. It depends on the name alone, so
/// that the fitted weights mean the same when further features are added.
const KEYS: [u32; QuotationFeature::ALL.len()] = {
    let mut keys = [0; QuotationFeature::ALL.len()];
    let mut kind = 0;
    while kind < keys.len() {
        keys[kind] = key(QuotationFeature::ALL[kind].label().as_bytes());
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
    table: &ChunkTable<'_>,
    cue: &CueFeatures<'_>,
    has_cue_before: bool,
    features: &mut impl Features,
) {
    let CueFeatures {
        candidate,
        lemma,
        form,
    } = *cue;
    let first_word = table.first_word(candidate.head_chunk);
    let next = table.category(table.next(candidate.last_chunk));
    let previous = table.category(table.previous(candidate.head_chunk));
    features.add(T::Bias, 0, 0);
    features.add(T::Form, form, 0);
    features.add(T::Lemma, lemma, 0);
    features.add(T::LemmaForm, lemma, form);
    features.add(T::LemmaFirstWord, lemma, first_word);
    features.add(T::FirstWord, first_word, form);
    describe_next(table, cue, features);
    describe_previous(table, cue, features);
    features.add(T::BeforeNext, previous.value(), next.value());
    describe_frames(table, cue, features);
    describe_sentence(table, candidate.head_chunk, features);
    let has_cue_before = u32::from(has_cue_before);
    features.add(T::CueBefore, has_cue_before, form);
    features.add(T::CueBefore, has_cue_before, OTHER_CATEGORY + next.value());
}

/// Describes what stands after a cue.
fn describe_next(table: &ChunkTable<'_>, cue: &CueFeatures<'_>, features: &mut impl Features) {
    let CueFeatures {
        candidate,
        lemma,
        form,
    } = *cue;
    let next = table.next(candidate.last_chunk);
    let second = table.next(next);
    let categories = [next, second, table.next(second)].map(|chunk| table.category(chunk));
    let [one, two, three] = categories;
    let next_word = table.first_word(next);
    features.add(T::LemmaNext, lemma, one.value());
    features.add(T::LemmaNextTwo, lemma, one.and(two));
    features.add(T::LemmaNextWord, lemma, next_word);
    features.add(T::LemmaNextHead, lemma, table.head_word(next));
    features.add(T::FormNext, form, one.and(two));
    features.add(T::Next, one.value(), 0);
    features.add(T::NextTwo, one.value(), two.value());
    features.add(T::NextThree, one.and(two), three.value());
    features.add(T::NextWord, next_word, form);
    features.add(T::NextHead, table.head_word(next), one.value());
    features.add(T::NextWordTwo, next_word, two.value());
    features.add(T::SecondWord, table.first_word(second), one.value());
    features.add(T::SecondHead, table.head_word(second), one.value());
    let has_quote = categories.contains(&Category::Quote);
    features.add(T::Quotes, u32::from(has_quote), form);
}

/// Describes what stands before a cue.
fn describe_previous(table: &ChunkTable<'_>, cue: &CueFeatures<'_>, features: &mut impl Features) {
    let CueFeatures {
        candidate,
        lemma,
        form,
    } = *cue;
    let previous = table.previous(candidate.head_chunk);
    let one = table.category(previous);
    let two = table.category(table.previous(previous));
    features.add(T::LemmaBefore, lemma, one.value());
    features.add(T::Before, one.value(), form);
    features.add(T::BeforeTwo, one.value(), two.value());
    features.add(T::BeforeWord, table.first_word(previous), one.value());
    features.add(T::BeforeHead, table.head_word(previous), one.value());
    features.add(T::Quotes, 2 + u32::from(one == Category::Quote), form);
}

/// Describes the frames of a cue.
fn describe_frames(table: &ChunkTable<'_>, cue: &CueFeatures<'_>, features: &mut impl Features) {
    let next = table.next(cue.candidate.last_chunk);
    let next_two = table.category(next).and(table.category(table.next(next)));
    let previous = table.category(table.previous(cue.candidate.head_chunk));
    for frame in cue.candidate.facts.frames.positions() {
        // Nothing is told by an addressee after "to"; the values skip that frame.
        let frame = match frame.cmp(&(Frame::ToAddressee as u32)) {
            Ordering::Less => frame,
            Ordering::Equal => continue,
            Ordering::Greater => frame - 1,
        };
        features.add(T::Frame, frame, cue.form);
        features.add(T::FrameNext, frame, next_two);
        features.add(T::FrameBefore, frame, previous.value());
    }
}

/// Describes the sentence of a cue.
fn describe_sentence(table: &ChunkTable<'_>, cue: ChunkId, features: &mut impl Features) {
    let analysis = table.analysis();
    let sentence = analysis.sentence_of[cue.index()];
    let end = analysis.sentence_chunks[sentence.next().index()];
    let last = end.previous().unwrap_or(cue);
    let category = table.category(last).value();
    let number = sentence.index().min(LATER_SENTENCES) as u32;
    features.add(T::Place, number, category);
    features.add(T::LastToken, category, table.first_word(last));
}

/// Describes the candidate that there is a cue, but no source.
pub(super) fn describe_no_source(
    table: &ChunkTable<'_>,
    cue: &CueFeatures<'_>,
    features: &mut impl Features,
) {
    let next = table.next(cue.candidate.last_chunk);
    let previous = table.previous(cue.candidate.head_chunk);
    let passive = u32::from(cue.candidate.passive);
    features.add(T::NoSourceLemma, cue.lemma, passive);
    features.add(T::NoSourceForm, cue.form, 0);
    features.add(
        T::NoSourceNext,
        table.category(next).value(),
        table.first_word(next),
    );
    features.add(
        T::NoSourceNext,
        OTHER_CATEGORY + table.category(previous).value(),
        table.first_word(previous),
    );
}

/// The clause of a cue, which all its sources have in common.
#[derive(Clone, Copy, Debug)]
pub(super) struct ClauseOfCue {
    /// The subject of the cue.
    subject: Option<ChunkId>,
    /// Values of features: what stands after the cue, and all its frames.
    complement: u32,
    frames: u32,
}

impl ClauseOfCue {
    pub(super) fn new(
        table: &ChunkTable<'_>,
        cue: &CueFeatures<'_>,
        subject: Option<ChunkId>,
    ) -> ClauseOfCue {
        ClauseOfCue {
            subject,
            complement: complement(table, cue),
            frames: cue.frames(),
        }
    }

    /// The value of a feature that is whether a source is the subject, or where it stands beside it.
    fn relation(&self, source: &Source, mention: &Mention) -> u32 {
        match self.subject {
            _ if source.after => 0,
            None => 1,
            Some(subject) if subject == mention.chunk => 2 + u32::from(mention.possessor),
            Some(subject) if subject < mention.chunk => 4,
            Some(_) => 5,
        }
    }
}

/// Describes a source.
pub(super) fn describe_source(
    table: &ChunkTable<'_>,
    cue: &CueFeatures<'_>,
    clause: &ClauseOfCue,
    source: &Source,
    features: &mut impl Features,
) {
    let mention = table.input.mention(source.mention);
    let CueFeatures {
        candidate,
        lemma,
        form,
    } = *cue;
    let next = table.category(table.next(candidate.last_chunk)).value();
    let relation = clause.relation(source, mention);
    features.add(T::IsSubject, relation, form);
    features.add(T::IsSubjectLemma, relation, lemma);
    let numbers = FeatureNumbers::of(source.features);
    let mut rest = numbers.list();
    if let Some(&first) = rest.first() {
        let key = KEYS[first as usize];
        features.add(T::EvidenceLemma, key, lemma);
        features.add(T::EvidenceNext, key, next);
        features.add(T::EvidenceComplement, key, clause.complement);
        features.add(T::EvidenceFrames, key, clause.frames);
    }
    while let [number, others @ ..] = rest {
        let key = KEYS[*number as usize];
        features.add(T::Evidence, key, 0);
        features.add(T::EvidenceForm, key, form);
        features.add(T::IsSubjectEvidence, relation, key);
        for &other in others {
            features.add(T::EvidencePair, key, KEYS[other as usize]);
        }
        rest = others;
    }
    let head = table.word(mention.head);
    let is_after = u32::from(source.after);
    features.add(T::SourceHead, head, is_after);
    features.add(T::SourceHeadLemma, head, lemma);
    features.add(T::SourceHeadComplement, head, clause.complement);
    let before = table.category(table.previous(mention.chunk));
    let after = table.category(table.next(mention.chunk));
    features.add(T::Nature, before.and(after), is_after);
}
