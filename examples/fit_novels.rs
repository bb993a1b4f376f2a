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

use quotation::fit::{Chances, Dialogue, beside_lines, climb};
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
const PAIR_PRIOR: f64 = 9.0;
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
    candidates: Vec<Vec<usize>>,
    turn: [Vec<usize>; 3],
    /// Which candidates are right; empty if none is or nothing is annotated.
    right: Vec<bool>,
    how: usize,
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
    for line in novels.iter_mut().flat_map(|novel| &mut novel.lines) {
        line.candidates
            .iter_mut()
            .chain(&mut line.turn)
            .for_each(|kinds| pairs.extend(kinds));
    }
    let weights = fit(&novels, pairs.names.len());
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
        let numbers = |kinds: &Vec<EvidenceKind>| {
            kinds
                .iter()
                .map(|&kind| kind as usize)
                .collect::<Vec<usize>>()
        };
        lines.push(Line {
            candidates: line.evidence.iter().map(numbers).collect(),
            turn: [
                numbers(&line.turn[0]),
                numbers(&line.turn[1]),
                numbers(&line.turn[2]),
            ],
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
        let numbers = |kinds: &Vec<EvidenceKind>| {
            kinds
                .iter()
                .map(|&kind| kind as usize)
                .collect::<Vec<usize>>()
        };
        lines.push(Line {
            candidates: choice
                .candidates
                .iter()
                .map(|one| numbers(&one.evidence))
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
        let lines = novels
            .iter()
            .filter(|novel| novel.fitted)
            .flat_map(|novel| &novel.lines);
        for kinds in lines.flat_map(|line| line.candidates.iter().chain(&line.turn)) {
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

/// What is probable in a novel: by the weights, and by the weights and the annotation.
fn solve(novel: &Novel, weights: &[f64]) -> (Vec<Chances>, Vec<Chances>) {
    let exp = |scores: Vec<f64>| -> Vec<f32> {
        let top = scores.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        scores
            .iter()
            .map(|score| (score - top).exp().max(1e-12) as f32)
            .collect()
    };
    let score = |kinds: &Vec<usize>| kinds.iter().map(|&kind| weights[kind]).sum::<f64>();
    let free: Vec<Chances> = novel
        .lines
        .iter()
        .map(|line| {
            let turn = exp(line.turn.iter().map(score).collect());
            Chances {
                own: exp(line.candidates.iter().map(score).collect()),
                turn: [turn[0], turn[1], turn[2]],
            }
        })
        .collect();
    let mut told = free.clone();
    for (odds, line) in told.iter_mut().zip(&novel.lines) {
        for (own, right) in odds.own.iter_mut().zip(&line.right) {
            *own *= f32::from(u8::from(*right));
        }
    }
    match &novel.dialogue {
        Some(dialogue) => (dialogue.solve(&free), dialogue.solve(&told)),
        None => (alone(free), alone(told)),
    }
}

/// What is probable in lines of which each stands alone.
fn alone(mut odds: Vec<Chances>) -> Vec<Chances> {
    for odds in &mut odds {
        let all: f32 = odds.own.iter().sum();
        odds.own.iter_mut().for_each(|own| *own /= all);
    }
    odds
}

/// Maximises the penalised log-likelihood.
fn fit(novels: &[Novel], size: usize) -> Vec<f64> {
    let singles = EvidenceKind::all().count();
    let prior = |feature| if feature < singles { PRIOR } else { PAIR_PRIOR };
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
                for (number, kinds) in line.candidates.iter().enumerate() {
                    add(kinds, told[at].own[number], free[at].own[number]);
                }
                if novel
                    .dialogue
                    .as_ref()
                    .is_some_and(|dialogue| !dialogue.starts(at))
                {
                    for (number, kinds) in line.turn.iter().enumerate() {
                        add(kinds, told[at].turn[number], free[at].turn[number]);
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
                (0..chances.own.len()).max_by(|&a, &b| chances.own[a].total_cmp(&chances.own[b]));
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
