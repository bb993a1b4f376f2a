//! Fits the weights of the evidence to annotated news.
//!
//!     cargo run --release --features fit --example fit -- GOLD.jsonl > src/attribution/weights/news.txt
//!
//! GOLD has a document a line: `{"text", "quotations": [{"spans", "source", "cue"}]}`, spans in bytes. The
//! weights are those of a conditional log-linear model, which maximise the probability of the
//! annotated sources under a Gaussian prior. What the model of reported speech tells is evidence, so
//! that one is fitted first (`examples/fit_indirect.rs`). The same file gives the same weights every time.

use std::collections::{BTreeMap, HashMap};
use std::error::Error;
use std::io::{BufRead, BufReader};
use std::{env, fs::File};

use quotation::fit::{Alternative, Choice, choices, climb};
use quotation::{EvidenceKind, QuoteDetector, Span};
use serde_json::Value;

/// The strength of the prior: the share of each weight that counts against it, for a kind of
/// evidence, for a pair, and for a word.
const PRIOR: f64 = 10.0;
const PAIR_PRIOR: f64 = 30.0;
const WORD_PRIOR: f64 = 3.0;
/// How many candidates must have a word for it to get a weight.
const WORD_COUNT: usize = 20;
/// How many candidates must have a pair for it to get a weight.
const PAIR_COUNT: usize = 60;
/// Weights of pairs and words below this are left out.
const LEAST: f64 = 0.1;
/// What the prior expects of kinds that are rare in news and certain where they occur.
const EXPECTED: [(EvidenceKind, f64); 4] = [
    (EvidenceKind::LabelInside, 6.0),
    (EvidenceKind::Signature, 4.0),
    (EvidenceKind::LeadsIn, 2.0),
    (EvidenceKind::NobodyTitled, 2.0),
];
const ROUNDS: usize = 200;
/// By how much a weight changes in a round at most.
const LONGEST_STEP: f64 = 1.0;

/// A choice with what is right in it.
struct Sample {
    alternatives: Vec<Alternative>,
    right: Vec<bool>,
    /// The features of each alternative.
    features: Vec<Vec<usize>>,
}

fn main() -> Result<(), Box<dyn Error>> {
    let path = env::args().nth(1).ok_or("usage: fit GOLD.jsonl")?;
    let detector = QuoteDetector::new();
    let mut samples = Vec::new();
    let mut unreachable = 0;
    for line in BufReader::new(File::open(path)?).lines() {
        let document: Value = serde_json::from_str(&line?)?;
        let text = document["text"].as_str().ok_or("a document without text")?;
        let gold = Gold::of(&document);
        let mut before = None;
        choices(&detector, text, |choice| {
            let quoted = gold.quotation(choice);
            if choice.nested {
                // Quotes within quotes are hardly ever annotated by themselves.
                return 0;
            }
            let same = quoted.is_some() && quoted == before;
            before = quoted;
            let right = gold.right(choice, quoted, same);
            let Some(first) = right.iter().position(|&right| right) else {
                unreachable += 1;
                return 0;
            };
            samples.push(Sample {
                alternatives: choice.candidates.clone(),
                right,
                features: Vec::new(),
            });
            first
        });
    }
    eprintln!(
        "{} choices; in {unreachable} more the source is no candidate",
        samples.len()
    );
    let features = Features::of(&samples);
    for sample in &mut samples {
        sample.features = sample
            .alternatives
            .iter()
            .map(|one| features.numbers(one))
            .collect();
    }
    let weights = fit(&samples, &features);
    report(&samples, &weights);
    println!(
        "# What each kind of evidence, each two together, and some words in their places add to the"
    );
    println!(
        "# score of a candidate. Made by examples/fit.rs from the training part of PolNeAR (Newell et"
    );
    println!("# al. 2018).");
    for ((name, prior), weight) in features.names.iter().zip(&weights) {
        if *prior == PRIOR || weight.abs() >= LEAST {
            println!("{name} {weight:.2}");
        }
    }
    Ok(())
}

/// What has a weight: the kinds of evidence, the frequent pairs of them, the frequent words.
struct Features {
    /// Each feature with the strength of its prior.
    names: Vec<(String, f64)>,
    pairs: HashMap<(EvidenceKind, EvidenceKind), usize>,
    words: HashMap<(&'static str, u16), usize>,
}

impl Features {
    fn of(samples: &[Sample]) -> Features {
        let mut pairs: BTreeMap<(EvidenceKind, EvidenceKind), usize> = BTreeMap::new();
        let mut words: BTreeMap<(&'static str, u16), (usize, &str)> = BTreeMap::new();
        for one in samples.iter().flat_map(|sample| &sample.alternatives) {
            for pair in pairs_of(one) {
                *pairs.entry(pair).or_default() += 1;
            }
            for (slot, number, form) in &one.words {
                words.entry((slot, *number)).or_insert((0, form)).0 += 1;
            }
        }
        let mut features = Features {
            names: EvidenceKind::all()
                .map(|kind| (kind.name().to_owned(), PRIOR))
                .collect(),
            pairs: HashMap::new(),
            words: HashMap::new(),
        };
        for (pair, _) in pairs.into_iter().filter(|&(_, count)| count >= PAIR_COUNT) {
            features.pairs.insert(pair, features.names.len());
            features
                .names
                .push((format!("{}+{}", pair.0.name(), pair.1.name()), PAIR_PRIOR));
        }
        for ((slot, number), (count, form)) in words {
            if count >= WORD_COUNT {
                features.words.insert((slot, number), features.names.len());
                features.names.push((format!("{slot}:{form}"), WORD_PRIOR));
            }
        }
        features
    }

    fn numbers(&self, one: &Alternative) -> Vec<usize> {
        let mut numbers: Vec<usize> = one.evidence.iter().map(|&kind| kind as usize).collect();
        numbers.extend(pairs_of(one).filter_map(|pair| self.pairs.get(&pair)));
        let words = one.words.iter();
        numbers.extend(words.filter_map(|(slot, number, _)| self.words.get(&(*slot, *number))));
        numbers
    }
}

fn pairs_of(one: &Alternative) -> impl Iterator<Item = (EvidenceKind, EvidenceKind)> {
    let kinds = &one.evidence;
    let rest = |at| kinds[at + 1..].iter();
    (0..kinds.len()).flat_map(move |at| rest(at).map(move |&other| (kinds[at], other)))
}

/// The annotation of a document.
struct Gold(Vec<Quotation>);

struct Quotation {
    content: Spans,
    source: Spans,
    cue: Spans,
}

/// Starts and ends in bytes.
type Spans = Vec<(usize, usize)>;

impl Gold {
    fn of(document: &Value) -> Gold {
        let spans = |value: &Value| -> Spans {
            let pairs = value.as_array().into_iter().flatten();
            pairs
                .filter_map(|pair| Some((pair[0].as_u64()? as usize, pair[1].as_u64()? as usize)))
                .collect()
        };
        let quotations = document["quotations"].as_array().into_iter().flatten();
        Gold(
            quotations
                .map(|one| Quotation {
                    content: spans(&one["spans"]),
                    source: spans(&one["source"]),
                    cue: spans(&one["cue"]),
                })
                .collect(),
        )
    }

    /// The annotated quotation that has at least half of the quote in its content, the first (and so
    /// the outer one) of several.
    fn quotation(&self, choice: &Choice) -> Option<usize> {
        let quote = (choice.quote.start(), choice.quote.end());
        let covered =
            |spans: &[(usize, usize)]| spans.iter().map(|&span| shared(span, quote)).sum::<usize>();
        (0..self.0.len())
            .rev()
            .filter(|&one| 2 * covered(&self.0[one].content) >= choice.quote.len())
            .max_by_key(|&one| covered(&self.0[one].content))
    }

    /// Which candidates are right: the first mention within the annotated source, or the source of
    /// the quote before if that belongs to the same quotation; of these, those with the annotated
    /// cue if there are any.
    fn right(&self, choice: &Choice, quoted: Option<usize>, same: bool) -> Vec<bool> {
        let source = quoted.map_or(&[][..], |one| &self.0[one].source);
        let within = |owner: bool| {
            let candidates = choice
                .candidates
                .iter()
                .filter(move |one| one.owner == owner);
            let mentions = candidates.filter_map(|one| one.source);
            mentions.filter(|&span| touches(source, span)).min()
        };
        let mention = within(false).or_else(|| within(true));
        let by_source = |one: &Alternative| match one.source {
            None => source.is_empty(),
            Some(span) => {
                mention == Some(span) && !one.goes_on
                    || one.goes_on && (same || mention == Some(span))
            }
        };
        let cue = quoted.map_or(&[][..], |one| &self.0[one].cue);
        let by_cue = |one: &Alternative| {
            let told = || one.cue.is_some_and(|span| touches(cue, span));
            by_source(one) && if one.goes_on { same } else { told() }
        };
        if choice.candidates.iter().any(by_cue) {
            choice.candidates.iter().map(by_cue).collect()
        } else {
            choice.candidates.iter().map(by_source).collect()
        }
    }
}

fn touches(parts: &[(usize, usize)], span: Span) -> bool {
    parts
        .iter()
        .any(|&part| shared(part, (span.start(), span.end())) > 0)
}

fn shared(a: (usize, usize), b: (usize, usize)) -> usize {
    a.1.min(b.1).saturating_sub(a.0.max(b.0))
}

/// Maximises the penalised log-likelihood.
fn fit(samples: &[Sample], features: &Features) -> Vec<f64> {
    let size = features.names.len();
    let mut expected = vec![0.0; size];
    for (kind, weight) in EXPECTED {
        expected[kind as usize] = weight;
    }
    climb(expected.clone(), ROUNDS, LONGEST_STEP, |weights| {
        let mut gradient: Vec<f64> = (0..size)
            .map(|feature| features.names[feature].1 * (expected[feature] - weights[feature]))
            .collect();
        for sample in samples {
            let odds = probabilities(sample, weights);
            let right: f64 = odds
                .iter()
                .zip(&sample.right)
                .filter(|(_, right)| **right)
                .map(|(odds, _)| odds)
                .sum();
            for ((kinds, odds), is_right) in sample.features.iter().zip(&odds).zip(&sample.right) {
                let wanted = if *is_right { odds / right } else { 0.0 };
                for &kind in kinds {
                    gradient[kind] += wanted - odds;
                }
            }
        }
        gradient
    })
}

fn probabilities(sample: &Sample, weights: &[f64]) -> Vec<f64> {
    let score = |kinds: &Vec<usize>| kinds.iter().map(|&kind| weights[kind]).sum::<f64>();
    let scores: Vec<f64> = sample.features.iter().map(score).collect();
    let top = scores.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let odds: Vec<f64> = scores.iter().map(|score| (score - top).exp()).collect();
    let sum: f64 = odds.iter().sum();
    odds.iter().map(|odds| odds / sum).collect()
}

/// How often the likeliest candidate is right.
fn report(samples: &[Sample], weights: &[f64]) {
    let right = samples
        .iter()
        .filter(|sample| {
            let odds = probabilities(sample, weights);
            let best = (0..odds.len()).max_by(|&a, &b| odds[a].total_cmp(&odds[b]));
            best.is_some_and(|best| sample.right[best])
        })
        .count();
    eprintln!(
        "right in {:.1} % of them",
        100.0 * right as f64 / samples.len() as f64
    );
}
