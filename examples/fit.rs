//! Fits the weights of the evidence to annotated news.
//!
//!     cargo run --release --features fit --example fit -- GOLD.jsonl > src/attribution/weights/news.txt
//!
//! GOLD has a document a line: `{"text", "quotations": [{"spans", "source"}]}`, spans in bytes. The
//! weights are those of a conditional log-linear model, which maximise the probability of the
//! annotated sources under a Gaussian prior. The same file gives the same weights every time.

use std::collections::{BTreeMap, HashMap};
use std::error::Error;
use std::io::{BufRead, BufReader};
use std::{env, fs::File};

use quotation::fit::{Choice, choices};
use quotation::{EvidenceKind, QuoteDetector};
use serde_json::Value;

/// The strength of the prior: the share of each weight that counts against it, for a kind of
/// evidence and for a pair.
const PRIOR: f64 = 1.0;
const PAIR_PRIOR: f64 = 10.0;
/// How many candidates must have a pair for it to get a weight.
const PAIR_COUNT: usize = 60;
/// Weights of pairs below this are left out.
const LEAST: f64 = 0.1;
const ROUNDS: usize = 200;

/// A choice with what is right in it.
struct Sample {
    /// The evidence of each candidate.
    candidates: Vec<Vec<usize>>,
    right: Vec<bool>,
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
                candidates: evidence(choice),
                right,
            });
            first
        });
    }
    eprintln!(
        "{} choices; in {unreachable} more the source is no candidate",
        samples.len()
    );
    let pairs = Pairs::of(&samples);
    for sample in &mut samples {
        sample
            .candidates
            .iter_mut()
            .for_each(|kinds| pairs.extend(kinds));
    }
    let weights = fit(&samples, pairs.names.len());
    report(&samples, &weights);
    println!(
        "# What each kind of evidence, and each two together, add to the score of a candidate."
    );
    println!("# Made by examples/fit.rs from the training part of PolNeAR (Newell et al. 2018).");
    let singles = EvidenceKind::all().count();
    for (number, (name, weight)) in pairs.names.iter().zip(&weights).enumerate() {
        if number < singles || weight.abs() >= LEAST {
            println!("{name} {weight:.2}");
        }
    }
    Ok(())
}

/// The features: the kinds of evidence, then the pairs that are frequent.
struct Pairs {
    names: Vec<String>,
    numbers: HashMap<(usize, usize), usize>,
}

impl Pairs {
    fn of(samples: &[Sample]) -> Pairs {
        let mut counts: BTreeMap<(usize, usize), usize> = BTreeMap::new();
        for kinds in samples.iter().flat_map(|sample| &sample.candidates) {
            for (at, &one) in kinds.iter().enumerate() {
                for &other in &kinds[at + 1..] {
                    *counts.entry((one, other)).or_default() += 1;
                }
            }
        }
        let kinds: Vec<&str> = EvidenceKind::all().map(EvidenceKind::name).collect();
        let mut pairs = Pairs {
            names: kinds.iter().map(|&name| name.to_owned()).collect(),
            numbers: HashMap::new(),
        };
        for ((one, other), count) in counts {
            if count >= PAIR_COUNT {
                pairs.numbers.insert((one, other), pairs.names.len());
                pairs.names.push(format!("{}+{}", kinds[one], kinds[other]));
            }
        }
        pairs
    }

    /// Adds the pairs among some kinds to them.
    fn extend(&self, kinds: &mut Vec<usize>) {
        let singles = kinds.len();
        for at in 0..singles {
            for next in at + 1..singles {
                kinds.extend(self.numbers.get(&(kinds[at], kinds[next])));
            }
        }
    }
}

/// The annotation of a document.
struct Gold(Vec<(Vec<(usize, usize)>, Vec<(usize, usize)>)>);

impl Gold {
    fn of(document: &Value) -> Gold {
        let spans = |value: &Value| -> Vec<(usize, usize)> {
            let pairs = value.as_array().into_iter().flatten();
            pairs
                .filter_map(|pair| Some((pair[0].as_u64()? as usize, pair[1].as_u64()? as usize)))
                .collect()
        };
        let quotations = document["quotations"].as_array().into_iter().flatten();
        Gold(
            quotations
                .map(|one| (spans(&one["spans"]), spans(&one["source"])))
                .collect(),
        )
    }

    /// The annotated quotation that has at least half of the quote in its content.
    fn quotation(&self, choice: &Choice) -> Option<usize> {
        let quote = (choice.quote.start(), choice.quote.end());
        let covered =
            |spans: &[(usize, usize)]| spans.iter().map(|&span| shared(span, quote)).sum::<usize>();
        (0..self.0.len())
            .filter(|&one| 2 * covered(&self.0[one].0) >= choice.quote.len())
            .max_by_key(|&one| covered(&self.0[one].0))
    }

    /// Which candidates are right: the first mention within the annotated source, or the source of
    /// the quote before if that belongs to the same quotation.
    fn right(&self, choice: &Choice, quoted: Option<usize>, same: bool) -> Vec<bool> {
        let source = quoted.map_or(&[][..], |one| &self.0[one].1);
        let within = |owner: bool| {
            let candidates = choice
                .candidates
                .iter()
                .filter(move |one| one.owner == owner);
            let mentions = candidates.filter_map(|one| one.source);
            mentions
                .filter(|span| {
                    source
                        .iter()
                        .any(|&part| shared(part, (span.start(), span.end())) > 0)
                })
                .min()
        };
        let mention = within(false).or_else(|| within(true));
        let right = |one: &quotation::fit::Alternative| match one.source {
            None => source.is_empty(),
            Some(span) => {
                mention == Some(span) && !one.goes_on
                    || one.goes_on && (same || mention == Some(span))
            }
        };
        choice.candidates.iter().map(right).collect()
    }
}

fn shared(a: (usize, usize), b: (usize, usize)) -> usize {
    a.1.min(b.1).saturating_sub(a.0.max(b.0))
}

fn evidence(choice: &Choice) -> Vec<Vec<usize>> {
    let kinds = |one: &quotation::fit::Alternative| {
        one.evidence.iter().map(|&kind| kind as usize).collect()
    };
    choice.candidates.iter().map(kinds).collect()
}

/// Maximises the penalised log-likelihood by RPROP, which needs no step size.
fn fit(samples: &[Sample], size: usize) -> Vec<f64> {
    let singles = EvidenceKind::all().count();
    let prior = |feature| if feature < singles { PRIOR } else { PAIR_PRIOR };
    let mut weights = vec![0.0; size];
    let mut steps = vec![0.1; size];
    let mut last = vec![0.0; size];
    for _ in 0..ROUNDS {
        let mut gradient: Vec<f64> = weights
            .iter()
            .enumerate()
            .map(|(feature, weight)| -prior(feature) * weight)
            .collect();
        for sample in samples {
            let odds = probabilities(sample, &weights);
            let right: f64 = odds
                .iter()
                .zip(&sample.right)
                .filter(|(_, right)| **right)
                .map(|(odds, _)| odds)
                .sum();
            for ((kinds, odds), is_right) in sample.candidates.iter().zip(&odds).zip(&sample.right)
            {
                let wanted = if *is_right { odds / right } else { 0.0 };
                for &kind in kinds {
                    gradient[kind] += wanted - odds;
                }
            }
        }
        for kind in 0..size {
            let turn = gradient[kind] * last[kind];
            if turn > 0.0 {
                steps[kind] = f64::min(steps[kind] * 1.2, 1.0);
            } else if turn < 0.0 {
                steps[kind] *= 0.5;
            }
            if gradient[kind] != 0.0 {
                weights[kind] += steps[kind] * gradient[kind].signum();
            }
            last[kind] = gradient[kind];
        }
    }
    weights
}

fn probabilities(sample: &Sample, weights: &[f64]) -> Vec<f64> {
    let score = |kinds: &Vec<usize>| kinds.iter().map(|&kind| weights[kind]).sum::<f64>();
    let scores: Vec<f64> = sample.candidates.iter().map(score).collect();
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
