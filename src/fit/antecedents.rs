//! Whom pronouns mean: what is asked of each.

use super::features::{names, numbers};
use crate::attribution::models;
use crate::detector::QuoteDetector;
use crate::entity::{self, AntecedentChooser, AntecedentFeature, AntecedentRanker, Margin};
use crate::span::Span;

/// A pronoun of which it is asked whom it means, among those whom the text has mentioned.
#[derive(Clone, Debug)]
pub struct AntecedentQuestion {
    /// The pronoun, or the description up to its noun.
    pub words: Span,
    /// Whether it is a description. Its first candidate is somebody new.
    pub is_description: bool,
    /// The names of each candidate, the fullest first; of one without a name, the words that describe it; none of somebody new.
    pub names: Vec<Vec<String>>,
    /// One list per candidate: its features, by their positions in [`antecedent_features`].
    pub features: Vec<Vec<u16>>,
}

/// The questions whom the pronouns of a text mean, which is read as news. Each is answered by the weights.
#[must_use]
pub fn antecedents(detector: &QuoteDetector, text: &str) -> Vec<AntecedentQuestion> {
    let mut asked = Asked {
        ranker: models::ANTECEDENT_RANKER,
        questions: Vec::new(),
    };
    detector.read_antecedents(text, &mut asked);
    asked.questions
}

/// Notes what is asked.
struct Asked {
    ranker: AntecedentRanker,
    questions: Vec<AntecedentQuestion>,
}

impl AntecedentChooser for Asked {
    fn choose(&mut self, question: &entity::AntecedentQuestion<'_, '_>) -> (usize, Margin) {
        let candidates = question.candidates.iter();
        self.questions.push(AntecedentQuestion {
            words: question.words,
            is_description: question.is_description,
            names: candidates
                .clone()
                .map(|one| {
                    one.entity
                        .map_or(Vec::new(), |entity| question.names(entity))
                })
                .collect(),
            features: candidates.map(|one| numbers(one.features)).collect(),
        });
        self.ranker.choose(question)
    }
}

/// The names of the features of antecedents.
#[must_use]
pub fn antecedent_features() -> Vec<&'static str> {
    names::<AntecedentFeature>()
}
