//! PolNeAR: texts, and beside them annotations in the standoff form of the program brat.

use std::collections::{BTreeSet, HashMap};

use anyhow::{Context, Result};

use super::char_starts::CharStarts;
use super::kind::{Kinds, quoted_stretches};
use crate::files::Tree;
use crate::gold::{Document, Domain, Extent, Kind, Quotation};

/// Annotations of one text by one annotator, told apart by four letters, are "NAME_0123.ann".
const ANNOTATOR: usize = "_0123.ann".len();

pub(super) fn wants(path: &str) -> bool {
    path.ends_with(".txt") && path.contains("text/")
        || path.ends_with(".ann") && path.contains("attributions/")
}

/// The annotated documents of a part, such as "train".
pub(super) fn documents(tree: &Tree, part: &str) -> Result<Vec<Document>> {
    let root = root(tree, part)?;
    let attributions = format!("{root}attributions/");
    let mut annotated: HashMap<&str, &str> = HashMap::new();
    for (name, path) in tree.files_in(&attributions) {
        if let Some(stem) = name.get(..name.len().saturating_sub(ANNOTATOR)) {
            // Of several annotators, the first.
            annotated.entry(stem).or_insert(path);
        }
    }
    let kinds = Kinds::new();
    let texts = format!("{root}text/");
    let mut documents = Vec::new();
    for (name, path) in tree.files_in(&texts) {
        let stem = name.trim_end_matches(".txt");
        if let Some(&annotation) = annotated.get(stem) {
            let text = tree.text(path)?;
            let quotations = quotations(text, tree.text(annotation)?, &kinds);
            documents.push(Document {
                id: format!("polnear/{stem}"),
                domain: Domain::News,
                text: text.to_owned(),
                quotations: quotations.with_context(|| annotation.to_owned())?,
                cast: Vec::new(),
                chains: Default::default(),
            });
        }
    }
    Ok(documents)
}

/// The folder of a part, which has its texts in one of its own.
fn root(tree: &Tree, part: &str) -> Result<String> {
    let end = format!("{part}/text/");
    let found = tree.paths().find_map(|path| {
        let (before, _) = path.split_once(&end)?;
        (before.is_empty() || before.ends_with('/')).then(|| format!("{before}{part}/"))
    });
    found.with_context(|| format!("there is no folder {part} with a folder text in it"))
}

fn quotations(text: &str, annotation: &str, kinds: &Kinds) -> Result<Vec<Quotation>> {
    let starts = CharStarts::of(text);
    let stretches = quoted_stretches(text);
    let mut found = Vec::new();
    for event in Annotation::read(annotation, &starts)?.events {
        let [content, cue, source] = event;
        let (Some(first), Some(last)) = (content.first(), content.last()) else {
            continue;
        };
        let kind = kinds.of(text, &content);
        let is_within =
            |one: &std::ops::Range<usize>| one.start <= first.start && last.end <= one.end;
        found.push(Quotation {
            nested: Some(kind == Kind::Indirect && stretches.iter().any(is_within)),
            spans: content,
            kind,
            cue,
            source,
            speaker: Vec::new(),
            speaker_sort: None,
            how: None,
            cue_text: None,
            chain: None,
        });
    }
    Ok(found)
}

/// The roles of an attribution, in the order of the lists of an event.
const ROLES: [&str; 3] = ["Content", "Cue", "Source"];

struct Annotation {
    /// The spans of each role of each attribution, in order.
    events: Vec<[Vec<Extent>; 3]>,
}

impl Annotation {
    /// Reads lines such as `T1⇥Source 89 95;97 106⇥The … Post` and `E1⇥Attribution:T4 Content:T3 Cue:T2`.
    fn read(lines: &str, starts: &CharStarts) -> Result<Annotation> {
        let mut spans: HashMap<&str, Vec<Extent>> = HashMap::new();
        let mut events = Vec::new();
        for line in lines.split('\n') {
            // The covered text may have line breaks; what follows one has no tab.
            let mut fields = line.split('\t');
            let (Some(id), Some(value)) = (fields.next(), fields.next()) else {
                continue;
            };
            if id.starts_with('T') {
                let (_, pieces) = value.split_once(' ').context("a span without offsets")?;
                let pieces = pieces.split(';').map(|piece| extent(piece, starts));
                spans.insert(id, pieces.collect::<Result<_>>()?);
            } else if id.starts_with('E') {
                events.push(value);
            }
        }
        let event = |roles: &str| {
            ROLES.map(|role| {
                let ids = roles.split(' ').filter_map(|part| {
                    let (label, id) = part.split_once(':')?;
                    // Of several of a role, the second and later are numbered.
                    (label.trim_end_matches(|c: char| c.is_ascii_digit()) == role).then_some(id)
                });
                let all: BTreeSet<Extent> = ids
                    .filter_map(|id| spans.get(id))
                    .flatten()
                    .copied()
                    .collect();
                all.into_iter().collect()
            })
        };
        Ok(Annotation {
            events: events.into_iter().map(event).collect(),
        })
    }
}

fn extent(piece: &str, starts: &CharStarts) -> Result<Extent> {
    let (start, end) = piece.split_once(' ').context("a span without an end")?;
    Ok(starts.extent(start.parse()?, end.parse()?))
}
