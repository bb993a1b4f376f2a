//! The questions about cues that may report speech without marks.

use super::choice::{Choice, Given};
use crate::analysis::cue::CueCandidate;
use crate::attribution::reported::{self, Decision, Features, ModelScorer, Ranked, Scorer, Sum};
use crate::attribution::{AttributionInput, Deciders, FewSpans, models};
use crate::config::MinimumConfidence;
use crate::detector::{QuoteDetector, Scratch};
use crate::span::Span;

/// The number of weights of the model of reported speech.
pub const REPORT_WEIGHTS: usize = reported::BUCKETS;

/// The number of weights of placements.
pub const PLACEMENT_WEIGHTS: usize = reported::PLACEMENT_BUCKETS;

/// The names of the stages of its questions, in the order of their bounds in the model.
#[must_use]
pub fn report_stages() -> Vec<&'static str> {
    let all = Decision::ALL.iter();
    all.map(|decision| decision.name()).collect()
}

/// A question about a cue that may report speech without marks.
#[derive(Clone, Debug, Default)]
pub struct Question {
    /// What is asked: "source", "source-start" and so on.
    pub stage: &'static str,
    /// The head of the cue.
    pub cue: Span,
    /// What each answer stands for; of the stage "source", the first is that the cue reports
    /// nothing, the second that the text names no source.
    pub candidates: Vec<Option<Span>>,
    /// The features of each answer.
    pub features: Vec<Vec<u32>>,
    /// How many of them, the first, can rule each answer out; zero if none can.
    pub decisive: Vec<usize>,
    /// The features that all answers but the first have in common.
    pub shared: Vec<u32>,
}

/// Reads a text and lets `choose` make every choice and `answer` answer every question, by the number
/// of the candidate. No weights are asked.
pub fn questions(
    detector: &QuoteDetector,
    text: &str,
    choose: impl FnMut(&Choice) -> usize,
    answer: impl FnMut(&Question) -> usize,
) {
    let scorer = Answered {
        answer,
        question: Question::default(),
    };
    let scratch = &mut Scratch::default();
    let deciders = Deciders {
        quotes: &mut Given(choose),
        reports: scorer,
    };
    detector.read(text, scratch, deciders, &mut ());
}

/// Answers as it is told.
struct Answered<F> {
    answer: F,
    question: Question,
}

impl<F: FnMut(&Question) -> usize> Scorer for Answered<F> {
    type Features = Listed;
    type PlacementFeatures = ListedPlacement;

    fn begin(&mut self, decision: Decision, input: &AttributionInput<'_>, cue: &CueCandidate) {
        self.question = Question {
            stage: decision.name(),
            cue: input.analysis.span(cue.head, cue.head),
            ..Question::default()
        };
    }

    fn candidate(&self, decision: Decision) -> Listed {
        Listed {
            decision,
            buckets: Vec::new(),
            decisive: 0,
        }
    }

    fn share(&mut self, features: Listed) -> bool {
        self.question.shared = features.buckets;
        true
    }

    fn add(&mut self, features: Listed, span: impl FnOnce() -> Option<Span>) {
        self.question.candidates.push(span());
        self.question.features.push(features.buckets);
        self.question.decisive.push(features.decisive);
    }

    fn is_settled(&self) -> bool {
        false
    }

    fn best(&mut self) -> usize {
        (self.answer)(&self.question)
    }

    fn ranked(&mut self) -> Ranked {
        let best = (self.answer)(&self.question);
        Ranked::from_iter([(best, 1.0)])
    }

    fn placement(&self) -> ListedPlacement {
        ListedPlacement(Vec::new())
    }

    fn add_placement(&mut self, _: ListedPlacement, _: f32, _: impl FnOnce() -> FewSpans) {}

    fn best_placement(&mut self, _: impl FnOnce(&[f32]) -> usize) -> usize {
        0
    }

    fn best_source(&mut self) -> Option<(usize, f32)> {
        let best = (self.answer)(&self.question);
        (best > 0).then_some((best, 1.0))
    }
}

/// A question which of the contents that a cue may have it has.
#[derive(Clone, Debug, Default)]
pub struct PlacementQuestion {
    /// The head of the cue.
    pub cue: Span,
    /// The contents of each answer.
    pub contents: Vec<Vec<Span>>,
    /// How probable the decisions before make each.
    pub probabilities: Vec<f32>,
    /// The features of each answer.
    pub features: Vec<Vec<u32>>,
}

/// Reads a text by the weights, but lets `choose` make every choice and `answer` answer which contents each cue has.
pub fn placement_questions(
    detector: &QuoteDetector,
    text: &str,
    choose: impl FnMut(&Choice) -> usize,
    answer: impl FnMut(&PlacementQuestion) -> usize,
) {
    let scorer = Stacked {
        model: models::reports().scorer(MinimumConfidence::default().of_report()),
        answer,
        question: None,
    };
    let scratch = &mut Scratch::default();
    let deciders = Deciders {
        quotes: &mut Given(choose),
        reports: scorer,
    };
    detector.read(text, scratch, deciders, &mut ());
}

/// Scores by the weights all but placements, which are answered as it is told.
struct Stacked<F> {
    model: ModelScorer,
    answer: F,
    question: Option<PlacementQuestion>,
}

/// The features of a placement, in a list.
struct ListedPlacement(Vec<u32>);

impl Features for ListedPlacement {
    const BITS: u32 = PLACEMENT_WEIGHTS.ilog2();

    fn decision(&self) -> Decision {
        Decision::Placement
    }

    fn take(&mut self, bucket: usize) {
        self.0.push(bucket as u32);
    }

    fn is_pruned(&mut self) -> bool {
        false
    }
}

impl<F: FnMut(&PlacementQuestion) -> usize> Scorer for Stacked<F> {
    type Features = Sum;
    type PlacementFeatures = ListedPlacement;

    fn begin(&mut self, decision: Decision, input: &AttributionInput<'_>, cue: &CueCandidate) {
        self.model.begin(decision, input, cue);
        self.question = (decision == Decision::Placement).then(|| PlacementQuestion {
            cue: input.analysis.span(cue.head, cue.head),
            ..PlacementQuestion::default()
        });
    }

    fn candidate(&self, decision: Decision) -> Sum {
        self.model.candidate(decision)
    }

    fn share(&mut self, features: Sum) -> bool {
        self.model.share(features)
    }

    fn add(&mut self, features: Sum, span: impl FnOnce() -> Option<Span>) {
        self.model.add(features, span);
    }

    fn is_settled(&self) -> bool {
        self.model.is_settled()
    }

    fn best(&mut self) -> usize {
        self.model.best()
    }

    fn ranked(&mut self) -> Ranked {
        self.model.ranked()
    }

    fn placement(&self) -> ListedPlacement {
        ListedPlacement(Vec::new())
    }

    fn add_placement(
        &mut self,
        features: ListedPlacement,
        probability: f32,
        contents: impl FnOnce() -> FewSpans,
    ) {
        if let Some(question) = &mut self.question {
            question.contents.push(contents().to_vec());
            question.probabilities.push(probability);
            question.features.push(features.0);
        }
    }

    fn best_placement(&mut self, _: impl FnOnce(&[f32]) -> usize) -> usize {
        match &self.question {
            Some(question) => (self.answer)(question),
            None => 0,
        }
    }

    fn best_source(&mut self) -> Option<(usize, f32)> {
        self.model.best_source()
    }
}

/// The features of a candidate, in a list.
#[derive(Debug)]
struct Listed {
    decision: Decision,
    buckets: Vec<u32>,
    decisive: usize,
}

impl Features for Listed {
    fn decision(&self) -> Decision {
        self.decision
    }

    fn take(&mut self, bucket: usize) {
        self.buckets.push(bucket as u32);
    }

    fn is_pruned(&mut self) -> bool {
        self.decisive = self.buckets.len();
        false
    }
}
