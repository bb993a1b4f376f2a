//! Texts of our own, in the notation of `tests/data/texts`.

use std::ops::Range;

use anyhow::{Result, anyhow};

use crate::files::Tree;
use crate::gold::{Character, Document, Domain, Extent, How, Kind, Quotation};
use crate::notation::{self, Person};
use crate::text::{Expected, Text, Told};

pub(super) fn wants(path: &str) -> bool {
    path.ends_with(".txt")
}

pub(super) fn documents(tree: &Tree) -> Result<Vec<Document>> {
    let mut documents = Vec::new();
    for path in tree.paths() {
        let file = path.rsplit('/').next().unwrap_or(path);
        let sort = file.split(['-', '.']).next().unwrap_or(file);
        for block in notation::blocks(path, tree.text(path)?) {
            let name = block.name;
            let text = Text::new(sort, block).map_err(|why| anyhow!("{path}: {name}: {why}"))?;
            documents.push(document(&text));
        }
    }
    Ok(documents)
}

fn document(text: &Text) -> Document {
    let quotations = text.attributions.iter();
    Document {
        id: format!("{}/{}", text.sort, text.name),
        domain: if text.is_story() {
            Domain::Fiction
        } else {
            Domain::News
        },
        text: text.text.clone(),
        quotations: quotations.map(|one| quotation(one, &text.text)).collect(),
        cast: text.people.iter().map(character).collect(),
        chains: Default::default(),
    }
}

fn character(person: &Person) -> Character {
    Character {
        name: person.name.clone(),
        aliases: person.aliases.clone(),
        gender: match person.gender.as_deref() {
            Some("female") => "F".to_owned(),
            Some("male") => "M".to_owned(),
            _ => "U".to_owned(),
        },
    }
}

fn quotation(one: &Expected, text: &str) -> Quotation {
    let extents = |spans: &[Range<usize>]| -> Vec<Extent> {
        let spans = spans.iter();
        spans
            .map(|span| Extent::new(span.start, span.end))
            .collect()
    };
    let beside = one.cue.iter().chain(&one.source);
    let beside: Vec<&str> = beside.map(|span| &text[span.clone()]).collect();
    Quotation {
        spans: extents(&one.contents),
        kind: match (one.is_quoted(text), one.is_wholly_quoted(text)) {
            (_, true) => Kind::Direct,
            (true, false) => Kind::Mixed,
            (false, false) => Kind::Indirect,
        },
        cue: extents(&one.cue),
        source: extents(&one.source),
        speaker: one.names.clone(),
        speaker_sort: None,
        how: Some(match one.told(text) {
            Told::ByName => How::Explicit,
            Told::ByPronoun | Told::ByDescription => How::Anaphoric,
            Told::NotBeside => How::Implicit,
        }),
        cue_text: Some(beside.join(" ")),
        chain: None,
        nested: None,
    }
}
