//! The choice among candidates: a weighted sum of their features, made a probability.

use std::ops::Range;

use enumset::{EnumSet, enum_set};

use super::candidate::{Candidate, INITIAL_CANDIDATES_CAPACITY};
use super::features::QuotationFeature;
use super::input::AttributionInput;
use super::led_in;
use super::quote_position::QuotePosition;
use super::spoken::is_spoken;
use super::uncued::subject_of_headline;
use super::weights::QuotationWeights;
use crate::analysis::ChunkKind;
use crate::config::MinimumConfidence;
use crate::entity::Entities;
use crate::exponential::exp;
use crate::ids::{ChunkId, EntityId, MentionId};
use crate::quote::{QuoteId, QuoteKind};

/// Picks one of several candidates.
pub(crate) trait Chooser {
    /// The number of the candidate that says a quote, and how sure that is.
    fn choose(
        &mut self,
        input: &AttributionInput<'_>,
        entities: &Entities<'_>,
        quote: QuoteId,
        candidates: &[Candidate],
    ) -> (usize, f32);
}

/// Takes the speaker with the greatest probability, all mentions and cues that lead there together,
/// and of these the likeliest.
#[derive(Clone, Debug)]
pub(crate) struct Softmax<'w> {
    weights: &'w QuotationWeights,
    /// Nobody is chosen who is less probable.
    minimum: MinimumConfidence,
    // Used again for each quote.
    odds: Vec<f32>,
    shares: Vec<(SpeakerKey, f32)>,
    /// One per candidate: the position of its share.
    positions: Vec<usize>,
}

impl<'w> Softmax<'w> {
    pub(crate) fn new(weights: &'w QuotationWeights, minimum: MinimumConfidence) -> Softmax<'w> {
        Softmax {
            weights,
            minimum,
            odds: Vec::with_capacity(INITIAL_CANDIDATES_CAPACITY),
            shares: Vec::with_capacity(INITIAL_CANDIDATES_CAPACITY),
            positions: Vec::with_capacity(INITIAL_CANDIDATES_CAPACITY),
        }
    }

    /// Gives each of those who may be meant a share, the first that of the first candidate.
    fn share(&mut self, candidates: &[Candidate], key: impl Fn(&Candidate) -> SpeakerKey) {
        let scores = candidates.iter().map(|one| self.weights.of(one));
        self.odds.clear();
        self.odds.extend(scores);
        make_odds(&mut self.odds);
        let all: f32 = self.odds.iter().sum();
        self.shares.clear();
        self.positions.clear();
        for (candidate, odds) in candidates.iter().zip(&self.odds) {
            let key = key(candidate);
            let known = self.shares.iter().position(|(other, _)| *other == key);
            let position = known.unwrap_or_else(|| {
                self.shares.push((key, 0.0));
                self.shares.len() - 1
            });
            self.shares[position].1 += odds;
            self.positions.push(position);
        }
        self.shares.iter_mut().for_each(|(_, share)| *share /= all);
    }

    /// The candidate with the greatest share, of several the likeliest, and the share.
    fn best(&self, numbers: Range<usize>) -> (usize, f32) {
        let mut best = (0, 0.0, 0.0);
        for number in numbers {
            let (share, odds) = (self.shares[self.positions[number]].1, self.odds[number]);
            if (share, odds) > (best.1, best.2) {
                best = (number, share, odds);
            }
        }
        (best.0, best.1)
    }

    /// The likeliest source among candidates of which the first is that nobody is quoted, whoever it
    /// may be. Where it is the source of a reporting clause, somebody is quoted.
    pub(super) fn likeliest_mention(&mut self, candidates: &[Candidate]) -> (usize, f32) {
        self.share(candidates, |one| {
            one.mention.map_or(SpeakerKey::Nobody, SpeakerKey::Mention)
        });
        self.likeliest(candidates)
    }

    /// The likeliest that is somebody, of candidates with shares; of a reporting clause, how likely among these.
    fn likeliest(&self, candidates: &[Candidate]) -> (usize, f32) {
        let (best, share) = self.best(1..candidates.len());
        if !candidates[best].is_reporting_clause() {
            return (best, share);
        }
        // Not one less the share of nobody: that is rounded, to nothing where nobody is nearly sure.
        let somebody: f32 = self.shares[1..].iter().map(|(_, share)| share).sum();
        let share = if somebody > 0.0 {
            share / somebody
        } else {
            0.0
        };
        (best, share)
    }
}

impl Chooser for Softmax<'_> {
    fn choose(
        &mut self,
        input: &AttributionInput<'_>,
        entities: &Entities<'_>,
        quote: QuoteId,
        candidates: &[Candidate],
    ) -> (usize, f32) {
        self.share(candidates, |one| SpeakerKey::of(entities, one));
        let best = self.best(0..candidates.len());
        if best.0 == 0 && surely_has_speaker(input, quote, candidates) {
            return self.likeliest(candidates);
        }
        let of_speech = self.minimum.of_sentence();
        let is_sure =
            || candidates[0].is_sentence() || surely_has_speaker(input, quote, candidates);
        if best.1 < of_speech || best.1 < self.minimum.of_quotation() && !is_sure() {
            (0, self.shares[0].1)
        } else {
            best
        }
    }
}

/// Whether a quote surely has a speaker: it begins its sentence, and its reporting clause follows, “Friends,” Peter
/// began; or its reporting clause leads it in, Peter shouted back “Never!”; or it ends its sentence, led in by a
/// phrase: According to Peter, “it is late”; or its verb is not said again: Ada called it “a gift” and Peter “a curse”;
/// or somebody was like “nope”; or a headline says what its subject feels: Mayor “shocked” by storm.
fn surely_has_speaker(
    input: &AttributionInput<'_>,
    quote: QuoteId,
    candidates: &[Candidate],
) -> bool {
    let analysis = input.analysis;
    let (opening, closing) = analysis.quote_chunks[quote.index()];
    let kind = |chunk: ChunkId| analysis.chunk(chunk).kind;
    let ends = || {
        let next = analysis.next_sibling(closing);
        next.is_none_or(|next| matches!(kind(next), ChunkKind::Stop | ChunkKind::Comma))
    };
    const UNMISTAKABLE: EnumSet<QuotationFeature> =
        enum_set!(QuotationFeature::SubjectOfGappedVerb | QuotationFeature::SubjectOfWasLike);
    let is_unmistakable = |one: &Candidate| !one.features.is_disjoint(UNMISTAKABLE);
    let is_title = || analysis.quotes[quote.index()].kind() == QuoteKind::Title;
    let is_led = match analysis.previous_sibling(opening) {
        None => is_spoken(input, quote) && candidates.iter().any(Candidate::is_reporting_clause),
        Some(_) if candidates.iter().any(Candidate::leads_by_phrase) => ends() && !is_title(),
        Some(_) => {
            is_spoken(input, quote) && candidates.iter().any(Candidate::leads_by_verb)
                || led_in::as_x_puts_it(input, closing).is_some()
                || led_in::as_x_puts_it_before(input, opening).is_some()
        }
    };
    is_led
        || candidates.iter().any(is_unmistakable)
        || subject_of_headline(input, &QuotePosition::of(input, quote)).is_some()
}

/// Makes scores odds, the greatest of which is one.
pub(super) fn make_odds(scores: &mut [f32]) {
    let top = scores.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    for score in scores {
        *score = exp(*score - top);
    }
}

/// What candidates must share to count together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum SpeakerKey {
    Nobody,
    Entity(EntityId),
    Mention(MentionId),
}

impl SpeakerKey {
    fn of(entities: &Entities<'_>, candidate: &Candidate) -> SpeakerKey {
        let Some(mention) = candidate.mention else {
            return SpeakerKey::Nobody;
        };
        let entity = entities.of_mention(mention);
        entity.map_or(SpeakerKey::Mention(mention), SpeakerKey::Entity)
    }
}
