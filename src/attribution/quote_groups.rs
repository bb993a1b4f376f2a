//! The quotes of a text, each with the candidate that was chosen for it, joined by speaker and cue.

use enumset::{EnumSet, enum_set};
use smallvec::smallvec;

use super::answerer::{self, answerer, reported_last};
use super::candidate::{Candidate, PreviousChoice};
use super::choice::Chooser;
use super::data::FewQuotes;
use super::exchange::{self, Exchange};
use super::features::QuotationFeature;
use super::input::AttributionInput;
use super::interruption::{self, interrupter, resumption};
use super::interviewee::Interview;
use super::lazy_reasons::LazyReasons;
use super::models;
use super::quote_position::QuotePosition;
use super::quoted::CandidateFinder;
use super::report_index::ReportIndex;
use super::spoken::is_spoken;
use super::turns::Turns;
use crate::analysis::Analysis;
use crate::entity::Entities;
use crate::hash::WordMap;
use crate::ids::{CueId, MentionId};
use crate::kinds::MentionKind;
use crate::language::Frame;
use crate::quote::QuoteId;
use crate::room::make_room;

/// Quotes of one speaker that one cue reports.
#[derive(Clone, Debug)]
pub(super) struct QuoteGroup {
    pub(super) quotes: FewQuotes,
    pub(super) cue: Option<CueId>,
    /// The source; `None` for speech that the text gives to nobody.
    pub(super) mention: Option<MentionId>,
    pub(super) reasons: LazyReasons,
    pub(super) confidence: f32,
    /// The quote of which the last paragraph has a reporting clause of its own,
    /// and whether that paragraph is all of it here.
    pub(super) split_off: Option<(QuoteId, Part)>,
}

impl QuoteGroup {
    fn of(
        quote: QuoteId,
        cue: Option<CueId>,
        mention: Option<MentionId>,
        features: EnumSet<QuotationFeature>,
        confidence: f32,
    ) -> QuoteGroup {
        QuoteGroup {
            quotes: smallvec![quote],
            cue,
            mention,
            reasons: LazyReasons::of_quotation(models::news(), features),
            confidence,
            split_off: None,
        }
    }
}

/// Which part of a quote over several paragraphs one reporting clause covers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// All but the last paragraph.
    Beginning,
    LastParagraph,
}

/// How many groups there is room for from the start, as nearly every article needs.
const INITIAL_GROUPS_CAPACITY: usize = 256;

/// What was chosen last, and its group.
type LastChoice = Option<(PreviousChoice, Option<usize>)>;

/// What the quotes before tell of who speaks next.
#[derive(Debug, Default)]
struct Conversation {
    exchange: Exchange,
    turns: Turns,
    interview: Interview,
}

/// What was chosen last at each depth.
#[derive(Debug, Default)]
struct LastChoices {
    /// With the quote around it: what stands within one has no other in between.
    at_depth: Vec<(Option<QuoteId>, LastChoice)>,
}

impl LastChoices {
    /// What was chosen last within the quote around another or, where there is none, outside of all.
    fn around(&mut self, analysis: &Analysis<'_>, quote: QuoteId) -> &mut LastChoice {
        let opening = analysis.quote_chunks[quote.index()].0;
        let around = analysis.enclosing[opening.index()];
        let depth = analysis.depth(opening);
        if depth >= self.at_depth.len() {
            self.at_depth.resize(depth + 1, (None, None));
        }
        let last = &mut self.at_depth[depth];
        if last.0 != around {
            *last = (around, None);
        }
        &mut last.1
    }
}

/// Chooses for each quote and joins those that one speaker goes on with.
pub(super) fn groups(
    input: &AttributionInput<'_>,
    entities: &Entities<'_>,
    chooser: &mut impl Chooser,
    reports: &ReportIndex<'_>,
) -> Vec<QuoteGroup> {
    let analysis = input.analysis;
    let mut finder = CandidateFinder::default();
    let mut groups: Vec<QuoteGroup> =
        Vec::with_capacity(analysis.quotes.len().min(INITIAL_GROUPS_CAPACITY));
    let mut by_cue: WordMap<(CueId, MentionId), usize> = WordMap::default();
    let mut last = LastChoices::default();
    let mut conversation = Conversation::default();
    for quote in QuoteId::all(analysis.quotes.len()) {
        let last = last.around(analysis, quote);
        let before = *last;
        let candidates = finder.candidates(input, quote, before.map(|(before, _)| before));
        reports.add_features(input, quote, candidates);
        let (chosen, confidence) = chooser.choose(input, entities, quote, candidates);
        let chosen =
            lead_of_paragraphs(input, entities, quote, candidates, chosen).unwrap_or(chosen);
        let features = candidates[chosen].features;
        let mut turn = ChosenQuote::of(quote, &candidates[chosen], confidence);
        let is_completed = turn.settle(input, entities, before, &mut conversation.exchange);
        turn.answer(input, entities, reports, &mut conversation);
        let ChosenQuote { confidence, .. } = turn;
        let (mut cue, mut mention) = (turn.cue, turn.mention);
        if let Some(group) = before.and_then(|(_, group)| group)
            && is_completed
        {
            (groups[group].cue, groups[group].mention) = (cue, mention);
        }
        // What a cue reports of a source is one attribution, whoever else is quoted in between.
        let of_cue = cue.zip(mention);
        let joined = before
            .and_then(|(_, group)| group)
            .filter(|_| turn.goes_on && mention.is_some())
            .or_else(|| by_cue.get(&of_cue?).copied());
        let mut group = match joined {
            Some(group) => {
                groups[group].quotes.push(quote);
                groups[group].confidence = groups[group].confidence.min(confidence);
                Some(group)
            }
            None if mention.is_some() || candidates[chosen].is_sentence() => {
                make_room(&mut groups, quote.index(), analysis.quotes.len());
                groups.push(QuoteGroup::of(quote, cue, mention, features, confidence));
                Some(groups.len() - 1)
            }
            None => None,
        };
        let own_clause = group
            .filter(|&group| groups[group].split_off.is_none())
            .zip(clause_of_last_paragraph(
                input,
                quote,
                candidates,
                candidates[chosen],
            ));
        if let Some((of_cue, group)) = of_cue.zip(group) {
            by_cue.insert(of_cue, group);
        }
        if let Some((beginning, clause)) = own_clause {
            groups[beginning].split_off = Some((quote, Part::Beginning));
            (cue, mention) = (clause.cue, clause.mention);
            groups.push(QuoteGroup {
                split_off: Some((quote, Part::LastParagraph)),
                ..QuoteGroup::of(quote, cue, mention, clause.features, confidence)
            });
            group = Some(groups.len() - 1);
            if let Some((of_cue, group)) = cue.zip(mention).zip(group) {
                by_cue.insert(of_cue, group);
            }
        }
        *last = Some((
            PreviousChoice {
                quote,
                cue,
                mention,
            },
            group,
        ));
    }
    groups
}

/// What leads in a quote of several paragraphs of which the last has the reporting clause that was chosen, both of the
/// same source or of pronouns for it: a verb that reports, or a colon after whatever is told of that source.
fn lead_of_paragraphs(
    input: &AttributionInput<'_>,
    entities: &Entities<'_>,
    quote: QuoteId,
    candidates: &[Candidate],
    chosen: usize,
) -> Option<usize> {
    let is_long = input.analysis.quotes[quote.index()].has_several_paragraphs();
    if !is_long || !candidates[chosen].is_reporting_clause() {
        return None;
    }
    let entity = |candidate: &Candidate| entities.of_mention(candidate.mention?);
    let of_clause = entity(&candidates[chosen]);
    let is_before_colon = |candidate: &Candidate| {
        candidate
            .features
            .contains(QuotationFeature::CueBeforeColon)
            && of_clause.is_some()
            && entity(candidate) == of_clause
    };
    let reports = |candidate: &Candidate| {
        is_before_colon(candidate) && candidate.features.contains(QuotationFeature::StrongVerb)
    };
    let first = |is: &dyn Fn(&Candidate) -> bool| candidates.iter().position(is);
    first(&Candidate::leads_by_verb)
        .or_else(|| first(&reports))
        .or_else(|| first(&is_before_colon))
}

/// The reporting clause after a quote that another cue leads in and that ends in a later paragraph: Ms. Berg said: “It
/// holds. “It will hold on Sunday,” she added.
fn clause_of_last_paragraph(
    input: &AttributionInput<'_>,
    quote: QuoteId,
    candidates: &[Candidate],
    chosen: Candidate,
) -> Option<Candidate> {
    if !input.analysis.quotes[quote.index()].has_several_paragraphs() {
        return None;
    }
    let (opening, closing) = input.analysis.quote_chunks[quote.index()];
    let head = |candidate: &Candidate| candidate.cue.map(|cue| input.cue(cue).head_chunk);
    head(&chosen).filter(|&head| head < opening)?;
    let mut clauses = candidates
        .iter()
        .filter(|candidate| candidate.is_reporting_clause());
    clauses.find(|clause| head(clause) > Some(closing)).copied()
}

/// Who speaks a quote that narration between dashes interrupts, and whether it goes on with the one before.
fn interrupted(
    input: &AttributionInput<'_>,
    quote: QuoteId,
    before: Option<PreviousChoice>,
) -> Option<(Option<MentionId>, bool)> {
    let position = |quote: QuoteId| input.analysis.quote_chunks[quote.index()];
    let (opening, closing) = position(quote);
    let resumed =
        before.filter(|before| resumption(input, position(before.quote).1) == Some(opening));
    match resumed {
        Some(before) => Some((before.mention, true)),
        None => resumption(input, closing).map(|_| (interrupter(input, closing), false)),
    }
}

/// Whether whoever acts between the pieces of a line is named by its reporting clause alone: “I have”—he coughed—“it,”
/// said Moss.
fn is_pronoun(input: &AttributionInput<'_>, mention: Option<MentionId>) -> bool {
    mention.is_some_and(|mention| input.mention(mention).kind == MentionKind::Pronoun)
}

/// Who says a quote, as it was chosen and as its neighbours tell.
struct ChosenQuote {
    quote: QuoteId,
    cue: Option<CueId>,
    mention: Option<MentionId>,
    goes_on: bool,
    features: EnumSet<QuotationFeature>,
    confidence: f32,
}

impl ChosenQuote {
    fn of(quote: QuoteId, chosen: &Candidate, confidence: f32) -> ChosenQuote {
        ChosenQuote {
            quote,
            cue: chosen.cue,
            mention: chosen.mention,
            goes_on: chosen.goes_on,
            features: chosen.features,
            confidence,
        }
    }

    /// Lets somebody else say a quote without a reporting clause of its own whom the sentences before tell to be quoted.
    fn answer(
        &mut self,
        input: &AttributionInput<'_>,
        entities: &Entities<'_>,
        reports: &ReportIndex<'_>,
        conversation: &mut Conversation,
    ) {
        if let Some(told) = self.told_before(input, entities, reports, &conversation.turns) {
            (self.cue, self.mention, self.goes_on) = (None, Some(told), false);
            self.confidence = answerer::CONFIDENCE;
        } else if let Some(answerer) = conversation.interview.answerer(input, entities, self.quote)
        {
            (self.mention, self.confidence) = (Some(answerer), answerer::CONFIDENCE);
        }
        conversation
            .turns
            .enter(input, entities, self.quote, self.mention);
    }

    /// Whom the sentences before a quote without a reporting clause tell to say it, if that is somebody else.
    fn told_before(
        &self,
        input: &AttributionInput<'_>,
        entities: &Entities<'_>,
        reports: &ReportIndex<'_>,
        turns: &Turns,
    ) -> Option<MentionId> {
        const SURE: EnumSet<QuotationFeature> = enum_set!(
            QuotationFeature::Signature
                | QuotationFeature::LabelInside
                | QuotationFeature::GoesOnInSentence
                | QuotationFeature::GoesOnAfterCue
                | QuotationFeature::BeforeUnclosed
        );
        let position = QuotePosition::of(input, self.quote);
        let has_own_cue = || {
            let cue = self.cue.filter(|_| !self.goes_on);
            cue.is_some_and(|cue| {
                let cue = input.cue(cue);
                cue.head_chunk > position.opening || position.same_sentence(input, cue)
            })
        };
        if !self.features.is_disjoint(SURE) || has_own_cue() || !is_spoken(input, self.quote) {
            return None;
        }
        let known = self
            .mention
            .and_then(|mention| entities.of_mention(mention));
        let told = answerer(input, entities, &position)
            .or_else(|| turns.next(input, &position))
            .or_else(|| reported_last(input, entities, reports, &position));
        told.filter(|&told| entities.of_mention(told) != known)
    }

    /// Takes over what narration between dashes and turns side by side tell. Returns whether the quote has the reporting
    /// clause of a line that began before an interruption.
    fn settle(
        &mut self,
        input: &AttributionInput<'_>,
        entities: &Entities<'_>,
        before: LastChoice,
        exchange: &mut Exchange,
    ) -> bool {
        let before = before.map(|(before, _)| before);
        let interrupted = || interrupted(input, self.quote, before);
        let is_strong = |cue: CueId| input.cue(cue).facts.takes(Frame::Strong);
        let has_strong_cue = self.mention.is_some() && self.cue.is_some_and(is_strong);
        let is_completed = has_strong_cue
            && before.is_some_and(|before| is_pronoun(input, before.mention))
            && interrupted().is_some();
        if is_completed {
            self.goes_on = true;
        } else if !has_strong_cue && let Some(interrupted) = interrupted() {
            self.cue = None;
            (self.mention, self.goes_on) = interrupted;
            self.confidence = interruption::CONFIDENCE;
        }
        let is_bare = match self.goes_on {
            true => !is_completed && before.is_some_and(|before| before.cue.is_some()),
            false => self.cue.is_none(),
        };
        if is_bare && let Some(other) = exchange.next(input, self.quote) {
            (self.cue, self.mention, self.goes_on) = (None, Some(other), false);
            self.confidence = exchange::CONFIDENCE;
        }
        exchange.enter(input, entities, self.quote, self.mention);
        is_completed
    }
}

/// Which chunks are cues of quotes.
pub(super) fn cue_chunks(input: &AttributionInput<'_>, groups: &[QuoteGroup]) -> Vec<bool> {
    let mut taken = vec![false; input.analysis.chunks.len()];
    for cue in groups.iter().filter_map(|group| group.cue) {
        let cue = input.cue(cue);
        taken[cue.first_chunk.index()] = true;
        taken[cue.head_chunk.index()] = true;
    }
    taken
}
