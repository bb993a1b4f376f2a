//! The candidates of a quote: who could have said it, by which cue, or that it quotes nobody.

use std::ops::Range;

use enumset::EnumSet;

use super::adjacent_turns::AdjacentTurns;
use super::candidate::{Candidate, INITIAL_CANDIDATES_CAPACITY, PreviousChoice, cue_features};
use super::features::QuotationFeature;
use super::input::AttributionInput;
use super::quote_position::QuotePosition;
use super::source::Source;
use super::spoken::is_spoken;
use super::uncued::{signed, subject_of_headline, uncued, without_cue};
use super::word_feature::{WordFeature, WordSlot};
use super::{led_in, non_quotation, revealed, source};
use crate::analysis::ChunkKind;
use crate::analysis::cue::CueCandidate;
use crate::analysis::mention::Mention;
use crate::gallop::count_leading;
use crate::ids::{CueId, MentionId};
use crate::kinds::CueKind;
use crate::language::{Class, Frame};
use crate::model::FeatureSet;
use crate::quote::{QuoteId, QuoteStyle};

/// Gathers the candidates of one quote after another, in text order.
#[derive(Debug)]
pub(super) struct CandidateFinder {
    candidates: Vec<Candidate>,
    /// Those by cues after the quote, before they are added to all others.
    after: Vec<Candidate>,
    /// The first cue after the opening of the quote.
    first_cue: CueId,
    cues: Vec<CueId>,
    sources: CueSources,
}

impl Default for CandidateFinder {
    fn default() -> CandidateFinder {
        CandidateFinder {
            candidates: Vec::with_capacity(INITIAL_CANDIDATES_CAPACITY),
            after: Vec::with_capacity(INITIAL_CANDIDATES_CAPACITY),
            first_cue: CueId::FIRST,
            cues: Vec::with_capacity(INITIAL_CANDIDATES_CAPACITY),
            sources: CueSources::default(),
        }
    }
}

impl CandidateFinder {
    /// All candidates of a quote; the first is that it quotes nobody.
    pub(super) fn candidates(
        &mut self,
        input: &AttributionInput<'_>,
        quote: QuoteId,
        before: Option<PreviousChoice>,
    ) -> &mut [Candidate] {
        let position = QuotePosition::of(input, quote);
        let ahead = &input.cues[self.first_cue.index()..];
        let passed = count_leading(ahead, |cue| cue.head_chunk < position.opening);
        self.first_cue = self.first_cue.plus(passed);
        position.find_cues(input, self.first_cue, &mut self.cues);
        self.candidates.clear();
        self.candidates.push(Candidate {
            cue: None,
            mention: None,
            goes_on: false,
            features: non_quotation::features(input, quote, &position),
            words: non_quotation::words(input, &position),
        });
        if is_after_letter(input, quote) || self.is_acted_on(input, quote) {
            return &mut self.candidates;
        }
        if let Some(sure) = self.sure(input, &position, before) {
            self.candidates.push(sure);
            return &mut self.candidates;
        }
        let has_reporting_clause = self.add_cued(input, &position, before);
        let cued = self
            .cues
            .iter()
            .any(|&cue| position.same_sentence(input, input.cue(cue)));
        let has_adjacent_cue = self.candidates.iter().any(Candidate::has_adjacent_cue);
        let has_own_clause = has_reporting_clause && is_spoken(input, quote);
        if has_own_clause {
            // Whatever stands farther off reports something else, but of the last of several paragraphs.
            let is_long = input.analysis.quotes[quote.index()].has_several_paragraphs();
            self.candidates.retain(|candidate| {
                candidate.cue.is_none()
                    || candidate.has_adjacent_cue()
                    || is_long && candidate.leads_by_verb()
            });
        } else {
            led_in::leave_farther(input, &mut self.candidates);
        }
        let turns = AdjacentTurns::of(input, quote);
        self.candidates
            .retain(|candidate| turns.leave(input, candidate));
        let is_led_in_anew = before.is_some_and(|before| {
            led_in::begins_anew(input, &position, before, &mut self.candidates)
        });
        let others = self.candidates.len();
        signed(input, &position, &mut self.candidates);
        if !has_adjacent_cue {
            self.candidates.extend(revealed_source(input, &position));
        }
        let signed = self.candidates.len() > others;
        if !has_own_clause {
            let is_after_silence = self.cues.iter().any(|&cue| {
                let cue = input.cue(cue);
                cue.head_chunk < position.opening && cue.is_silence(input.analysis)
            });
            uncued(input, &position, is_after_silence, &mut self.candidates);
        }
        let non_quotation = &mut self.candidates[0].features;
        non_quotation.add_if(cued, QuotationFeature::NonQuotationCueNear);
        non_quotation.add_if(has_adjacent_cue, QuotationFeature::NonQuotationCueBeside);
        // A name on the quote itself begins anew, and so does a reporting clause of its own.
        let begins_anew = signed || has_reporting_clause || is_led_in_anew;
        if let Some(before) = before.filter(|_| !begins_anew && turns.may_go_on()) {
            let features = goes_on(input, &position, before, cued);
            if before.mention.is_some() {
                let PreviousChoice { cue, mention, .. } = before;
                self.candidates.push(Candidate {
                    cue,
                    mention,
                    goes_on: true,
                    features,
                    words: [None; 2],
                });
            } else if features.contains(QuotationFeature::GoesOnInSentence) {
                non_quotation.add(QuotationFeature::NonQuotationLikeBefore);
            }
        }
        &mut self.candidates
    }

    /// Whoever says a quote whatever else stands beside it.
    fn sure(
        &self,
        input: &AttributionInput<'_>,
        position: &QuotePosition,
        before: Option<PreviousChoice>,
    ) -> Option<Candidate> {
        labelled(input, position, &self.cues)
            .or_else(|| led_in::question_put(input, position, &self.cues))
            .or_else(|| led_in::source_of_as_x_puts_it(input, position, &self.cues))
            .or_else(|| led_in::bearer(input, position, &self.cues))
            .or_else(|| led_in::is_like(input, position, &self.cues))
            .or_else(|| led_in::gapped(input, position, before))
            .or_else(|| subject_of_headline(input, position))
    }

    /// Whether something is done to the words of a quote, and no verb of speech is near: She pressed “Send”, hit “Enter”.
    fn is_acted_on(&self, input: &AttributionInput<'_>, quote: QuoteId) -> bool {
        let mut cues = self.cues.iter().map(|&cue| input.cue(cue));
        let is_strong = |cue: &CueCandidate| cue.facts.takes(Frame::Strong);
        cues.clone()
            .any(|cue| cue.acts_on_name(input.analysis, quote))
            && !cues.any(is_strong)
    }

    /// Adds the sources of all cues, and tells whether one of them makes its cue the reporting clause of the quote.
    fn add_cued(
        &mut self,
        input: &AttributionInput<'_>,
        position: &QuotePosition,
        before: Option<PreviousChoice>,
    ) -> bool {
        let is_before = |&cue: &CueId| input.cue(cue).head_chunk < position.opening;
        let (cues_before, cues_after) = self.cues.split_at(self.cues.partition_point(is_before));
        self.after.clear();
        for &cue in cues_after {
            let sources = self.sources.of_cue(input, cue);
            by_cue(input, position, sources, before, &mut self.after);
        }
        let has_reporting_clause = self.after.iter().any(Candidate::is_reporting_clause);
        let has_clause_alone = has_reporting_clause
            && is_spoken(input, position.quote)
            && !input.analysis.quotes[position.quote.index()].has_several_paragraphs();
        for &cue in cues_before {
            // Those of other sentences would be left out in favour of the quote's own clause.
            if has_clause_alone && !position.same_sentence(input, input.cue(cue)) {
                continue;
            }
            let sources = self.sources.of_cue(input, cue);
            by_cue(input, position, sources, before, &mut self.candidates);
        }
        self.candidates.append(&mut self.after);
        has_reporting_clause
    }
}

/// Whoever is named in the sentence after a quote, as who called is: “Are you up?” It was Ada.
fn revealed_source(input: &AttributionInput<'_>, position: &QuotePosition) -> Option<Candidate> {
    let one = revealed::revealed_after(input, position.last_sentence)?;
    let analysis = input.analysis;
    let ends = analysis.next_sibling(position.closing).is_none();
    let mention = input.mention(one);
    let is_whole = || {
        let after = analysis.next_sibling(mention.chunk);
        analysis.word(mention.first).is_whole(Class::Definite)
            && after.is_none_or(|after| analysis.chunk(after).kind == ChunkKind::Stop)
    };
    let is_known = ends && (mention.is_named() || is_whole());
    is_known.then(|| without_cue(input, one, QuotationFeature::Signature))
}

/// Whether the label before a speech of an interview is a letter, which names nobody: "Q:".
fn is_after_letter(input: &AttributionInput<'_>, quote: QuoteId) -> bool {
    letter_before(input, quote).is_some()
}

/// The letter that labels a speech of an interview.
pub(super) fn letter_before(input: &AttributionInput<'_>, quote: QuoteId) -> Option<char> {
    let quote = &input.analysis.quotes[quote.index()];
    if quote.style() != QuoteStyle::Script {
        return None;
    }
    let label = input.analysis.text[..quote.span().start()].trim_end();
    let mut letters = label.trim_end_matches([':', '.']).chars().rev();
    let letter = letters.next().filter(|letter| letter.is_alphabetic())?;
    let is_alone = !letters
        .next()
        .is_some_and(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '.'));
    is_alone.then_some(letter)
}

/// Whoever labels a quote, by the colon after the label if it has one.
fn labelled(
    input: &AttributionInput<'_>,
    position: &QuotePosition,
    cues: &[CueId],
) -> Option<Candidate> {
    let label = label_of(input, position.quote)?;
    let colon = cues.iter().copied().find(|&cue| {
        let cue = input.cue(cue);
        cue.kind == CueKind::Colon && cue.head_chunk.next() == position.opening
    });
    Some(Candidate {
        cue: colon,
        ..without_cue(input, label, QuotationFeature::LabelInside)
    })
}

/// The longest label with its directions, in bytes: more than a label and one direction have at most in
/// `quote::label`.
const LONGEST_LABELLING: usize = 200;

/// The name that labels a speech of a script: before a colon, or on the line above.
fn label_of(input: &AttributionInput<'_>, quote: QuoteId) -> Option<MentionId> {
    let analysis = input.analysis;
    let quote = &analysis.quotes[quote.index()];
    if quote.style() != QuoteStyle::Script {
        return None;
    }
    let start = quote.span().start();
    let before = analysis.text[..start].trim_end();
    let is_direction = |line: &&str| line.trim_start().starts_with('(') && line.ends_with(')');
    let directions = before.rsplit('\n').take_while(is_direction);
    // Each with the line end before it.
    let after_label: usize = directions.map(|line| line.len() + 1).sum();
    let line_end = before.len().checked_sub(after_label)?;
    let line = before[..line_end].rfind('\n').map_or(0, |end| end + 1);
    // [quote=ben]
    let label = before[line..line_end]
        .rfind('=')
        .map_or(line, |equals| line + equals + 1);
    if start - label > LONGEST_LABELLING {
        return None;
    }
    let token_start = |mention: &Mention| analysis.tokens[mention.first.index()].span().start();
    let all = &input.mentions.all;
    let first = all.partition_point(|mention| token_start(mention) < label);
    let mut within = (first..all.len())
        .take_while(|&at| token_start(&all[at]) < start)
        .filter(|&at| !all[at].possessor && !is_time(analysis.token_text(all[at].first)))
        .map(MentionId::new);
    within.next()
}

/// Whether a token of a label is no name but a part of the time before it.
fn is_time(token: &str) -> bool {
    token.starts_with(|c: char| c.is_ascii_digit())
}

/// The sources of the cues that were asked for last: quotes near each other have cues in common.
#[derive(Debug)]
struct CueSources {
    /// Each cue, and where its sources stand in `all`.
    cues: Vec<(CueId, Range<usize>)>,
    all: Vec<Source>,
}

impl Default for CueSources {
    fn default() -> CueSources {
        CueSources {
            cues: Vec::with_capacity(CueSources::CUES),
            all: Vec::with_capacity(CueSources::CUES * 4),
        }
    }
}

impl CueSources {
    /// How many cues are remembered.
    const CUES: usize = 16;

    fn of_cue(&mut self, input: &AttributionInput<'_>, cue: CueId) -> CuedSources<'_> {
        let known = self.cues.iter().position(|&(number, _)| number == cue);
        let position = known.unwrap_or_else(|| {
            if self.cues.len() == CueSources::CUES {
                self.cues.clear();
                self.all.clear();
            }
            let first = self.all.len();
            let candidate = input.cue(cue);
            source::candidates(input.analysis, input.mentions, candidate, &mut self.all);
            self.cues.push((cue, first..self.all.len()));
            self.cues.len() - 1
        });
        let sources = &self.all[self.cues[position].1.clone()];
        CuedSources { cue, sources }
    }
}

/// A cue with whoever could be its source.
#[derive(Clone, Copy, Debug)]
struct CuedSources<'a> {
    cue: CueId,
    sources: &'a [Source],
}

/// Adds the sources of a cue, but those that stand within another quote or beyond this one.
fn by_cue(
    input: &AttributionInput<'_>,
    position: &QuotePosition,
    CuedSources { cue: id, sources }: CuedSources<'_>,
    before: Option<PreviousChoice>,
    candidates: &mut Vec<Candidate>,
) {
    let cue = input.cue(id);
    let cue_features = cue_features(cue);
    // Nearly all sources of a cue share it.
    let mut relation = None;
    let analysis = input.analysis;
    if cue.names_object(analysis, position.quote)
        || cue.tells_of_marked(analysis, position.quote)
        || cue.quotes_another(analysis)
        || cue.acts_on_marked(analysis, position.quote)
        || cue.resembles(analysis, position.quote)
        || cue.is_silence(analysis)
    {
        return;
    }
    for source in sources {
        // He wrote “Low Tide”: nobody says it. But: The sign read “Low Tide”.
        let is_work =
            source::is_somebody(source.features) && cue.makes_work(input.analysis, position.quote);
        if is_work || is_shown(cue, source) || position.covers(input.mention(source.mention).chunk)
        {
            continue;
        }
        let edge = position.edge(input, cue, source);
        let relation = match relation {
            Some((known, relation)) if known == edge => relation,
            _ => {
                relation
                    .insert((edge, position.relation(input, cue, edge)))
                    .1
            }
        };
        let mut features = source.features | cue_features | relation.features;
        let person = source::is_person(source.features);
        features.add_if(relation.touches && person, QuotationFeature::PersonBeside);
        let chained = before
            .is_some_and(|before| before.mention == Some(source.mention) && before.cue != Some(id));
        features.add_if(chained, QuotationFeature::SourceOfCueBefore);
        let mut candidate = Candidate {
            cue: Some(id),
            mention: Some(source.mention),
            goes_on: false,
            features,
            words: [None; 2],
        };
        let slot = if candidate.has_adjacent_cue() {
            WordSlot::Beside
        } else {
            WordSlot::Within
        };
        candidate.words[0] = WordFeature::of(slot, cue.facts);
        candidates.push(candidate);
    }
}

/// Whether a thing shows words, as a verb tells that leads in nothing that is said: The screen showed “Error 404”.
fn is_shown(cue: &CueCandidate, source: &Source) -> bool {
    cue.kind == CueKind::Verb
        && source.features.contains(QuotationFeature::IsThing)
        && !cue.facts.leads_in_speech()
}

/// The features of the speaker of the quote before.
fn goes_on(
    input: &AttributionInput<'_>,
    position: &QuotePosition,
    before: PreviousChoice,
    cued: bool,
) -> EnumSet<QuotationFeature> {
    use QuotationFeature::*;
    let analysis = input.analysis;
    let (_, closing) = analysis.quote_chunks[before.quote.index()];
    let sentence = analysis.sentence_of[closing.index()];
    let paragraph = analysis.paragraph(closing);
    let here = analysis.paragraph(position.opening);
    let starts = analysis.previous_sibling(position.opening).is_none();
    let cue_sentence = before
        .cue
        .map(|cue| analysis.sentence_of[input.cue(cue).head_chunk.index()]);
    let mut features = EnumSet::new();
    features.add(if sentence == position.first_sentence {
        GoesOnInSentence
    } else if paragraph == here
        && starts
        && cue_sentence.is_some()
        && cue_sentence == position.first_sentence.previous()
    {
        GoesOnAfterCue
    } else if paragraph == here {
        GoesOnInParagraph
    } else if paragraph.next() == here && starts {
        GoesOnInNextParagraph
    } else {
        GoesOnFarther
    });
    features.add_if(
        !analysis.quotes[before.quote.index()].is_closed(),
        BeforeUnclosed,
    );
    features.add(if cued {
        GoesOnDespiteCue
    } else {
        GoesOnWithoutCue
    });
    features.add_if(position.is_alone(input), GoesOnAlone);
    if let Some(mention) = before.mention {
        features.add(source::nature(analysis, input.mention(mention)));
    }
    features
}
