//! Who speaks each line of a novel: a conditional random field over the lines, whose states are the
//! speaker and the last speaker other than them.

use std::collections::BTreeMap;

use quotation::fit::{Chances, Dialogue, TURNS, line_features};
use quotation::{Genre, QuoteDetector};
use rayon::prelude::*;

use super::climb::{Climb, climb};
use super::news::extent;
use super::table::{Table, count_pairs};
use super::{Reading, in_parallel};
use crate::gold::{Document, Extent, Quotation};
use crate::names::{bare, fold};
use crate::predict;

/// The strength of the prior of a kind of evidence, and of a pair of kinds.
const PRIOR: f64 = 3.0;
const PAIR_PRIOR: f64 = 20.0;
/// How many candidates must have a pair for it to get a weight.
const PAIR_COUNT: usize = 80;
/// Weights of pairs below this are left out.
const LEAST: f64 = 0.05;
const CLIMB: Climb = Climb {
    rounds: 80,
    longest: 0.5,
};
/// By how much the score of the right candidates must be above that of each other for all to be well: wrong ones
/// are fitted as if they scored so much more (softmax-margin: Gimpel and Smith 2010). Of authors left out, 0.6 more
/// lines in a hundred are right with it, in scenes 0.9.
const MARGIN: f32 = 0.7;
/// The least that a candidate's odds are, against those of the best.
const LEAST_ODDS: f64 = 1e-12;

/// How much a line of a scene of our own counts, one of a novel counting one. Of 22 such scenes left out, 61 lines in a
/// hundred are right without the others, 70 if they count twice, 69 if four times; of authors left out 79.8, 79.5, 79.6.
const OWN: f64 = 2.0;

/// From what probability on lines are counted together to tell how many of them are right.
const PROBABILITIES: [f32; 10] = [0.0, 0.4, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 0.995, 0.9995];

/// A novel or a scene as it is read, with or without its cast.
struct Novel {
    /// How much each line counts.
    weight: f64,
    dialogue: Dialogue,
    lines: Vec<Line>,
}

struct Line {
    /// The features of each candidate.
    candidates: Vec<Vec<u32>>,
    /// Beside them: those with each of the three turns.
    with_turn: Vec<[Vec<u32>; 3]>,
    /// The features of each of the three turns that the line can take.
    turn: [Vec<u32>; 3],
    /// Which candidates are right; empty if none is or nothing is annotated.
    right: Vec<bool>,
    is_annotated: bool,
}

/// Lines as they are read, how much each counts, and of those annotated which candidates are right.
type Told = (f64, Dialogue, Vec<Option<Vec<bool>>>);

/// Texts that are read, with the parts that they are put into.
pub(super) struct Parted<'a, 'd> {
    pub(super) novels: &'a [Reading<'d>],
    /// Of each novel.
    pub(super) parts: &'a [usize],
    /// Of which each is put into a part of its own in turn.
    pub(super) own: &'a [Reading<'d>],
    /// How many parts there are.
    pub(super) count: usize,
}

/// The table of weights that fits the lines of all novels and scenes, each read without its cast and, if it has
/// one, with it, by the weights of what stands beside a line.
pub(super) fn fit(novels: &[Reading<'_>], own: &[Reading<'_>]) -> anyhow::Result<String> {
    let mut all = Vec::new();
    for with_cast in [false, true] {
        all.extend(read_all((1.0, novels), with_cast)?);
        all.extend(read_all((OWN, own), with_cast)?);
    }
    let table = table(&all);
    let novels = with_rows(all, &table);
    let weights = weights(&table, &novels);
    let right: usize = novels.iter().map(|one| one.right(&weights)).sum();
    let told = novels
        .iter()
        .flat_map(|one| &one.lines)
        .filter(|line| !line.right.is_empty());
    eprintln!(
        "lines: {} with a right candidate, {right} of them right by {} weights",
        told.count(),
        table.len()
    );
    Ok(table.text(&weights, LEAST))
}

/// How many lines of those that are about so probable are right, in texts that were left out of the fit, in turn all.
/// What is read with its cast is left aside.
pub(super) fn calibration(texts: &Parted<'_, '_>) -> anyhow::Result<String> {
    let mut sums = [(0.0, 0.0, 0.0); PROBABILITIES.len()];
    for part in 0..texts.count {
        let own_parts: Vec<usize> = (0..texts.own.len()).map(|at| at % texts.count).collect();
        let read = |is_left_out: bool| -> anyhow::Result<Vec<Told>> {
            let is_wanted = |own: usize| (own == part) == is_left_out;
            let novels = those(texts.novels, texts.parts, is_wanted);
            let own = those(texts.own, &own_parts, is_wanted);
            let mut all = read_all((1.0, &novels), false)?;
            all.extend(read_all((OWN, &own), false)?);
            Ok(all)
        };
        let rest = read(false)?;
        let table = table(&rest);
        let weights = weights(&table, &with_rows(rest, &table));
        for one in with_rows(read(true)?, &table) {
            for (probability, is_right) in one.chosen(&weights) {
                let bin = PROBABILITIES.partition_point(|&least| least <= probability);
                let (count, stated, right) = &mut sums[bin.saturating_sub(1)];
                *count += 1.0;
                *stated += f64::from(probability);
                *right += f64::from(u8::from(is_right));
            }
        }
    }
    let known = sums.iter().filter(|(count, ..)| *count > 0.0);
    let points = known.map(|&(count, stated, right)| {
        let (stated, right) = (stated / count, right / count);
        eprintln!("{count} lines at {stated:.4}: {right:.3} right");
        format!("{stated:.4} {right:.3}\n")
    });
    Ok(points.collect())
}

/// Those of some texts whose parts are wanted.
fn those<'d>(
    all: &[Reading<'d>],
    parts: &[usize],
    is_wanted: impl Fn(usize) -> bool,
) -> Vec<Reading<'d>> {
    let parted = all.iter().zip(parts);
    let wanted = parted.filter(|(_, part)| is_wanted(**part));
    wanted.map(|(&one, _)| one).collect()
}

/// Documents as they are read, each line counting so much, without their casts, or those that have one with it.
fn read_all(
    (weight, readings): (f64, &[Reading<'_>]),
    with_cast: bool,
) -> anyhow::Result<Vec<Told>> {
    let read = |document: &Document| {
        let is_wanted = !with_cast || !document.cast.is_empty();
        is_wanted.then(|| read(document, with_cast))
    };
    let all = in_parallel(readings, read).into_iter().flatten();
    all.map(|one| one.map(|(dialogue, right)| (weight, dialogue, right)))
        .collect()
}

/// The table of what gets a weight by some lines.
fn table(all: &[Told]) -> Table {
    let mut pairs = BTreeMap::new();
    for line in all.iter().flat_map(|(_, dialogue, _)| &dialogue.lines) {
        count(&mut pairs, line);
    }
    let mut table = Table::of_features(line_features(), PRIOR);
    table.add_pairs(&pairs, PAIR_COUNT, PAIR_PRIOR);
    table
}

fn with_rows(all: Vec<Told>, table: &Table) -> Vec<Novel> {
    let all = all.into_iter();
    all.map(|(weight, dialogue, right)| Novel::new(weight, (dialogue, right), table))
        .collect()
}

/// The weights under which the annotation is most probable.
fn weights(table: &Table, novels: &[Novel]) -> Vec<f64> {
    let prior = table.prior(&[]);
    climb(prior.expected.clone(), CLIMB, |weights| {
        let mut gradient = prior.gradient(weights);
        let parts: Vec<Vec<f64>> = novels.par_iter().map(|one| one.gradient(weights)).collect();
        for part in parts {
            gradient
                .iter_mut()
                .zip(part)
                .for_each(|(sum, own)| *sum += own);
        }
        gradient
    })
}

/// The lines of a novel, and of those annotated which candidates are right.
fn read(
    document: &Document,
    with_cast: bool,
) -> anyhow::Result<(Dialogue, Vec<Option<Vec<bool>>>)> {
    let builder = QuoteDetector::builder().genre(Genre::Novel);
    let cast = if with_cast { &document.cast[..] } else { &[] };
    let detector = builder.cast(predict::members(cast)).build()?;
    let dialogue = Dialogue::of(&detector, &document.text);
    let mut annotated = Annotated::new(&document.quotations);
    let right = dialogue.lines.iter().map(|line| {
        let own = annotated.next_over(extent(line.quote))?;
        let names: Vec<String> = own
            .speaker
            .iter()
            .flat_map(|name| [fold(name), bare(name)])
            .collect();
        let is_right = |name: &String| names.contains(&fold(name)) || names.contains(&bare(name));
        Some(line.names.iter().map(is_right).collect())
    });
    let right = right.collect();
    Ok((dialogue, right))
}

/// The annotated quotations of a novel, piece by piece in their order.
pub(super) struct Annotated<'d> {
    pieces: Vec<(Extent, &'d Quotation)>,
    next: usize,
}

impl<'d> Annotated<'d> {
    pub(super) fn new(quotations: &'d [Quotation]) -> Annotated<'d> {
        let pieces = quotations
            .iter()
            .flat_map(|one| one.spans.iter().map(move |&span| (span, one)));
        let mut pieces: Vec<_> = pieces.collect();
        pieces.sort_by_key(|(span, _)| *span);
        Annotated { pieces, next: 0 }
    }

    /// The first that reaches into a quote; quotes are asked about in their order.
    pub(super) fn next_over(&mut self, quote: Extent) -> Option<&'d Quotation> {
        let rest = &self.pieces[self.next..];
        self.next += rest
            .iter()
            .take_while(|(span, _)| span.end <= quote.start)
            .count();
        let (span, own) = self.pieces.get(self.next)?;
        (span.start < quote.end).then_some(*own)
    }
}

/// Counts the pairs of kinds of a line, and those of each kind with the three turns.
fn count(pairs: &mut BTreeMap<(u16, u16), usize>, line: &quotation::fit::DialogueLine) {
    for kinds in line.features.iter().chain(&line.turn) {
        count_pairs(pairs, kinds);
    }
    for &kind in line.features.iter().flatten() {
        for turn in TURNS {
            *pairs.entry((kind, turn)).or_default() += 1;
        }
    }
}

impl Novel {
    fn new(
        weight: f64,
        (dialogue, right): (Dialogue, Vec<Option<Vec<bool>>>),
        table: &Table,
    ) -> Novel {
        let with = |kinds: &[u16], turn| {
            kinds
                .iter()
                .filter_map(|&kind| table.pair(kind, turn))
                .collect()
        };
        let line = |(line, right): (&quotation::fit::DialogueLine, Option<Vec<bool>>)| Line {
            candidates: line
                .features
                .iter()
                .map(|kinds| table.rows_of(kinds))
                .collect(),
            with_turn: line
                .features
                .iter()
                .map(|kinds| TURNS.map(|turn| with(kinds, turn)))
                .collect(),
            turn: line.turn.each_ref().map(|kinds| table.rows_of(kinds)),
            is_annotated: right.is_some(),
            right: right
                .filter(|right| right.contains(&true))
                .unwrap_or_default(),
        };
        let lines = dialogue.lines.iter().zip(right).map(line).collect();
        Novel {
            weight,
            dialogue,
            lines,
        }
    }

    /// What the annotation asks of the weights.
    fn gradient(&self, weights: &[f64]) -> Vec<f64> {
        let mut gradient = vec![0.0; weights.len()];
        let free: Vec<Chances> = self.lines.iter().map(|line| line.odds(weights)).collect();
        let told: Vec<Chances> = self
            .lines
            .iter()
            .zip(&free)
            .map(|(line, odds)| line.told(odds))
            .collect();
        let free: Vec<Chances> = self
            .lines
            .iter()
            .zip(&free)
            .map(|(line, odds)| line.favouring_wrong(odds))
            .collect();
        let (free, told) = (self.dialogue.solve(&free), self.dialogue.solve(&told));
        for (at, line) in self.lines.iter().enumerate() {
            let mut add = |features: &[u32], wanted: f32, found: f32| {
                for &feature in features {
                    gradient[feature as usize] += self.weight * f64::from(wanted - found);
                }
            };
            for (number, features) in line.candidates.iter().enumerate() {
                add(features, told[at].of(number), free[at].of(number));
                for (turn, features) in line.with_turn[number].iter().enumerate() {
                    let of = |chances: &Chances| chances.by_turn()[turn][number];
                    add(features, of(&told[at]), of(&free[at]));
                }
            }
            if !self.dialogue.starts(at) {
                for (turn, features) in line.turn.iter().enumerate() {
                    let of = |chances: &Chances| chances.by_turn()[turn].iter().sum();
                    add(features, of(&told[at]), of(&free[at]));
                }
            }
        }
        gradient
    }

    /// In how many lines the likeliest candidate is right.
    fn right(&self, weights: &[f64]) -> usize {
        let best = self.best(weights);
        let is_right = |(line, best): &(&Line, Option<(usize, f32)>)| {
            best.is_some_and(|(best, _)| line.right.get(best) == Some(&true))
        };
        self.lines.iter().zip(best).filter(is_right).count()
    }

    /// How probable the likeliest candidate of each annotated line is that no reporting clause decides, and whether it is
    /// right.
    fn chosen(&self, weights: &[f64]) -> Vec<(f32, bool)> {
        let best = self.best(weights).into_iter().enumerate();
        let open = best.filter(|&(at, _)| {
            self.lines[at].is_annotated && !self.dialogue.is_named_by_clause(at)
        });
        open.filter_map(|(at, best)| {
            let (best, probability) = best?;
            Some((probability, self.lines[at].right.get(best) == Some(&true)))
        })
        .collect()
    }

    /// The likeliest candidate of each line that has any, and how probable it is.
    fn best(&self, weights: &[f64]) -> Vec<Option<(usize, f32)>> {
        let odds: Vec<Chances> = self.lines.iter().map(|line| line.odds(weights)).collect();
        let chances = self.dialogue.solve(&odds);
        let best = |(line, chances): (&Line, Chances)| {
            let all = (0..line.candidates.len()).map(|at| (at, chances.of(at)));
            all.max_by(|(_, one), (_, other)| one.total_cmp(other))
        };
        self.lines.iter().zip(chances).map(best).collect()
    }
}

impl Line {
    /// The odds of the candidates, by the turn.
    fn odds(&self, weights: &[f64]) -> Chances {
        let score = |features: &Vec<u32>| -> f64 {
            features
                .iter()
                .map(|&feature| weights[feature as usize])
                .sum()
        };
        let own: Vec<f64> = self.candidates.iter().map(score).collect();
        let scores: [Vec<f64>; 3] = std::array::from_fn(|turn| {
            let of_turn = score(&self.turn[turn]);
            let own = own.iter().zip(&self.with_turn);
            own.map(|(own, with)| own + of_turn + score(&with[turn]))
                .collect()
        });
        let top = scores
            .iter()
            .flatten()
            .copied()
            .fold(f64::NEG_INFINITY, f64::max);
        let odds = |score: f64| (score - top).exp().max(LEAST_ODDS) as f32;
        Chances::new(scores.map(|scores| scores.into_iter().map(odds).collect()))
    }

    /// The same, where who is annotated as another has none.
    fn told(&self, odds: &Chances) -> Chances {
        self.with_wrong_times(0.0, odds)
    }

    /// The same, where who is annotated as another has more.
    fn favouring_wrong(&self, odds: &Chances) -> Chances {
        self.with_wrong_times(MARGIN.exp(), odds)
    }

    fn with_wrong_times(&self, factor: f32, odds: &Chances) -> Chances {
        let is_wrong = |at: usize| self.right.get(at) == Some(&false);
        Chances::new(odds.by_turn().each_ref().map(|odds| {
            let odds = odds.iter().enumerate();
            odds.map(|(at, &odds)| if is_wrong(at) { odds * factor } else { odds })
                .collect()
        }))
    }
}
