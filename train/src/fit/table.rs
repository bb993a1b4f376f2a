//! Tables of weights as text: a name and a number a line.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::choices::Prior;

/// What has a weight in a table: each feature, frequent pairs of features, frequent words.
#[derive(Debug)]
pub(super) struct Table {
    /// Each with the strength of its prior, and whether it is left out when it weighs little.
    rows: Vec<Row>,
    pairs: BTreeMap<(u16, u16), u32>,
    words: BTreeMap<(&'static str, u16), u32>,
}

#[derive(Debug)]
struct Row {
    name: String,
    strength: f64,
    is_feature: bool,
}

impl Table {
    /// A table of features, by their numbers, with the strength of their prior.
    pub(super) fn of_features(names: Vec<&str>, strength: f64) -> Table {
        let row = |name: &str| Row {
            name: name.to_owned(),
            strength,
            is_feature: true,
        };
        Table {
            rows: names.into_iter().map(row).collect(),
            pairs: BTreeMap::new(),
            words: BTreeMap::new(),
        }
    }

    /// Adds those pairs of features that were counted often enough.
    pub(super) fn add_pairs(
        &mut self,
        counts: &BTreeMap<(u16, u16), usize>,
        least: usize,
        strength: f64,
    ) {
        for (&(one, other), _) in counts.iter().filter(|(_, count)| **count >= least) {
            let name = |feature: u16| &self.rows[feature as usize].name;
            let name = format!("{}+{}", name(one), name(other));
            self.pairs.insert((one, other), self.rows.len() as u32);
            self.rows.push(Row {
                name,
                strength,
                is_feature: false,
            });
        }
    }

    /// Adds a word in its slot.
    pub(super) fn add_word(&mut self, slot: &'static str, word: u16, form: &str, strength: f64) {
        self.words.insert((slot, word), self.rows.len() as u32);
        self.rows.push(Row {
            name: format!("{slot}:{form}"),
            strength,
            is_feature: false,
        });
    }

    pub(super) fn pair(&self, one: u16, other: u16) -> Option<u32> {
        self.pairs.get(&(one, other)).copied()
    }

    pub(super) fn word(&self, slot: &'static str, word: u16) -> Option<u32> {
        self.words.get(&(slot, word)).copied()
    }

    /// The rows of a set of features: each, and their pairs.
    pub(super) fn rows_of(&self, features: &[u16]) -> Vec<u32> {
        let singles = features.iter().map(|&feature| u32::from(feature));
        let pairs = pairs(features).filter_map(|(one, other)| self.pair(one, other));
        singles.chain(pairs).collect()
    }

    /// A prior that expects no weight of anything but a few features.
    pub(super) fn prior(&self, expected: &[(&str, f64)]) -> Prior {
        let of_row = |row: &Row| {
            let known = expected.iter().find(|(name, _)| *name == row.name);
            known.map_or(0.0, |(_, weight)| *weight)
        };
        Prior {
            expected: self.rows.iter().map(of_row).collect(),
            strength: self.rows.iter().map(|row| row.strength).collect(),
        }
    }

    /// The text of a table with these weights, to two decimals; of pairs and words, only those that
    /// weigh something.
    pub(super) fn text(&self, weights: &[f64], least: f64) -> String {
        let mut text = String::new();
        for (row, weight) in self.rows.iter().zip(weights) {
            // What never occurs has exactly no weight.
            if row.is_feature && *weight != 0.0 || weight.abs() >= least {
                writeln!(text, "{} {weight:.2}", row.name).expect("a string takes all");
            }
        }
        text
    }

    pub(super) fn len(&self) -> usize {
        self.rows.len()
    }
}

/// The pairs of features in a set, in its order.
pub(super) fn pairs(features: &[u16]) -> impl Iterator<Item = (u16, u16)> {
    let numbered = features.iter().enumerate();
    numbered.flat_map(|(at, &one)| features[at + 1..].iter().map(move |&other| (one, other)))
}

/// Counts the pairs of features in a set.
pub(super) fn count_pairs(counts: &mut BTreeMap<(u16, u16), usize>, features: &[u16]) {
    for pair in pairs(features) {
        *counts.entry(pair).or_default() += 1;
    }
}
