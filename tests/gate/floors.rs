//! What must be reached, a line for each sort of text in each half: the share in percent of each
//! figure.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::PathBuf;

use crate::score::{Figure, Share};

/// How far below what is reached a floor is put, in percent: what one word list or weight moves
/// here and there while the whole gets better.
const SLACK: f64 = 0.7;

type Row = [f64; Figure::ALL.len()];

pub(crate) struct Floors {
    rows: BTreeMap<String, Row>,
    raised: BTreeMap<String, Row>,
}

fn path() -> PathBuf {
    PathBuf::from(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/tests/data/texts/floors.txt"
    ))
}

impl Floors {
    pub(crate) fn read() -> Floors {
        let content = std::fs::read_to_string(path()).unwrap_or_default();
        let row = |line: &str| -> Option<(String, Row)> {
            let (name, figures) = line.split_once(':')?;
            let mut numbers = figures
                .split_whitespace()
                .filter_map(|word| word.parse().ok());
            let row = Figure::ALL.map(|_| numbers.next().unwrap_or(100.0));
            Some((name.to_owned(), row))
        };
        Floors {
            rows: content.lines().filter_map(row).collect(),
            raised: BTreeMap::new(),
        }
    }

    /// A line for each figure that is below its floor, or for the row if it has none.
    pub(crate) fn check(&mut self, name: &str, shares: &[Share]) -> Vec<String> {
        let reached = Figure::ALL.map(|figure| {
            let floor = shares[figure as usize].percent() - SLACK;
            (10.0 * floor).floor() / 10.0
        });
        let Some(row) = self.rows.get(name) else {
            self.raised.insert(name.to_owned(), reached);
            return vec![format!("{name}: no floor")];
        };
        let higher = Figure::ALL.map(|figure| row[figure as usize].max(reached[figure as usize]));
        self.raised.insert(name.to_owned(), higher);
        Figure::ALL
            .into_iter()
            .filter(|&figure| shares[figure as usize].percent() < row[figure as usize])
            .map(|figure| {
                let (share, floor) = (shares[figure as usize], row[figure as usize]);
                format!("{name}: {figure:?} {share}, floor {floor}")
            })
            .collect()
    }

    pub(crate) fn write(&self) {
        let mut content = String::new();
        for (name, row) in &self.raised {
            write!(content, "{name}:").unwrap();
            for figure in Figure::ALL {
                let label = figure.label();
                write!(content, " {label} {:.1}", row[figure as usize]).unwrap();
            }
            content.push('\n');
        }
        std::fs::write(path(), content).unwrap();
    }
}
