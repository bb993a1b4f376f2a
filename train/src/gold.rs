//! Annotated documents, the form that every corpus is converted to: a JSON object a line. Offsets
//! count bytes of UTF-8.

use std::collections::BTreeMap;
use std::io::{BufRead, Write};
use std::path::Path;

use anyhow::{Context, Result};
use serde::{Deserialize, Deserializer, Serialize};

use crate::files;

/// A document with its annotation.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub(crate) struct Document {
    /// "corpus/name".
    pub(crate) id: String,
    pub(crate) domain: Domain,
    /// The document as a reader gets it.
    pub(crate) text: String,
    pub(crate) quotations: Vec<Quotation>,
    /// The characters; empty where the corpus has none.
    pub(crate) cast: Vec<Character>,
    /// The coreference chains of the speakers, where the corpus has some.
    pub(crate) chains: BTreeMap<String, Vec<Extent>>,
}

#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Domain {
    News,
    Fiction,
}

/// An annotated quotation.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub(crate) struct Quotation {
    /// The content, quotation marks included.
    pub(crate) spans: Vec<Extent>,
    pub(crate) kind: Kind,
    /// The reporting words; empty where none are annotated.
    pub(crate) cue: Vec<Extent>,
    /// The mention of the speaker; empty where none is annotated.
    pub(crate) source: Vec<Extent>,
    /// Names of the speaker, the main one first; empty where the corpus names none.
    pub(crate) speaker: Vec<String>,
    /// Whether the speaker is a person, an organisation or something else, where names were annotated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) speaker_sort: Option<String>,
    pub(crate) how: Option<How>,
    /// The words around the quotation that refer to its speaker, of novels.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) cue_text: Option<String>,
    /// The coreference chain of its speaker.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) chain: Option<String>,
    /// Whether an indirect quotation stands within quotation marks, of news.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) nested: Option<bool>,
}

#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Kind {
    /// Every piece of the content is wholly within quotation marks.
    Direct,
    /// Some of it is.
    Mixed,
    /// None of it is.
    Indirect,
}

/// How a novel tells who speaks a line.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum How {
    /// A name beside it.
    Explicit,
    /// A pronoun or a description beside it.
    Anaphoric,
    /// Nothing beside it.
    Implicit,
    /// The corpus does not tell.
    #[serde(rename = "nan")]
    Untold,
}

impl How {
    pub(crate) const ALL: [How; 4] = [How::Explicit, How::Anaphoric, How::Implicit, How::Untold];
    /// Those that scores tell apart.
    pub(crate) const TOLD: [How; 3] = [How::Explicit, How::Anaphoric, How::Implicit];

    pub(crate) fn name(self) -> &'static str {
        match self {
            How::Explicit => "explicit",
            How::Anaphoric => "anaphoric",
            How::Implicit => "implicit",
            How::Untold => "nan",
        }
    }
}

/// A character of a novel.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq, Serialize)]
pub(crate) struct Character {
    pub(crate) name: String,
    pub(crate) aliases: Vec<String>,
    pub(crate) gender: String,
}

/// A start and an end in bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Extent {
    pub(crate) start: usize,
    pub(crate) end: usize,
}

impl Extent {
    pub(crate) fn new(start: usize, end: usize) -> Extent {
        Extent { start, end }
    }

    pub(crate) fn len(self) -> usize {
        self.end.saturating_sub(self.start)
    }

    /// How many bytes two have in common.
    pub(crate) fn shared(self, other: Extent) -> usize {
        let end = self.end.min(other.end);
        end.saturating_sub(self.start.max(other.start))
    }
}

/// The sum of the lengths of some extents.
pub(crate) fn size(spans: &[Extent]) -> usize {
    spans.iter().map(|span| span.len()).sum()
}

/// How many bytes the extents of one list have in common with those of another, pair by pair.
pub(crate) fn overlap(some: &[Extent], others: &[Extent]) -> usize {
    let with_others = |one: &Extent| others.iter().map(|other| one.shared(*other)).sum::<usize>();
    some.iter().map(with_others).sum()
}

impl Serialize for Extent {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        [self.start, self.end].serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Extent {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Extent, D::Error> {
        #[derive(Deserialize)]
        #[serde(untagged)]
        enum Form {
            Pair(usize, usize),
            Named { start: usize, end: usize },
        }
        Ok(match Form::deserialize(deserializer)? {
            Form::Pair(start, end) | Form::Named { start, end } => Extent { start, end },
        })
    }
}

/// Reads a JSON object a line, from a file that may be packed with gzip.
pub(crate) fn read_lines<T: for<'de> Deserialize<'de>>(path: &Path) -> Result<Vec<T>> {
    let mut all = Vec::new();
    for (number, line) in (1..).zip(files::reader(path)?.lines()) {
        let line = line.with_context(|| path.display().to_string())?;
        if !line.trim().is_empty() {
            let one = serde_json::from_str(&line);
            all.push(one.with_context(|| format!("{}, line {number}", path.display()))?);
        }
    }
    Ok(all)
}

/// Writes a document a line.
pub(crate) fn write_lines<T: Serialize>(all: &[T], output: &mut impl Write) -> Result<()> {
    for one in all {
        serde_json::to_writer(&mut *output, one)?;
        output.write_all(b"\n")?;
    }
    Ok(())
}
