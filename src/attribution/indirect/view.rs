//! The chunks of a text as features see them.

use std::iter;

use super::model::Vocabulary;
use crate::analysis::mention::Nature;
use crate::analysis::{Analysis, Chunk, ChunkKind, Shape, Tag, VerbForm, Word, steps};
use crate::attribution::Scene;
use crate::ids::{ChunkId, TokenId};
use crate::language::{Class, Frame, named};
use crate::span::Span;

/// What a chunk is, finer than its kind.
pub(super) mod code {
    /// The edge of the sentence or of a quote.
    pub(crate) const EDGE: u32 = 0;
    pub(crate) const PRONOUN: u32 = 1;
    pub(crate) const NAME: u32 = 2;
    pub(crate) const NOUN: u32 = 3;
    pub(crate) const TIME: u32 = 4;
    pub(crate) const QUANTITY: u32 = 5;
    pub(crate) const FINITE: u32 = 6;
    pub(crate) const INFINITIVE: u32 = 7;
    pub(crate) const ING: u32 = 8;
    pub(crate) const PARTICIPLE: u32 = 9;
    pub(crate) const BE: u32 = 10;
    pub(crate) const MODAL: u32 = 11;
    pub(crate) const PREPOSITION: u32 = 12;
    pub(crate) const TO: u32 = 13;
    pub(crate) const BY: u32 = 14;
    pub(crate) const OF: u32 = 15;
    pub(crate) const WH: u32 = 16;
    pub(crate) const SUBORDINATOR: u32 = 17;
    pub(crate) const THAT: u32 = 18;
    pub(crate) const COORDINATOR: u32 = 19;
    pub(crate) const ADVERB: u32 = 20;
    pub(crate) const ADJECTIVE: u32 = 21;
    pub(crate) const COMMA: u32 = 22;
    pub(crate) const COLON: u32 = 23;
    pub(crate) const SEMICOLON: u32 = 24;
    pub(crate) const DASH: u32 = 25;
    pub(crate) const STOP: u32 = 26;
    pub(crate) const ASIDE: u32 = 27;
    pub(crate) const QUOTE: u32 = 28;
    pub(crate) const OTHER: u32 = 30;
    /// A finite verb that is known to report.
    pub(crate) const REPORT: u32 = 31;
    /// A noun that speaks, and one that reports.
    pub(crate) const SPEAKER: u32 = 32;
    pub(crate) const REPORT_NOUN: u32 = 33;
}

/// Chunks from the first to the last.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stretch {
    pub(super) first: ChunkId,
    pub(super) last: ChunkId,
}

impl Stretch {
    pub(super) fn has(self, chunk: ChunkId) -> bool {
        (self.first..=self.last).contains(&chunk)
    }
}

/// A chunk as features see it.
#[derive(Clone, Copy, Debug)]
struct Seen {
    /// The neighbours on the same level.
    before: ChunkId,
    next: ChunkId,
    /// The numbers of the first word, and of the head's.
    first: u16,
    head: u16,
    code: u8,
}

/// A text with what features need to know of each chunk.
///
/// Behind the last chunk stands one for the edge of every sentence and quote; its neighbours are
/// itself.
pub(super) struct View<'a> {
    pub(super) scene: &'a Scene<'a>,
    vocabulary: &'a Vocabulary,
    chunks: Vec<Seen>,
    /// The last of them.
    edge: ChunkId,
}

impl<'a> View<'a> {
    pub(super) fn new(scene: &'a Scene<'a>, vocabulary: &'a Vocabulary) -> View<'a> {
        let analysis = scene.analysis;
        let edge = ChunkId::new(analysis.chunks.len());
        let mark = |number: ChunkId| Seen {
            before: analysis.previous_sibling(number).unwrap_or(edge),
            next: analysis.next_sibling(number).unwrap_or(edge),
            first: 0,
            head: 0,
            code: code::QUOTE as u8,
        };
        let seen = |(number, chunk): (ChunkId, &Chunk)| {
            let first = analysis.word(chunk.first);
            let word = analysis.word(chunk.head);
            let (head, code) = match chunk.kind {
                ChunkKind::VerbGroup(form) => {
                    (vocabulary.lemma(word.facts), verb(form, first, word))
                }
                ChunkKind::NounPhrase => (vocabulary.word(word.facts), noun(scene, number, word)),
                kind => (vocabulary.word(word.facts), other(kind, first)),
            };
            Seen {
                first: vocabulary.word(first.facts),
                head,
                code: code as u8,
                ..mark(number)
            }
        };
        let mut chunks = Vec::with_capacity(edge.index() + 1);
        // The edge of a quote without a mark may stand behind the last token.
        let tokens = TokenId::new(analysis.words.len());
        let with_words = analysis
            .chunks
            .partition_point(|chunk| chunk.first < tokens);
        let ids = ChunkId::all(with_words);
        chunks.extend(ids.zip(&analysis.chunks[..with_words]).map(seen));
        chunks.extend(ChunkId::new(with_words).up_to(edge).map(mark));
        chunks.push(Seen {
            before: edge,
            next: edge,
            first: 0,
            head: 0,
            code: code::EDGE as u8,
        });
        View {
            scene,
            vocabulary,
            chunks,
            edge,
        }
    }

    pub(super) fn analysis(&self) -> &'a Analysis<'a> {
        self.scene.analysis
    }

    #[inline]
    fn seen(&self, chunk: ChunkId) -> Seen {
        steps::step();
        self.chunks[chunk.index()]
    }

    /// The number of the chunk that is the edge.
    pub(super) fn edge(&self) -> ChunkId {
        self.edge
    }

    #[inline]
    pub(super) fn code(&self, chunk: ChunkId) -> u32 {
        u32::from(self.seen(chunk).code)
    }

    /// The number of the first word.
    #[inline]
    pub(super) fn first(&self, chunk: ChunkId) -> u32 {
        u32::from(self.seen(chunk).first)
    }

    /// The number of the head's word, of a verb that of its base form.
    #[inline]
    pub(super) fn head(&self, chunk: ChunkId) -> u32 {
        u32::from(self.seen(chunk).head)
    }

    #[inline]
    pub(super) fn next(&self, chunk: ChunkId) -> ChunkId {
        self.seen(chunk).next
    }

    #[inline]
    pub(super) fn before(&self, chunk: ChunkId) -> ChunkId {
        self.seen(chunk).before
    }

    /// The chunks from this one on.
    pub(super) fn forwards(&self, chunk: ChunkId) -> impl Iterator<Item = ChunkId> + Clone {
        let chunks = iter::successors(Some(chunk), |&chunk| Some(self.next(chunk)));
        chunks.take_while(|&chunk| chunk != self.edge())
    }

    /// The chunks from this one back.
    pub(super) fn backwards(&self, chunk: ChunkId) -> impl Iterator<Item = ChunkId> + Clone {
        let chunks = iter::successors(Some(chunk), |&chunk| Some(self.before(chunk)));
        chunks.take_while(|&chunk| chunk != self.edge())
    }

    /// The number of a token's word.
    pub(super) fn word(&self, token: TokenId) -> u32 {
        u32::from(self.vocabulary.word(self.analysis().word(token).facts))
    }

    pub(super) fn is_finite(&self, chunk: ChunkId) -> bool {
        matches!(
            self.code(chunk),
            code::FINITE | code::BE | code::MODAL | code::REPORT
        )
    }

    /// Whether the chunk is a mark or a word that joins.
    pub(super) fn is_mark(&self, chunk: ChunkId) -> bool {
        matches!(
            self.code(chunk),
            code::COMMA
                | code::COLON
                | code::SEMICOLON
                | code::DASH
                | code::STOP
                | code::COORDINATOR
        )
    }

    /// The words from one chunk to the end of another, quotes whole.
    pub(super) fn span(&self, first: ChunkId, last: ChunkId) -> Span {
        let analysis = self.analysis();
        let last = match analysis.chunk(last).kind {
            ChunkKind::Opening(quote) => analysis.quote_chunks[quote.index()].1,
            _ => last,
        };
        // The edge of a quote without a mark may stand behind the last token.
        let token = TokenId::new(analysis.tokens.len() - 1);
        let start = analysis.chunk(first).first;
        let end = analysis.chunk(last).last().max(start);
        analysis.span(start.min(token), end.min(token))
    }
}

fn verb(form: VerbForm, first: &Word, head: &Word) -> u32 {
    match form {
        VerbForm::Infinitive => code::INFINITIVE,
        VerbForm::Ing => code::ING,
        VerbForm::Participle => code::PARTICIPLE,
        VerbForm::Finite if matches!(head.tag, Tag::Be | Tag::Have) => code::BE,
        VerbForm::Finite if head.is(Class::Report) && head.facts.takes(Frame::That) => code::REPORT,
        VerbForm::Finite if first.tag == Tag::Modal => code::MODAL,
        VerbForm::Finite => code::FINITE,
    }
}

fn noun(scene: &Scene<'_>, chunk: ChunkId, head: &Word) -> u32 {
    match head.tag {
        Tag::Pronoun => code::PRONOUN,
        Tag::Name | Tag::Title => code::NAME,
        Tag::Time => code::TIME,
        Tag::Number | Tag::Quantifier => code::QUANTITY,
        _ if head.shape.has(Shape::PROPER) => code::NAME,
        _ => {
            let mention = scene.mentions.of_chunk(chunk);
            match mention.map(|mention| scene.mentions.all[mention.index()].nature) {
                Some(Nature::Person | Nature::Group | Nature::Organisation) => code::SPEAKER,
                _ if head.is(Class::ReportNoun) => code::REPORT_NOUN,
                _ => code::NOUN,
            }
        }
    }
}

/// What a chunk is that is neither noun nor verb.
fn other(kind: ChunkKind, word: &Word) -> u32 {
    match kind {
        ChunkKind::Preposition if word.is_word(named::TO) => code::TO,
        ChunkKind::Preposition if word.is_word(named::BY) => code::BY,
        ChunkKind::Preposition if word.is_word(named::OF) => code::OF,
        ChunkKind::Preposition => code::PREPOSITION,
        ChunkKind::Wh => code::WH,
        ChunkKind::Subordinator if word.is_word(named::THAT) => code::THAT,
        ChunkKind::Subordinator => code::SUBORDINATOR,
        ChunkKind::Coordinator => code::COORDINATOR,
        ChunkKind::Adverb => code::ADVERB,
        ChunkKind::Adjective => code::ADJECTIVE,
        ChunkKind::Comma => code::COMMA,
        ChunkKind::Colon => code::COLON,
        ChunkKind::Semicolon => code::SEMICOLON,
        ChunkKind::Dash => code::DASH,
        ChunkKind::Stop => code::STOP,
        ChunkKind::Aside => code::ASIDE,
        ChunkKind::Opening(_) | ChunkKind::Closing(_) => code::QUOTE,
        ChunkKind::Other | ChunkKind::NounPhrase | ChunkKind::VerbGroup(_) => code::OTHER,
    }
}
