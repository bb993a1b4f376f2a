//! LitBank: quotations and coreference chains, annotated on the tokens of openings of novels.

use std::collections::{BTreeMap, HashMap};

use anyhow::{Context, Result};

use super::align::align;
use super::char_starts::CharStarts;
use crate::files::Tree;
use crate::gold::{Document, Domain, Extent, Kind, Quotation};

const QUOTATIONS: &str = "quotations/tsv/";
const CHAINS: &str = "coref/tsv/";
const ORIGINALS: &str = "original/";
/// The end of the names of annotated files, without what tells their kind.
const ANNOTATED: &str = "_brat";

pub(super) fn wants(path: &str) -> bool {
    [QUOTATIONS, CHAINS, ORIGINALS]
        .iter()
        .any(|folder| path.contains(folder))
}

pub(super) fn documents(tree: &Tree) -> Result<Vec<Document>> {
    let root = tree
        .paths()
        .find_map(|path| Some(path.split_once(QUOTATIONS)?.0));
    let root = root.context("there is no folder quotations/tsv")?;
    let mut documents = Vec::new();
    for (name, path) in tree.files_in(&format!("{root}{QUOTATIONS}")) {
        if let Some(stem) = name.strip_suffix(".txt") {
            let document = document(tree, root, stem, tree.text(path)?);
            documents.extend(document.with_context(|| stem.to_owned())?);
        }
    }
    Ok(documents)
}

/// A document; none if its tokens are not those of its original.
fn document(tree: &Tree, root: &str, stem: &str, tokens: &str) -> Result<Option<Document>> {
    let name = stem.trim_end_matches(ANNOTATED);
    let original = tree
        .text(&format!("{root}{ORIGINALS}{name}.txt"))?
        .replace("\r\n", "\n");
    let Some(laid) = Laid::new(&unified(tokens), &original) else {
        eprintln!("litbank: {stem}: the tokens cannot be laid on the original, left out");
        return Ok(None);
    };
    let text = laid.opening(&original);
    let starts = CharStarts::of(text);
    let length = text.chars().count();
    let extent = |(start, end): (usize, usize)| (end <= length).then(|| starts.extent(start, end));

    let annotation = tree.text(&format!("{root}{QUOTATIONS}{stem}.ann"))?;
    let mut quotations: Vec<Quotation> = quotations(annotation, &laid)
        .into_iter()
        .filter_map(|(span, chain)| Some(quotation(extent(span)?, chain)))
        .collect();
    quotations.sort_by_key(|one| one.spans[0]);

    let path = format!("{root}{CHAINS}{stem}.ann");
    let mut chains = BTreeMap::new();
    if tree.has(&path) {
        for (chain, mentions) in mentions(tree.text(&path)?, &laid) {
            if quotations
                .iter()
                .any(|one| one.chain.as_ref() == Some(&chain))
            {
                chains.insert(chain, mentions.into_iter().filter_map(extent).collect());
            }
        }
    }
    Ok(Some(Document {
        id: format!("litbank/{name}"),
        domain: Domain::Fiction,
        text: text.to_owned(),
        quotations,
        cast: Vec::new(),
        chains,
    }))
}

/// The text with one kind of line break.
fn unified(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n")
}

/// A range of characters.
type Range = (usize, usize);

/// Tokens, a sentence a line, laid on the original.
struct Laid {
    /// By the numbers of sentence and token: its characters among all of tokens.
    tokens: HashMap<(usize, usize), Range>,
    /// The position of each of them in the original.
    positions: Vec<usize>,
}

impl Laid {
    fn new(sentences: &str, original: &str) -> Option<Laid> {
        let mut flat: Vec<char> = Vec::new();
        let mut tokens = HashMap::new();
        for (sentence, line) in sentences.split('\n').enumerate() {
            for (number, token) in line.split(' ').enumerate() {
                let start = flat.len();
                flat.extend(token.chars());
                tokens.insert((sentence, number), (start, flat.len()));
            }
        }
        let original: Vec<char> = original.chars().collect();
        let positions = align(&flat, &original)?;
        Some(Laid { tokens, positions })
    }

    /// The characters of the original between two tokens, given as four fields.
    fn range(&self, fields: &[&str]) -> Option<Range> {
        let number = |at: usize| fields.get(at)?.parse().ok();
        let first = self.tokens.get(&(number(0)?, number(1)?))?;
        let last = self.tokens.get(&(number(2)?, number(3)?))?;
        let end = self.positions.get(last.1.checked_sub(1)?)? + 1;
        Some((*self.positions.get(first.0)?, end))
    }

    /// The original up to the end of the paragraph of the last token.
    fn opening<'t>(&self, original: &'t str) -> &'t str {
        let last = self.positions.iter().max().map_or(0, |last| last + 1);
        let at = original
            .char_indices()
            .nth(last)
            .map_or(original.len(), |(at, _)| at);
        let end = original[at..]
            .find("\n\n")
            .map_or(original.len(), |end| at + end);
        original[..end].trim_end()
    }
}

/// The quotations with their speakers' chains: lines such as `QUOTE Q1 0 3 0 9 …` and
/// `ATTRIB Q1 Ines_Okoro-2`, with tabs.
fn quotations(annotation: &str, laid: &Laid) -> Vec<(Range, Option<String>)> {
    let rows = || {
        annotation
            .lines()
            .map(|line| line.split('\t').collect::<Vec<_>>())
    };
    let mut speakers: HashMap<String, String> = HashMap::new();
    for row in rows() {
        if let ["ATTRIB", quote, speaker, ..] = row[..] {
            speakers.insert(quote.to_owned(), speaker.to_owned());
        }
    }
    rows()
        .filter_map(|row| match row[..] {
            ["QUOTE", quote, ref fields @ ..] => {
                Some((laid.range(fields)?, speakers.get(quote).cloned()))
            }
            _ => None,
        })
        .collect()
}

/// The mentions of each chain: lines such as `MENTION T1 0 3 0 4 …` and `COREF T1 Ines_Okoro-2`.
fn mentions(annotation: &str, laid: &Laid) -> BTreeMap<String, Vec<Range>> {
    let mut ranges: HashMap<&str, Range> = HashMap::new();
    let mut chains: BTreeMap<String, Vec<Range>> = BTreeMap::new();
    for line in annotation.lines() {
        let row: Vec<&str> = line.split('\t').collect();
        match row[..] {
            ["MENTION", id, ref fields @ ..] => {
                ranges.extend(laid.range(fields).map(|range| (id, range)));
            }
            ["COREF", id, chain, ..] => {
                if let Some(&range) = ranges.get(id) {
                    chains.entry(chain.to_owned()).or_default().push(range);
                }
            }
            _ => {}
        }
    }
    chains
}

fn quotation(span: Extent, chain: Option<String>) -> Quotation {
    Quotation {
        spans: vec![span],
        kind: Kind::Direct,
        cue: Vec::new(),
        source: Vec::new(),
        speaker: Vec::new(),
        speaker_sort: None,
        how: None,
        cue_text: None,
        chain,
        nested: None,
    }
}
