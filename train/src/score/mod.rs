//! How well predictions meet the annotation.

mod fiction;
mod news;
mod ratio;
mod strings;
mod text;

use std::collections::{BTreeSet, HashMap};
use std::fmt;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::gold::{Document, Domain, Extent, Kind};

pub(crate) use fiction::{Fiction, FictionReport};
pub(crate) use news::{News, NewsReport};

/// What a program says of a document.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Prediction {
    pub(crate) id: String,
    #[serde(default)]
    pub(crate) quotations: Option<Vec<Predicted>>,
}

/// A quotation that a program found.
#[derive(Clone, Debug, Default, Deserialize)]
pub(crate) struct Predicted {
    pub(crate) spans: Vec<Extent>,
    /// Without it, a quotation that holds a quotation mark counts as quoted.
    #[serde(default)]
    pub(crate) kind: Option<Kind>,
    #[serde(default)]
    pub(crate) cue: Option<Vec<Extent>>,
    #[serde(default)]
    pub(crate) source: Option<Vec<Extent>>,
    #[serde(default)]
    pub(crate) speaker: Option<String>,
}

impl Predicted {
    fn source(&self) -> &[Extent] {
        self.source.as_deref().unwrap_or_default()
    }

    fn cue(&self) -> &[Extent] {
        self.cue.as_deref().unwrap_or_default()
    }
}

/// Counts of what was right, of documents of one domain.
#[derive(Clone, Debug)]
pub(crate) enum Score {
    News(Box<News>),
    Fiction(Box<Fiction>),
}

impl Score {
    fn new(domain: Domain) -> Score {
        match domain {
            Domain::News => Score::News(Box::default()),
            Domain::Fiction => Score::Fiction(Box::default()),
        }
    }

    fn add(&mut self, gold: &Document, predicted: &[Predicted]) {
        match self {
            Score::News(score) => score.add(gold, predicted),
            Score::Fiction(score) => score.add(gold, predicted),
        }
    }

    pub(crate) fn report(&self) -> Report {
        match self {
            Score::News(score) => Report::News(Box::new(score.report())),
            Score::Fiction(score) => Report::Fiction(Box::new(score.report())),
        }
    }
}

/// The figures of documents of one domain.
#[derive(Clone, Debug, Serialize)]
#[serde(untagged)]
pub(crate) enum Report {
    News(Box<NewsReport>),
    Fiction(Box<FictionReport>),
}

/// The chief figures, in a line.
impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Report::News(report) => report.fmt(f),
            Report::Fiction(report) => report.fmt(f),
        }
    }
}

/// The scores of a set of documents: a score each domain and, if asked for, each document.
#[derive(Debug, Default)]
pub(crate) struct Scores {
    by_name: Vec<(String, Score)>,
    /// How many documents have no prediction.
    missing: usize,
}

impl Scores {
    pub(crate) fn of(gold: &[&Document], predictions: &[Prediction], by_document: bool) -> Scores {
        let by_id: HashMap<&str, &[Predicted]> = predictions
            .iter()
            .map(|one| (&*one.id, one.quotations.as_deref().unwrap_or_default()))
            .collect();
        let mut scores = Scores::default();
        for document in gold {
            let predicted = by_id.get(&*document.id).copied();
            scores.missing += usize::from(predicted.is_none());
            let predicted = predicted.unwrap_or_default();
            let domain = match document.domain {
                Domain::News => "news",
                Domain::Fiction => "fiction",
            };
            scores
                .named(domain, document.domain)
                .add(document, predicted);
            if by_document {
                scores
                    .named(&document.id, document.domain)
                    .add(document, predicted);
            }
        }
        scores
    }

    fn named(&mut self, name: &str, domain: Domain) -> &mut Score {
        let known = self.by_name.iter().position(|(other, _)| other == name);
        let position = known.unwrap_or_else(|| {
            self.by_name.push((name.to_owned(), Score::new(domain)));
            self.by_name.len() - 1
        });
        &mut self.by_name[position].1
    }

    /// The figures of each domain.
    pub(crate) fn domains(&self) -> impl Iterator<Item = Report> {
        let domains = self.by_name.iter().filter(|(name, _)| !name.contains('/'));
        domains.map(|(_, score)| score.report())
    }

    /// All figures as JSON.
    pub(crate) fn to_json(&self) -> serde_json::Result<Value> {
        let mut all = Map::new();
        for (name, score) in &self.by_name {
            all.insert(name.clone(), serde_json::to_value(score.report())?);
        }
        if self.missing > 0 {
            let missing = Value::from(self.missing);
            all.insert("documents without a prediction".to_owned(), missing);
        }
        Ok(Value::Object(all))
    }
}

/// The sum of the lengths of some extents.
fn size(spans: &[Extent]) -> usize {
    spans.iter().map(|span| span.len()).sum()
}

/// Several extents as those that they cover together, in order, apart from each other.
fn merged(spans: impl IntoIterator<Item = Extent>) -> Vec<Extent> {
    let ordered: BTreeSet<Extent> = spans.into_iter().collect();
    let mut all: Vec<Extent> = Vec::new();
    for span in ordered {
        match all.last_mut() {
            Some(last) if span.start <= last.end => last.end = last.end.max(span.end),
            _ => all.push(span),
        }
    }
    all
}
