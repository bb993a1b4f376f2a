//! Quotes that words before them lead in, whatever else stands beside them.

use enumset::enum_set;

use super::candidate::{Candidate, PreviousChoice, cue_features};
use super::features::QuotationFeature;
use super::input::AttributionInput;
use super::quote_position::QuotePosition;
use super::source;
use super::uncued::without_cue;
use crate::analysis::mention::Nature;
use crate::analysis::{ChunkKind, Tag, VerbForm};
use crate::ids::{ChunkId, CueId, TokenId};
use crate::kinds::CueKind;
use crate::language::{Class, Frame};

/// Whoever puts a question that somebody else answers in the same sentence: Asked by a pupil, “Do fish sleep?”, she
/// said yes.
pub(super) fn question_put(
    input: &AttributionInput<'_>,
    position: &QuotePosition,
    cues: &[CueId],
) -> Option<Candidate> {
    let analysis = input.analysis;
    let kind = |chunk: ChunkId| analysis.chunk(chunk).kind;
    let last = analysis.chunk(position.closing).first.previous()?;
    if !analysis.token_text(last).starts_with('?') {
        return None;
    }
    let mut before = analysis.siblings_before(position.opening);
    let noun = before.find(|&chunk| !matches!(kind(chunk), ChunkKind::Comma | ChunkKind::Colon))?;
    let by = analysis.previous_sibling(noun)?;
    let is_by = analysis.first_word(by).is_whole(Class::Agent);
    let asked = analysis.previous_sibling(by).filter(|_| is_by)?;
    let cue = cues.iter().copied().find(|&cue| {
        let cue = input.cue(cue);
        let leads = analysis.previous_sibling(cue.first_chunk).is_none();
        cue.last_chunk == asked
            && (leads || cue.passive)
            && cue.facts.is(Class::VerbParticiple)
            && cue.facts.takes(Frame::Question)
    })?;
    let agent = without_cue(
        input,
        input.mentions.of_chunk(noun)?,
        QuotationFeature::Agent,
    );
    Some(Candidate {
        cue: Some(cue),
        features: agent.features
            | cue_features(input.cue(cue))
            | enum_set!(QuotationFeature::CueBeforeComma | QuotationFeature::PersonBeside),
        ..agent
    })
}

/// Whoever puts it so, as a clause after the quote tells: It is “a riddle”, as Ada puts it.
pub(super) fn source_of_as_x_puts_it(
    input: &AttributionInput<'_>,
    position: &QuotePosition,
    cues: &[CueId],
) -> Option<Candidate> {
    let (noun, verb) = as_x_puts_it(input, position.closing)
        .or_else(|| as_x_puts_it_before(input, position.opening))?;
    let mention = input.mentions.of_chunk(noun)?;
    let cue = cues
        .iter()
        .copied()
        .find(|&cue| input.cue(cue).head_chunk == verb)?;
    let subject = without_cue(input, mention, QuotationFeature::SubjectBeside);
    Some(Candidate {
        cue: Some(cue),
        features: subject.features
            | cue_features(input.cue(cue))
            | enum_set!(QuotationFeature::CueRightAfter | QuotationFeature::PersonBeside),
        ..subject
    })
}

/// The subject and the verb of a clause after a quote that tells who puts it so.
pub(super) fn as_x_puts_it(
    input: &AttributionInput<'_>,
    closing: ChunkId,
) -> Option<(ChunkId, ChunkId)> {
    let analysis = input.analysis;
    let kind = |chunk: ChunkId| analysis.chunk(chunk).kind;
    let mut after = analysis
        .siblings_after(closing)
        .filter(|&chunk| !matches!(kind(chunk), ChunkKind::Comma | ChunkKind::Adverb));
    let begins = |&link: &ChunkId| {
        analysis
            .head_word(link)
            .is_one_of(analysis.language.sources.before_description)
    };
    after.next().filter(begins)?;
    // "As they say" means nobody.
    let is_they = |noun: ChunkId| {
        analysis.head_word(noun).tag == Tag::Pronoun
            && analysis.head_word(noun).is_whole(Class::Plural)
    };
    let noun = after
        .next()
        .filter(|&noun| kind(noun) == ChunkKind::NounPhrase && !is_they(noun))?;
    let verb = after.next().filter(|&verb| {
        kind(verb) == ChunkKind::VerbGroup(VerbForm::Finite)
            && analysis.head_word(verb).facts.takes(Frame::Speech)
            && analysis.head_word(verb).facts.takes(Frame::After)
    })?;
    Some((noun, verb))
}

/// The subject and the verb of a clause between commas before a quote that tells who puts it so: It was, as Ada put it,
/// “a riddle”.
pub(super) fn as_x_puts_it_before(
    input: &AttributionInput<'_>,
    opening: ChunkId,
) -> Option<(ChunkId, ChunkId)> {
    let analysis = input.analysis;
    let kind = |chunk: ChunkId| analysis.chunk(chunk).kind;
    // It was, as Ada put it, “a riddle”; it, as Ada put it, was “a riddle”.
    let is_be = |chunk: &ChunkId| analysis.head_word(*chunk).tag == Tag::Be;
    let mut before = analysis.siblings_before(opening).skip_while(is_be);
    before
        .next()
        .filter(|&comma| kind(comma) == ChunkKind::Comma)?;
    before
        .next()
        .filter(|&it| analysis.head_word(it).is(Class::Neuter))?;
    let verb = before.next().filter(|&verb| {
        kind(verb) == ChunkKind::VerbGroup(VerbForm::Finite)
            && analysis.head_word(verb).facts.takes(Frame::Speech)
    })?;
    let is_link = |&link: &ChunkId| {
        analysis
            .head_word(link)
            .is_one_of(analysis.language.sources.before_description)
    };
    let before = || {
        let before = analysis.siblings_before(verb);
        before.skip_while(|&chunk| kind(chunk) == ChunkKind::Adverb)
    };
    // "As Ada Berg, a guide, put it,"
    let is_apart = before().next().map(kind) == Some(ChunkKind::Comma);
    let reach = if is_apart { LONGEST_APPOSITION } else { 2 };
    let link = before().take(reach).find(is_link)?;
    let noun = analysis
        .next_sibling(link)
        .filter(|&noun| kind(noun) == ChunkKind::NounPhrase)?;
    let is_set_apart = || analysis.next_sibling(noun).map(kind) == Some(ChunkKind::Comma);
    (!is_apart || is_set_apart()).then_some((noun, verb))
}

/// How many chunks there are at most from "as" to the verb where an apposition stands between: as Ada Berg, a guide in
/// Lyon, put it.
const LONGEST_APPOSITION: usize = 12;

/// What bears the words of a quote, as a sign does: a sign that read “Best Club”, the sign — which said “Best Club” —,
/// a hat reading “Best Club”.
pub(super) fn bearer(
    input: &AttributionInput<'_>,
    position: &QuotePosition,
    cues: &[CueId],
) -> Option<Candidate> {
    let analysis = input.analysis;
    let kind = |chunk: ChunkId| analysis.chunk(chunk).kind;
    let is_aside = |chunk: &ChunkId| {
        matches!(
            kind(*chunk),
            ChunkKind::Comma | ChunkKind::Colon | ChunkKind::Dash
        )
    };
    let mut before = analysis.siblings_before(position.opening);
    let last = before.find(|chunk| !is_aside(chunk))?;
    let cue = cues.iter().copied().find(|&cue| {
        let cue = input.cue(cue);
        cue.head_chunk == last && cue.kind == CueKind::Verb && !cue.passive
    })?;
    let verb = input.cue(cue);
    let link = analysis.previous_sibling(verb.first_chunk)?;
    let (subject, noun) = match verb.form {
        VerbForm::Ing if verb.facts.takes(Frame::Writing) => (link, link),
        VerbForm::Finite if verb.facts.leads_in_speech() => {
            let is_relative = analysis.first_word(link).is(Class::Wh);
            let mut before = analysis.siblings_before(link);
            let noun = before.find(|chunk| !is_aside(chunk));
            (link, noun.filter(|_| is_relative)?)
        }
        _ => return None,
    };
    let mention = input.mentions.of_chunk(noun)?;
    let head = analysis.word(input.mention(mention).head);
    // "Ada hoisted a sign that read “Best Club”" is told of Ada.
    let is_held = || {
        let before = analysis.previous_sibling(noun).map(kind);
        analysis.previous_sibling(link) == Some(noun)
            && matches!(before, Some(ChunkKind::VerbGroup(_)))
    };
    let bears = match input.mention(mention).nature {
        _ if verb.form == VerbForm::Finite && is_held() => false,
        Nature::Thing => head.tag != Tag::Time && !head.is(Class::Beat),
        Nature::Document => head.is(Class::Document),
        _ => false,
    };
    let source = input.mentions.of_chunk(subject).unwrap_or(mention);
    let subject = without_cue(input, source, QuotationFeature::SubjectBeside);
    bears.then(|| Candidate {
        cue: Some(cue),
        features: subject.features
            | cue_features(verb)
            | enum_set!(QuotationFeature::CueRightBefore | QuotationFeature::StrongVerb),
        ..subject
    })
}

/// How many words stand between a form of "be" and "like", and how many chunks from its subject to the quote at most.
const BEFORE_LIKE: usize = 2;
const BEFORE_BE: usize = 5;

/// Whoever is like what stands in marks: She was like, “No way!”, I'm all like “no”, he goes, “Why?”.
pub(super) fn is_like(
    input: &AttributionInput<'_>,
    position: &QuotePosition,
    cues: &[CueId],
) -> Option<Candidate> {
    let analysis = input.analysis;
    let opening = analysis.chunk(position.opening);
    let is_comma = |at: &TokenId| analysis.word(*at).tag == Tag::Comma;
    let has_comma = opening.first.previous().as_ref().is_some_and(is_comma);
    let mut before = TokenId::FIRST
        .up_to(opening.first)
        .rev()
        .skip_while(is_comma);
    let last = before.next()?;
    let like = analysis.word(last);
    let verb = if like.is_one_of(analysis.language.sources.imitating) {
        last
    } else if like.is_one_of(analysis.language.sources.before_imitation) {
        before
            .take(BEFORE_LIKE + 1)
            .find(|&at| !matches!(analysis.word(at).tag, Tag::Adverb | Tag::Quantifier))
            .filter(|&at| analysis.word(at).is(Class::Be))?
    } else {
        return None;
    };
    let mut chunks = analysis.siblings_before(position.opening).take(BEFORE_BE);
    // "she", or "she's" itself
    let mention = chunks.find_map(|chunk| {
        let mention = input.mentions.of_chunk(chunk)?;
        (analysis.chunk(chunk).first <= verb).then_some(mention)
    })?;
    // "They were all “fine”."
    if like.tag != Tag::Preposition && !has_comma && input.mention(mention).plural {
        return None;
    }
    let subject = without_cue(input, mention, QuotationFeature::SubjectBeside);
    let cue = cues
        .iter()
        .copied()
        .find(|&cue| input.cue(cue).head == verb);
    // "She was like “a sister” to me."
    if cue.is_some_and(|cue| input.cue(cue).resembles(analysis, position.quote)) {
        return None;
    }
    source::is_somebody(subject.features).then(|| Candidate {
        cue,
        features: subject.features
            | enum_set!(
                QuotationFeature::SubjectOfWasLike
                    | QuotationFeature::CueRightBefore
                    | QuotationFeature::StrongVerb
                    | QuotationFeature::PersonBeside
            ),
        ..subject
    })
}

/// Whoever says the second of two quotations that one verb reports: Berg called it “a gift” and Moss “a curse”.
pub(super) fn gapped(
    input: &AttributionInput<'_>,
    position: &QuotePosition,
    before: Option<PreviousChoice>,
) -> Option<Candidate> {
    let before = before?;
    let analysis = input.analysis;
    let (first, _) = analysis.quote_chunks[before.quote.index()];
    let links = analysis.language.sources.before_description;
    let is_link = |chunk: &ChunkId| analysis.first_word(*chunk).is_one_of(links);
    let mut chunks = analysis
        .siblings_before(position.opening)
        .skip_while(is_link);
    let noun = chunks.next()?;
    let and = chunks.next()?;
    if analysis.chunk(and).kind != ChunkKind::Coordinator || chunks.next() != Some(first) {
        return None;
    }
    let mention = input.mentions.of_chunk(noun)?;
    let cue = before.cue?;
    let verb = input.cue(cue);
    let subject = without_cue(input, mention, QuotationFeature::SubjectBeside);
    let leads = verb.head_chunk < first
        && REPEATED.iter().any(|&frame| verb.facts.takes(frame))
        && source::is_somebody(subject.features);
    leads.then(|| Candidate {
        cue: Some(cue),
        features: subject.features
            | cue_features(verb)
            | enum_set!(
                QuotationFeature::SubjectOfGappedVerb
                    | QuotationFeature::CueBeforeComma
                    | QuotationFeature::PersonBeside
            ),
        ..subject
    })
}

/// What verbs take that need not be said again.
const REPEATED: [Frame; 3] = [Frame::Strong, Frame::ObjectComplement, Frame::As];

/// Whether a verb with a subject of its own leads in a quote after another one in the same sentence, so that what
/// stands before that one reports nothing here: Ada texted “Soon,” and Ben texted back “Hurry!”
pub(super) fn begins_anew(
    input: &AttributionInput<'_>,
    position: &QuotePosition,
    before: PreviousChoice,
    candidates: &mut Vec<Candidate>,
) -> bool {
    let (_, closing) = input.analysis.quote_chunks[before.quote.index()];
    let is_between = |candidate: &Candidate| {
        let is_after = |chunk: ChunkId| chunk > closing;
        let cue = candidate.cue.map(|cue| input.cue(cue).head_chunk);
        let source = candidate
            .mention
            .map(|mention| input.mention(mention).chunk);
        cue.is_none_or(is_after) && source.is_none_or(is_after)
    };
    let mut leads = candidates
        .iter()
        .filter(|candidate| candidate.leads_by_verb());
    let is_led_in = input.analysis.sentence_of[closing.index()] == position.first_sentence
        && leads.any(is_between);
    if is_led_in {
        candidates.retain(is_between);
    }
    is_led_in
}

/// Leaves out verbs that report nothing and stand before the clause that leads in a quote, in its sentence: Ada looked
/// on as a man yelled “Stay!” Before a relative clause set apart that does, all verbs: Ada said the port must close, which
/// she called “a pity”.
pub(super) fn leave_farther(input: &AttributionInput<'_>, candidates: &mut Vec<Candidate>) {
    let analysis = input.analysis;
    let start = |candidate: &Candidate| {
        let cue = input.cue(candidate.cue?);
        let source = input.mention(candidate.mention?).chunk;
        Some(cue.first_chunk.min(source))
    };
    let Some(leading) = candidates
        .iter()
        .find(|one| one.leads_by_verb())
        .and_then(start)
    else {
        return;
    };
    let kind = |chunk: ChunkId| analysis.chunk(chunk).kind;
    let mut before = analysis.siblings_before(leading).map(kind);
    let is_relative = before.next() == Some(ChunkKind::Wh)
        && matches!(before.next(), Some(ChunkKind::Comma | ChunkKind::Dash));
    candidates.retain(|one| {
        let cue = one.cue.map(|cue| input.cue(cue));
        cue.is_none_or(|cue| {
            let reports = cue.kind != CueKind::Verb || cue.facts.is(Class::Report);
            cue.head_chunk >= leading || reports && !is_relative
        })
    });
}
