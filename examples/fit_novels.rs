//! Fits the weights of who speaks each line of a novel to annotated novels.
//!
//!     cargo run --release --features fit --example fit_novels -- cues GOLD.jsonl > src/attribution/weights/novel-cues.txt
//!     cargo run --release --features fit --example fit_novels -- turns GOLD.jsonl > src/attribution/weights/novel.txt
//!
//! GOLD has a novel a line: `{"id", "text", "quotations": [{"spans", "speaker", "how"}], "cast"}`,
//! spans in bytes. The novels of eight authors are fitted; those of the others are only measured. Each
//! novel is read twice, with its cast and without. The weights are those of a conditional random
//! field, which maximise the probability of the annotated speakers under a Gaussian prior. The same
//! file gives the same weights every time.

use std::collections::{BTreeMap, HashMap};
use std::error::Error;
use std::io::{BufRead, BufReader};
use std::{env, fs::File};

use quotation::fit::{Chances, Dialogue, TURNS, beside_lines, climb};
use quotation::{CastMember, EvidenceKind, Gender, Genre, QuoteDetector, Span};
use serde_json::Value;

/// The novels of these names are fitted: those of Austen, Chesterton, Christie, Dunbar, Forster,
/// Waugh, Wells and Wharton.
const FITTED: [&str; 13] = [
    "ARoomWithAView",
    "HowardsEnd",
    "TheManWhoWasThursday",
    "Emma",
    "TheMysteriousAffairAtStyles",
    "NorthangerAbbey",
    "Persuasion",
    "PrideAndPrejudice",
    "SenseAndSensibility",
    "TheSportOfTheGods",
    "AHandfulOfDust",
    "TheInvisibleMan",
    "TheAgeOfInnocence",
];
const PRIOR: f64 = 3.0;
const PAIR_PRIOR: f64 = 20.0;
/// The same for pairs of what stands beside a line alone.
const CUE_PAIR_PRIOR: f64 = 9.0;
/// How many candidates must have a pair for it to get a weight.
const PAIR_COUNT: usize = 80;
/// Weights of pairs below this are left out.
const LEAST: f64 = 0.05;
const ROUNDS: usize = 80;
/// By how much a weight changes in a round at most.
const LONGEST_STEP: f64 = 0.5;

struct Novel {
    fitted: bool,
    cast: bool,
    /// How the lines hang together; nothing if each stands alone.
    dialogue: Option<Dialogue>,
    lines: Vec<Line>,
}

struct Line {
    candidates: Vec<Candidate>,
    /// What speaks for each of the three turns that the line can take.
    turn: [Vec<usize>; 3],
    /// Which candidates are right; empty if none is or nothing is annotated.
    right: Vec<bool>,
    how: usize,
}

struct Candidate {
    kinds: Vec<usize>,
    /// Its kinds of evidence, each with one of the three turns.
    with_turn: [Vec<usize>; 3],
}

impl Candidate {
    fn new(evidence: &[EvidenceKind]) -> Candidate {
        Candidate {
            kinds: numbers(evidence),
            with_turn: Default::default(),
        }
    }
}

fn numbers(evidence: &[EvidenceKind]) -> Vec<usize> {
    evidence.iter().map(|&kind| kind as usize).collect()
}

const HOW: [&str; 3] = ["explicit", "anaphoric", "implicit"];

fn main() -> Result<(), Box<dyn Error>> {
    let usage = "usage: fit_novels cues|turns GOLD.jsonl";
    let what = env::args().nth(1).ok_or(usage)?;
    let path = env::args().nth(2).ok_or(usage)?;
    let mut novels = Vec::new();
    for line in BufReader::new(File::open(path)?).lines() {
        let gold: Value = serde_json::from_str(&line?)?;
        if what == "cues" {
            novels.push(beside(&gold)?);
            continue;
        }
        for cast in [false, true] {
            novels.push(novel(&gold, cast)?);
        }
    }
    let pairs = Pairs::of(&novels);
    for novel in &mut novels {
        let has_turns = novel.dialogue.is_some();
        for line in &mut novel.lines {
            for candidate in &mut line.candidates {
                if has_turns {
                    let with = |turn| pairs.with(&candidate.kinds, turn as usize);
                    candidate.with_turn = TURNS.map(with);
                }
                pairs.extend(&mut candidate.kinds);
            }
            line.turn.iter_mut().for_each(|kinds| pairs.extend(kinds));
        }
    }
    let pair_prior = match what.as_str() {
        "cues" => CUE_PAIR_PRIOR,
        _ => PAIR_PRIOR,
    };
    let weights = fit(&novels, pairs.names.len(), pair_prior);
    for fitted in [true, false] {
        for cast in [false, true] {
            report(&novels, &weights, fitted, cast);
        }
    }
    println!(
        "# What each kind of evidence, and each two together, add to the score of a speaker of a line."
    );
    println!(
        "# Made by examples/fit_novels.rs from the novels of eight authors (see MODEL.md) as annotated in"
    );
    println!("# the Project Dialogism Novel Corpus (Vishnubhotla et al. 2022).");
    for (number, (name, weight)) in pairs.names.iter().zip(&weights).enumerate() {
        let single = number < EvidenceKind::all().count();
        if *weight != 0.0 && single || weight.abs() >= LEAST {
            println!("{name} {weight:.2}");
        }
    }
    Ok(())
}

fn novel(gold: &Value, with_cast: bool) -> Result<Novel, Box<dyn Error>> {
    let text = gold["text"].as_str().ok_or("a novel without text")?;
    let id = gold["id"].as_str().unwrap_or_default();
    let list = |value: &Value| -> Vec<String> {
        let names = value
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(Value::as_str);
        names.map(str::to_owned).collect()
    };
    let mut builder = QuoteDetector::builder().genre(Genre::Novel);
    if with_cast {
        for member in gold["cast"].as_array().into_iter().flatten() {
            let name = member["name"].as_str().unwrap_or_default();
            let entry = list(&member["aliases"])
                .into_iter()
                .fold(CastMember::new(name), CastMember::alias);
            builder = builder.cast([match member["gender"].as_str() {
                Some("F") => entry.gender(Gender::Female),
                Some("M") => entry.gender(Gender::Male),
                _ => entry,
            }]);
        }
    }
    let dialogue = Dialogue::of(&builder.build()?, text);
    let mut quotations: Vec<(usize, usize, usize, Vec<String>)> = Vec::new();
    for one in gold["quotations"].as_array().into_iter().flatten() {
        let how = HOW.iter().position(|how| one["how"] == *how).unwrap_or(2);
        let names: Vec<String> = list(&one["speaker"])
            .iter()
            .flat_map(|name| [fold(name), bare(name)])
            .collect();
        for span in one["spans"].as_array().into_iter().flatten() {
            let at = |side: usize| span[side].as_u64().unwrap_or_default() as usize;
            quotations.push((at(0), at(1), how, names.clone()));
        }
    }
    quotations.sort();
    let mut next = 0;
    let mut lines = Vec::new();
    for line in &dialogue.lines {
        while next < quotations.len() && quotations[next].1 <= line.quote.start() {
            next += 1;
        }
        let own = quotations.get(next).filter(|one| one.0 < line.quote.end());
        let mut right: Vec<bool> = match own {
            Some((.., names)) => line
                .names
                .iter()
                .map(|name| names.contains(&fold(name)) || names.contains(&bare(name)))
                .collect(),
            None => Vec::new(),
        };
        let unreachable = own.is_some() && !right.contains(&true);
        if unreachable {
            right.clear();
        }
        lines.push(Line {
            candidates: line
                .evidence
                .iter()
                .map(|all| Candidate::new(all))
                .collect(),
            turn: line.turn.each_ref().map(|all| numbers(all)),
            right,
            how: match own {
                Some((_, _, how, _)) => how + if unreachable { 3 } else { 0 },
                None => 6,
            },
        });
    }
    Ok(Novel {
        fitted: FITTED.iter().any(|name| id.ends_with(name)),
        cast: with_cast,
        dialogue: Some(dialogue),
        lines,
    })
}

/// The choices among what stands beside the lines. Right is the candidate within the annotated
/// reference to the speaker, or nobody where there is none.
fn beside(gold: &Value) -> Result<Novel, Box<dyn Error>> {
    let text = gold["text"].as_str().ok_or("a novel without text")?;
    let id = gold["id"].as_str().unwrap_or_default();
    let mut quotations: Vec<(usize, usize, usize, &Value)> = Vec::new();
    for one in gold["quotations"].as_array().into_iter().flatten() {
        let how = HOW.iter().position(|how| one["how"] == *how).unwrap_or(2);
        for span in one["spans"].as_array().into_iter().flatten() {
            let at = |side: usize| span[side].as_u64().unwrap_or_default() as usize;
            quotations.push((at(0), at(1), how, one));
        }
    }
    quotations.sort_by_key(|one| (one.0, one.1));
    let detector = QuoteDetector::builder().genre(Genre::Novel).build()?;
    let mut next = 0;
    let mut lines = Vec::new();
    for choice in beside_lines(&detector, text) {
        while next < quotations.len() && quotations[next].1 <= choice.quote.start() {
            next += 1;
        }
        let Some(&(_, _, how, one)) = quotations
            .get(next)
            .filter(|one| one.0 < choice.quote.end())
        else {
            continue;
        };
        let reference = format!(" {} ", fold(one["cue_text"].as_str().unwrap_or_default()));
        let names: Vec<String> = one["speaker"]
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
            .map(fold)
            .collect();
        // The first mention in the reference, a name of the speaker before others.
        let rank = |source: Option<Span>| {
            let source = source?;
            let words = fold(&text[source]);
            let place = reference
                .find(&format!(" {words} "))
                .filter(|_| how < 2 && !words.is_empty())?;
            let distance = choice.quote.start().abs_diff(source.start());
            Some((!names.contains(&words), place, distance))
        };
        let best = choice
            .candidates
            .iter()
            .filter(|one| !one.owner)
            .filter_map(|one| rank(one.source))
            .min();
        let right: Vec<bool> = choice
            .candidates
            .iter()
            .map(|one| match best {
                None => one.source.is_none(),
                best => rank(one.source) == best,
            })
            .collect();
        let lost = best.is_none() && how < 2;
        lines.push(Line {
            candidates: choice
                .candidates
                .iter()
                .map(|one| Candidate::new(&one.evidence))
                .collect(),
            turn: Default::default(),
            right: if lost { Vec::new() } else { right },
            how: how + if lost { 3 } else { 0 },
        });
    }
    Ok(Novel {
        fitted: FITTED.iter().any(|name| id.ends_with(name)),
        cast: false,
        dialogue: None,
        lines,
    })
}

const TITLES: &str = "mr mrs ms miss mx dr prof professor sir dame lord lady general gen colonel col captain capt major father sister brother aunt uncle cousin madame madam monsieur mademoiselle mlle mme count countess baron baroness duke duchess master young old poor dear little king queen";

/// A name in lower case without articles and punctuation.
fn fold(name: &str) -> String {
    let words = name.split_whitespace().map(|word| {
        word.to_lowercase()
            .replace(|c: char| !c.is_alphanumeric(), "")
    });
    let words: Vec<String> = words
        .filter(|word| !["the", "a", "an", ""].contains(&word.as_str()))
        .collect();
    words.join(" ")
}

/// The same without the titles before two words or more.
fn bare(name: &str) -> String {
    let folded = fold(name);
    let words: Vec<&str> = folded.split(' ').collect();
    let first = words
        .iter()
        .position(|word| !TITLES.split(' ').any(|title| title == *word))
        .unwrap_or(0);
    if words.len() - first >= 2 {
        words[first..].join(" ")
    } else {
        folded
    }
}

/// The features: the kinds of evidence, then the pairs that are frequent.
struct Pairs {
    names: Vec<String>,
    numbers: HashMap<(usize, usize), usize>,
}

impl Pairs {
    fn of(novels: &[Novel]) -> Pairs {
        let mut counts: BTreeMap<(usize, usize), usize> = BTreeMap::new();
        let fitted = novels.iter().filter(|novel| novel.fitted);
        for (novel, line) in
            fitted.flat_map(|novel| novel.lines.iter().map(move |line| (novel, line)))
        {
            let of_candidates = line.candidates.iter().map(|one| &one.kinds);
            for kinds in of_candidates.clone().chain(&line.turn) {
                for (at, &one) in kinds.iter().enumerate() {
                    for &other in &kinds[at + 1..] {
                        *counts.entry((one, other)).or_default() += 1;
                    }
                }
            }
            if novel.dialogue.is_some() {
                for &kind in of_candidates.flatten() {
                    for turn in TURNS {
                        *counts.entry((kind, turn as usize)).or_default() += 1;
                    }
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

    /// The pairs of some kinds with one other.
    fn with(&self, kinds: &[usize], other: usize) -> Vec<usize> {
        let pairs = kinds
            .iter()
            .filter_map(|&kind| self.numbers.get(&(kind, other)));
        pairs.copied().collect()
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

/// What is probable in a novel: by the weights, and by the weights and the annotation.
fn solve(novel: &Novel, weights: &[f64]) -> (Vec<Chances>, Vec<Chances>) {
    let free: Vec<Chances> = novel.lines.iter().map(|line| odds(line, weights)).collect();
    let told = free.iter().zip(&novel.lines).map(|(odds, line)| {
        let wrong = |at: usize| line.right.get(at) == Some(&false);
        Chances::new(odds.by_turn().each_ref().map(|odds| {
            let odds = odds.iter().enumerate();
            odds.map(|(at, &odds)| if wrong(at) { 0.0 } else { odds })
                .collect()
        }))
    });
    let told: Vec<Chances> = told.collect();
    match &novel.dialogue {
        Some(dialogue) => (dialogue.solve(&free), dialogue.solve(&told)),
        None => (alone(free), alone(told)),
    }
}

/// The odds of the candidates of a line, by the turn.
fn odds(line: &Line, weights: &[f64]) -> Chances {
    let score = |kinds: &Vec<usize>| kinds.iter().map(|&kind| weights[kind]).sum::<f64>();
    let own: Vec<f64> = line
        .candidates
        .iter()
        .map(|one| score(&one.kinds))
        .collect();
    let scores: [Vec<f64>; 3] = std::array::from_fn(|turn| {
        let of_turn = score(&line.turn[turn]);
        let own = own.iter().zip(&line.candidates);
        own.map(|(own, one)| own + of_turn + score(&one.with_turn[turn]))
            .collect()
    });
    let top = scores
        .iter()
        .flatten()
        .copied()
        .fold(f64::NEG_INFINITY, f64::max);
    let odds = |score: f64| (score - top).exp().max(1e-12) as f32;
    Chances::new(scores.map(|scores| scores.into_iter().map(odds).collect()))
}

/// What is probable in lines of which each stands alone.
fn alone(odds: Vec<Chances>) -> Vec<Chances> {
    let shares = |odds: Chances| {
        let all: f32 = odds.by_turn().iter().flatten().sum();
        let share = |odds: &Vec<f32>| odds.iter().map(|odds| odds / all).collect();
        Chances::new(odds.by_turn().each_ref().map(share))
    };
    odds.into_iter().map(shares).collect()
}

/// Maximises the penalised log-likelihood.
fn fit(novels: &[Novel], size: usize, pair_prior: f64) -> Vec<f64> {
    let singles = EvidenceKind::all().count();
    let prior = |feature| if feature < singles { PRIOR } else { pair_prior };
    let mut round = 0;
    climb(vec![0.0; size], ROUNDS, LONGEST_STEP, |weights| {
        if round > 0 && round % 20 == 0 {
            eprintln!("round {round}");
            report(novels, weights, false, false);
        }
        round += 1;
        let mut gradient: Vec<f64> = (0..size)
            .map(|feature| -prior(feature) * weights[feature])
            .collect();
        for novel in novels.iter().filter(|novel| novel.fitted) {
            let (free, told) = solve(novel, weights);
            for (at, line) in novel.lines.iter().enumerate() {
                let mut add = |kinds: &Vec<usize>, wanted: f32, found: f32| {
                    for &kind in kinds {
                        gradient[kind] += f64::from(wanted - found);
                    }
                };
                for (number, one) in line.candidates.iter().enumerate() {
                    add(&one.kinds, told[at].of(number), free[at].of(number));
                    for (turn, kinds) in one.with_turn.iter().enumerate() {
                        let of = |chances: &Chances| chances.by_turn()[turn][number];
                        add(kinds, of(&told[at]), of(&free[at]));
                    }
                }
                if novel
                    .dialogue
                    .as_ref()
                    .is_some_and(|dialogue| !dialogue.starts(at))
                {
                    for (turn, kinds) in line.turn.iter().enumerate() {
                        let of = |chances: &Chances| chances.by_turn()[turn].iter().sum();
                        add(kinds, of(&told[at]), of(&free[at]));
                    }
                }
            }
        }
        gradient
    })
}

/// How often the likeliest candidate is right, of all annotated lines.
fn report(novels: &[Novel], weights: &[f64], fitted: bool, cast: bool) {
    let (mut right, mut all, mut out) = ([0; 3], [0; 3], [0; 3]);
    for novel in novels
        .iter()
        .filter(|novel| novel.fitted == fitted && novel.cast == cast)
    {
        let (free, _) = solve(novel, weights);
        for (line, chances) in novel.lines.iter().zip(&free) {
            if line.how == 6 {
                continue;
            }
            all[line.how % 3] += 1;
            out[line.how % 3] += usize::from(line.how >= 3);
            let best =
                (0..line.candidates.len()).max_by(|&a, &b| chances.of(a).total_cmp(&chances.of(b)));
            right[line.how % 3] +=
                usize::from(best.is_some_and(|best| line.right.get(best) == Some(&true)));
        }
    }
    let share = |part: usize, whole: usize| 100.0 * part as f64 / whole.max(1) as f64;
    eprint!(
        "{} {}: all {:.1}",
        if fitted { "fitted" } else { "others" },
        if cast { "with cast" } else { "alone" },
        share(right.iter().sum(), all.iter().sum())
    );
    for how in 0..3 {
        eprint!(
            ", {} {:.1} (no candidate {:.1})",
            HOW[how],
            share(right[how], all[how]),
            share(out[how], all[how])
        );
    }
    eprintln!();
}
