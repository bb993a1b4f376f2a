//! The choice of an antecedent, by weights.

use enumset::EnumSet;
use once_cell::sync::Lazy;
use smallvec::{Array, SmallVec};

use super::candidate::AntecedentCandidate;
use super::feature::AntecedentFeature;
use crate::analysis::Analysis;
use crate::analysis::mention::Mentions;
use crate::entity::entities::Entities;
use crate::entity::resolution::Margin;
use crate::exponential::exp;
use crate::ids::EntityId;
use crate::model::{self, FeatureWeights};
use crate::span::Span;

/// A pronoun or a description of which it is asked whom it means.
#[derive(Debug)]
#[cfg_attr(
    not(feature = "fit"),
    expect(
        dead_code,
        reason = "the program that fits the weights asks what is known"
    )
)]
pub(crate) struct AntecedentQuestion<'q, 't> {
    pub(crate) analysis: &'q Analysis<'t>,
    pub(crate) mentions: &'q Mentions,
    pub(crate) entities: &'q Entities<'t>,
    /// The pronoun, "his" alone of a phrase, or the description up to its noun.
    pub(crate) words: Span,
    pub(crate) is_description: bool,
    /// Two at least.
    pub(crate) candidates: &'q [AntecedentCandidate],
}

#[cfg(feature = "fit")]
impl AntecedentQuestion<'_, '_> {
    /// What the text calls an entity: its names, the fullest first, or what describes it.
    pub(crate) fn names(&self, entity: EntityId) -> Vec<String> {
        let names = self.entities.all_names(entity);
        let described = self
            .entities
            .get(entity)
            .mention
            .filter(|_| names.is_empty());
        let described = described.map(|mention| {
            let mention = &self.mentions.all[mention.index()];
            let span = self.analysis.span(mention.first, mention.head);
            self.analysis.text[span].to_owned()
        });
        names.into_iter().chain(described).collect()
    }
}

/// Picks whom a pronoun or a description means.
pub(crate) trait AntecedentChooser {
    /// The position of the candidate that is meant, and how far it stands out.
    fn choose(&mut self, question: &AntecedentQuestion<'_, '_>) -> (usize, Margin);
}

/// What each feature, and each two together, add to the score of a candidate.
pub(crate) type AntecedentWeights = FeatureWeights<AntecedentFeature>;

/// The files of weights that the library is built with: of pronouns, and of descriptions.
pub(crate) const SHIPPED: &str = include_str!("../weights/antecedents.txt");
pub(crate) const SHIPPED_OF_DESCRIPTIONS: &str = include_str!("../weights/descriptions.txt");

// The program that makes the files is built with whatever files there are.
#[cfg(not(feature = "fit"))]
const _: () = assert!(
    model::fits(
        SHIPPED.as_bytes(),
        "antecedents",
        AntecedentFeature::DEFINITIONS
    ) && model::fits(
        SHIPPED_OF_DESCRIPTIONS.as_bytes(),
        "descriptions",
        AntecedentFeature::DEFINITIONS
    ),
    "a file of weights was fitted to other features than these: fit it again with `train weights`, or keep its weights \
     with `cargo run --release -p quotation-train -- heads`; see CONTRIBUTING.md"
);

/// The weights of pronouns, read at their first use.
pub(crate) fn shipped_weights() -> &'static AntecedentWeights {
    static WEIGHTS: Lazy<AntecedentWeights> = Lazy::new(|| read(SHIPPED));
    &WEIGHTS
}

/// The weights of descriptions, likewise.
pub(crate) fn shipped_weights_of_descriptions() -> &'static AntecedentWeights {
    static WEIGHTS: Lazy<AntecedentWeights> = Lazy::new(|| read(SHIPPED_OF_DESCRIPTIONS));
    &WEIGHTS
}

fn read(file: &str) -> AntecedentWeights {
    AntecedentWeights::read(model::text(file), |_, _| ())
}

/// Takes the candidate with the greatest sum of weights. Those are asked for where there is a choice: many short texts have none.
#[derive(Clone, Copy, Debug)]
pub(crate) struct AntecedentRanker {
    pub(crate) pronouns: fn() -> &'static AntecedentWeights,
    pub(crate) descriptions: fn() -> &'static AntecedentWeights,
}

impl AntecedentRanker {
    /// The position of the best of several sets of features, and how far it stands out.
    pub(crate) fn best(
        weights: &AntecedentWeights,
        candidates: impl Iterator<Item = EnumSet<AntecedentFeature>>,
    ) -> (usize, Margin) {
        let (mut best, mut score, mut second) = (0, f32::NEG_INFINITY, f32::NEG_INFINITY);
        let mut count = 0;
        for (position, features) in candidates.enumerate() {
            let own = weights.score(features);
            if own > score {
                (best, second, score) = (position, score, own);
            } else if own > second {
                second = own;
            }
            count += 1;
        }
        (best, Margin::over(count - 1, 1.0, exp(second - score)))
    }

    /// The candidates whom the text has mentioned, each with its probability, the likeliest first.
    pub(in crate::entity) fn probabilities<A: Array<Item = (EntityId, f32)>>(
        weights: &AntecedentWeights,
        candidates: &[AntecedentCandidate],
    ) -> SmallVec<A> {
        let scored = candidates.iter().filter_map(|candidate| {
            let score = weights.score(candidate.features);
            Some((candidate.entity?, score))
        });
        let mut all: SmallVec<A> = scored.collect();
        all.sort_by(|(_, one), (_, other)| other.total_cmp(one));
        let top = all.first().map_or(0.0, |&(_, score)| score);
        all.iter_mut()
            .for_each(|(_, score)| *score = exp(*score - top));
        let sum: f32 = all.iter().map(|&(_, odds)| odds).sum();
        all.iter_mut().for_each(|(_, odds)| *odds /= sum);
        all
    }
}

impl AntecedentChooser for AntecedentRanker {
    fn choose(&mut self, question: &AntecedentQuestion<'_, '_>) -> (usize, Margin) {
        let weights = match question.is_description {
            true => self.descriptions,
            false => self.pronouns,
        };
        Self::best(
            weights(),
            question.candidates.iter().map(|one| one.features),
        )
    }
}
