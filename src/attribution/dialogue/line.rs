//! The lines of a novel, in order, with what stands beside each.

use super::referent::{Referent, is_subject};
use crate::analysis::mention::{Mention, Nature};
use crate::analysis::{ChunkKind, Tag};
use crate::attribution::input::AttributionInput;
use crate::attribution::interruption::{self, resumption};
use crate::attribution::quoted::CandidateFinder;
use crate::attribution::revealed::{self, SPEECH};
use crate::attribution::spoken::is_spoken;
use crate::attribution::{Candidate, QuotationWeights, Softmax};
use crate::config::MinimumConfidence;
use crate::entity::{Entities, is_called};
use crate::ids::{ChunkId, CueId, EntityId, MentionId, ParagraphId, SentenceId};
use crate::kinds::{CueKind, Gender, MentionKind};
use crate::language::{Class, Classes, Facts, Frame};
use crate::quote::{QuoteId, QuoteKind};
use crate::room::make_room;
use crate::thin::ThinVec;

/// The most names of those whom a line calls, and of those of whom it speaks, that are remembered: a line of
/// thousands of names calls nobody.
const MOST_NAMES: usize = 8;

/// How many chunks after a cue an addressee may stand: "said Anne quietly to Tom".
const FARTHEST_ADDRESSEE: usize = 4;

/// Speech of a novel between its marks.
#[derive(Clone, Debug)]
pub(super) struct DialogueLine {
    pub(super) quote: QuoteId,
    /// The other quotes that it has where narration between dashes interrupts it.
    pub(super) more: ThinVec<QuoteId>,
    pub(super) opening: ChunkId,
    /// The end of the first quote.
    pub(super) first_closing: ChunkId,
    pub(super) closing: ChunkId,
    pub(super) first_sentence: SentenceId,
    pub(super) last_sentence: SentenceId,
    pub(super) first_paragraph: ParagraphId,
    pub(super) last_paragraph: ParagraphId,
    /// The source that a cue beside it has, if one has.
    pub(super) source: Option<CuedSource>,
    /// Whom it calls by name: “No, Tom.”
    pub(super) called: ThinVec<EntityId>,
    /// Of whom it speaks: “Tom is late.”
    pub(super) mentioned: ThinVec<EntityId>,
    /// The gender of somebody whom it calls by no name: “Yes, sir.”
    pub(super) called_gender: Option<Gender>,
    pub(super) is_question: bool,
    /// Whether it opens as an answer does: “Yes, …”
    pub(super) is_answer: bool,
    pub(super) breaks_off: bool,
    /// How many tokens it has.
    pub(super) length: u32,
    /// To whom it is spoken, if the cue says so: “…,” said Anne to Tom.
    pub(super) addressee: Option<EntityId>,
}

impl DialogueLine {
    /// Whether a quote goes on with it where narration between dashes interrupts it.
    fn resumes_with(&self, input: &AttributionInput<'_>, quote: QuoteId) -> bool {
        let opening = input.analysis.quote_chunks[quote.index()].0;
        resumption(input, self.closing) == Some(opening)
    }

    /// Adds a quote that goes on with it.
    fn extend(&mut self, input: &AttributionInput<'_>, quote: QuoteId) {
        let analysis = input.analysis;
        let (opening, closing) = analysis.quote_chunks[quote.index()];
        let start = analysis.chunk(opening).end;
        let end = analysis.chunk(closing).first;
        let last = analysis.last_within(quote);
        self.more.push(quote);
        self.closing = closing;
        self.last_sentence = analysis.sentence_of[closing.index()];
        self.last_paragraph = analysis.paragraph(closing);
        self.is_question = last.is_some_and(|last| analysis.token_text(last).starts_with('?'));
        self.breaks_off = last.is_some_and(|last| analysis.word(last).tag == Tag::Dash);
        self.length += end.since(start) as u32;
    }

    /// Whom the cue probably names.
    pub(super) fn named_by_cue(&self) -> Option<EntityId> {
        let source = self.source.filter(CuedSource::is_probable)?;
        source.referent.entity()
    }

    /// The source of the cue, if it may well be one.
    pub(super) fn possible_source(&self) -> Option<CuedSource> {
        self.source.filter(CuedSource::is_possible)
    }
}

/// The likeliest source beside a line.
#[derive(Clone, Copy, Debug)]
pub(super) struct CuedSource {
    pub(super) mention: MentionId,
    pub(super) cue: Option<CueId>,
    pub(super) probability: f32,
    pub(super) referent: Referent,
}

/// The steps of probability were chosen with the novels of `weights/MODEL.md` in view. Features are made of
/// them, so that the weights must be fitted anew when one changes.
impl CuedSource {
    /// A source less probable than this is none.
    const LEAST: f32 = 0.1;
    const POSSIBLE: f32 = 0.3;
    const FAIR: f32 = 0.4;
    const PROBABLE: f32 = 0.5;
    const SURE: f32 = 0.8;
    const CERTAIN: f32 = 0.97;

    pub(super) fn is_possible(&self) -> bool {
        self.probability > CuedSource::POSSIBLE
    }

    pub(super) fn is_fair(&self) -> bool {
        self.probability > CuedSource::FAIR
    }

    pub(super) fn is_probable(&self) -> bool {
        self.probability > CuedSource::PROBABLE
    }

    pub(super) fn is_sure(&self) -> bool {
        self.probability > CuedSource::SURE
    }

    /// Whether it surely is somebody or something that is none of the text's persons: "the sign", "they both",
    /// two together, and "I" where nobody is known to narrate; but "the answer" is one of theirs.
    pub(super) fn is_stranger(&self, input: &AttributionInput<'_>) -> bool {
        let mention = input.mention(self.mention);
        self.is_sure()
            && (is_joined(input, mention)
                || self.referent == Referent::Unknown && self.stands_for_itself(input, mention))
    }

    /// Whether a source of which no person is known is somebody or something of its own.
    fn stands_for_itself(&self, input: &AttributionInput<'_>, mention: &Mention) -> bool {
        let head = input.analysis.word(mention.head);
        match mention.kind {
            MentionKind::NounPhrase => {
                let is_verb = self.cue.is_some_and(|cue| {
                    let cue = input.cue(cue);
                    cue.kind == CueKind::Verb && cue.facts.is(Class::Report)
                });
                is_verb && (mention.nature == Nature::Document || !head.is_any(SPEECH))
            }
            MentionKind::Pronoun => mention.plural || head.is(Class::FirstPerson),
            _ => false,
        }
    }

    pub(super) fn is_certain(&self) -> bool {
        self.probability > CuedSource::CERTAIN
    }

    /// The likeliest of the candidates beside a quote.
    fn of(
        input: &AttributionInput<'_>,
        entities: &Entities<'_>,
        softmax: &mut Softmax<'_>,
        candidates: &[Candidate],
    ) -> Option<CuedSource> {
        let (number, probability) = softmax.likeliest_mention(candidates);
        let candidate = candidates[number];
        let mention = candidate
            .mention
            .filter(|_| probability >= CuedSource::LEAST)?;
        Some(CuedSource {
            mention,
            cue: candidate.cue,
            probability,
            referent: revealed(input, entities, mention)
                .unwrap_or_else(|| Referent::of_subject(input, entities, mention)),
        })
    }

    /// The person after "to" right after the cue and its source, or right after a verb that takes one bare:
    /// "said Anne to Tom", "said Anne, turning to Tom", "Anne asked Tom".
    fn addressee(&self, input: &AttributionInput<'_>, entities: &Entities<'_>) -> Option<EntityId> {
        let analysis = input.analysis;
        let cue = input.cue(self.cue?);
        let source = input.mention(self.mention).chunk;
        let mut chunk = cue.last_chunk.max(source);
        if source < cue.last_chunk
            && cue.facts.takes(Frame::Addressee)
            && let Some(object) = analysis.next_sibling(chunk)
            && analysis.chunk(object).kind == ChunkKind::NounPhrase
        {
            return entities.of_mention(input.mentions.of_chunk(object)?);
        }
        for _ in 0..FARTHEST_ADDRESSEE {
            chunk = analysis.next_sibling(chunk)?;
            let kind = analysis.chunk(chunk).kind;
            let first = analysis.first_word(chunk);
            if kind == ChunkKind::Preposition && first.is_whole(Class::Dative) {
                let mention = input.mentions.of_chunk(analysis.next_sibling(chunk)?)?;
                return entities.of_mention(mention);
            }
            if !matches!(
                kind,
                ChunkKind::Adverb | ChunkKind::Comma | ChunkKind::VerbGroup(_)
            ) {
                return None;
            }
        }
        None
    }
}

/// All lines of a text. `weights` are those of what stands beside a line.
pub(super) fn find(
    input: &AttributionInput<'_>,
    entities: &Entities<'_>,
    weights: &QuotationWeights,
) -> Vec<DialogueLine> {
    let quotes = &input.analysis.quotes;
    let mut finder = CandidateFinder::default();
    let mut softmax = Softmax::new(weights, MinimumConfidence::default());
    let mut lines: Vec<DialogueLine> = Vec::new();
    // The line that each quote is or stands in.
    let mut line_of: Vec<Option<usize>> = Vec::with_capacity(quotes.len());
    for (id, quote) in QuoteId::all(quotes.len()).zip(*quotes) {
        if let Some(parent) = quote.parent() {
            line_of.push(line_of[parent.index()]);
            continue;
        }
        let candidates = &*finder.candidates(input, id, None);
        let source = CuedSource::of(input, entities, &mut softmax, candidates);
        if let Some(before) = lines.last_mut()
            && before.resumes_with(input, id)
        {
            if before.source.is_none_or(|source| !source.is_sure()) {
                before.source = interrupter(input, entities, before.closing).or(before.source);
            }
            before.extend(input, id);
            line_of.push(lines.len().checked_sub(1));
            continue;
        }
        let has_own_clause =
            candidates.iter().any(Candidate::is_reporting_clause) && is_spoken(input, id);
        let line = line(input, entities, id, source, has_own_clause);
        line_of.push(line.as_ref().map(|_| lines.len()));
        make_room(&mut lines, id.index(), quotes.len());
        lines.extend(line);
    }
    read_names(input, entities, &mut lines, &line_of);
    lines
}

fn line(
    input: &AttributionInput<'_>,
    entities: &Entities<'_>,
    quote: QuoteId,
    source: Option<CuedSource>,
    has_own_clause: bool,
) -> Option<DialogueLine> {
    let analysis = input.analysis;
    let (opening, closing) = analysis.quote_chunks[quote.index()];
    let kind = analysis.quotes[quote.index()].kind();
    let has_cue = kind != QuoteKind::Nickname
        && (has_own_clause || source.is_some_and(|source| source.is_sure()));
    let is_interrupted = || resumption(input, closing).is_some();
    if kind != QuoteKind::Speech && !has_cue && !is_interrupted() {
        return None;
    }
    let first_sentence = analysis.sentence_of[opening.index()];
    let last_sentence = analysis.sentence_of[closing.index()];
    let start = analysis.chunk(opening).end;
    let end = analysis.chunk(closing).first;
    let last = analysis.last_within(quote);
    Some(DialogueLine {
        quote,
        more: ThinVec::new(),
        opening,
        first_closing: closing,
        closing,
        first_sentence,
        last_sentence,
        first_paragraph: analysis.paragraph(opening),
        last_paragraph: analysis.paragraph(closing),
        addressee: source.and_then(|source| source.addressee(input, entities)),
        source,
        called: ThinVec::new(),
        mentioned: ThinVec::new(),
        called_gender: None,
        is_question: last.is_some_and(|last| analysis.token_text(last).starts_with('?')),
        is_answer: last.is_some() && analysis.word(start).is_whole(Class::Answer),
        breaks_off: last.is_some_and(|last| analysis.word(last).tag == Tag::Dash),
        length: end.since(start) as u32,
    })
}

/// Whom the next sentence says a voice or a stranger to be: “…,” a voice called. It was the vicar.
fn revealed(
    input: &AttributionInput<'_>,
    entities: &Entities<'_>,
    id: MentionId,
) -> Option<Referent> {
    let revealed = revealed::revealed(input, id)?;
    let referent = Referent::of(input, entities, revealed);
    (referent != Referent::Unknown).then_some(referent)
}

/// Whether a noun begins with a possessive of several: "their mother".
pub(super) fn is_of_several(input: &AttributionInput<'_>, mention: &Mention) -> bool {
    let first = input.analysis.word(mention.first);
    mention.first < mention.head && first.is(Class::Possessive) && first.is(Class::Plural)
}

/// Whether a name is the first of two who speak together: "cried Ida and Oskar".
fn is_joined(input: &AttributionInput<'_>, mention: &Mention) -> bool {
    let analysis = input.analysis;
    let next = |chunk: ChunkId| analysis.next_sibling(chunk);
    let kind = |chunk: ChunkId| analysis.chunk(chunk).kind;
    let second = || {
        let and = next(mention.chunk).filter(|&and| kind(and) == ChunkKind::Coordinator)?;
        next(and).filter(|&second| kind(second) == ChunkKind::NounPhrase)
    };
    mention.is_named()
        && second().is_some_and(|second| {
            let verb = next(second).map(kind);
            let is_after_verb = analysis
                .previous_sibling(mention.chunk)
                .is_some_and(|before| matches!(kind(before), ChunkKind::VerbGroup(_)));
            !(is_after_verb && matches!(verb, Some(ChunkKind::VerbGroup(_))))
        })
}

/// Whether a description brings somebody in: "a tall man", "another sailor", "the second man".
pub(super) fn is_newcomer(input: &AttributionInput<'_>, mention: &Mention) -> bool {
    let analysis = input.analysis;
    let mut words = mention.first.up_to(mention.head);
    mention.kind == MentionKind::NounPhrase
        && mention.nature == Nature::Person
        && !analysis.word(mention.head).is_any(SPEECH)
        && words.any(|at| {
            analysis
                .word(at)
                .is_one_of(analysis.language.sources.before_newcomer)
        })
}

/// Who acts in the narration between dashes after a closing mark, as a sure source.
fn interrupter(
    input: &AttributionInput<'_>,
    entities: &Entities<'_>,
    closing: ChunkId,
) -> Option<CuedSource> {
    let mention = interruption::interrupter(input, closing)?;
    let referent = Referent::of_subject(input, entities, mention);
    let is_known = is_subject(input, input.mention(mention)) && referent != Referent::Unknown;
    is_known.then_some(CuedSource {
        mention,
        cue: None,
        probability: interruption::CONFIDENCE,
        referent,
    })
}

/// Enters whom each line calls and of whom it speaks.
fn read_names(
    input: &AttributionInput<'_>,
    entities: &Entities<'_>,
    lines: &mut [DialogueLine],
    line_of: &[Option<usize>],
) {
    let analysis = input.analysis;
    for (mention, person) in input.mentions.all.iter().zip(entities.referents()) {
        let quote = analysis.enclosing[mention.chunk.index()];
        let Some(line) = quote.and_then(|quote| line_of[quote.index()]) else {
            continue;
        };
        let line = &mut lines[line];
        let address = address(analysis.word(mention.head).facts);
        let is_called = (person.is_some() || address.is_some()) && is_called(analysis, mention);
        if is_called && line.called_gender.is_none() {
            line.called_gender = address;
        }
        let list = if is_called {
            &mut line.called
        } else {
            &mut line.mentioned
        };
        if let Some(person) = person
            && list.len() < MOST_NAMES
            && !list.contains(&person)
        {
            list.push(person);
        }
    }
}

/// The gender of whom a noun calls: "sir", "papa".
fn address(facts: Facts) -> Option<Gender> {
    const CALL: Classes = Classes::of(&[Class::Title, Class::Person]);
    facts.gender().filter(|_| facts.is_any(CALL))
}
