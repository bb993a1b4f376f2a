//! The way from a noun to a cue after it.

use crate::analysis::cue::CueCandidate;
use crate::analysis::{Analysis, ChunkKind, Tag, VerbForm};
use crate::attribution::features::QuotationFeature;
use crate::ids::ChunkId;
use crate::language::Class;

/// How many commas stand around an apposition, and how many chunks it is with them: "Moss, 60, said".
const COMMAS_AROUND: u32 = 2;
const APPOSITION: u32 = 3;

/// What lies between a noun and a cue after it.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct SourcePath {
    /// Chunks other than adverbs, times and asides.
    pub(super) chunks: u32,
    pub(super) commas: u32,
    pub(super) verbs: u32,
    pub(super) asides: u32,
    pub(super) quotes: u32,
    /// The chunk next to the cue is a comma.
    pub(super) ends_with_comma: bool,
    /// The chunk next to the cue is "and" or "but".
    pub(super) ends_with_join: bool,
    /// The kind of the chunk next to the noun, commas aside, and whether a comma stands before it.
    pub(super) start: Option<ChunkKind>,
    pub(super) starts_with_comma: bool,
}

impl SourcePath {
    /// Adds the chunk before those that were met.
    pub(super) fn step(&mut self, analysis: &Analysis<'_>, chunk: ChunkId) {
        let mut kind = analysis.chunk(chunk).kind;
        if kind == ChunkKind::NounPhrase && begins_with_whose(analysis, chunk) {
            kind = ChunkKind::Wh;
        }
        match kind {
            ChunkKind::Adverb => return,
            ChunkKind::Aside => {
                self.asides += 1;
                return;
            }
            ChunkKind::NounPhrase if is_floating(analysis, chunk) => return,
            ChunkKind::Comma => {
                if self.chunks == 0 {
                    self.ends_with_comma = true;
                }
                self.commas += 1;
            }
            ChunkKind::Coordinator if self.chunks == 0 => self.ends_with_join = true,
            ChunkKind::VerbGroup(VerbForm::Finite) => self.verbs += 1,
            ChunkKind::Wh => {
                self.verbs = self.verbs.saturating_sub(1);
            }
            ChunkKind::Opening(_) => self.quotes += 1,
            _ => {}
        }
        self.starts_with_comma = kind == ChunkKind::Comma;
        if kind != ChunkKind::Comma {
            self.start = Some(kind);
        }
        self.chunks += 1;
    }

    /// Whether nothing lies between but an apposition between commas: "Moss, 60, said".
    pub(super) fn is_apposition(&self) -> bool {
        self.chunks == APPOSITION
            && self.commas == COMMAS_AROUND
            && self.start == Some(ChunkKind::NounPhrase)
    }

    pub(super) fn relation(&self, cue: &CueCandidate) -> QuotationFeature {
        if self.chunks == 0 {
            return if self.asides > 0 {
                QuotationFeature::SubjectAcrossAside
            } else {
                QuotationFeature::SubjectBeside
            };
        }
        if self.start == Some(ChunkKind::Wh) && self.verbs == 0 {
            return QuotationFeature::SubjectAcrossRelative;
        }
        if self.starts_with_comma
            && self.ends_with_comma
            && self.commas >= COMMAS_AROUND
            && self.verbs == 0
        {
            return QuotationFeature::SubjectAcrossAppositive;
        }
        if self.ends_with_join && self.verbs > 0 {
            return QuotationFeature::SubjectOfJoinedVerb;
        }
        if matches!(
            cue.form,
            VerbForm::Ing | VerbForm::Infinitive | VerbForm::Participle
        ) && self.verbs > 0
        {
            return QuotationFeature::SubjectOfMainVerb;
        }
        if self.start == Some(ChunkKind::Preposition) && self.verbs == 0 && self.commas == 0 {
            return QuotationFeature::SubjectAcrossPhrase;
        }
        if self.verbs > 0 {
            QuotationFeature::SubjectAcrossVerb
        } else {
            QuotationFeature::SubjectAcrossOther
        }
    }
}

/// Whether a noun phrase begins a relative clause: "whose mother" in "Okoro, whose mother spoke".
fn begins_with_whose(analysis: &Analysis<'_>, chunk: ChunkId) -> bool {
    let first = analysis.first_word(chunk);
    first.is(Class::Wh) && first.is(Class::Possessive)
}

/// Whether a noun phrase stands between a subject and its verb as an adverb does: "both" of "they both said",
/// a time.
fn is_floating(analysis: &Analysis<'_>, chunk: ChunkId) -> bool {
    let phrase = analysis.chunk(chunk);
    let word = analysis.word(phrase.head);
    word.tag == Tag::Time || phrase.first == phrase.head && is_after_pronoun(analysis, chunk)
}

/// Whether a quantifier stands right after the pronoun of those whom it counts: "they both", "we all".
pub(super) fn is_after_pronoun(analysis: &Analysis<'_>, chunk: ChunkId) -> bool {
    let head = analysis.head_word(chunk);
    head.tag == Tag::Quantifier
        && analysis.previous_sibling(chunk).is_some_and(|before| {
            let before = analysis.chunk(before);
            before.kind == ChunkKind::NounPhrase
                && analysis.word(before.head).is(Class::SubjectPronoun)
        })
}
