//! The candidates of a quote that no cue leads to: signatures, labels, nouns beside it.

use enumset::EnumSet;

use super::candidate::Candidate;
use super::features::QuotationFeature;
use super::input::AttributionInput;
use super::quote_position::QuotePosition;
use super::source;
use crate::analysis::cue::labels_nobody;
use crate::analysis::mention::Nature;
use crate::analysis::{ChunkKind, Shape, Tag};
use crate::ids::{ChunkId, MentionId};
use crate::kinds::MentionKind;
use crate::language::{Class, Classes};
use crate::model::FeatureSet;
use crate::quote::QuoteStyle;

/// How many chunks without a cue are searched for a source.
const UNCUED: usize = 12;
/// How many nouns among them may be one, before a quote, after it, and in the sentence before.
const NOUNS_BEFORE: usize = 3;
const NOUNS_AFTER: usize = 2;
const NOUNS_LEADING_IN: usize = 2;
/// The most tokens of a sentence that does nothing but lead in the quote after it.
const LEAD_IN: usize = 8;

/// A source without a cue, with where it stands and what it is as features.
pub(super) fn without_cue(
    input: &AttributionInput<'_>,
    mention: MentionId,
    position: QuotationFeature,
) -> Candidate {
    let mut features = EnumSet::new();
    features.add(position);
    features.add(source::nature(input.analysis, input.mention(mention)));
    Candidate {
        cue: None,
        mention: Some(mention),
        goes_on: false,
        features,
        words: [None; 2],
    }
}

/// How many chunks after a quote a signature may begin: full stops and `>` stand between.
const FARTHEST_SIGNATURE: usize = 8;
/// How many signs of emphasis stand side by side: ***Ada***.
const LONGEST_EMPHASIS: usize = 3;

/// Adds the name that signs the quote after it, or that labels it at its start.
pub(super) fn signed(
    input: &AttributionInput<'_>,
    position: &QuotePosition,
    candidates: &mut Vec<Candidate>,
) {
    let analysis = input.analysis;
    let mut add = |chunk: ChunkId, kind: QuotationFeature| {
        if let Some(mention) = input.mentions.of_chunk(chunk)
            && input.mention(mention).is_named()
        {
            candidates.push(without_cue(input, mention, kind));
        }
    };
    let kind = |chunk: ChunkId| analysis.chunks.get(chunk.index()).map(|chunk| chunk.kind);
    let label = position.opening.next();
    let capitals = analysis
        .chunks
        .get(label.index())
        .and_then(|chunk| analysis.words.get(chunk.head.index()))
        .is_some_and(|word| word.shape.has(Shape::ALL_CAPITALS));
    if capitals && kind(label.next()) == Some(ChunkKind::Colon) {
        add(label, QuotationFeature::LabelInside);
    }
    if let Some(name) = signature_within(input, position) {
        add(name, QuotationFeature::Signature);
    }
    if let Some(speaker) = speaker_of_headline(input, position) {
        candidates.push(without_cue(input, speaker, QuotationFeature::Signature));
        return;
    }
    let after = position.closing.next();
    if is_in_brackets(input, after) {
        add(after.next(), QuotationFeature::Signature);
    }
    let is_emphasis = |chunk: ChunkId| {
        kind(chunk) == Some(ChunkKind::Other)
            && analysis.first_token_text(chunk).starts_with(['*', '_'])
    };
    let dash = after.up_to(after.plus(FARTHEST_SIGNATURE)).find(|&chunk| {
        kind(chunk) != Some(ChunkKind::Stop)
            && !analysis.is_block_sign(chunk)
            && !is_emphasis(chunk)
    });
    let beyond_emphasis = |mut chunk: ChunkId| {
        for _ in 0..LONGEST_EMPHASIS {
            if is_emphasis(chunk) {
                chunk = chunk.next();
            }
        }
        chunk
    };
    let is_block = analysis.quotes[position.quote.index()].style() == QuoteStyle::Block;
    // A block may be signed without a dash.
    let name = match dash.and_then(kind) {
        Some(ChunkKind::Dash) => dash.map(|dash| beyond_emphasis(dash.next())),
        Some(ChunkKind::NounPhrase) if is_block => dash,
        _ => None,
    };
    if let Some((dash, name)) = dash.zip(name)
        && kind(name) == Some(ChunkKind::NounPhrase)
        && let next = beyond_emphasis(name.next())
        && kind(next).is_none_or(|kind| {
            matches!(kind, ChunkKind::Stop | ChunkKind::Comma | ChunkKind::Aside)
                || analysis.is_block_sign(next)
                || analysis.sentence_of[next.index()] != analysis.sentence_of[dash.index()]
        })
    {
        add(name, QuotationFeature::Signature);
    }
}

/// The longest aside after the name in brackets, in chunks: (Halloran 2014, p. 7).
const LONGEST_CITATION: usize = 8;

/// Whether a name in brackets that ends a sentence begins with a chunk: “…” (Owen Park), “…” (Vale, 2020).
fn is_in_brackets(input: &AttributionInput<'_>, opening: ChunkId) -> bool {
    let analysis = input.analysis;
    let token = |chunk: ChunkId| analysis.first_token_text(chunk);
    if token(opening) != "(" {
        return false;
    }
    let after_name = opening.plus(2);
    let mut citation = after_name.up_to(after_name.plus(LONGEST_CITATION));
    let Some(closing) = citation.find(|&chunk| token(chunk) == ")") else {
        return false;
    };
    let is_citation = closing == after_name
        || after_name
            .up_to(closing)
            .any(|chunk| token(chunk).starts_with(|c: char| c.is_ascii_digit()));
    let after = closing.next();
    let ends = analysis.chunks.get(after.index()).is_none_or(|chunk| {
        chunk.kind == ChunkKind::Stop
            || analysis.sentence_of[after.index()] != analysis.sentence_of[opening.index()]
    });
    is_citation && ends
}

/// The name with which a letter ends that is quoted whole: “Dear Ida, … “Your brother, “Arthur.”
fn signature_within(input: &AttributionInput<'_>, position: &QuotePosition) -> Option<ChunkId> {
    let analysis = input.analysis;
    let is_sign = |chunk: ChunkId| {
        matches!(
            analysis.chunk(chunk).kind,
            ChunkKind::Stop | ChunkKind::Other
        )
    };
    let within = || position.opening.next().up_to(position.closing).rev();
    let name = within().find(|&chunk| !is_sign(chunk))?;
    let before = within()
        .skip_while(|&chunk| chunk >= name)
        .find(|&chunk| !is_sign(chunk))?;
    (analysis.paragraph(before) < analysis.paragraph(name)).then_some(name)
}

/// Adds the sources that have no cue. Whoever is silent in the sentence before is none.
pub(super) fn uncued(
    input: &AttributionInput<'_>,
    position: &QuotePosition,
    is_after_silence: bool,
    candidates: &mut Vec<Candidate>,
) {
    let analysis = input.analysis;
    let mut add = |chunk: ChunkId, kind: QuotationFeature| {
        if let Some(mention) = input.mentions.of_chunk(chunk)
            && !labels_nobody(analysis, chunk)
        {
            let mut candidate = without_cue(input, mention, kind);
            let features = &mut candidate.features;
            let before = analysis
                .previous_sibling(chunk)
                .map(|chunk| analysis.chunk(chunk).kind);
            features.add_if(before.is_none(), QuotationFeature::StartsClause);
            features.add_if(
                before == Some(ChunkKind::Preposition),
                QuotationFeature::AfterPreposition,
            );
            candidates.push(candidate);
        }
    };
    let before = analysis.siblings_before(position.opening);
    let nouns = before
        .take(UNCUED)
        .filter(|&chunk| analysis.chunk(chunk).kind == ChunkKind::NounPhrase);
    nouns
        .take(NOUNS_BEFORE)
        .for_each(|chunk| add(chunk, QuotationFeature::UncuedBefore));
    let after = analysis.siblings_after(position.closing);
    let nouns = after
        .take(UNCUED)
        .filter(|&chunk| analysis.chunk(chunk).kind == ChunkKind::NounPhrase);
    nouns
        .take(NOUNS_AFTER)
        .for_each(|chunk| add(chunk, QuotationFeature::UncuedAfter));
    if let Some(sentence) = position.first_sentence.previous()
        && analysis.previous_sibling(position.opening).is_none()
        && !is_after_silence
    {
        let same = analysis.share_paragraph(sentence, position.first_sentence);
        let short = analysis.sentences[sentence.index()].range().len() <= LEAD_IN;
        let kind = match same {
            true if short => QuotationFeature::LeadsIn,
            true => QuotationFeature::UncuedSentenceBefore,
            false => QuotationFeature::UncuedParagraphBefore,
        };
        let (first, end) = analysis.sentence_bounds(sentence);
        first
            .up_to(end)
            .take(UNCUED)
            .filter(|&chunk| analysis.chunk(chunk).kind == ChunkKind::NounPhrase)
            .filter(|&chunk| analysis.enclosing[chunk.index()] == position.enclosing)
            .take(NOUNS_LEADING_IN)
            .for_each(|chunk| add(chunk, kind));
    }
}

/// The most tokens in marks that tell in a headline how somebody feels.
const LONGEST_FEELING: usize = 3;

/// Of whom a headline tells in their own words how they feel: Mayor “shocked” by storm.
pub(super) fn subject_of_headline(
    input: &AttributionInput<'_>,
    position: &QuotePosition,
) -> Option<Candidate> {
    let analysis = input.analysis;
    let subject = analysis.previous_sibling(position.opening)?;
    let is_alone = position.first_sentence == position.last_sentence
        && analysis.previous_sibling(subject).is_none()
        && position.is_only_sentence(input);
    let last = analysis.sentence_chunks[position.last_sentence.index() + 1].previous()?;
    let is_headline = is_alone && analysis.chunk(last).kind != ChunkKind::Stop;
    let first = analysis.chunk(position.opening).end;
    let length = first.up_to(analysis.chunk(position.closing).first).len();
    let feels = (1..=LONGEST_FEELING).contains(&length) && analysis.word(first).is_any(FEELING);
    let leads_on = analysis.next_sibling(position.closing).is_none_or(|after| {
        let chunk = analysis.chunk(after);
        matches!(
            chunk.kind,
            ChunkKind::Preposition | ChunkKind::Adverb | ChunkKind::Subordinator
        ) || analysis.word(chunk.first).is(Class::Preposition)
    });
    let speaker = input.mentions.of_chunk(subject)?;
    let mention = input.mention(speaker);
    let is_bare = !matches!(
        analysis.word(mention.first).tag,
        Tag::Determiner | Tag::Possessive | Tag::Pronoun
    );
    let is_somebody = is_bare && mention.nature.can_speak();
    (is_headline && feels && leads_on && is_somebody)
        .then(|| without_cue(input, speaker, QuotationFeature::Signature))
}

/// What somebody can be said to feel or be.
const FEELING: Classes = Classes::of(&[Class::Adjective, Class::VerbParticiple]);

/// Who stands after the colon of a headline that begins with their words: ‘We were lucky’: skipper on storm rescue.
fn speaker_of_headline(
    input: &AttributionInput<'_>,
    position: &QuotePosition,
) -> Option<MentionId> {
    let analysis = input.analysis;
    let kind = |chunk: ChunkId| analysis.chunk(chunk).kind;
    let begins = analysis.previous_sibling(position.opening).is_none();
    let colon = analysis.next_sibling(position.closing);
    let colon = colon.filter(|&colon| begins && kind(colon) == ChunkKind::Colon)?;
    let noun = analysis.next_sibling(colon)?;
    let speaker = input.mentions.of_chunk(noun)?;
    let mention = input.mention(speaker);
    let is_somebody = mention.nature == Nature::Person
        || mention.is_named() && mention.nature != Nature::Document;
    (is_somebody && mention.kind != MentionKind::Pronoun).then_some(speaker)
}
