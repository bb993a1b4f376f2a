//! The chunks of a text as features see them.

use std::iter;

use super::category::Category;
use super::vocabulary::Vocabulary;
use crate::analysis::mention::Nature;
use crate::analysis::{Analysis, Chunk, ChunkKind, Links, Shape, Tag, VerbForm, Word, steps};
use crate::attribution::input::AttributionInput;
use crate::ids::{ChunkId, TokenId};
use crate::language::{Class, Frame};
use crate::span::Span;

/// How many chunks of a sentence are looked at to one side, by a content, a rule of its limits, and what looks for a
/// verb or a subject. Sentences are hardly ever longer, and this bounds the work.
pub(super) const LONGEST_SENTENCE: usize = 70;

/// Chunks from the first to the last.
#[derive(Clone, Copy, Debug)]
pub(super) struct ChunkSpan {
    pub(super) first: ChunkId,
    pub(super) last: ChunkId,
}

impl ChunkSpan {
    pub(super) fn contains(self, chunk: ChunkId) -> bool {
        (self.first..=self.last).contains(&chunk)
    }
}

/// A chunk as features see it.
#[derive(Clone, Copy, Debug)]
struct ChunkEntry {
    /// Where the vocabulary has its first word and that of its head, of a verb its lemma.
    first: u16,
    head: u16,
    category: Category,
}

impl ChunkEntry {
    fn without_words(category: Category) -> ChunkEntry {
        ChunkEntry {
            first: 0,
            head: 0,
            category,
        }
    }

    #[inline]
    fn of(
        input: &AttributionInput<'_>,
        vocabulary: &Vocabulary,
        id: ChunkId,
        chunk: &Chunk,
    ) -> ChunkEntry {
        let analysis = input.analysis;
        // The edge of a quote without a mark may stand after the last token.
        let Some(first) = analysis.words.get(chunk.first.index()) else {
            return ChunkEntry::without_words(Category::Quote);
        };
        let head = analysis.word(chunk.head);
        ChunkEntry {
            first: vocabulary.word(first.facts),
            head: match chunk.kind {
                ChunkKind::VerbGroup(_) => vocabulary.lemma(head.facts),
                _ => vocabulary.word(head.facts),
            },
            category: match chunk.kind {
                ChunkKind::VerbGroup(form) => of_verb(form, first, head),
                ChunkKind::NounPhrase => of_noun(input, id, head),
                kind => of_other(kind, first),
            },
        }
    }
}

/// How many adverbs in a row are skipped: "then suddenly". Set by hand.
const MOST_ADVERBS: usize = 2;

/// The chunks of a text, each with what features tell of it.
///
/// After the last chunk stands one for the edge of every sentence and quote; its neighbours are
/// itself.
pub(super) struct ChunkTable<'a> {
    pub(super) input: &'a AttributionInput<'a>,
    vocabulary: &'a Vocabulary,
    /// One for each chunk, indexed by `ChunkId` as the entries are.
    links: &'a [Links],
    entries: Vec<ChunkEntry>,
    /// The last of them.
    edge: ChunkId,
}

impl<'a> ChunkTable<'a> {
    pub(super) fn new(
        input: &'a AttributionInput<'a>,
        vocabulary: &'a Vocabulary,
    ) -> ChunkTable<'a> {
        let chunks = &input.analysis.chunks;
        let mut entries = Vec::with_capacity(chunks.len() + 1);
        let numbered = ChunkId::all(chunks.len()).zip(chunks);
        entries.extend(numbered.map(|(id, chunk)| ChunkEntry::of(input, vocabulary, id, chunk)));
        entries.push(ChunkEntry::without_words(Category::Edge));
        ChunkTable::with(input, vocabulary, entries)
    }

    /// A table of which no chunk is read yet.
    pub(super) fn unread(
        input: &'a AttributionInput<'a>,
        vocabulary: &'a Vocabulary,
    ) -> ChunkTable<'a> {
        let chunks = input.analysis.chunks.len();
        let entries = vec![ChunkEntry::without_words(Category::Edge); chunks + 1];
        ChunkTable::with(input, vocabulary, entries)
    }

    fn with(
        input: &'a AttributionInput<'a>,
        vocabulary: &'a Vocabulary,
        entries: Vec<ChunkEntry>,
    ) -> ChunkTable<'a> {
        ChunkTable {
            input,
            vocabulary,
            links: &input.analysis.links,
            entries,
            edge: ChunkId::new(input.analysis.chunks.len()),
        }
    }

    /// Reads a chunk and its siblings, as far as a part of an attribution can reach from there.
    pub(super) fn read_around(&mut self, chunk: ChunkId) {
        let next = |&chunk: &ChunkId| self.links[chunk.index()].next;
        let previous = |&chunk: &ChunkId| self.links[chunk.index()].previous;
        let after = iter::successors(Some(chunk), next).take(LONGEST_SENTENCE);
        let before = iter::successors(Some(chunk), previous).take(LONGEST_SENTENCE);
        for chunk in after.chain(before) {
            let entry = &mut self.entries[chunk.index()];
            if entry.category == Category::Edge {
                let own = &self.input.analysis.chunks[chunk.index()];
                *entry = ChunkEntry::of(self.input, self.vocabulary, chunk, own);
            }
        }
    }

    pub(super) fn analysis(&self) -> &'a Analysis<'a> {
        self.input.analysis
    }

    #[inline]
    fn entry(&self, chunk: ChunkId) -> ChunkEntry {
        steps::step();
        self.entries[chunk.index()]
    }

    /// The chunk that stands for the edge.
    #[inline]
    pub(super) fn edge(&self) -> ChunkId {
        self.edge
    }

    #[inline]
    pub(super) fn category(&self, chunk: ChunkId) -> Category {
        self.entry(chunk).category
    }

    /// The value of a feature that is the first word of a chunk.
    #[inline]
    pub(super) fn first_word(&self, chunk: ChunkId) -> u32 {
        self.entry(chunk).first.into()
    }

    /// The value of a feature that is the word of a chunk's head, of a verb its lemma.
    #[inline]
    pub(super) fn head_word(&self, chunk: ChunkId) -> u32 {
        self.entry(chunk).head.into()
    }

    /// The value of a feature that is the word of a token.
    pub(super) fn word(&self, token: TokenId) -> u32 {
        self.vocabulary
            .word(self.analysis().word(token).facts)
            .into()
    }

    /// The chunk after another within the same quote, or in narration; else the edge.
    #[inline]
    pub(super) fn next(&self, chunk: ChunkId) -> ChunkId {
        steps::step();
        self.links[chunk.index()].next.unwrap_or(self.edge)
    }

    /// Whether a chunk is an adverb, a time or an aside.
    pub(super) fn is_adverbial(&self, chunk: ChunkId) -> bool {
        matches!(
            self.category(chunk),
            Category::Adverb | Category::Aside | Category::Time
        )
    }

    /// The first chunk from this one on that is neither an adverb nor a time nor an aside.
    pub(super) fn skip_adverbs(&self, chunk: ChunkId) -> ChunkId {
        self.skip(chunk, |chunk| self.is_adverbial(chunk))
    }

    /// The first chunk from this one on that is not skipped.
    pub(super) fn skip(&self, mut chunk: ChunkId, is_skipped: impl Fn(ChunkId) -> bool) -> ChunkId {
        for _ in 0..MOST_ADVERBS {
            if is_skipped(chunk) {
                chunk = self.next(chunk);
            }
        }
        chunk
    }

    /// The chunk before another, likewise.
    #[inline]
    pub(super) fn previous(&self, chunk: ChunkId) -> ChunkId {
        steps::step();
        self.links[chunk.index()].previous.unwrap_or(self.edge)
    }

    /// The chunks from this one up to the edge.
    pub(super) fn onwards(&self, chunk: ChunkId) -> impl Iterator<Item = ChunkId> + Clone {
        let chunks = iter::successors(Some(chunk), |&chunk| Some(self.next(chunk)));
        chunks.take_while(|&chunk| chunk != self.edge())
    }

    /// The chunks from this one back to the edge.
    pub(super) fn backwards(&self, chunk: ChunkId) -> impl Iterator<Item = ChunkId> + Clone {
        let chunks = iter::successors(Some(chunk), |&chunk| Some(self.previous(chunk)));
        chunks.take_while(|&chunk| chunk != self.edge())
    }

    /// The words from one chunk to the end of another, quotes whole.
    pub(super) fn span(&self, first: ChunkId, last: ChunkId) -> Span {
        let analysis = self.analysis();
        let last = match analysis.chunk(last).kind {
            ChunkKind::Opening(quote) => analysis.quote_chunks[quote.index()].1,
            _ => last,
        };
        // The edge of a quote without a mark may stand after the last token.
        let token = TokenId::new(analysis.tokens.len() - 1);
        let start = analysis.chunk(first).first;
        let end = analysis.chunk(last).last().max(start);
        analysis.span(start.min(token), end.min(token))
    }
}

fn of_verb(form: VerbForm, first: &Word, head: &Word) -> Category {
    match form {
        VerbForm::Infinitive => Category::Infinitive,
        VerbForm::Ing => Category::Ing,
        VerbForm::Participle => Category::Participle,
        VerbForm::Finite if matches!(head.tag, Tag::Be | Tag::Have) => Category::Be,
        VerbForm::Finite if head.is(Class::Report) && head.facts.takes(Frame::That) => {
            Category::Report
        }
        VerbForm::Finite if first.tag == Tag::Modal => Category::Modal,
        VerbForm::Finite => Category::Finite,
    }
}

fn of_noun(input: &AttributionInput<'_>, chunk: ChunkId, head: &Word) -> Category {
    match head.tag {
        Tag::Pronoun => Category::Pronoun,
        Tag::Name | Tag::Title => Category::Name,
        Tag::Time => Category::Time,
        Tag::Number | Tag::Quantifier => Category::Quantity,
        _ if head.shape.has(Shape::PROPER) => Category::Name,
        _ => {
            let mention = input.mentions.of_chunk(chunk);
            match mention.map(|mention| input.mention(mention).nature) {
                Some(Nature::Person | Nature::Group | Nature::Organisation) => Category::Speaker,
                _ if head.is(Class::ReportNoun) => Category::ReportNoun,
                _ => Category::Noun,
            }
        }
    }
}

/// The category of a chunk that is neither noun nor verb and begins with this word.
fn of_other(kind: ChunkKind, word: &Word) -> Category {
    match kind {
        ChunkKind::Preposition if word.is_whole(Class::Dative) => Category::Dative,
        ChunkKind::Preposition if word.is_whole(Class::Agent) => Category::Agent,
        ChunkKind::Preposition if word.is_whole(Class::Genitive) => Category::Genitive,
        ChunkKind::Preposition => Category::Preposition,
        ChunkKind::Wh => Category::Wh,
        ChunkKind::Subordinator if word.is_whole(Class::Complementizer) => Category::Complementizer,
        ChunkKind::Subordinator => Category::Subordinator,
        ChunkKind::Coordinator => Category::Coordinator,
        ChunkKind::Adverb => Category::Adverb,
        ChunkKind::Adjective => Category::Adjective,
        ChunkKind::Comma => Category::Comma,
        ChunkKind::Colon => Category::Colon,
        ChunkKind::Semicolon => Category::Semicolon,
        ChunkKind::Dash => Category::Dash,
        ChunkKind::Stop => Category::Stop,
        ChunkKind::Aside => Category::Aside,
        ChunkKind::Opening(_) | ChunkKind::Closing(_) => Category::Quote,
        ChunkKind::Other | ChunkKind::NounPhrase | ChunkKind::VerbGroup(_) => Category::Other,
    }
}
