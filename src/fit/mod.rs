//! What a program needs that fits the weights to annotated text: every choice that the detector
//! makes, with its candidates, and a say in what is chosen. And what one needs that measures the
//! detector: the ends of its stages.

mod antecedents;
mod features;

use crate::analysis::cue::CueCandidate;
use crate::attribution::dialogue::{self, LineFeature, LineNode, PerCandidate, Potentials};
use crate::attribution::features::QuotationFeature;
use crate::attribution::reported::{self, Decision, Features, Scorer};
use crate::attribution::{
    AttributionInput, Candidate, Chooser, Deciders, Softmax, WordSlot, models,
};
use crate::config::MinimumConfidence;
use crate::detector::{QuoteDetector, Scratch};
use crate::document::Document;
use crate::entity::{self, Entities};
use crate::ids::CueId;
use crate::language::{Class, Classes, Lexicon};
use crate::quote::QuoteId;
use crate::span::Span;
use crate::stage::{Stage, Watch};

pub use crate::attribution::given::{File, Files, Models};
pub use antecedents::{AntecedentQuestion, antecedent_features, antecedents};
use features::{names, numbers};

/// A choice among candidates, the first of which is that nobody is quoted.
#[derive(Clone, Debug)]
pub struct Choice {
    /// The quote that somebody may have said.
    pub quote: Span,
    /// Whether the quote stands within another.
    pub nested: bool,
    /// What can be chosen.
    pub candidates: Vec<Alternative>,
}

/// A candidate of a [`Choice`].
#[derive(Clone, Debug)]
pub struct Alternative {
    /// The mention that would be the source; `None` if nobody is quoted.
    pub source: Option<Span>,
    /// The head of the cue.
    pub cue: Option<Span>,
    /// Whether it is only the owner of something, as in “Rutte's plan”.
    pub owner: bool,
    /// Whether it goes on with the source of the quote before.
    pub goes_on: bool,
    /// Its features, by their positions in [`quotation_features`].
    pub features: Vec<u16>,
    /// The words that are features: the slot of each, its number, and the form that stands there.
    pub words: Vec<(&'static str, u16, String)>,
}

/// Reads a text and lets `choose` make every choice, by the number of the candidate. Reports are found
/// by the weights.
pub fn choices(detector: &QuoteDetector, text: &str, choose: impl FnMut(&Choice) -> usize) {
    let scratch = &mut Scratch::default();
    let scorer = models::reports().scorer(MinimumConfidence::default().of_report());
    let deciders = Deciders {
        quotes: &mut Given(choose),
        reports: scorer,
    };
    detector.read(text, scratch, deciders, &mut ());
}

/// Chooses as it is told.
struct Given<F>(F);

impl<F: FnMut(&Choice) -> usize> Chooser for Given<F> {
    fn choose(
        &mut self,
        input: &AttributionInput<'_>,
        _: &Entities<'_>,
        quote: QuoteId,
        candidates: &[Candidate],
    ) -> (usize, f32) {
        let choice = choice(input, quote, candidates);
        ((self.0)(&choice), 1.0)
    }
}

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

/// The number of weights of the model of reported speech.
pub const REPORT_WEIGHTS: usize = reported::BUCKETS;

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

    fn best_source(&mut self) -> Option<(usize, f32)> {
        let best = (self.answer)(&self.question);
        (best > 0).then_some((best, 1.0))
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

/// Whether the word lists have a word, and not as a name.
#[must_use]
pub fn is_listed(word: &str) -> bool {
    use Class::*;
    let facts = Lexicon::english().look_up(word);
    let names = Classes::of(&[GivenName, Surname, Organisation, Place, Demonym, Adherent]);
    facts.is_known() && !facts.is_any(names)
}

fn choice(input: &AttributionInput<'_>, quote: QuoteId, candidates: &[Candidate]) -> Choice {
    let candidate = |one: &Candidate| {
        let mention = one
            .mention
            .map(|mention| &input.mentions.all[mention.index()]);
        Alternative {
            source: mention.map(|mention| entity::span(input.analysis, mention)),
            cue: one.cue.map(|cue| {
                let head = input.cues[cue.index()].head;
                input.analysis.span(head, head)
            }),
            owner: mention.is_some_and(|mention| mention.possessor),
            goes_on: one.goes_on,
            features: numbers(one.features),
            words: one
                .words
                .iter()
                .flatten()
                .map(|word| {
                    let form = form(input, quote, one, word.slot);
                    (word.slot.name(), word.word.index() as u16, form)
                })
                .collect(),
        }
    };
    let quotes = &input.analysis.quotes;
    Choice {
        nested: quotes[quote.index()].depth() > 0,
        quote: quotes[quote.index()].span(),
        candidates: candidates.iter().map(candidate).collect(),
    }
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

/// The word that stands in a slot.
fn form(
    input: &AttributionInput<'_>,
    quote: QuoteId,
    candidate: &Candidate,
    slot: WordSlot,
) -> String {
    let analysis = input.analysis;
    let (opening, closing) = analysis.quote_chunks[quote.index()];
    let opening = analysis.chunk(opening);
    let token = match slot {
        WordSlot::Before => opening.first.previous().unwrap_or(opening.first),
        WordSlot::After => analysis.chunk(closing).end,
        WordSlot::Beside | WordSlot::Within => {
            input.cues[candidate.cue.unwrap_or(CueId::FIRST).index()].head
        }
    };
    let base = analysis.word(token).base as usize;
    analysis.token_text(token)[..base].to_lowercase()
}
