//! What a program needs that fits the weights to annotated text: every choice that the detector
//! makes, with its candidates, and a say in what is chosen. And what one needs that measures the
//! detector: the ends of its stages.

mod antecedents;
mod choice;
mod features;
mod questions;

use crate::attribution::dialogue::{self, LineFeature, LineNode, PerCandidate, Potentials};
use crate::attribution::features::QuotationFeature;
use crate::attribution::{Deciders, Softmax, models};
use crate::config::MinimumConfidence;
use crate::detector::{QuoteDetector, Scratch};
use crate::document::Document;
use crate::language::{Class, Classes, Lexicon};
use crate::quote::QuoteId;
use crate::span::Span;
use crate::stage::{Stage, Watch};
use choice::choice;

pub use antecedents::{AntecedentQuestion, antecedent_features, antecedents};
pub use choice::{Alternative, Choice, choices};
use features::{names, numbers};
pub use questions::{
    PLACEMENT_WEIGHTS, PlacementQuestion, Question, REPORT_WEIGHTS, placement_questions, questions,
    report_stages,
};

pub use crate::attribution::given::{File, Files, Models, PLACEMENT_BYTES};

/// Reads a text and tells `ended` the name of each stage when it has ended.
pub fn watch<'t>(
    detector: &QuoteDetector,
    scratch: &mut Scratch,
    text: &'t str,
    ended: impl FnMut(&'static str),
) -> Document<'t> {
    struct Watcher<F>(F);
    impl<F: FnMut(&'static str)> Watch for Watcher<F> {
        fn ended(&mut self, stage: Stage) {
            (self.0)(stage.name());
        }
    }
    let mut chooser = Softmax::new(models::news(), MinimumConfidence::default());
    let deciders = Deciders {
        quotes: &mut chooser,
        reports: models::reports().scorer(MinimumConfidence::default().of_report()),
    };
    detector.read(text, scratch, deciders, &mut Watcher(ended))
}

/// The signs of a text's genre.
#[derive(Clone, Copy, Debug)]
pub struct GenreSigns {
    /// How often each stands there: pronouns, questions and exclamations, the past, answers; the present, capitals,
    /// days, words of reports, numbers.
    pub counts: [i64; 9],
    /// Of how many words.
    pub words: i64,
    /// Whether the detector takes the text for a story.
    pub is_story: bool,
}

/// Counts the signs of a text's genre; nothing for one of no words.
#[must_use]
pub fn genre_signs(detector: &QuoteDetector, text: &str) -> Option<GenreSigns> {
    let counts = detector.genre_counts(text);
    (counts.words > 0).then(|| GenreSigns {
        counts: counts.signs(),
        words: counts.words,
        is_story: counts.above_threshold() > 0.0,
    })
}

/// Whether the word lists have a word, and not as a name.
#[must_use]
pub fn is_listed(word: &str) -> bool {
    use Class::*;
    let facts = Lexicon::english().look_up(word);
    let names = Classes::of(&[GivenName, Surname, Organisation, Place, Demonym, Adherent]);
    facts.is_known() && !facts.is_any(names)
}

/// The choices of a novel among what stands beside each of its lines.
#[must_use]
pub fn cued_candidates(detector: &QuoteDetector, text: &str) -> Vec<Choice> {
    detector.read_novel(text, |input, _| {
        let all = dialogue::cued_candidates(input).into_iter();
        all.map(|(quote, candidates)| choice(input, quote, &candidates))
            .collect()
    })
}

/// The lines of a novel, which are solved together.
#[derive(Clone, Debug)]
pub struct Dialogue {
    /// The lines in text order.
    pub lines: Vec<DialogueLine>,
    nodes: Vec<LineNode>,
}

/// A line with those who could speak it.
#[derive(Clone, Debug)]
pub struct DialogueLine {
    /// The quote with its marks.
    pub quote: Span,
    /// By what name each candidate would be given as the speaker.
    pub names: Vec<String>,
    /// One list per candidate: its features, by their positions in [`line_features`].
    pub features: Vec<Vec<u16>>,
    /// The features that the turn is kept, changes, or goes to a third person.
    pub turn: [Vec<u16>; 3],
}

/// Odds, or what is probable, of each candidate of a line where the turn is kept, changes, goes to a
/// third. Where a conversation starts, everybody is a third.
#[derive(Clone, Debug, Default)]
pub struct Chances([Vec<f32>; 3]);

impl Chances {
    /// The odds of the candidates, by the turn.
    #[must_use]
    pub fn new(odds: [Vec<f32>; 3]) -> Chances {
        Chances(odds)
    }

    /// One list for each turn, kept, changed, of a third, with one number per candidate.
    #[must_use]
    pub fn by_turn(&self) -> &[Vec<f32>; 3] {
        &self.0
    }

    /// How probable a candidate is.
    #[must_use]
    pub fn of(&self, candidate: usize) -> f32 {
        self.0.iter().map(|turn| turn[candidate]).sum()
    }
}

/// The positions of the features that the turn is kept, changes, goes to a third.
pub const TURNS: [u16; 3] = [
    dialogue::TURNS[0] as u16,
    dialogue::TURNS[1] as u16,
    dialogue::TURNS[2] as u16,
];

/// The names of the features of who says a quotation by what stands beside it.
#[must_use]
pub fn quotation_features() -> Vec<&'static str> {
    names::<QuotationFeature>()
}

/// The names of the features of who speaks a line.
#[must_use]
pub fn line_features() -> Vec<&'static str> {
    names::<LineFeature>()
}

impl Dialogue {
    /// Reads the lines of a novel.
    #[must_use]
    pub fn of(detector: &QuoteDetector, text: &str) -> Dialogue {
        detector.read_novel(text, |input, entities| {
            let (quotes, nodes) = dialogue::nodes(input, entities);
            let line = |(&quote, node): (&QuoteId, &LineNode)| {
                let candidates = node.candidates.iter();
                DialogueLine {
                    quote: input.analysis.quotes[quote.index()].span(),
                    names: candidates
                        .clone()
                        .map(|one| entities.fullest_name(one.person).to_owned())
                        .collect(),
                    features: candidates.map(|one| numbers(one.features)).collect(),
                    turn: node.transitions().map(numbers),
                }
            };
            Dialogue {
                lines: quotes.iter().zip(&nodes).map(line).collect(),
                nodes,
            }
        })
    }

    /// What is probable, by the odds of each line.
    #[must_use]
    pub fn solve(&self, odds: &[Chances]) -> Vec<Chances> {
        let all: Vec<Potentials> = odds
            .iter()
            .map(|odds| odds.0.each_ref().map(|odds| row(odds)))
            .collect();
        let mut chances = vec![Chances::default(); odds.len()];
        dialogue::forward_backward(
            &self.nodes,
            |line| all[line],
            |line, messages| {
                let count = self.nodes[line].candidates.len();
                chances[line] = Chances(
                    messages
                        .marginals_by_turn()
                        .map(|row| row[..count].to_vec()),
                );
            },
        );
        chances
    }

    /// Whether a certain reporting clause names the speaker of a line.
    #[must_use]
    pub fn is_named_by_clause(&self, line: usize) -> bool {
        self.nodes[line].named_by_clause.is_some()
    }

    /// Whether a conversation starts with a line.
    #[must_use]
    pub fn starts(&self, line: usize) -> bool {
        line == 0 || self.nodes[line].starts
    }
}

/// The numbers of all candidates.
fn row(numbers: &[f32]) -> PerCandidate {
    let mut row = PerCandidate::default();
    row.iter_mut()
        .zip(numbers)
        .for_each(|(own, number)| *own = *number);
    row
}
