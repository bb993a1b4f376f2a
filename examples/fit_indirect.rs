//! Fits the model of reported speech to annotated news.
//!
//!     cargo run --release --features fit --example fit_indirect -- words GOLD.jsonl > src/attribution/reported/words.txt
//!     cargo run --release --features fit --example fit_indirect -- weights GOLD.jsonl > weights.bin
//!     mv weights.bin src/attribution/reported/
//!
//! GOLD has a document a line: `{"text", "quotations": [{"spans", "source", "cue"}]}`, spans in
//! bytes. The weights are those of a conditional log-linear model over all questions that the
//! detector asks, with the annotated answers, under a Gaussian prior; they are written as one byte
//! each, behind the scale of all and the bounds of each stage, beyond which the detector asks no
//! more. The same file gives the same weights every time.

use std::collections::{BTreeMap, HashMap};
use std::error::Error;
use std::io::{self, BufRead, BufReader, Write};
use std::{env, fs::File};

use quotation::fit::{Question, REPORT_WEIGHTS, is_listed, questions, report_stages};
use quotation::{QuoteDetector, TokenKind, Tokenizer};
use serde_json::Value;

/// The strength of the prior: the share of each weight that counts against it.
const PRIOR: f32 = 12.0;
const ROUNDS: usize = 50;
/// How often a word must stand in the texts to be named by features.
const WORD_COUNT: usize = 8;
/// One answer in so many may be changed by the bounds of its stage.
const BOUNDED: usize = 1000;
/// How many bytes an annotated edge may lie off the nearest candidate.
const TOLERANCE: usize = 12;

type Pair = (usize, usize);

fn main() -> Result<(), Box<dyn Error>> {
    let usage = "usage: fit_indirect words|weights GOLD.jsonl";
    let what = env::args().nth(1).ok_or(usage)?;
    let path = env::args().nth(2).ok_or(usage)?;
    let mut documents = Vec::new();
    for line in BufReader::new(File::open(path)?).lines() {
        documents.push(serde_json::from_str::<Value>(&line?)?);
    }
    match what.as_str() {
        "words" => words(&documents),
        "weights" => weights(&documents)?,
        _ => return Err(usage.into()),
    }
    Ok(())
}

/// Prints the listed words that are frequent.
fn words(documents: &[Value]) {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for text in documents.iter().filter_map(|one| one["text"].as_str()) {
        for token in Tokenizer::new().tokens(text) {
            if token.kind() == TokenKind::Word {
                *counts.entry(text[token.span()].to_lowercase()).or_default() += 1;
            }
        }
    }
    for (word, count) in counts {
        if count >= WORD_COUNT && is_listed(&word) {
            println!("{word}");
        }
    }
}

fn weights(documents: &[Value]) -> Result<(), Box<dyn Error>> {
    let detector = QuoteDetector::new();
    let mut samples = Samples::default();
    for document in documents {
        let text = document["text"].as_str().ok_or("a document without text")?;
        let mut gold = Gold::of(document, text);
        questions(&detector, text, |question| {
            let right = gold.right(question);
            let first = right.iter().position(|&right| right);
            samples.add(question, &right);
            first.unwrap_or(0)
        });
        samples.missed += gold.missed();
        samples.gold += gold.quotations.len();
    }
    eprintln!(
        "{} of {} cues were not asked about",
        samples.missed, samples.gold
    );
    let weights = samples.fit();
    let scale = weights
        .iter()
        .fold(0.0f32, |top, weight| top.max(weight.abs()))
        / 127.0;
    let mut output = io::stdout().lock();
    output.write_all(&scale.to_le_bytes())?;
    let weights: Vec<i8> = weights
        .iter()
        .map(|weight| (weight / scale).round() as i8)
        .collect();
    for stage in report_stages() {
        let (least, enough) = samples.bounds(stage, &weights);
        output.write_all(&least.to_le_bytes())?;
        output.write_all(&enough.to_le_bytes())?;
    }
    let bytes: Vec<u8> = weights.iter().map(|&weight| weight as u8).collect();
    output.write_all(&bytes)?;
    Ok(())
}

/// An annotated attribution.
struct Quotation {
    spans: Vec<Pair>,
    source: Vec<Pair>,
    cue: Vec<Pair>,
    /// Where the head of its cue begins, once it was found.
    head: Option<usize>,
}

/// The annotation of a document.
struct Gold<'t> {
    text: &'t str,
    quotations: Vec<Quotation>,
}

impl<'t> Gold<'t> {
    fn of(document: &Value, text: &'t str) -> Gold<'t> {
        let spans = |value: &Value| -> Vec<Pair> {
            let pairs = value.as_array().into_iter().flatten();
            pairs
                .filter_map(|pair| Some((pair[0].as_u64()? as usize, pair[1].as_u64()? as usize)))
                .collect()
        };
        let quotations = document["quotations"].as_array().into_iter().flatten();
        let quotations = quotations.map(|one| Quotation {
            spans: spans(&one["spans"]),
            source: spans(&one["source"]),
            cue: spans(&one["cue"]),
            head: None,
        });
        Gold {
            text,
            quotations: quotations.collect(),
        }
    }

    fn missed(&self) -> usize {
        self.quotations
            .iter()
            .filter(|one| one.head.is_none())
            .count()
    }

    /// Which answers are right; none if the annotation does not tell.
    fn right(&mut self, question: &Question) -> Vec<bool> {
        let cue = (question.cue.start(), question.cue.end());
        let holds = |one: &Quotation| one.cue.iter().any(|&span| shared(span, cue) > 0);
        let found = self
            .quotations
            .iter()
            .position(|one| one.head == Some(cue.0))
            .or_else(|| {
                self.quotations
                    .iter()
                    .position(|one| one.head.is_none() && holds(one))
            });
        let all = question.candidates.len();
        let Some(found) = found else {
            // What is not annotated is no cue; of the words of one cue the first is asked about.
            return (0..all)
                .map(|number| question.stage == "source" && number == 0)
                .collect();
        };
        self.quotations[found].head = Some(cue.0);
        let one = &self.quotations[found];
        let before = self.beside(one.spans.iter().rev().find(|span| span.1 <= cue.0), cue);
        let behind = self.beside(one.spans.iter().find(|span| span.0 >= cue.1), cue);
        let source = |spans: &[Pair]| {
            let own = question
                .candidates
                .iter()
                .flatten()
                .map(|span| span.start()..span.end());
            let (first, last) = own.fold((usize::MAX, 0), |(first, last), span| {
                (first.min(span.start), last.max(span.end))
            });
            spans
                .iter()
                .copied()
                .find(|&span| shared(span, (first, last)) > 0)
        };
        match question.stage {
            "source" => right_source(question, one),
            "side" => {
                let side = match (before, behind) {
                    (Some(_), None) => 0,
                    (None, Some(_)) => 1,
                    (Some(_), Some(_)) => 2,
                    (None, None) => 3,
                };
                (0..all).map(|number| number == side).collect()
            }
            "source-start" => self.nearest(question, source(&one.source), false),
            "source-end" => self.nearest(question, source(&one.source), true),
            "start" => self.nearest(question, behind, false),
            "end" => self.nearest(question, behind, true),
            "before-start" => self.nearest(question, before, false),
            "before-end" => self.nearest(question, before, true),
            "cue-start" => self.nearest(question, source(&one.cue), false),
            "cue-end" => self.nearest(question, source(&one.cue), true),
            stage => unreachable!("{stage}"),
        }
    }

    /// A piece of content, if it lies in the sentence of its cue.
    fn beside(&self, piece: Option<&Pair>, cue: Pair) -> Option<Pair> {
        let &piece = piece?;
        let gap = if piece.1 <= cue.0 {
            piece.1..cue.0
        } else {
            cue.1..piece.0
        };
        let gap = &self.text.as_bytes()[gap];
        let ends = gap
            .windows(2)
            .any(|pair| pair[0] == b'.' && pair[1].is_ascii_whitespace());
        (gap.len() < 200 && !ends && !gap.contains(&b'\n')).then_some(piece)
    }

    /// The candidates whose edge is the nearest to that of a span.
    fn nearest(&self, question: &Question, target: Option<Pair>, end: bool) -> Vec<bool> {
        let Some(target) = target else {
            return vec![false; question.candidates.len()];
        };
        let edge = |span: Pair| {
            let words =
                |c: char| c.is_alphanumeric() || matches!(c, '%' | '$' | '£' | '€' | ')' | '(');
            let text = self.text.get(span.0..span.1).unwrap_or_default();
            let lead = text.find(words).unwrap_or(0);
            if end {
                span.0 + text.rfind(words).map_or(text.len(), |at| at + 1)
            } else {
                span.0 + lead
            }
        };
        let target = edge(target);
        let distances: Vec<usize> = question
            .candidates
            .iter()
            .map(|span| {
                span.map_or(usize::MAX, |span| {
                    edge((span.start(), span.end())).abs_diff(target)
                })
            })
            .collect();
        let least = distances.iter().copied().min().unwrap_or(usize::MAX);
        let first = distances.iter().position(|&distance| distance == least);
        (0..distances.len())
            .map(|number| Some(number) == first && least <= TOLERANCE)
            .collect()
    }
}

/// The first mention within the annotated source, an owner only if there is no other.
fn right_source(question: &Question, one: &Quotation) -> Vec<bool> {
    let all = question.candidates.len();
    if one.source.is_empty() {
        return (0..all).map(|number| number == 1).collect();
    }
    let within = |number: usize| {
        question.candidates[number].is_some_and(|span| {
            let span = (span.start(), span.end());
            one.source.iter().any(|&part| shared(part, span) > 0)
        })
    };
    let mention = (2..all)
        .filter(|&number| within(number))
        .min_by_key(|&number| {
            question.candidates[number].map(|span| (span.start(), usize::MAX - span.end()))
        });
    match mention {
        Some(mention) => (0..all)
            .map(|number| {
                question.candidates[number] == question.candidates[mention] && number >= 2
            })
            .collect(),
        None => (0..all).map(|number| number > 0).collect(),
    }
}

fn shared(a: Pair, b: Pair) -> usize {
    a.1.min(b.1).saturating_sub(a.0.max(b.0))
}

/// Questions with their right answers, all features in one place.
#[derive(Default)]
struct Samples {
    features: Vec<u32>,
    samples: Vec<Sample>,
    gold: usize,
    missed: usize,
}

struct Sample {
    stage: &'static str,
    shared: Pair,
    candidates: Vec<Pair>,
    /// Of each candidate: where those of its features end that can rule it out.
    decisive: Vec<usize>,
    right: Vec<bool>,
}

impl Samples {
    fn add(&mut self, question: &Question, right: &[bool]) {
        if !right.contains(&true) || right.len() < 2 {
            return;
        }
        let mut store = |places: &[u32]| {
            let start = self.features.len();
            self.features.extend(places);
            (start, self.features.len())
        };
        let shared = store(&question.shared);
        let candidates: Vec<Pair> = question
            .features
            .iter()
            .map(|places| store(places))
            .collect();
        let starts = candidates.iter().zip(&question.decisive);
        self.samples.push(Sample {
            stage: question.stage,
            shared,
            decisive: starts.map(|(own, count)| own.0 + count).collect(),
            candidates,
            right: right.to_vec(),
        });
    }

    /// Maximises the penalised log-likelihood by RPROP, which needs no step size.
    fn fit(&self) -> Vec<f32> {
        let mut weights = vec![0.0f32; REPORT_WEIGHTS];
        let mut steps = vec![0.1f32; REPORT_WEIGHTS];
        let mut last = vec![0.0f32; REPORT_WEIGHTS];
        for round in 0..ROUNDS {
            let mut gradient: Vec<f32> = weights.iter().map(|weight| -PRIOR * weight).collect();
            for sample in &self.samples {
                let odds = self.probabilities(sample, &weights);
                let right: f32 = odds
                    .iter()
                    .zip(&sample.right)
                    .filter(|one| *one.1)
                    .map(|one| one.0)
                    .sum();
                let mut common = 0.0;
                for (number, &(start, end)) in sample.candidates.iter().enumerate() {
                    let wanted = if sample.right[number] {
                        odds[number] / right.max(1e-9)
                    } else {
                        0.0
                    };
                    let push = wanted - odds[number];
                    if number > 0 {
                        common += push;
                    }
                    if push.abs() > 1e-4 {
                        for &place in &self.features[start..end] {
                            gradient[place as usize] += push;
                        }
                    }
                }
                for &place in &self.features[sample.shared.0..sample.shared.1] {
                    gradient[place as usize] += common;
                }
            }
            for place in 0..REPORT_WEIGHTS {
                let turn = gradient[place] * last[place];
                if turn > 0.0 {
                    steps[place] = f32::min(steps[place] * 1.2, 0.5);
                } else if turn < 0.0 {
                    steps[place] *= 0.5;
                }
                if gradient[place] != 0.0 {
                    weights[place] += steps[place] * gradient[place].signum();
                }
                last[place] = gradient[place];
            }
            if round + 1 == ROUNDS {
                self.report(&weights);
            }
        }
        weights
    }

    fn probabilities(&self, sample: &Sample, weights: &[f32]) -> Vec<f32> {
        let score = |pair: Pair| -> f32 {
            self.features[pair.0..pair.1]
                .iter()
                .map(|&place| weights[place as usize])
                .sum()
        };
        let common = score(sample.shared);
        let scores: Vec<f32> = sample
            .candidates
            .iter()
            .enumerate()
            .map(|(number, &own)| score(own) + if number > 0 { common } else { 0.0 })
            .collect();
        let top = scores.iter().copied().fold(f32::NEG_INFINITY, f32::max);
        let odds: Vec<f32> = scores.iter().map(|score| (score - top).exp()).collect();
        let sum: f32 = odds.iter().sum();
        odds.iter().map(|odds| odds / sum).collect()
    }

    /// The least that the decisive features of a candidate must score to be possible, and the score
    /// that no later candidate beats.
    fn bounds(&self, stage: &str, weights: &[i8]) -> (i16, i16) {
        let score = |start: usize, end: usize| -> i16 {
            let places = self.features[start..end].iter();
            places
                .map(|&place| i16::from(weights[place as usize]))
                .sum()
        };
        let (mut chosen, mut passed) = (Vec::new(), Vec::<i16>::new());
        for sample in self.samples.iter().filter(|sample| sample.stage == stage) {
            let scores: Vec<i16> = sample
                .candidates
                .iter()
                .map(|&(a, b)| score(a, b))
                .collect();
            let best = (0..scores.len())
                .max_by_key(|&number| scores[number])
                .unwrap_or(0);
            chosen.push(score(sample.candidates[best].0, sample.decisive[best]));
            passed.extend(scores[..best].iter().max());
        }
        chosen.sort_unstable();
        passed.sort_unstable_by(|a, b| b.cmp(a));
        let rest = chosen.len() / BOUNDED;
        let least = chosen.get(rest).copied().unwrap_or(i16::MIN);
        let enough = passed.get(rest).map_or(i16::MIN, |score| score + 1);
        (least, enough)
    }

    /// How often the likeliest answer is right, by stage.
    fn report(&self, weights: &[f32]) {
        let mut stages: HashMap<&str, (usize, usize)> = HashMap::new();
        for sample in &self.samples {
            let odds = self.probabilities(sample, weights);
            let best = (0..odds.len()).max_by(|&a, &b| odds[a].total_cmp(&odds[b]));
            let count = stages.entry(sample.stage).or_default();
            count.0 += 1;
            count.1 += usize::from(best.is_some_and(|best| sample.right[best]));
        }
        let mut stages: Vec<_> = stages.into_iter().collect();
        stages.sort_unstable();
        for (stage, (all, right)) in stages {
            eprintln!(
                "{stage}: {right} of {all} right, {:.1} %",
                100.0 * right as f64 / all as f64
            );
        }
    }
}
