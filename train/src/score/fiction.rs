//! Scores of novels, whose annotation has speakers.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use serde::Serialize;

use super::Predicted;
use super::ratio::percent;
use crate::gold::{Document, Extent, How, Kind, Quotation, overlap, size};
use crate::names::{bare, fold};

/// Mentions of a chain that name nobody, though a capital may begin them.
const PRONOUNS: &[&str] = &[
    "i", "he", "she", "they", "we", "you", "it", "his", "her", "my", "their", "our", "your", "me",
    "him", "them", "us",
];

/// Counts over novels.
#[derive(Clone, Debug, Default)]
pub(crate) struct Fiction {
    gold: usize,
    found: usize,
    right: usize,
    /// By how the novel tells who speaks: all, and those right.
    by_how: [(usize, usize); How::ALL.len()],
    predicted: usize,
    spurious: usize,
}

impl Fiction {
    pub(crate) fn add(&mut self, gold: &Document, predicted: &[Predicted]) {
        let mut quoted: Vec<&Predicted> = predicted
            .iter()
            .filter(|one| one.kind != Some(Kind::Indirect))
            .collect();
        quoted.sort_by_key(|one| one.spans.first().copied());
        let pieces = Pieces::of(quoted.iter().map(|one| &one.spans[..]));

        let mut covered = vec![0; quoted.len()];
        for one in &gold.quotations {
            for &span in &one.spans {
                for (number, shared) in pieces.over(span) {
                    covered[number] += shared;
                }
            }
        }
        self.predicted += quoted.len();
        let sizes = quoted.iter().map(|one| size(&one.spans));
        self.spurious += covered
            .iter()
            .zip(sizes)
            .filter(|(covered, size)| *covered * 2 < *size)
            .count();

        for one in &gold.quotations {
            self.gold += 1;
            let mut hits: BTreeMap<usize, usize> = BTreeMap::new();
            for &span in &one.spans {
                for (number, shared) in pieces.over(span) {
                    *hits.entry(number).or_default() += shared;
                }
            }
            let is_found = hits.values().sum::<usize>() * 2 >= size(&one.spans);
            // The first of those that cover most.
            let best = hits.into_iter().rev().max_by_key(|(_, shared)| *shared);
            let best = best.filter(|_| is_found).map(|(number, _)| quoted[number]);
            let is_right = best.is_some_and(|best| is_right(gold, one, best));
            self.found += usize::from(is_found);
            self.right += usize::from(is_right);
            if let Some(how) = one.how {
                let counts = &mut self.by_how[how as usize];
                counts.0 += 1;
                counts.1 += usize::from(is_right);
            }
        }
    }

    pub(crate) fn report(&self) -> FictionReport {
        let [explicit, anaphoric, implicit] = How::TOLD.map(|how| {
            let (all, right) = self.by_how[how as usize];
            percent(right, all)
        });
        FictionReport {
            found: percent(self.found, self.gold),
            spurious: percent(self.spurious, self.predicted),
            speaker: Speakers {
                all: percent(self.right, self.gold),
                explicit,
                anaphoric,
                implicit,
            },
            gold: self.gold,
            predicted: self.predicted,
        }
    }
}

/// Whether a quotation is given to its speaker: by one of the names or, where there are coreference
/// chains, by a mention of the chain.
fn is_right(document: &Document, gold: &Quotation, said: &Predicted) -> bool {
    let name = said.speaker.as_deref().unwrap_or_default();
    let chain = gold
        .chain
        .as_ref()
        .and_then(|chain| document.chains.get(chain));
    match chain {
        Some(chain) if !chain.is_empty() => {
            let folded = fold(name);
            chain.iter().any(|&mention| {
                let text = document
                    .text
                    .get(mention.start..mention.end)
                    .unwrap_or_default();
                let is_name = text.starts_with(|c: char| c.is_ascii_uppercase());
                is_name && fold(text) == folded && !PRONOUNS.contains(&&*folded)
                    || overlap(&[mention], said.source()) * 2 > mention.len()
            })
        }
        _ => {
            let names = gold
                .speaker
                .iter()
                .flat_map(|name| [fold(name), bare(name)]);
            let names: BTreeSet<String> = names.filter(|name| !name.is_empty()).collect();
            names.contains(&fold(name)) || names.contains(&bare(name))
        }
    }
}

/// The pieces of all quotations in order, each with the number of its own.
struct Pieces(Vec<(Extent, usize)>);

impl Pieces {
    fn of<'q>(quotations: impl Iterator<Item = &'q [Extent]>) -> Pieces {
        let numbered = quotations.enumerate();
        let mut all: Vec<(Extent, usize)> = numbered
            .flat_map(|(number, spans)| spans.iter().map(move |&span| (span, number)))
            .collect();
        all.sort_unstable();
        Pieces(all)
    }

    /// The numbers of those that a span overlaps, with how much.
    fn over(&self, span: Extent) -> impl Iterator<Item = (usize, usize)> {
        let mut first = self
            .0
            .partition_point(|(piece, _)| piece.start < span.start);
        while first > 0 && self.0[first - 1].0.end > span.start {
            first -= 1;
        }
        let here = self.0[first..]
            .iter()
            .take_while(move |(piece, _)| piece.start < span.end);
        here.map(move |&(piece, number)| (number, piece.shared(span)))
            .filter(|(_, shared)| *shared > 0)
    }
}

/// The figures of novels, in percent.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct FictionReport {
    /// Annotated quotations that predictions cover by half or more.
    pub(crate) found: Option<f64>,
    /// Predicted quotations with less than half of their bytes in annotated ones.
    pub(crate) spurious: Option<f64>,
    pub(crate) speaker: Speakers,
    gold: usize,
    predicted: usize,
}

impl fmt::Display for FictionReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (found, spurious) = (self.found.unwrap_or(0.0), self.spurious.unwrap_or(0.0));
        write!(
            f,
            "found {found:.1}, spurious {spurious:.1} | speaker right: "
        )?;
        let Speakers {
            all,
            explicit,
            anaphoric,
            implicit,
        } = self.speaker;
        let named = [
            ("all", all),
            ("explicit", explicit),
            ("anaphoric", anaphoric),
            ("implicit", implicit),
        ];
        let known = named
            .iter()
            .filter_map(|(name, share)| Some(format!("{name} {:.1}", (*share)?)));
        f.write_str(&known.collect::<Vec<_>>().join(", "))
    }
}

/// Right speakers over all annotated quotations: one that was not found is wrong.
#[derive(Clone, Copy, Debug, Serialize)]
pub(crate) struct Speakers {
    pub(crate) all: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) explicit: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) anaphoric: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) implicit: Option<f64>,
}
