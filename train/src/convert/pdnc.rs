//! PDNC: a folder a novel, with its text, a table of its characters and a table of its quotations.

use std::collections::HashMap;

use anyhow::{Context, Result};
use serde::Deserialize;

use super::aliases::{Mention, add_shown};
use super::char_starts::CharStarts;
use super::literal::Literal;
use crate::files::Tree;
use crate::gold::{Character, Document, Domain, Extent, How, Kind, Quotation};

const TEXT: &str = "novel_text.txt";
const CHARACTERS: &str = "character_info.csv";
const QUOTATIONS: &str = "quotation_info.csv";

pub(super) fn wants(path: &str) -> bool {
    [TEXT, CHARACTERS, QUOTATIONS]
        .iter()
        .any(|end| path.ends_with(end))
}

#[derive(Deserialize)]
struct CharacterRow {
    #[serde(rename = "Main Name")]
    name: String,
    #[serde(rename = "Aliases")]
    aliases: String,
    #[serde(rename = "Gender")]
    gender: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct QuotationRow {
    quote_byte_spans: String,
    speaker: String,
    quote_type: String,
    referring_expression: String,
    mention_texts_list: String,
    mention_entities_list: String,
}

pub(super) fn documents(tree: &Tree) -> Result<Vec<Document>> {
    tree.folders_with(QUOTATIONS)
        .map(|folder| document(tree, folder).with_context(|| folder.to_owned()))
        .collect()
}

fn document(tree: &Tree, folder: &str) -> Result<Document> {
    let name = folder.trim_end_matches('/').rsplit('/').next();
    let text = tree.text(&format!("{folder}{TEXT}"))?;
    let mut cast = cast(tree.text(&format!("{folder}{CHARACTERS}"))?)?;
    let rows: Vec<QuotationRow> = table(tree.text(&format!("{folder}{QUOTATIONS}"))?)?;
    let mentions: Vec<Mention> = rows.iter().flat_map(mentions).collect();
    add_shown(&mut cast, &mentions);
    let names = Names::of(&cast);
    let starts = CharStarts::of(text);
    let mut quotations = rows
        .into_iter()
        .map(|row| quotation(row, text, &starts, &names))
        .collect::<Result<Vec<_>>>()?;
    quotations.sort_by_key(|one| one.spans[0]);
    Ok(Document {
        id: format!("pdnc/{}", name.unwrap_or_default()),
        domain: Domain::Fiction,
        text: text.to_owned(),
        quotations,
        cast,
        chains: Default::default(),
    })
}

fn table<T: for<'de> Deserialize<'de>>(text: &str) -> Result<Vec<T>> {
    let rows = csv::Reader::from_reader(text.as_bytes()).into_deserialize();
    Ok(rows.collect::<Result<_, _>>()?)
}

fn cast(text: &str) -> Result<Vec<Character>> {
    let rows: Vec<CharacterRow> = table(text)?;
    let character = |row: CharacterRow| Character {
        aliases: aliases(&row.aliases),
        name: row.name,
        gender: row.gender.unwrap_or_else(|| "U".to_owned()),
    };
    Ok(rows.into_iter().map(character).collect())
}

/// The aliases of a field, the longest first: a set as Python writes it, or one name.
fn aliases(field: &str) -> Vec<String> {
    if !field.is_empty() && !field.starts_with(['{', '[']) {
        return vec![field.to_owned()];
    }
    match Literal::read(field) {
        Some(set) => {
            let mut names: Vec<String> = set.texts().map(str::to_owned).collect();
            names.sort_by(|a, b| (b.chars().count(), a).cmp(&(a.chars().count(), b)));
            names.dedup();
            names
        }
        None => {
            let inner = field.trim_matches(['{', '}', '[', ']']);
            let names = inner
                .split(',')
                .map(|name| name.trim_matches([' ', '\'', '"']));
            names.map(str::to_owned).collect()
        }
    }
}

/// The mentions within a quotation, each with whom it means.
fn mentions(row: &QuotationRow) -> Vec<Mention> {
    let read = |field: &str| Literal::read(field).unwrap_or(Literal::List(Vec::new()));
    let (texts, entities) = (
        read(&row.mention_texts_list),
        read(&row.mention_entities_list),
    );
    let pieces = texts.list().iter().zip(entities.list());
    let pairs = pieces.flat_map(|(texts, entities)| texts.list().iter().zip(entities.list()));
    pairs
        .filter_map(|(text, entities)| {
            Some(Mention {
                text: text.text()?.to_owned(),
                entities: entities.texts().map(str::to_owned).collect(),
            })
        })
        .collect()
}

/// All names of a character by its main name or, as tables at times name speakers, by an alias.
struct Names(HashMap<String, Vec<String>>);

impl Names {
    fn of(cast: &[Character]) -> Names {
        let mut names = HashMap::new();
        for one in cast {
            let others = one.aliases.iter().filter(|alias| **alias != one.name);
            let known: Vec<String> = [&one.name].into_iter().chain(others).cloned().collect();
            for alias in &one.aliases {
                names
                    .entry(alias.trim().to_owned())
                    .or_insert_with(|| known.clone());
            }
            names.insert(one.name.trim().to_owned(), known);
        }
        Names(names)
    }

    fn of_speaker(&self, name: &str) -> Vec<String> {
        let name = name.trim();
        self.0
            .get(name)
            .cloned()
            .unwrap_or_else(|| vec![name.to_owned()])
    }
}

fn quotation(
    row: QuotationRow,
    text: &str,
    starts: &CharStarts,
    names: &Names,
) -> Result<Quotation> {
    let pieces = Literal::read(&row.quote_byte_spans).context("spans that are no list")?;
    // The corpus calls them offsets in bytes; they count characters.
    let extent = |piece: &Literal| match piece.list() {
        [start, end] => Some(starts.extent(start.number()?, end.number()?)),
        _ => None,
    };
    let spans = pieces
        .list()
        .iter()
        .map(|piece| Some(with_marks(text, extent(piece)?)));
    let spans: Option<Vec<Extent>> = spans.collect();
    let how = row.quote_type.trim().to_lowercase();
    Ok(Quotation {
        spans: spans
            .filter(|spans| !spans.is_empty())
            .context("a span that is no pair")?,
        kind: Kind::Direct,
        cue: Vec::new(),
        source: Vec::new(),
        speaker: names.of_speaker(&row.speaker),
        speaker_sort: None,
        how: How::ALL.into_iter().find(|one| one.name() == how),
        cue_text: Some(
            row.referring_expression
                .replace("\r\n", "\n")
                .replace('\r', "\n"),
        ),
        chain: None,
        nested: None,
    })
}

/// Takes in the quotation marks around a span, which the corpus leaves out of some.
fn with_marks(text: &str, span: Extent) -> Extent {
    let Extent { mut start, mut end } = span;
    let is_opening = |c: char| "\"“'‘_".contains(c);
    loop {
        let mut before = text[..start].chars().rev();
        match (before.next(), before.next()) {
            // An apostrophe after a letter opens nothing.
            (Some(mark), other)
                if is_opening(mark) && !other.is_some_and(char::is_alphanumeric) =>
            {
                start -= mark.len_utf8();
            }
            _ => break,
        }
    }
    while let Some(mark) = text[end..].chars().next().filter(|c| "\"”'’_".contains(*c)) {
        end += mark.len_utf8();
    }
    Extent { start, end }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_taken_in() {
        let text = "the boys' “No,” she said";
        let at = text.find("No").unwrap();
        let span = with_marks(text, Extent::new(at, at + 3));
        assert_eq!(&text[span.start..span.end], "“No,”");
        let text = "boys'No";
        assert_eq!(with_marks(text, Extent::new(5, 7)), Extent::new(5, 7));
    }

    #[test]
    fn aliases_are_read_from_sets_and_names() {
        assert_eq!(aliases("{'Ines', 'Ines Okoro'}"), ["Ines Okoro", "Ines"]);
        assert_eq!(aliases("Ines"), ["Ines"]);
        assert_eq!(aliases("{'Ines, 'Okoro'}"), ["Ines", "Okoro"]);
    }
}
