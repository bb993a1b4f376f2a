//! Quotations counted by what they have in common.

use std::collections::{BTreeMap, HashSet};

use quotation_formats::row::{Row, count_words};

use crate::arguments::By;

/// What is quoted under each label.
#[derive(Debug, Default)]
pub(super) struct Counts {
    labels: BTreeMap<String, Count>,
    files: HashSet<String>,
    /// The words of all texts that quote something.
    pub(super) words: u64,
}

#[derive(Clone, Debug, Default)]
struct Count {
    quotations: u64,
    words: u64,
    files: HashSet<String>,
    gender: Option<String>,
}

/// The label of what has none.
pub(super) const UNKNOWN: &str = "unknown";

impl By {
    /// The label that a row is counted under.
    pub(super) fn key(self, row: &Row) -> String {
        let known = |value: &Option<String>| value.clone().unwrap_or_else(|| UNKNOWN.to_owned());
        match self {
            By::Speaker => known(&row.speaker),
            By::Gender => known(&row.gender),
            By::Kind => row.kind.clone(),
            By::File => file(row).to_owned(),
        }
    }
}

/// The file without the part of it.
fn file(row: &Row) -> &str {
    row.file.split('#').next().unwrap_or_default()
}

impl Counts {
    pub(super) fn add(&mut self, label: String, row: &Row) {
        let file = file(row);
        if !self.files.contains(file) {
            self.files.insert(file.to_owned());
            self.words += row.words;
        }
        let count = self.labels.entry(label).or_default();
        count.quotations += 1;
        count.words += count_words(&row.content);
        count.gender = count.gender.take().or_else(|| row.gender.clone());
        if !count.files.contains(file) {
            count.files.insert(file.to_owned());
        }
    }

    pub(super) fn files(&self) -> usize {
        self.files.len()
    }
}

/// What is shown of a label.
#[derive(Debug)]
pub(super) struct Figure {
    pub(super) label: String,
    pub(super) gender: Option<String>,
    /// One for each archive.
    pub(super) sides: Vec<Side>,
}

/// A label's part of an archive.
#[derive(Clone, Debug, Default)]
pub(super) struct Side {
    pub(super) quotations: u64,
    pub(super) words: u64,
    pub(super) files: u64,
    /// Of all quotations.
    pub(super) share: f64,
    /// Of those with a known label; nothing for the unknown.
    pub(super) share_of_known: Option<f64>,
    /// Of all quoted words.
    pub(super) share_of_words: f64,
    pub(super) per_thousand: f64,
}

/// The labels with the most quotations in all archives together, at most so many.
pub(super) fn figures(sides: &[Counts], top: usize) -> Vec<Figure> {
    let mut labels: Vec<&String> = sides.iter().flat_map(|side| side.labels.keys()).collect();
    labels.sort_unstable();
    labels.dedup();
    let mut figures: Vec<Figure> = labels
        .into_iter()
        .map(|label| Figure {
            label: label.clone(),
            gender: sides
                .iter()
                .find_map(|side| side.labels.get(label)?.gender.clone()),
            sides: sides.iter().map(|side| side.of(label)).collect(),
        })
        .collect();
    figures.sort_by(|one, other| {
        let share = |figure: &Figure| figure.sides.iter().map(|side| side.share).sum::<f64>();
        let by_share = share(other).total_cmp(&share(one));
        by_share.then_with(|| one.label.cmp(&other.label))
    });
    figures.truncate(top);
    figures
}

impl Counts {
    fn of(&self, label: &str) -> Side {
        let Some(count) = self.labels.get(label) else {
            return Side::default();
        };
        let all: u64 = self.labels.values().map(|count| count.quotations).sum();
        let all_words: u64 = self.labels.values().map(|count| count.words).sum();
        let unknown = self.labels.get(UNKNOWN).map_or(0, |count| count.quotations);
        let part = |one: u64, all: u64| one as f64 / all.max(1) as f64;
        Side {
            quotations: count.quotations,
            words: count.words,
            files: count.files.len() as u64,
            share: part(count.quotations, all),
            share_of_known: (label != UNKNOWN).then(|| part(count.quotations, all - unknown)),
            share_of_words: part(count.words, all_words),
            per_thousand: part(count.quotations, self.words) * 1000.0,
        }
    }
}
