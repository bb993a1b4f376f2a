//! The weights of what stands beside a quotation, and what they tell a user.

use enumset::EnumSet;

use super::candidate::Candidate;
use super::features::{QuotationFeature, Reasoned};
use super::reasons::{Reason, ReasonKind};
use super::word_feature::{WordFeature, WordSlot, WordWeights};
use crate::language::Lexicon;
use crate::model::{Definitions, FeatureNumbers, FeatureWeights};

/// What gives the weights of what stands beside a quotation their meaning.
pub(super) const fn definitions_of_quotations() -> Definitions {
    let mut all = QuotationFeature::DEFINITIONS;
    let mut at = 0;
    while at < WordSlot::ALL.len() {
        all = all.and(WordSlot::ALL[at].1);
        at += 1;
    }
    all
}

/// What the features of a set add, by the reasons that they are given as, the strongest first; a pair's
/// weight is shared by its two.
pub(super) fn reasons<F: Reasoned>(
    weights: &FeatureWeights<F>,
    features: EnumSet<F>,
) -> Vec<Reason> {
    let mut sums = [None; ReasonKind::ALL.len()];
    let numbers = FeatureNumbers::of(features);
    let numbers = numbers.list();
    for (position, &number) in numbers.iter().enumerate() {
        let feature = F::ALL[number as usize];
        let row = weights.pairs_with(feature);
        let others = numbers[..position].iter().chain(&numbers[position + 1..]);
        let pairs: f32 = others.map(|&other| row[other as usize]).sum();
        let sum = &mut sums[feature.reason() as usize];
        *sum = Some(sum.unwrap_or(0.0) + row[number as usize] + pairs / 2.0);
    }
    let mut reasons = Vec::with_capacity(sums.iter().flatten().count());
    let sums = ReasonKind::ALL.iter().zip(sums);
    reasons.extend(sums.filter_map(|(&kind, sum)| Some(Reason::new(kind, sum?))));
    reasons.sort_by(|a, b| b.weight().abs().total_cmp(&a.weight().abs()));
    reasons
}

/// The weights of what stands beside a quotation: of features, and of words in their slots.
#[derive(Clone, Debug)]
pub(crate) struct QuotationWeights {
    features: FeatureWeights<QuotationFeature>,
    words: WordWeights,
}

impl QuotationWeights {
    /// Reads the table of a file, in which the label of a word's weight is a slot, a colon and the word.
    pub(super) fn read(table: &str) -> QuotationWeights {
        let mut words = WordWeights::new();
        let features = FeatureWeights::read(table, |label, weight| {
            let feature = label.split_once(':').and_then(|(slot, word)| {
                WordFeature::of(WordSlot::named(slot)?, Lexicon::english().look_up(word))
            });
            if let Some(feature) = feature {
                words.enter(feature, weight);
            }
        });
        QuotationWeights { features, words }
    }

    /// The sum of the weights of all features of a candidate, its words among them.
    pub(super) fn of(&self, candidate: &Candidate) -> f32 {
        let words = candidate.words.iter().flatten();
        let words = words.map(|&word| self.words.of(word)).sum::<f32>();
        self.features.score(candidate.features) + words
    }

    pub(super) fn reasons(&self, features: EnumSet<QuotationFeature>) -> Vec<Reason> {
        reasons(&self.features, features)
    }
}
