//! The lines of a novel, in order, with what stands beside each.

use super::super::quoted::Gatherer;
use super::super::{Candidate, Scene, Softmax, Weights};
use crate::analysis::mention::Mention;
use crate::analysis::{ChunkKind, Tag};
use crate::entity::novel::{OTHERS, Persons, is_called, possessive};
use crate::ids::{ChunkId, CueId, EntityId, MentionId, ParagraphId, SentenceId};
use crate::kinds::{Gender, MentionKind};
use crate::language::{Class, Classes, Facts, WordId, named};
use crate::quote::{QuoteId, QuoteKind};

/// The words that open an answer.
const ANSWERS: &[WordId] = &[
    named::AH,
    named::CERTAINLY,
    named::INDEED,
    named::NO,
    named::NOT,
    named::OH,
    named::QUITE,
    named::WELL,
    named::YES,
];

/// A source with less of the probability than this is none.
const LEAST: f32 = 0.1;

/// Speech of a novel between its marks.
#[derive(Clone, Debug)]
pub(super) struct Line {
    pub(super) quote: QuoteId,
    pub(super) opening: ChunkId,
    pub(super) closing: ChunkId,
    pub(super) first_sentence: SentenceId,
    pub(super) last_sentence: SentenceId,
    pub(super) first_paragraph: ParagraphId,
    pub(super) last_paragraph: ParagraphId,
    pub(super) told: Option<Told>,
    /// Whom the line calls by name, and of whom it speaks.
    pub(super) called: Vec<EntityId>,
    pub(super) named: Vec<EntityId>,
    /// The gender of somebody whom the line calls by no name: "sir".
    pub(super) calls: Option<Gender>,
    pub(super) asks: bool,
    pub(super) answers: bool,
    pub(super) breaks_off: bool,
    /// How many words it has.
    pub(super) words: usize,
    /// The person to whom the cue says it is spoken.
    pub(super) addressee: Option<EntityId>,
}

/// The mention that a cue makes the source, if it does.
#[derive(Clone, Copy, Debug)]
pub(super) struct Told {
    pub(super) mention: MentionId,
    pub(super) cue: Option<CueId>,
    pub(super) share: f32,
    pub(super) who: Who,
}

/// Whom a mention means, before anybody asks who talks with whom.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Who {
    Person(EntityId),
    /// "he", "she"
    Agreeing(Gender),
    /// "the other"
    Other,
    Nobody,
}

impl Who {
    pub(super) fn of(scene: &Scene<'_>, persons: &Persons, mention: MentionId) -> Who {
        let one = &scene.mentions.all[mention.index()];
        match (persons.of_mention[mention.index()], one.gender) {
            (Some(person), _) => Who::Person(person),
            (None, Some(gender)) if one.kind == MentionKind::Pronoun => Who::Agreeing(gender),
            (None, _) if one.kind == MentionKind::NounPhrase && is_other(scene, one) => Who::Other,
            _ => Who::Nobody,
        }
    }
}

/// "the other", "the latter"
fn is_other(scene: &Scene<'_>, mention: &Mention) -> bool {
    let analysis = scene.analysis;
    mention.first.next() == mention.head
        && analysis.word(mention.first).is_word(named::THE)
        && analysis.word(mention.head).is_one_of(&OTHERS)
}

/// Whom a subject of narration means: the person, or whose eyes, hands and voice it is.
pub(super) fn subject(scene: &Scene<'_>, persons: &Persons, mention: MentionId) -> Who {
    let who = Who::of(scene, persons, mention);
    let one = &scene.mentions.all[mention.index()];
    if who != Who::Nobody || one.kind == MentionKind::Pronoun || one.is_named() {
        return who;
    }
    if let Some(owner) = scene.mentions.possessor_of(one.chunk) {
        return Who::of(scene, persons, owner);
    }
    let first = scene.analysis.chunk(one.chunk).first;
    possessive(scene.analysis, first).map_or(Who::Nobody, Who::Agreeing)
}

/// All lines of a text, and for each quote the line that it is or stands in.
pub(super) fn find(scene: &Scene<'_>, persons: &Persons, weights: &Weights) -> Vec<Line> {
    let analysis = scene.analysis;
    let mut gatherer = Gatherer::default();
    let mut softmax = Softmax::new(weights);
    let mut lines: Vec<Line> = Vec::new();
    let mut line_of: Vec<Option<usize>> = Vec::with_capacity(analysis.quotes.len());
    for (number, quote) in analysis.quotes.iter().enumerate() {
        if let Some(parent) = quote.parent() {
            line_of.push(line_of[parent.index()]);
            continue;
        }
        let candidates = gatherer.candidates(scene, QuoteId::new(number), None);
        let told = told(scene, persons, &mut softmax, candidates);
        let line = line(scene, persons, QuoteId::new(number), told);
        line_of.push(line.as_ref().map(|_| lines.len()));
        lines.extend(line);
    }
    for (number, mention) in scene.mentions.all.iter().enumerate() {
        if let Some(quote) = analysis.enclosing[mention.chunk.index()]
            && let Some(line) = line_of[quote.index()]
        {
            let line = &mut lines[line];
            let address = address(analysis.word(mention.head).facts);
            let person = persons.of_mention[number];
            let is_called = (person.is_some() || address.is_some()) && is_called(analysis, mention);
            if is_called && line.calls.is_none() {
                line.calls = address;
            }
            let Some(person) = person else {
                continue;
            };
            let list = if is_called {
                &mut line.called
            } else {
                &mut line.named
            };
            // A line of thousands of names calls nobody.
            if list.len() < 8 && !list.contains(&person) {
                list.push(person);
            }
        }
    }
    lines
}

/// The gender of whom a noun calls: "sir", "papa".
fn address(facts: Facts) -> Option<Gender> {
    const CALL: Classes = Classes::of(&[Class::Title, Class::Person]);
    match (facts.is(Class::Male), facts.is(Class::Female)) {
        (true, false) if facts.is_any(CALL) => Some(Gender::Male),
        (false, true) if facts.is_any(CALL) => Some(Gender::Female),
        _ => None,
    }
}

fn line(scene: &Scene<'_>, persons: &Persons, quote: QuoteId, told: Option<Told>) -> Option<Line> {
    let analysis = scene.analysis;
    let (opening, closing) = analysis.quote_chunks[quote.index()];
    let kind = analysis.quotes[quote.index()].kind();
    let sure = told.is_some_and(|told| told.share > 0.8);
    if kind != QuoteKind::Speech && !(sure && kind != QuoteKind::Nickname) {
        return None;
    }
    let first_sentence = analysis.sentence_of[opening.index()];
    let last_sentence = analysis.sentence_of[closing.index()];
    let end = analysis.chunk(closing).first;
    let start = analysis.chunk(opening).end;
    // The last token of a text may open a quote.
    let last = end.previous().filter(|&last| last >= start);
    Some(Line {
        quote,
        opening,
        closing,
        first_sentence,
        last_sentence,
        first_paragraph: analysis.paragraph_of[first_sentence.index()],
        last_paragraph: analysis.paragraph_of[last_sentence.index()],
        addressee: told.and_then(|told| addressee(scene, persons, told)),
        told,
        called: Vec::new(),
        named: Vec::new(),
        calls: None,
        asks: last.is_some_and(|last| analysis.token_text(last).starts_with('?')),
        answers: last.is_some() && analysis.word(start).is_one_of(ANSWERS),
        breaks_off: last.is_some_and(|last| analysis.word(last).tag == Tag::Dash),
        words: end.since(start),
    })
}

/// The likeliest source beside a quote.
fn told(
    scene: &Scene<'_>,
    persons: &Persons,
    softmax: &mut Softmax<'_>,
    candidates: &[Candidate],
) -> Option<Told> {
    let (number, share) = softmax.likeliest_mention(candidates);
    let candidate = candidates[number];
    let mention = candidate.mention.filter(|_| share >= LEAST)?;
    Some(Told {
        mention,
        cue: candidate.cue,
        share,
        who: subject(scene, persons, mention),
    })
}

/// The person behind "to" right behind the cue and its source: "said Anne to Tom".
fn addressee(scene: &Scene<'_>, persons: &Persons, told: Told) -> Option<EntityId> {
    let analysis = scene.analysis;
    let cue = &scene.cues[told.cue?.index()];
    let mut chunk = cue
        .last_chunk
        .max(scene.mentions.all[told.mention.index()].chunk);
    for _ in 0..4 {
        chunk = analysis.next_sibling(chunk)?;
        let kind = analysis.chunk(chunk).kind;
        if kind == ChunkKind::Preposition
            && analysis
                .word(analysis.chunk(chunk).first)
                .is_word(named::TO)
        {
            let mention = scene.mentions.of_chunk(analysis.next_sibling(chunk)?)?;
            return persons.of_mention[mention.index()];
        }
        if kind != ChunkKind::Adverb {
            return None;
        }
    }
    None
}

/// Whether a noun of the narration does something: a verb follows it.
pub(super) fn is_subject(scene: &Scene<'_>, mention: &Mention) -> bool {
    let analysis = scene.analysis;
    if mention.possessor {
        return false;
    }
    let behind = analysis
        .next_sibling(mention.chunk)
        .map(|chunk| analysis.chunk(chunk));
    let verb = behind.is_some_and(|chunk| match chunk.kind {
        ChunkKind::VerbGroup(_) => true,
        ChunkKind::Adverb | ChunkKind::Comma => true,
        _ => analysis.word(chunk.first).tag == Tag::Wh,
    });
    let before = analysis
        .previous_sibling(mention.chunk)
        .map(|chunk| analysis.chunk(chunk).kind);
    verb && !matches!(
        before,
        Some(ChunkKind::Preposition | ChunkKind::VerbGroup(_))
    )
}
